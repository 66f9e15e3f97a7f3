#include <mondegreen/impl/formats/google_speech.ipp>
