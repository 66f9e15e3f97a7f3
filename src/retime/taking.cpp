#include <mondegreen/impl/retime/taking.ipp>
