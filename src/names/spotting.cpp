#include <mondegreen/impl/names/spotting.ipp>
