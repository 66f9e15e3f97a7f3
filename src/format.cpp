#include <mondegreen/impl/format.ipp>
