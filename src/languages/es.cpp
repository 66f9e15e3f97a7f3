#include <mondegreen/impl/languages/es.ipp>
