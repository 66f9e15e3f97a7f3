#include <mondegreen/impl/retime.ipp>
