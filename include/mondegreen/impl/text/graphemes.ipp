#pragma once

#include <mondegreen/impl/text/graphemes.hpp>
#include <mondegreen/impl/text/utf8.hpp>

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstddef>
#include <memory>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// True for code points that never join their neighbours: Latin letters, usual punctuation.
constexpr bool stands_alone(char32_t c) noexcept {
  return (c >= 0x20 && c < 0x300) || c == '\n' || c == '\t' || (c >= 0x2010 && c <= 0x2027) ||
         (c >= 0x202F && c <= 0x203B);
}

/// Clusters of a text, by ICU; code points if ICU has no rules.
inline std::uint64_t count_clusters(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  thread_local std::unique_ptr<icu::BreakIterator> const breaks(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  UText view = UTEXT_INITIALIZER;
  utext_openUTF8(&view, text.data(), static_cast<std::int64_t>(text.size()), &status);
  if (breaks) breaks->setText(&view, status);
  std::uint64_t count = 0;
  if (!breaks || U_FAILURE(status)) {
    count = count_code_points(text);
  } else {
    breaks->first();
    while (breaks->next() != icu::BreakIterator::DONE) ++count;
  }
  utext_close(&view);
  return count;
}

MONDEGREEN_INLINE std::uint64_t count_graphemes(std::string_view text) {
  // ICU's positions are 32 bits wide: a longer run is cut, which at worst counts one cluster twice.
  constexpr std::size_t longest_run = std::size_t{1} << 20U;
  std::uint64_t count = 0;
  std::size_t at = 0;
  std::size_t last_alone = 0; // where the code point before `at` begins, if it may join what follows
  bool can_join = false;
  while (at < text.size()) {
    auto const point = decode_at(text, at);
    if (stands_alone(point.value)) {
      ++count;
      last_alone = at;
      can_join = true;
      at += point.length;
      continue;
    }
    // The run of joiners with the character it may join. It reaches up to two code points that stand alone.
    std::size_t end = at + point.length;
    while (end < text.size() && end - at < longest_run) {
      auto const next = decode_at(text, end);
      if (stands_alone(next.value)) break;
      end += next.length;
    }
    std::size_t const begin = can_join ? last_alone : at;
    if (can_join) --count;
    // A character that stands alone may still follow a prepending one, so it is counted with the run.
    std::size_t const with_next = end < text.size() ? end + decode_at(text, end).length : end;
    count += count_clusters(text.substr(begin, with_next - begin));
    can_join = with_next > end;
    last_alone = end;
    at = with_next;
  }
  return count;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
