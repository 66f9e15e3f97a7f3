#include <mondegreen/impl/source.ipp>
