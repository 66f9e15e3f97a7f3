#include <mondegreen/impl/rules/typography_quotes.ipp>
