#include <mondegreen/impl/rules/pseudonyms.ipp>
