#include <mondegreen/impl/batch.ipp>
