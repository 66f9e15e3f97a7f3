#pragma once

#include <mondegreen/impl/formats/asr_shape.hpp>
#include <mondegreen/impl/text/lists.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// The paths of a JSON text, found without parsing it: quotes, brackets and colons say enough to tell vendors apart, and
/// a broken document still has a beginning.
class json_outline {
public:
  explicit json_outline(std::string_view text) : text_(text) {}

  /// Hands each path to `seen` until it returns false.
  template <class Seen> void run(Seen&& seen) {
    constexpr std::size_t most_structure = std::size_t{1} << 16U;
    constexpr std::size_t deepest = 8;
    std::string path;
    std::vector<std::size_t> outer; // length of the path of each open container
    std::vector<bool> lists;        // whether it is a list
    std::string_view key;
    std::size_t too_deep = 0;
    std::size_t read = 0;
    for (std::size_t at = 0; at < text_.size() && read < most_structure; ++at, ++read) {
      switch (text_[at]) {
      case '"': {
        auto const end = end_of_string(at);
        if (end == text_.npos) return;
        auto const next = text_.find_first_not_of(" \t\r\n", end + 1);
        bool const is_key = next != text_.npos && text_[next] == ':' && !lists.empty() && !lists.back();
        if (is_key) key = text_.substr(at + 1, end - at - 1);
        if (is_key && too_deep == 0 && key.size() <= 40) {
          auto const length = path.size();
          if (length != 0) path += '.';
          path += key;
          bool const go_on = seen(std::string_view(path));
          path.resize(length);
          if (!go_on) return;
        }
        at = end;
        break;
      }
      case '{':
      case '[':
        if (too_deep != 0 || outer.size() == deepest) {
          ++too_deep;
          break;
        }
        outer.push_back(path.size());
        if (!lists.empty() && !lists.back()) {
          if (!path.empty()) path += '.';
          path += key.substr(0, 40);
        }
        lists.push_back(text_[at] == '[');
        if (lists.back()) path += "[]";
        break;
      case '}':
      case ']':
        if (too_deep != 0) {
          --too_deep;
        } else if (!outer.empty()) {
          path.resize(outer.back());
          outer.pop_back();
          lists.pop_back();
        }
        break;
      default: break;
      }
    }
  }

private:
  std::size_t end_of_string(std::size_t quote) const noexcept {
    for (auto end = text_.find('"', quote + 1); end != text_.npos; end = text_.find('"', end + 1)) {
      auto before = end;
      while (text_[before - 1] == '\\') --before;
      if ((end - before) % 2 == 0) return end;
    }
    return text_.npos;
  }

  std::string_view text_;
};

MONDEGREEN_INLINE int detect_asr(source const& from, asr_shape const& shape) {
  auto const text = from.text();
  auto const first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos || (text[first] != '{' && text[first] != '[')) return 0;
  struct wanted {
    std::string_view path;
    std::size_t set;
    bool found = false;
  };
  std::vector<wanted> all;
  std::vector<std::size_t> missing;
  any_in_list(shape.signature, [&](std::string_view set) {
    any_in_list(
        set,
        [&](std::string_view path) {
          all.push_back({path, missing.size()});
          return false;
        },
        ' ');
    missing.push_back(static_cast<std::size_t>(
        std::count_if(all.begin(), all.end(), [&](wanted const& each) { return each.set == missing.size(); })));
    return false;
  });
  bool fits = false;
  json_outline(text).run([&](std::string_view path) {
    for (auto& each : all) {
      if (each.found || each.path != path) continue;
      each.found = true;
      fits = fits || --missing[each.set] == 0;
    }
    return !fits;
  });
  return fits ? 90 : 0;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
