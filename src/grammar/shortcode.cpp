#include <mondegreen/impl/grammar/shortcode.ipp>
