#include <mondegreen/impl/formats/webvtt_settings.ipp>
