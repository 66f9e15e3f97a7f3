// Bytes of any encoding become a source.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/diagnostic.hpp>
#include <mondegreen/result.hpp>
#include <mondegreen/source.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI {

/// A source and what was odd about its bytes.
struct decoded {
  source_ptr text;
  std::vector<diagnostic> diagnostics;
};

/// Bytes to UTF-8, in this order: byte order mark (UTF-8, -16, -32); strict UTF-8; UTF-16 without a mark, by where its
/// zero bytes stand; UTF-8 with at most one bad byte in a hundred, each of which becomes U+FFFD and a diagnostic with
/// its position; what ICU detects with a confidence of at least 50; windows-1252, in which every byte means something.
/// Anything but the first two is told by a diagnostic. NUL bytes stay in the text and are told once.
///
/// `encoding`: an IANA or ICU name that overrides all of it. Errors: unknown_encoding; too_large. O(bytes).
result<decoded> decode(std::string_view bytes, std::string_view name, std::string_view encoding = {});

/// UTF-8 to another encoding, for output. A character the encoding lacks becomes "?" and one diagnostic for all.
/// Errors: unknown_encoding.
result<std::string> encode(std::string_view utf8, std::string_view encoding, bool bom,
                           std::vector<diagnostic>& diagnostics);

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/decode.ipp>
#endif
