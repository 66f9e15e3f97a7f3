#include <mondegreen/impl/formats/text_read.ipp>
