#pragma once

#include <mondegreen/impl/formats/text_speakers.hpp>
#include <mondegreen/impl/text/lists.hpp>
#include <mondegreen/impl/text/plain_key.hpp>
#include <mondegreen/impl/text/utf8.hpp>
#include <mondegreen/language.hpp>
#include <mondegreen/source.hpp>

#include <unicode/uchar.h>

#include <algorithm>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

MONDEGREEN_INLINE void speaker_labels::see(std::string_view head) {
  ++heads_;
  auto const label = read_label(head);
  if (!label) return;
  auto const name = slice(head, label.name);
  auto const shape = shape_of_name(name);
  bool const handle = name.find(' ') == name.npos;
  if (!shape.possible && !label.bold && !handle) return;
  auto& entry = seen_[speaker_key(name)];
  entry.shape = shape;
  entry.bold = entry.bold || label.bold;
  ++entry.count;
}

/// Whether the counts of a label, of all that look like one, and of the places for one, speak for a speaker.
MONDEGREEN_INLINE bool speaker_labels::convincing(candidate const& each, totals const& all, bool timed) const {
  if (each.bold) return each.count >= 2 || each.shape.words >= 2;
  if (!each.shape.possible) return false;
  if (each.shape.numbered && (timed || each.count >= 2)) return true;
  if (each.count >= 2 && each.shape.words >= 2) return true;
  // One capitalised word may head a list ("Note : …") as well: it takes two who talk.
  bool const frequent = all.shaped * 10 >= heads_ * 3;
  if (each.count >= 2) return (frequent && all.names >= 2) || (each.count >= 4 && all.repeated >= 2);
  return timed && all.shaped == heads_ && (heads_ >= 2 || each.shape.words >= 2);
}

MONDEGREEN_INLINE void speaker_labels::decide(bool timed) {
  totals all;
  for (auto const& [name, each] : seen_) {
    if (!each.shape.possible) continue;
    ++all.names;
    all.shaped += each.count;
    all.repeated += each.count >= 2 ? 1 : 0;
  }
  std::uint32_t labelled = 0;
  for (auto& [name, each] : seen_) {
    each.accepted = convincing(each, all, timed);
    if (each.accepted) labelled += each.count;
  }
  any_ = labelled != 0;
  carry_ = labelled * 5 >= heads_;
  // Among labels, one that is no capitalised name may be a user's handle, if it is as frequent as they are.
  for (auto& [name, each] : seen_)
    each.accepted = each.accepted || (carry_ && each.count >= 4 && each.count * 10 >= heads_);
  // Who speaks once is believed where everybody else has a label, if it looks like a full name.
  if (labelled * 2 < heads_) return;
  for (auto& [name, each] : seen_) each.accepted = each.accepted || (each.shape.possible && each.shape.words >= 2);
}

MONDEGREEN_INLINE speaker_label speaker_labels::at(std::string_view head) const {
  if (!any_) return {};
  auto const label = read_label(head);
  if (!label) return {};
  auto const known = seen_.find(speaker_key(slice(head, label.name)));
  return known != seen_.end() && known->second.accepted ? label : speaker_label{};
}

MONDEGREEN_INLINE span bare_label(std::string_view line) {
  if (line.size() > 40) return {};
  auto const skipped = line.find_first_not_of(" \t-*");
  if (skipped == line.npos) return {};
  auto const last = line.find_last_not_of(" \t*");
  auto const name = line.substr(skipped, last + 1 - skipped);
  if (!shape_of_name(name).numbered) return {};
  return {static_cast<std::uint32_t>(skipped), static_cast<std::uint32_t>(name.size())};
}

MONDEGREEN_INLINE std::string speaker_key(std::string_view name) {
  std::string key;
  auto const all = plain_key(name);
  any_in_list(
      all,
      [&](std::string_view word) {
        auto const title = std::any_of(mondegreen::languages().begin(), mondegreen::languages().end(),
                                       [&](language const* each) { return list_contains(each->honorifics, word); });
        if (title) return false;
        auto const zeros = std::min(word.find_first_not_of('0'), word.size() - 1);
        bool const number = word.find_first_not_of("0123456789") == word.npos;
        if (!key.empty()) key += ' ';
        key += number ? word.substr(zeros) : word;
        return false;
      },
      ' ');
  return key.empty() ? all : key;
}

/// True for a form people would rather read: with more small letters, then the longer one.
inline bool reads_better(std::string_view name, std::string_view than) {
  auto const small = [](std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
      auto const point = decode_at(text, at);
      at += point.length;
      count += u_islower(static_cast<UChar32>(point.value)) ? 1 : 0;
    }
    return count;
  };
  auto const a = small(name), b = small(than);
  return a != b ? a > b : name.size() > than.size();
}

MONDEGREEN_INLINE std::size_t speaker_list::operator[](std::string_view name) {
  auto key = speaker_key(name);
  if (key.empty()) key = name;
  auto const [at, fresh] = known_.try_emplace(key, names_.size());
  if (fresh) {
    keys_.push_back(key);
    names_.emplace_back(name);
  } else if (reads_better(name, names_[at->second])) {
    names_[at->second] = name;
  }
  return at->second;
}

MONDEGREEN_INLINE std::vector<std::string> speaker_list::finish(std::vector<std::size_t>& numbers) {
  // Family name -> who bears it; more than one: nobody.
  constexpr auto several = static_cast<std::size_t>(-1);
  std::map<std::string, std::size_t, std::less<>> bearers;
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    auto const space = keys_[i].rfind(' ');
    if (space == std::string::npos) continue;
    auto const [at, fresh] = bearers.try_emplace(keys_[i].substr(space + 1), i);
    if (!fresh) at->second = several;
  }
  std::vector<std::string> shown;
  numbers.assign(keys_.size(), several);
  auto const is_family_name = [&](std::size_t i) {
    if (keys_[i].find_first_of(" 0123456789") != std::string::npos) return several;
    auto const bearer = bearers.find(keys_[i]);
    return bearer == bearers.end() ? several : bearer->second;
  };
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    if (is_family_name(i) != several) continue;
    numbers[i] = shown.size();
    shown.push_back(names_[i]);
  }
  for (std::size_t i = 0; i < keys_.size(); ++i)
    if (numbers[i] == several) numbers[i] = numbers[is_family_name(i)];
  return shown;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
