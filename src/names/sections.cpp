#include <mondegreen/impl/names/sections.ipp>
