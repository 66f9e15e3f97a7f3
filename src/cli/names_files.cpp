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
