#include <mondegreen/impl/rules/typography_dashes.ipp>
