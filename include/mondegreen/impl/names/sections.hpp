// Numbered arrays in one piece of memory, as a saved index has them: made in memory or mapped from a file, and read the
// same way.
#pragma once

#include <mondegreen/result.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// What stands in a section. Numbers are part of the file format: never reuse one.
enum class section : std::uint16_t {
  // The names (rows.hpp).
  forms = 1,
  rows = 2,
  kinds = 3,
  more = 4,
  words = 5, ///< text of kinds and more
  files = 6,
  file_rows = 7,
  lines = 8,
  // The index of a language (index.hpp).
  language = 32,
  figures = 33,
  spoken_begin = 34,
  spoken = 35,
  sounds_begin = 36,
  sounds = 37,
  parts = 38,
  bearers_begin = 39,
  bearers = 40,
  anchor_buckets = 41,
  anchor_entries = 42,
  anchor_marks = 43,
  anchor_words = 44,
  hint_hashes = 45,
  hints = 46,
  rules_print = 47,
  persons = 48,
  /// Four sets of near keys (near_sets) of seven arrays each.
  near_keys = 64,
};

/// Sections that have been looked at and fit into their memory. What they hold is not known to be right: every number in
/// them that leads somewhere is checked when it is followed.
class sections {
public:
  /// Which version of the format this library writes, the only one it reads.
  static constexpr std::uint32_t version = 2;

  /// What a file of sections begins with.
  static constexpr std::string_view magic = "mondgrn\n";

  sections() = default;

  /// Looks at header, directory and checksum. `bytes` begin at a multiple of 8 and live as long as `owner`; `shown` is
  /// what messages call them. Errors: refused, with why and what to do. O(bytes), 10 GB/s.
  static result<sections> open(std::shared_ptr<void const> owner, std::string_view bytes, std::string const& shown);

  /// The elements of a section, as many as fit in it; none if it is not there. `group` numbers the languages.
  template <class T> std::span<T const> get(section what, std::uint16_t group = 0) const noexcept {
    static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= 8);
    auto const found = find(what, group);
    return {reinterpret_cast<T const*>(found.data()), found.size() / sizeof(T)}; // sections begin at multiples of 8
  }

  std::string_view text(section what, std::uint16_t group = 0) const noexcept { return find(what, group); }

  bool empty() const noexcept { return bytes_.empty(); }
  std::string_view bytes() const noexcept { return bytes_; } ///< as they are saved

  /// A section as the directory has it.
  struct place {
    std::uint16_t what;
    std::uint16_t group;
    std::uint32_t reserved;
    std::uint64_t offset;
    std::uint64_t size; ///< in bytes
  };
  std::span<place const> all() const noexcept { return directory_; }
  std::string_view text(place const& at) const noexcept { return bytes_.substr(at.offset, at.size); }

private:
  std::string_view find(section what, std::uint16_t group) const noexcept;

  std::shared_ptr<void const> owner_;
  std::string_view bytes_;
  std::span<place const> directory_;
};

/// Lays sections out. The arrays must live until `finish`.
class sections_writer {
public:
  template <class T> void add(section what, std::span<T const> of, std::uint16_t group = 0) {
    static_assert(std::is_trivially_copyable_v<T>);
    add_bytes(static_cast<std::uint16_t>(what), group, {reinterpret_cast<char const*>(of.data()), of.size_bytes()});
  }
  template <class T> void add(section what, std::vector<T> const& of, std::uint16_t group = 0) {
    add(what, std::span<T const>(of), group);
  }
  void add(section what, std::string_view text, std::uint16_t group = 0) {
    add_bytes(static_cast<std::uint16_t>(what), group, text);
  }
  void add_bytes(std::uint16_t what, std::uint16_t group, std::string_view bytes);

  /// One piece of memory with all of it. O(bytes).
  sections finish() const;

private:
  struct piece {
    std::uint16_t what;
    std::uint16_t group;
    std::string_view bytes;
  };
  std::vector<piece> pieces_;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names/sections.ipp>
#endif
