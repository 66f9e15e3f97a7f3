#pragma once

#include <mondegreen/edit.hpp>
#include <mondegreen/impl/edit/edits_by_place.hpp>
#include <mondegreen/impl/edit/made_again.hpp>
#include <mondegreen/impl/edit/places_in_order.hpp>
#include <mondegreen/impl/edit/review.hpp>
#include <mondegreen/impl/text/huge_pages.hpp>
#include <mondegreen/impl/text/json_string.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI {

MONDEGREEN_INLINE std::string_view to_string(edit_status status) noexcept {
  switch (status) {
  case edit_status::applied: return "applied";
  case edit_status::suggested: return "suggested";
  case edit_status::reported: return "reported";
  case edit_status::rejected: return "rejected";
  }
  return "reported";
}

MONDEGREEN_INLINE std::string to_json(edit const& what, std::string_view file) {
  std::string out = R"({"file":)";
  auto const to = std::back_inserter(out);
  impl::append_json(out, file);
  fmt::format_to(to, R"(,"line":{},"column":{},"cue":)", what.at.line, what.at.column);
  if (what.cue)
    fmt::format_to(to, "{}", *what.cue);
  else
    out += "null";
  if (what.cue) fmt::format_to(to, R"(,"start_ms":{},"end_ms":{})", what.when.start.ms, what.when.end.ms);
  out += R"(,"before":)";
  impl::append_json(out, what.before);
  out += R"(,"after":)";
  impl::append_json(out, what.after);
  out += R"(,"rule":)";
  impl::append_json(out, what.rule);
  fmt::format_to(to, R"(,"status":"{}","confidence":{:.2f},"evidence":[)", to_string(what.status), what.confidence);
  for (auto const& each : what.evidence) {
    if (&each != &what.evidence.front()) out += ',';
    impl::append_json(out, each);
  }
  out += "]}";
  return out;
}

MONDEGREEN_INLINE std::string replay(std::span<edit const> edits, source const& in) {
  auto const text = in.text();
  std::string out;
  out.reserve(text.size());
  std::size_t at = 0;
  for (auto const& each : edits) {
    if (each.status != edit_status::applied) continue;
    assert(each.where.offset >= at && "applied edits stand in order and never overlap");
    out += text.substr(at, each.where.offset - at);
    out += each.after;
    at = each.where.end();
  }
  return out += text.substr(at);
}

struct editor::book {
  std::string rule;
  ledger edits;
  impl::edits_by_place applied; ///< the indices in `edits` of those that are
  std::vector<bool> removed_cues;
  std::size_t revision = 0;
  std::size_t rested = 0;           ///< of the rule that runs
  std::optional<std::size_t> since; ///< when the rule that runs last began
  impl::review reviewed;
  // Of `replace`, for many changes at once.
  std::vector<substitution> made;
  std::vector<std::string> joined; ///< texts of changes that became one

  void add_applied(edit&& fresh) {
    applied.add(fresh.where, static_cast<std::uint32_t>(edits.size()));
    edits.push_back(std::move(fresh));
  }

  /// The applied edits that `where` overlaps or has at one of its ends, in the order of the source.
  std::vector<std::uint32_t> const& applied_at(span where) {
    return applied.touching(where, [&](std::uint32_t each) { return !edits[each].rule.empty(); });
  }

  /// The revision that last changed the text of each cue, and of each metadata entry.
  std::vector<std::size_t> changed_cues, changed_metadata;
  sign_set needs; ///< of the rule that runs
  sign_table known_signs;
  /// What each cue has, once somebody has asked; empty before. Some bytes beside each other, where the texts are all over
  /// the memory.
  std::vector<sign_set> signs_of_cues;
  std::vector<std::uint32_t> first_words; ///< of the cues that have their signs

  sign_set signs_of(std::uint32_t cue, std::string_view text) {
    auto& known = signs_of_cues[cue];
    if (known.empty()) known = known_signs.in(text, &first_words[cue]);
    return known;
  }

  void change(place where) {
    ++revision;
    if (where.in == place::part::cue) {
      changed_cues[where.index] = revision;
      signs_of_cues[where.index] = {};
    }
    if (where.in == place::part::metadata) changed_metadata[where.index] = revision;
  }
};

