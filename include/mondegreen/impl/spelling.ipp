#pragma once

#include <mondegreen/impl/spelling/hunspell.hpp>
#include <mondegreen/spelling.hpp>

#include <fmt/format.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <mutex>
#include <set>
#include <system_error>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl {

/// A dictionary's files, and what is in them once somebody has asked.
struct dictionary_files {
  std::string tag; ///< of its language; empty: any
  std::string affixes;
  std::string words;
  bool looked = false;
  std::optional<hunspell_dictionary> opened{};
};

/// The parts of a tag: "pt-BR" and "pt_BR" alike, and "pt_BR-preao".
struct tag_parts {
  std::string_view code;
  std::string_view region; ///< empty: none

  explicit tag_parts(std::string_view tag) : code(tag.substr(0, tag.find_first_of("_-"))) {
    auto rest = tag.substr(std::min(code.size() + 1, tag.size()));
    rest = rest.substr(0, rest.find_first_of("_-"));
    if (rest.size() == 2 && std::all_of(rest.begin(), rest.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
      region = rest;
  }
  friend bool operator==(tag_parts const&, tag_parts const&) = default;
};

/// The language a dictionary is for: "pt_BR" of pt_BR.dic, "fr" of fr-classique.dic; empty if its name tells none.
inline std::string tag_of_dictionary(std::filesystem::path const& words) {
  auto const stem = words.stem().string();
  tag_parts const parts(stem);
  std::string tag(parts.code);
  if (tag.size() > 3 || *uloc_getISO3Language(tag.c_str()) == '\0') return {};
  return parts.region.empty() ? tag : tag.append("_").append(parts.region);
}

/// Those in a folder, in the order of their names.
inline std::vector<dictionary_files> dictionaries_in(std::filesystem::path const& folder) {
  namespace fs = std::filesystem;
  std::error_code failed;
  std::vector<fs::path> found;
  for (fs::directory_iterator each(folder, failed), end; !failed && each != end; each.increment(failed))
    if (each->path().extension() == ".dic") found.push_back(each->path());
  std::sort(found.begin(), found.end());
  std::vector<dictionary_files> made;
  for (auto const& words : found) {
    auto affixes = words;
    affixes.replace_extension(".aff");
    if (fs::is_regular_file(words, failed) && fs::is_regular_file(affixes, failed))
      made.push_back({.tag = tag_of_dictionary(words), .affixes = affixes.string(), .words = words.string()});
  }
  return made;
}

/// Where systems keep them: Debian and its kin, builds from source, older ones, macOS.
inline std::vector<std::string> dictionary_folders() {
  std::vector<std::string> all;
  // The path that Hunspell's own command looks at.
  if (auto const* const own = std::getenv("DICPATH")) {
    std::string_view rest(own);
    for (;;) {
      auto const end = std::min(rest.find(':'), rest.size());
      if (end > 0) all.emplace_back(rest.substr(0, end));
      if (end == rest.size()) break;
      rest.remove_prefix(end + 1);
    }
  }
  for (auto const* each : {"/usr/local/share/hunspell", "/usr/share/hunspell", "/usr/share/myspell/dicts",
                           "/opt/homebrew/share/hunspell", "/Library/Spelling"})
    all.emplace_back(each);
  return all;
}

} // namespace impl

struct spelling::state {
  answer ask = nullptr;
  std::shared_ptr<void const> own{}; ///< of `ask`
  std::vector<impl::dictionary_files> files{};
  impl::hunspell_library const* hunspell = nullptr;
  std::mutex asking{}; // Hunspell keeps what it is about in the dictionary
  std::map<std::string, std::vector<std::size_t>, std::less<>> of_language{};

  /// The dictionaries of a language, each file once: one may stand under several names, as one for each country.
  std::vector<std::size_t> const& files_of(std::string_view language) {
    if (auto const known = of_language.find(language); known != of_language.end()) return known->second;
    impl::tag_parts const asked(language);
    bool const regional = !asked.region.empty() && std::any_of(files.begin(), files.end(), [&](auto const& each) {
      return impl::tag_parts(each.tag) == asked;
    });
    std::vector<std::size_t> found;
    std::set<std::filesystem::path> seen;
    for (std::size_t i = 0; i < files.size(); ++i) {
      impl::tag_parts const its(files[i].tag);
      if (!its.code.empty() && (regional ? its != asked : its.code != asked.code)) continue;
      std::error_code failed;
      auto file = std::filesystem::canonical(files[i].words, failed);
      if (failed || seen.insert(std::move(file)).second) found.push_back(i);
    }
    return of_language.emplace(language, std::move(found)).first->second;
  }

