#include <mondegreen/impl/formats/whisper_cpp.ipp>
