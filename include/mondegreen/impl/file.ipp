#pragma once

#include <mondegreen/file.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <limits>
#include <random>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl {

/// A file descriptor that is closed when it goes.
class descriptor {
public:
  explicit descriptor(int number) noexcept : number_(number) {}
  descriptor(descriptor const&) = delete;
  descriptor& operator=(descriptor const&) = delete;
  ~descriptor() {
    if (number_ > 2) ::close(number_);
  }

  int get() const noexcept { return number_; }
  explicit operator bool() const noexcept { return number_ >= 0; }

private:
  int number_;
};

/// Keeps every signal from this thread while a named temporary file exists, so that Ctrl-C cannot leave it behind.
class signals_held {
public:
  signals_held() noexcept {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before_);
  }
  signals_held(signals_held const&) = delete;
  signals_held& operator=(signals_held const&) = delete;
  ~signals_held() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

private:
  sigset_t before_{};
};

inline std::string reason(int number) { return std::generic_category().message(number); }

inline std::string shown_path(std::string const& path, std::string_view standard) {
  return path == "-" ? std::string(standard) : "'" + path + "'";
}

inline error cannot_open_for_reading(std::string const& path, int number) {
  if (number == ENOENT || number == ENOTDIR)
    return {error_code::not_found, fmt::format("'{}': there is no such file", path)};
  if (number == EACCES) return {error_code::not_readable, fmt::format("'{}': you have no permission to read it", path)};
  return {error_code::not_readable, fmt::format("'{}': cannot be read: {}", path, reason(number))};
}

