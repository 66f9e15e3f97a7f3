#include <mondegreen/impl/formats/webvtt.ipp>
