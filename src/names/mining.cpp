#include <mondegreen/impl/names/mining.ipp>
