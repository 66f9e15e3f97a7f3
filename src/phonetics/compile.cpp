#include <mondegreen/impl/phonetics/compile.ipp>
