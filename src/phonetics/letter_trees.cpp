#include <mondegreen/impl/phonetics/letter_trees.ipp>
