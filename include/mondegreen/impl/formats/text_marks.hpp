// Times that stand in front of some paragraphs of a text without a clock: "\[07:49\] We never wanted …", every few minutes.
#pragma once

#include <mondegreen/impl/grammar/clock.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

struct time_mark {
  std::int64_t ms = 0;
  std::uint32_t length = 0; ///< bytes, with the brackets; 0: there is none
};

/// The time in brackets that a paragraph begins with; Markdown may have a backslash before each bracket. O(1).
inline time_mark read_time_mark(std::string_view text) {
  std::size_t at = text.starts_with('\\') ? 1 : 0;
  if (at >= text.size() || (text[at] != '[' && text[at] != '(')) return {};
  char const closing = text[at] == '[' ? ']' : ')';
  auto const time = read_clock(text.substr(++at));
  if (!time || !time.possible) return {};
  at += time.length;
  if (at < text.size() && text[at] == '\\') ++at;
  if (at >= text.size() || text[at] != closing) return {};
  return {time.ms, static_cast<std::uint32_t>(at) + 1};
}

/// Whether a text goes by such marks: there are some, and each is later than the one before.
class time_marks {
public:
  void see(time_mark mark) {
    if (mark.length == 0) return;
    ordered_ = ordered_ && (count_ == 0 || mark.ms > last_);
    last_ = mark.ms;
    ++count_;
  }
  bool any() const noexcept {
    constexpr std::size_t few = 3; // two are no habit
    return count_ >= few && ordered_;
  }
  std::size_t count() const noexcept { return any() ? count_ : 0; }

private:
  std::size_t count_ = 0;
  std::int64_t last_ = 0;
  bool ordered_ = true;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
