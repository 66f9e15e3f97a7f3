#include <mondegreen/impl/rule.ipp>