MONDEGREEN_INLINE editor::editor(transcript& text, apply_policy policy)
    : text_(&text), policy_(policy), book_(std::make_unique<book>()) {
  book_->removed_cues.assign(text.cues.size(), false);
  book_->changed_cues.assign(text.cues.size(), 0);
  book_->signs_of_cues.assign(text.cues.size(), sign_set());
  book_->first_words.resize(text.cues.size());
  // An edit a cue, for a start: room that is not written to costs nothing, and a ledger that grows is written again and again.
  constexpr std::size_t most = std::size_t{1} << 19U;
  book_->edits.reserve(std::min(text.cues.size() + text.cues.size() / 4, most));
  impl::prefer_huge_pages(book_->edits.data(), book_->edits.capacity() * sizeof(edit));
  book_->changed_metadata.assign(text.metadata.size(), 0);
}

MONDEGREEN_INLINE editor::~editor() = default;

MONDEGREEN_INLINE passage const& editor::at(place where) const {
  switch (where.in) {
  case place::part::cue: return text_->cues[where.index];
  case place::part::metadata: return text_->metadata[where.index];
  case place::part::kept: return text_->kept[where.index];
  }
  return text_->cues[where.index];
}

MONDEGREEN_INLINE void editor::begin(std::string_view rule, std::optional<std::size_t> since, sign_set needs) {
  assert(!rule.empty());
  book_->rule = rule;
  book_->rested = 0;
  book_->since = since;
  book_->needs = needs;
}

MONDEGREEN_INLINE void editor::go_by(std::span<edit const> reviewed) { book_->reviewed = impl::review(reviewed); }

/// Makes of a change what a person has said of it; false if it is not to be made.
MONDEGREEN_INLINE bool editor::wanted(place where, change& what) const {
  auto const& reviewed = book_->reviewed;
  if (reviewed.empty() || what.why.status == edit_status::reported) return true;
  auto const from = at(where).where.cover(what.what);
  if (reviewed.keeps(from.source, book_->rule)) return false;
  auto const* const said = reviewed.applied(from.source, book_->rule);
  if (said == nullptr) return true;
  what.why.status = edit_status::applied;
  if (from.text == what.what) what.with = said->after;
  return true;
}

MONDEGREEN_INLINE void editor::look_for(sign_table signs) {
  book_->known_signs = std::move(signs);
  book_->signs_of_cues.assign(text_->cues.size(), sign_set());
}

MONDEGREEN_INLINE sign_set editor::signs(place where) const noexcept {
  if (where.in != place::part::cue) return book_->known_signs.in(at(where).text);
  return book_->signs_of(where.index, text_->cues[where.index].text);
}

MONDEGREEN_INLINE bool editor::may_open_alike(std::uint32_t cue, std::uint32_t other) const noexcept {
  auto const first_word = [&](std::uint32_t of) {
    book_->signs_of(of, text_->cues[of].text);
    return book_->first_words[of];
  };
  auto const one = first_word(cue);
  return one == 0 || first_word(other) == 0 || one == first_word(other);
}

MONDEGREEN_INLINE bool editor::settled(place where) const noexcept {
  auto const& since = book_->since;
  if (since && where.in != place::part::kept &&
      (where.in == place::part::cue ? book_->changed_cues : book_->changed_metadata)[where.index] <= *since)
    return true;
  return !needed(where);
}

MONDEGREEN_INLINE bool editor::needed(place where) const noexcept {
  return book_->needs.empty() || book_->needs.meets(signs(where));
}

MONDEGREEN_INLINE std::uint32_t editor::next_unsettled(std::uint32_t cue) const noexcept {
  auto const& in = *book_;
  auto const all = static_cast<std::uint32_t>(text_->cues.size());
  for (; cue < all; ++cue) {
    if (in.since && in.changed_cues[cue] <= *in.since) continue;
    if (!needed({place::part::cue, cue})) continue;
    if (!in.removed_cues[cue]) break;
  }
  return cue;
}

MONDEGREEN_INLINE std::size_t editor::revision() const noexcept { return book_->revision; }

