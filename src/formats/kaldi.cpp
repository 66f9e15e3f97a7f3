#include <mondegreen/impl/formats/kaldi.ipp>
