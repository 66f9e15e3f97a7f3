#include <mondegreen/impl/languages/de.ipp>
