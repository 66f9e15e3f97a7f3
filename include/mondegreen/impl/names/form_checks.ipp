#pragma once

#include <mondegreen/impl/names/form_checks.hpp>
#include <mondegreen/impl/names/letters.hpp>

#include <algorithm>
#include <cstddef>
#include <unordered_map>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

MONDEGREEN_INLINE bool tidy_form(std::string& form) {
  bool const plain = std::all_of(form.begin(), form.end(), [](char c) { return c >= ' ' && c < 0x7F; });
  if (plain) return false;
  bool controls = false;
  std::string out;
  for (std::size_t i = 0; i < form.size();) {
    auto const point = decode_at(form, i);
    auto const c = point.value;
    bool const control = (c < 0x20 && c != U'\t') || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) ||
                         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF || c == 0xAD;
    controls = controls || control;
    if (is_blank(c))
      out += ' ';
    else if (!control)
      out.append(form, i, point.length);
    i += point.length;
  }
  auto const first = out.find_first_not_of(' ');
  form = first == std::string::npos ? std::string() : out.substr(first, out.find_last_not_of(' ') + 1 - first);
  return controls;
}

MONDEGREEN_INLINE bool has_sound(std::string_view form) {
  for (std::size_t i = 0; i < form.size();) {
    auto const point = decode_at(form, i);
    i += point.length;
    constexpr char32_t last_latin = 0x24F; // Latin Extended-B
    bool const latin = point.value <= last_latin || (point.value >= 0x300 && point.value <= 0x36F) ||
                       (point.value >= 0x1E00 && point.value <= 0x1EFF);
    if (!latin && kind_of(point.value).word && !kind_of(point.value).digit) return false;
  }
  return true;
}

MONDEGREEN_INLINE std::vector<std::pair<std::uint32_t, std::uint32_t>> similar_forms(name_rows const& list) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
  if (list.size() > most_compared) return out;
  std::unordered_map<std::string, std::uint32_t> first;
  first.reserve(list.size());
  for (std::uint32_t i = 0; i < list.size(); ++i) {
    auto letters = letters_of(list.form(i));
    if (letters.empty()) continue;
    auto const [at, fresh] = first.try_emplace(std::move(letters), i);
    if (!fresh) out.emplace_back(i, at->second);
  }
  return out;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
