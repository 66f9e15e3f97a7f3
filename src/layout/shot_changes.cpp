#include <mondegreen/impl/layout/shot_changes.ipp>
