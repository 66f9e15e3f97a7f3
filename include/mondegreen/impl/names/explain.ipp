#pragma once

#include <mondegreen/impl/names/decision.hpp>
#include <mondegreen/impl/names/explain.hpp>
#include <mondegreen/impl/names/view.hpp>
#include <mondegreen/impl/text/json_string.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace mondegreen::inline MONDEGREEN_ABI {

MONDEGREEN_INLINE std::string_view to_string(name_outcome outcome) noexcept {
  switch (outcome) {
  case name_outcome::applied: return "applied";
  case name_outcome::suggested: return "suggested";
  case name_outcome::unlikely: return "unlikely";
  case name_outcome::outdone: return "outdone";
  case name_outcome::dropped: return "dropped";
  }
  return "unlikely";
}

MONDEGREEN_INLINE std::string to_json(name_case const& what) {
  std::string out = fmt::format(R"({{"line":{},"column":{},"before":)", what.at.line, what.at.column);
  auto const field = [&](std::string_view key, std::string_view text) {
    out += fmt::format(R"(,"{}":)", key);
    impl::append_json(out, text);
  };
  impl::append_json(out, what.before);
  field("after", what.after);
  field("name", what.name);
  field("outcome", to_string(what.outcome));
  out += fmt::format(R"(,"confidence":{:.2f},"distance":{:.2f})", what.confidence, what.distance);
  field("sound_before", what.sound_before);
  field("sound_after", what.sound_after);
  field("gate", what.gate);
  out += R"(,"clues":[)";
  for (auto const& each : what.clues) {
    out += &each == &what.clues.front() ? R"({"id":)" : R"(,{"id":)";
    impl::append_json(out, each.id);
    out += fmt::format(R"(,"times":{:.2f},"worth":{:.2f}}})", each.times, each.worth);
  }
  out += R"(],"evidence":[)";
  for (auto const& each : what.evidence) {
    if (&each != &what.evidence.front()) out += ',';
    impl::append_json(out, each);
  }
  out += "]}";
  return out;
}

MONDEGREEN_INLINE std::string describe(name_case const& what) {
  auto const verdict = [&]() -> std::string_view {
    switch (what.outcome) {
    case name_outcome::applied: return "repaired";
    case name_outcome::suggested: return "only suggested";
    case name_outcome::unlikely: return "left alone: too unlikely";
    case name_outcome::outdone: return "left alone: these words are likelier to be something else";
    case name_outcome::dropped: return "left alone";
    }
    return {};
  };
  auto out = fmt::format("{}:{}: '{}' as '{}': {}, {:.0f} % sure\n", what.at.line, what.at.column, what.before,
                         what.after, verdict(), what.confidence * 100);
  if (what.name != what.after) out += fmt::format("    a form of '{}'\n", what.name);
  if (!what.gate.empty()) out += fmt::format("    held back: {}\n", what.gate);
  out += fmt::format("    sounds: [{}] and [{}]", what.sound_before, what.sound_after);
  out += what.distance > 0 ? fmt::format(", {:.2f} apart per sound\n", what.distance) : std::string("\n");
  for (auto const& each : what.clues)
    if (each.worth != 0)
      out += fmt::format("    {:+6.2f}  {}{}\n", each.worth, each.why,
                         each.times == 1 ? std::string() : fmt::format(" (x {:.2f})", each.times));
  return out;
}

namespace impl {

inline name_case case_of(document const& text, finding const& what) {
  auto const& entry = text.names().entry(what.from.entry);
  name_case out;
  auto const at = what.from.where;
  phones heard;
  for (auto i = at.first; i < at.end(); ++i) {
    if (i > at.first) out.before += text.between(i);
    out.before += text.tokens()[i].text;
    heard += text.word(i).sound[0];
  }
  out.after = entry.write;
  out.name = text.names().names()[entry.name].form;
  out.sound_before = ipa(heard);
  if (auto const sounds = text.names().sounds_of(entry); !sounds.empty()) out.sound_after = ipa(sounds.front());
  out.distance = what.from.distance;
  out.confidence = what.confidence();
  out.gate = what.gate;
  out.evidence = what.evidence;
  for (std::size_t i = 0; i < weight_count; ++i)
    if (auto const times = what.amounts[i]; times != 0) {
      auto const& row = weight_table[i];
      out.clues.push_back({std::string(row.id), std::string(row.why), times,
                           static_cast<float>(row.in(text.names().language()) * static_cast<double>(times))});
    }
  return out;
}

MONDEGREEN_INLINE std::vector<name_case> explain_names(transcript const& text, name_index const& names,
                                                       std::string_view page) {
  std::vector<name_case> out;
  if (names.names().empty()) return out;
  names_view const view(text, nullptr, page);
  document const words(view.parts, names);
  std::vector<finding> findings;
  for (auto const& each : find_candidates(words)) findings.push_back(score(words, each));
  std::erase_if(findings, [](finding const& each) { return each.change.parts.empty(); });
  auto const decisions = decide(words, findings);
  for (auto const& each : findings) {
    auto fresh = case_of(words, each);
    auto const& first = words.tokens()[each.from.where.first];
    if (words.part(first.passage).read_only) continue;
    auto const& passage = text.metadata[first.passage];
    fresh.at = text.from->locate(passage.where.cover(first.where).source.offset);
    auto const decision = std::find_if(decisions.begin(), decisions.end(), [&](decided const& d) {
      return d.what.from.where == each.from.where && d.what.from.entry == each.from.entry;
    });
    if (decision != decisions.end())
      fresh.outcome = decision->status == edit_status::applied ? name_outcome::applied : name_outcome::suggested;
    else if (each.pointless)
      fresh.outcome = name_outcome::dropped;
    else
      fresh.outcome = each.confidence() < worth_a_look ? name_outcome::unlikely : name_outcome::outdone;
    out.push_back(std::move(fresh));
  }
  return out;
}

} // namespace impl

} // namespace mondegreen::inline MONDEGREEN_ABI
