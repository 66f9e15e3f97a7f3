#include <mondegreen/impl/check/text_checks.ipp>
