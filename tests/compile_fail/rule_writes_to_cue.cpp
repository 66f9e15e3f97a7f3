// error: no match for .*operator=|no viable overloaded .=
// A rule sees the text through the editor, which hands out constants: law 6.
#include <mondegreen/rule.hpp>

void shout(mondegreen::editor& text, mondegreen::rule_context const&, void*) {
#ifdef MUST_NOT_COMPILE
  text.text().cues[0].text = "LOUD";
#else
  text.replace({}, {0, 1}, "LOUD");
#endif
}

mondegreen::rule const shouting{.id = "shouting", .apply = shout};
