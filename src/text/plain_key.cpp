#include <mondegreen/impl/text/plain_key.ipp>
