#include <mondegreen/impl/names/rows.ipp>
