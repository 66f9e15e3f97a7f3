#pragma once

#include <mondegreen/impl/check/text_checks.hpp>
#include <mondegreen/impl/text/printable.hpp>
#include <mondegreen/impl/text/utf8.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl {

MONDEGREEN_INLINE bool on_latin_glyph_list(char32_t c) noexcept {
  if (c == '\n' || (c >= 0x20 && c < 0x7F) || (c >= 0xA0 && c <= 0x17F)) return c != 0xAD;
  if (c >= 0x218 && c <= 0x21B) return true; // Romanian
  constexpr std::u32string_view others = U"‐–—‘’‚“”„†‡•…‰‹›€™♪♫Œœ⁄−ƒẞ";
  return others.find(c) != std::u32string_view::npos;
}

} // namespace impl

namespace impl::text_checks {

/// Whole numbers in letters, for what to write instead.
inline std::string_view in_letters(std::string_view language, int number) noexcept {
  static constexpr std::array<std::string_view, 13> french{"zéro", "un",   "deux", "trois", "quatre", "cinq", "six",
                                                           "sept", "huit", "neuf", "dix",   "onze",   "douze"};
  static constexpr std::array<std::string_view, 13> english{"zero",  "one",   "two",  "three", "four",   "five",  "six",
                                                            "seven", "eight", "nine", "ten",   "eleven", "twelve"};
  static constexpr std::array<std::string_view, 13> german{"null",   "eins", "zwei", "drei", "vier", "fünf", "sechs",
                                                           "sieben", "acht", "neun", "zehn", "elf",  "zwölf"};
  static constexpr std::array<std::string_view, 13> spanish{"cero",  "uno",  "dos",   "tres", "cuatro", "cinco", "seis",
                                                            "siete", "ocho", "nueve", "diez", "once",   "doce"};
  static constexpr std::array<std::string_view, 13> italian{
      "zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici"};
  if (number < 0 || number > 12) return {};
  auto const at = static_cast<std::size_t>(number);
  if (language == "fr") return french[at];
  if (language == "en") return english[at];
  if (language == "de") return german[at];
  if (language == "es") return spanish[at];
  if (language == "it") return italian[at];
  return {};
}

constexpr bool is_space(char32_t c) noexcept {
  return c == ' ' || c == '\t' || c == 0xA0 || c == 0x202F || c == 0x2009;
}
constexpr bool digit(char32_t c) noexcept { return c >= '0' && c <= '9'; }

class checker {
public:
  checker(cue const& of, profile const& rules, std::string_view language, bool goes_on, std::vector<text_fault>& into)
      : cue_(of), text_(of.text), rules_(rules), language_(language), goes_on_(goes_on), into_(into) {}

  void run() {
    characters();
    lines();
    if (!rules_.ellipsis.empty()) ellipses();
    if (!rules_.brackets.empty()) brackets();
    if (rules_.spelled_numbers > 0) numbers();
    italics();
  }

private:
  void tell(checks rule, std::size_t from, std::size_t to, std::string message, std::string value = {},
            std::string fix = {}) {
    into_.push_back({rule,
                     {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to - from)},
                     std::move(message),
                     std::move(value),
                     std::move(fix)});
  }

  char32_t before(std::size_t at) const { return at == 0 ? U'\n' : decode_before(text_, at).value; }
  char32_t behind(std::size_t at) const { return at >= text_.size() ? U'\n' : decode_at(text_, at).value; }

