#pragma once

#include <mondegreen/impl/text/lists.hpp>
#include <mondegreen/language.hpp>
#include <mondegreen/pipeline.hpp>

#include <algorithm>
#include <cstddef>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl {

/// The language of the speech: what the caller says, what the document says, what its words say.
inline language const& language_of(transcript const& text, std::string_view asked) {
  if (!asked.empty()) {
    auto const* known = find_language(asked);
    return known != nullptr ? *known : no_language();
  }
  if (auto const* known = find_language(text.language)) return *known;
  std::string sample;
  for (auto const& each : text.cues) {
    if (sample.size() >= std::size_t{1} << 16U) break;
    sample += each.text;
    sample += '\n';
  }
  auto const guess = detect_language(sample);
  return guess.what != nullptr ? *guess.what : no_language();
}

inline bool chosen(rule const& which, clean_options const& options) {
  auto const in = [&](std::vector<std::string> const& ids) {
    return std::find(ids.begin(), ids.end(), which.id) != ids.end();
  };
  if (in(options.skip)) return false;
  return options.only.empty() ? which.on_by_default : in(options.only);
}

} // namespace impl

MONDEGREEN_INLINE ledger clean(transcript& text, clean_options const& options) {
  auto const& speech = impl::language_of(text, options.language);
  rule_context const context{speech, options.names, options.context, options.mine};
  editor edits(text, options.apply);
  auto run = [&](rule const& each) {
    if (!each.languages.empty() && !impl::list_contains(each.languages, speech.code, ' ')) return;
    edits.begin(each.id);
    each.apply(edits, context, each.own);
  };
  for (auto const& each : rules())
    if (impl::chosen(each, options)) run(each);
  for (auto const& each : options.own_rules)
    if (std::find(options.skip.begin(), options.skip.end(), each.id) == options.skip.end()) run(each);
  return edits.finish();
}

} // namespace mondegreen::inline MONDEGREEN_ABI
