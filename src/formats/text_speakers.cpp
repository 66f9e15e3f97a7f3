#include <mondegreen/impl/formats/text_speakers.ipp>
