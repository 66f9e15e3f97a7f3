#pragma once

#include <mondegreen/impl/rules/rules.hpp>
#include <mondegreen/names.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

MONDEGREEN_INLINE rule const names{
    .id = "names",
    .summary = "repairs misheard names with the user's names file and the names of the page",
    .apply =
        [](editor& text, rule_context const& context, void*) {
          if (context.known == nullptr && !context.mine) return;
          repair_options const options{
              .language = std::string(context.speech.code.empty() ? context.named : context.speech.code),
              .context = std::string(context.page),
              .mine = context.mine,
              .spelling = context.spelling};
          (context.known != nullptr ? *context.known : mondegreen::names()).repair(text, options);
        },
    .counted = "name|names",
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
