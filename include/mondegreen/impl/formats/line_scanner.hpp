// Lines of a source, one after the other.
#pragma once

#include <mondegreen/source.hpp>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A line and the place where the next one begins.
struct scanned_line {
  span text; ///< without its line end
  std::uint32_t next = 0;

  bool blank() const noexcept { return text.empty(); }
};

/// Hands out the lines of a text. LF, CR LF and CR end one. The search runs over both kinds of line end with memchr and
/// remembers where the next of each stands, so a text that has only one kind is still scanned once.
class line_scanner {
public:
  explicit line_scanner(std::string_view text) noexcept : text_(text), lf_(find('\n', 0)), cr_(find('\r', 0)) {}

  bool done() const noexcept { return at_ >= text_.size(); }
  std::uint32_t at() const noexcept { return at_; }

  /// The next line; only while not `done()`.
  scanned_line next() noexcept {
    auto const end = std::min(lf_, cr_);
    scanned_line line{{at_, end - at_}, end};
    if (end < text_.size()) ++line.next;
    if (end == cr_ && lf_ == end + 1 && lf_ < text_.size()) ++line.next;
    at_ = line.next;
    if (lf_ < at_) lf_ = find('\n', at_);
    if (cr_ < at_) cr_ = find('\r', at_);
    return line;
  }

  std::string_view operator[](span where) const noexcept { return slice(text_, where); }

private:
  std::uint32_t find(char what, std::uint32_t from) const noexcept {
    auto const size = static_cast<std::uint32_t>(text_.size());
    if (from >= size) return size;
    auto const* const found = static_cast<char const*>(std::memchr(text_.data() + from, what, size - from));
    return found == nullptr ? size : static_cast<std::uint32_t>(found - text_.data());
  }

  std::string_view text_;
  std::uint32_t at_ = 0;
  std::uint32_t lf_;
  std::uint32_t cr_;
};

/// A line of blanks only counts as blank for SubRip's readers, not for WebVTT's.
inline bool only_blanks(std::string_view text) noexcept { return text.find_first_not_of(" \t\f\v") == text.npos; }

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
