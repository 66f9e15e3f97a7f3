#include <mondegreen/impl/names/other_forms.ipp>
