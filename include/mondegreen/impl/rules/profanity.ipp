#pragma once

#include <mondegreen/impl/rules/phrases.hpp>
#include <mondegreen/impl/rules/rules.hpp>
#include <mondegreen/impl/rules/typesetting.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

inline constexpr rule_option profanity_options[] = {
    {.name = "mask",
     .values = "first|stars|beep",
     .summary = "f***: the first letter stays; ****: none does; [beep]: the word goes"},
    {.name = "words", .values = "", .summary = "more words, with | between them"},
};

inline std::string masked(std::string_view word, std::string_view how) {
  if (how == "beep") return "[beep]";
  std::string out;
  bool first = how == "first";
  for (std::size_t i = 0; i < word.size();) {
    auto const point = decode_at(word, i);
    if (first || !is_word(point.value))
      append_utf8(out, point.value);
    else
      out += '*';
    first = !is_word(point.value) && how == "first";
    i += point.length;
  }
  return out;
}

inline void mask_profanity(editor& text, rule_context const& context, void*) {
  auto const how = context.setting("profanity", "mask");
  auto const more = context.setting("profanity", "words");
  per_language<phrase_table> tables;
  revise(text, context, [&](std::string_view in, language const& speech, findings& out) {
    auto const& table = tables.of(speech, [&](language const& l) {
      return phrase_table(std::string(l.profanity).append(more.empty() || l.profanity.empty() ? "" : "|").append(more));
    });
    table.for_each_in(in, [&](std::size_t at, phrase_match const& found) {
      out.replace(at, found.end, masked(in.substr(at, found.end - at), how));
      return found.end;
    });
  });
}

MONDEGREEN_INLINE rule const profanity{
    .id = "profanity",
    .summary = "masks swear words by a list, whole words only",
    .on_by_default = false,
    .apply = mask_profanity,
    .group = "on request",
    .counted = "masked word|masked words",
    .options = profanity_options,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
