#include <mondegreen/impl/names/candidates.ipp>
