#pragma once

#include <mondegreen/format.hpp>
#include <mondegreen/impl/formats/formats.hpp>

#include <charconv>
#include <string>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

inline constexpr std::string_view tabbed_signature = "#tabbed\n";

/// One line, "start<TAB>end<TAB>text" with times in milliseconds, into a cue; false if it is none.
inline bool read_tabbed_line(std::string_view all, span line, cue& into) {
  auto const text = slice(all, line);
  auto const* const end = text.data() + text.size();
  auto const start_time = std::from_chars(text.data(), end, into.when.start.ms);
  if (start_time.ec != std::errc{} || start_time.ptr == end || *start_time.ptr != '\t') return false;
  auto const end_time = std::from_chars(start_time.ptr + 1, end, into.when.end.ms);
  if (end_time.ec != std::errc{} || end_time.ptr == end || *end_time.ptr != '\t') return false;
  auto const at = static_cast<std::uint32_t>(end_time.ptr + 1 - text.data());
  into.text = text.substr(at);
  into.where.append(line.length - at, {line.offset + at, line.length - at}, true);
  return true;
}

inline int detect_tabbed(source const& text) { return text.text().starts_with(tabbed_signature) ? 100 : 0; }

inline reading read_tabbed(source_ptr from, read_options const&) {
  reading got;
  auto const all = from->text();
  got.value.from = from;
  got.value.format = "tabbed";
  for (std::uint32_t number = 1, offset = 0; offset < all.size(); ++number) {
    auto const line = from->line(number);
    auto const next =
        number < from->line_count() ? from->line(number + 1).offset : static_cast<std::uint32_t>(all.size());
    span const block{offset, next - offset};
    offset = next;
    if (cue each; read_tabbed_line(all, line, each)) {
      each.block = block;
      each.as_read = each.fingerprint();
      got.value.cues.push_back(std::move(each));
      continue;
    }
    // Nothing vanishes: what is no cue is kept with its place, and told unless it belongs to the format.
    kept_block kept;
    kept.kind = number == 1 ? kept_kind::header : kept_kind::unknown;
    kept.text = slice(all, line);
    kept.where.append(line.length, line, true);
    kept.block = block;
    got.value.kept.push_back(std::move(kept));
    if (number != 1) got.diagnostics.push_back(make_diagnostic(code::time_range, line, "no times; the line is kept"));
  }
  return got;
}

inline std::string write_tabbed(transcript const& text, write_options const&, std::vector<diagnostic>&) {
  std::string out(text.format == "tabbed" ? "" : tabbed_signature);
  auto const own = [&](span block) { out += slice(text.from->text(), block); };
  auto kept = text.kept.begin();
  for (auto const& each : text.cues) {
    if (text.format == "tabbed")
      for (; kept != text.kept.end() && kept->block.offset < each.block.offset; ++kept) own(kept->block);
    if (text.format == "tabbed" && each.untouched())
      own(each.block);
    else
      out += std::to_string(each.when.start.ms) + '\t' + std::to_string(each.when.end.ms) + '\t' + each.text + '\n';
  }
  return out;
}

namespace formats {

MONDEGREEN_INLINE format const tabbed{
    .id = "tabbed",
    .name = "Tabbed",
    .extensions = "tabbed",
    .carries = {.times = true},
    .detect = detect_tabbed,
    .read = read_tabbed,
    .write = write_tabbed,
};

} // namespace formats

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
