#pragma once

#include <mondegreen/impl/names/carry_out.hpp>
#include <mondegreen/impl/names/caution.hpp>
#include <mondegreen/impl/names/decision.hpp>
#include <mondegreen/impl/names/explain.hpp>
#include <mondegreen/impl/names/mined_names.hpp>
#include <mondegreen/impl/names/nearest_places.hpp>
#include <mondegreen/impl/names/view.hpp>
#include <mondegreen/impl/text/json_string.hpp>
#include <mondegreen/impl/text/width.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI {

MONDEGREEN_INLINE std::string_view to_string(name_outcome outcome) noexcept {
  switch (outcome) {
  case name_outcome::applied: return "applied";
  case name_outcome::suggested: return "suggested";
  case name_outcome::unlikely: return "unlikely";
  case name_outcome::outdone: return "outdone";
  case name_outcome::dropped: return "dropped";
  case name_outcome::standing: return "standing";
  case name_outcome::nearest: return "nearest";
  }
  return "unlikely";
}

MONDEGREEN_INLINE std::string to_json(name_case const& what) {
  std::string out = fmt::format(R"({{"line":{},"column":{},"before":)", what.at.line, what.at.column);
  auto const field = [&](std::string_view key, std::string_view text) {
    out += fmt::format(R"(,"{}":)", key);
    impl::append_json(out, text);
  };
  auto const list = [&](std::string_view key, auto const& all, auto const& one) {
    out += fmt::format(R"(,"{}":[)", key);
    for (auto const& each : all) {
      if (&each != &all.front()) out += ',';
      one(each);
    }
    out += ']';
  };
  impl::append_json(out, what.before);
  field("after", what.after);
  field("name", what.name);
  if (what.cue)
    out += fmt::format(R"(,"cue":{},"start_ms":{},"end_ms":{})", *what.cue, what.when.start.ms, what.when.end.ms);
  field("outcome", to_string(what.outcome));
  out += fmt::format(R"(,"confidence":{:.2f},"distance":{:.2f})", what.confidence, what.distance);
  field("sound_before", what.sound_before);
  field("sound_after", what.sound_after);
  list("phones", what.phones, [&](heard_phone const& each) {
    out += R"({"heard":)";
    impl::append_json(out, each.heard);
    out += R"(,"name":)";
    impl::append_json(out, each.name);
    out += fmt::format(R"(,"cost":{:.2f}}})", each.cost);
  });
  list("gates", what.gates, [&](name_gate const& each) {
    out += R"({"what":)";
    impl::append_json(out, each.what);
    out += each.passed ? R"(,"passed":true})" : R"(,"passed":false})";
  });
  field("gate", what.gate);
  list("clues", what.clues, [&](name_clue const& each) {
    out += R"({"id":)";
    impl::append_json(out, each.id);
    out += fmt::format(R"(,"times":{:.2f},"worth":{:.2f}}})", each.times, each.worth);
  });
  list("evidence", what.evidence, [&](std::string const& each) { impl::append_json(out, each); });
  out += '}';
  return out;
}

namespace impl {

/// Three lines, phone under phone:
///
///     heard   k  a    ʁ  ɡ
///     name    k  ɛ    ʁ  ɡ
///     cost       .25
inline std::string phones_side_by_side(std::vector<heard_phone> const& steps) {
  std::string heard = "    heard  ", name = "    name   ", cost = "    cost   ";
  for (auto const& each : steps) {
    auto const price = each.cost > 0 ? fmt::format("{:.2f}", each.cost) : std::string();
    auto const shown = price.starts_with("0.") ? price.substr(1) : price;
    auto const above = each.heard.empty() ? std::string("-") : each.heard;
    auto const below = each.name.empty() ? std::string("-") : each.name;
    auto const wide = std::max({columns(above), columns(below), columns(shown)}) + 1;
    auto const cell = [&](std::string& to, std::string const& text) {
      to += text;
      to.append(wide - columns(text), ' ');
    };
    cell(heard, above);
    cell(name, below);
    cell(cost, shown);
  }
  std::string out;
  for (auto* each : {&heard, &name, &cost}) {
    each->erase(each->find_last_not_of(' ') + 1);
    if (each != &cost || *each != "    cost") out += *each + '\n';
  }
  return out;
}

inline std::string_view verdict(name_outcome outcome) {
  switch (outcome) {
  case name_outcome::applied: return "repaired";
  case name_outcome::suggested: return "only suggested";
  case name_outcome::unlikely: return "left alone: too unlikely";
  case name_outcome::outdone: return "left alone: these words are likelier to be something else";
  case name_outcome::dropped: return "left alone";
  case name_outcome::standing: return "stands as it should";
  case name_outcome::nearest: return "not taken for it";
  }
  return {};
}

} // namespace impl

