#pragma once

#include <mondegreen/impl/formats/formats.hpp>
#include <mondegreen/impl/formats/json_form.hpp>

#include <cstddef>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

MONDEGREEN_INLINE int detect_json(source const& from) {
  auto const text = from.text().substr(0, std::size_t{1} << 16U);
  auto const first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos || text[first] != '{') return 0;
  return text.find("\"mondegreen\"") != text.npos ? 100 : 0;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

namespace mondegreen::inline MONDEGREEN_ABI::impl::formats {

MONDEGREEN_INLINE format const json{
    .id = "json",
    .name = "JSON",
    .extensions = "json",
    .carries = {.times = true,
                .markup = true,
                .speakers = true,
                .settings = true,
                .metadata = true,
                .words = true,
                .needs_times = false},
    .detect = &detect_json,
    .read = &read_json,
    .write = &write_json,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::formats
