// Bytes of any encoding become a source.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/diagnostic.hpp>
#include <mondegreen/result.hpp>
#include <mondegreen/source.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI {

/// A source and what was odd about its bytes.
struct decoded {
  source_ptr text;
  std::vector<diagnostic> diagnostics;
};

/// Bytes to UTF-8, in this order: byte order mark (UTF-8, -16, -32); UTF-16 without a mark, by where its zero bytes
/// stand; strict UTF-8; UTF-8 with at most one bad byte in a hundred and no more of them than of accents that are
/// right, or with up to four beside an accent or more that is right, each of which becomes U+FFFD and a diagnostic with
/// its position (the first hundred; one more counts the rest); what ICU detects with a confidence of at least 50; windows-1252, in which every byte means something.
/// Any guess is told by a diagnostic. NUL bytes stay in the text and are told once.
///
/// `encoding`: an IANA or ICU name that overrides all of it. Errors: unknown_encoding; too_large. O(bytes).
result<decoded> decode(std::string_view bytes, std::string_view name, std::string_view encoding = {});

/// The same for bytes that the caller can spare: valid UTF-8 is moved and not copied.
result<decoded> decode_owned(std::string bytes, std::string_view name, std::string_view encoding = {});

/// The same for bytes that stay where they are, unchanged, for as long as `keeper` lives: valid UTF-8 is not copied.
result<decoded> decode_shared(std::string_view bytes, std::shared_ptr<void const> keeper, std::string_view name,
                              std::string_view encoding = {});

/// UTF-8 to another encoding, for output; empty is UTF-8. A character the encoding lacks becomes "?", told by one
/// diagnostic for all. Errors: unknown_encoding.
result<std::string> encode(std::string_view utf8, std::string_view encoding, bool bom,
                           std::vector<diagnostic>& diagnostics);

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/decode.ipp>
#endif
