#include <mondegreen/impl/grammar/clock.ipp>
