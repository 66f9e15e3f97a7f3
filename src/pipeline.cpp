#include <mondegreen/impl/pipeline.ipp>
