#include <mondegreen/impl/check/report.ipp>
