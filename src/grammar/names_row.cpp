#include <mondegreen/impl/grammar/names_row.ipp>
