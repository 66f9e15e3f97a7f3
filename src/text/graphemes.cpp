#include <mondegreen/impl/text/graphemes.ipp>
