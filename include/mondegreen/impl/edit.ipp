#pragma once

#include <mondegreen/edit.hpp>
#include <mondegreen/impl/edit/arrow_line.hpp>
#include <mondegreen/impl/edit/cue_signs.hpp>
#include <mondegreen/impl/edit/draft.hpp>
#include <mondegreen/impl/edit/edits_by_place.hpp>
#include <mondegreen/impl/edit/label_place.hpp>
#include <mondegreen/impl/edit/made_again.hpp>
#include <mondegreen/impl/edit/review.hpp>
#include <mondegreen/impl/text/json_string.hpp>
#include <mondegreen/impl/text/words.hpp>

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
  std::uint32_t rule_number = 0;
  impl::draft edits;
  impl::edits_by_place applied; ///< the numbers in `edits` of those that are
  std::vector<bool> removed_cues;
  std::size_t revision = 0;
  std::size_t rested = 0;           ///< of the rule that runs
  std::optional<std::size_t> since; ///< when the rule that runs last began
  impl::review reviewed;
  // Of `replace`, for many changes at once.
  std::vector<substitution> made;
  std::vector<std::string> joined; ///< texts of changes that became one

  void add_applied(impl::draft::entry const& fresh, std::vector<std::string>&& evidence) {
    applied.add(fresh.where, static_cast<std::uint32_t>(edits.size()));
    edits.add(fresh, std::move(evidence));
  }

  /// The applied edits that `where` overlaps or has at one of its ends, in the order of the source.
  std::vector<std::uint32_t> const& applied_at(span where) {
    return applied.touching(where, [&](std::uint32_t each) { return !edits[each].gone; });
  }

  /// The revision that last changed the text of each cue, and of each metadata entry.
  std::vector<std::size_t> changed_cues, changed_metadata;
  sign_set needs; ///< of the rule that runs
  impl::cue_signs signs;

  explicit book(transcript const& of)
      : edits(of.from.get(), of.cues.size()), removed_cues(of.cues.size()), changed_cues(of.cues.size()),
        changed_metadata(of.metadata.size()), signs(of.cues) {}

  /// Something about the passage has changed, other than its text.
  void change(place where) {
    ++revision;
    if (where.in == place::part::cue) changed_cues[where.index] = revision;
    if (where.in == place::part::metadata) changed_metadata[where.index] = revision;
  }

  void change_text(place where, bool same_words) {
    change(where);
    if (where.in == place::part::cue) signs.change(where.index, same_words);
  }
};

MONDEGREEN_INLINE editor::editor(transcript& text, apply_policy policy)
    : text_(&text), policy_(policy), book_(std::make_unique<book>(text)) {}

MONDEGREEN_INLINE editor::~editor() = default;

MONDEGREEN_INLINE passage const& editor::at(place where) const { return changeable(where); }

MONDEGREEN_INLINE passage& editor::changeable(place where) const noexcept {
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
  book_->rule_number = book_->edits.number_of(rule);
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

MONDEGREEN_INLINE void editor::look_for(sign_table signs) { book_->signs.look_for(std::move(signs)); }

MONDEGREEN_INLINE sign_set editor::signs(place where) const noexcept {
  return where.in == place::part::cue ? book_->signs.of(where.index) : book_->signs.table().in(at(where).text);
}

MONDEGREEN_INLINE bool editor::may_open_alike(std::uint32_t cue, std::uint32_t other) const noexcept {
  auto& signs = book_->signs;
  auto const one = signs.first_word(cue);
  auto const two = signs.first_word(other);
  return one == 0 || two == 0 || one == two;
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
  auto& edits = book_->edits;
  impl::draft::entry fresh;
  fresh.rule = book_->rule_number;
  fresh.status = why.status;
  fresh.where = from.source;
  if (where.in == place::part::cue && text_->timed) {
    fresh.cue = where.index;
    fresh.when = text_->cues[where.index].when;
  }
  fresh.confidence = why.confidence;
  fresh.reported = fresh.status == edit_status::reported;
  std::string_view const text = passage.text;
  edits.begin_texts(fresh, slice(text, from.text));
  if (!fresh.reported) {
    // Where an earlier rule's text had to be taken whole, so is what stands around the part that changes now.
    edits.write(fresh, text.substr(from.text.offset, what.offset - from.text.offset));
    edits.write(fresh, with);
    edits.write(fresh, text.substr(what.end(), from.text.end() - what.end()));
  }
  if (fresh.status != edit_status::applied) {
    edits.add(fresh, std::move(why.evidence));
    return false;
  }
  if (text_->from) absorb(passage, from, why.evidence);
  if (edits.after(fresh) != edits.before(fresh)) book_->add_applied(fresh, std::move(why.evidence));
  return true;
}

/// Takes over the earlier edits whose text is covered, so that applied edits never overlap. An insertion at the very
/// edge belongs to it only if the covered text holds the inserted run.
MONDEGREEN_INLINE void editor::absorb(passage const& in, origin::run const& covered,
                                      std::vector<std::string>& evidence) {
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
    auto const& edits = book_->edits;
    if (old.rule != book_->rule_number)
      evidence.push_back(fmt::format("after '{}' had written '{}'", edits.rule(old), edits.after(old)));
    old.gone = true;
  }
}

