#pragma once

#include <mondegreen/impl/text/utf8.hpp>
#include <mondegreen/impl/text/width.hpp>

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstddef>
#include <memory>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

namespace width {

/// Code points of one column that never join their neighbours.
constexpr bool plain(char32_t c) noexcept {
  return (c >= 0x20 && c < 0x7F) || (c >= 0xA0 && c < 0x300 && c != 0xAD) || (c >= 0x370 && c < 0x483) ||
         (c >= 0x48A && c < 0x530) || (c >= 0x2010 && c <= 0x2027) || (c >= 0x202F && c <= 0x205F);
}

inline std::uint32_t of_code_point(char32_t c) noexcept {
  auto const point = static_cast<UChar32>(c);
  auto const kind = u_charType(point);
  if (kind == U_CONTROL_CHAR || kind == U_FORMAT_CHAR || kind == U_NON_SPACING_MARK || kind == U_ENCLOSING_MARK)
    return 0;
  auto const east_asian = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_FULLWIDTH || east_asian == U_EA_WIDE ? 2 : 1;
}

inline std::uint32_t of_cluster(std::string_view cluster) noexcept {
  std::uint32_t widest = 0;
  for (std::size_t i = 0; i < cluster.size();) {
    auto const point = decode_at(cluster, i);
    // The selector that asks for a picture: "❤" is narrow, "❤️" is an emoji.
    widest = std::max(widest, point.value == 0xFE0F ? 2U : of_code_point(point.value));
    i += point.length;
  }
  return widest;
}

/// By clusters, as ICU parts them; by code points if ICU has no rules.
inline std::uint32_t of_clusters(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  thread_local std::unique_ptr<icu::BreakIterator> const breaks(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  UText view = UTEXT_INITIALIZER;
  utext_openUTF8(&view, text.data(), static_cast<std::int64_t>(text.size()), &status);
  if (breaks) breaks->setText(&view, status);
  std::uint32_t total = 0;
  if (!breaks || U_FAILURE(status)) {
    for (std::size_t i = 0; i < text.size(); i += decode_at(text, i).length)
      total += of_code_point(decode_at(text, i).value);
  } else {
    auto from = static_cast<std::size_t>(breaks->first());
    for (auto to = breaks->next(); to != icu::BreakIterator::DONE; to = breaks->next()) {
      total += of_cluster(text.substr(from, static_cast<std::size_t>(to) - from));
      from = static_cast<std::size_t>(to);
    }
  }
  utext_close(&view);
  return total;
}

} // namespace width

MONDEGREEN_INLINE std::uint32_t columns(std::string_view text) {
  std::uint32_t total = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    auto const point = decode_at(text, at);
    if (!width::plain(point.value)) break;
    ++total;
    at += point.length;
  }
  if (at == text.size()) return total;
  // From the last plain character on: a mark may join it. ICU's positions are 32 bits wide.
  if (at > 0) {
    --total;
    at -= decode_before(text, at).length;
  }
  constexpr std::size_t longest = std::size_t{1} << 20U;
  for (; at < text.size(); at += longest) total += width::of_clusters(text.substr(at, longest));
  return total;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
