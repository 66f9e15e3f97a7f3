#include <mondegreen/impl/profile.ipp>
