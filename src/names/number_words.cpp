#include <mondegreen/impl/names/number_words.ipp>
