#include <mondegreen/impl/formats/text_write.ipp>
