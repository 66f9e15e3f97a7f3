#include <mondegreen/impl/names/letters.ipp>
