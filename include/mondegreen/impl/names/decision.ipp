#pragma once

#include <mondegreen/impl/names/decision.hpp>
#include <mondegreen/impl/names/letters.hpp>

#include <algorithm>
#include <cstddef>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

inline name_policy policy_of(document const& in, finding const& what) {
  return in.names().names()[in.names().entry(what.from.entry).name].policy;
}

/// What the policy of the name and the strength of the finding allow, by themselves.
inline edit_status status_of(document const& in, finding const& what) {
  auto const& entry = in.names().entry(what.from.entry);
  bool const sure = what.confidence() >= sure_enough && !what.guarded;
  bool const pair = what.from.how == match::listed && entry.part == name_part::listed;
  auto const policy = policy_of(in, what);
  bool const allowed = policy == name_policy::automatic || (policy == name_policy::review && pair);
  return sure && allowed ? edit_status::applied : edit_status::suggested;
}

/// Both would leave the same text: "Lindsay" as the surname "Lindsey" and "Steve Lindsay" as "Steve Lindsey".
inline bool same_text(finding const& a, finding const& b) {
  if (a.change.parts.empty()) return false;
  return std::equal(
      a.change.parts.begin(), a.change.parts.end(), b.change.parts.begin(), b.change.parts.end(),
      [](patch const& x, patch const& y) { return x.passage == y.passage && x.where == y.where && x.with == y.with; });
}

/// Both write the same letters: FediMint and Fedimint.
inline bool same_letters(finding const& a, finding const& b) {
  if (a.change.parts.empty()) return false;
  return std::equal(a.change.parts.begin(), a.change.parts.end(), b.change.parts.begin(), b.change.parts.end(),
                    [](patch const& x, patch const& y) {
                      return x.passage == y.passage && x.where == y.where && letters_of(x.with) == letters_of(y.with);
                    });
}

/// The order in which findings are chosen from.
inline void rank(document const& in, std::vector<finding>& findings) {
  // A whole person says at least as much as the surname in it.
  constexpr double whole = 1.0;
  auto const worth = [&](finding const& f) {
    return f.logit + (f.from.by != anchor::none && in.names().entry(f.from.entry).part == name_part::whole ? whole : 0);
  };
  auto const done = [&](finding const& f) {
    bool const never = policy_of(in, f) == name_policy::never;
    return never ? !f.guarded && f.confidence() >= sure_enough : status_of(in, f) == edit_status::applied;
  };
  // A finding has half a kilobyte and is moved once.
  struct order {
    bool done;
    double worth;
    window where;
    std::uint32_t times_standing;
    std::size_t place;
  };
  std::vector<order> all;
  all.reserve(findings.size());
  for (auto const& each : findings)
    all.push_back({done(each), worth(each), each.from.where, in.times_standing(each.from.entry), all.size()});
  std::stable_sort(all.begin(), all.end(), [](order const& a, order const& b) {
    // What can be done comes before what can only be shown: "betsy cal" is Betsy Cowell, though "betsy" surely is "Betsy".
    if (a.done != b.done) return a.done;
    if (a.worth != b.worth) return a.worth > b.worth;
    if (a.where.count != b.where.count) return a.where.count > b.where.count;
    if (a.where.first != b.where.first) return a.where.first < b.where.first;
    return a.times_standing > b.times_standing;
  });
  std::vector<finding> ranked;
  ranked.reserve(findings.size());
  for (auto const& each : all) ranked.push_back(std::move(findings[each.place]));
  findings = std::move(ranked);
}

MONDEGREEN_INLINE std::vector<decided> decide(document const& in, std::vector<finding> findings) {
  auto const& names = in.names();
  std::erase_if(findings, [](finding const& f) { return f.pointless || f.confidence() < worth_a_look; });
  rank(in, findings);
  std::vector<std::size_t> taken(in.tokens().size(), 0); // by token: index of the decision + 1
  std::vector<decided> out;
  for (auto& each : findings) {
    std::size_t rival = 0;
    for (auto i = each.from.where.first; i < each.from.where.end() && rival == 0; ++i) rival = taken[i];
    if (rival != 0) {
      // The loser of an overlap still makes the winner doubtful, if it is another name and nearly as likely.
      auto& winner = out[rival - 1];
      bool const other = names.entry(winner.what.from.entry).name != names.entry(each.from.entry).name &&
                         !same_text(winner.what, each) && !same_letters(winner.what, each);
      bool const inside = winner.what.from.where.first <= each.from.where.first &&
                          winner.what.from.where.end() >= each.from.where.end() &&
                          winner.what.from.where.count > each.from.where.count;
      if (other && !inside && winner.what.logit - each.logit < clear_margin) winner.status = edit_status::suggested;
      continue;
    }
    for (auto i = each.from.where.first; i < each.from.where.end(); ++i) taken[i] = out.size() + 1;
    auto const status = status_of(in, each);
    out.push_back({std::move(each), status});
  }
  std::erase_if(out, [&](decided const& d) { return policy_of(in, d.what) == name_policy::never; });
  std::sort(out.begin(), out.end(),
            [](decided const& a, decided const& b) { return a.what.from.where.first < b.what.from.where.first; });
  // What touches a doubtful repair without punctuation between is a part of the same doubt: "Metal Lama".
  auto const touches = [&](decided const& a, decided const& b) {
    if (a.what.from.how == match::letters || b.what.from.how == match::letters)
      return false; // of these nothing is in doubt
    auto const next = b.what.from.where.first;
    return a.what.from.where.end() == next && in.tokens()[next].before != gap::wall;
  };
  for (std::size_t i = 1; i < out.size(); ++i)
    if (touches(out[i - 1], out[i]) && out[i - 1].status != out[i].status)
      out[i - 1].status = out[i].status = edit_status::suggested;
  return out;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
