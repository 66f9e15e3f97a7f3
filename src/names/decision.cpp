#include <mondegreen/impl/names/decision.ipp>
