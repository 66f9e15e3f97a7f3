// error: discards qualifiers|has type 'const
// Nor by the way of a single passage: law 6.
#include <mondegreen/rule.hpp>

void empty(mondegreen::editor& text, mondegreen::rule_context const&, void*) {
#ifdef MUST_NOT_COMPILE
  text.at({}).text.clear();
#else
  text.remove({});
#endif
}

mondegreen::rule const emptying{.id = "emptying", .apply = empty};
