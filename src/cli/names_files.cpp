#include "names_files.hpp"

#include <mondegreen/decode.hpp>
#include <mondegreen/file.hpp>

#include <utility>

namespace mondegreen::cli {

std::optional<names> load_names(std::vector<std::string> const& paths, console& out) {
  names all;
  for (auto const& path : paths) {
    auto const one = names::load(path);
    if (!one) {
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
  auto bytes = read_bytes(path);
  auto const text = bytes ? decode_owned(std::move(*bytes), path) : result<decoded>(bytes.failure());
  if (!text) {
    out.fail(text.failure());
    return std::nullopt;
  }
  out.tell(text->diagnostics, *text->text, false);
  return std::string(text->text->text());
}

} // namespace mondegreen::cli
