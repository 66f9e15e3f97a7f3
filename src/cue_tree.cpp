#include <mondegreen/impl/cue_tree.ipp>
