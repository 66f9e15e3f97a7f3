#include <mondegreen/impl/rules/entities.ipp>
