#include <mondegreen/impl/check.ipp>
