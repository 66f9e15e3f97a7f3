#pragma once

#include <mondegreen/impl/names/carry_out.hpp>
#include <mondegreen/impl/names/caution.hpp>
#include <mondegreen/impl/names/comes_to_nothing.hpp>
#include <mondegreen/impl/names/decision.hpp>
#include <mondegreen/impl/names/last_round.hpp>
#include <mondegreen/impl/names/mined_names.hpp>
#include <mondegreen/impl/names/repair.hpp>
#include <mondegreen/impl/names/view.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Scores candidates. Those that cannot be so much as suggested are dropped at once, and marked for the next round.
inline std::vector<finding> find_names(document const& in, std::vector<candidate>& candidates) {
  std::vector<finding> out;
  for (auto& each : candidates) {
    if (each.nothing) continue;
    auto made = score(in, each, false);
    each.nothing = comes_to_nothing(in, made);
    if (!made.pointless && made.confidence() >= worth_a_look) out.push_back(std::move(made));
  }
  return out;
}

/// What the names of the page would repair in `text`, `taken` aside.
inline std::vector<decided> decisions_of_page(name_index const* names, names_view const& view, document const& text,
                                              std::vector<decided> const& taken) {
  if (names == nullptr) return {};
  document const mined(view.parts, *names);
  auto candidates = find_candidates(mined);
  auto findings = find_names(mined, candidates);
  be_careful(mined, text, findings);
  auto out = decide(mined, std::move(findings));
  // Where each of the others begins, and how far those up to it reach.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> theirs;
  theirs.reserve(taken.size());
  for (auto const& each : taken) theirs.emplace_back(each.what.from.where.first, each.what.from.where.end());
  std::sort(theirs.begin(), theirs.end());
  for (std::size_t i = 1; i < theirs.size(); ++i) theirs[i].second = std::max(theirs[i].second, theirs[i - 1].second);
  std::erase_if(out, [&](decided const& mine) {
    auto const at = mine.what.from.where;
    auto const behind = std::lower_bound(theirs.begin(), theirs.end(), std::pair(at.end(), std::uint32_t{0}));
    return behind != theirs.begin() && std::prev(behind)->second > at.first;
  });
  return out;
}

/// The passage of that number, metadata first; null behind the last.
inline passage const* passage_at(transcript const& text, std::size_t number) {
  if (number < text.metadata.size()) return &text.metadata[number];
  number -= text.metadata.size();
  return number < text.cues.size() ? &text.cues[number] : nullptr;
}

/// The stretch that begins with a byte of a passage: passages of some megabytes together, or as much of one.
inline stretch stretch_from(transcript const& text, std::uint32_t first, std::size_t from) {
  stretch out{first, first, from, SIZE_MAX};
  std::size_t size = 0;
  for (auto const* each = passage_at(text, first); each != nullptr; each = passage_at(text, out.last)) {
    if (out.last == first && each->text.size() - from > most_at_once) {
      // Between two words; a blank is never far unless it is no text.
      auto const blank = each->text.rfind(' ', from + most_at_once);
      auto const near = blank != std::string::npos && blank > from + most_at_once / 2;
      out.to = near ? blank : from + most_at_once;
      while (!near && (static_cast<unsigned char>(each->text[out.to]) & 0xC0U) == 0x80) ++out.to;
    }
    if (from > 0 || out.to != SIZE_MAX) {
      ++out.last;
      return out;
    }
    size += each->text.size();
    // At every 1024th passage, so that the next one seldom begins elsewhere when words have become shorter or longer.
    bool const even = out.last % 1024 == 0;
    if (out.last > first && ((size > most_at_once && even) || size > 2 * most_at_once)) return out;
    ++out.last;
  }
  return out;
}

/// What the stretches of a text use one after the other.
struct repair_room {
  std::optional<document> seen{};
  last_round before{};
};

/// Repairs one stretch until nothing sure is left; it grows or shrinks by what is put in. False if that took too many rounds.
inline bool repair_stretch(editor& in, name_index const& names, repair_ground const& ground, mined_names& mined,
                           repair_room& room, stretch& of) {
  auto& [seen, before] = room;
  before.forget();
  heard_before heard;
  std::vector<std::uint32_t> changed; // passages
  for (int round = 0; round < most_rounds; ++round) {
    names_view const view(in.text(), &in, ground.page, of);
    auto const size = of.to == SIZE_MAX ? 0 : passage_at(in.text(), of.first)->text.size();
    if (!seen)
      seen.emplace(view.parts, names);
    else if (round == 0)
      seen->begin(view.parts);
    else
      seen->follow(view.parts, changed);
    seen->remember(heard);
    document const& text = *seen;
    auto decisions = decide(text, find_names(text, find_candidates(text, before)));
    auto const any_sure = [&] {
      return std::any_of(decisions.begin(), decisions.end(),
                         [](decided const& d) { return d.status == edit_status::applied; });
    };
    take_down(text, decisions, heard);
    bool sure = any_sure();
    if (!sure) {
      auto more = decisions_of_page(mined.read(in.text()), view, text, decisions);
      decisions.insert(decisions.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
      std::stable_sort(decisions.begin(), decisions.end(), [](decided const& a, decided const& b) {
        return a.what.from.where.first < b.what.from.where.first;
      });
      sure = any_sure();
    }
    if (sure) before.another_follows(text);
    // Suggestions wait for the round in which nothing is sure, or each round would make them again. Where nothing may
    // change, the first round is the last.
    changed = carry_out(in, view, decisions, true, !sure);
    if (sure && changed.empty()) carry_out(in, view, decisions, false, true);
    if (of.to != SIZE_MAX) of.to = of.to + passage_at(in.text(), of.first)->text.size() - size;
    if (changed.empty()) return true;
  }
  return false;
}

MONDEGREEN_INLINE void repair_names(editor& in, name_index const& names, repair_ground const& ground) {
  mined_names mined(names, ground, in.text());
  if (names.names().empty() && mined.read(in.text()) == nullptr) return;
  auto const behind = [&](stretch const& at) {
    return at.to == SIZE_MAX ? stretch_from(in.text(), at.last, 0) : stretch_from(in.text(), at.first, at.to);
  };
  std::vector<std::pair<std::uint32_t, std::size_t>> begun;
  bool at_rest = true;
  repair_room room;
  for (auto at = stretch_from(in.text(), 0, 0); at.first < at.last; at = behind(at)) {
    begun.emplace_back(at.first, at.from);
    at_rest = repair_stretch(in, names, ground, mined, room, at) && at_rest;
    names.forget();
  }
  // Looked at again it would be by the same stretches.
  auto next = begun.begin();
  for (auto at = stretch_from(in.text(), 0, 0); at_rest && at.first < at.last; at = behind(at))
    at_rest = next != begun.end() && *next++ == std::pair(at.first, at.from);
  if (at_rest) in.rest();
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
