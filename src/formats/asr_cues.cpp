#include <mondegreen/impl/formats/asr_cues.ipp>
