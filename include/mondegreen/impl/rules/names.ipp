#pragma once

#include <mondegreen/impl/rules/rules.hpp>
#include <mondegreen/names.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

MONDEGREEN_INLINE rule const names{
    .id = "names",
    .summary = "repairs misheard names with the user's names file",
    .apply =
        [](editor& text, rule_context const& context, void*) {
          if (context.known == nullptr) return;
          context.known->repair(text,
                                {.language = std::string(context.speech.code), .context = std::string(context.page)});
        },
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
