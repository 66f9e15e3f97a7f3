#include <mondegreen/impl/rules/typography_marks.ipp>
