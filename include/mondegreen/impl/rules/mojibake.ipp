#pragma once

#include <mondegreen/impl/rules/rules.hpp>
#include <mondegreen/impl/rules/typesetting.hpp>

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

/// What the upper half of a single-byte encoding stands for, and back.
class upper_half {
public:
  upper_half(char const* name, bool letters_only_in_runs) : runs_only_(letters_only_in_runs), name_(name) {
    UErrorCode status = U_ZERO_ERROR;
    auto* converter = ucnv_open(name, &status);
    if (U_FAILURE(status) != 0) return;
    for (unsigned byte = 0x80; byte < 0x100; ++byte) {
      auto const in = static_cast<char>(byte);
      std::array<UChar, 4> out{};
      status = U_ZERO_ERROR;
      auto const length = ucnv_toUChars(converter, out.data(), static_cast<int32_t>(out.size()), &in, 1, &status);
      // Bytes that stand for nothing were handed on as the control characters of their number.
      char32_t const c = U_SUCCESS(status) != 0 && length == 1 && out[0] != 0xFFFD ? out[0] : byte;
      bytes_.emplace_back(c, static_cast<std::uint8_t>(byte));
    }
    ucnv_close(converter);
    std::stable_sort(bytes_.begin(), bytes_.end(), [](auto const& a, auto const& b) { return a.first < b.first; });
  }

  /// The byte that stands for a character, or 0.
  std::uint8_t byte_of(char32_t c) const noexcept {
    auto const found =
        std::lower_bound(bytes_.begin(), bytes_.end(), c, [](auto const& each, char32_t x) { return each.first < x; });
    return found != bytes_.end() && found->first == c ? found->second : std::uint8_t{0};
  }

  /// Its letters and frames stand beside each other in ordinary text, so only runs of one script count.
  bool runs_only() const noexcept { return runs_only_; }
  std::string_view name() const noexcept { return name_; }

private:
  std::vector<std::pair<char32_t, std::uint8_t>> bytes_;
  bool runs_only_;
  std::string_view name_;
};

/// The encodings that UTF-8 is mistaken for, the likeliest first.
inline std::vector<upper_half> const& mistaken_encodings() {
  static std::vector<upper_half> const list = [] {
    std::vector<upper_half> made;
    made.reserve(8);
    made.emplace_back("windows-1252", false);
    made.emplace_back("ISO-8859-1", false);
    made.emplace_back("windows-1251", false);
    made.emplace_back("windows-1250", false);
    made.emplace_back("macintosh", false);
    made.emplace_back("ISO-8859-2", false);
    made.emplace_back("windows-1257", false);
    made.emplace_back("IBM437", true);
    return made;
  }();
  return list;
}

/// Characters of a text with their places.
struct placed_char {
  char32_t c = 0;
  std::uint32_t from = 0;
  std::uint32_t to = 0;
};

/// A run of characters that are the bytes of one.
struct garbled {
  std::size_t first = 0; ///< index of characters
  std::size_t count = 0;
  char32_t meant = 0;
  bool strong = false; ///< by itself, whatever stands around
};

class mojibake_search {
public:
  /// `level`: how often the text has been mended already. What was garbled twice is garbled, whatever it looks like.
  mojibake_search(std::string_view text, int level) : text_(text), level_(level) {
    for (std::size_t i = 0; i < text.size();) {
      auto const point = decode_at(text, i);
      chars_.push_back({point.value, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + point.length)});
      i += point.length;
    }
  }

  /// What is garbled by the encoding that explains most of it. Empty if none explains anything for sure.
  std::vector<garbled> run(std::string_view& encoding) {
    std::vector<garbled> best;
    std::size_t best_worth = 0;
    std::size_t best_stray = 0;
    for (auto const& each : mistaken_encodings()) {
      std::size_t stray = 0;
      auto found = find(each, stray);
      std::size_t strong = 0;
      std::size_t covered = 0;
      for (auto const& one : found) {
        strong += one.strong;
        covered += one.count;
      }
      auto const worth = strong == 0 ? 0 : 8 * strong + covered;
      if (worth <= best_worth) continue;
      best_worth = worth;
      best_stray = stray;
      best = std::move(found);
      encoding = each.name();
    }
    // First bytes of three without the other two: garbled, and then changed beyond repair ("ã†â€™ãƒâ€ ã¢â‚¬").
    if (best_stray > 3 && best_stray >= best.size()) best.clear();
    return best;
  }

  placed_char const& at(std::size_t i) const { return chars_[i]; }

