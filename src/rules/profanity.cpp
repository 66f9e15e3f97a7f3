#include <mondegreen/impl/rules/profanity.ipp>
