#include <mondegreen/impl/rules/typography_tokens.ipp>
