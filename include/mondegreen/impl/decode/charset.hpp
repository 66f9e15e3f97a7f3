// Encodings by name, and which one bytes are in: the part of decoding that is ICU's.
#pragma once

#include <mondegreen/config.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// The usual name of an encoding ICU knows by this one; empty if it knows none.
std::string canonical_charset(std::string_view name);

struct charset_guess {
  std::string name;
  int confidence = 0; ///< 0-100
};

/// What ICU takes the bytes for, UTF-8 left out; looks at the first 64 KiB.
charset_guess detect_charset(std::string_view bytes);

/// Bytes to UTF-8; what means nothing becomes U+FFFD. `charset` must be one that `canonical_charset` gave. None if the
/// text would have more than `limit` bytes.
std::optional<std::string> text_from_charset(std::string_view bytes, std::string const& charset, std::size_t limit);

struct unmappable {
  std::size_t count = 0;
  char32_t first = 0;
};

/// UTF-8 to bytes; what the encoding lacks becomes "?".
std::string text_to_charset(std::string_view utf8, std::string const& charset, unmappable& lost);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/decode/charset.ipp>
#endif
