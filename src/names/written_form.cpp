#include <mondegreen/impl/names/written_form.ipp>
