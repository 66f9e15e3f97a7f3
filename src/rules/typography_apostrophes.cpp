#include <mondegreen/impl/rules/typography_apostrophes.ipp>
