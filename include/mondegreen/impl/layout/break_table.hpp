// Where lines may end in a language: words by class, and what a break after, before or between them is worth.
#pragma once

#include <mondegreen/language.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// What a word ends with.
enum class stop : std::uint8_t {
  none,
  comma,
  clause,   ///< ; :
  sentence, ///< . ? ! … and their like in other scripts
  dash,     ///< – — --
  closing,  ///< a bracket or quotation mark, nothing stronger before it
  label,    ///< the colon behind who speaks: "Ann Smith:", "(Video) Interviewer:"
};
inline constexpr std::size_t stop_kinds = 7;

/// What a word begins with.
enum class opening : std::uint8_t {
  none,
  quote,
  bracket,
  dash,
};
inline constexpr std::size_t opening_kinds = 4;

/// What the table knows of a word.
struct word_entry {
  std::uint16_t word = 0; ///< 0: not in the table
  std::uint8_t kind = 0;  ///< class, an index into `break_table::class_names`
};

/// The table of a language (languages/xx.breaks; docs/line-breaks.md says how to read and write one).
///
/// All weights stand in one array, so that what is fitted and what is written by hand are the same thing. A gap between two
/// words has features, each a place in that array: there stands what a line break is worth, behind it what the end of a cue
/// is. The shape of a cue has features of one weight.
class break_table {
public:
  using feature = std::uint32_t;

  /// Reads a table; a line that cannot be read is skipped and counted in `broken_lines`.
  explicit break_table(std::string_view text);

  /// The table of a language; of one without a table the one that knows no words (languages/none.breaks).
  static break_table const& of(language const& speech);

  /// A word in lower case, without punctuation. O(word).
  word_entry look_up(std::string_view lower) const;

  /// True for a class whose words may be parts of names: "street" in "Lilac Street". Of closed classes they are none.
  bool open(std::uint8_t kind) const noexcept { return kind < open_.size() && open_[kind]; }

  /// True for "mme" where "Mme." ends no sentence; lower case, without the full stop.
  bool abbreviation(std::string_view lower) const;

  /// What a break between these words of one phrase costs ("parce | que"); 0 if they are none. A break_weight a kind.
  int hold(std::uint16_t left, std::uint16_t right) const noexcept;

  feature after_stop(stop what) const noexcept { return stops_ + 2 * static_cast<feature>(what); }
  feature before_opening(opening what) const noexcept { return openings_ + 2 * static_cast<feature>(what); }
  feature after(std::uint8_t kind) const noexcept { return after_ + 2U * kind; }
  feature before(std::uint8_t kind) const noexcept { return before_ + 2U * kind; }
  feature between(std::uint8_t left, std::uint8_t right) const noexcept {
    return pairs_ + 2 * (left * kinds() + right);
  }
  feature ahead(std::uint8_t first, std::uint8_t second) const noexcept {
    return ahead_ + 2 * (first * kinds() + second);
  }
  feature after_word(std::uint16_t word) const noexcept { return word_after_ + 2U * word; }
  feature before_word(std::uint16_t word) const noexcept { return word_before_ + 2U * word; }

  static constexpr std::size_t shape_bins = 13;
  feature one_line(std::size_t bin) const noexcept { return shapes_ + static_cast<feature>(bin); }
  feature top_line(std::size_t bin) const noexcept { return one_line(shape_bins + bin); }
  feature bottom_line(std::size_t bin) const noexcept { return one_line(2 * shape_bins + bin); }
  feature difference(std::size_t bin) const noexcept { return one_line(3 * shape_bins + bin); }

  /// Width in `shape_bins` steps of the widest line; the last bin is for what does not fit.
  static constexpr std::size_t bin(std::uint32_t columns, std::uint32_t limit) noexcept {
    constexpr auto last = static_cast<std::uint32_t>(shape_bins - 1);
    if (columns > limit) return last;
    auto const found = limit == 0 ? 0 : columns * last / limit;
    return found < last ? found : last - 1;
  }

  int operator[](feature which) const noexcept { return weights_[which]; }
  std::vector<int>& weights() noexcept { return weights_; }
  std::vector<int> const& weights() const noexcept { return weights_; }

  /// "after determiner", "line top 3": for who fits weights and for tests.
  std::string name(feature which) const;
  std::vector<std::string> const& class_names() const noexcept { return names_; }
  std::vector<std::string> const& words() const noexcept { return words_; }
  std::size_t broken_lines() const noexcept { return broken_; }

  static constexpr std::uint8_t other = 0;
  static constexpr std::uint8_t number = 1;
  static constexpr std::uint8_t proper = 2; ///< begins with a capital where no sentence does
  /// The class of text that begins in a script without spaces, if the table has one: "kana" (hiragana) and "ideograph"
  /// (all others). Else `other`.
  std::uint8_t kana() const noexcept { return kana_; }
  std::uint8_t ideograph() const noexcept { return ideograph_; }

private:
  struct hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
  };
  template <class Value> using by_word = std::unordered_map<std::string, Value, hash, std::equal_to<>>;

  struct line;
  feature kinds() const noexcept { return static_cast<feature>(names_.size()); }
  void read_words(std::string_view text);
  void place_features();
  void read_weights(std::string_view text);
  bool read_weight(line const& from);
  int class_of(std::string_view name) const noexcept;
  std::uint16_t word_of(std::string_view word);

  std::vector<std::string> names_{"other", "number", "name"};
  std::vector<std::string> words_{""};
  by_word<word_entry> entries_{};
  by_word<std::uint8_t> endings_{};
  by_word<bool> abbreviations_{};
  std::unordered_map<std::uint32_t, int> held_{};
  std::vector<bool> open_{}; ///< by class
  std::size_t longest_ending_ = 0;
  std::vector<int> weights_{};
  feature stops_ = 0, openings_ = 0, after_ = 0, before_ = 0, pairs_ = 0, ahead_ = 0, word_after_ = 0, word_before_ = 0,
          shapes_ = 0;
  std::size_t broken_ = 0;
  std::uint8_t kana_ = other;
  std::uint8_t ideograph_ = other;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/layout/break_table.ipp>
#endif
