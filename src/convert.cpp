#include <mondegreen/impl/convert.ipp>
