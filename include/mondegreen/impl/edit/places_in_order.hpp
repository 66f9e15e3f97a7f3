// Line and column of many places of a source, from first to last.
#pragma once

#include <mondegreen/impl/text/utf8.hpp>
#include <mondegreen/source.hpp>

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// As `source::locate`, which counts from the start of a page each time, where this goes on from the last place: of a
/// ledger two places are some tens of bytes apart.
class places_in_order {
public:
  explicit places_in_order(source const& in) : in_(in), text_(in.text()) {}

  /// Any place; fast for one shortly behind the last.
  position locate(std::uint32_t offset) {
    constexpr std::uint32_t near = 1024;
    if (offset < at_ || offset - at_ > near || offset > text_.size()) {
      last_ = in_.locate(offset);
    } else if (auto const between = text_.substr(at_, offset - at_);
               offset < text_.size() && between.find('\r') == between.npos) {
      auto line = between;
      for (auto end = line.find('\n'); end != line.npos; end = line.find('\n')) {
        last_ = {last_.line + 1, 1};
        line.remove_prefix(end + 1);
      }
      last_.column += static_cast<std::uint32_t>(count_code_points(line));
    } else {
      for (auto i = at_; i < offset; ++i) {
        auto const c = text_[i];
        // A last line end opens no further line, and a CR before a LF is none.
        bool const ends =
            (c == '\n' || (c == '\r' && i + 1 < text_.size() && text_[i + 1] != '\n')) && i + 1 < text_.size();
        if (ends)
          last_ = {last_.line + 1, 1};
        else
          last_.column += starts_code_point(c) ? 1U : 0U;
      }
    }
    at_ = offset;
    return last_;
  }

private:
  source const& in_;
  std::string_view text_;
  position last_{};
  std::uint32_t at_ = 0;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
