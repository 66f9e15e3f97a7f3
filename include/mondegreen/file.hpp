// Files are read whole and appear whole or not at all.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/result.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI {

/// All bytes of a file; "-" is standard input. Errors: not_found, is_directory, not_readable, too_large.
result<std::string> read_bytes(std::string const& path);

/// Writes a file that others see either not at all or complete, also when the disk fills up or the process is killed
/// half-way: the bytes go to an unnamed file in the same folder, reach the disk, and take the name in one step. An
/// existing file keeps its permissions; a symbolic link is followed. "-" is standard output. The value is the number of
/// bytes. Errors: is_directory, not_writable; the old file is then as it was.
result<std::size_t> write_atomically(std::string const& path, std::string_view bytes);

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/file.ipp>
#endif
