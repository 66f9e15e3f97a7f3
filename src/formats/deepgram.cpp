#include <mondegreen/impl/formats/deepgram.ipp>
