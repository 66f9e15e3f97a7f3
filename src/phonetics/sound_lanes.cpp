#include <mondegreen/impl/phonetics/sound_lanes.ipp>
