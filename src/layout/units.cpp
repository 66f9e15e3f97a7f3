#include <mondegreen/impl/layout/units.ipp>