private:
  char32_t before(std::size_t i) const { return i > 0 ? chars_[i - 1].c : U'\0'; }
  char32_t behind(std::size_t i) const { return i < chars_.size() ? chars_[i].c : U'\0'; }

  static bool is_mark_that_closes(char32_t c) noexcept {
    return c == 0x2019 || c == 0x201D || c == 0x201C || c == 0x2026 || c == 0x2013 || c == 0x2014 || c == 0xBB ||
           c == 0x2122 || c == 0xAE || c == 0x203A || c == 0xA0;
  }

  static bool is_letter_or_mark_of(char32_t c, int lead, bool control) noexcept {
    switch (lead) {
    case 0xC2: return c >= 0xA0 || control; // a byte of the level below that stands for nothing: "Â\x9D"
    case 0xC3: return true;
    case 0xC4:
    case 0xC5: return true; // Latin Extended-A
    case 0xC6:
    case 0xC7:
    case 0xC8: return c >= 0x1A0 && c <= 0x21B; // what Romanian and Vietnamese have of it
    case 0xCB: return c >= 0x2C6 && c <= 0x2DD;
    case 0xCC: return c < 0x340;
    default: return lead == 0xCE || lead == 0xCF || lead == 0xD0 || lead == 0xD1 || (lead >= 0xD7 && lead <= 0xD9);
    }
  }

  /// What three bytes may stand for in text that people write: marks, symbols, Vietnamese, East Asian text, ligatures.
  static bool is_usual(char32_t c) noexcept {
    return (c >= 0x1E00 && c <= 0x1EFF) || (c >= 0x2010 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x9FFF) ||
           (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xE00 && c <= 0xE7F) || (c >= 0x900 && c <= 0x97F) ||
           (c >= 0xFB00 && c <= 0xFB06) || c == 0xFE0F || (c >= 0xFF00 && c <= 0xFFEF) || c == 0xFFFD || c == 0xFEFF ||
           c == 0x200B || c == 0x200D;
  }

  std::vector<garbled> find(upper_half const& encoding, std::size_t& stray) const {
    std::vector<garbled> all;
    for (std::size_t i = 0; i + 1 < chars_.size();) {
      auto one = sequence(encoding, i);
      if (one.count == 0) {
        stray += encoding.byte_of(chars_[i].c) >= 0xE2 && chars_[i + 1].c >= 0x80;
        ++i;
        continue;
      }
      i += one.count;
      all.push_back(one);
    }
    mark_runs(all, encoding);
    // One pair of characters in a text that has others beyond ASCII, and those are right: too little to go by.
    if (all.size() == 1 && all.front().count == 2) {
      auto const others =
          std::count_if(chars_.begin(), chars_.end(), [](placed_char const& each) { return each.c >= 0x80; });
      if (others > 2) all.clear();
    }
    return all;
  }

  /// Three sequences in a row that are letters of one script other than Latin.
  static void mark_runs(std::vector<garbled>& all, upper_half const& encoding) {
    enum block {
      none,
      greek,
      cyrillic,
      hebrew,
      arabic,
      east_asian
    };
    auto const block_of = [](char32_t c) {
      if ((c >= 0x3000 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3)) return east_asian;
      if (c < 0x370 || c >= 0x800) return none;
      return c >= 0x600 ? arabic : c >= 0x590 ? hebrew : c >= 0x400 ? cyrillic : greek;
    };
    for (std::size_t i = 0; i < all.size();) {
      std::size_t end = i + 1;
      auto const own = block_of(all[i].meant);
      while (end < all.size() && own != none && all[end].first == all[end - 1].first + all[end - 1].count &&
             block_of(all[end].meant) == own)
        ++end;
      // A lone ideograph among Latin letters is likelier an accident of bytes.
      auto const enough = own == east_asian ? 2U : 3U;
      for (auto k = i; k < end && own != none; ++k) {
        if (end - i >= enough)
          all[k].strong = true;
        else if (own == east_asian)
          all[k].count = 0;
      }
      i = end;
    }
    std::erase_if(all, [](garbled const& each) { return each.count == 0; });
    if (encoding.runs_only()) std::erase_if(all, [&](garbled const& each) { return !each.strong; });
  }

  garbled sequence(upper_half const& encoding, std::size_t i) const {
    auto const lead = encoding.byte_of(chars_[i].c);
    if (lead < 0xC2 || lead > 0xF4) return {};
    std::size_t const length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    std::string bytes(1, static_cast<char>(lead));
    bool control = chars_[i].c >= 0x80 && chars_[i].c < 0xA0;
    std::size_t k = i + 1;
    for (; bytes.size() < length && k < chars_.size(); ++k) {
      auto byte = encoding.byte_of(chars_[k].c);
      // A byte that stands for nothing was lost on the way: "â€�".
      bool const lost = chars_[k].c == 0xFFFD && (length == 3 || (length == 2 && lead <= 0xC5));
      if (lost && bytes.size() + 1 == length) return {i, length, 0xFFFD, false};
      if (lost && bytes.size() == 1 && level_ > 0) {
        auto const last = encoding.byte_of(behind(k + 1));
        return {i, last >= 0x80 && last <= 0xBF ? std::size_t{3} : std::size_t{2}, 0xFFFD, true};
      }
      bool const question = chars_[k].c == '?' && lead == 0xE2 && bytes == "\xE2\x80" && !is_word(behind(k + 1));
      if (question) return {i, length, 0xFFFD, false};
      if (byte < 0x80 || byte > 0xBF) break;
      control = control || (chars_[k].c >= 0x80 && chars_[k].c < 0xA0);
      bytes += static_cast<char>(byte);
    }
    bool const spaced = bytes.size() == 1 && chars_[i + 1].c == ' ';
    if (spaced && lead == 0xC3) return lost_space(i);
    // "namedÂ „": the no-break space behind became a plain one.
    if (spaced && lead == 0xC2 && chars_[i].c == 0xC2 && is_lower(before(i)) && before(i) < 0x180)
      return {i, 2, 0xA0, true};
    // "Å iaip": the no-break space of the Š became a plain one.
    bool const opens = before(i) == 0 || before(i) == ' ';
    if (spaced && lead == 0xC5 && opens && is_lower(behind(i + 2))) return {i, 2, 0x160, false};
    if (bytes.size() < length) return {};
    auto const meant = decode_at(bytes, 0);
    if (!meant.valid) return surrogates(encoding, i);
    garbled found{i, length, meant.value, false};
    if (length == 4) {
      found.strong = meant.value >= 0x1F000;
      return found.strong ? found : garbled{};
    }
    if (length == 3) {
      bool const closing = is_mark_that_closes(chars_[i + 1].c) && is_mark_that_closes(chars_[i + 2].c);
      // "Brontë…”"; but "(â”’" in what was mended once is a part of a frame.
      if (!is_usual(meant.value) || (closing && (level_ == 0 || is_plain_letter(before(i))))) return {};
      found.strong = !encoding.runs_only() || meant.value < 0x2100;
      return found;
    }
    if (!is_letter_or_mark_of(meant.value, lead, control)) return {};
    found.strong = is_strong(i, meant.value, lead, control, encoding);
    return found;
  }

  /// Two characters for one: are they impossible side by side, as they stand?
  bool is_strong(std::size_t i, char32_t meant, int lead, bool control, upper_half const& encoding) const {
    if (encoding.runs_only()) return false;
    auto const first = chars_[i].c;
    auto const second = chars_[i + 1].c;
    auto const left = before(i);
    auto const right = behind(i + 2);
    if (control) return true;
    bool const right_word = is_plain_letter(right);
    bool const closing = is_mark_that_closes(second);
    bool const accent = second >= 0x2C6 && second <= 0x2DD; // ˆ ˜ ˝: no letters, though \w has them
    bool const letters = is_plain_letter(first) && is_plain_letter(second) && !accent;
    bool const capital_a = first == 0xC3 && lead == 0xC3;
    // Two letters may always be beside each other; two capitals with accents not inside of a word of small ones.
    if (letters && !capital_a)
      return is_upper(first) && is_upper(second) && is_lower(left) && left < 0x180 && is_lower(right) && right < 0x180;
    // A stroke through or under each letter: "Ì¶6Ì¶3".
    if (first == 0xCC && lead == 0xCC && (second == 0xB2 || second == 0xB3 || second == 0xB6 || second == 0xB7))
      return !is_upper(left);
    // Quotation marks and dashes stand beside letters as they like: "l’été".
    bool const mark = first == 0xAB || first == 0xBB || (first >= 0x2010 && first <= 0x2026);
    if (mark) return false;
    // A capital or a sign inside of a word of small letters.
    bool const odd_inside = is_lower(left) && left < 0x180 && !is_lower(first) && !closing;
    if (odd_inside) return true;
    if (capital_a) {
      if (second == 0xA0) return is_lower(left) || right_word || right == ' ';
      if (!closing) return is_plain_letter(left) || right_word;
      // "HÃ”TEL", "OÃ™ ET"; but "a lot of Ã’s".
      return (is_upper(left) && (is_upper(right) || second == 0x2122)) || (is_lower(left) && is_lower(meant));
    }
    // "Â£", "Â°": nobody writes the capital there.
    if (first == 0xC2 && lead == 0xC2) return !closing || second == 0xA0 || second == 0xBB;
    // A sign between letters, one of them small.
    bool const sign = (!is_plain_letter(second) || accent) && !closing;
    return sign && right_word && (is_lower(right) || is_lower(left)) && !is_digit(left);
  }

  /// "Ã " for "à": the no-break space behind became a plain one, or got lost with it.
  garbled lost_space(std::size_t i) const {
    auto const left = before(i);
    auto const next = behind(i + 2);
    bool const word = is_lower(left) || ((left == 0 || left == ' ' || is_apostrophe_like(left)) && is_lower(next));
    if (!word && !(left == ' ' && next == ' ')) return {};
    // Portuguese "às" and "àquele", which no "à" with a word behind it is.
    if (continues_in_portuguese(i + 2)) return {i, 2, 0xE0, false};
    // Two spaces: the first was the no-break space.
    return {i, next == ' ' ? std::size_t{2} : std::size_t{1}, 0xE0, is_lower(left) && left < 0x180};
  }

  bool continues_in_portuguese(std::size_t i) const {
    if (i >= chars_.size()) return false;
    auto const word = word_after(text_, chars_[i].from);
    auto const next = char_at(text_, chars_[i].from + word.size());
    if (word == "s") return !is_apostrophe_like(next); // French "à s'occuper"
    return word == "quele" || word == "queles" || word == "quela" || word == "quelas" || word == "quilo";
  }

  /// Two surrogates that were encoded one by one.
  garbled surrogates(upper_half const& encoding, std::size_t i) const {
    if (i + 6 > chars_.size()) return {};
    std::array<std::uint32_t, 6> b{};
    for (std::size_t k = 0; k < 6; ++k) b[k] = encoding.byte_of(chars_[i + k].c);
    bool const pair = b[0] == 0xED && b[1] >= 0xA0 && b[1] <= 0xAF && b[3] == 0xED && b[4] >= 0xB0 && b[4] <= 0xBF &&
                      (b[2] & 0xC0U) == 0x80 && (b[5] & 0xC0U) == 0x80;
    if (!pair) return {};
    auto const high = 0xD000U | (b[1] & 0x3FU) << 6U | (b[2] & 0x3FU);
    auto const low = 0xD000U | (b[4] & 0x3FU) << 6U | (b[5] & 0x3FU);
    return {i, 6, 0x10000U + ((high - 0xD800U) << 10U) + (low - 0xDC00U), true};
  }

  std::string_view text_;
  int level_;
  std::vector<placed_char> chars_;
};

