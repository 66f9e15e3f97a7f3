#include <mondegreen/impl/rules/invisible_characters.ipp>
