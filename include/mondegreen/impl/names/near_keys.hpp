// Strings findable by any string that is one edit away.
#pragma once

#include <mondegreen/config.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A polynomial hash: that of a joined string follows from those of its pieces, so a window of words costs one step a
/// word, and a string with one character other, more or less costs one step too.
struct key_hash {
  static constexpr std::uint64_t base = 0x9E3779B97F4A7C15ULL; // odd; the bits of the golden ratio

  std::uint64_t value = 0;
  std::uint64_t power = 1; ///< of the base, by the length

  constexpr key_hash() = default;
  constexpr explicit key_hash(std::string_view text) noexcept {
    for (char const c : text) append(c);
  }

  static constexpr std::uint64_t of(char c) noexcept {
    return static_cast<std::uint64_t>(static_cast<unsigned char>(c)) + 1;
  }
  constexpr void append(char c) noexcept {
    value = value * base + of(c);
    power *= base;
  }
  constexpr void append(std::uint32_t number) noexcept {
    value = value * base + number + 1;
    power *= base;
  }
  constexpr void append(key_hash const& more) noexcept {
    value = value * more.power + more.value;
    power *= more.power;
  }

  /// Spreads the high bits of a polynomial hash to the low ones.
  static constexpr std::uint64_t mix(std::uint64_t hash) noexcept {
    hash ^= hash >> 32U;
    hash *= 0xD6E8FEB86659FD93ULL;
    hash ^= hash >> 32U;
    hash *= 0xD6E8FEB86659FD93ULL;
    return hash ^ hash >> 32U;
  }
  constexpr std::uint64_t mixed() const noexcept { return mix(value); }
};

/// How many characters at the beginning and at the end of a key some key of a set may have in common with it; `all` where
/// nothing says that a longer one with that end has not.
struct key_reach {
  static constexpr std::uint8_t all = 255;

  std::uint8_t size = 0;
  std::uint8_t front = all;
  std::uint8_t back = all;
  char opens = 0; ///< the first character
  char closes = 0;

  /// What holds for two sets together.
  void widen(key_reach const& by) noexcept {
    front = std::max(front, by.front);
    back = std::max(back, by.back);
  }
};

/// A set of hashes that may hold others, too, but lacks none. Bits stand in one word each, so a look-up costs one.
class hash_filter {
public:
  hash_filter() = default;
  explicit hash_filter(std::span<std::uint64_t const> words) noexcept : words_(words) {}

  bool holds(std::uint64_t hash) const noexcept {
    if (words_.empty()) return false;
    auto const bits = bits_of(hash);
    return (words_[place(hash, words_.size())] & bits) == bits;
  }

  /// `holds` will be asked for this one.
  void prefetch(std::uint64_t hash) const noexcept {
    if (!words_.empty()) __builtin_prefetch(&words_[place(hash, words_.size())]);
  }

  static void add(std::span<std::uint64_t> words, std::uint64_t hash) noexcept {
    words[place(hash, words.size())] |= bits_of(hash);
  }

  /// Words enough for so many hashes with this many bits each.
  static std::size_t words_for(std::size_t hashes, std::size_t bits) noexcept { return hashes * bits / 64 + 1; }

private:
  static std::size_t place(std::uint64_t hash, std::size_t words) noexcept {
    return static_cast<std::size_t>(((hash >> 32U) * words) >> 32U);
  }
  static std::uint64_t bits_of(std::uint64_t hash) noexcept {
    return std::uint64_t{1} << (hash & 63U) | std::uint64_t{1} << ((hash >> 6U) & 63U);
  }

  std::span<std::uint64_t const> words_;
};

/// Entries under hashes: those of one hash stand together. What is found under a hash is so by eight of its bits and
/// those that number the bucket: a candidate, to be compared in full.
class hash_table {
public:
  hash_table() = default;

  /// Empty unless the arrays fit together: they may come from a file.
  hash_table(std::span<std::uint32_t const> buckets, std::span<std::uint32_t const> entries,
             std::span<std::uint8_t const> marks) noexcept {
    if (buckets.size() < 2 || !std::has_single_bit(buckets.size() - 1) || entries.size() != marks.size()) return;
    buckets_ = buckets;
    entries_ = entries;
    marks_ = marks;
    shift_ = static_cast<unsigned>(64 - std::countr_zero(buckets.size() - 1));
  }

