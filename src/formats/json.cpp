#include <mondegreen/impl/formats/json.ipp>