  /// Glyphs and white space, in one walk.
  void characters() {
    bool const glyphs = rules_.glyphs == "netflix-latin";
    bool const spaces = !rules_.spaces.empty();
    for (std::size_t at = 0; at < text_.size();) {
      auto const byte = static_cast<unsigned char>(text_[at]);
      if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')) {
        ++at;
        continue;
      }
      auto const point = decode_at(text_, at);
      auto const end = at + point.length;
      if (glyphs && !on_latin_glyph_list(point.value)) glyph(at, end, point.value);
      if (spaces) space(at, end, point.value);
      at = end;
    }
  }

  void glyph(std::size_t at, std::size_t end, char32_t c) {
    std::string fix = "write it with characters of the list";
    if (c == 0x202F || c == 0x2009) fix = "write the no-break space, U+00A0";
    if (c == 0x2011) fix = "write the hyphen, U+002D";
    std::string shown;
    append_utf8(shown, printable(c));
    tell(checks::glyph, at, end,
         fmt::format("U+{:04X} '{}' is not on the list of glyphs", static_cast<std::uint32_t>(c), shown),
         fmt::format("U+{:04X}", static_cast<std::uint32_t>(c)), std::move(fix));
  }

  void space(std::size_t at, std::size_t end, char32_t c) {
    bool const french = rules_.spaces == "french";
    auto const left = before(at);
    auto const right = behind(end);
    if (is_space(c)) {
      if (left == '\n' || right == '\n')
        tell(checks::spaces, at, end, "white space at the edge of a line", {}, "take it out");
      else if (is_space(right))
        tell(checks::spaces, at, end + decode_at(text_, end).length, "more than one space", {}, "leave one");
      else if ((right == ',' || right == '.') && !(behind(end + 1) == '.' || digit(behind(end + 1))) && right != left &&
               !letter(behind(end + 1)))
        tell(checks::spaces, at, end, fmt::format("a space before '{}'", static_cast<char>(right)), {}, "take it out");
      else if (!french && (right == '?' || right == '!' || right == ';' || right == ':') && left != right &&
               !(right == ':' && (behind(end + 1) == ')' || behind(end + 1) == '-')))
        tell(checks::spaces, at, end, fmt::format("a space before '{}'", static_cast<char>(right)), {}, "take it out");
      else if (left == '(' || left == '[' || right == ')' || right == ']')
        tell(checks::spaces, at, end, "a space inside brackets", {}, "take it out");
      else if (french && c != ' ' && c != '\t')
        thin(at, end, c, left, right);
      return;
    }
    if (!french) return;
    bool const high = c == '?' || c == '!' || c == ';' || c == ':';
    if (high && !is_space(left) && left != '\n' && left != '?' && left != '!' && left != U'…' && left != '(' &&
        left != '[') {
      // Not in times, addresses and smileys.
      bool const inside = right != '\n' && !is_space(right) && right != '?' && right != '!' && right != U'»' &&
                          right != ')' && right != '"';
      if (!inside && !(left == '.' && (c == '?' || c == '!')))
        tell(checks::spaces, at, end, fmt::format("no space before '{}'", static_cast<char>(c)), {},
             "put a no-break space before it");
    }
    if (c == U'«' && !is_space(right))
      tell(checks::spaces, at, end, "no space behind '«'", {}, "put a no-break space behind it");
    if (c == U'»' && !is_space(left))
      tell(checks::spaces, at, end, "no space before '»'", {}, "put a no-break space before it");
  }

  static bool letter(char32_t c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c > 0xBF; }

  /// A no-break space of the wrong width before a French mark. An ordinary space is no fault: layout never breaks it.
  void thin(std::size_t at, std::size_t end, char32_t c, char32_t left, char32_t right) {
    if (rules_.thin_space.empty() || rules_.thin_space == "any" || rules_.glyphs == "netflix-latin") return;
    bool const mark = right == '?' || right == '!' || right == ';' || right == ':' || right == U'»' || left == U'«';
    auto const wanted = rules_.thin_space == "U+202F" ? char32_t{0x202F} : char32_t{0xA0};
    if (mark && c != wanted)
      tell(checks::spaces, at, end, "another no-break space than the profile's",
           fmt::format("U+{:04X}", static_cast<std::uint32_t>(c)), "write " + rules_.thin_space);
  }

  /// Dialogue and music, which stand at the edges of lines.
  void lines() {
    std::size_t speakers = 0;
    for (std::size_t from = 0; from <= text_.size();) {
      auto const end = std::min(text_.find('\n', from), text_.size());
      auto const line = text_.substr(from, end - from);
      if (dash(line) != 0) ++speakers;
      if (!rules_.music.empty() && !line.empty()) music(line, from);
      from = end + 1;
    }
    if (rules_.dialogue.empty() || speakers == 0) return;
    for (std::size_t from = 0; from <= text_.size();) {
      auto const end = std::min(text_.find('\n', from), text_.size());
      auto const line = text_.substr(from, end - from);
      if (auto const length = dash(line); length != 0) {
        bool const spaced = length < line.size() && line[length] == ' ';
        bool const wants_space = rules_.dialogue.size() > 1;
        if (length != 1 || line[0] != '-' || spaced != wants_space)
          tell(checks::dialogue, from, from + length + (spaced ? 1 : 0),
               fmt::format("a speaker's line begins with '{}'", line.substr(0, length + (spaced ? 1 : 0))), {},
               fmt::format("begin it with '{}'", rules_.dialogue));
      }
      from = end + 1;
    }
  }

  /// How many bytes of dash begin the line of a speaker; 0: it is none.
  static std::size_t dash(std::string_view line) noexcept {
    std::size_t length = 0;
    if (line.starts_with("–") || line.starts_with("—")) length = std::string_view("–").size();
    if (line.size() > 1 && line[0] == '-' && line[1] != '-' && line[1] != '>') length = 1;
    if (length == 0 || length >= line.size()) return 0;
    auto const text = line.find_first_not_of(' ', length);
    if (text == std::string_view::npos) return 0;
    // "-5" is a number, "– enfin" goes on with a sentence.
    auto const head = decode_at(line, text).value;
    bool const small = (head >= 'a' && head <= 'z') || (head >= 0xDF && head <= 0xFF);
    return digit(head) || small ? 0 : length;
  }

  void music(std::string_view line, std::size_t from) {
    auto const sign = std::string_view(rules_.music);
    auto const first = line.find(sign);
    if (first == std::string_view::npos) return;
    if (line == sign || (first == 0 && line.ends_with(sign) && line.size() > sign.size())) return;
    // A song may run over the lines of a cue: its sign stands at both ends of the cue, too.
    if (text_.starts_with(sign) && text_.ends_with(sign) && text_.size() > sign.size()) return;
    tell(checks::music, from, from + line.size(), fmt::format("'{}' stands at one end only", sign), {},
         fmt::format("put '{}' at both ends", sign));
  }

  void ellipses() {
    bool const single = rules_.ellipsis == "…";
    for (auto at = text_.find(single ? "..." : "…"); at != std::string_view::npos;) {
      auto const end = at + 3; // both have three bytes
      tell(checks::ellipsis, at, end, single ? "an ellipsis of three full stops" : "an ellipsis of one character", {},
           single ? "write U+2026, …" : "write three full stops");
      at = text_.find(single ? "..." : "…", end);
    }
    if (goes_on_ && !rules_.continuation_dots && (text_.ends_with("…") || text_.ends_with("...")))
      tell(checks::continuation, text_.size() - 3, text_.size(), "an ellipsis at the end, and the sentence goes on", {},
           "leave it out, unless the speaker hesitates");
  }

  void brackets() {
    char const open = rules_.brackets[0];
    char const close = rules_.brackets[1];
    char const other = open == '[' ? '(' : '[';
    int depth = 0;
    for (char const c : text_) {
      if (c == open) ++depth;
      if (c == close && --depth < 0) break;
    }
    // A whole cue in the other kind is the name of a sound; a line of one is as a rule an aside.
    char const shut = other == '(' ? ')' : ']';
    bool const sound = text_.size() > 2 && text_.front() == other && text_.find(shut) == text_.size() - 1;
    if (sound)
      tell(checks::brackets, 0, text_.size(), fmt::format("a sound in {}{}", other, shut), {},
           fmt::format("write it in {}", rules_.brackets));
    if (depth != 0) tell(checks::brackets, 0, text_.size(), "brackets that do not match", {}, "close or open them");
  }

  void numbers() {
    for (std::size_t at = 0; at < text_.size(); ++at) {
      if (!digit(static_cast<unsigned char>(text_[at]))) continue;
      auto end = at;
      while (end < text_.size() && digit(static_cast<unsigned char>(text_[end]))) ++end;
      auto const left = before(at);
      auto const right = behind(end);
      bool const alone =
          (left == '\n' || left == ' ' || left == '\'' || left == U'’') && (right == '\n' || right == ' ');
      int value = 0;
      for (auto i = at; i < end && end - at < 4; ++i) value = value * 10 + (text_[i] - '0');
      if (alone && end - at < 4 && value > 0 && value <= rules_.spelled_numbers && !measured(at, end)) {
        auto const word = in_letters(language_, value);
        if (!word.empty())
          tell(checks::numbers, at, end, fmt::format("{} in figures", value), fmt::format("{}", value),
               fmt::format("write '{}'", word));
      }
      at = end;
    }
  }

  /// "Llama 2", "3 %", "5 h", "2, 3 et 4": figures that stay.
  bool measured(std::size_t at, std::size_t end) const {
    auto left = at;
    while (left > 0 && text_[left - 1] != '\n' && text_[left - 1] != ' ') --left;
    if (left == at && left > 1) {
      auto word = left - 1;
      while (word > 0 && text_[word - 1] != ' ' && text_[word - 1] != '\n') --word;
      auto const first = decode_at(text_, word).value;
      bool const sentence = word == 0;
      if (!sentence && first >= 'A' && first <= 'Z') return true; // a name and its number
      if (digit(first)) return true;
    }
    if (end >= text_.size()) return false;
    auto next = end;
    while (next < text_.size() && text_[next] == ' ') ++next;
    auto const rest = text_.substr(next);
    for (std::string_view const unit :
         {"%",    "€",       "$",   "h",    "km",      "kg",        "cm",      "mm",       "m",       "s",
          "°",    "o'clock", "a.m", "p.m",  "million", "milliard",  "billion", "juillet",  "janvier", "février",
          "mars", "avril",   "mai", "juin", "août",    "septembre", "octobre", "novembre", "décembre"})
      if (rest.starts_with(unit) && (!letter(behind(next + unit.size())) || unit.size() > 4)) return true;
    return !rest.empty() && digit(static_cast<unsigned char>(rest[0]));
  }

  void italics() {
    for (auto const& each : cue_.marks)
      if (each.kind == mark_kind::italic && !rules_.italics)
        tell(checks::italics, each.where.offset, each.where.end(), "italics", {}, "set it upright");
  }

  cue const& cue_;
  std::string_view text_;
  profile const& rules_;
  std::string_view language_;
  bool goes_on_;
  std::vector<text_fault>& into_;
};

} // namespace impl::text_checks

namespace impl {

MONDEGREEN_INLINE void check_text(cue const& of, profile const& rules, std::string_view language, bool goes_on,
                                  std::vector<text_fault>& into) {
  text_checks::checker(of, rules, language, goes_on, into).run();
}

} // namespace impl

} // namespace mondegreen::inline MONDEGREEN_ABI
