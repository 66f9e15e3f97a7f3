// What sounds like a name and is no mishearing of it: a short form, an inflection, a namesake.
#pragma once

#include <mondegreen/impl/names/candidates.hpp>
#include <mondegreen/impl/names/rewriting.hpp>

#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// One candidate found by sound, and what it would change.
class other_forms {
public:
  other_forms(document const& in, candidate const& of, rewriting const& change)
      : in_(in), names_(in.names()), entry_(in.names().entry(of.entry)), of_(of), change_(change) {}

  /// Why it is not even suggested; empty if it may be. O(words of the name).
  std::string_view drops() const;

  /// Why it is only suggested, the same.
  std::string_view holds() const;

private:
  bool shortened() const;
  bool inflected() const;
  bool another_bearer() const;
  bool another_person() const;
  bool other_surname() const;
  bool first_name() const;
  bool short_form() const;

  document const& in_;
  name_index const& names_;
  name_entry const& entry_;
  candidate const& of_;
  rewriting const& change_;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names/other_forms.ipp>
#endif
