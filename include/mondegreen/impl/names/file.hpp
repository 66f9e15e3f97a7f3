// Reading a names file, plain or as a table.
#pragma once

#include <mondegreen/names.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A form or a mishearing longer than this is no name: nobody says it in one breath.
inline constexpr std::size_t longest_name = 256;

struct names_file {
  std::vector<name> list{};
  std::vector<diagnostic> diagnostics{};
};

/// Reads both forms; never fails. Forms are unique in the result, mishearings and context are joined. O(n).
names_file read_names(std::string_view text);

/// A list of names without doubles; its vector must start empty.
class name_list {
public:
  explicit name_list(std::vector<name>& into) : into_(&into) {}

  /// A form that is there already keeps its row and gains the mishearings and the context. True if it was there.
  bool add(name more);

private:
  std::vector<name>* into_;
  std::unordered_map<std::string, std::size_t> by_form_;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names/file.ipp>
#endif
