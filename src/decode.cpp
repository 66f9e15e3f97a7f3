#include <mondegreen/impl/decode.ipp>
