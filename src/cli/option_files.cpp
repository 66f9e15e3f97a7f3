#include "option_files.hpp"

#include "nearest.hpp"

#include <mondegreen/decode.hpp>
#include <mondegreen/file.hpp>
#include <mondegreen/layout.hpp>

#include <fmt/format.h>

#include <utility>

namespace mondegreen::cli {

namespace {

/// The text of a file, with what was odd about its bytes told; null, and told, if it could not be read.
source_ptr load_text(std::string const& path, console& out) {
  auto bytes = read_bytes(path);
  auto const text = bytes ? decode_owned(std::move(*bytes), path) : result<decoded>(bytes.failure());
  if (!text) {
    out.fail(text.failure());
    return nullptr;
  }
  out.tell(text->diagnostics, *text->text, false);
  return text->text;
}

} // namespace

std::optional<names> load_names(std::vector<std::string> const& paths, console& out) {
  names all;
  for (auto const& path : paths) {
    auto const one = names::load(path);
    if (!one) {
      // A saved index that is refused is a file that cannot be read.
      if (one.failure().code == error_code::refused)
        out.fail(unreachable, one.failure().message);
      else
        out.fail(one.failure());
      return std::nullopt;
    }
    auto const met = one->diagnostics();
    if (auto const from = one->from()) out.tell({met.begin(), met.end()}, *from, false);
    all.merge(*one);
  }
  return all;
}

std::optional<std::string> load_context(std::string const& path, console& out) {
  if (path.empty()) return std::string();
  auto const text = load_text(path, out);
  if (!text) return std::nullopt;
  return std::string(text->text());
}

std::optional<spelling> load_spelling(std::string const& where, std::string const& language, console& out) {
  if (where.empty()) return spelling();
  auto const read = spelling::load(where);
  if (!read) {
    out.fail(unreachable, read.failure().message);
    return std::nullopt;
  }
  if (!language.empty())
    if (auto const lack = lacking(*read, language); !lack.empty()) out.say(lack);
  return *read;
}

std::string lacking(spelling const& dictionaries, std::string const& language) {
  if (!dictionaries || dictionaries.knows({}, language)) return {};
  if (language.empty()) return "the language cannot be told, so no spelling dictionary is asked; name it with --lang";
  std::string there;
  for (auto const& each : dictionaries.languages())
    if (!each.empty()) there.append(there.empty() ? "" : ", ").append(each);
  return fmt::format("there is no spelling dictionary for the language '{}'{}{}", language,
                     there.empty() ? "" : "; there are: ", there);
}

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
  auto const text = load_text(path, out);
  if (!text) return std::nullopt;
  auto read = read_shot_changes(text->text(), frame_rate);
  out.tell(read.diagnostics, *text, false);
  return std::move(read.times);
}

} // namespace mondegreen::cli