MONDEGREEN_INLINE std::string describe(name_case const& what) {
  auto const place = fmt::format("{}:{}: ", what.at.line, what.at.column);
  if (what.outcome == name_outcome::standing) return fmt::format("{}'{}' stands as it should\n", place, what.before);
  auto out = fmt::format("{}'{}' as '{}': {}", place, what.before, what.after, impl::verdict(what.outcome));
  out += what.outcome == name_outcome::nearest ? std::string("\n")
                                               : fmt::format(", {:.0f} % sure\n", std::floor(what.confidence * 100));
  if (what.name != what.after) out += fmt::format("    a form of '{}'\n", what.name);
  out += impl::phones_side_by_side(what.phones);
  for (auto const& each : what.gates) out += fmt::format("    {}  {}\n", each.passed ? "yes" : "no ", each.what);
  for (auto const& each : what.clues)
    if (each.worth != 0)
      out += fmt::format("    {:+6.2f}  {}{}\n", each.worth, each.why,
                         each.times == 1 ? std::string() : fmt::format(" (x {:.2f})", each.times));
  return out;
}

namespace impl {

/// The cue, the line and the column of a case. In this order they are in that of the text.
using spot = std::tuple<std::optional<std::uint32_t>, std::uint32_t, std::uint32_t>;

inline spot spot_of(name_case const& what) { return {what.cue, what.at.line, what.at.column}; }

/// One round over a text, under explanation.
class explanation {
public:
  explanation(editor& in, name_index const& names, std::string_view page, heard_before& heard)
      : in_(in), text_(in.text()), names_(names), view_(text_, &in, page), words_(view_.parts, names), heard_(heard) {
    words_.remember(heard_);
    for (auto const& each : find_candidates(words_, true)) findings_.push_back(score(words_, each));
    std::erase_if(findings_, [](finding const& each) { return each.change.parts.empty(); });
    weigh();
  }

  /// The names are those of the page, and `users` is the same round with the user's: these come first, and more care is
  /// taken (caution.hpp).
  void give_way_to(explanation const& users) {
    be_careful(words_, users.words_, findings_);
    std::erase_if(findings_, [&](finding const& each) {
      auto const at = each.from.where;
      for (auto i = at.first; i < at.end(); ++i)
        if (users.decision_at(i) != nullptr) return true;
      return false;
    });
    weigh();
  }

  /// Something is sure enough to be repaired in this round.
  bool any_sure() const {
    return std::any_of(decisions_.begin(), decisions_.end(),
                       [](decided const& each) { return each.status == edit_status::applied; });
  }

  /// A case and its words.
  struct placed_case {
    window where;
    name_case what;
  };

  std::vector<placed_case> of_all() const {
    std::vector<placed_case> out;
    for (auto const& each : findings_)
      if (!words_.part(first_of(each.from.where).passage).read_only) out.push_back({each.from.where, case_of(each)});
    return out;
  }

  std::vector<placed_case> of_one(std::uint32_t name) const {
    std::vector<placed_case> placed;
    for (auto const& each : findings_)
      if (names_.entry(each.from.entry).name == name && !words_.part(first_of(each.from.where).passage).read_only)
        placed.push_back({each.from.where, case_of(each)});
    for (std::uint32_t i = 0; i < words_.tokens().size(); ++i) {
      auto const* right = words_.right_at(i);
      if (right == nullptr || right->where.first != i || !about(right->entry, name)) continue;
      if (words_.part(words_.tokens()[i].passage).read_only) continue;
      auto fresh = blank(right->where, names_.entry(right->entry));
      fresh.outcome = name_outcome::standing;
      fresh.confidence = 1;
      placed.push_back({right->where, std::move(fresh)});
    }
    if (placed.empty()) return nearest(name);
    std::stable_sort(placed.begin(), placed.end(),
                     [](auto const& a, auto const& b) { return a.where.first < b.where.first; });
    // A surname inside of a full name that was repaired is no case of its own.
    std::erase_if(placed, [&](placed_case const& each) {
      auto const* decision = decision_at(each.where.first);
      if (decision == nullptr || names_.entry(decision->what.from.entry).name != name) return false;
      auto const whole = decision->what.from.where;
      return each.where.end() <= whole.end() && each.where.count < whole.count;
    });
    return placed;
  }

  /// This round repairs some of these words.
  bool repairs(window at) const {
    for (auto i = at.first; i < at.end(); ++i)
      if (auto const* decision = decision_at(i); decision != nullptr && decision->status == edit_status::applied)
        return true;
    return false;
  }