MONDEGREEN_INLINE void editor::rest() noexcept { book_->rested = book_->revision; }

MONDEGREEN_INLINE std::size_t editor::rested() const noexcept { return book_->rested; }

MONDEGREEN_INLINE bool editor::removed(place where) const {
  if (where.in == place::part::cue) return book_->removed_cues[where.index];
  return where.in == place::part::kept && text_->kept[where.index].removed;
}

/// Writes the edit down, in terms of the source; true if it is to be carried out.
MONDEGREEN_INLINE bool editor::record(place where, span what, std::string_view with, grounds&& why) {
  auto const& passage = at(where);
  assert(what.end() <= passage.text.size());
  if (why.status == edit_status::applied || why.status == edit_status::suggested) {
    if (policy_ == apply_policy::none) why.status = edit_status::suggested;
    if (policy_ == apply_policy::all) why.status = edit_status::applied;
  }
  auto const from = passage.where.cover(what);
  edit fresh;
  fresh.rule = book_->rule;
  fresh.status = why.status;
  fresh.where = from.source;
  if (where.in == place::part::cue && text_->timed) {
    fresh.cue = where.index;
    fresh.when = text_->cues[where.index].when;
  }
  if (text_->from) {
    fresh.before = slice(text_->from->text(), from.source);
  } else {
    fresh.before = slice(passage.text, from.text);
  }
  // Where an earlier rule's text had to be taken whole, so is what stands around the part that changes now.
  fresh.after = passage.text.substr(from.text.offset, what.offset - from.text.offset);
  fresh.after += with;
  fresh.after += std::string_view(passage.text).substr(what.end(), from.text.end() - what.end());
  fresh.confidence = why.confidence;
  fresh.evidence = std::move(why.evidence);
  if (fresh.status != edit_status::applied) {
    if (fresh.status == edit_status::reported) fresh.after = fresh.before;
    book_->edits.push_back(std::move(fresh));
    return false;
  }
  if (text_->from) absorb(passage, from, fresh);
  if (fresh.after != fresh.before) book_->add_applied(std::move(fresh));
  return true;
}

/// Takes over the earlier edits whose text is covered, so that applied edits never overlap. An insertion at the very
/// edge belongs to it only if the covered text holds the inserted run.
MONDEGREEN_INLINE void editor::absorb(passage const& in, origin::run const& covered, edit& into) {
  auto const from = covered.source;
  auto const holds_insertion = [&](std::uint32_t offset) {
    auto const& runs = in.where.runs();
    return std::any_of(runs.begin(), runs.end(), [&](origin::run const& r) {
      return r.source == span{offset, 0} && r.text.offset >= covered.text.offset && r.text.end() <= covered.text.end();
    });
  };
  for (auto const each : book_->applied_at(from)) {
    auto& old = book_->edits[each];
    bool const strictly_inside = from.offset < old.where.offset && old.where.offset < from.end();
    bool const inside = old.where.empty() ? strictly_inside || holds_insertion(old.where.offset)
                                          : old.where.offset < from.end() && old.where.end() > from.offset;
    if (!inside) continue;
    assert(old.where.offset >= from.offset && old.where.end() <= from.end());
    if (old.rule != book_->rule)
      into.evidence.push_back(fmt::format("after '{}' had written '{}'", old.rule, old.after));
    old.rule.clear(); // taken over: `finish` drops it
  }
}

MONDEGREEN_INLINE bool editor::replace(place where, span what, std::string_view with, grounds why) {
  if (slice(at(where).text, what) == with) return false;
  std::string said;
  if (!book_->reviewed.empty()) {
    change one{what, std::string(with), std::move(why)};
    if (!wanted(where, one)) return false;
    said = std::move(one.with);
    with = said;
    why = std::move(one.why);
  }
  if (!record(where, what, with, std::move(why))) return false;
  book_->change(where);
  switch (where.in) {
  case place::part::cue: splice(text_->cues[where.index], what, with); break;
  case place::part::metadata: splice(text_->metadata[where.index], what, with); break;
  case place::part::kept: splice(text_->kept[where.index], what, with); break;
  }
  return true;
}

