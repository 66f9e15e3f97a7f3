#include <mondegreen/impl/formats/podcast_json.ipp>
