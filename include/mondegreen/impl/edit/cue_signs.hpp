// What each cue has, as far as somebody has asked.
#pragma once

#include <mondegreen/cue.hpp>
#include <mondegreen/impl/text/will_read.hpp>
#include <mondegreen/signs.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// The signs and the first word of each cue: 12 bytes beside each other, where the texts lie all over the memory.
class cue_signs {
public:
  explicit cue_signs(std::vector<cue> const& cues) : cues_(&cues), known_(cues.size()), first_words_(cues.size()) {}

  sign_table const& table() const noexcept { return table_; }

  void look_for(sign_table signs) {
    table_ = std::move(signs);
    known_.assign(known_.size(), sign_set());
  }

  /// O(1) until the cue changes; nothing of the cue is touched if they are known.
  sign_set of(std::uint32_t cue) {
    auto const known = known_[cue];
    return known.empty() ? look_at(cue) : known;
  }

  /// As `sign_table::in` gives it.
  std::uint32_t first_word(std::uint32_t cue) {
    if (known_[cue].empty()) look_at(cue);
    return first_words_[cue];
  }

  /// The cue's text has changed. `same_words`: in nothing but what stands between its words.
  void change(std::uint32_t cue, bool same_words) {
    auto& known = known_[cue];
    if (!known.empty()) known = same_words ? table_.again((*cues_)[cue].text, known) : sign_set();
  }

private:
  sign_set look_at(std::uint32_t cue) {
    constexpr std::size_t ahead = 4; // who asks about one asks about those behind it
    if (cue + ahead < cues_->size()) will_read((*cues_)[cue + ahead].text.data());
    return known_[cue] = table_.in((*cues_)[cue].text, &first_words_[cue]);
  }

  std::vector<cue> const* cues_;
  sign_table table_;
  std::vector<sign_set> known_; ///< empty if nobody has asked
  std::vector<std::uint32_t> first_words_;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
