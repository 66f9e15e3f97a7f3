#include <mondegreen/impl/layout/break_table.ipp>
