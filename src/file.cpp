#include <mondegreen/impl/file.ipp>
