#include <mondegreen/impl/phonetics/pronunciations.ipp>
