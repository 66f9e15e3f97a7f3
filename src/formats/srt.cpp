#include <mondegreen/impl/formats/srt.ipp>
