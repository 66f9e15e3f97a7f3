// Scoring: how likely a candidate is the name, and why.
#pragma once

#include <mondegreen/impl/names/candidates.hpp>
#include <mondegreen/impl/names/rewriting.hpp>
#include <mondegreen/impl/names/weights.hpp>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A candidate with all that decides about it.
struct finding {
  candidate from{};
  rewriting change{};
  double logit = 0;                          ///< sum of the weights that apply
  std::array<float, weight_count> amounts{}; ///< by weight: how often, or how far, it applies
  bool guarded = false;                      ///< all that changes are ordinary words: never more than a suggestion
  bool pointless = false;                    ///< not even a suggestion
  std::string_view gate{};                   ///< why it is guarded or pointless, in plain words
  std::vector<std::string> evidence{};       ///< in plain words

  float confidence() const;
};

/// Weighs the evidence for one candidate (weights.def). Unless `say_all`, it is put into words only where the finding may be
/// worth a look.
finding score(document const& in, candidate const& of, bool say_all = true);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names/scoring.ipp>
#endif
