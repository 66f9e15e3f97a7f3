#include <mondegreen/impl/names/file.ipp>
