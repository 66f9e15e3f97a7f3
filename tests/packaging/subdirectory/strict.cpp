#include <mondegreen/mondegreen.hpp>

std::size_t cues_of(mondegreen::transcript const& text);
std::size_t cues_of(mondegreen::transcript const& text) { return text.cues.size(); }