  bool empty() const noexcept { return entries_.empty(); }

  /// Calls `with(entry, place)` for the entries under a hash.
  template <class Function> void find(std::uint64_t hash, Function&& with) const {
    if (entries_.empty()) return;
    auto const bucket = shift_ == 64 ? 0 : static_cast<std::size_t>(hash >> shift_);
    auto const end = std::min<std::size_t>(buckets_[bucket + 1], entries_.size());
    for (std::size_t i = buckets_[bucket]; i < end; ++i)
      if (marks_[i] == mark_of(hash)) with(entries_[i], i);
  }

  /// What it is made of.
  struct arrays {
    std::vector<std::uint32_t> buckets;
    std::vector<std::uint32_t> entries;
    std::vector<std::uint8_t> marks;
  };

  /// `sorted` by hash. O(n).
  static arrays make(std::vector<std::pair<std::uint64_t, std::uint32_t>> const& sorted) {
    constexpr std::size_t full = 6; // entries a bucket: 0.7 bytes an entry, and half a cache line to look through
    arrays made;
    auto const count = std::bit_floor(sorted.size() / full + 1);
    auto const shift = static_cast<unsigned>(64 - std::countr_zero(count));
    made.buckets.assign(count + 1, 0);
    made.entries.reserve(sorted.size());
    made.marks.reserve(sorted.size());
    for (auto const& [hash, entry] : sorted) {
      ++made.buckets[(shift == 64 ? 0 : static_cast<std::size_t>(hash >> shift)) + 1];
      made.entries.push_back(entry);
      made.marks.push_back(mark_of(hash));
    }
    for (std::size_t i = 1; i <= count; ++i) made.buckets[i] += made.buckets[i - 1];
    return made;
  }

private:
  static std::uint8_t mark_of(std::uint64_t hash) noexcept { return static_cast<std::uint8_t>(hash >> 12U); }

  std::span<std::uint32_t const> buckets_;
  std::span<std::uint32_t const> entries_;
  std::span<std::uint8_t const> marks_;
  unsigned shift_ = 64;
};

/// Keys with an entry number each, found by any key one replacement, insertion or deletion away. The strings themselves
/// are not kept: all such neighbours of the key sought are looked up by their hashes, but only where an edit can be, and
/// that is between the longest beginning and the longest end that the key has in common with any other. Of those a filter
/// knows some lengths. Long keys are so cut in two, as the pigeonhole principle has it, and short lists are done with
/// after two or three looks. About 14 bytes a key where deletions of all keys (SymSpell) take 50 to 130.
class near_keys {
public:
  /// Longer keys are only found whole.
  static constexpr std::size_t longest = 255;

  /// Of very many entries under one key the first are found: so many names that sound alike cannot be told apart anyway.
  static constexpr std::size_t most_shared = 64;

  /// The lengths of beginnings and ends that the filter knows.
  static constexpr std::array<std::size_t, 10> lengths{2, 3, 4, 5, 6, 8, 10, 13, 17, 22};

  /// Of the base of the hashes.
  static constexpr std::array<std::uint64_t, longest + 1> powers = [] {
    std::array<std::uint64_t, longest + 1> all{};
    std::uint64_t power = 1;
    for (auto& each : all) {
      each = power;
      power *= key_hash::base;
    }
    return all;
  }();

  /// What it is made of.
  struct arrays {
    hash_table::arrays table;
    std::vector<std::uint64_t> whole;     ///< filter of the keys
    std::vector<std::uint64_t> ends;      ///< filter of beginnings and ends
    std::vector<std::uint8_t> characters; ///< all that keys have, in order
    std::vector<std::uint64_t> follow;    ///< which of them follow which
  };

  near_keys() = default;

