#pragma once

#include <mondegreen/impl/phonetics/inventory.hpp>
#include <mondegreen/impl/phonetics/letters.hpp>
#include <mondegreen/impl/phonetics/rule_table.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Glushkov's construction in textual order: where the part read so far begins and ends.
struct fragment {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  bool empty_matches = true;
};

/// Compiles one rule file, line by line. The first mistake of a line ends it: `fail` moves to the line's end, so every
/// loop stops there, and the line is dropped.
class rule_compiler {
public:
  rule_compiler(std::string_view text, std::vector<diagnostic>& diagnostics)
      : text_(text), diagnostics_(&diagnostics) {}

  rule_table run();

private:
  static constexpr std::size_t max_rules = 4096;
  static constexpr std::size_t max_graph = 24;
  static constexpr std::size_t max_spellings = 32; ///< of one graph with alternatives
  static constexpr std::size_t max_phones = 64;
  static constexpr int max_depth = 8;
  static constexpr int max_steps = 2048; ///< elements read for one rule, with classes expanded

  /// A run of bytes of the file.
  struct extent {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  /// `let V = …`: its text, and its symbols if it is one class.
  struct shorthand {
    extent text{};
    symbol_set takes = 0;
    bool known = false;
    bool single = false;
  };

  /// A pattern being built: the positions so far, and what must not follow.
  struct build {
    std::vector<pattern_position> positions{};
    std::optional<extent> unless{};
    bool closed = false; ///< a negation was read forwards: nothing may follow
  };

  void compile_line();
  void compile_let();
  void compile_letter_name();
  void compile_then();
  void compile_rule();

  fragment alternatives(build& into, int depth);
  fragment sequence(build& into, int depth);
  fragment element(build& into, int depth);
  fragment single(build& into, symbol_set takes);
  void negation(build& into, int depth, bool nothing_before);
  symbol_set bracket();
  symbol_set letter(char32_t c);
  shorthand const* shorthand_at(char name);

  pattern compile_part(extent text, bool backwards, bool allow_unless);
  std::vector<std::vector<symbol_set>> spellings(extent text);
  std::string sounds(extent text);

