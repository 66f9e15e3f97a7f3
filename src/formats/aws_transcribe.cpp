#include <mondegreen/impl/formats/aws_transcribe.ipp>