  /// Empty unless the arrays fit together. Of two keys shorter than `shortest` one
  /// finds the other only whole.
  near_keys(std::size_t shortest, hash_table table, std::span<std::uint64_t const> whole,
            std::span<std::uint64_t const> ends, std::span<std::uint8_t const> characters,
            std::span<std::uint64_t const> follow) noexcept
      : shortest_(shortest) {
    stride_ = (characters.size() + 63) / 64;
    if (characters.size() > 256 || follow.size() != 2 * (characters.size() + 1) * stride_) return;
    table_ = table;
    whole_ = hash_filter(whole);
    ends_ = hash_filter(ends);
    characters_ = characters;
    follow_ = follow;
    for (std::size_t i = 0; i < characters.size(); ++i) number_[characters[i]] = static_cast<std::uint16_t>(i + 1);
  }

  near_keys(std::size_t shortest, arrays const& of) noexcept
      : near_keys(shortest, {of.table.buckets, of.table.entries, of.table.marks}, of.whole, of.ends, of.characters,
                  of.follow) {}

  bool empty() const noexcept { return table_.empty(); }

  /// False if no key has this hash; true for nearly none that has not.
  bool may_hold(std::uint64_t mixed) const noexcept { return whole_.holds(mixed); }

  /// Calls `with(entry)` for the entries under this key.
  template <class Function> void find_whole(std::uint64_t mixed, Function&& with) const {
    if (whole_.holds(mixed)) table_.find(mixed, [&](std::uint32_t entry, std::size_t) { with(entry); });
  }

  /// False if no key begins, or ends, with so many characters (which of `lengths`) of this polynomial hash.
  bool any_begins(std::uint64_t hash, std::size_t which) const noexcept { return ends_.holds(begins(hash, which)); }
  bool any_finishes(std::uint64_t hash, std::size_t which) const noexcept { return ends_.holds(finishes(hash, which)); }

  /// How far a key goes along with others. One that begins with it and has no more than `front` characters in common with
  /// any at its beginning, and no more than `back` at its end, has two edits between them if that leaves two out.
  key_reach reach(std::string_view key) const noexcept {
    auto const size = std::min<std::size_t>(key.size(), key_reach::all);
    key_reach out{static_cast<std::uint8_t>(size), key_reach::all, key_reach::all};
    if (!key.empty()) {
      out.opens = key.front();
      out.closes = key.back();
    }
    if (key.size() > longest) return out;
    if (table_.empty()) {
      out.front = out.back = 0;
      return out;
    }
    std::uint64_t front = 0;
    std::uint64_t back = 0;
    for (std::size_t i = 0, next = 0; i < key.size() && next < lengths.size(); ++i) {
      front = front * key_hash::base + key_hash::of(key[i]);
      back += key_hash::of(key[key.size() - 1 - i]) * powers[i];
      if (i + 1 != lengths[next]) continue;
      if (out.front == key_reach::all && !ends_.holds(begins(front, next))) out.front = static_cast<std::uint8_t>(i);
      if (out.back == key_reach::all && !ends_.holds(finishes(back, next))) out.back = static_cast<std::uint8_t>(i);
      ++next;
    }
    return out;
  }

