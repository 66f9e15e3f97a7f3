#include <mondegreen/impl/rules/mojibake.ipp>
