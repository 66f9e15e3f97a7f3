#include <mondegreen/impl/webvtt.ipp>
