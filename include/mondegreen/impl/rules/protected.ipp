#pragma once

#include <mondegreen/impl/rules/characters.hpp>
#include <mondegreen/impl/rules/protected.hpp>
#include <mondegreen/impl/text/line_scan.hpp>
#include <mondegreen/impl/text/lists.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

/// Units as they stand behind a figure in any of our languages.
inline constexpr std::string_view unit_symbols =
    "%|‰|€|$|£|¥|°|°C|°F|k|K|M|Mds|k€|M€|Md€|mm|cm|dm|m|km|m²|m2|km²|m³|ha|mg|g|kg|t|ml|mL|cl|cL|l|L|s|ms|µs|ns|min|h|"
    "Hz|kHz|MHz|GHz|bit|bits|kbit|Mbit|B|kB|MB|GB|TB|PB|o|ko|Ko|Mo|Go|To|Po|V|kV|W|kW|MW|GW|kWh|MWh|GWh|TWh|A|mA|mAh|J|"
    "kJ|cal|kcal|N|Pa|hPa|bar|dB|px|dpi|fps|ppm|km/h|m/s|Mb/s|Gb/s|Mbps|Gbps|in|ft|mi|mph|lb|oz|CHF|EUR|USD|GBP";

/// What inclusive writing hangs on a word: "professionnel.le.s", "étudiant·e·s", "acteur-rice-s".
inline constexpr std::string_view inclusive_endings = "e|s|es|le|ne|te|se|rice|rices|ice|ices|euse|euses|ère|ères|ière|"
                                                      "ières|trice|trices|ve|ves|fe|x|ale|lle|nne|sse|esse";

/// Top-level domains that are written in capitals or after a capital too ("OpenAI.COM"), and the usual ones.
inline constexpr std::string_view domains =
    "com|org|net|edu|gov|fr|de|es|it|uk|eu|ch|be|ca|io|ai|co|tv|me|info|dev|app";

/// Where something may be protected. In most sentences nothing is: a full stop before a blank or the end is no part of an
/// address, and of marks only middle dots and those of quotations matter.
struct at_protection {
  template <class V> static V holds(V a, V b) noexcept {
    auto const blank = (b == ' ') | (b == '\n') | (b == '\t') | (b == '\r');
    auto const figure = V::only_first(a <= '9', a <= '.'); // and a slash
    auto const sign = (a == '@') | (a == '\\') | (a == '#') | (a == '_') | (a == '(') | (a == '`') | (a == '"');
    auto const latin = V::only_first(a == '\xC2', b == '\xA0'); // but no no-break space
    auto const mark = (a == '\x80') & ((b == '\x9C') | (b == '\x9E') | (b == '\xA2') | (b == '\xA7')); // “ „ • ‧
    return figure | sign | latin | mark | V::only_first((a == '.') | (a == ':'), blank);
  }
};

class protection_search {
public:
  protection_search(std::string_view text, language const& speech) : text_(text), speech_(speech) {}

  std::vector<protected_span> run() {
    std::size_t at = 0;
    while (at < text_.size()) {
      at = next_marked_chunk(at);
      if (at >= text_.size()) break;
      auto const end = chunk_end(at);
      at = std::max(end, look_at(at, end));
    }
    if (text_.find('`') != text_.npos) find_code();
    if (quotes_) find_foreign();
    std::stable_sort(found_.begin(), found_.end(),
                     [](protected_span const& a, protected_span const& b) { return a.where.offset < b.where.offset; });
    return std::move(found_);
  }

private:
  enum byte_class : std::uint8_t {
    plain,
    blank,
    marked, ///< a run of text with such a byte may be an address, a number, …
    quote
  };

