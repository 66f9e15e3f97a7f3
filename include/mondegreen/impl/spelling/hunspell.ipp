#pragma once

#include <mondegreen/impl/decode/charset.hpp>
#include <mondegreen/impl/spelling/hunspell.hpp>

#include <array>
#include <cstddef>
#include <fstream>
#include <optional>

#if __has_include(<dlfcn.h>)
#include <dlfcn.h>
#endif

namespace mondegreen::inline MONDEGREEN_ABI::impl {

struct hunspell_library {
  void* (*create)(char const* affixes, char const* words);
  void (*destroy)(void* opened);
  int (*spell)(void* opened, char const* word);
  char* (*get_dic_encoding)(void* opened);
};

/// Loads it by the names it has on Linux and on macOS. It is never unloaded.
inline std::optional<hunspell_library> load_hunspell() {
#if __has_include(<dlfcn.h>)
  for (auto const* name : {"libhunspell-1.7.so.0", "libhunspell-1.6.so.0", "libhunspell.so", "libhunspell-1.7.0.dylib",
                           "libhunspell.dylib"}) {
    void* const found = ::dlopen(name, RTLD_NOW | RTLD_LOCAL);
    if (found == nullptr) continue;
    hunspell_library made{};
    auto const bind = [&]<class Function>(Function& to, char const* called) {
      to = reinterpret_cast<Function>(::dlsym(found, called)); // as POSIX says a function is to be had
      return to != nullptr;
    };
    if (bind(made.create, "Hunspell_create") && bind(made.destroy, "Hunspell_destroy") &&
        bind(made.spell, "Hunspell_spell") && bind(made.get_dic_encoding, "Hunspell_get_dic_encoding"))
      return made;
  }
#endif
  return std::nullopt;
}

MONDEGREEN_INLINE hunspell_library const* find_hunspell() {
  static auto const found = load_hunspell();
  return found ? &*found : nullptr;
}

MONDEGREEN_INLINE void hunspell_dictionary::closer::operator()(void* opened) const noexcept { with->destroy(opened); }

MONDEGREEN_INLINE hunspell_dictionary::hunspell_dictionary(hunspell_library const& with, void* opened)
    : with_(&with), opened_(opened, closer{&with}) {}

MONDEGREEN_INLINE std::optional<hunspell_dictionary>
hunspell_dictionary::open(hunspell_library const& with, std::string const& affixes, std::string const& words) {
  void* const opened = with.create(affixes.c_str(), words.c_str());
  if (opened == nullptr) return std::nullopt;
  hunspell_dictionary made(with, opened);
  char const* const encoding = with.get_dic_encoding(opened);
  auto const charset = canonical_charset(encoding == nullptr ? "" : encoding);
  if (charset.empty()) return std::nullopt;
  if (charset != "UTF-8") made.charset_ = charset;
  if (!made.knows_itself(words)) return std::nullopt;
  return made;
}

MONDEGREEN_INLINE bool hunspell_dictionary::knows(std::string_view word) const {
  if (charset_.empty()) return with_->spell(opened_.get(), std::string(word).c_str()) != 0;
  unmappable lost;
  auto const bytes = text_to_charset(word, charset_, lost);
  return lost.count == 0 && with_->spell(opened_.get(), bytes.c_str()) != 0;
}

/// The file is a count, then words in its own encoding, with "/" and flags, or a tab and more, behind them.
MONDEGREEN_INLINE bool hunspell_dictionary::knows_itself(std::string const& words) const {
  std::ifstream file(words, std::ios::binary);
  std::array<char, 16384> start{};
  file.read(start.data(), start.size());
  std::string_view rest(start.data(), static_cast<std::size_t>(file.gcount()));
  for (bool count = true; !rest.empty(); count = false) {
    auto const line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(line.size() + (line.size() < rest.size() ? 1 : 0));
    auto const word = line.substr(0, line.find_first_of("/\t\r"));
    if (!count && !word.empty() && word.size() <= 100 && with_->spell(opened_.get(), std::string(word).c_str()) != 0)
      return true;
  }
  return false;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
