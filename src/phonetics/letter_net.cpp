#include <mondegreen/impl/phonetics/letter_net.ipp>