  static constexpr std::array<std::uint8_t, 256> classes = [] {
    std::array<std::uint8_t, 256> table{};
    for (char const c : {' ', '\t', '\n', '\r'}) table[static_cast<unsigned char>(c)] = blank;
    for (char const c : {'.', '/', '@', '\\', '#', '_', '(', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'})
      table[static_cast<unsigned char>(c)] = marked;
    table['"'] = quote;
    table[0xC2] = marked; // U+00B7, the middle dot; U+00AB
    table[0xE2] = quote;  // “ ”
    return table;
  }();

  /// The start of the next run without blanks that has a marked byte. No-break spaces are bytes of such a run here.
  std::size_t next_marked_chunk(std::size_t at) {
    std::size_t start = at;
    for (; at < text_.size(); ++at) {
      switch (classes[static_cast<unsigned char>(text_[at])]) {
      case blank: start = at + 1; break;
      case marked: quotes_ = quotes_ || text_[at] == '\xC2'; return back_to_blank(start, at);
      case quote: quotes_ = true; break;
      default: break;
      }
    }
    return at;
  }

  /// Behind the last no-break space in [start, at).
  std::size_t back_to_blank(std::size_t start, std::size_t at) const {
    auto const found = run_start(text_, at, [](char32_t c) { return !is_space_or_line(c); });
    return std::max(start, found);
  }

  std::size_t chunk_end(std::size_t at) {
    auto const end = run_end(text_, at, [](char32_t c) { return !is_space_or_line(c); });
    if (end == at) return at + decode_at(text_, at).length; // a no-break space itself
    auto const chunk = text_.substr(at, end - at);
    quotes_ = quotes_ || chunk.find('"') != chunk.npos || chunk.find('\xE2') != chunk.npos ||
              chunk.find('\xC2') != chunk.npos;
    return end;
  }

  void add(std::size_t from, std::size_t to, protected_kind kind) {
    if (to <= from) return;
    found_.push_back({{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to - from)}, kind});
  }

  static bool opens(char32_t c) noexcept {
    return c == '(' || c == '[' || c == '{' || c == '"' || c == '\'' || c == '<' || c == 0xAB || c == 0x201C ||
           c == 0x2018 || c == 0x201E || c == 0xBF || c == 0xA1 || c == '*' || c == 0x2019;
  }

  static bool closes(char32_t c) noexcept {
    return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == ']' || c == '}' || c == '"' ||
           c == '\'' || c == '>' || c == 0xBB || c == 0x201D || c == 0x2019 || c == 0x2026 || c == '*' || c == 0x201C;
  }

  /// Finds what is protected in a run without blanks; returns how far a number reached beyond it.
  std::size_t look_at(std::size_t start, std::size_t end) {
    start = run_end(text_.substr(0, end), start, opens);
    // "l'https://…": what is elided before is no part of it.
    auto stop = run_start(text_, end, closes);
    bool const bracket = text_.substr(start, stop - start).find('(') != text_.npos;
    while (!bracket && stop > start && text_[stop - 1] == ')') stop = run_start(text_, stop - 1, closes);
    if (stop <= start) return end;
    auto const chunk = text_.substr(start, stop - start);
    if (is_digit(static_cast<unsigned char>(chunk.front()))) return look_at_number(start, stop, end);
    if (is_address(chunk)) {
      add(start, text_[stop - 1] == ')' || stop == end || text_[stop] != '/' ? stop : end, protected_kind::address);
      return end;
    }
    if (chunk.find('\\') != chunk.npos || chunk.find('_') != chunk.npos || is_path(chunk)) {
      add(start, stop, protected_kind::file);
      return end;
    }
    look_at_dots(start, stop);
    look_at_brackets(start, stop);
    // Figures inside: "(12:30", "S01E02", "-5": those that open a part behind a sign or an apostrophe.
    for (std::size_t i = start + 1; i < stop; ++i)
      if (is_digit(static_cast<unsigned char>(text_[i])) && !is_word(char_before(text_, i))) {
        return std::max(end, look_at_number(i, stop, end));
      }
    return end;
  }

  static bool is_address(std::string_view chunk) {
    if (chunk.find("://") != chunk.npos || chunk.starts_with("www.") || chunk.starts_with("mailto:")) return true;
    if (chunk.size() > 1 && (chunk[0] == '@' || chunk[0] == '#') && is_word(char_at(chunk, 1))) return true;
    auto const sign = chunk.find('@');
    return sign != chunk.npos && sign > 0 && sign + 1 < chunk.size() && is_word(char_before(chunk, sign)) &&
           is_word(char_at(chunk, sign + 1));
  }

  /// "/usr/bin", "docs/talk", "et/ou": what a slash ties together is left alone.
  static bool is_path(std::string_view chunk) {
    auto const slash = chunk.find('/');
    if (slash == chunk.npos) return false;
    return (slash == 0 && chunk.size() > 1) || (slash + 1 < chunk.size() && is_word(char_at(chunk, slash + 1)));
  }

  static bool is_inclusive_tail(std::string_view tail, char32_t dot) {
    bool all = !tail.empty();
    while (all && !tail.empty()) {
      auto const end = run_end(tail, 0, is_plain_letter);
      all = list_contains(inclusive_endings, tail.substr(0, end));
      if (end >= tail.size()) break;
      auto const point = decode_at(tail, end);
      all = all && (point.value == dot || point.value == ')');
      tail.remove_prefix(end + point.length);
    }
    return all;
  }

  /// A full stop or a middle dot between letters.
  void look_at_dots(std::size_t start, std::size_t stop) {
    for (std::size_t i = start; i < stop;) {
      auto const point = decode_at(text_, i);
      auto const behind = i + point.length;
      bool const dot = point.value == '.' || point.value == 0xB7 || point.value == 0x2022 || point.value == 0x2027;
      if (!dot || behind >= stop || !is_word(char_at(text_, behind)) || !is_word(char_before(text_, i))) {
        i = behind;
        continue;
      }
      // The whole of "professionnel.le.s": its letters before and what hangs on.
      auto const head = run_start(text_, i, is_word);
      auto const tail = text_.substr(behind, stop - behind);
      if (point.value != '.' || is_inclusive_tail(tail, point.value)) {
        add(head, stop, protected_kind::inclusive);
        return;
      }
      auto const next = char_at(text_, behind);
      auto const right = text_.substr(behind, run_end(text_, behind, is_plain_letter) - behind);
      bool const lone = decode_before(text_, i).length == i - head;
      bool const capitals = right.size() > 1 && is_upper(next) && is_upper(char_before(text_, behind + right.size()));
      // A capital and small letters behind the dot are the next sentence without its space ("fin.Son"); in small
      // letters it is a domain or a file; single letters are an acronym, which is left alone too.
      if (is_lower(next) || lone || capitals || is_domain(right)) {
        auto const from = std::max(start, run_start(text_, i, [](char32_t c) {
                                     return is_word(c) || c == '.' || c == '-' || c == '_' || c == '~';
                                   }));
        add(from, stop, lone ? protected_kind::file : protected_kind::address);
        return;
      }
      i = behind;
    }
  }

  static bool is_domain(std::string_view word) {
    // "…fin.De là": as a word of the next sentence a short one is likelier than as a domain.
    return word.size() == 3 && list_contains("Com|Org|Net", word);
  }

  /// "auteur(e)s", "maison(s)".
  void look_at_brackets(std::size_t start, std::size_t stop) {
    auto const open = text_.find('(', start);
    if (open == text_.npos || open >= stop || open == start || !is_plain_letter(char_before(text_, open))) return;
    auto const close = run_end(text_, open + 1, is_plain_letter);
    if (close == open + 1 || close >= text_.size() || text_[close] != ')') return;
    auto const end = run_end(text_, close + 1, is_plain_letter);
    add(run_start(text_, open, is_plain_letter), end, protected_kind::inclusive);
  }

  /// "10:30", "10h30", "1h", "99,99 %", "140 000 km/h". Returns where it ends.
  std::size_t look_at_number(std::size_t start, std::size_t stop, std::size_t chunk_end) {
    if (is_clock(start, stop)) {
      add(start, stop, protected_kind::time);
      return chunk_end;
    }
    if (text_.substr(start, stop - start).find('/') != std::string_view::npos) { // a date, a ratio, a rate
      add(start, stop, protected_kind::number);
      return chunk_end;
    }
    // Groups of three behind one space, decimals, ranges: the rest of the run without blanks belongs to it.
    auto at = stop;
    bool const figures = digits(start) == stop || is_grouped(start, stop);
    if (figures && stop == chunk_end) {
      while (true) {
        auto const behind = one_space(at);
        if (behind == at || digits(behind) != behind + 3 || is_word(char_at(text_, behind + 3))) break;
        at = behind + 3;
        while (at < text_.size() && (text_[at] == ',' || text_[at] == '.') && digits(at + 1) > at + 1)
          at = digits(at + 1);
      }
      auto const unit = one_space(at);
      auto const end = run_end(text_, unit, [](char32_t c) { return !is_space_or_line(c) && !closes(c) && c != ')'; });
      if (unit > at && list_contains(unit_symbols, text_.substr(unit, end - unit))) at = end;
    }
    add(start, at, protected_kind::number);
    return std::max(at, chunk_end);
  }

  std::size_t digits(std::size_t at) const {
    while (at < text_.size() && is_digit(static_cast<unsigned char>(text_[at]))) ++at;
    return at;
  }

  std::size_t one_space(std::size_t at) const {
    if (at >= text_.size()) return at;
    auto const point = decode_at(text_, at);
    return is_space(point.value) ? at + point.length : at;
  }

  bool is_grouped(std::size_t start, std::size_t stop) const {
    for (auto i = start; i < stop; ++i)
      if (!is_digit(static_cast<unsigned char>(text_[i])) && text_[i] != ',' && text_[i] != '.') return false;
    return true;
  }

  bool is_clock(std::size_t start, std::size_t stop) const {
    auto at = digits(start);
    if (at - start > 3 || at >= stop) return false;
    if (text_[at] == 'h' || text_[at] == 'H') return at + 1 == stop || digits(at + 1) > at + 1;
    return text_[at] == ':' && digits(at + 1) > at + 1;
  }

  void find_code() {
    for (auto open = text_.find('`'); open != text_.npos;) {
      auto const close = text_.find('`', open + 1);
      if (close == text_.npos) return;
      if (close > open + 1) add(open, close + 1, protected_kind::code);
      open = text_.find('`', close + 1);
    }
  }

  /// A quotation of four words or more that another language claims.
  void find_foreign() {
    if (speech_.code.empty()) return;
    constexpr std::string_view pairs[][2] = {{"\"", "\""}, {"«", "»"}, {"“", "”"}, {"„", "“"}};
    for (auto const& pair : pairs) {
      for (auto open = text_.find(pair[0]); open != text_.npos;) {
        auto const from = open + pair[0].size();
        auto const close = text_.find(pair[1], from);
        if (close == text_.npos) break;
        auto const inside = text_.substr(from, close - from);
        if (std::count(inside.begin(), inside.end(), ' ') >= 3) {
          auto const guess = detect_language(inside);
          if (guess.what != nullptr && guess.what->code != speech_.code) {
            auto const begin = run_end(text_, from, is_space);
            add(begin, run_start(text_, close, is_space), protected_kind::foreign);
          }
        }
        open = text_.find(pair[0], close + pair[1].size());
      }
    }
  }

  std::string_view text_;
  language const& speech_;
  std::vector<protected_span> found_;
  bool quotes_ = false;
};

MONDEGREEN_INLINE std::vector<protected_span> find_protected(std::string_view text, language const& speech) {
  auto const* const end = text.data() + text.size();
  if (lines::scan<at_protection>(text.data(), end) == end) return {};
  return protection_search(text, speech).run();
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
