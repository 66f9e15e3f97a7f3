#include <mondegreen/impl/decode/charset.ipp>
