// What a run of words says with its numbers in digits.
#pragma once

#include <mondegreen/impl/names/document.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// "France vingt-quatre" is "france24". Each window that holds a number asks for it: the last few are kept.
class numbers_in_digits {
public:
  explicit numbers_in_digits(document const& in) : in_(in) {}

  /// The letters of the words, and digits for the numbers that are whole in the window; until the next call.
  std::string const& letters(window where) {
    letters_.clear();
    for (auto at = where.first; at < where.end();) {
      auto const number = number_at(at);
      bool const fits = number && at + number->count <= where.end();
      letters_ += fits ? std::to_string(number->value) : in_.word(at).letters;
      at += fits ? number->count : 1;
    }
    return letters_;
  }

private:
  struct said {
    std::uint32_t token = UINT32_MAX;
    std::optional<number_words::found> number{};
  };

  std::optional<number_words::found> number_at(std::uint32_t token) {
    if (!in_.facts(token).number_word) return std::nullopt;
    auto& mine = said_[token % said_.size()];
    if (mine.token != token) mine = {token, in_.number_at(token)};
    return mine.number;
  }

  document const& in_;
  std::array<said, 8> said_{};
  std::string letters_;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
