#include <mondegreen/impl/check/html_report.ipp>
