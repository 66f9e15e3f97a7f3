// A text as the user has it, and where in it a byte stands.
#pragma once

#include <mondegreen/config.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI {

/// A run of bytes in some text. 32 bits: a source is at most 4 GiB - 1.
struct span {
  std::uint32_t offset = 0;
  std::uint32_t length = 0;

  constexpr std::uint32_t end() const noexcept { return offset + length; }
  constexpr bool empty() const noexcept { return length == 0; }
  friend constexpr bool operator==(span, span) = default;
};

/// The bytes of `text` under `where`; `where` must lie inside it.
constexpr std::string_view slice(std::string_view text, span where) noexcept {
  return text.substr(where.offset, where.length);
}

/// A place as an editor shows it: 1-based line and column; columns count code points.
struct position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;

  friend constexpr bool operator==(position, position) = default;
};

/// How the bytes of the file were turned into UTF-8.
struct encoding_info {
  std::string name = "UTF-8"; ///< IANA name
  bool bom = false;           ///< a byte order mark stood first; it is not part of the text
  int confidence = 100;       ///< 0-100; below 100 only when the encoding was detected
};

/// An input: its name, its text as UTF-8, the encoding it came in. Immutable; share it by `source_ptr`.
///
/// Lines end at LF, CR LF or a CR that no LF follows. Line and column refer to the file the user has: the byte order
/// mark is not counted, and a byte that was no valid text counts as the one U+FFFD that stands for it.
class source {
public:
  source(std::string name, std::string text, encoding_info encoding = {});
  /// A text that stands somewhere already, and stays there unchanged for as long as `keeper` lives: not copied.
  source(std::string name, std::string_view text, std::shared_ptr<void const> keeper, encoding_info encoding = {});
  source(source const&) = delete;
  source& operator=(source const&) = delete;
  ~source();

  std::string const& name() const noexcept { return name_; }
  std::string_view text() const noexcept { return text_; }
  encoding_info const& encoding() const noexcept { return encoding_; }

  /// Line and column of a byte; an offset past the end gives the end. The first call indexes the text, O(n); later
  /// calls are O(log n), also inside a line of a gigabyte.
  position locate(std::uint32_t offset) const;

  /// The line's extent without its line end; line numbers start at 1, one out of range gives an empty span at the end.
  span line(std::uint32_t number) const;

  /// Number of lines; a text that ends in a line end has no further, empty line. An empty text has one.
  std::uint32_t line_count() const;

private:
  struct index;
  index const& lines() const;

  std::string name_;
  std::string own_text_;
  std::shared_ptr<void const> keeper_;
  std::string_view text_; ///< `own_text_`, or what `keeper_` keeps
  encoding_info encoding_;
  // Read and set through std::atomic_ref only: <atomic> costs every user of this header 20 ms, the definitions few.
  mutable index const* index_ = nullptr;
};

using source_ptr = std::shared_ptr<source const>;

/// A source made from text already in memory.
source_ptr make_source(std::string text, std::string name = "<text>");

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/source.ipp>
#endif
