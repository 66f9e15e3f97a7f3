#include <mondegreen/impl/names/tokens.ipp>
