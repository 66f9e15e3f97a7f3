#pragma once

#include <mondegreen/impl/names/document.hpp>
#include <mondegreen/impl/names/given_names.hpp>
#include <mondegreen/impl/names/inflections.hpp>
#include <mondegreen/impl/names/letters.hpp>
#include <mondegreen/impl/text/huge_pages.hpp>
#include <mondegreen/impl/text/will_read.hpp>
#include <mondegreen/language.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

MONDEGREEN_INLINE document::document(std::vector<document_part> parts, name_index const& names)
    : numbers_(&number_words::of(names.language())), names_(&names) {
  auto const* speech = find_language(names.language());
  noun_capitals_ = speech != nullptr && speech->noun_capitals;
  begin(std::move(parts));
}

MONDEGREEN_INLINE void document::begin(std::vector<document_part> parts) {
  parts_ = std::move(parts);
  heard_ = nullptr;
  edition_ = 0;
  tokens_.clear();
  word_of_.clear();
  part_words_.clear();
  kept_.clear();
  words_ = {};
  facts_.clear();
  times_said_.clear();
  standing_.clear();
  hints_.clear();
  std::size_t bytes = 0;
  for (auto const& each : parts_) bytes += each.text.size();
  reserve_pages(tokens_, bytes / 5);
  part_words_ = read(tokens_, {});
  learn_words();
  find_right_forms({}, {});
  find_hints();
}

MONDEGREEN_INLINE void document::follow(std::vector<document_part> parts, std::vector<std::uint32_t> const& changed) {
  // Nothing says which of the words are the same if parts have come or gone.
  std::vector<bool> other(parts.size(), parts.size() != parts_.size());
  for (std::size_t i = 0; i < std::min(parts.size(), parts_.size()); ++i)
    if (parts[i].text.data() != parts_[i].text.data() || parts[i].text.size() != parts_[i].text.size()) other[i] = true;
  for (auto const at : changed)
    if (at < other.size()) other[at] = true;
  parts_ = std::move(parts);
  ++edition_;
  auto const kept_capitals = capitals_kept_;
  kept_.clear();
  spare_tokens_.clear();
  reserve_pages(spare_tokens_, tokens_.size() + tokens_.size() / 64 + 64);
  auto of_parts = read(spare_tokens_, other);
  tokens_.swap(spare_tokens_);
  word_of_.swap(spare_word_of_);
  word_of_.clear();
  auto const& word_of = spare_word_of_;
  auto const old_parts = std::exchange(part_words_, std::move(of_parts));
  auto const size = static_cast<std::uint32_t>(tokens_.size());
  reserve_pages(word_of_, size);
  std::uint32_t was = 0;
  std::uint32_t now = 0;
  auto const replace = [&](std::uint32_t old_end, std::uint32_t end) {
    for (; was < old_end; ++was) --times_said_[word_of[was]];
    for (; now < end; ++now) word_of_.push_back(learn(tokens_[now]));
  };
  for (auto const& each : kept_) {
    replace(each.before, each.now);
    word_of_.insert(word_of_.end(), word_of.begin() + each.before, word_of.begin() + each.before + each.count);
    was += each.count;
    now += each.count;
  }
  replace(static_cast<std::uint32_t>(word_of.size()), size);
  for (std::uint32_t i = 0; i < part_words_.size(); ++i) {
    auto& mine = part_words_[i];
    bool const same =
        i < old_parts.size() && !other[i] && (i == 0 || !other[i - 1]) && mine.start == old_parts[i].start;
    auto const last = i + 1 < part_words_.size() ? part_words_[i + 1].first : size;
    if (!same) count_openers(mine, last);
  }
  weigh_capitals();
  if (kept_capitals != capitals_kept_) kept_.clear();
  auto const standing_before = std::exchange(standing_, {});
  auto const standing_at = std::exchange(standing_at_, {});
  find_right_forms(standing_before, standing_at);
  hints_.clear();
  find_hints();
}

