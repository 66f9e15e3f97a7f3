#pragma once

#include <mondegreen/impl/names/anchor_places.hpp>
#include <mondegreen/impl/names/index.hpp>
#include <mondegreen/impl/names/letters.hpp>
#include <mondegreen/impl/names/persons.hpp>
#include <mondegreen/impl/names/tokens.hpp>
#include <mondegreen/impl/text/will_read.hpp>

#include <algorithm>
#include <cstddef>
#include <tuple>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

MONDEGREEN_INLINE name_index::name_index(std::shared_ptr<name_arrays const> of, mondegreen::spelling spelling)
    : of_(std::move(of)), spelling_(std::move(spelling)) {
  sounds_.resize(2 * most_readings);
}

/// Rows of a list in memory.
inline name_rows rows_of(std::span<name const> names, std::span<name_home const> homes) {
  name_rows_builder rows;
  for (std::size_t i = 0; i < names.size(); ++i) {
    rows.from(homes[i]);
    rows.add_unlooked(names[i]);
  }
  return rows.finish();
}

MONDEGREEN_INLINE name_index::name_index(std::span<name const> names, std::span<name_home const> homes,
                                         std::string_view language, mondegreen::spelling spelling)
    : name_index(std::make_shared<name_arrays const>(name_arrays::build(rows_of(names, homes), language)),
                 std::move(spelling)) {}

MONDEGREEN_INLINE void name_index::forget() const {
  constexpr std::size_t many = 200'000; // some 90 MB of entries
  constexpr std::size_t many_words = 500'000;
  if (entries_.size() + names_.size() > many) {
    entries_.clear();
    names_.clear();
  }
  if (by_letters_.size() + by_word_.size() + hints_.size() > 2 * many) {
    by_letters_ = {};
    by_word_ = {};
    hints_ = {};
  }
  if (bearers_heard_ > many) {
    bearer_sounds_.clear();
    bearers_heard_ = 0;
  }
  if (words_.size() > many_words) {
    words_ = {};
    windows_.clear(); // they speak of words by number
    parts_ = {};      // and so do these
    anchor_places_ = {};
  }
}

MONDEGREEN_INLINE name const& name_index::name_at(std::uint32_t at) const {
  auto const [made, fresh] = names_.at(at);
  if (fresh) made = of_->rows[at];
  return made;
}

MONDEGREEN_INLINE name_arrays::part const* name_index::part_at(std::uint32_t entry) const noexcept {
  auto const whole = of_->rows.size();
  return entry < whole || entry - whole >= of_->parts.size() ? nullptr : &of_->parts[entry - whole];
}

/// What is to be written for an entry.
MONDEGREEN_INLINE std::string_view name_index::written(std::uint32_t entry) const {
  auto const* part = part_at(entry);
  if (part == nullptr) return of_->rows.form(entry);
  auto const form = of_->rows.form(part->name_part / 8);
  auto const kind = static_cast<name_part>(part->name_part % 8);
  if (kind != name_part::surname && kind != name_part::given) return form;
  std::size_t const first = part->detail & 0xFFU;
  std::size_t const last = part->detail >> 8U;
  return first <= last && last < form.size() ? form.substr(first, last + 1 - first) : std::string_view();
}

/// The form that is looked for.
MONDEGREEN_INLINE std::string name_index::heard(std::uint32_t entry) const {
  auto const* part = part_at(entry);
  if (part == nullptr) return std::string(of_->rows.form(entry));
  auto const name = part->name_part / 8;
  switch (static_cast<name_part>(part->name_part % 8)) {
  case name_part::listed: {
    auto const more = of_->rows.more_of(name); // mishearings stand first
    return part->detail < more.size() ? std::string(of_->rows.text(more[part->detail])) : std::string();
  }
  case name_part::turned: return turned(of_->rows.form(name), part->detail);
  default: return std::string(written(entry));
  }
}

MONDEGREEN_INLINE std::string name_index::letters_at(std::uint32_t entry) const { return letters_of(heard(entry)); }

