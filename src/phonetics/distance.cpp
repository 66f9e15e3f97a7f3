#include <mondegreen/impl/phonetics/distance.ipp>
