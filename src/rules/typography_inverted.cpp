#include <mondegreen/impl/rules/typography_inverted.ipp>
