// What a match by sound can be worth at most, told before anything around it is looked at.
#pragma once

#include <mondegreen/impl/names/index.hpp>
#include <mondegreen/impl/names/weights.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Of a long list some name sounds like nearly any words, and nearly all of these are far too unlikely: most of the time
/// of a repair went into working out by how much. This is the sum of the weights that are known from the sound and the
/// name alone, and of all others that could still speak for it, where the name stands nowhere else and no hint does.
class prospects {
public:
  explicit prospects(name_index const& names) : language_(names.language()) {
    auto const size = static_cast<double>(names.names().size());
    many_ = size > few_names ? std::log10(size / few_names) : 0;
    // What stands around the window, each at most once; `again` has no upper end.
    for (std::size_t i = 0; i < weight_count; ++i)
      if (std::find(std::begin(apart), std::end(apart), static_cast<weight>(i)) == std::end(apart))
        around_ += std::max(0.0, of(static_cast<weight>(i)));
    if (of(weight::again) > 0) around_ = HUGE_VAL;
  }

  /// Before the spellings are compared; `words` are those of the window.
  double at_best(float distance, std::uint32_t phones, name_part part, std::size_t name_words,
                 std::uint32_t words) const noexcept {
    auto sum = of(weight::sound) + around_ + of(weight::distance) * static_cast<double>(distance);
    if (distance == 0) sum += std::max(0.0, of(weight::same_sound));
    if (phones <= 4) sum += of(weight::short_sound);
    if (phones >= 9) sum += of(weight::long_sound);
    sum += of(weight::many_names) * many_;
    auto const recut = name_words > words ? name_words - words : words - name_words;
    if (recut > 1) sum += of(weight::recut) * static_cast<double>(recut - 1); // one may not count (recut.hpp)
    if (name_words > 1) sum += std::max({0.0, of(weight::first_name), of(weight::other_words)});
    if (part == name_part::surname) sum += of(weight::surname_alone);
    if (part == name_part::given) sum += of(weight::given_alone);
    if (part == name_part::surname || part == name_part::given) sum += of(weight::alone_of_many) * many_;
    return sum;
  }

  /// What the spellings add, of which that share of letters is alike.
  double spelled(double alike) const noexcept {
    return of(weight::unlike) * (1.0 - alike) + (alike >= nearly_spelled ? of(weight::spelled) : 0.0);
  }
  double spelled_at_best() const noexcept {
    return std::max(0.0, of(weight::unlike)) + std::max(0.0, of(weight::spelled));
  }

  /// The same of a person of whom a part stands in the text, that so many share, by how the rest sounds.
  double beside_at_best(float distance, std::uint32_t phones, std::size_t bearers, bool part_heard) const noexcept {
    auto const apart_by = static_cast<double>(distance);
    auto sum = of(weight::sound) + around_ + of(weight::distance_beside) * apart_by;
    sum += of(weight::far_beside) * std::max(0.0, apart_by - far);
    if (distance == 0) sum += std::max(0.0, of(weight::same_sound));
    sum += of(weight::many_bearers) * std::log2(static_cast<double>(bearers));
    if (part_heard) sum += of(weight::part_heard);
    if (phones <= 4) sum += of(weight::short_beside);
    if (phones >= 9) sum += of(weight::long_sound);
    return sum + std::max({0.0, of(weight::first_name), of(weight::surname_there), of(weight::other_words)}) +
           std::max(0.0, of(weight::stray));
  }

  /// What the spelling of the rest adds to that, of which that share of letters is alike.
  double beside_spelled(double alike) const noexcept { return of(weight::unlike_beside) * (1.0 - alike); }

  /// And what the whole name's does, at best or as it is.
  double whole_spelled_at_best() const noexcept { return std::max(0.0, of(weight::spelled)); }
  double whole_spelled(double alike) const noexcept { return alike >= nearly_spelled ? of(weight::spelled) : 0.0; }

  /// Below even odds by more than rounding.
  static bool hopeless(double sum) noexcept { return sum < -0.01; }

private:
  double of(weight which) const noexcept { return weight_table[static_cast<std::size_t>(which)].in(language_); }

  static constexpr double nearly_spelled = 0.8; ///< as in scoring.ipp
  static constexpr double far = 0.3;            ///< the same

  /// Told exactly below, or never of what sounds alike as a whole and stands nowhere.
  static constexpr weight apart[]{
      weight::sound,        weight::distance,        weight::unlike,       weight::spelled,
      weight::same_sound,   weight::short_sound,     weight::long_sound,   weight::many_names,
      weight::recut,        weight::surname_alone,   weight::given_alone,  weight::alone_of_many,
      weight::first_name,   weight::other_words,     weight::listed,       weight::letters,
      weight::acronym_like, weight::distance_beside, weight::far_beside,   weight::unlike_beside,
      weight::many_bearers, weight::stray,           weight::part_heard,   weight::surname_there,
      weight::hint,         weight::more_hints,      weight::counter_hint, weight::stands,
      weight::part_stands,  weight::stands_of_many,  weight::heard_before};

  std::string_view language_;
  double many_ = 0;
  double around_ = 0;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