MONDEGREEN_INLINE name_entry const& name_index::entry(std::uint32_t at) const {
  auto const [made, fresh] = entries_.at(at);
  if (!fresh) return made;
  auto const* part = part_at(at);
  made.name = part == nullptr ? at : part->name_part / 8;
  if (part != nullptr) made.part = static_cast<name_part>(part->name_part % 8);
  if (made.part == name_part::listed && part != nullptr) made.listed = part->detail;
  made.write = written(at);
  auto const looked_for = heard(at);
  made.letters = letters_of(looked_for);
  tokenize(made.write, made.tokens);
  made.words.reserve(made.tokens.size());
  made.spelled.reserve(made.tokens.size());
  for (auto const& each : made.tokens) {
    made.words.emplace_back(each.text);
    made.spelled.push_back(letters_of(each.text));
  }
  auto const words_heard = looked_for == made.write ? made.tokens.size() : words_of(looked_for).size();
  made.words_heard = static_cast<std::uint32_t>(std::max<std::size_t>(1, words_heard));
  made.title = of_->rows.type(made.name) == "title";
  auto const sounds = sounds_at(at);
  made.sounds.assign(sounds.begin(), sounds.end());
  if (part == nullptr) {
    auto const of = person_of(at);
    made.part_surname = of.surname;
    made.part_given = of.given;
  }
  for (auto& each : made.tokens) each.text = {};
  return made;
}

MONDEGREEN_INLINE name_arrays::person name_index::person_of(std::uint32_t whole) const noexcept {
  if (whole >= of_->persons.size()) return {name_entry::none, name_entry::none};
  auto const there = [&](std::uint32_t part) { return part_at(part) == nullptr ? name_entry::none : part; };
  auto const& mine = of_->persons[whole];
  return {there(mine.given), there(mine.surname)};
}

MONDEGREEN_INLINE std::size_t name_index::words_at(std::uint32_t entry) const noexcept {
  if (auto const* part = part_at(entry)) return part->words;
  if (entry >= of_->rows.size()) return 0;
  auto const begin = of_->spoken_begin[entry];
  auto const end = of_->spoken_begin[entry + 1];
  return end < begin ? 0 : (end - begin) / (of_->rows.language(entry).empty() ? 1 : 2);
}

MONDEGREEN_INLINE void name_index::fetch(std::span<std::uint32_t const> entries) const noexcept {
  constexpr std::size_t cached = 100'000; // words: the arrays of a shorter list stay in the caches
  constexpr std::size_t at_once = 64;
  if (of_->spoken.size() < cached) return;
  auto const whole = of_->rows.size();
  auto const begin_of = [&](std::uint32_t entry) -> std::size_t {
    if (entry < whole) return of_->spoken_begin[entry];
    auto const* part = part_at(entry);
    return part == nullptr ? of_->spoken.size() : part->spoken;
  };
  for (; !entries.empty(); entries = entries.subspan(std::min(at_once, entries.size()))) {
    auto const some = entries.first(std::min(at_once, entries.size()));
    for (auto const each : some) {
      if (each >= whole) {
        if (each - whole < of_->parts.size()) will_read(&of_->parts[each - whole]);
      } else {
        will_read(&of_->spoken_begin[each]);
        of_->rows.fetch_row(each);
      }
    }
    for (auto const each : some) {
      if (auto const at = begin_of(each); at < of_->spoken.size()) will_read(&of_->spoken[at]);
      of_->rows.fetch_row(name_of(each));
    }
    std::array<std::uint32_t, at_once * 2> words;
    std::size_t count = 0;
    for (auto const each : some) {
      of_->rows.fetch_form(name_of(each));
      auto const at = begin_of(each);
      for (auto i = at; i < std::min(at + 2, of_->spoken.size()); ++i) {
        if (of_->spoken[i] >= of_->sounds_begin.size()) continue;
        words[count++] = of_->spoken[i];
        will_read(&of_->sounds_begin[of_->spoken[i]]);
      }
    }
    for (auto const word : std::span(words).first(count))
      if (auto const at = of_->sounds_begin[word]; at < of_->sounds.size()) will_read(of_->sounds.data() + at);
  }
}