/// Reads the parts, all or those that have changed or begin otherwise than they did; of the others it takes the words over.
MONDEGREEN_INLINE std::vector<document::part_words> document::read(std::vector<token>& words,
                                                                   std::vector<bool> const& changed) {
  std::vector<part_words> out;
  out.reserve(parts_.size());
  passage_end end;
  curly_ = false;
  taken_over run; // not there yet
  auto const take_run = [&] {
    if (run.count == 0) return;
    words.insert(words.end(), tokens_.begin() + run.before, tokens_.begin() + run.before + run.count);
    kept_.push_back(run);
    run.count = 0;
  };
  for (std::uint32_t i = 0; i < parts_.size(); ++i) {
    auto const& part = parts_[i];
    if (constexpr std::size_t ahead = 4; i + ahead < parts_.size()) will_read(parts_[i + ahead].text.data());
    token_source const source{part.text, part.continues};
    auto const first = static_cast<std::uint32_t>(words.size()) + run.count;
    auto const start = end.into(source, first == 0);
    if (i < part_words_.size() && !changed[i] && part_words_[i].start == start) {
      auto mine = part_words_[i];
      auto const last =
          i + 1 < part_words_.size() ? part_words_[i + 1].first : static_cast<std::uint32_t>(tokens_.size());
      if (run.count > 0 && run.before + run.count != mine.first) take_run();
      if (run.count == 0) run = {first, mine.first, 0};
      run.count += last - mine.first;
      mine.first = first;
      end = mine.end;
      curly_ = curly_ || mine.curly;
      out.push_back(mine);
      continue;
    }
    take_run();
    end = tokenize(source, i, end, words);
    bool const curly = part.text.find("\u2019") != std::string_view::npos;
    curly_ = curly_ || curly;
    out.push_back({.first = first, .start = start, .end = end, .curly = curly});
  }
  take_run();
  return out;
}

MONDEGREEN_INLINE void document::learn_words() {
  reserve_pages(word_of_, tokens_.size());
  for (auto const& each : tokens_) word_of_.push_back(learn(each));
  for (std::size_t i = 0; i < part_words_.size(); ++i)
    count_openers(part_words_[i],
                  i + 1 < part_words_.size() ? part_words_[i + 1].first : static_cast<std::uint32_t>(tokens_.size()));
  weigh_capitals();
}

/// The number of a word, which is said once more.
MONDEGREEN_INLINE std::uint32_t document::learn(token const& said) {
  auto const at = names_->words().find(said.text, words_, [&](known_word& word) {
    append_letters(word.letters, said.text);
    word.letters_hash = key_hash(word.letters);
    auto const read = readings(said.text, names_->language());
    for (std::size_t i = 0; i < word.sound.size() && !read.empty(); ++i) {
      word.sound[i] = read[std::min(i, read.size() - 1)];
      word.coarse[i] = coarse_key(word.sound[i]);
    }
    for (std::size_t i = 0; i < word.coarse.size(); ++i) word.reach[i] = names_->reach_of_sound(word.coarse[i]);
    word.reach[2] = names_->reach_of_letters(word.letters);
    // Keys beyond that length are found whole, and nothing is known of their beginnings.
    if (names_->most_letters() > near_keys::longest) word.reach[2].front = word.reach[2].back = key_reach::all;
    word.anchored = names_->may_be_word(word.letters_hash);
    auto const& ordinary = lexicon::of(names_->language());
    word.rank = ordinary.rank(said.text);
    bool const small = said.shape == word_shape::lower;
    auto const spelled =
        word.rank == 0 && small ? names_->spelling().knows(said.text, names_->language()) : std::nullopt;
    if (spelled.value_or(false))
      word.rank = rank_of_spelled;
    else if (word.rank == 0 && small && is_inflected(said.text, ordinary, names_->language()))
      word.rank = rank_of_inflected;
    // In a language without a list any word in lower case may be an ordinary one, unless a dictionary says that it is none.
    // (A line too short to tell its language is mostly in one that has one.)
    bool const unlisted = ordinary.size() == 0 && !names_->language().empty();
    if (unlisted && small && spelled.value_or(true)) word.rank = rank_of_unlisted;
    // German writes any noun with a capital.
    bool const low = small || (said.shape == word_shape::initial && noun_capitals_);
    word.plain = low && word.rank != 0;
    word.number_word = said.shape == word_shape::lower && numbers_->begins(said.text);
    word.given = said.shape != word_shape::lower && is_given_name(said.text);
  });
  if (at.second) {
    times_said_.push_back(0);
    auto const& word = words_[at.first];
    facts_.push_back({word.letters_hash, word.number, word.rank, static_cast<std::uint32_t>(word.letters.size()),
                      word.reach, word.number_word, word.anchored, word.coarse[0] == word.coarse[1], word.plain});
  }
  ++times_said_[at.first];
  return at.first;
}

