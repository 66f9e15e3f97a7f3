#include <mondegreen/transcript.hpp>

std::size_t cues_of(mondegreen::transcript const& text);

int main() { return cues_of({}) == 0 ? 0 : 1; }
