#include <mondegreen/impl/formats/asr_words.ipp>
