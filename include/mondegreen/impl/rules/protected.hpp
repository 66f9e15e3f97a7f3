// The parts of a text that no rule may enter: what all of them ask before they change a character.
#pragma once

#include <mondegreen/language.hpp>
#include <mondegreen/source.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

enum class protected_kind : std::uint8_t {
  address,   ///< https://…, www.…, stationf.co, a@b.fr, @handle, #tag
  file,      ///< notes.txt, C:\talks, /usr/bin
  time,      ///< 10:30, 10h30, 00:01:02
  number,    ///< 140 000, 99,99 %, 5 mm: figures and the unit behind them
  inclusive, ///< professionnel.le.s, étudiant·e·s, auteur(e)s
  code,      ///< between backticks
  foreign,   ///< a quotation in another language
};

struct protected_span {
  span where;
  protected_kind kind = protected_kind::address;
};

/// All of a text, in order. O(text). A number and its unit may have a space between them; a foreign quotation has its
/// quotation marks outside.
std::vector<protected_span> find_protected(std::string_view text, language const& speech);

/// The protected spans of a passage, looked for when somebody first asks: most passages have nothing to change.
class shield {
public:
  shield(std::string_view text, language const& speech) noexcept : text_(text), speech_(&speech) {}

  /// True if a change of `what` would enter one of the spans; an insertion enters where it has some on both sides.
  /// `open_to` is a kind the asking rule is made for.
  bool covers(span what, protected_kind const* open_to = nullptr) {
    if (!looked_) look();
    // Behind the first span that starts at the end of `what` or later none can cover it, nor before those that reach it.
    auto i = std::partition_point(found_.begin(), found_.end(),
                                  [&](protected_span const& each) {
                                    return each.where.offset < std::max(what.end(), what.offset + 1);
                                  }) -
             found_.begin();
    while (i-- > 0 && reaches_[static_cast<std::size_t>(i)] > what.offset) {
      auto const& each = found_[static_cast<std::size_t>(i)];
      bool const inside = what.empty() ? each.where.offset < what.offset && what.offset < each.where.end()
                                       : each.where.offset < what.end() && what.offset < each.where.end();
      if (inside && (open_to == nullptr || *open_to != each.kind)) return true;
    }
    return false;
  }

private:
  void look() {
    found_ = find_protected(text_, *speech_);
    looked_ = true;
    reaches_.reserve(found_.size());
    for (auto const& each : found_)
      reaches_.push_back(reaches_.empty() ? each.where.end() : std::max(reaches_.back(), each.where.end()));
  }

  std::string_view text_;
  language const* speech_;
  std::vector<protected_span> found_;
  std::vector<std::uint32_t> reaches_; ///< how far the spans up to each reach
  bool looked_ = false;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/rules/protected.ipp>
#endif