MONDEGREEN_INLINE void document::count_openers(part_words& of, std::uint32_t last) {
  of.capitals = of.openers = of.low_openers = 0;
  for (auto i = of.first; i < last; ++i) {
    auto const& each = tokens_[i];
    of.capitals += each.shape != word_shape::lower && each.shape != word_shape::digits;
    bool const opens = each.opens_sentence && each.shape != word_shape::digits && follows_full_stop(each);
    of.openers += opens;
    of.low_openers += opens && each.shape == word_shape::lower;
  }
}

MONDEGREEN_INLINE void document::weigh_capitals() {
  std::size_t capitals = 0;
  std::size_t openers = 0;
  std::size_t low_openers = 0;
  for (auto const& each : part_words_) {
    capitals += each.capitals;
    openers += each.openers;
    low_openers += each.low_openers;
  }
  // Written French and English have a capital every seven to twelve words.
  cased_ = tokens_.size() < 50 || capitals * 50 >= tokens_.size();
  constexpr std::size_t few = 24;
  capitals_kept_ = cased_ && (openers < few || low_openers * 12 < openers);
}

MONDEGREEN_INLINE bool document::spelled(std::uint32_t token) const noexcept {
  auto const lone = [&](std::uint32_t at) {
    return tokens_[at].shape == word_shape::initial && tokens_[at].text.size() == 1;
  };
  if (!lone(token)) return false;
  auto const runs = [&](std::uint32_t at) {
    return tokens_[at].before == gap::space || (tokens_[at].before == gap::joined && between(at).empty());
  };
  bool const next = token + 1 < tokens_.size() && lone(token + 1) && runs(token + 1);
  return next || (token > 0 && lone(token - 1) && runs(token));
}

MONDEGREEN_INLINE bool document::follows_full_stop(token const& word) const noexcept {
  if (parts_[word.passage].read_only) return false;
  // The last byte is nearly always one: a search for any of a set of characters takes longer.
  auto const trimmed = [](std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
    return text;
  };
  auto before = trimmed(parts_[word.passage].text.substr(0, word.where.offset));
  if (before.empty() && word.passage > 0 && parts_[word.passage].continues)
    before = trimmed(parts_[word.passage - 1].text);
  return !before.empty() && (before.back() == '.' || before.back() == '?' || before.back() == '!');
}

MONDEGREEN_INLINE std::string_view document::between(std::uint32_t token) const noexcept {
  auto const& right = tokens_[token];
  if (token == 0 || right.before == gap::line || tokens_[token - 1].passage != right.passage) return " ";
  auto const from = tokens_[token - 1].where.end();
  return parts_[right.passage].text.substr(from, right.where.offset - from);
}

MONDEGREEN_INLINE bool document::shouted(window at) const noexcept {
  std::uint32_t shouting = 0;
  std::uint32_t others = 0;
  constexpr std::uint32_t reach = 3;
  auto const first = at.first < reach ? 0 : at.first - reach;
  auto const last = std::min<std::size_t>(tokens_.size(), at.end() + reach);
  for (auto i = first; i < last; ++i) {
    if (i >= at.first && i < at.end()) continue;
    if (tokens_[i].passage != tokens_[at.first].passage || tokens_[i].text.size() < 2) continue;
    if (tokens_[i].shape == word_shape::digits) continue;
    ++(tokens_[i].shape == word_shape::capitals ? shouting : others);
  }
  return shouting > others;
}

