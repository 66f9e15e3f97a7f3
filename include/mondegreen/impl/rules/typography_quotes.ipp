#pragma once

#include <mondegreen/impl/rules/rules.hpp>
#include <mondegreen/impl/rules/typesetting.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

inline constexpr std::size_t longest_quotation = 8; ///< cues that one may run across

/// Straight quotation marks of a document, paired.
class quote_pairs {
public:
  void next_passage() noexcept { ++passage_; }

  void look_at(place where, std::string_view text, language const& speech) {
    if (open_ && passage_ - open_->passage > longest_quotation) open_.reset();
    if (speech.type.quotes.empty()) return;
    shield guard(text, speech);
    for (auto at = text.find('"'); at != text.npos; at = text.find('"', at + 1)) {
      auto const before = char_before(text, at);
      auto const behind = char_at(text, at + 1);
      if (guard.covers(span_of(at, at + 1))) continue;
      if (!open_ && is_digit(before)) continue; // 12" is a measure
      bool const free_before = before == 0 || is_space_or_line(before) || is_opener(before);
      bool const free_behind = behind == 0 || is_space_or_line(behind) || is_closer(behind);
      mark const here{where, at, &speech, passage_, set_inside(text, at)};
      if (free_before && !free_behind) {
        open_ = here; // one that was open before stays as it is: nobody knows where it ends
      } else if (open_ && open_->speech == &speech && (free_behind || !free_before)) {
        add(*open_, true, text);
        add(here, false, text);
        open_.reset();
      } else {
        open_ = free_before ? std::optional(here) : std::nullopt;
      }
    }
  }

  struct found {
    place where;
    std::size_t at = 0;
    bool opening = false;
    bool inside = false;
    language const* speech = nullptr;
  };
  std::vector<found> const& all() const noexcept { return pairs_; }

private:
  struct mark {
    place where;
    std::size_t at;
    language const* speech;
    std::size_t passage;
    bool inside;
  };

  static bool is_opener(char32_t c) noexcept {
    return c == '(' || c == '[' || c == 0x2013 || c == 0x2014 || c == '-' || c == 0xAB || c == '\'' || c == 0x2019 ||
           c == 0xBF || c == 0xA1;
  }
  static bool is_closer(char32_t c) noexcept {
    return c == ')' || c == ']' || c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' ||
           c == 0x2026 || c == 0xBB || c == '-';
  }

  /// Within « » another pair is set.
  static bool set_inside(std::string_view text, std::size_t at) {
    constexpr std::size_t nearby = 2000; // bytes
    auto const near = text.substr(at - std::min(at, nearby), std::min(at, nearby));
    auto const open = near.rfind("«");
    auto const close = near.rfind("»");
    return open != near.npos && (close == near.npos || close < open);
  }

  void add(mark const& from, bool opening, std::string_view) {
    pairs_.push_back({from.where, from.at, opening, from.inside, from.speech});
  }

  std::vector<found> pairs_;
  std::optional<mark> open_;
  std::size_t passage_ = 0;
};

inline void set_quotes(editor& text, rule_context const& context, void*) {
  chosen_spaces const chosen(context);
  quote_pairs pairs;
  for_each_passage(text, [&](place where, passage const& each) {
    pairs.next_passage();
    if (text.signs(where).meets(sign::quote)) pairs.look_at(where, each.text, context.language_of(where));
  });
  findings found;
  auto const& all = pairs.all();
  for (std::size_t i = 0; i < all.size(); ++i) {
    auto const& each = all[i];
    std::string_view const in = text.at(each.where).text;
    auto const& table = each.speech->type.quotes;
    auto const bar = table.find('|');
    bool const inner = each.inside && table.starts_with("«");
    if (each.opening) {
      auto const end = run_end(in, each.at + 1, is_space);
      found.replace(each.at, end, inner ? "“" : chosen.of(table.substr(0, bar)));
    } else {
      auto const start = run_start(in, each.at, is_space);
      found.replace(std::max(start, found.end()), each.at + 1, inner ? "”" : chosen.of(table.substr(bar + 1)));
    }
    if (i + 1 < all.size() && all[i + 1].where == each.where) continue;
    text.replace(each.where, found.changes());
    found.changes().clear();
  }
}

MONDEGREEN_INLINE rule const typography_quotes{
    .id = "typography.quotes",
    .summary = "the quotation marks of the language for straight ones",
    .languages = "fr en de es it",
    .apply = set_quotes,
    .group = "typography",
    .counted = "quotation mark|quotation marks",
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
