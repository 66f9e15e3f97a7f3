#include <mondegreen/impl/formats/asr_outline.ipp>
