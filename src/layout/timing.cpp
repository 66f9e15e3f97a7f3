#include <mondegreen/impl/layout/timing.ipp>
