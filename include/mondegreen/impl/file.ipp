#pragma once

#include <mondegreen/file.hpp>
#include <mondegreen/impl/text/huge_pages.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <memory>
#include <new>
#include <optional>
#include <random>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
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

inline std::string temporary_name(std::string const& target) {
  std::random_device random;
  auto const slash = target.rfind('/');
  auto const name = slash == std::string::npos ? target : target.substr(slash + 1);
  auto const folder = slash == std::string::npos ? std::string() : target.substr(0, slash + 1);
  // Cut, so that a name of the longest length the system has still gets a temporary one.
  return fmt::format("{}.{}.{:08x}.tmp", folder, name.substr(0, 200), random());
}

/// A buffer for the bytes of a file: it grows without writing to what is not yet read.
class growing_buffer {
public:
  explicit growing_buffer(std::size_t size) { grow(size); }

  char* data() const noexcept { return data_.get(); }
  std::size_t size() const noexcept { return size_; }

  void grow(std::size_t size) {
    auto* const larger = static_cast<char*>(std::realloc(data_.get(), size)); // NOLINT: realloc moves pages, not bytes
    if (larger == nullptr) throw std::bad_alloc();
    static_cast<void>(data_.release());
    data_.reset(larger);
    size_ = size;
    prefer_huge_pages(larger, size);
  }

  std::shared_ptr<void const> share() && { return std::shared_ptr<char const>(std::move(data_)); }

private:
  struct release {
    void operator()(char* data) const noexcept { std::free(data); } // NOLINT: see `grow`
  };

  std::unique_ptr<char, release> data_;
  std::size_t size_ = 0;
};

} // namespace impl

