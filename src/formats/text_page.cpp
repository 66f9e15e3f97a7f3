#include <mondegreen/impl/formats/text_page.ipp>