MONDEGREEN_INLINE bool document::written_right(window at, name_entry const& as) const {
  if (at.count != as.words.size()) return false;
  auto const& right = as.tokens;
  for (std::uint32_t i = 0; i < at.count; ++i) {
    auto const& mine = tokens_[at.first + i];
    if (mine.text != as.words[i]) {
      // A name that is a phrase takes the capital of its sentence.
      bool const capital = i == 0 && mine.opens_sentence && right[0].shape == word_shape::lower &&
                           mine.shape == word_shape::initial && word(at.first).letters == as.spelled[0];
      if (!capital) return false;
    }
    if (i == 0) continue;
    auto const from = right[i - 1].where.end();
    if (!same_gap(between(at.first + i), std::string_view(as.write).substr(from, right[i].where.offset - from)))
      return false;
  }
  return true;
}

/// Word for word the same letters.
MONDEGREEN_INLINE bool document::same_words(window at, name_entry const& as) const {
  if (at.count != as.words.size()) return false;
  for (std::uint32_t i = 0; i < at.count; ++i)
    if (word(at.first + i).letters != as.spelled[i]) return false;
  return true;
}

/// The right form that begins with a word; of no words if there is none.
MONDEGREEN_INLINE document::standing document::right_form_from(std::uint32_t first) {
  standing best{};
  key_hash hash;
  std::size_t size = 0;
  for (std::uint32_t count = 1; count <= names_->most_words() && first + count <= tokens_.size(); ++count) {
    auto const& last = tokens_[first + count - 1];
    if (count > 1 && last.before == gap::wall) break;
    auto const& added = facts(first + count - 1);
    hash.append(added.letters_hash);
    size += added.letters;
    if (size > names_->most_letters()) break;
    if (!names_->may_be_written(hash)) continue;
    letters_.clear();
    for (auto i = first; i < first + count; ++i) letters_ += word(i).letters;
    for (auto const at : names_->by_letters(letters_)) {
      auto const& entry = names_->entry(at);
      if (entry.part == name_part::listed || entry.part == name_part::turned) continue;
      window const here{first, count};
      bool const right = written_right(here, entry);
      if (right || (!capitals_kept_ && same_words(here, entry))) {
        best = {at, here, !right};
        break;
      }
    }
  }
  return best;
}

/// `before` and `before_at` are what stood before the words that are kept were: a search that begins at the same one of
/// these, with as many behind it as it may look at, finds the same.
MONDEGREEN_INLINE void document::find_right_forms(std::vector<standing> const& before,
                                                  std::vector<std::uint32_t> const& before_at) {
  auto const size = static_cast<std::uint32_t>(tokens_.size());
  standing_at_.assign(size, 0);
  auto const take = [&](standing const& what) {
    standing_.push_back(what);
    for (auto i = what.where.first; i < what.where.end(); ++i)
      standing_at_[i] = static_cast<std::uint32_t>(standing_.size());
  };
  auto run = kept_.begin();
  std::size_t old = 0;
  for (std::uint32_t at = 0; at < size;) {
    while (run != kept_.end() && run->now + run->count <= at) ++run;
    if (run != kept_.end() && run->now <= at) {
      bool const to_the_end = run->now + run->count == size && run->before + run->count == before_at.size();
      auto const reach = to_the_end ? 0 : names_->most_words();
      auto const end = run->now + run->count - std::min(run->count, reach);
      auto const from = at - run->now + run->before;
      bool const starts = before_at[from] == 0 || before[before_at[from] - 1].where.first == from;
      if (at < end && starts) {
        while (old < before.size() && before[old].where.first < from) ++old;
        auto const shift = run->now - run->before; // wraps around where words have gone
        auto next = end;
        for (; old < before.size() && before[old].where.first + shift < end && before[old].where.first >= from; ++old) {
          auto same = before[old];
          same.where.first += shift;
          take(same);
          next = std::max(next, same.where.end());
        }
        at = next;
        continue;
      }
    }
    if (facts(at).begins_none()) {
      ++at;
      continue;
    }
    auto const found = right_form_from(at);
    if (found.where.count == 0) {
      ++at;
      continue;
    }
    take(found);
    at = found.where.end();
  }
  note_right_forms();
}

