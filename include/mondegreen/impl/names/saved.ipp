#pragma once

#include <mondegreen/file.hpp>
#include <mondegreen/impl/names/saved.hpp>

#include <fmt/format.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A file in memory as long as anybody looks at it. Ours are replaced as a whole, never written over, so what is mapped
/// stays as it was.
class mapped_file {
public:
  mapped_file(void* at, std::size_t size) noexcept : at_(at), size_(size) {}
  mapped_file(mapped_file const&) = delete;
  mapped_file& operator=(mapped_file const&) = delete;
  ~mapped_file() { ::munmap(at_, size_); }

private:
  void* at_;
  std::size_t size_;
};

MONDEGREEN_INLINE std::optional<result<sections>> map_saved(std::string const& path) {
  bool const named = path.ends_with(saved_ending);
  auto const file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return std::nullopt; // whoever reads it next says why
  struct closing {
    int file;
    ~closing() { ::close(file); }
  } const closed{file};
  struct stat about {};
  if (::fstat(file, &about) != 0 || !S_ISREG(about.st_mode)) return std::nullopt;
  auto const size = static_cast<std::size_t>(about.st_size);
  char first[8] = {};
  auto const got = ::pread(file, first, sizeof first, 0);
  if (!named && (got != sizeof first || std::string_view(first, sizeof first) != sections::magic)) return std::nullopt;
  if (size == 0) return sections::open({}, {}, path);
#ifdef MAP_POPULATE
  constexpr int flags = MAP_PRIVATE | MAP_POPULATE; // the checksum reads all of it
#else
  constexpr int flags = MAP_PRIVATE;
#endif
  void* const at = ::mmap(nullptr, size, PROT_READ, flags, file, 0);
  if (at == MAP_FAILED)
    return error{error_code::not_readable, fmt::format("{}: cannot be mapped: {}", path, std::strerror(errno))};
  return sections::open(std::make_shared<mapped_file const>(at, size), {static_cast<char const*>(at), size}, path);
}

MONDEGREEN_INLINE std::optional<result<sections>> copy_saved(std::string_view bytes, std::string const& shown) {
  if (!bytes.starts_with(sections::magic)) return std::nullopt;
  auto memory = std::make_shared<std::vector<std::uint64_t>>((bytes.size() + 7) / 8);
  std::memcpy(memory->data(), bytes.data(), bytes.size());
  std::string_view const copy(reinterpret_cast<char const*>(memory->data()), bytes.size());
  return sections::open(std::move(memory), copy, shown);
}

MONDEGREEN_INLINE result<saved_names> open_saved(sections const& from, std::string const& shown) {
  saved_names out;
  auto rows = name_rows::open(from, shown);
  if (!rows) return rows.failure();
  out.rows = *rows;
  for (auto const& each : from.all()) {
    if (each.what != static_cast<std::uint16_t>(section::language)) continue;
    auto index = name_arrays::open(*rows, from, each.group, shown);
    if (!index) return index.failure();
    out.languages.push_back(std::make_shared<name_arrays const>(*std::move(index)));
  }
  return out;
}

MONDEGREEN_INLINE sections lay_out_saved(name_rows const& rows,
                                         std::span<std::shared_ptr<name_arrays const> const> languages) {
  sections_writer out;
  auto const names = static_cast<std::uint16_t>(section::language); // sections below are of the names
  for (auto const& each : rows.memory().all())
    if (each.what < names) out.add_bytes(each.what, 0, rows.memory().text(each));
  std::uint16_t group = 0;
  for (auto const& index : languages) {
    for (auto const& each : index->memory.all())
      if (each.what >= names && each.group == index->group) out.add_bytes(each.what, group, index->memory.text(each));
    ++group;
  }
  return out.finish();
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
