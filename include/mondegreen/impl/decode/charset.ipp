#pragma once

#include <mondegreen/impl/decode/charset.hpp>

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

struct converter_closer {
  void operator()(UConverter* it) const noexcept { ucnv_close(it); }
};
using converter = std::unique_ptr<UConverter, converter_closer>;

inline converter open_converter(std::string const& charset) {
  UErrorCode status = U_ZERO_ERROR;
  converter opened(ucnv_open(charset.c_str(), &status));
  return U_SUCCESS(status) ? std::move(opened) : nullptr;
}

/// ICU's own substitution writes U+001A for some encodings; a reader of ours counts on U+FFFD.
inline void U_CALLCONV write_replacement(void const*, UConverterToUnicodeArgs* args, char const*, std::int32_t,
                                         UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;
  *status = U_ZERO_ERROR;
  UChar const replacement = 0xFFFD;
  ucnv_cbToUWriteUChars(args, &replacement, 1, 0, status);
}

inline void U_CALLCONV write_question_mark(void const* lost, UConverterFromUnicodeArgs* args, UChar const*,
                                           std::int32_t, UChar32 point, UConverterCallbackReason reason,
                                           UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;
  *status = U_ZERO_ERROR;
  auto& counted = *const_cast<unmappable*>(static_cast<unmappable const*>(lost));
  if (counted.count++ == 0) counted.first = static_cast<char32_t>(point);
  UChar const mark = u'?';
  UChar const* at = &mark;
  ucnv_cbFromUWriteUChars(args, &at, at + 1, 0, status);
}

MONDEGREEN_INLINE std::string canonical_charset(std::string_view name) {
  std::string asked(name);
  auto const opened = open_converter(asked);
  if (asked.empty() || !opened) return {};
  UErrorCode status = U_ZERO_ERROR;
  char const* const internal = ucnv_getName(opened.get(), &status);
  if (U_FAILURE(status) || internal == nullptr) return asked;
  for (auto const* standard : {"MIME", "IANA"}) {
    status = U_ZERO_ERROR;
    if (auto const* known = ucnv_getStandardName(internal, standard, &status)) return known;
  }
  return internal;
}

MONDEGREEN_INLINE charset_guess detect_charset(std::string_view bytes) {
  constexpr std::size_t sample = std::size_t{1} << 16U;
  struct closer {
    void operator()(UCharsetDetector* it) const noexcept { ucsdet_close(it); }
  };
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UCharsetDetector, closer> const detector(ucsdet_open(&status));
  if (U_FAILURE(status)) return {};
  auto const length = static_cast<std::int32_t>(std::min(bytes.size(), sample));
  ucsdet_setText(detector.get(), bytes.data(), length, &status);
  std::int32_t count = 0;
  auto const** const matches = ucsdet_detectAll(detector.get(), &count, &status);
  if (U_FAILURE(status)) return {};
  for (std::int32_t i = 0; i < count; ++i) {
    char const* const name = ucsdet_getName(matches[i], &status);
    auto const confidence = ucsdet_getConfidence(matches[i], &status);
    if (U_FAILURE(status)) return {};
    std::string_view const found = name;
    if (found == "UTF-8") continue; // ruled out before, byte by byte
    // Whoever writes ISO-8859-1 means windows-1252, its superset with the quotation marks, as browsers know.
    return {found == "ISO-8859-1" ? "windows-1252" : std::string(found), confidence};
  }
  return {};
}

MONDEGREEN_INLINE std::optional<std::string> text_from_charset(std::string_view bytes, std::string const& charset,
                                                               std::size_t limit) {
  auto const from = open_converter(charset);
  auto const to = open_converter("UTF-8");
  std::string text;
  if (!from || !to) return text;
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setToUCallBack(from.get(), write_replacement, nullptr, nullptr, nullptr, &status);
  std::array<char, 16384> chunk{};
  std::array<UChar, 4096> pivot{};
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  char const* source = bytes.data();
  char const* const source_end = source + bytes.size();
  for (bool first = true;; first = false) {
    char* target = chunk.data();
    status = U_ZERO_ERROR;
    ucnv_convertEx(to.get(), from.get(), &target, chunk.data() + chunk.size(), &source, source_end, pivot.data(),
                   &pivot_source, &pivot_target, pivot.data() + pivot.size(), first ? 1 : 0, 1, &status);
    text.append(chunk.data(), target);
    if (text.size() > limit) return std::nullopt;
    if (status != U_BUFFER_OVERFLOW_ERROR) return text;
  }
}

MONDEGREEN_INLINE std::string text_to_charset(std::string_view utf8, std::string const& charset, unmappable& lost) {
  auto const from = open_converter("UTF-8");
  auto const to = open_converter(charset);
  std::string bytes;
  if (!from || !to) return bytes;
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setFromUCallBack(to.get(), write_question_mark, &lost, nullptr, nullptr, &status);
  std::array<char, 16384> chunk{};
  std::array<UChar, 4096> pivot{};
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  char const* source = utf8.data();
  char const* const source_end = source + utf8.size();
  for (bool first = true;; first = false) {
    char* target = chunk.data();
    status = U_ZERO_ERROR;
    ucnv_convertEx(to.get(), from.get(), &target, chunk.data() + chunk.size(), &source, source_end, pivot.data(),
                   &pivot_source, &pivot_target, pivot.data() + pivot.size(), first ? 1 : 0, 1, &status);
    bytes.append(chunk.data(), target);
    if (status != U_BUFFER_OVERFLOW_ERROR) return bytes;
  }
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
