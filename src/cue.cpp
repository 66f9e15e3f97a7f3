#include <mondegreen/impl/cue.ipp>
