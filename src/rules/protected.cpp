#include <mondegreen/impl/rules/protected.ipp>
