// From the name of a file to a format, and from its bytes to a reading.
#pragma once

#include <mondegreen/decode.hpp>
#include <mondegreen/file.hpp>
#include <mondegreen/format.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

inline bool equal_ascii(std::string_view a, std::string_view b) noexcept {
  auto const lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

/// What stands behind the last dot of a file's name, not of a folder's.
inline std::string_view extension_of(std::string_view path) noexcept {
  auto const dot = path.find_last_of("./\\");
  return dot == std::string_view::npos || path[dot] != '.' ? std::string_view{} : path.substr(dot + 1);
}

inline error unknown_format(std::string_view name) {
  std::string known;
  for (auto const* each : mondegreen::formats()) {
    if (!known.empty()) known += ", ";
    known += each->id;
  }
  return {error_code::unknown_format, fmt::format("no format is called '{}'; there are: {}", name, known)};
}

/// The encoding to decode in: the caller's, or, strictly read, the one the format prescribes; empty: detect it.
inline std::string encoding_for(read_options const& options, std::string_view name) {
  if (!options.encoding.empty() || !options.strict) return options.encoding;
  auto const* how = find_format(options.format.empty() ? extension_of(name) : std::string_view(options.format));
  return how != nullptr ? std::string(how->encoding) : std::string();
}

/// What makes strict reading refuse a text: the first error, and how many there are.
inline std::optional<error> first_refused(std::vector<diagnostic> const& told, source const& in) {
  auto const is_error = [](diagnostic const& each) { return each.level == severity::error; };
  auto const first = std::find_if(told.begin(), told.end(), is_error);
  if (first == told.end()) return std::nullopt;
  auto message = headline(*first, in);
  if (auto const more = std::count_if(first + 1, told.end(), is_error); more > 0)
    message += fmt::format(" (and {} more; lenient reading tells them all)", more);
  return error{error_code::refused, std::move(message)};
}

/// `map`: the text is not needed for long.
inline result<decoded> decode_file(std::string const& path, read_options const& options, bool map = false) {
  auto bytes = map ? map_shared(path) : read_shared(path);
  if (!bytes) return bytes.failure();
  std::string_view const name = path == "-" ? std::string_view("<stdin>") : std::string_view(path);
  return decode_shared(bytes->bytes, std::move(bytes->keeper), name, encoding_for(options, name));
}

inline result<reading> read_decoded(result<decoded> text, read_options const& options) {
  if (!text) return text.failure();
  auto made = read(text->text, options);
  if (!made) return made;
  auto& decoding = text->diagnostics;
  if (options.strict)
    if (auto refused = first_refused(decoding, *text->text)) return *refused;
  auto& told = made->diagnostics;
  told.insert(told.begin(), std::make_move_iterator(decoding.begin()), std::make_move_iterator(decoding.end()));
  return made;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
