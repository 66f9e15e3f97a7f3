#include "layout_files.hpp"

#include "nearest.hpp"

#include <mondegreen/decode.hpp>
#include <mondegreen/file.hpp>
#include <mondegreen/layout.hpp>

#include <fmt/format.h>

#include <utility>

namespace mondegreen::cli {

std::optional<profile> load_profile_named(std::string const& name, std::string const& language, console& out) {
  if (name.ends_with(".toml") || name.find('/') != std::string::npos) {
    auto const read = load_profile(name);
    if (!read) {
      out.fail(read.failure());
      return std::nullopt;
    }
    out.tell(read->diagnostics, *read->text, false);
    if (read->usable()) return read->value;
    out.fail(misused, fmt::format("the profile '{}' cannot be used", name));
    return std::nullopt;
  }
  if (auto const* found = find_profile(name, language)) return *found;
  std::vector<std::string> known;
  for (auto const& each : profiles()) known.push_back(each.id);
  out.fail(misused, fmt::format("'{}' is no profile{}; a file of your own ends in .toml", name, meant(name, known)));
  return std::nullopt;
}

std::optional<std::vector<timestamp>> load_shot_changes(std::string const& path, double frame_rate, console& out) {
  if (path.empty()) return std::vector<timestamp>{};
  auto bytes = read_bytes(path);
  auto const text = bytes ? decode_owned(std::move(*bytes), path) : result<decoded>(bytes.failure());
  if (!text) {
    out.fail(text.failure());
    return std::nullopt;
  }
  out.tell(text->diagnostics, *text->text, false);
  auto read = read_shot_changes(text->text->text(), frame_rate);
  out.tell(read.diagnostics, *text->text, false);
  return std::move(read.times);
}

} // namespace mondegreen::cli
