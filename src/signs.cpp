#include <mondegreen/impl/signs.ipp>