inline std::string folder_of(std::string const& path) {
  auto const slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

/// Where a chain of symbolic links ends; the last link may point at a file that is yet to be made.
inline std::string follow_links(std::string path) {
  for (int i = 0; i < 40; ++i) {
    std::string target(4096, '\0');
    auto const length = ::readlink(path.c_str(), target.data(), target.size());
    if (length < 0 || static_cast<std::size_t>(length) == target.size()) return path;
    target.resize(static_cast<std::size_t>(length));
    path = target.starts_with('/') ? target : folder_of(path).append("/").append(target);
  }
  return path;
}

/// 0 or the errno of what went wrong.
inline int write_all(int file, std::string_view bytes) noexcept {
  while (!bytes.empty()) {
    auto const count = ::write(file, bytes.data(), bytes.size());
    if (count < 0) {
      if (errno == EINTR) continue;
      return errno;
    }
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

inline error cannot_write(std::string const& path, int number) {
  auto const shown = shown_path(path, "standard output");
  auto said = [&](std::string_view what) {
    return error{error_code::not_writable, fmt::format("{}: {}; nothing was written", shown, what)};
  };
  if (number == ENOENT) return said(fmt::format("the folder '{}' does not exist", folder_of(path)));
  if (number == ENOTDIR) return said(fmt::format("'{}' is not a folder", folder_of(path)));
  if (number == EACCES || number == EPERM) return said("you have no permission to write there");
  if (number == ENOSPC || number == EDQUOT) return said("the disk is full");
  if (number == EROFS) return said("the disk is read-only");
  if (number == EFBIG) return said("the file would be larger than the system allows");
  if (number == ELOOP) return said("the symbolic links go in a circle");
  return said(reason(number));
}

/// Fills an open new file and makes it what the old one was to its readers. 0 or an errno.
inline int fill(int file, std::string_view bytes, struct stat const* old) noexcept {
  if (auto const wrong = write_all(file, bytes)) return wrong;
  if (old != nullptr) {
    // The owner first: changing it clears the set-user-id bits. Who may not give files away keeps his own.
    bool const given = ::fchown(file, old->st_uid, old->st_gid) == 0;
    ::fchmod(file, old->st_mode & (given ? 07777U : 0777U));
  }
  return ::fsync(file) == 0 ? 0 : errno;
}

inline std::string temporary_name(std::string const& target) {
  std::random_device random;
  auto const slash = target.rfind('/');
  auto const name = slash == std::string::npos ? target : target.substr(slash + 1);
  auto const folder = slash == std::string::npos ? std::string() : target.substr(0, slash + 1);
  // Cut, so that a name of the longest length the system has still gets a temporary one.
  return fmt::format("{}.{}.{:08x}.tmp", folder, name.substr(0, 200), random());
}

inline int replace_by_named_file(std::string const& target, std::string_view bytes, struct stat const* old) {
  auto const temporary = temporary_name(target);
  signals_held const hold;
  int wrong = 0;
  {
    descriptor const file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (!file) return errno;
    wrong = fill(file.get(), bytes, old);
  }
  if (wrong == 0 && ::rename(temporary.c_str(), target.c_str()) != 0) wrong = errno;
  if (wrong != 0) ::unlink(temporary.c_str());
  return wrong;
}

/// Writes to a file that has no name until it is complete, which the system drops whenever the process ends before.
/// -1 if this file system has no such files.
inline int replace_by_unnamed_file(std::string const& target, std::string_view bytes, struct stat const* old) {
#ifdef O_TMPFILE
  descriptor const file(::open(folder_of(target).c_str(), O_WRONLY | O_TMPFILE | O_CLOEXEC, 0666));
  if (!file) return errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL ? -1 : errno;
  if (auto const wrong = fill(file.get(), bytes, old)) return wrong;
  auto const open_file = fmt::format("/proc/self/fd/{}", file.get());
  auto give = [&](std::string const& name) {
    return ::linkat(AT_FDCWD, open_file.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0;
  };
  if (old == nullptr && give(target)) return 0;
  // A name that is taken can only be taken over by a file that has one.
  auto const temporary = temporary_name(target);
  signals_held const hold;
  if (!give(temporary)) return errno == ENOENT ? -1 : errno; // no /proc here
  if (::rename(temporary.c_str(), target.c_str()) == 0) return 0;
  auto const wrong = errno;
  ::unlink(temporary.c_str());
  return wrong;
#else
  static_cast<void>(target), static_cast<void>(bytes), static_cast<void>(old);
  return -1;
#endif
}

} // namespace impl

MONDEGREEN_INLINE result<std::string> read_bytes(std::string const& path) {
  constexpr std::size_t limit = std::numeric_limits<std::uint32_t>::max();
  constexpr std::size_t step = std::size_t{1} << 18U;
  auto const shown = impl::shown_path(path, "standard input");
  impl::descriptor const file(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) return impl::cannot_open_for_reading(path, errno);
  struct stat about {};
  std::size_t expected = 0;
  if (::fstat(file.get(), &about) == 0) {
    if (S_ISDIR(about.st_mode))
      return error{error_code::is_directory, fmt::format("{}: is a folder; name the file in it", shown)};
    if (S_ISREG(about.st_mode)) expected = static_cast<std::size_t>(about.st_size);
  }
  error const too_large{error_code::too_large, fmt::format("{}: has more than 4 GiB; split it", shown)};
  if (expected > limit) return too_large;
  // One byte more than the file has: the read that finds its end then needs no larger buffer.
  std::string bytes(expected > 0 ? expected + 1 : step, '\0');
  std::size_t filled = 0;
  for (;;) {
    if (filled == bytes.size()) bytes.resize(bytes.size() + std::max(bytes.size() / 2, step));
    auto const count = ::read(file.get(), bytes.data() + filled, bytes.size() - filled);
    if (count < 0) {
      if (errno == EINTR) continue;
      if (errno == EISDIR)
        return error{error_code::is_directory, fmt::format("{}: is a folder; name the file in it", shown)};
      return error{error_code::not_readable, fmt::format("{}: cannot be read: {}", shown, impl::reason(errno))};
    }
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
    if (filled > limit) return too_large;
  }
  bytes.resize(filled);
  return bytes;
}

MONDEGREEN_INLINE result<std::size_t> write_atomically(std::string const& path, std::string_view bytes) {
  if (path == "-") {
    if (auto const wrong = impl::write_all(STDOUT_FILENO, bytes)) return impl::cannot_write(path, wrong);
    return bytes.size();
  }
  auto const target = impl::follow_links(path);
  struct stat old {};
  bool const exists = ::stat(target.c_str(), &old) == 0;
  if (!exists && errno != ENOENT) return impl::cannot_write(path, errno);
  if (target.empty() || target.ends_with('/') || (exists && S_ISDIR(old.st_mode)))
    return error{error_code::is_directory, fmt::format("'{}': is a folder; name a file in it", path)};
  if (exists && !S_ISREG(old.st_mode)) {
    // A pipe or a device has readers of its own and cannot be replaced.
    impl::descriptor const file(::open(target.c_str(), O_WRONLY | O_CLOEXEC));
    if (!file) return impl::cannot_write(path, errno);
    if (auto const wrong = impl::write_all(file.get(), bytes)) return impl::cannot_write(path, wrong);
    return bytes.size();
  }
  // Taking over the name of a write-protected file would be possible, and not what its owner asked for.
  if (exists && ::access(target.c_str(), W_OK) != 0) return impl::cannot_write(path, errno);
  auto const* const before = exists ? &old : nullptr;
  auto wrong = impl::replace_by_unnamed_file(target, bytes, before);
  if (wrong < 0) wrong = impl::replace_by_named_file(target, bytes, before);
  if (wrong != 0) return impl::cannot_write(path, wrong);
  return bytes.size();
}

} // namespace mondegreen::inline MONDEGREEN_ABI