  /// Calls `with(entry)` for the entries of near keys, with doubles. O(key) and a few dozen look-ups.
  template <class Function> void find(std::string_view key, Function&& with) const {
    auto const n = key.size();
    if (n == 0 || table_.empty()) return;
    if (n > longest) return find_whole(key_hash(key).mixed(), with);
    // How many characters at the beginning and at the end some key may have in common with this one.
    std::array<std::uint64_t, longest + 1> before; // hash of what stands before a place; the first `front` + 1 are set
    auto front = n;
    before[0] = 0;
    for (std::size_t i = 0, next = 0; i < n; ++i) {
      before[i + 1] = before[i] * key_hash::base + key_hash::of(key[i]);
      if (next == lengths.size() || i + 1 != lengths[next]) continue;
      if (!ends_.holds(begins(before[i + 1], next++))) {
        front = i;
        break;
      }
    }
    std::array<std::uint64_t, longest + 1> after; // of what stands from a place on; the last `back` + 1 are set
    auto back = n;
    after[n] = 0;
    for (std::size_t i = 1, next = 0; i <= n; ++i) {
      after[n - i] = key_hash::of(key[n - i]) * powers[i - 1] + after[n - i + 1];
      if (next == lengths.size() || i != lengths[next]) continue;
      if (!ends_.holds(finishes(after[n - i], next++))) {
        back = i - 1;
        break;
      }
    }
    if (front == n && back == n) find_whole(key_hash::mix(before[n]), with);
    if (n + 1 < shortest_) return; // the longer of two keys decides whether they are long enough
    // Of a long list the filter is larger than the nearest cache: its lines are asked for before they are looked at.
    std::array<std::uint64_t, 32> waiting;
    std::size_t waits = 0;
    auto const look_all = [&] {
      for (std::size_t i = 0; i < waits; ++i) find_whole(waiting[i], with);
      waits = 0;
    };
    auto const look = [&](std::uint64_t hash) {
      auto const mixed = key_hash::mix(hash);
      whole_.prefetch(mixed);
      waiting[waits++] = mixed;
      if (waits == waiting.size()) look_all();
    };
    auto const at = [&](std::size_t i) {
      return i < n ? number_[static_cast<unsigned char>(key[i])] : std::uint16_t{0};
    };
    // Without the character at i, or with another one there; i - 1 wraps around to the edge before the first.
    for (auto i = n < shortest_ ? n : n - std::min(n, back + 1); i < n && i <= front; ++i) {
      if (i + 1 == n || key[i] != key[i + 1]) look(before[i] * powers[n - i - 1] + after[i + 1]);
      auto const rest = before[i] * powers[n - i] + after[i + 1];
      between(at(i - 1), at(i + 1), [&](char c) {
        if (c != key[i]) look(rest + key_hash::of(c) * powers[n - i - 1]);
      });
    }
    for (auto i = n - back; i <= front; ++i) {
      auto const rest = before[i] * powers[n - i] * key_hash::base + after[i];
      between(at(i - 1), at(i), [&](char c) {
        // Before an equal character is the same as behind it.
        if (i == n || c != key[i]) look(rest + key_hash::of(c) * powers[n - i]);
      });
    }
    look_all();
  }

private:
  friend class near_keys_builder;

  static constexpr std::uint64_t begins(std::uint64_t hash, std::size_t which) noexcept {
    return key_hash::mix(hash ^ (2 * which + 1) * 0xA0761D6478BD642FULL);
  }
  static constexpr std::uint64_t finishes(std::uint64_t hash, std::size_t which) noexcept {
    return key_hash::mix(hash ^ (2 * which + 2) * 0xE7037ED1A0B428DBULL);
  }

  /// Calls `with` for the characters that stand between two others in keys, though perhaps not at once; 0 is the edge of
  /// a key, and so is a character that no key has: it is to go.
  template <class Function> void between(std::size_t left, std::size_t right, Function&& with) const {
    auto const lefts = follow_.subspan(left * stride_, stride_);
    auto const rights = follow_.subspan((characters_.size() + 1 + right) * stride_, stride_);
    for (std::size_t i = 0; i < stride_; ++i)
      for (auto bits = lefts[i] & rights[i]; bits != 0; bits &= bits - 1) {
        auto const number = i * 64 + static_cast<std::size_t>(std::countr_zero(bits));
        if (number < characters_.size()) with(static_cast<char>(characters_[number]));
      }
  }

  std::size_t shortest_ = 0;
  hash_table table_;
  hash_filter whole_;
  hash_filter ends_;
  std::span<std::uint8_t const> characters_;
  std::span<std::uint64_t const> follow_;
  std::size_t stride_ = 0;
  std::array<std::uint16_t, 256> number_{}; ///< of a character: its place in `characters_` + 1
};

/// Gathers keys. An entry may have several.
class near_keys_builder {
public:
  void add(std::string_view key, std::uint32_t entry) {
    if (key.empty()) return;
    sorted_.emplace_back(key_hash(key).mixed(), entry);
    if (key.size() > near_keys::longest) return;
    text_ += key;
    lengths_.push_back(static_cast<std::uint8_t>(key.size()));
  }

  /// Some key had more entries than are found under one.
  bool crowded() const noexcept { return crowded_; }

