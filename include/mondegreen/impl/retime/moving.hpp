// Moving one cue with all that has a time in it.
#pragma once

#include <mondegreen/cue.hpp>
#include <mondegreen/diagnostic.hpp>
#include <mondegreen/retime.hpp>

#include <string>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// The cue, its words and its time marks. Nothing comes to lie before 0; that it would have is told.
void move_cue(cue& what, retiming const& how, std::vector<diagnostic>& told);

/// A time as it stands inside a WebVTT cue: "00:12.500", with hours where there are some or `hours` asks for them.
std::string clock_in_text(timestamp when, bool hours = false);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
