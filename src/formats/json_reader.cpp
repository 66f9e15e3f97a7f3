#include <mondegreen/impl/formats/json_reader.ipp>
