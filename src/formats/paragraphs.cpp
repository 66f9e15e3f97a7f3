#include <mondegreen/impl/formats/paragraphs.ipp>
