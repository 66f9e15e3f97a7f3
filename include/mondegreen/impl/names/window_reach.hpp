// Whether any key of a name may be one edit from that of a run of words, told from its two ends while the run grows.
#pragma once

#include <mondegreen/impl/names/document.hpp>
#include <mondegreen/impl/names/near_keys.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// What `near_keys::find` does first with the key of a window, done once for all windows that share an end: how far a key
/// goes along with those of names from its beginning depends on where it begins alone, and from its end on where it ends.
/// With 66 names one window in twenty is left of those that a look at their first and last words alone leaves.
class window_reach {
public:
  explicit window_reach(document const& in) : in_(in), names_(in.names()) {}

  void begin(std::uint32_t first) noexcept {
    first_ = next_ = first;
    sizes_ = {};
    two_readings_ = false;
  }

  /// The window takes in the next word.
  void add(word_facts const& word) noexcept {
    for (std::size_t kind = 0; kind < sizes_.size(); ++kind) sizes_[kind] += word.reach[kind].size;
    two_readings_ = two_readings_ || !word.one_sound;
  }

  /// False if nothing is near the window that ends with `last`. O(1), and the letters of words that names begin or end
  /// with.
  bool may_be_near(std::uint32_t last) {
    return may_be_near(0, last) || (two_readings_ && may_be_near(1, last)) || may_be_near(letters, last);
  }

private:
  static constexpr std::size_t letters = 2; ///< the kind of key that is no sound

  struct front {
    std::uint64_t hash = 0;
    std::uint32_t size = 0;
    std::uint8_t reach = key_reach::all;
    std::uint8_t next = 0; ///< which length is looked up next
    char last = 0;
  };
  struct back {
    std::uint32_t word = UINT32_MAX;
    std::uint8_t reach = 0;
  };

  std::string_view key_of(std::size_t kind, std::uint32_t at) const {
    auto const& word = in_.word(at);
    return kind == letters ? word.letters : word.coarse[kind];
  }

  void catch_up(std::uint32_t last) {
    if (next_ == first_) fronts_ = {};
    for (; next_ <= last; ++next_) {
      auto const& reach = in_.facts(next_).reach;
      for (std::size_t kind = 0; kind < fronts_.size(); ++kind) extend(kind, reach[kind]);
    }
  }

  void extend(std::size_t kind, key_reach const& by) {
    if (by.size == 0) return;
    auto& mine = fronts_[kind];
    // Sounds that meet alike become one.
    bool const joined = kind != letters && mine.size > 0 && mine.last == by.opens;
    mine.last = by.closes;
    if (mine.reach == key_reach::all) {
      if (mine.size == 0 && by.front != key_reach::all)
        mine.reach = by.front;
      else
        walk(mine, kind, key_of(kind, next_).substr(joined ? 1 : 0));
    }
    mine.size += by.size - (joined ? 1U : 0U);
  }

  void walk(front& of, std::size_t kind, std::string_view more) const {
    auto size = of.size;
    for (char const c : more) {
      if (of.next == near_keys::lengths.size()) return;
      of.hash = of.hash * key_hash::base + key_hash::of(c);
      if (++size != near_keys::lengths[of.next]) continue;
      if (!names_.any_begins(kind == letters, of.hash, of.next)) {
        of.reach = static_cast<std::uint8_t>(size - 1);
        return;
      }
      ++of.next;
    }
  }

  bool may_be_near(std::size_t kind, std::uint32_t last) {
    if (sizes_[kind] == 0) return false;
    // Most windows begin and end with a word that says it.
    std::size_t const open = in_.facts(first_).reach[kind].front;
    std::size_t const close = in_.facts(last).reach[kind].back;
    auto const joints = kind == letters ? 0 : last - first_;
    if (open != key_reach::all && close != key_reach::all && open + close + 1 + joints < sizes_[kind]) return false;
    catch_up(last);
    std::size_t const size = fronts_[kind].size;
    auto const shortest = kind == letters ? shortest_edited_spelling : shortest_edited_key;
    if (kind == letters && size < shortest) return false;
    if (size >= near_keys::longest) return true;
    auto const ahead = std::min<std::size_t>(fronts_[kind].reach, size);
    auto const behind = std::min<std::size_t>(reach_back(kind, last), size);
    if (size + 1 < shortest) return ahead == size && behind == size; // found whole or not at all
    // Between the two one character is other or too much, or in keys that are too short for that one is missing.
    return ahead + behind + (size < shortest ? 0U : 1U) >= size;
  }

  std::uint8_t reach_back(std::size_t kind, std::uint32_t last) {
    auto& mine = backs_[kind][last % backs_[kind].size()];
    if (mine.word != last) mine = {last, walk_back(kind, last)};
    return mine.reach;
  }

  /// From the end of a word through those before it, whether or not a window takes them in: what is beyond its beginning
  /// is as good as all of it.
  std::uint8_t walk_back(std::size_t kind, std::uint32_t last) const {
    auto const& by = in_.facts(last).reach[kind];
    if (by.size > 0 && by.back != key_reach::all) return by.back;
    std::uint64_t hash = 0;
    std::size_t size = 0;
    std::size_t next = 0;
    char first = 0;
    for (std::uint32_t i = 0; i < longest_sound_window && i <= last; ++i) {
      auto key = key_of(kind, last - i);
      if (key.empty()) continue;
      auto const opens = key.front();
      if (kind != letters && size > 0 && key.back() == first) key.remove_suffix(1);
      first = opens;
      for (; !key.empty(); key.remove_suffix(1)) {
        if (next == near_keys::lengths.size()) return key_reach::all;
        hash += key_hash::of(key.back()) * near_keys::powers[size];
        if (++size != near_keys::lengths[next]) continue;
        if (!names_.any_finishes(kind == letters, hash, next)) return static_cast<std::uint8_t>(size - 1);
        ++next;
      }
    }
    return key_reach::all;
  }

  document const& in_;
  name_index const& names_;
  std::uint32_t first_ = 0;
  std::uint32_t next_ = 0;               ///< word that `fronts_` have not seen yet
  std::array<std::uint32_t, 3> sizes_{}; ///< of the keys of all words: by sound, by another reading, by letters
  std::array<front, 3> fronts_{};        ///< the same
  std::array<std::array<back, 8>, 3> backs_{};
  bool two_readings_ = false;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
