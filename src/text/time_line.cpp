#include <mondegreen/impl/text/time_line.ipp>
