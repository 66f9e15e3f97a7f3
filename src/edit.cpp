#include <mondegreen/impl/edit.ipp>