MONDEGREEN_INLINE bool editor::replace(place where, std::span<change> changes) {
  auto const& before = at(where);
  auto& made = book_->made;
  auto& joined = book_->joined;
  made.clear();
  joined.clear();
  joined.reserve(changes.size()); // so that views of them stay good
  for (std::size_t i = 0; i < changes.size();) {
    auto& first = changes[i++];
    if (slice(before.text, first.what) == first.with || !wanted(where, first)) continue;
    auto const applied = [&](change const& each) {
      return policy_ != apply_policy::none &&
             (each.why.status == edit_status::applied ||
              (each.why.status == edit_status::suggested && policy_ == apply_policy::all));
    };
    if (!applied(first)) {
      record(where, first.what, first.with, std::move(first.why));
      continue;
    }
    std::string_view with = first.with;
    auto what = first.what;
    auto reach = before.where.cover(what).text.end();
    for (; i < changes.size() && applied(changes[i]); ++i) {
      auto& next = changes[i];
      if (!wanted(where, next)) break; // it is asked about again, as the first of the next
      auto const covered = before.where.cover(next.what).text;
      if (covered.offset > reach) break;
      if (joined.empty() || joined.back().data() != with.data()) joined.emplace_back(with);
      joined.back().append(before.text, what.end(), next.what.offset - what.end()).append(next.with);
      with = joined.back();
      what.length = next.what.end() - what.offset;
      reach = std::max(reach, covered.end());
      first.why.confidence = std::min(first.why.confidence, next.why.confidence);
      first.why.evidence.insert(first.why.evidence.end(), next.why.evidence.begin(), next.why.evidence.end());
    }
    if (record(where, what, with, std::move(first.why))) made.push_back({what, with});
  }
  if (made.empty()) return false;
  book_->change(where);
  switch (where.in) {
  case place::part::cue: splice(text_->cues[where.index], made); break;
  case place::part::metadata: splice(text_->metadata[where.index], made); break;
  case place::part::kept: splice(text_->kept[where.index], made); break;
  }
  return true;
}

MONDEGREEN_INLINE bool editor::remove(place where, grounds const& why) {
  assert(where.in != place::part::metadata);
  if (removed(where)) return false;
  auto const& text = at(where).text;
  std::vector<change> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    auto const end = std::min(text.find('\n', begin), text.size());
    span const line{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)};
    if (!line.empty()) lines.push_back({line, {}, why});
    begin = end + 1;
  }
  if (std::any_of(lines.begin(), lines.end(), [&](change& line) { return !wanted(where, line); })) return false;
  bool gone = true;
  for (auto& line : lines) gone = record(where, line.what, {}, std::move(line.why)) && gone;
  if (!gone) return false;
  book_->change(where);
  if (where.in == place::part::cue)
    book_->removed_cues[where.index] = true;
  else
    text_->kept[where.index].removed = true;
  return true;
}

namespace impl {

/// Where the times of an arrow line stand, from the first digit to the last; empty if the block does not begin with one,
/// below an identifier at most.
inline span times_in(std::string_view source, span block) noexcept {
  auto const text = slice(source, block);
  constexpr std::string_view clock = "0123456789:.,";
  std::size_t from = 0;
  for (int line = 0; line < 3 && from < text.size(); ++line) {
    auto const end = std::min(text.find_first_of("\r\n", from), text.size());
    auto const arrow = text.substr(0, end).find("-->", from);
    if (arrow == text.npos) {
      from = std::min(text.find_first_not_of("\r\n", end), text.size());
      continue;
    }
    auto const first = text.substr(0, arrow).find_first_of(clock, from);
    auto const second = text.substr(0, end).find_first_of(clock, arrow);
    if (first == text.npos || second == text.npos) return {};
    auto const last = std::min(text.find_first_not_of(clock, second), end);
    return {block.offset + static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last - first)};
  }
  return {};
}

inline std::string arrow_times(interval when, char point) {
  auto const clock = [&](timestamp at) {
    auto const ms = std::max<std::int64_t>(at.ms, 0);
    return fmt::format("{:02}:{:02}:{:02}{}{:03}", ms / 3'600'000, ms / 60'000 % 60, ms / 1000 % 60, point, ms % 1000);
  };
  return clock(when.start) + " --> " + clock(when.end);
}

} // namespace impl

