#include "arguments.hpp"
#include "commands.hpp"
#include "console.hpp"

#include <csignal>
#include <exception>
#include <new>

int main(int argc, char** argv) {
  using namespace mondegreen::cli;
  // A file that grows past the user's limit is then an error to tell, not a silent death.
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    arguments typed;
    if (auto const status = parse(argc, argv, typed)) return *status;
    switch (typed.what) {
    case command::clean: return clean(typed);
    case command::list_rules: return list_rules();
    case command::convert: return convert(typed);
    case command::shift:
    case command::scale:
    case command::sync: return retime(typed);
    case command::names_repair: return names_repair(typed);
    case command::names_mine: return names_mine(typed);
    case command::names_build: return names_build(typed);
    case command::names_explain: return names_explain(typed);
    case command::names_sound: return names_sound(typed);
    case command::layout: return layout(typed);
    case command::check: return check(typed);
    case command::list_checks: return list_checks();
    case command::profiles: return list_profiles();
    case command::formats: return list_formats();
    }
  } catch (std::bad_alloc const&) {
    complain("out of memory; nothing half-written was left behind");
  } catch (std::exception const& bug) {
    complain(std::string("this should not happen, please report it: ") + bug.what());
  }
  return unreachable;
}
