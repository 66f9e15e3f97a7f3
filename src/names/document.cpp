#include <mondegreen/impl/names/document.ipp>
