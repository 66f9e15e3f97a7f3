#include "bindings.hpp"

#include <mondegreen/config.hpp>

NB_MODULE(_core, m) {
  m.doc() = "The compiled part of mondegreen; import mondegreen instead.";
  m.attr("version") = MONDEGREEN_VERSION;
  mondegreen::python::bind_diagnostics(m);
  mondegreen::python::bind_ledger(m);
  mondegreen::python::bind_cues(m);
  mondegreen::python::bind_transcripts(m);
  mondegreen::python::bind_spelling(m);
  mondegreen::python::bind_names(m);
  mondegreen::python::bind_formats(m);
  mondegreen::python::bind_cleaning(m);
  mondegreen::python::bind_layout(m);
  mondegreen::python::bind_configurations(m);
}
