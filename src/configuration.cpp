#include <mondegreen/impl/configuration.ipp>
