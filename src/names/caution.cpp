#include <mondegreen/impl/names/caution.ipp>
