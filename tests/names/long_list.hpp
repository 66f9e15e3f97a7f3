// A thousand made-up persons, and a text in which some may be meant.
#pragma once

#include <mondegreen/names.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::tests {

/// A list so long that a name alone says little, with some that sound like others.
inline std::vector<name> long_list() {
  std::vector<name> out;
  constexpr std::string_view starts[]{"Ka", "Lo", "Mar", "Vin", "Del", "Tou", "Sa", "Bel", "Gor", "Dru"};
  constexpr std::string_view middles[]{"ri", "ko", "la", "men", "tou", "bre", "vi", "ga", "no", "sel"};
  constexpr std::string_view ends[]{"net", "dan", "lier", "court", "mont", "gny", "val", "tain", "quet", "zac"};
  for (auto const a : starts)
    for (auto const b : middles)
      for (auto const c : ends)
        out.push_back({.form = "Paul " + std::string(a) + std::string(b) + std::string(c), .type = "person"});
  return out;
}

/// Words that sound like some of them.
inline std::string const speech_of_many =
    "Bonjour, ici Karinet et Martoutan, chez Loladan. Merci à Vinmentain et à Belgavel. "
    "Hey Drubrezac. Madame Tougamont. Paul Sabrecour parle de kakolié et de sarinai.";

} // namespace mondegreen::tests
