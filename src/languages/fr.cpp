#include <mondegreen/impl/languages/fr.ipp>
