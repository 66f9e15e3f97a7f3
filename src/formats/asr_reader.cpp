#include <mondegreen/impl/formats/asr_reader.ipp>