  /// A round before this one has repaired some of these words, and told so: they stand as they should by now.
  bool told(window at, std::set<spot> const& before) const {
    for (auto i = at.first; i < at.end(); ++i) {
      auto const* right = words_.right_at(i);
      if (right == nullptr) continue;
      auto const [cue, where] = place_of(first_of(right->where));
      if (before.contains({cue, where.line, where.column})) return true;
    }
    return false;
  }

  /// Repairs what is sure; true if the text changed.
  bool repair() {
    take_down(words_, decisions_, heard_);
    return !carry_out(in_, view_, decisions_, true, false).empty();
  }

private:
  token const& first_of(window at) const { return words_.tokens()[at.first]; }

  /// The entry is the name, or its first name or surname, which others may share.
  bool about(std::uint32_t entry, std::uint32_t name) const {
    auto const& whole = names_.whole(name);
    return names_.entry(entry).name == name || entry == whole.part_given || entry == whole.part_surname;
  }

  void weigh() {
    decisions_ = decide(words_, findings_);
    decided_.assign(words_.tokens().size(), 0);
    for (std::uint32_t i = 0; i < decisions_.size(); ++i) {
      auto const at = decisions_[i].what.from.where;
      std::fill_n(decided_.begin() + at.first, at.count, i + 1);
    }
  }

  /// What was decided about a word, or null.
  decided const* decision_at(std::uint32_t word) const {
    return decided_[word] == 0 ? nullptr : &decisions_[decided_[word] - 1];
  }

  /// The words, their place and both sounds.
  name_case blank(window at, name_entry const& entry) const {
    name_case out;
    for (auto i = at.first; i < at.end(); ++i) {
      if (i > at.first) out.before += words_.between(i);
      out.before += words_.tokens()[i].text;
    }
    out.after = entry.write;
    out.name = names_.names()[entry.name].form;
    std::tie(out.cue, out.at) = place_of(first_of(at));
    if (out.cue) out.when = text_.cues[*out.cue].when;
    compare(at, entry, out);
    return out;
  }

  /// The cue and the position in the source of a word; the latter is 1:1 in a transcript made by hand.
  std::pair<std::optional<std::uint32_t>, position> place_of(token const& word) const {
    auto const where = view_.places[word.passage];
    auto const& passage = in_.at(where);
    std::pair<std::optional<std::uint32_t>, position> out;
    if (where.in == place::part::cue) out.first = where.index;
    if (text_.from != nullptr) out.second = text_.from->locate(passage.where.cover(word.where).source.offset);
    return out;
  }

  /// Phone by phone, of all readings the two that are nearest.
  void compare(window at, name_entry const& entry, name_case& out) const {
    auto const of = !entry.sounds.empty() ? names_.sounds_of(entry) : names_.sounds_of(names_.whole(entry.name));
    std::array<phones, 2> heard;
    for (auto i = at.first; i < at.end(); ++i)
      for (std::size_t n = 0; n < heard.size(); ++n) heard[n] += words_.word(i).sound[n];
    float best = -1;
    std::string_view mine, wanted;
    for (auto const& each : heard)
      for (auto const& sound : of) {
        auto const distance = sound_distance(each, sound, names_.language());
        if (best >= 0 && distance >= best) continue;
        best = distance;
        mine = each;
        wanted = sound;
      }
    if (best < 0) return;
    out.sound_before = ipa(mine);
    out.sound_after = ipa(wanted);
    for (auto const& step : sound_steps(mine, wanted, names_.language()))
      out.phones.push_back({ipa(step.before), ipa(step.after), step.cost});
    auto const length = std::max(mine.size(), wanted.size());
    out.distance = length == 0 ? 0 : best / static_cast<float>(length);
  }

  name_case case_of(finding const& what) const {
    auto const& entry = names_.entry(what.from.entry);
    auto out = blank(what.from.where, entry);
    out.distance = what.from.distance;
    out.confidence = what.confidence();
    out.gate = what.gate;
    out.evidence = what.evidence;
    for (std::size_t i = 0; i < weight_count; ++i)
      if (auto const times = what.amounts[i]; times != 0) {
        auto const& row = weight_table[i];
        out.clues.push_back({std::string(row.id), std::string(row.why), times,
                             static_cast<float>(row.in(names_.language()) * static_cast<double>(times))});
      }
    auto const* decision = decision_at(what.from.where.first);
    if (decision != nullptr && decision->what.from.where == what.from.where &&
        decision->what.from.entry == what.from.entry)
      out.outcome = decision->status == edit_status::applied ? name_outcome::applied : name_outcome::suggested;
    else if (what.pointless)
      out.outcome = name_outcome::dropped;
    else
      out.outcome = what.confidence() < worth_a_look ? name_outcome::unlikely : name_outcome::outdone;
    add_gates(what, out);
    return out;
  }

