#include <mondegreen/impl/formats/youtube_timedtext.ipp>
