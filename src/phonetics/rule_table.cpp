#include <mondegreen/impl/phonetics/rule_table.ipp>
