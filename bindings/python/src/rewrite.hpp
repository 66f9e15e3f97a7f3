// Setting a text word by word.
#pragma once

#include <mondegreen/cue.hpp>

#include <string>

namespace mondegreen::python {

/// Changes `from` into `to` by as few words as possible, so that what stays keeps its word times, marks and place in the
/// file: the longest common subsequence of the words. O(words of one x words of the other), and where that is a lot, all
/// between the common beginning and the common end at once.
void rewrite(passage& from, std::string const& to);

} // namespace mondegreen::python