  /// Every gate between a finding and a repair, in the order it meets them.
  void add_gates(finding const& what, name_case& out) const {
    auto const gate = [&](bool passed, std::string text) { out.gates.push_back({std::move(text), passed}); };
    switch (what.from.how) {
    case match::listed: gate(true, "the names file lists it as misheard"); break;
    case match::letters: gate(true, "the letters are those of the name"); break;
    case match::sound:
      gate(true, what.from.distance == 0
                     ? std::string("sounds the same")
                     : fmt::format("sounds near enough: {:.2f} apart per sound", what.from.distance));
      break;
    }
    if (!what.gate.empty())
      gate(false, std::string(what.gate));
    else
      gate(true, "nothing says that the words mean something else");
    if (what.pointless) return;
    auto const percent = std::floor(what.confidence() * 100);
    gate(what.confidence() >= sure_enough, fmt::format("{:.0f} % sure; {:.0f} % repairs, {:.0f} % suggests", percent,
                                                       sure_enough * 100, worth_a_look * 100));
    auto const policy = names_.names()[names_.entry(what.from.entry).name].policy;
    if (policy == name_policy::review)
      gate(what.from.how == match::listed, "the names file asks for a review of this name");
    if (policy == name_policy::never) gate(false, "the names file says that this name is never repaired");
    if (what.confidence() < worth_a_look || policy == name_policy::never) return;
    bool const sure = what.confidence() >= sure_enough && !what.guarded;
    if (out.outcome == name_outcome::outdone)
      gate(false, "another reading of these words is likelier");
    else if (sure && out.outcome == name_outcome::suggested && policy == name_policy::automatic)
      gate(false, "another name is nearly as likely, or a doubtful repair stands right beside it");
    else
      gate(true, "no other name is as likely");
  }

  /// Where the text comes nearest to a name it was never taken for.
  std::vector<placed_case> nearest(std::uint32_t name) const {
    std::vector<placed_case> out;
    for (auto const& each : nearest_places(words_, name)) {
      auto fresh = blank(each.where, names_.entry(each.entry));
      fresh.outcome = name_outcome::nearest;
      fresh.distance = each.distance;
      fresh.gate = why_not_taken(words_, each.where, each.distance);
      fresh.gates.push_back({fresh.gate, false});
      out.push_back({each.where, std::move(fresh)});
    }
    return out;
  }

  editor& in_;
  transcript const& text_;
  name_index const& names_;
  names_view view_;
  document words_;
  heard_before& heard_;
  std::vector<finding> findings_;
  std::vector<decided> decisions_;     ///< in the order of the text, apart
  std::vector<std::uint32_t> decided_; ///< by word: index in decisions_ + 1, or 0
};

MONDEGREEN_INLINE std::vector<name_case> explain_names(transcript const& text, name_index const& names,
                                                       repair_ground const& ground, asked_name const& only) {
  auto repaired = text;
  editor in(repaired);
  in.begin("names");
  mined_names mined(names, ground, text);
  heard_before heard;
  std::vector<name_case> out;
  std::set<spot> told;
  auto const ask = [&](explanation const& about, name_index const& of) {
    if (only.form.empty()) return about.of_all();
    auto const which = &of == &names ? only.listed : mined.find(only.form);
    return which ? about.of_one(*which) : std::vector<explanation::placed_case>{};
  };
  for (int round = 1;; ++round) {
    explanation about(in, names, ground.page, heard);
    auto cases = ask(about, names);
    heard_before unheard;
    std::optional<explanation> of_page;
    if (auto const* const page = about.any_sure() ? nullptr : mined.read(in.text())) {
      of_page.emplace(in, *page, ground.page, unheard);
      of_page->give_way_to(about);
      auto more = ask(*of_page, *page);
      cases.insert(cases.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    auto const repairs = [&](window at) { return about.repairs(at) || (of_page && of_page->repairs(at)); };
    auto const before = [&](window at) { return about.told(at, told) || (of_page && of_page->told(at, told)); };
    auto const repair = [&] { return about.any_sure() ? about.repair() : of_page && of_page->repair(); };
    bool const last = round == most_rounds || !repair();
    // One round alone is in order, which is not that of the text for what only comes nearest.
    bool const several = !out.empty() || of_page;
    for (auto& each : cases)
      if (last ? !before(each.where) : repairs(each.where)) out.push_back(std::move(each.what));
    for (auto const& each : out) told.insert(spot_of(each));
    if (several)
      std::stable_sort(out.begin(), out.end(),
                       [](name_case const& a, name_case const& b) { return spot_of(a) < spot_of(b); });
    if (last) return out;
  }
}

} // namespace impl

} // namespace mondegreen::inline MONDEGREEN_ABI
