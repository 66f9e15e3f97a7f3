// Compiled pronunciation rules.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/impl/phonetics/pattern.hpp>
#include <mondegreen/phonetics.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// One rule: letters (as sets of symbols), what must stand before and after them, and the phones they become.
struct sound_rule {
  pattern left;  ///< read backwards
  pattern right; ///< read forwards
  std::uint32_t graph_begin = 0;
  std::uint32_t phones_begin = 0;
  std::uint8_t graph_length = 0;
  std::uint8_t phones_length = 0;
  bool names_only = false;
  bool other_reading = false; ///< holds only where a second reading is asked for
};

/// Where a letter's number is found: a table for the usual letters, a list for the rest.
class alphabet {
public:
  static constexpr std::size_t max_symbols = 64;
  static constexpr char32_t table_size = 0x180;

  alphabet();

  /// The symbol of a letter in lower case, added if new; `other_symbol` if the alphabet is full.
  symbol add(char32_t letter);

  /// Letters the rules do not know get the number of their base letter. To be called once, after the last `add`.
  void close();

  /// The symbol of a code point in lower case. O(1) below U+0180.
  symbol of(char32_t c) const noexcept;

  bool full() const noexcept { return used_ == max_symbols; }
  std::size_t size() const noexcept { return used_; }

private:
  std::array<symbol, table_size> table_{};
  std::vector<std::pair<char32_t, symbol>> rest_;
  std::size_t used_ = 2;
};

/// Rules found by the first two letters of what is left of the word.
struct rule_table {
  alphabet letters;
  std::vector<sound_rule> rules;
  std::vector<symbol_set> graphs;
  std::vector<pattern_position> positions;
  std::vector<pattern> unless;
  std::string phones;
  std::array<std::string, alphabet::max_symbols> letter_names; ///< by symbol
  std::array<std::string, 10> digit_names;
  std::vector<std::uint32_t> bucket_begin; ///< by first * max_symbols + second; one more at the end
  std::vector<std::uint16_t> buckets;      ///< indices of rules, in file order
  bool drop_schwa = false;                 ///< as French does
  bool join_geminates = false;
  bool has_other_reading = false;

  pattern_pool pool() const noexcept { return {positions, unless}; }

  /// Sorts the rules into buckets.
  void index();

  /// Appends the phones of a word given as symbols; with `other`, as it may be said too.
  void read(symbol_text word, bool as_name, bool other, mondegreen::phones& out) const;
};

/// Compiles a rule file; what is wrong with it goes to `diagnostics`.
rule_table compile_rules(std::string_view text, std::vector<diagnostic>& diagnostics);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/phonetics/compile.ipp>
#include <mondegreen/impl/phonetics/rule_table.ipp>
#endif
