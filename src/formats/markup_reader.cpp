#include <mondegreen/impl/formats/markup_reader.ipp>
