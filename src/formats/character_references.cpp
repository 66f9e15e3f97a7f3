#include <mondegreen/impl/formats/character_references.ipp>
