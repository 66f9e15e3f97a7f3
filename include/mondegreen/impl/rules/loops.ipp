#pragma once

#include <mondegreen/impl/rules/characters.hpp>
#include <mondegreen/impl/rules/passages.hpp>
#include <mondegreen/impl/rules/protected.hpp>
#include <mondegreen/impl/rules/rules.hpp>

#include <algorithm>
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
    keys_.reserve(cues_.size());
    for (auto const& each : cues_) keys_.push_back(key_of(each.text));
    across_cues();
    for (std::uint32_t i = 0; i < cues_.size(); ++i)
      if (!text_.removed({place::part::cue, i})) inside(i);
  }

private:
  struct key {
    std::uint64_t hash = 0;
    std::uint32_t words = 0;
    bool sung = false;
  };

  /// The words of a text as a number; marks, case and spaces aside.
  static key key_of(std::string_view text) {
    key made;
    bool inside = false;
    for (char const c : text) {
      auto const byte = static_cast<unsigned char>(c);
      bool const letter =
          (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte >= 0x80;
      if (letter)
        made.hash = (made.hash ^ (byte & 0xDFU)) * 0x100000001b3U;
      else if (inside)
        made.hash = (made.hash ^ 1U) * 0x100000001b3U;
      if (letter && !inside) ++made.words;
      inside = letter;
    }
    if (inside) made.hash = (made.hash ^ 1U) * 0x100000001b3U;
    made.sung = text.find("♪") != text.npos;
    return made;
  }

  /// One to three cues that come again and again: all but the first go.
  void across_cues() {
    for (std::size_t i = 0; i < cues_.size();) {
      std::size_t next = i + 1;
      for (std::size_t period = 1; period <= 3 && next == i + 1; ++period) {
        std::size_t end = i + period;
        while (end < cues_.size() && keys_[end].words != 0 && keys_[end].hash == keys_[end - period].hash) ++end;
        auto const rounds = (end - i) / period;
        if (rounds < 3) continue;
        std::uint32_t words = 0;
        bool sung = false;
        for (auto k = i; k < i + period; ++k) {
          words += keys_[k].words;
          sung = sung || keys_[k].sung;
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
    if (keys_[i].words < 9 || keys_[i].sung) return;
    split(text);
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
      auto const from = run_end(text, at, [](char32_t c) { return !is_word(c); });
      auto const to = run_end(text, from, is_word);
      if (to > from) words_.push_back({from, to, key_of(text.substr(from, to - from)).hash});
      at = std::max(to, at + 1);
    }
  }

  static constexpr std::size_t longest_phrase = 16; ///< words

  struct piece {
    std::size_t from, to;
    std::uint64_t hash;
  };

  editor& text_;
  std::vector<cue> const& cues_;
  std::vector<key> keys_;
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
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