MONDEGREEN_INLINE bool editor::retime(std::uint32_t index, interval when, grounds why) {
  auto& what = text_->cues[index];
  if (what.when == when) return false;
  if (why.status == edit_status::applied || why.status == edit_status::suggested) {
    if (policy_ == apply_policy::none) why.status = edit_status::suggested;
    if (policy_ == apply_policy::all) why.status = edit_status::applied;
  }
  edit fresh;
  fresh.rule = book_->rule;
  fresh.status = why.status;
  fresh.cue = index;
  fresh.when = what.when;
  fresh.where = {what.block.offset, 0};
  fresh.confidence = why.confidence;
  fresh.evidence = std::move(why.evidence);
  if (text_->from) {
    auto const source = text_->from->text();
    if (auto const times = impl::times_in(source, what.block); !times.empty()) {
      fresh.where = times;
      fresh.before = slice(source, times);
      fresh.after = impl::arrow_times(when, fresh.before.find(',') != std::string::npos ? ',' : '.');
    }
  }
  if (book_->reviewed.keeps(fresh.where, fresh.rule)) return false;
  if (fresh.status != edit_status::applied) {
    if (fresh.status == edit_status::reported) fresh.after = fresh.before;
    book_->edits.push_back(std::move(fresh));
    return false;
  }
  what.when = when;
  book_->change({place::part::cue, index}); // to a rule that goes by times it is another cue
  // Moved before: the same place of the source, and one edit.
  for (auto const each : book_->applied_at(fresh.where)) {
    auto& old = book_->edits[each];
    if (!(old.where == fresh.where) || old.before != fresh.before) continue;
    old.after = std::move(fresh.after);
    old.evidence.insert(old.evidence.end(), fresh.evidence.begin(), fresh.evidence.end());
    return true;
  }
  book_->add_applied(std::move(fresh));
  return true;
}

MONDEGREEN_INLINE void editor::rename_speaker(speaker_id who, std::string_view name, grounds const& why) {
  auto& label = text_->speakers[static_cast<std::size_t>(who)];
  if (policy_ == apply_policy::none || label == name) return;
  for (std::uint32_t i = 0; i < text_->cues.size(); ++i) {
    auto& each = text_->cues[i];
    for (auto& mark : each.marks)
      if (mark.kind == mark_kind::voice && mark.value == label) mark.value = name;
    if (each.speaker != who || !text_->from) continue;
    // The label stands in front of the words, in the cue's block.
    auto const words = each.where.runs().empty() ? each.block.end() : each.where.runs().front().source.offset;
    auto const head =
        text_->from->text().substr(each.block.offset, std::max(words, each.block.offset) - each.block.offset);
    auto const at = head.find(label);
    if (at == head.npos) continue;
    edit fresh;
    fresh.rule = book_->rule;
    fresh.where = {each.block.offset + static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(label.size())};
    if (text_->timed) {
      fresh.cue = i;
      fresh.when = each.when;
    }
    fresh.before = label;
    fresh.after = name;
    fresh.confidence = why.confidence;
    fresh.evidence = why.evidence;
    book_->add_applied(std::move(fresh));
  }
  label = name;
  ++book_->revision;
}

MONDEGREEN_INLINE void editor::report(place where, span what, grounds why) {
  why.status = edit_status::reported;
  record(where, what, slice(at(where).text, what), std::move(why));
}

MONDEGREEN_INLINE ledger editor::finish() {
  std::size_t index = 0;
  std::erase_if(text_->cues, [&](cue const&) { return book_->removed_cues[index++]; });
  book_->removed_cues.assign(text_->cues.size(), false);
  book_->applied.clear();
  auto& all = book_->edits;
  for (auto const* const each : book_->reviewed.rejected()) all.push_back(*each);
  impl::drop_made_again(all);
  if (text_->from) {
    impl::places_in_order places(*text_->from);
    for (auto& each : all) each.at = places.locate(each.where.offset);
  }
  return std::move(all);
}

} // namespace mondegreen::inline MONDEGREEN_ABI