  impl::hunspell_dictionary const* open(impl::dictionary_files& one) const {
    if (!std::exchange(one.looked, true))
      one.opened = impl::hunspell_dictionary::open(*hunspell, one.affixes, one.words);
    return one.opened ? &*one.opened : nullptr;
  }
};

MONDEGREEN_INLINE spelling::spelling() noexcept = default;

MONDEGREEN_INLINE spelling::spelling(answer ask, std::shared_ptr<void const> own) : state_(std::make_shared<state>()) {
  state_->ask = ask;
  state_->own = std::move(own);
}

MONDEGREEN_INLINE result<spelling> spelling::load(std::string const& where) {
  namespace fs = std::filesystem;
  if (where == "none") return spelling();
  auto made = std::make_shared<state>();
  made->hunspell = impl::find_hunspell();
  if (made->hunspell == nullptr)
    return error{error_code::not_found, "spelling dictionaries need the Hunspell library, and there is none; on Debian "
                                        "and Ubuntu: apt-get install libhunspell-1.7-0"};
  std::error_code failed;
  if (where == "installed") {
    for (auto const& folder : impl::dictionary_folders())
      for (auto& each : impl::dictionaries_in(folder))
        if (!each.tag.empty()) made->files.push_back(std::move(each));
    if (made->files.empty())
      return error{error_code::not_found, "no spelling dictionaries are installed; on Debian and Ubuntu: apt-get "
                                          "install hunspell-fr, hunspell-en-us and so on"};
  } else if (fs::is_directory(where, failed)) {
    made->files = impl::dictionaries_in(where);
    if (made->files.empty())
      return error{error_code::not_found,
                   fmt::format("{}: holds no dictionary, that is, no file .dic with an .aff of that name", where)};
  } else {
    auto words = fs::path(where);
    words.replace_extension(".dic");
    auto affixes = words;
    affixes.replace_extension(".aff");
    for (auto const& each : {words, affixes})
      if (!fs::is_regular_file(each, failed))
        return error{error_code::not_found, fmt::format("{}: no such file; a spelling dictionary is \"installed\", a "
                                                        "folder, or a file .dic with an .aff beside it",
                                                        each.string())};
    made->files.push_back(
        {.tag = impl::tag_of_dictionary(words), .affixes = affixes.string(), .words = words.string()});
    if (made->open(made->files.front()) == nullptr)
      return error{error_code::refused, fmt::format("{}: Hunspell finds no word in it", words.string())};
  }
  spelling out;
  out.state_ = std::move(made);
  return out;
}

MONDEGREEN_INLINE std::optional<bool> spelling::knows(std::string_view word, std::string_view language) const {
  if (!state_) return std::nullopt;
  constexpr std::size_t longest = 100; // bytes, as many as Hunspell looks at
  bool const one = !word.empty() && word.size() <= longest &&
                   std::none_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; });
  std::scoped_lock const lock(state_->asking);
  if (state_->ask != nullptr) return state_->ask(word, language, state_->own.get());
  // Dictionaries have the apostrophe of typewriters.
  constexpr std::string_view curly = "\u2019";
  std::string plain(word);
  for (auto at = plain.find(curly); at != std::string::npos; at = plain.find(curly, at))
    plain.replace(at, curly.size(), "'");
  bool told = false;
  for (auto const at : state_->files_of(language)) {
    auto const* dictionary = state_->open(state_->files[at]);
    if (dictionary == nullptr) continue;
    if (one && dictionary->knows(plain)) return true;
    // A dictionary of chemistry does not say what is no word of the language.
    told = told || !state_->files[at].tag.empty();
  }
  return told ? std::optional(false) : std::nullopt;
}

MONDEGREEN_INLINE std::vector<std::string> spelling::languages() const {
  std::set<std::string> all;
  if (state_)
    for (auto const& each : state_->files) all.insert(each.tag);
  return {all.begin(), all.end()};
}

} // namespace mondegreen::inline MONDEGREEN_ABI