MONDEGREEN_INLINE void editor::substitute(place where, std::span<substitution const> all) {
  auto& text = changeable(where);
  bool const same_words = std::all_of(all.begin(), all.end(), [&](substitution const& each) {
    return impl::leaves_words(text.text, each.at.offset, each.at.length, each.with);
  });
  splice(text, all);
  book_->change_text(where, same_words);
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
  substitution const only{what, with};
  substitute(where, {&only, 1});
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
  substitute(where, made);
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

MONDEGREEN_INLINE bool editor::retime(std::uint32_t index, interval when, grounds why) {
  auto& what = text_->cues[index];
  if (what.when == when) return false;
  if (why.status == edit_status::applied || why.status == edit_status::suggested) {
    if (policy_ == apply_policy::none) why.status = edit_status::suggested;
    if (policy_ == apply_policy::all) why.status = edit_status::applied;
  }
  auto& edits = book_->edits;
  impl::draft::entry fresh;
  fresh.rule = book_->rule_number;
  fresh.status = why.status;
  fresh.cue = index;
  fresh.when = what.when;
  fresh.where = {what.block.offset, 0};
  fresh.confidence = why.confidence;
  fresh.reported = fresh.status == edit_status::reported;
  std::string after;
  if (text_->from) {
    auto const source = text_->from->text();
    if (auto const times = impl::times_in(source, what.block); !times.empty()) {
      fresh.where = times;
      after = impl::arrow_times(when, slice(source, times).find(',') != std::string_view::npos ? ',' : '.');
    }
  }
  if (book_->reviewed.keeps(fresh.where, book_->rule)) return false;
  if (fresh.status == edit_status::applied) {
    what.when = when;
    book_->change({place::part::cue, index}); // to a rule that goes by times it is another cue
    // Moved before: the same place of the source, and one edit.
    for (auto const each : book_->applied_at(fresh.where)) {
      auto& old = edits[each];
      if (!(old.where == fresh.where) || old.before != 0) continue;
      edits.rewrite(old, after, std::move(why.evidence));
      return true;
    }
  }
  edits.begin_texts(fresh, {});
  if (!fresh.reported) edits.write(fresh, after);
  if (fresh.status != edit_status::applied) {
    edits.add(fresh, std::move(why.evidence));
    return false;
  }
  book_->add_applied(fresh, std::move(why.evidence));
  return true;
}

MONDEGREEN_INLINE void editor::rename_speaker(speaker_id who, std::string_view name, grounds const& why) {
  auto& label = text_->speakers[static_cast<std::size_t>(who)];
  if (policy_ == apply_policy::none || label == name) return;
  for (std::uint32_t i = 0; i < text_->cues.size(); ++i) {
    auto& each = text_->cues[i];
    for (auto& mark : each.marks)
      if (mark.kind == mark_kind::voice && mark.value == label) mark.value = name;
    if (each.speaker != who) continue;
    each.as_read = 0;
    if (!text_->from) continue;
    // The label stands in front of the words, in the cue's block.
    auto const words = each.where.runs().empty() ? each.block.end() : each.where.runs().front().source.offset;
    auto const head =
        text_->from->text().substr(each.block.offset, std::max(words, each.block.offset) - each.block.offset);
    auto const at = impl::label_place(head, label);
    if (at.length == 0) continue;
    auto& edits = book_->edits;
    impl::draft::entry fresh;
    fresh.rule = book_->rule_number;
    fresh.where = {each.block.offset + at.offset, at.length};
    if (text_->timed) {
      fresh.cue = i;
      fresh.when = each.when;
    }
    fresh.confidence = why.confidence;
    edits.begin_texts(fresh, slice(head, at));
    edits.write(fresh, name);
    book_->add_applied(fresh, std::vector(why.evidence));
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
  for (auto const* const each : book_->reviewed.rejected()) all.add_said(*each);
  auto const by_place = impl::order_by_place(all);
  impl::drop_made_again(all, by_place);
  return all.edits(by_place);
}

} // namespace mondegreen::inline MONDEGREEN_ABI
