// The ledger while it is written.
#pragma once

#include <mondegreen/edit.hpp>
#include <mondegreen/impl/edit/places_in_order.hpp>
#include <mondegreen/impl/text/huge_pages.hpp>
#include <mondegreen/impl/text/will_read.hpp>

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Edits in the order of making. An `edit` is three times as large as an entry, which names its rule by a number and has its
/// texts among those of all others, or in the source; edits are made at the end, each once and where it is to stand.
class draft {
public:
  static constexpr auto no_cue = std::numeric_limits<std::uint32_t>::max();

  struct entry {
    span where;
    interval when;
    std::size_t texts = 0;    ///< where its own begin: of `before`, if there is no source, and of `after`
    std::uint32_t before = 0; ///< bytes
    std::uint32_t after = 0;  ///< bytes
    std::uint32_t cue = no_cue;
    std::uint32_t rule = 0;
    std::uint32_t evidence = 0; ///< the number of the list, from 1; 0 if it has none
    float confidence = 1.0F;
    edit_status status = edit_status::applied;
    bool reported = false; ///< `after` is `before`
    bool said = false;     ///< by a person: `texts` is the number of the edit
    bool gone = false;     ///< taken over by a later one, or made again
  };

  /// `in`: null if the text stands nowhere. `cues`: how many there are. An edit a cue, for a start: room that is not written to
  /// costs nothing, and a list that grows is written again and again.
  draft(source const* in, std::size_t cues) : in_(in) {
    constexpr std::size_t most = std::size_t{1} << 19U;
    reserve_pages(entries_, std::min(cues + cues / 4, most));
  }

  /// The number of a rule. O(rules).
  std::uint32_t number_of(std::string_view rule) {
    auto const number = std::find(rules_.begin(), rules_.end(), rule) - rules_.begin();
    if (static_cast<std::size_t>(number) == rules_.size()) rules_.emplace_back(rule);
    return static_cast<std::uint32_t>(number);
  }

  std::size_t size() const noexcept { return entries_.size(); }
  entry& operator[](std::size_t i) noexcept { return entries_[i]; }
  entry const& operator[](std::size_t i) const noexcept { return entries_[i]; }

  std::string const& rule(entry const& of) const noexcept { return rules_[of.rule]; }

  std::string_view before(entry const& of) const noexcept {
    if (of.said) return said_[of.texts]->before;
    return in_ != nullptr ? slice(in_->text(), of.where) : written(of.texts, of.before);
  }

  std::string_view after(entry const& of) const noexcept {
    if (of.said) return said_[of.texts]->after;
    return of.reported ? before(of) : written(of.texts + of.before, of.after);
  }

  /// Begins the texts of an entry that is not yet among the others: what stands there, and what is to. Neither views what was
  /// written here.
  void begin_texts(entry& fresh, std::string_view before) {
    fresh.texts = texts_.size();
    if (in_ == nullptr) fresh.before = append(before);
  }

  /// Goes on with what is to stand there.
  void write(entry& fresh, std::string_view after) { fresh.after += append(after); }

  void add(entry const& fresh, std::vector<std::string>&& evidence) {
    entries_.push_back(fresh);
    if (evidence.empty()) return;
    evidence_.push_back(std::move(evidence));
    entries_.back().evidence = static_cast<std::uint32_t>(evidence_.size());
  }

  /// What a person has said stands among the others as it is. The edits outlive the draft.
  void add_said(edit const& what) {
    entry fresh;
    fresh.where = what.where;
    fresh.texts = said_.size();
    fresh.rule = number_of(what.rule);
    fresh.status = what.status;
    fresh.said = true;
    fresh.gone = what.rule.empty();
    said_.push_back(&what);
    entries_.push_back(fresh);
  }

  /// Of an entry that is among the others: another text is to stand there, for these reasons besides.
  void rewrite(entry& old, std::string_view after, std::vector<std::string>&& more) {
    assert(old.before == 0);
    old.texts = texts_.size();
    old.after = append(after);
    if (old.evidence == 0) {
      evidence_.emplace_back();
      old.evidence = static_cast<std::uint32_t>(evidence_.size());
    }
    auto& all = evidence_[old.evidence - 1];
    all.insert(all.end(), std::move_iterator(more.begin()), std::move_iterator(more.end()));
  }

  /// The edits of these numbers, in this order, without those that are gone. Takes their evidence: once.
  ledger edits(std::span<std::uint32_t const> order) {
    ledger made;
    reserve_pages(made, order.size());
    constexpr std::size_t ahead = 8;
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (i + 2 * ahead < order.size()) will_read(&entries_[order[i + 2 * ahead]]);
      if (i + ahead < order.size()) will_read(texts_.data() + entries_[order[i + ahead]].texts);
      auto const& each = entries_[order[i]];
      if (each.gone) continue;
      auto& out = each.said ? made.emplace_back(*said_[each.texts]) : made.emplace_back();
      if (!each.said) enter(each, out);
    }
    if (in_ != nullptr) {
      places_in_order places(*in_);
      for (auto& each : made) each.at = places.locate(each.where.offset);
    }
    return made;
  }

private:
  std::string_view written(std::size_t from, std::uint32_t size) const noexcept {
    return std::string_view(texts_).substr(from, size);
  }

  std::uint32_t append(std::string_view text) {
    texts_ += text;
    return static_cast<std::uint32_t>(text.size());
  }

  void enter(entry const& from, edit& into) {
    into.rule = rule(from);
    into.status = from.status;
    if (from.cue != no_cue) {
      into.cue = from.cue;
      into.when = from.when;
    }
    into.where = from.where;
    into.before = before(from);
    into.after = after(from);
    into.confidence = from.confidence;
    if (from.evidence != 0) into.evidence = std::move(evidence_[from.evidence - 1]);
  }

  source const* in_;
  std::vector<std::string> rules_;
  std::vector<entry> entries_;
  std::string texts_;
  std::vector<std::vector<std::string>> evidence_;
  std::vector<edit const*> said_;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