MONDEGREEN_INLINE std::span<phones const> name_index::sounds_at(std::uint32_t entry) const {
  auto const whole = of_->rows.size();
  std::size_t begin = 0;
  std::size_t count = 0;
  std::size_t between = 0;
  if (auto const* part = part_at(entry)) {
    begin = part->spoken;
    count = part->words;
    between = part->between;
  } else if (entry < whole) {
    begin = of_->spoken_begin[entry];
    auto const end = of_->spoken_begin[entry + 1];
    count = end < begin ? 0 : end - begin;
    if (!of_->rows.language(entry).empty()) between = count /= 2;
  }
  std::size_t made = 0;
  for (auto const from : {begin, begin + between}) {
    if (from + count > of_->spoken.size() || (from == begin && made > 0)) break;
    for (std::size_t n = 0; n < most_readings; ++n) {
      auto& sound = sounds_[made];
      sound.clear();
      bool other = n == 0; // some word has so many readings
      for (auto const word : of_->spoken.subspan(from, count)) {
        if (word + std::size_t{1} >= of_->sounds_begin.size()) continue;
        std::size_t const first = of_->sounds_begin[word];
        auto const last = std::min<std::size_t>(of_->sounds_begin[word + 1], of_->sounds.size());
        if (first >= last) continue;
        auto all = of_->sounds.substr(first, last - first - 1); // less the last zero
        for (std::size_t skip = 0; skip < n; ++skip) {
          auto const zero = all.find('\0');
          if (zero == std::string_view::npos) break;
          other = other || skip + 1 == n;
          all.remove_prefix(zero + 1);
        }
        sound += all.substr(0, all.find('\0'));
      }
      if (!other) break;
      auto const known = sounds_.begin() + static_cast<std::ptrdiff_t>(made);
      if (!sound.empty() && std::find(sounds_.begin(), known, sound) == known) ++made;
    }
  }
  return std::span(sounds_).first(made);
}

/// The number of its only word, if it has one, and that is read in one language; else `entry_readings::several`.
MONDEGREEN_INLINE std::uint32_t name_index::only_word(std::uint32_t entry) const noexcept {
  std::size_t at = of_->spoken.size();
  if (auto const* part = part_at(entry)) {
    if (part->words == 1 && part->between == 0) at = part->spoken;
  } else if (entry < of_->rows.size() && of_->spoken_begin[entry + 1] - of_->spoken_begin[entry] == 1) {
    at = of_->spoken_begin[entry];
  }
  return at < of_->spoken.size() ? of_->spoken[at] : entry_readings::several;
}

MONDEGREEN_INLINE void name_index::gather_sounds(std::span<std::uint32_t const> entries, entry_readings& out) const {
  out.gather(
      entries, [&](std::uint32_t entry) { return only_word(entry); },
      [&](std::uint32_t entry) { return sounds_at(entry); });
}

MONDEGREEN_INLINE std::span<std::uint32_t const> name_index::bearers(std::uint32_t part) const {
  auto const whole = of_->rows.size();
  if (part < whole || part - whole + std::size_t{1} >= of_->bearers_begin.size()) return {};
  std::size_t const first = of_->bearers_begin[part - whole];
  auto const last = std::min<std::size_t>(of_->bearers_begin[part - whole + 1], of_->bearers.size());
  return first < last ? of_->bearers.subspan(first, last - first) : std::span<std::uint32_t const>();
}

MONDEGREEN_INLINE name_index::bearer_sounds const& name_index::bearers_by_sound(std::uint32_t part) const {
  auto const [made, fresh] = bearer_sounds_.at(part);
  if (!fresh) return made;
  bool const given = part_of(part) == name_part::given;
  auto const all = bearers(part);
  bearers_heard_ += all.size();
  std::vector<std::uint32_t> others;
  for (auto const at : all) {
    auto const bearer = person_of(at);
    auto const other = given ? bearer.surname : bearer.given;
    if (other == name_entry::none) continue;
    made.bearers.push_back(at);
    others.push_back(other);
  }
  fetch(others);
  gather_sounds(others, made.others);
  return made;
}