/// Four bytes beyond ASCII in a row, a control character of C1, or "Â" or "Ã": without one of these there is nothing to
/// mend. U+202F is in none of the encodings, and a run that opens with ’ or a no-break space opens with no first byte of a
/// sequence, so that "l’été" and "beauté ?" are none.
inline bool may_be_garbled(std::string_view text) noexcept {
  std::size_t run = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const c = static_cast<unsigned char>(text[i]);
    if (c < 0x80) {
      run = 0;
      continue;
    }
    auto const rest = text.substr(i);
    if (rest.starts_with("\u202F") || (run == 0 && rest.starts_with("\u2019"))) {
      run = 0;
      i += 2;
      continue;
    }
    if (run == 0 && rest.starts_with("\u00A0")) {
      ++i;
      continue;
    }
    if (++run >= 4) return true;
    if (i + 1 == text.size()) continue;
    auto const next = static_cast<unsigned char>(text[i + 1]);
    if ((c == 0xC2 && next < 0xA0) || (c == 0xC3 && (next == 0x82 || next == 0x83)) || (c == 0xD0 && next == 0x93))
      return true;
  }
  return false;
}

/// One level of it; returns whether something changed.
inline bool mend_once(editor& text, place where, int level) {
  std::string const in = text.at(where).text;
  mojibake_search search(in, level);
  std::string_view encoding;
  auto const found = search.run(encoding);
  findings out;
  auto const why = [](std::string_view as) {
    return grounds{.confidence = 0.97F, .evidence = {"UTF-8 that was read as " + std::string(as)}};
  };
  for (auto const& each : found) {
    std::string with;
    append_utf8(with, each.meant);
    out.replace(search.at(each.first).from, search.at(each.first + each.count - 1).to, with, why(encoding));
  }
  if (out.changes().empty()) {
    // Control characters of C1 are those of windows-1252, read as ISO 8859-1.
    auto const& latin = mistaken_encodings().front();
    for (std::size_t i = 0; i < in.size();) {
      auto const point = decode_at(in, i);
      if (point.value >= 0x80 && point.value < 0xA0) {
        for (char32_t c = 0x152; c <= 0x2122; ++c)
          if (latin.byte_of(c) == point.value) {
            std::string with;
            append_utf8(with, c);
            out.replace(i, i + point.length, with,
                        {.confidence = 0.95F, .evidence = {"windows-1252 that was read as ISO-8859-1"}});
            break;
          }
      }
      i += point.length;
    }
  }
  return !out.changes().empty() && text.replace(where, out.changes());
}

inline void mend_mojibake(editor& text, rule_context const&, void*) {
  for_each_unsettled_passage(text, [&](place where, passage const& each) {
    if (!may_be_garbled(each.text)) return;
    // Text is garbled up to four times over.
    for (int level = 0; level < 6 && mend_once(text, where, level); ++level) {
    }
  });
}

MONDEGREEN_INLINE rule const mojibake{
    .id = "mojibake",
    .summary = "mends text that was read in the wrong encoding: Ã©tÃ© is été",
    .apply = mend_mojibake,
    .group = "encoding",
    .counted = "garbled character|garbled characters",
    .needs = sign::neighbours | sign::beyond_basic_plane | sign::c1_control | sign::accented_a | sign::cyrillic_ghe,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
