#include <mondegreen/impl/phonetics.ipp>
