#include <mondegreen/impl/rules/duplicates.ipp>
