#pragma once

#include <mondegreen/impl/names/document.hpp>
#include <mondegreen/impl/names/given_names.hpp>
#include <mondegreen/impl/names/letters.hpp>

#include <algorithm>
#include <cstddef>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

MONDEGREEN_INLINE document::document(std::vector<document_part> parts, name_index const& names)
    : parts_(std::move(parts)), names_(&names) {
  std::vector<token_source> sources;
  sources.reserve(parts_.size());
  for (auto const& each : parts_) {
    sources.push_back({each.text, each.continues});
    curly_ = curly_ || each.text.find("\u2019") != std::string_view::npos;
  }
  tokens_ = tokenize(sources);
  learn_words();
  find_right_forms();
  find_hints();
}

MONDEGREEN_INLINE void document::learn_words() {
  auto const& ordinary = lexicon::of(names_->language());
  numbers_ = &number_words::of(names_->language());
  std::size_t capitals = 0;
  std::size_t openers = 0;
  std::size_t low_openers = 0;
  word_of_.reserve(tokens_.size());
  for (auto const& each : tokens_) {
    capitals += each.shape != word_shape::lower && each.shape != word_shape::digits;
    bool const opens = each.opens_sentence && each.shape != word_shape::digits && follows_full_stop(each);
    openers += opens;
    low_openers += opens && each.shape == word_shape::lower;
    auto const at = names_->words().find(each.text, words_, [&](known_word& word) {
      append_letters(word.letters, each.text);
      word.letters_hash = key_hash(word.letters);
      auto const read = readings(each.text, names_->language());
      for (std::size_t i = 0; i < word.sound.size() && !read.empty(); ++i) {
        word.sound[i] = read[std::min(i, read.size() - 1)];
        word.coarse[i] = coarse_key(word.sound[i]);
      }
      for (std::size_t i = 0; i < word.coarse.size(); ++i) word.reach[i] = names_->reach_of_sound(word.coarse[i]);
      word.reach[2] = names_->reach_of_letters(word.letters);
      // Keys beyond that length are found whole, and nothing is known of their beginnings.
      if (names_->most_letters() > near_keys::longest) word.reach[2].front = word.reach[2].back = key_reach::all;
      word.anchored = names_->may_be_word(word.letters_hash);
      word.rank = ordinary.rank(each.text);
      word.number_word = each.shape == word_shape::lower && numbers_->begins(each.text);
      word.given = each.shape != word_shape::lower && is_given_name(each.text);
    });
    if (at.second) {
      times_said_.push_back(0);
      auto const& word = words_[at.first];
      facts_.push_back({word.letters_hash, word.number, word.rank, static_cast<std::uint32_t>(word.letters.size()),
                        word.reach, word.number_word, word.anchored});
    }
    ++times_said_[at.first];
    word_of_.push_back(at.first);
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
  auto before = parts_[word.passage].text.substr(0, word.where.offset);
  auto last = before.find_last_not_of(" \t\r");
  if (last == std::string_view::npos && word.passage > 0 && parts_[word.passage].continues) {
    before = parts_[word.passage - 1].text;
    last = before.find_last_not_of(" \t\r");
  }
  return last != std::string_view::npos && (before[last] == '.' || before[last] == '?' || before[last] == '!');
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
  auto const right = tokenize({{as.write, false}});
  for (std::uint32_t i = 0; i < at.count; ++i) {
    auto const& mine = tokens_[at.first + i];
    if (mine.text != right[i].text) {
      // A name that is a phrase takes the capital of its sentence.
      bool const capital = i == 0 && mine.opens_sentence && right[0].shape == word_shape::lower &&
                           mine.shape == word_shape::initial && word(at.first).letters == letters_of(right[0].text);
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
    if (word(at.first + i).letters != letters_of(as.words[i])) return false;
  return true;
}

MONDEGREEN_INLINE void document::find_right_forms() {
  standing_at_.assign(tokens_.size(), 0);
  std::string letters;
  for (std::uint32_t first = 0; first < tokens_.size(); ++first) {
    if (standing_at_[first] != 0 || facts(first).begins_none()) continue;
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
      letters.clear();
      for (auto i = first; i < first + count; ++i) letters += word(i).letters;
      for (auto const at : names_->by_letters(letters)) {
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
    if (best.where.count == 0) continue;
    standing_.push_back(best);
    for (auto i = best.where.first; i < best.where.end(); ++i)
      standing_at_[i] = static_cast<std::uint32_t>(standing_.size());
    auto const& entry = names_->entry(best.entry);
    ++times_standing_[best.entry];
    forms_there_.set(best.entry % forms_there_.size());
    if (entry.part != name_part::whole) continue;
    first_standing_.try_emplace(entry.name, first);
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

MONDEGREEN_INLINE document::standing const* document::right_at(std::uint32_t token) const noexcept {
  auto const at = standing_at_[token];
  return at == 0 ? nullptr : &standing_[at - 1];
}

MONDEGREEN_INLINE token const* document::stands(std::uint32_t name) const noexcept {
  auto const found = first_standing_.find(name);
  return found == first_standing_.end() ? nullptr : &tokens_[found->second];
}

MONDEGREEN_INLINE std::vector<std::uint32_t> document::names_spoken_for() const {
  std::vector<std::uint32_t> all;
  for (auto const& each : first_standing_) all.push_back(each.first);
  for (auto const& each : hints_) all.push_back(each.first);
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

MONDEGREEN_INLINE std::vector<std::uint32_t> document::forms_standing() const {
  std::vector<std::uint32_t> all;
  for (auto const& each : times_standing_) all.push_back(each.first);
  std::sort(all.begin(), all.end());
  return all;
}

MONDEGREEN_INLINE std::uint32_t document::times_standing(std::uint32_t entry) const noexcept {
  if (!forms_there_[entry % forms_there_.size()]) return 0;
  auto const found = times_standing_.find(entry);
  return found == times_standing_.end() ? 0 : found->second;
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
