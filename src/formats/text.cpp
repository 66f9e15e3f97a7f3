#include <mondegreen/impl/formats/text.ipp>
