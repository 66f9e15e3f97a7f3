#include <mondegreen/transcript.hpp>

std::size_t cues_of(mondegreen::transcript const& text) { return text.cues.size(); }
