#include <mondegreen/impl/formats/page.ipp>
