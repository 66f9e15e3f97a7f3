#include <mondegreen/impl/transcript.ipp>
