#include <mondegreen/impl/layout/laying_out.ipp>