  void fail(code what, std::string message, std::size_t length = 1);
  char peek() const noexcept { return at_ < end_ ? text_[at_] : '\0'; }
  void enter(extent text) noexcept { at_ = text.begin, end_ = text.end; }
  void skip_blanks() noexcept {
    while (peek() == ' ' || peek() == '\t' || peek() == '\r') ++at_;
  }
  bool take(std::string_view word) noexcept {
    if (!text_.substr(at_, end_ - at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  std::string_view text_;
  std::vector<diagnostic>* diagnostics_;
  rule_table table_{};
  std::array<shorthand, 26> shorthands_{};
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  bool failed_ = false;
  bool backwards_ = false;
  int steps_ = 0;
};

inline void rule_compiler::fail(code what, std::string message, std::size_t length) {
  if (!failed_) {
    auto const offset = std::min(at_, text_.size());
    auto const rest = text_.size() - offset;
    span const where{static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(std::min(length, rest))};
    diagnostics_->push_back(make_diagnostic(what, where, std::move(message)));
  }
  failed_ = true;
  at_ = end_;
}

inline rule_table rule_compiler::run() {
  for (std::size_t line = 0; line < text_.size();) {
    auto const next = std::min(text_.find('\n', line), text_.size());
    auto const comment = text_.substr(0, next).find("//", line);
    enter({line, std::min(comment, next)});
    while (end_ > at_ && (text_[end_ - 1] == ' ' || text_[end_ - 1] == '\t' || text_[end_ - 1] == '\r')) --end_;
    skip_blanks();
    failed_ = false;
    steps_ = 0;
    if (at_ < end_) compile_line();
    line = next + 1;
  }
  table_.letters.close();
  table_.index();
  return std::move(table_);
}

inline void rule_compiler::compile_line() {
  if (take("let ")) return compile_let();
  if (take("name ")) return compile_letter_name();
  if (take("then ")) return compile_then();
  compile_rule();
}

inline void rule_compiler::compile_let() {
  skip_blanks();
  char const name = peek();
  if (name < 'A' || name > 'Z') return fail(code::rules_syntax, "\"let\" names one capital letter: let V = [aeiou]");
  ++at_;
  skip_blanks();
  if (!take("=")) return fail(code::rules_syntax, "here belongs \"=\"");
  extent const body{at_, end_};
  build scratch;
  auto const whole = alternatives(scratch, 0);
  if (at_ < end_) return fail(code::rules_syntax, "this closes nothing");
  if (scratch.unless) return fail(code::rules_syntax, "a shorthand cannot hold \"!\"");
  if (failed_) return;
  auto& entry = shorthands_[static_cast<std::size_t>(name - 'A')];
  entry = {body, 0, true, scratch.positions.size() == 1 && !whole.empty_matches};
  if (entry.single) entry.takes = scratch.positions.front().takes;
}

inline void rule_compiler::compile_letter_name() {
  skip_blanks();
  auto const point = at_ < end_ ? decode_at(text_, at_) : code_point{};
  auto const arrow = text_.substr(0, end_).find('>', at_);
  if (point.length == 0 || arrow == std::string_view::npos)
    return fail(code::rules_syntax, "a letter's name is written \"name b > b e\"");
  bool const digit = point.value >= '0' && point.value <= '9';
  if (!digit && !is_plain_letter(point.value)) return fail(code::rules_syntax, "only letters and digits have names");
  auto const number = digit ? point.value - '0' : static_cast<char32_t>(std::countr_zero(letter(point.value)));
  auto named = sounds({arrow + 1, end_});
  if (failed_) return;
  (digit ? table_.digit_names[number] : table_.letter_names[number]) = std::move(named);
}

inline void rule_compiler::compile_then() {
  skip_blanks();
  if (take("drop-schwa")) {
    table_.drop_schwa = true;
  } else if (take("join-geminates")) {
    table_.join_geminates = true;
  } else {
    return fail(code::rules_syntax, "after \"then\" stands \"drop-schwa\" or \"join-geminates\"");
  }
  if (at_ < end_) fail(code::rules_syntax, "this is too much");
}

inline void rule_compiler::compile_rule() {
  extent const line{at_, end_};
  auto const within = text_.substr(0, line.end);
  auto const open = within.find('{', line.begin);
  auto const close = within.find('}', line.begin);
  auto const arrow = within.find('>', line.begin);
  if (open == std::string_view::npos || close == std::string_view::npos || arrow == std::string_view::npos ||
      open > close || close > arrow)
    return fail(code::rules_syntax, "a rule is written \"left { letters } right > phones\"", line.end - line.begin);
  if (table_.rules.size() + max_spellings > max_rules)
    return fail(code::rules_size, "there are too many rules", line.end - line.begin);

  sound_rule rule;
  rule.other_reading = take("@O");
  table_.has_other_reading = table_.has_other_reading || rule.other_reading;
  rule.names_only = rule.other_reading || take("@N");
  // No short circuit: the positions of a dropped rule stay in the pool, which costs memory and nothing else.
  rule.left = compile_part({at_, open}, true, true);
  if (failed_) return;
  auto const graphs = spellings({open + 1, close});
  if (failed_) return;
  rule.right = compile_part({close + 1, arrow}, false, true);
  if (failed_) return;
  auto const sound = sounds({arrow + 1, line.end});
  if (failed_) return;
  rule.phones_begin = static_cast<std::uint32_t>(table_.phones.size());
  rule.phones_length = static_cast<std::uint8_t>(sound.size());
  table_.phones += sound;
  for (auto const& graph : graphs) {
    rule.graph_begin = static_cast<std::uint32_t>(table_.graphs.size());
    rule.graph_length = static_cast<std::uint8_t>(graph.size());
    table_.graphs.insert(table_.graphs.end(), graph.begin(), graph.end());
    table_.rules.push_back(rule);
  }
}

/// alternatives = sequence { "|" sequence }
inline fragment rule_compiler::alternatives(build& into, int depth) {
  if (depth > max_depth) return fail(code::rules_size, "groups are nested too deeply"), fragment{};
  auto whole = sequence(into, depth);
  while (peek() == '|') {
    ++at_;
    auto const other = sequence(into, depth);
    whole.first |= other.first;
    whole.last |= other.last;
    whole.empty_matches = whole.empty_matches || other.empty_matches;
  }
  return whole;
}

/// sequence = { ("!" element) | element ["?"] }
inline fragment rule_compiler::sequence(build& into, int depth) {
  fragment whole;
  bool nothing_before = true;
  for (skip_blanks(); at_ < end_ && peek() != '|' && peek() != ')'; skip_blanks()) {
    if (++steps_ > max_steps) return fail(code::rules_size, "the pattern is too long"), fragment{};
    if (into.closed) return fail(code::rules_syntax, "nothing can follow what \"!\" excludes"), fragment{};
    if (peek() == '!') {
      negation(into, depth, nothing_before);
      continue;
    }
    auto part = element(into, depth);
    nothing_before = false;
    skip_blanks();
    if (peek() == '?') {
      ++at_;
      part.empty_matches = true;
    }
    for (auto ends = whole.last; ends != 0; ends &= ends - 1)
      into.positions[static_cast<std::size_t>(std::countr_zero(ends))].next |= part.first;
    if (whole.empty_matches) whole.first |= part.first;
    whole.last = part.empty_matches ? whole.last | part.last : part.last;
    whole.empty_matches = whole.empty_matches && part.empty_matches;
  }
  return whole;
}

/// "!" stands at the far end of a context only, so that matching it is one more pass and not a search.
inline void rule_compiler::negation(build& into, int depth, bool nothing_before) {
  if (depth > 0 || into.unless || (backwards_ && !nothing_before))
    return fail(code::rules_syntax, "\"!\" stands once, at the end of a context that is farthest from the letters");
  ++at_;
  skip_blanks();
  auto const begin = at_;
  build scratch;
  element(scratch, 1);
  into.unless = extent{begin, at_};
  into.closed = !backwards_;
}

/// element = "(" alternatives ")" | "[" class "]" | "#" | letter | capital
inline fragment rule_compiler::element(build& into, int depth) {
  if (++steps_ > max_steps) return fail(code::rules_size, "the pattern is too long"), fragment{};
  char const c = peek();
  if (c == '(') {
    ++at_;
    auto const inside = alternatives(into, depth + 1);
    if (!take(")")) fail(code::rules_syntax, "here belongs \")\"");
    return inside;
  }
  if (c == '[') return single(into, bracket());
  if (c == '#') return ++at_, single(into, edge_set);
  if (c >= 'A' && c <= 'Z') {
    auto const* entry = shorthand_at(c);
    if (entry == nullptr) return {};
    ++at_;
    if (entry->single) return single(into, entry->takes);
    // Its text is read again in place: it can only name what stands above it, so this ends.
    extent const here{at_, end_};
    enter(entry->text);
    auto const inside = alternatives(into, depth + 1);
    enter(here);
    if (failed_) at_ = end_;
    return inside;
  }
  auto const point = at_ < end_ ? decode_at(text_, at_) : code_point{};
  if (point.length == 0 || !(is_plain_letter(point.value))) {
    fail(code::rules_syntax, "here belongs a letter, a class or a group", std::max<std::size_t>(point.length, 1));
    return {};
  }
  auto const takes = letter(point.value);
  if (!failed_) at_ += point.length;
  return single(into, takes);
}

inline fragment rule_compiler::single(build& into, symbol_set takes) {
  if (into.positions.size() == pattern::max_positions)
    return fail(code::rules_size, "a context has at most 64 letters and classes: split the rule"), fragment{};
  auto const bit = std::uint64_t{1} << into.positions.size();
  into.positions.push_back({takes, 0});
  return {bit, bit, false};
}

/// class = "[" ["^"] { letter | capital | "#" } "]"
inline symbol_set rule_compiler::bracket() {
  ++at_;
  bool const negated = take("^");
  symbol_set set = 0;
  while (at_ < end_ && peek() != ']') {
    char const c = peek();
    if (c == '#') {
      set |= edge_set;
      ++at_;
    } else if (c >= 'A' && c <= 'Z') {
      auto const* entry = shorthand_at(c);
      if (entry == nullptr) return 0;
      if (!entry->single) return fail(code::rules_syntax, "only a class can stand inside of a class"), 0;
      set |= entry->takes;
      ++at_;
    } else {
      auto const point = decode_at(text_, at_);
      if (!is_plain_letter(point.value))
        return fail(code::rules_syntax, "a class holds letters, capitals and \"#\"", point.length), 0;
      set |= letter(point.value);
      if (!failed_) at_ += point.length;
    }
  }
  if (!take("]")) return fail(code::rules_syntax, "here belongs \"]\""), 0;
  // What is not in the class is another letter: an edge has to be asked for.
  return negated ? any_letter & ~set : set;
}

inline symbol_set rule_compiler::letter(char32_t c) {
  auto const number = table_.letters.add(lower_latin(c));
  if (number <= other_symbol) fail(code::rules_size, "a rule file can use 62 different letters");
  return symbol_set{1} << number;
}

inline rule_compiler::shorthand const* rule_compiler::shorthand_at(char name) {
  auto const& entry = shorthands_[static_cast<std::size_t>(name - 'A')];
  if (entry.known) return &entry;
  fail(code::rules_syntax, fmt::format("{} means nothing here: say \"let {} = …\" above", name, name));
  return nullptr;
}

inline pattern rule_compiler::compile_part(extent text, bool backwards, bool allow_unless) {
  enter(text);
  backwards_ = backwards;
  build built;
  auto const whole = alternatives(built, 0);
  if (at_ < end_) fail(code::rules_syntax, "this closes nothing");
  if (built.unless && !allow_unless) fail(code::rules_syntax, "\"!\" has no meaning here");
  if (failed_) return {};

  pattern result{.starts = 0,
                 .first = backwards ? whole.last : whole.first,
                 .last = backwards ? whole.first : whole.last,
                 .begin = static_cast<std::uint32_t>(table_.positions.size()),
                 .unless = pattern::none,
                 .empty_matches = whole.empty_matches};
  if (backwards) {
    auto turned = built.positions;
    for (auto& each : turned) each.next = 0;
    for (std::size_t from = 0; from < turned.size(); ++from)
      for (auto next = built.positions[from].next; next != 0; next &= next - 1)
        turned[static_cast<std::size_t>(std::countr_zero(next))].next |= std::uint64_t{1} << from;
    built.positions = std::move(turned);
  }
  for (auto first = result.first; first != 0; first &= first - 1)
    result.starts |= built.positions[static_cast<std::size_t>(std::countr_zero(first))].takes;
  if (result.empty_matches) result.starts = ~symbol_set{0};
  table_.positions.insert(table_.positions.end(), built.positions.begin(), built.positions.end());
  if (built.unless) {
    auto const excluded = compile_part(*built.unless, backwards, false);
    bool const one_symbol = excluded.first == excluded.last && !excluded.empty_matches &&
                            std::has_single_bit(excluded.first) && table_.positions[excluded.begin].next == 0;
    if (result.first == 0 && one_symbol) result.starts &= ~excluded.starts;
    result.unless = static_cast<std::uint32_t>(table_.unless.size());
    table_.unless.push_back(excluded);
  }
  return result;
}

/// All ways to write the letters of a rule, as sets of symbols; where an optional letter can be taken it is, first.
inline std::vector<std::vector<symbol_set>> rule_compiler::spellings(extent text) {
  auto const compiled = compile_part(text, false, false);
  std::vector<std::vector<symbol_set>> result;
  if (failed_) return result;
  auto const refuse = [&](std::string message) {
    enter(text);
    fail(code::rules_size, std::move(message), text.end - text.begin);
    return std::vector<std::vector<symbol_set>>{};
  };
  if (compiled.empty_matches) return refuse("a rule needs at least one letter between the braces");
  std::vector<symbol_set> path;
  bool too_many = false;
  auto const walk = [&](auto const& self, std::uint64_t next) -> void {
    for (; next != 0 && !too_many; next &= next - 1) {
      auto const index = static_cast<std::size_t>(std::countr_zero(next));
      auto const& position = table_.positions[compiled.begin + index];
      path.push_back(position.takes);
      if (path.size() > max_graph || result.size() == max_spellings) too_many = true;
      if (!too_many) self(self, position.next);
      if (((compiled.last >> index) & 1U) != 0 && !too_many) result.push_back(path);
      path.pop_back();
    }
  };
  walk(walk, compiled.first);
  if (too_many || result.size() > max_spellings)
    return refuse(fmt::format("at most {} letters and {} spellings fit between the braces", max_graph, max_spellings));
  return result;
}

/// Phones in IPA, separated by blanks; none is silence.
inline std::string rule_compiler::sounds(extent text) {
  enter(text);
  std::string result;
  for (skip_blanks(); at_ < end_; skip_blanks()) {
    auto const stop = std::min(text_.find_first_of(" \t\r\n", at_), end_);
    auto const written = text_.substr(at_, stop - at_);
    auto const which = find_phone(written);
    if (which == phone::none) {
      fail(code::rules_phone, fmt::format("\"{}\" is no phone of the inventory", written), written.size());
      break;
    }
    if (result.size() == max_phones) {
      fail(code::rules_size, "a rule gives at most 64 phones", written.size());
      break;
    }
    result += to_byte(which);
    at_ = stop;
  }
  return result;
}

MONDEGREEN_INLINE rule_table compile_rules(std::string_view text, std::vector<diagnostic>& diagnostics) {
  return rule_compiler(text, diagnostics).run();
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
