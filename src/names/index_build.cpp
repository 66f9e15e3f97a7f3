#include <mondegreen/impl/names/index_build.ipp>
