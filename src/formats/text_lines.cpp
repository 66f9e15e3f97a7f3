#include <mondegreen/impl/formats/text_lines.ipp>
