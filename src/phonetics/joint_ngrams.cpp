#include <mondegreen/impl/phonetics/joint_ngrams.ipp>
