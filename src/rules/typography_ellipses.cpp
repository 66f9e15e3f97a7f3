#include <mondegreen/impl/rules/typography_ellipses.ipp>
