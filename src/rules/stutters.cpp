#include <mondegreen/impl/rules/stutters.ipp>
