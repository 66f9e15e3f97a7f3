#include <mondegreen/impl/names/index.ipp>
