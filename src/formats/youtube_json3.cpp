#include <mondegreen/impl/formats/youtube_json3.ipp>
