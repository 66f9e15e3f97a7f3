#include "commands.hpp"
#include "configurations.hpp"
#include "console.hpp"
#include "documents.hpp"
#include "option_files.hpp"

#include <mondegreen/batch.hpp>
#include <mondegreen/check.hpp>
#include <mondegreen/file.hpp>
#include <mondegreen/language.hpp>
#include <mondegreen/layout.hpp>
#include <mondegreen/profile.hpp>

#include <fmt/format.h>

#include <cstddef>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace mondegreen::cli {

namespace {

/// What all inputs share.
struct task {
  arguments const& typed;
  std::optional<profile> rules;
  std::vector<timestamp> cuts;
};

struct checked_document {
  document of{};
  profile rules{};
  std::vector<finding> findings{};
};

checked_document check_one(std::string const& path, task const& job) {
  checked_document one;
  one.of = load_document(path, job.typed);
  if (one.of.failed) return one;
  auto& text = one.of.read.value;
  // "netflix" is another profile for each language, and the language may have to be heard.
  auto language = job.typed.language;
  if (language.empty()) language = text.language;
  if (language.empty()) {
    std::string sample;
    for (auto const& each : text.cues) {
      if (sample.size() > 65'536) break;
      sample += each.text + "\n";
    }
    if (auto const guess = detect_language(sample); guess.what != nullptr) language = guess.what->code;
  }
  if (job.rules)
    one.rules = *job.rules;
  else
    one.rules = *find_profile(job.typed.profile.empty() ? "netflix" : job.typed.profile, language);
  if (job.typed.fix) {
    layout_options laying_out;
    laying_out.rules = &one.rules;
    laying_out.language = language;
    laying_out.shot_changes = job.cuts;
    laying_out.frame_rate = job.typed.frame_rate;
    bool const untimed = !text.timed;
    auto outcome = lay_out(text, laying_out);
    one.of.layout = std::move(outcome.diagnostics);
    if (outcome.rebroken + outcome.retimed > 0 || untimed) {
      make_outputs(one.of, {{path, {}}}, job.typed);
      if (one.of.failed) return one;
    }
  }
  check_options options;
  options.rules = &one.rules;
  options.language = language;
  options.shot_changes = job.cuts;
  options.frame_rate = job.typed.frame_rate;
  options.met = job.typed.fix ? std::span<diagnostic const>{} : one.of.read.diagnostics;
  one.findings = mondegreen::check(text, options);
  return one;
}

report_form form_of(std::string const& name) {
  if (name == "json") return report_form::json;
  if (name == "csv") return report_form::csv;
  if (name == "sarif") return report_form::sarif;
  if (name == "junit") return report_form::junit;
  return name == "html" ? report_form::html : report_form::text;
}

/// What is made of the arguments once for all inputs they hold for; none if a file of theirs cannot be used.
std::optional<task> prepared(arguments const& typed, console& out) {
  task job{typed, {}, {}};
  // A family such as "netflix" is settled file by file, by the language.
  if (!typed.profile.empty() && (!typed.language.empty() || find_profile(typed.profile) == nullptr)) {
    job.rules = load_profile_named(typed.profile, typed.language, out);
    if (!job.rules) return std::nullopt;
  }
  auto cuts = load_shot_changes(typed.shot_changes, typed.frame_rate, out);
  if (!cuts) return std::nullopt;
  job.cuts = std::move(*cuts);
  return job;
}

} // namespace

int check(arguments const& typed) {
  console out(typed);
  if (typed.fix && !typed.in_place) {
    out.fail(misused, "--fix writes over the inputs: say --in-place, too");
    return out.finish();
  }
  auto const jobs = prepare_tasks(typed, out, &prepared);
  if (!jobs) return out.finish();
  auto const count = typed.inputs.size();
  std::vector<checked_document> documents(count);
  for_each_in_order(
      count, typed.jobs, [&](std::size_t i) { documents[i] = check_one(typed.inputs[i], jobs->of_input(i)); },
      [&](std::size_t i) {
        auto& one = documents[i];
        if (one.of.failed) {
          out.fail(*one.of.failed);
        } else if (typed.fix) {
          deliver(one.of, out);
        } else {
          // The reader's warnings are findings; its notes are told.
          std::vector<diagnostic> notes;
          for (auto const& each : one.of.read.diagnostics)
            if (each.level == severity::note) notes.push_back(each);
          out.tell(notes, *one.of.read.value.from, true);
        }
        if (violated(one.findings)) out.found_violations();
        out.progress(i, count, shown_name(typed.inputs[i]));
      });
  std::vector<checked> files;
  for (auto const& each : documents)
    if (!each.of.failed)
      files.push_back({each.of.read.value.from->name(), &each.of.read.value, &each.rules, each.findings});
  auto const path = typed.outputs.empty() ? std::string("-") : typed.outputs.front();
  if (auto const written = write_atomically(path, report(files, form_of(typed.form))); !written)
    out.fail(written.failure());
  return out.finish();
}

int list_checks() {
  std::string out;
  for (auto const& each : check_rules())
    fmt::format_to(std::back_inserter(out), "{:<18} {:<8} {}{}\n", each.id, to_string(each.level), each.summary,
                   each.mended ? " (--fix)" : "");
  auto const written = write_atomically("-", out);
  if (written) return done;
  complain(written.failure().message);
  return unreachable;
}

} // namespace mondegreen::cli
