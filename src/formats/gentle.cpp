#include <mondegreen/impl/formats/gentle.ipp>
