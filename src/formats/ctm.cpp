#include <mondegreen/impl/formats/ctm.ipp>
