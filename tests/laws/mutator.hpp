// Damage to texts, the same in every run: for tests of what readers do with bad input.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace laws {

/// xorshift64*: small, and the same numbers with every compiler, which <random>'s distributions do not promise.
class dice {
public:
  explicit dice(std::uint64_t seed) : state_(seed * 2 + 1) {}

  /// 0 to sides - 1.
  std::size_t roll(std::size_t sides) {
    state_ ^= state_ >> 12U;
    state_ ^= state_ << 25U;
    state_ ^= state_ >> 27U;
    return static_cast<std::size_t>((state_ * 0x2545F4914F6CDD1DULL) >> 33U) % sides;
  }

private:
  std::uint64_t state_;
};

/// What breaks readers: pieces of every grammar, bad UTF-8, odd line ends, numbers out of range.
inline constexpr std::array<std::string_view, 40> hostile{"\n",
                                                          "\r\n",
                                                          "\r",
                                                          "\n\n",
                                                          "\r\r\n",
                                                          "\xEF\xBB\xBF",
                                                          "\xFF",
                                                          "\xC3",
                                                          "\xE2\x80",
                                                          "\xC2\xA0",
                                                          "\xE2\x80\xAF",
                                                          "\xE2\x80\xA8",
                                                          std::string_view{"\0", 1},
                                                          "\x1B[31m",
                                                          "-->",
                                                          " --> ",
                                                          "99:99",
                                                          "0:00",
                                                          "1:02:03",
                                                          "99999999999999999999:00",
                                                          "00:00:01,000 --> 00:00:00,000",
                                                          "-1",
                                                          "[",
                                                          "]",
                                                          "(",
                                                          ": ",
                                                          ">> ",
                                                          "&amp;",
                                                          "&",
                                                          "<i>",
                                                          "</i>",
                                                          "<v Ada>",
                                                          "<",
                                                          "{\\an8}",
                                                          "WEBVTT\n",
                                                          "NOTE\n",
                                                          "STYLE\n",
                                                          "{\"cues\":[",
                                                          "\"",
                                                          "[ad_1]"};

/// One to four injuries to a text.
inline std::string damage(std::string text, std::string_view other, dice& fate) {
  for (auto wounds = 1 + fate.roll(4); wounds > 0; --wounds) {
    auto const at = fate.roll(text.size() + 1);
    auto const length = fate.roll(1 + (fate.roll(4) == 0 ? text.size() - at : std::size_t{8}));
    switch (fate.roll(7)) {
    case 0:
      if (at < text.size()) text[at] = static_cast<char>(fate.roll(256));
      break;
    case 1: text.erase(at, length); break;
    case 2: text.insert(at, text.substr(at, length)); break;
    case 3: text.resize(at); break;
    case 4: text.insert(at, other.substr(fate.roll(other.size() + 1), length)); break;
    default: text.insert(at, hostile[fate.roll(hostile.size())]); break;
    }
  }
  return text;
}

} // namespace laws
