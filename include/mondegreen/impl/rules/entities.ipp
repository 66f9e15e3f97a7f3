#pragma once

#include <mondegreen/impl/formats/character_references.hpp>
#include <mondegreen/impl/rules/rules.hpp>
#include <mondegreen/impl/rules/typesetting.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

/// What the reference at `at` stands for, however often it was written as one of itself ("&amp;amp;lt;"); `end` becomes
/// where it ends. Empty if it is none, or stands for what would open a tag.
inline std::string referred(std::string_view in, std::size_t at, std::size_t& end) {
  constexpr std::size_t longest = 48; // bytes; the longest name has 33
  std::string rest(in.substr(at, longest));
  std::size_t taken = 0; // of the source, for the last level that was read
  std::string found;
  for (int level = 0; level < 4; ++level) {
    std::string out;
    auto const length = read_character_reference(rest, out);
    if (length == 0 || rest[length - 1] != ';') break;
    auto const behind = rest.size() > length ? rest[length] : ' ';
    bool const tag = (out == "<" && (behind == '/' || behind == '!' || (behind >= 'A' && behind <= 'Z') ||
                                     (behind >= 'a' && behind <= 'z') || static_cast<unsigned char>(behind) >= 0x80)) ||
                     out == ">";
    if (tag && level == 0) return {};
    if (tag) break;
    taken = level == 0 ? length : taken + length - 1;
    found = out;
    if (out != "&") break;
    rest = "&" + rest.substr(length);
  }
  end = at + taken;
  return found;
}

inline void resolve_entities(editor& text, rule_context const& context, void*) {
  revise(text, context, [](std::string_view in, language const&, findings& out) {
    for (auto at = in.find('&'); at != in.npos; at = in.find('&', at + 1)) {
      std::size_t end = at;
      auto const with = referred(in, at, end);
      if (with.empty() || end == at) continue;
      out.replace(at, end, with);
      at = end - 1;
    }
  });
}

MONDEGREEN_INLINE rule const entities{
    .id = "entities",
    .summary = "writes the characters that HTML references stand for: &eacute; and &#39;",
    .apply = resolve_entities,
    .group = "encoding",
    .counted = "character reference|character references",
    .needs = sign::ampersand,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
