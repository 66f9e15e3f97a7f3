// What a fuzz target asks of every input.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace fuzz {

inline void require(bool holds, int line = __builtin_LINE()) {
  if (holds) return;
  std::fprintf(stderr, "line %d does not hold\n", line);
  std::abort();
}

/// A view is empty or lies within the block it came with.
inline void require_inside(std::string_view text, std::uint64_t offset, std::uint64_t length, std::string_view view) {
  if (view.empty()) return;
  require(view.data() >= text.data() + offset && view.data() + view.size() <= text.data() + offset + length);
}

/// No line of a text ends the text: what the readers promise of a body.
inline void require_trimmed(std::string_view body) {
  require(body.empty() || (body.front() != '\n' && body.front() != '\r' && body.back() != '\n' && body.back() != '\r'));
}

} // namespace fuzz
