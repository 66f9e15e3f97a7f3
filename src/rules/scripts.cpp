#include <mondegreen/impl/rules/scripts.ipp>
