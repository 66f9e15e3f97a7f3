#include <mondegreen/impl/grammar/arrow.ipp>
