#include <mondegreen/impl/languages/it.ipp>
