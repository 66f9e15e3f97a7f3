#include <mondegreen/impl/spelling.ipp>
