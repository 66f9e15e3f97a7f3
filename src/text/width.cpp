#include <mondegreen/impl/text/width.ipp>
