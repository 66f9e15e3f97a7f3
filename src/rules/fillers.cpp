#include <mondegreen/impl/rules/fillers.ipp>
