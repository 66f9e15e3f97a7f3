#include <mondegreen/impl/formats/whisper.ipp>
