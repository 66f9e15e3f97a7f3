#pragma once

#include <mondegreen/impl/rules/characters.hpp>
#include <mondegreen/impl/rules/passages.hpp>
#include <mondegreen/impl/rules/protected.hpp>
#include <mondegreen/impl/rules/rules.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

/// Finds where a recogniser is stuck: the same words over and over, in a cue or across cues.
class loop_search {
public:
  explicit loop_search(editor& text) : text_(text), cues_(text.text().cues) {}

  void run() {
    across_cues();
    for_each_unsettled_cue(text_, [&](std::uint32_t i, cue const&) { inside(i); });
  }

private:
  /// How many words a text has, marks aside.
  static std::uint32_t count_words(std::string_view text) noexcept {
    std::uint32_t words = 0;
    bool inside = false;
    for (char const c : text) {
      words += letter_of(c) != 0 && !inside ? 1 : 0;
      inside = letter_of(c) != 0;
    }
    return words;
  }

  static bool is_sung(std::string_view text) noexcept { return text.find("♪") != text.npos; }

  static constexpr std::uint64_t with(std::uint64_t hash, unsigned char c) noexcept {
    return (hash ^ c) * 0x100000001b3U;
  }

  /// A byte of a word, upper and lower case as one; 0 for one between words.
  static unsigned char letter_of(char c) noexcept {
    static constexpr auto letters = [] {
      std::array<unsigned char, 256> made{};
      for (unsigned byte = 0; byte < 256; ++byte) {
        bool const letter = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
                            (byte >= 'A' && byte <= 'Z') || byte >= 0x80;
        if (letter) made[byte] = static_cast<unsigned char>(byte & 0xDFU);
      }
      return made;
    }();
    return letters[static_cast<unsigned char>(c)];
  }

  /// True if the words of both are the same, and there are some. Few cues open as one of the three above does.
  bool same_words(std::size_t i, std::size_t above) const {
    return text_.may_open_alike(static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(above)) &&
           same_words(cues_[i].text, cues_[above].text);
  }

  static bool same_words(std::string_view a, std::string_view b) noexcept {
    auto const to_word = [](std::string_view text, std::size_t at) {
      while (at < text.size() && letter_of(text[at]) == 0) ++at;
      return at;
    };
    auto const letter_at = [](std::string_view text, std::size_t at) {
      return at < text.size() ? letter_of(text[at]) : std::uint8_t{0};
    };
    auto i = to_word(a, 0);
    auto k = to_word(b, 0);
    if (i == a.size()) return false;
    for (; i < a.size() && k < b.size(); i = to_word(a, i), k = to_word(b, k)) {
      for (; letter_at(a, i) != 0; ++i, ++k)
        if (letter_at(a, i) != letter_at(b, k)) return false;
      if (letter_at(b, k) != 0) return false;
    }
    return i == a.size() && k == b.size();
  }

  /// One to three cues that come again and again: all but the first go.
  void across_cues() {
    for (std::size_t i = 0; i < cues_.size();) {
      std::size_t next = i + 1;
      for (std::size_t period = 1; period <= 3 && next == i + 1; ++period) {
        std::size_t end = i + period;
        while (end < cues_.size() && same_words(end, end - period)) ++end;
        auto const rounds = (end - i) / period;
        if (rounds < 3) continue;
        std::uint32_t words = 0;
        bool sung = false;
        for (auto k = i; k < i + period; ++k) {
          words += count_words(cues_[k].text);
          sung = sung || is_sung(cues_[k].text);
        }
        // "Oui." three times is an answer, a sentence of four words three times is none; refrains are.
        bool const sure = !sung && (words >= 4 * period ? rounds >= 3 : rounds >= 6);
        if (!sure && rounds < 4) continue;
        for (auto k = i + period; k < i + rounds * period; ++k)
          text_.remove({place::part::cue, static_cast<std::uint32_t>(k)},
                       {.status = sure ? edit_status::applied : edit_status::suggested,
                        .confidence = sure ? 0.95F : 0.6F,
                        .evidence = {"the same words " + std::to_string(rounds) + " times in a row"}});
        next = i + rounds * period;
      }
      i = next;
    }
  }

  /// "Merci à tous, merci à tous, merci à tous, merci à tous": one stays.
  void inside(std::uint32_t i) {
    std::string_view const text = cues_[i].text;
    if (text.size() < 2 * least_words - 1) return;
    split(text);
    if (count_words(text) < 9 || is_sung(text)) return;
    shield guard(text, no_language());
    findings found;
    for (std::size_t at = 0; at < words_.size();) {
      std::size_t next = at + 1;
      for (std::size_t n = 1; n <= longest_phrase && at + 3 * n <= words_.size(); ++n) {
        std::size_t end = at + n;
        while (end < words_.size() && words_[end].hash == words_[end - n].hash) ++end;
        auto const rounds = (end - at) / n;
        // One word over and over is laughter or a chant up to a dozen; "très très très" is nowhere near.
        auto const enough = n == 1 ? 12U : n == 2 ? 6U : n == 3 ? 4U : 3U;
        if (rounds < enough) continue;
        auto const from = words_[at + n - 1].to;
        auto const to = words_[at + rounds * n - 1].to;
        span const gone{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to - from)};
        if (words_[at].from >= found.end() && !guard.covers(gone))
          found.replace(from, to, "",
                        {.confidence = 0.95F,
                         .evidence = {"the same " + std::to_string(n) + (n == 1 ? " word " : " words ") +
                                      std::to_string(rounds) + " times in a row"}});
        next = at + rounds * n;
        break;
      }
      at = next;
    }
    if (!found.changes().empty()) text_.replace({place::part::cue, i}, found.changes());
  }

  void split(std::string_view text) {
    words_.clear();
    for (std::size_t at = 0; at < text.size();) {
      std::uint64_t hash = 0;
      auto const from = at;
      while (at < text.size()) {
        auto const point = decode_at(text, at);
        if (!is_word(point.value)) break;
        for (auto const end = at + point.length; at < end; ++at) hash = with(hash, letter_of(text[at]));
      }
      if (at > from) words_.push_back({from, at, hash});
      if (at < text.size()) at += decode_at(text, at).length;
    }
  }

  static constexpr std::size_t longest_phrase = 16; ///< words
  static constexpr std::size_t least_words = 12;    ///< of a loop: one word twelve times, four words three times

  struct piece {
    std::size_t from, to;
    std::uint64_t hash;
  };

  editor& text_;
  std::vector<cue> const& cues_;
  std::vector<piece> words_;
};

inline void cut_loops(editor& text, rule_context const&, void*) { loop_search(text).run(); }

MONDEGREEN_INLINE rule const loops{
    .id = "loops",
    .summary = "says once what a recogniser that is stuck repeats over and over",
    .apply = cut_loops,
    .group = "recogniser",
    .counted = "loop|loops",
    .from = wording::clean,
    .needs = sign::repeated,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
