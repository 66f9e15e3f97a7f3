#include <mondegreen/impl/names/explain.ipp>
