// The rows of names files, flat: a list of a million names is four arrays and not ten million strings.
#pragma once

#include <mondegreen/impl/names/sections.hpp>
#include <mondegreen/impl/names/text_numbers.hpp>
#include <mondegreen/impl/text/will_read.hpp>
#include <mondegreen/names.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A form or a mishearing longer than this is no name: nobody says it in one breath.
inline constexpr std::size_t longest_name = 256;

/// The file a name was read from; null if it was made by hand.
using name_home = source_ptr;

/// Names as they were listed, each form once. Views into sections; cheap to copy.
class name_rows {
public:
  name_rows() = default;

  /// Those of a file that `sections::open` has looked at. Errors: refused, if the arrays do not fit together.
  static result<name_rows> open(sections from, std::string const& shown);

  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(rows_.size()); }
  bool empty() const noexcept { return rows_.empty(); }

  std::string_view form(std::uint32_t at) const noexcept;
  std::string_view type(std::uint32_t at) const noexcept;
  std::string_view language(std::uint32_t at) const noexcept;

  /// A row, and then its form, will be asked for.
  void fetch_row(std::uint32_t at) const noexcept {
    if (at < rows_.size()) will_read(&rows_[at]);
  }
  void fetch_form(std::uint32_t at) const noexcept {
    if (at < rows_.size() && rows_[at].form < forms_.size()) will_read(forms_.data() + rows_[at].form);
  }
  name_policy policy(std::uint32_t at) const noexcept;

  /// All of it, as the user knows it.
  name operator[](std::uint32_t at) const;

  /// What a name has a list of.
  enum class list : std::uint16_t {
    heard_as,
    context,
    not_context,
    type, ///< of one, where there are too many different ones for `kind`
    language,
  };

  struct more {
    std::uint32_t name;
    std::uint32_t offset; ///< of the text
    std::uint32_t length;
    list which;
    std::uint16_t reserved;
  };

  /// The lists of a name, each in its order, and those of all names in the order of names.
  std::span<more const> more_of(std::uint32_t at) const noexcept;
  std::span<more const> all_more() const noexcept { return more_; }
  std::string_view text(more const& of) const noexcept;

  /// Where the mishearings of a name are listed; nothing if it was made by hand.
  struct listing {
    std::string_view file;
    std::uint32_t line;
  };
  std::optional<listing> listed(std::uint32_t at) const noexcept;

  /// The file a name was read from, if that was in this run.
  name_home home(std::uint32_t at) const;

  sections const& memory() const noexcept { return memory_; }

private:
  friend class name_rows_builder;

  struct row {
    std::uint32_t form;   ///< where it begins; it ends where the next one begins
    std::uint32_t where;  ///< the row in the file
    std::uint16_t length; ///< of the row, or the most that fits
    std::uint16_t kind;   ///< times 4, and the policy
  };
  struct kind {
    std::uint32_t type, type_length, language, language_length;
  };
  struct line {
    std::uint32_t name, number;
  };
  static constexpr std::uint32_t too_many_kinds = UINT16_MAX / 4;

  std::string_view slice_of(std::string_view all, std::uint64_t from, std::uint64_t length) const noexcept {
    return from <= all.size() && length <= all.size() - from ? all.substr(from, length) : std::string_view();
  }
  std::string_view only(std::uint32_t at, list which) const noexcept;

  sections memory_;
  std::string_view forms_;
  std::span<row const> rows_;
  std::span<kind const> kinds_;
  std::span<more const> more_;
  std::string_view words_;
  std::string_view files_;                   ///< each ended by a zero
  std::span<std::uint32_t const> file_rows_; ///< the first name of each
  std::span<line const> lines_;
  std::vector<name_home> homes_; ///< as many as files, or none
};

/// Takes names one by one. About 35 bytes a name beside its text.
class name_rows_builder {
public:
  /// The names that follow come from this file; null: from nowhere.
  void from(name_home home);

  /// A form that is there already keeps its row and gains the mishearings and the context. True if it was there.
  bool add(name const& more);

  /// The same without a look whether it is there.
  void add_unlooked(name const& fresh);

  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(rows_.size()); }

  /// To be called once. O(n).
  name_rows finish();

private:
  void add_row(name const& of);
  void add_lists(std::uint32_t at, name const& of);
  void add_more(std::uint32_t at, name_rows::list which, std::string_view text);
  void make_unique();
  std::uint16_t kind_of(name const& of, std::uint32_t at);

  text_numbers forms_;
  std::vector<name_rows::row> rows_;
  std::vector<name_rows::kind> kinds_;
  std::unordered_map<std::string, std::uint32_t> known_kinds_;
  std::vector<name_rows::more> more_;
  std::string words_;
  std::vector<std::pair<std::uint32_t, name_home>> homes_; ///< the first name of each
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names/rows.ipp>
#endif
