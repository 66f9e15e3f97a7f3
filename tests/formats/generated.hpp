// Transcripts made at random, the same ones for the same seed: what the round trips are tried on.
#pragma once

#include <mondegreen/transcript.hpp>

#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace mondegreen::tests {

class generator {
public:
  explicit generator(std::uint32_t seed) : random_(seed) {}

  /// A number from 0 up to, not including, `limit`.
  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }

  template <std::size_t N> std::string_view one_of(std::string_view const (&list)[N]) { return list[below(N)]; }

  /// A line of words, some of them awkward; never blank, never with a blank at an end.
  std::string line(bool awkward) {
    static constexpr std::string_view words[] = {"été", "cœur",   "l’œuvre", "42", "naïve",
                                                 "où",  "Élodie", "漢字",    "🎬",  "a"};
    static constexpr std::string_view odd[] = {"&",  "<", "a<b>c", "&amp;", "-->", "<v Léa>",
                                               "--", ">", "&lt;",  "\"",    "\\"};
    std::string out;
    for (auto count = 1 + below(5); count > 0; --count) {
      if (!out.empty()) out += ' ';
      out += awkward && below(3) == 0 ? one_of(odd) : one_of(words);
    }
    return out;
  }

  std::string text(bool awkward) {
    auto out = line(awkward);
    for (auto more = below(3); more > 0; --more) out += "\n" + line(awkward);
    return out;
  }

  interval times() {
    auto const start = static_cast<std::int64_t>(below(400'000'000));
    return {{start}, {start + 1 + below(9000)}};
  }

  /// Cues in order, with plain text.
  transcript plain(bool awkward) {
    transcript out;
    std::int64_t at = 0;
    for (auto count = below(8); count > 0; --count) {
      auto& cue = out.cues.emplace_back();
      at += below(200'000'000);
      cue.when = {{at}, {at + 1 + below(9000)}};
      cue.text = text(awkward);
    }
    return out;
  }

private:
  std::mt19937 random_;
};

} // namespace mondegreen::tests
