#include <mondegreen/impl/formats/assemblyai.ipp>