MONDEGREEN_INLINE void document::note_right_forms() {
  first_standing_.clear();
  times_standing_.clear();
  spoken_for_.reset();
  forms_there_.reset();
  for (auto const& each : standing_) {
    auto const& entry = names_->entry(each.entry);
    ++times_standing_[each.entry];
    forms_there_.set(each.entry % forms_there_.size());
    if (entry.part != name_part::whole) continue;
    if (auto& first = first_standing_[entry.name]; first == 0) first = each.where.first + 1;
    spoken_for_.set(entry.name % spoken_for_.size());
  }
}

MONDEGREEN_INLINE void document::find_hints() {
  if (!names_->any_hints()) return;
  std::string letters;
  constexpr std::uint32_t longest_hint = 3; // words
  for (std::uint32_t first = 0; first < tokens_.size(); ++first) {
    letters.clear();
    for (std::uint32_t count = 1; count <= longest_hint && first + count <= tokens_.size(); ++count) {
      if (count > 1 && tokens_[first + count - 1].before == gap::wall) break;
      letters += word(first + count - 1).letters;
      for (auto const& [name, likely] : names_->hints(letters)) {
        hints_[name].push_back({{first, count}, likely});
        spoken_for_.set(name % spoken_for_.size());
      }
    }
  }
}

MONDEGREEN_INLINE token const* document::stands(std::uint32_t name) const noexcept {
  auto const* found = first_standing_.find(name);
  return found == nullptr ? nullptr : &tokens_[*found - 1];
}

MONDEGREEN_INLINE std::vector<std::uint32_t> document::names_spoken_for() const {
  std::vector<std::uint32_t> all;
  first_standing_.each_key([&](std::uint32_t name) { all.push_back(name); });
  for (auto const& each : hints_) all.push_back(each.first);
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

MONDEGREEN_INLINE std::vector<std::uint32_t> document::names_hinted() const {
  std::vector<std::uint32_t> all;
  for (auto const& each : hints_) all.push_back(each.first);
  std::sort(all.begin(), all.end());
  return all;
}

MONDEGREEN_INLINE std::vector<std::uint32_t> document::forms_standing() const {
  std::vector<std::uint32_t> all;
  times_standing_.each_key([&](std::uint32_t entry) { all.push_back(entry); });
  std::sort(all.begin(), all.end());
  return all;
}

MONDEGREEN_INLINE std::uint32_t document::times_standing(std::uint32_t entry) const noexcept {
  if (!forms_there_[entry % forms_there_.size()]) return 0;
  auto const* found = times_standing_.find(entry);
  return found == nullptr ? 0 : *found;
}

MONDEGREEN_INLINE document::nearby document::hints_near(window at, std::uint32_t name, std::uint32_t reach) const {
  nearby out;
  auto const found = hints_.find(name);
  if (found == hints_.end()) return out;
  auto const& places = found->second;
  auto const from = at.first < reach ? 0 : at.first - reach;
  auto each = std::lower_bound(places.begin(), places.end(), from,
                               [](hint_place const& p, std::uint32_t first) { return p.where.first < first; });
  std::vector<std::string_view> seen;
  constexpr std::size_t enough = 4; // more hints say no more
  for (; each != places.end() && each->where.first < at.end() + reach && seen.size() < enough; ++each) {
    bool const inside = each->where.first < at.end() && each->where.end() > at.first;
    if (inside && each->likely) continue;
    out.inside = out.inside || inside;
    auto const& letters = word(each->where.first).letters;
    if (std::find(seen.begin(), seen.end(), letters) != seen.end()) continue;
    seen.push_back(letters);
    if (each->likely && out.first.empty()) {
      auto const& first = tokens_[each->where.first];
      auto const& last = tokens_[each->where.end() - 1];
      if (first.passage == last.passage)
        out.first = parts_[first.passage].text.substr(first.where.offset, last.where.end() - first.where.offset);
    }
    ++(each->likely ? out.likely : out.unlikely);
  }
  return out;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
