#include <mondegreen/impl/lexicon.ipp>
