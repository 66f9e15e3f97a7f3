#include <mondegreen/impl/rules/hallucinations.ipp>
