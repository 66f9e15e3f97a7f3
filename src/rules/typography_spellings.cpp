#include <mondegreen/impl/rules/typography_spellings.ipp>
