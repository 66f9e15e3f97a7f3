#include <mondegreen/impl/names/form_checks.ipp>
