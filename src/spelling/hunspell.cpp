#include <mondegreen/impl/spelling/hunspell.ipp>
