#include <mondegreen/impl/retime/word_alignment.ipp>
