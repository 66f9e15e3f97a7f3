#include <mondegreen/impl/rules/sounds.ipp>
