#include <mondegreen/impl/rules/typography_numbers.ipp>
