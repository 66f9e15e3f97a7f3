#include <mondegreen/impl/layout.ipp>
