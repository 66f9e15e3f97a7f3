#include <mondegreen/impl/names/manner.ipp>
