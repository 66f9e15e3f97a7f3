#include "errors.hpp"

#include <cerrno>
#include <cstring>

#include <sys/stat.h>
#include <unistd.h>

namespace mondegreen::python {

namespace {

char const* id_of(error_code code) {
  switch (code) {
  case error_code::not_found: return "not_found";
  case error_code::is_directory: return "is_directory";
  case error_code::not_readable: return "not_readable";
  case error_code::not_writable: return "not_writable";
  case error_code::too_large: return "too_large";
  case error_code::unknown_format: return "unknown_format";
  case error_code::unknown_encoding: return "unknown_encoding";
  case error_code::unknown_language: return "unknown_language";
  case error_code::unknown_rule: return "unknown_rule";
  case error_code::cannot_read: return "cannot_read";
  case error_code::cannot_write: return "cannot_write";
  case error_code::refused: return "refused";
  case error_code::bad_option: return "bad_option";
  }
  return "bad_option";
}

std::string folder_of(std::string const& path) {
  auto const slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

/// The system's number for an error of the library: it says what could not be done, here it is seen why. 0: no idea.
int errno_of(error_code code, std::string const& path) {
  struct stat about {};
  switch (code) {
  case error_code::not_found: return ENOENT;
  case error_code::is_directory: return EISDIR;
  case error_code::too_large: return EFBIG;
  case error_code::not_readable: return ::access(path.c_str(), R_OK) != 0 && errno == EACCES ? EACCES : 0;
  case error_code::not_writable:
    if (::stat(folder_of(path).c_str(), &about) != 0) return errno;
    if (!S_ISDIR(about.st_mode)) return ENOTDIR;
    if (::access(folder_of(path).c_str(), W_OK) != 0) return errno;
    return ::access(path.c_str(), F_OK) == 0 && ::access(path.c_str(), W_OK) != 0 ? errno : 0;
  default: return 0;
  }
}

} // namespace

std::string text_of(nb::handle from) {
  utf8 out;
  if (!nb::try_cast(from, out))
    throw nb::type_error(("expected str, not " + std::string(nb::type_name(from.type()).c_str())).c_str());
  return std::move(out.text);
}

std::vector<std::string> strings(nb::handle iterable, char const* what) {
  if (PyUnicode_Check(iterable.ptr()))
    throw nb::type_error((std::string(what) + " takes several strings, as [\"a\"], not one").c_str());
  std::vector<std::string> out;
  for (nb::handle each : nb::iter(iterable)) out.push_back(text_of(each));
  return out;
}

void fail(error_code code, std::string_view message) {
  auto const type = nb::module_::import_("mondegreen._errors").attr("Error");
  auto const exception = type(to_str(message), id_of(code));
  PyErr_SetObject(type.ptr(), exception.ptr());
  throw nb::python_error();
}

void fail(error const& why, std::string_view path) {
  switch (why.code) {
  case error_code::not_found:
  case error_code::is_directory:
  case error_code::not_readable:
  case error_code::not_writable:
  case error_code::too_large: break;
  default: fail(why.code, why.message);
  }
  auto const builtin = nb::borrow(PyExc_OSError);
  auto const number = path.empty() ? 0 : errno_of(why.code, std::string(path));
  // OSError makes itself the subclass that belongs to the number.
  auto const exception = number != 0 ? builtin(number, std::strerror(number), to_path(path)) // NOLINT: GIL is held
                                     : builtin(to_str(why.message));
  PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(exception.ptr())), exception.ptr());
  throw nb::python_error();
}

} // namespace mondegreen::python
