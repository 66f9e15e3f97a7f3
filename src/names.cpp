#include <mondegreen/impl/names.ipp>
