#include <mondegreen/impl/timestamp.ipp>
