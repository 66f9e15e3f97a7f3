#include <mondegreen/impl/names/repair.ipp>
