#include <mondegreen/impl/rules/names.ipp>
