#include <mondegreen/impl/grammar/speaker.ipp>
