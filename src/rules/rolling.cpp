#include <mondegreen/impl/rules/rolling.ipp>
