#include <mondegreen/impl/formats/markup_writer.ipp>
