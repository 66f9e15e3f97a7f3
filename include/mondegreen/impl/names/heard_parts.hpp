// First names and surnames in a text, as they should be or as they are heard.
#pragma once

#include <mondegreen/impl/names/document.hpp>
#include <mondegreen/phonetics.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// So near that hardly anybody hears a difference, per phone.
inline constexpr float same_to_an_ear = 0.1F;

inline bool same_to_the_ear(std::array<phones, 2> const& word, std::string_view name, std::string_view language) {
  return std::any_of(word.begin(), word.end(), [&](phones const& each) {
    // Most words are read in one way.
    if (each.empty() || (&each != word.data() && each == word.front())) return false;
    auto const length = static_cast<float>(std::max(each.size(), name.size()));
    return sound_distance(each, name, same_to_an_ear * length, language) / length <= same_to_an_ear;
  });
}

/// Which of them the words of a document are.
class heard_parts {
public:
  explicit heard_parts(document const& in) : in_(in), names_(in.names()) {}

  /// Those that a word is, by its letters or by its sound. O(1) after the first time for a spelling.
  std::span<std::uint32_t const> at(std::uint32_t token) {
    auto& known = names_.parts_like(in_.word(token));
    if (!known) {
      known.emplace();
      find(token, *known);
    }
    return *known;
  }

  /// False if it has been found to have none; most words have.
  bool any_at(std::uint32_t token) {
    if (known_.empty()) known_.resize(in_.spellings());
    auto& known = known_[in_.spelling(token)];
    if (known == unknown) known = at(token).empty() ? has_none : has_some;
    return known == has_some;
  }

private:
  bool is_part(std::uint32_t entry) const {
    auto const part = names_.part_of(entry);
    return part == name_part::given || part == name_part::surname;
  }

  void find(std::uint32_t token, std::vector<std::uint32_t>& out) {
    auto const& word = in_.word(token);
    if (names_.may_be_written(word.letters_hash))
      for (auto const entry : names_.by_letters(word.letters))
        if (is_part(entry)) out.push_back(entry);
    // What is only heard as a first name says as much if it is no ordinary word.
    if (word.plain || word.letters.size() <= 2) return;
    found_.clear();
    if (!word.coarse[0].empty()) names_.by_sound(word.coarse[0], found_);
    if (!word.coarse[1].empty() && word.coarse[1] != word.coarse[0]) names_.by_sound(word.coarse[1], found_);
    std::sort(found_.begin(), found_.end());
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    std::erase_if(found_, [&](std::uint32_t entry) { return !is_part(entry) || names_.words_at(entry) != 1; });
    names_.fetch(found_);
    names_.gather_sounds(found_, readings_);
    heard_distances(word.sound, readings_.all(), same_to_an_ear, names_.language(), distances_);
    for (std::size_t i = 0; i < found_.size(); ++i) {
      auto const first = distances_.begin() + readings_.of(i).first;
      auto const last = distances_.begin() + readings_.of(i).last;
      bool const same = std::any_of(first, last, [](float each) { return each <= same_to_an_ear; });
      if (same && names_.letters_at(found_[i]) != word.letters) out.push_back(found_[i]);
    }
  }

  enum state : std::uint8_t {
    unknown,
    has_none,
    has_some
  };

  document const& in_;
  name_index const& names_;
  std::vector<state> known_; ///< by spelling
  std::vector<std::uint32_t> found_;
  entry_readings readings_; ///< of these
  std::vector<float> distances_;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
