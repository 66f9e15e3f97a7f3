#include <mondegreen/impl/formats/azure_speech.ipp>
