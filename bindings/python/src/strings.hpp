// How text and paths cross between Python and C++.
#pragma once

#include <nanobind/nanobind.h>

#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::python {

namespace nb = nanobind;

/// A Python str as UTF-8. Lone surrogates, which UTF-8 cannot hold, become U+FFFD: text never throws.
struct utf8 {
  std::string text{};

  operator std::string_view() const noexcept { return text; } // NOLINT: it is a string
};

/// A str, bytes or os.PathLike as the bytes the system calls take.
struct path {
  std::string bytes{};
};

/// A str from UTF-8; bytes that are none, as in the name of a file, show as U+FFFD.
inline nb::str to_str(std::string_view text) {
  return nb::steal<nb::str>(PyUnicode_DecodeUTF8(text.data(), static_cast<Py_ssize_t>(text.size()), "replace"));
}

/// A path as Python shows it, so that open() finds the file again.
inline nb::str to_path(std::string_view bytes) {
  return nb::steal<nb::str>(PyUnicode_DecodeFSDefaultAndSize(bytes.data(), static_cast<Py_ssize_t>(bytes.size())));
}

/// The str of a Python object that was not checked by nanobind; TypeError if it is none.
std::string text_of(nb::handle from);

/// The strings of an iterable; a plain str is refused, for its letters are never what was meant.
std::vector<std::string> strings(nb::handle iterable, char const* what);

} // namespace mondegreen::python

namespace nanobind::detail {

template <> struct type_caster<mondegreen::python::utf8> {
  NB_TYPE_CASTER(mondegreen::python::utf8, const_name("str"))

  bool from_python(handle from, uint32_t, cleanup_list*) noexcept {
    if (!PyUnicode_Check(from.ptr())) return false;
    Py_ssize_t size = 0;
    if (char const* text = PyUnicode_AsUTF8AndSize(from.ptr(), &size)) {
      value.text.assign(text, static_cast<std::size_t>(size));
      return true;
    }
    PyErr_Clear();
    auto const units = steal(PyUnicode_AsEncodedString(from.ptr(), "utf-16-le", "surrogatepass"));
    if (!units.is_valid()) return PyErr_Clear(), false;
    char* raw = nullptr;
    if (PyBytes_AsStringAndSize(units.ptr(), &raw, &size) != 0) return PyErr_Clear(), false;
    auto const mended = steal(PyUnicode_Decode(raw, size, "utf-16-le", "replace"));
    if (!mended.is_valid()) return PyErr_Clear(), false;
    char const* text = PyUnicode_AsUTF8AndSize(mended.ptr(), &size);
    if (text == nullptr) return PyErr_Clear(), false;
    value.text.assign(text, static_cast<std::size_t>(size));
    return true;
  }

  static handle from_cpp(mondegreen::python::utf8 const& from, rv_policy, cleanup_list*) noexcept {
    return PyUnicode_DecodeUTF8(from.text.data(), static_cast<Py_ssize_t>(from.text.size()), "replace");
  }
};

template <> struct type_caster<mondegreen::python::path> {
  NB_TYPE_CASTER(mondegreen::python::path, const_name("str | bytes | os.PathLike[str] | os.PathLike[bytes]"))

  bool from_python(handle from, uint32_t, cleanup_list*) noexcept {
    PyObject* encoded = nullptr;
    if (PyUnicode_FSConverter(from.ptr(), &encoded) == 0) return PyErr_Clear(), false;
    auto const owner = steal(encoded);
    char* raw = nullptr;
    Py_ssize_t size = 0;
    if (PyBytes_AsStringAndSize(encoded, &raw, &size) != 0) return PyErr_Clear(), false;
    value.bytes.assign(raw, static_cast<std::size_t>(size));
    // "-" means a standard stream to the library; Python code has sys.stdin and sys.stdout, and means a file.
    if (value.bytes == "-") value.bytes = "./-";
    return true;
  }

  static handle from_cpp(mondegreen::python::path const& from, rv_policy, cleanup_list*) noexcept {
    return mondegreen::python::to_path(from.bytes).release();
  }
};

} // namespace nanobind::detail
