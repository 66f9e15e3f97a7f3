#include <mondegreen/impl/rules/loops.ipp>
