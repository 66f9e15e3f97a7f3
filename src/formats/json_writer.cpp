#include <mondegreen/impl/formats/json_writer.ipp>
