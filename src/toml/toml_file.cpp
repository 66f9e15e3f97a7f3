#include <mondegreen/impl/toml/toml_file.ipp>
