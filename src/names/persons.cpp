#include <mondegreen/impl/names/persons.ipp>
