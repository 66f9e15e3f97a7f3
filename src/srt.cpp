#include <mondegreen/impl/srt.ipp>
