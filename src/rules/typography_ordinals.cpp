#include <mondegreen/impl/rules/typography_ordinals.ipp>
