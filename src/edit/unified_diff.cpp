#include <mondegreen/impl/edit/unified_diff.ipp>
