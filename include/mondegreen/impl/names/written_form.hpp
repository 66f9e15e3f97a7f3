// How a name is written where nothing of it was misheard: capitals and initials.
#pragma once

#include <mondegreen/impl/names/document.hpp>

#include <cstdint>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A window with the letters of a name. Whoever lists "OpenAI" wants it for "Openai"; what a writer may choose to write
/// otherwise is left to a person.
class written_form {
public:
  written_form(document const& in, window at, std::uint32_t entry)
      : in_(in), at_(at), number_(entry), entry_(in.names().entry(entry)) {}

  /// The writer's choice: "JP Morgan" for JPMorgan, bech32 for Bech32, "Frost" for FROST.
  bool another() const;

  /// Word for word the same letters.
  bool only_case() const;

  /// Initials are written in many ways, and none was misheard: JP Morgan, JPMorgan, J.P. Morgan.
  bool initials() const;

  /// "Andrea's" is Andrea's before it is Andreas.
  bool possessive() const;

  /// The text itself mostly writes it as the name is written, or its page does.
  bool usual() const;

private:
  document const& in_;
  window at_;
  std::uint32_t number_;
  name_entry const& entry_;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names/written_form.ipp>
#endif
