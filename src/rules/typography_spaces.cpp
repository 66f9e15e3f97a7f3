#include <mondegreen/impl/rules/typography_spaces.ipp>
