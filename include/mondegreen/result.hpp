// A value or an error: for files, options and misuse. Never for text: bad text is a diagnostic (diagnostic.hpp).
#pragma once

#include <mondegreen/config.hpp>

#include <cassert>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI {

/// What went wrong outside of the text.
enum class error_code : std::uint8_t {
  not_found,        ///< no file of that name
  is_directory,     ///< a directory where a file was expected
  not_readable,     ///< permission, or an input error in the middle of the file
  not_writable,     ///< permission, a full disk, a missing folder; the old file, if any, is untouched
  too_large,        ///< more than 4 GiB - 1 of UTF-8: spans are 32 bits wide
  unknown_format,   ///< no format of that id or extension
  unknown_encoding, ///< ICU knows no encoding of that name
  unknown_language, ///< no language of that code
  unknown_rule,     ///< no rule of that id
  cannot_read,      ///< the format can be written but not read
  cannot_write,     ///< the format can be read but not written
  refused,          ///< strict reading met damage; the message says where
  bad_option,       ///< an option's value is out of its range
};

/// An error in words for the person at the keyboard; `message` names the file or option it is about.
struct error {
  error_code code;
  std::string message;
};

/// Holds a `T` or says why there is none.
///
///     auto talk = mondegreen::read_file("talk.txt");
///     if (!talk) return fail(talk.failure().message);
///     use(talk->value);
///
/// Reading the value of a failed result is a bug of the caller: an assertion in debug builds.
template <class T> class [[nodiscard]] result {
public:
  using value_type = T;

  // Implicit, so that `return value;` and `return error{...};` read as what they are.
  result(T value) : value_(std::move(value)) {} // NOLINT(google-explicit-constructor)
  result(error why) : why_(std::move(why)) {}   // NOLINT(google-explicit-constructor)

  explicit operator bool() const noexcept { return value_.has_value(); }
  bool ok() const noexcept { return value_.has_value(); }

  T& operator*() & noexcept { return assert(value_), *value_; }
  T const& operator*() const& noexcept { return assert(value_), *value_; }
  T&& operator*() && noexcept { return assert(value_), std::move(*value_); }
  T* operator->() noexcept { return assert(value_), &*value_; }
  T const* operator->() const noexcept { return assert(value_), &*value_; }

  /// The reason; only when there is no value.
  error const& failure() const noexcept { return assert(!value_), why_; }

private:
  std::optional<T> value_;
  error why_{};
};

} // namespace mondegreen::inline MONDEGREEN_ABI
