#include <mondegreen/impl/ledger_file.ipp>
