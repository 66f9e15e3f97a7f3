#include <mondegreen/impl/layout/passages.ipp>
