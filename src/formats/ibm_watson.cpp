#include <mondegreen/impl/formats/ibm_watson.ipp>
