#include <mondegreen/impl/language.ipp>