  /// To be called once, after the last `add`. O(n log n).
  near_keys::arrays build() {
    near_keys::arrays made;
    std::sort(sorted_.begin(), sorted_.end());
    std::size_t kept = 0;
    std::size_t keys = 0;
    std::size_t alike = 0;
    for (auto const& each : sorted_) { // what is kept moves up to where the loop has been already
      bool const known = kept > 0 && sorted_[kept - 1].first == each.first;
      if (known && sorted_[kept - 1] == each) continue;
      if (known && alike == near_keys::most_shared) {
        crowded_ = true;
        continue;
      }
      alike = known ? alike + 1 : 1;
      keys += !known;
      sorted_[kept++] = each;
    }
    sorted_.resize(kept);
    constexpr std::size_t bits_a_key = 10; // one look-up in thirty goes on to the table in vain
    made.whole.assign(hash_filter::words_for(keys, bits_a_key), 0);
    for (auto const& each : sorted_) hash_filter::add(made.whole, each.first);
    made.table = hash_table::make(sorted_);
    sorted_ = {};
    fill_ends(made);
    fill_follow(made);
    return made;
  }

private:
  template <class Function> void each_key(Function&& with) const {
    std::size_t at = 0;
    for (auto const length : lengths_) {
      with(std::string_view(text_).substr(at, length));
      at += length;
    }
  }

  template <class Function> void each_end(Function&& with) const {
    each_key([&](std::string_view key) {
      std::uint64_t front = 0;
      std::uint64_t back = 0;
      for (std::size_t i = 0, next = 0; i < key.size() && next < near_keys::lengths.size(); ++i) {
        front = front * key_hash::base + key_hash::of(key[i]);
        back += key_hash::of(key[key.size() - 1 - i]) * near_keys::powers[i];
        if (i + 1 != near_keys::lengths[next]) continue;
        with(near_keys::begins(front, next));
        with(near_keys::finishes(back, next));
        ++next;
      }
    });
  }

  void fill_ends(near_keys::arrays& made) const {
    // How many there are is told, of many, by the sixty-fourth of them that a few bits of the hash choose.
    constexpr std::size_t many = 100'000;
    std::uint64_t const chosen = text_.size() > many ? 63 : 0;
    std::vector<std::uint64_t> some;
    each_end([&](std::uint64_t hash) {
      if ((hash >> 20U & chosen) == 0) some.push_back(hash);
    });
    std::sort(some.begin(), some.end());
    auto const different =
        static_cast<std::size_t>(std::unique(some.begin(), some.end()) - some.begin()) * (chosen + 1);
    constexpr std::size_t bits_an_end = 7; // a wrong one among ten costs a look-up, no more
    made.ends.assign(hash_filter::words_for(different, bits_an_end), 0);
    each_end([&](std::uint64_t hash) { hash_filter::add(made.ends, hash); });
  }

  void fill_follow(near_keys::arrays& made) const {
    std::array<bool, 256> used{};
    for (char const c : text_) used[static_cast<unsigned char>(c)] = true;
    std::array<std::size_t, 256> number{};
    for (std::size_t c = 0; c < used.size(); ++c)
      if (used[c]) {
        made.characters.push_back(static_cast<std::uint8_t>(c));
        number[c] = made.characters.size();
      }
    auto const count = made.characters.size();
    auto const stride = (count + 63) / 64;
    made.follow.assign(2 * (count + 1) * stride, 0);
    auto const note = [&](std::size_t row, std::size_t character) {
      made.follow[row * stride + (character - 1) / 64] |= std::uint64_t{1} << ((character - 1) % 64);
    };
    each_key([&](std::string_view key) {
      std::size_t left = 0;
      for (char const c : key) {
        auto const here = number[static_cast<unsigned char>(c)];
        note(left, here);
        if (left != 0) note(count + 1 + here, left);
        left = here;
      }
      if (left != 0) note(count + 1, left);
    });
  }

  std::vector<std::pair<std::uint64_t, std::uint32_t>> sorted_; ///< mixed hash, entry
  std::string text_;                                            ///< the keys, one behind the other
  std::vector<std::uint8_t> lengths_;
  bool crowded_ = false;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
