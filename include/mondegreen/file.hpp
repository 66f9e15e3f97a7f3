// Files are read whole and appear whole or not at all.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/result.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI {

/// All bytes of a file; "-" is standard input. Errors: not_found, is_directory, not_readable, too_large.
result<std::string> read_bytes(std::string const& path);

/// Bytes and what keeps them where they are.
struct shared_bytes {
  std::string_view bytes;
  std::shared_ptr<void const> keeper;
};

/// The same without a string to fill: for large files, which `decode_shared` then takes as they are.
///
/// Read and not mapped: a transcript's source must stay as it was read, whatever becomes of the file.
result<shared_bytes> read_shared(std::string const& path);

/// The same for bytes that are needed for a moment: a file of its own size is mapped, which copies nothing and saves a
/// third of the time of a conversion. A mapped file must not change meanwhile; if another program cuts it short, the
/// process gets SIGBUS. What cannot be mapped, a pipe or a small file, is read.
result<shared_bytes> map_shared(std::string const& path);

/// Writes a file that others see either not at all or complete, also when the disk fills up or the process is killed
/// half-way: the bytes go to an unnamed file in the same folder, reach the disk, and take the name in one step. An
/// existing file keeps its permissions; a symbolic link is followed. "-" is standard output. The value is the number of
/// bytes. Errors: is_directory, not_writable; the old file is then as it was.
result<std::size_t> write_atomically(std::string const& path, std::string_view bytes);

/// The same piece by piece, for what is too large to be held in memory. What is not committed is dropped; what goes to
/// standard output, a pipe or a device is there at once.
class atomic_file {
public:
  /// Errors: is_directory, not_writable.
  static result<atomic_file> create(std::string const& path);

  /// Says about how many bytes there will be: where the file system can, room for them is set aside in one piece, which
  /// takes less time than to look for it page by page. More and fewer may be written. Never fails.
  void expect(std::size_t bytes) noexcept;

  /// Appends. Errors: not_writable.
  result<std::size_t> write(std::string_view bytes);

  /// Gives the file its name. The value is the number of bytes in it. Errors: not_writable. Call it once.
  result<std::size_t> commit();

  atomic_file(atomic_file&&) noexcept;
  atomic_file& operator=(atomic_file&&) noexcept;
  ~atomic_file();

private:
  struct state;
  explicit atomic_file(std::unique_ptr<state> made) noexcept;

  std::unique_ptr<state> state_;
};

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/file.ipp>
#endif
