#include <mondegreen/impl/names/saved.ipp>
