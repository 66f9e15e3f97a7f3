#include <mondegreen/impl/phonetics/letters.ipp>
