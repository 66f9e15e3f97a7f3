#include <mondegreen/impl/formats/text_player.ipp>
