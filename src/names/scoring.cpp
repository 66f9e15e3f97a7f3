#include <mondegreen/impl/names/scoring.ipp>
