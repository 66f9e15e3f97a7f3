#include <mondegreen/impl/names/rewriting.ipp>
