#include <mondegreen/impl/rules/typography_capitals.ipp>