MONDEGREEN_INLINE std::span<std::uint32_t const> name_index::by_letters(std::string_view letters) const {
  if (letters.empty()) return {};
  key_hash const hash(letters);
  if (!may_be_written(hash)) return {};
  auto const [found, fresh] = by_letters_.try_emplace(hash.mixed());
  auto& all = found->second;
  if (!fresh) return all;
  for (auto const& each : of_->near)
    each.letters.find_whole(hash.mixed(), [&](std::uint32_t at) {
      if (entry(at).letters == letters) all.push_back(at);
    });
  // In the order of the names: a person's surname stands before a later name that is written the same.
  auto const place = [&](std::uint32_t at) { return std::tuple(entry(at).name, entry(at).part, at); };
  std::sort(all.begin(), all.end(), [&](std::uint32_t a, std::uint32_t b) { return place(a) < place(b); });
  return all;
}

MONDEGREEN_INLINE void name_index::by_sound(std::string_view coarse, std::vector<std::uint32_t>& out,
                                            bool phrases_only) const {
  auto const take = [&](std::uint32_t entry) { out.push_back(entry); };
  if (!phrases_only) of_->near[0].sounds.find(coarse, take);
  of_->near[1].sounds.find(coarse, take);
}

MONDEGREEN_INLINE void name_index::by_spelling(std::string_view letters, std::vector<std::uint32_t>& out,
                                               bool phrases_only) const {
  if (letters.size() < shortest_edited_spelling) return;
  auto const take = [&](std::uint32_t entry) {
    auto const* part = part_at(entry);
    if (part == nullptr || static_cast<name_part>(part->name_part % 8) != name_part::listed) out.push_back(entry);
  };
  if (!phrases_only) of_->near[0].letters.find(letters, take);
  of_->near[1].letters.find(letters, take);
}

MONDEGREEN_INLINE std::span<name_index::anchor const> name_index::by_word(std::string_view letters) const {
  auto const hash = key_hash(letters).mixed();
  auto const [found, fresh] = by_word_.try_emplace(hash);
  if (fresh)
    of_->anchors.find(hash, [&, &out = found->second](std::uint32_t entry, std::size_t place) {
      if (place >= of_->anchor_words.size()) return;
      auto const words = words_of(heard(entry));
      std::uint32_t const word = of_->anchor_words[place];
      if (word < words.size() && letters_of(words[word]) == letters) out.push_back({entry, word});
    });
  return found->second;
}

MONDEGREEN_INLINE std::uint32_t name_index::anchor_places(known_word const& word) const {
  if (anchor_places_.size() <= word.number)
    anchor_places_.resize(std::max<std::size_t>(words_.size(), word.number + std::size_t{1}));
  auto& mine = anchor_places_[word.number];
  if (mine == 0) {
    mine = impl::anchor_places::known;
    for (auto const& each : by_word(word.letters)) mine |= impl::anchor_places::bit(words_at(each.entry), each.word);
  }
  return mine;
}

MONDEGREEN_INLINE std::span<name_index::hint const> name_index::hints(std::string_view letters) const {
  if (of_->hints.empty()) return {};
  auto const hash = key_hash(letters).mixed();
  auto const [found, fresh] = hints_.try_emplace(hash);
  if (fresh) {
    auto const [first, last] = std::equal_range(of_->hint_hashes.begin(), of_->hint_hashes.end(), hash);
    for (auto at = first; at != last; ++at) {
      auto const each = of_->hints[static_cast<std::size_t>(at - of_->hint_hashes.begin())];
      found->second.emplace_back(each / 2, each % 2 != 0);
    }
  }
  return found->second;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
