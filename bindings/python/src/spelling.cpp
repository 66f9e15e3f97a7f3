// Spelling.
#include "bindings.hpp"
#include "errors.hpp"

#include <mondegreen/spelling.hpp>

#include <optional>
#include <string>

namespace mondegreen::python {

void bind_spelling(nb::module_& m) {
  nb::class_<spelling>(m, "Spelling", nb::is_final(),
                       "Spelling dictionaries, as Hunspell reads them: what they know is an ordinary word and hardly a "
                       "misheard name.\n\nMake it once: a dictionary is opened when it is first asked, and stays open.")
      .def_static(
          "load",
          [](path const& where) {
            auto read = without_gil([&] { return spelling::load(where.bytes); });
            if (!read) fail(read.failure().code, read.failure().message);
            return *std::move(read);
          },
          nb::arg("where") = "installed",
          nb::sig("def load(where: str | bytes | os.PathLike[str] | os.PathLike[bytes] = 'installed') -> Spelling"),
          "Dictionaries for the Hunspell library, which has to be installed: ``\"installed\"``, those of the system "
          "and "
          "of the\nfolders in DICPATH; a folder; or a file ``x.dic`` with ``x.aff`` beside it. Each is for the "
          "language "
          "its name begins\nwith. ``\"none\"`` is no dictionaries. Raises Error if there is no Hunspell, or no "
          "dictionary there.")
      .def(
          "knows",
          [](spelling const& asked, utf8 const& word, utf8 const& lang) -> nb::object {
            auto const told = without_gil([&] { return asked.knows(word.text, lang.text); });
            return told ? nb::object(nb::bool_(*told)) : nb::object(nb::none());
          },
          nb::arg("word"), nb::arg("lang"), nb::sig("def knows(self, word: str, lang: str) -> bool | None"),
          "Whether a word, written as in the middle of a sentence, is one of the language; None if no dictionary is "
          "for that.")
      .def_prop_ro(
          "languages", [](spelling const& asked) { return nb::tuple(to_list(asked.languages())); },
          nb::sig("def languages(self) -> tuple[str, ...]"),
          "Tags of the languages there are dictionaries for; an empty one stands for any.");
}

} // namespace mondegreen::python
