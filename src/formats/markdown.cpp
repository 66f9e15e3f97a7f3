#include <mondegreen/impl/formats/markdown.ipp>
