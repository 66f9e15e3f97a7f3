// What a page knows of its names, as a names file; and what decided about one of them.
#include <mondegreen/mondegreen.hpp>

#include <cstdio>
#include <utility>
#include <vector>

int main() {
  auto const talk = mondegreen::read_file("demo/emission.txt");
  if (!talk) return 1;

  auto mined = mondegreen::mine(talk->value);
  std::fputs(mondegreen::write_names(mined).c_str(), stdout);
  std::puts("");

  std::vector<mondegreen::name> list;
  for (auto& each : mined)
    if (each.found_in != "text") list.push_back(std::move(each.what));
  mondegreen::names const known(std::move(list));
  for (auto const& each : known.explain(talk->value, {.language = "fr"}, "Élodie Kermarrec"))
    std::fputs(describe(each).c_str(), stdout);
}