MONDEGREEN_INLINE result<shared_bytes> read_shared(std::string const& path) {
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
  impl::growing_buffer buffer(expected > 0 ? expected + 1 : step);
  std::size_t filled = 0;
  for (;;) {
    if (filled == buffer.size()) buffer.grow(buffer.size() + std::max(buffer.size() / 2, step));
    auto const count = ::read(file.get(), buffer.data() + filled, buffer.size() - filled);
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
  std::string_view const bytes(buffer.data(), filled);
  return shared_bytes{bytes, std::move(buffer).share()};
}

MONDEGREEN_INLINE result<shared_bytes> map_shared(std::string const& path) {
  constexpr std::size_t worth_it = std::size_t{1} << 20U;
  if (path == "-") return read_shared(path);
  impl::descriptor const file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat about {};
  if (!file || ::fstat(file.get(), &about) != 0 || !S_ISREG(about.st_mode)) return read_shared(path);
  auto const size = static_cast<std::size_t>(about.st_size);
  if (size < worth_it || size > std::numeric_limits<std::uint32_t>::max()) return read_shared(path);
  auto* const data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (data == MAP_FAILED) return read_shared(path);
  ::madvise(data, size, MADV_SEQUENTIAL);
  std::shared_ptr<void const> keeper(data, [size](void const* mapped) { ::munmap(const_cast<void*>(mapped), size); });
  return shared_bytes{{static_cast<char const*>(data), size}, std::move(keeper)};
}

MONDEGREEN_INLINE result<std::string> read_bytes(std::string const& path) {
  auto const read = read_shared(path);
  if (!read) return read.failure();
  return std::string(read->bytes);
}

struct atomic_file::state {
  std::string path;                         ///< as the user names it
  std::string target{};                     ///< where it goes; empty: it is there already
  std::string named{};                      ///< the temporary name, where the file system wants one
  struct stat old {};                       ///< what is replaced, if `replaces`
  bool replaces = false;                    ///<
  std::optional<impl::signals_held> hold{}; ///< while a named temporary file exists
  std::optional<impl::descriptor> file{};
  std::size_t written = 0;
  std::size_t set_aside = 0; ///< room for that many bytes was asked for

  ~state() {
    if (!named.empty()) ::unlink(named.c_str());
  }

  error failed(int number) const { return impl::cannot_write(path, number); }

  /// Opens a file that has no name, which the system drops whenever the process ends before it gets one; where there
  /// are no such files, one with a name of its own. 0 or an errno.
  int open() {
#ifdef O_TMPFILE
    file.emplace(::open(impl::folder_of(target).c_str(), O_WRONLY | O_TMPFILE | O_CLOEXEC, 0666));
    if (*file && ::access(open_file().c_str(), F_OK) == 0) return 0; // without /proc it could not be given a name
    if (!*file && errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL) return errno;
#endif
    auto name = impl::temporary_name(target);
    hold.emplace();
    file.emplace(::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (!*file) return errno;
    named = std::move(name);
    return 0;
  }

  std::string open_file() const { return fmt::format("/proc/self/fd/{}", file->get()); }

  /// Makes the file what the old one was to its readers and gives it its name. 0 or an errno.
  int finish() {
    if (replaces) {
      // The owner first: changing it clears the set-user-id bits. Who may not give files away keeps his own.
      bool const given = ::fchown(file->get(), old.st_uid, old.st_gid) == 0;
      ::fchmod(file->get(), old.st_mode & (given ? 07777U : 0777U));
    }
    if (set_aside > written && ::ftruncate(file->get(), static_cast<off_t>(written)) != 0) return errno;
    if (::fsync(file->get()) != 0) return errno;
    auto const give = [&](std::string const& name) {
      return ::linkat(AT_FDCWD, open_file().c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0;
    };
    if (named.empty()) {
      if (!replaces && give(target)) return 0;
      // A name that is taken can only be taken over by a file that has one.
      auto name = impl::temporary_name(target);
      hold.emplace();
      if (!give(name)) return errno;
      named = std::move(name);
    }
    if (::rename(named.c_str(), target.c_str()) != 0) return errno;
    named.clear();
    return 0;
  }
};

MONDEGREEN_INLINE atomic_file::atomic_file(std::unique_ptr<state> made) noexcept : state_(std::move(made)) {}
MONDEGREEN_INLINE atomic_file::atomic_file(atomic_file&&) noexcept = default;
MONDEGREEN_INLINE atomic_file& atomic_file::operator=(atomic_file&&) noexcept = default;
MONDEGREEN_INLINE atomic_file::~atomic_file() = default;

MONDEGREEN_INLINE result<atomic_file> atomic_file::create(std::string const& path) {
  auto made = std::make_unique<state>();
  made->path = path;
  if (path == "-") {
    made->file.emplace(STDOUT_FILENO);
    return atomic_file(std::move(made));
  }
  // The path as it stands: what /dev/stdout and >(command) link to leads to a pipe, but is no path.
  struct stat there {};
  if (::stat(path.c_str(), &there) == 0 && !S_ISREG(there.st_mode) && !S_ISDIR(there.st_mode)) {
    // A pipe or a device has readers of its own and cannot be replaced.
    made->file.emplace(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!*made->file) return made->failed(errno);
    return atomic_file(std::move(made));
  }
  auto target = impl::follow_links(path);
  made->replaces = ::stat(target.c_str(), &made->old) == 0;
  if (!made->replaces && errno != ENOENT) return made->failed(errno);
  if (target.empty() || target.ends_with('/') || (made->replaces && S_ISDIR(made->old.st_mode)))
    return error{error_code::is_directory, fmt::format("'{}': is a folder; name a file in it", path)};
  // Taking over the name of a write-protected file would be possible, and not what its owner asked for.
  if (made->replaces && ::access(target.c_str(), W_OK) != 0) return made->failed(errno);
  made->target = std::move(target);
  if (auto const wrong = made->open()) return made->failed(wrong);
  return atomic_file(std::move(made));
}

MONDEGREEN_INLINE void atomic_file::expect(std::size_t bytes) noexcept {
#ifdef FALLOC_FL_KEEP_SIZE
  constexpr std::size_t worth_it = std::size_t{1} << 20U;
  if (state_->target.empty() || bytes < worth_it) return; // a pipe, or a device
  // Where it cannot be done, a full disk will say so when it is written to.
  if (::fallocate(state_->file->get(), FALLOC_FL_KEEP_SIZE, 0, static_cast<off_t>(bytes)) == 0)
    state_->set_aside = bytes;
#else
  static_cast<void>(bytes);
#endif
}

MONDEGREEN_INLINE result<std::size_t> atomic_file::write(std::string_view bytes) {
  if (auto const wrong = impl::write_all(state_->file->get(), bytes)) return state_->failed(wrong);
  state_->written += bytes.size();
  return bytes.size();
}

MONDEGREEN_INLINE result<std::size_t> atomic_file::commit() {
  if (!state_->target.empty())
    if (auto const wrong = state_->finish()) return state_->failed(wrong);
  return state_->written;
}

MONDEGREEN_INLINE result<std::size_t> write_atomically(std::string const& path, std::string_view bytes) {
  auto file = atomic_file::create(path);
  if (!file) return file.failure();
  if (auto written = file->write(bytes); !written) return written;
  return file->commit();
}

} // namespace mondegreen::inline MONDEGREEN_ABI
