#include <mondegreen/impl/names/given_names.ipp>
