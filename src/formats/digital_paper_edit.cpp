#include <mondegreen/impl/formats/digital_paper_edit.ipp>
