#include <mondegreen/impl/layout/segmentation.ipp>
