#include <mondegreen/impl/languages/en.ipp>
