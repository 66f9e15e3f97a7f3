// The commands: each does its work and returns the exit status.
#pragma once

#include "arguments.hpp"

namespace mondegreen::cli {

int clean(arguments const& typed);
int list_rules();
int convert(arguments const& typed);
int retime(arguments const& typed); ///< shift, scale, sync
int names_repair(arguments const& typed);
int names_mine(arguments const& typed);
int names_build(arguments const& typed);
int names_explain(arguments const& typed);
int names_sound(arguments const& typed);
int layout(arguments const& typed);
int check(arguments const& typed);
int list_checks();
int list_profiles();
int list_formats();

} // namespace mondegreen::cli
