#include <mondegreen/impl/diagnostic.ipp>
