#include <mondegreen/impl/rules/turns.ipp>
