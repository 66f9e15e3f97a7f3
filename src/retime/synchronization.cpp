#include <mondegreen/impl/retime/synchronization.ipp>
