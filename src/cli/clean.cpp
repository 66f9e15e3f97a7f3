#include "commands.hpp"
#include "configurations.hpp"
#include "console.hpp"
#include "documents.hpp"
#include "option_files.hpp"
#include "outputs.hpp"

#include <mondegreen/file.hpp>
#include <mondegreen/language.hpp>
#include <mondegreen/layout.hpp>
#include <mondegreen/ledger_file.hpp>
#include <mondegreen/pipeline.hpp>
#include <mondegreen/rule.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mondegreen::cli {

namespace {

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

/// "talk.txt: 34 names, 291 spaces, 22 lines of page chrome; 12 suggestions: see --edits"
std::string summary(std::string_view file, ledger const& edits) {
  std::vector<std::pair<rule const*, std::size_t>> by_rule;
  for (auto const& each : rules()) by_rule.emplace_back(&each, 0);
  std::size_t suggested = 0;
  std::size_t reported = 0;
  for (auto const& each : edits) {
    if (each.status == edit_status::suggested) ++suggested;
    if (each.status == edit_status::reported) ++reported;
    if (each.status != edit_status::applied) continue;
    auto const rule =
        std::find_if(by_rule.begin(), by_rule.end(), [&](auto const& r) { return r.first->id == each.rule; });
    if (rule != by_rule.end()) ++rule->second;
  }
  // Names first: they are what people come for. The others by number.
  std::stable_sort(by_rule.begin(), by_rule.end(), [](auto const& a, auto const& b) {
    auto const named = [](auto const& each) { return each.first->id == "names"; };
    return named(a) != named(b) ? named(a) : a.second > b.second;
  });
  std::string parts;
  for (auto const& [rule, count] : by_rule) {
    if (count == 0) continue;
    auto const bar = rule->counted.find('|');
    if (!parts.empty()) parts += ", ";
    parts += counted(count, rule->counted.substr(0, bar), rule->counted.substr(bar + 1));
  }
  std::string out = fmt::format("{}: {}", file, parts.empty() ? "nothing to change" : parts);
  if (suggested > 0) out += "; " + counted(suggested, "suggestion", "suggestions");
  if (reported > 0) out += fmt::format("{} {} to look at", suggested > 0 ? "," : ";", reported);
  if (suggested + reported > 0) out += ": see --edits or --diff";
  return out;
}

/// The language of the speech where nobody named it, and a word to the user about it.
std::string speech_of(transcript const& text, std::string& note) {
  if (!text.language.empty() || text.cues.empty()) return text.language;
  constexpr std::size_t enough = std::size_t{1} << 16U;
  std::string sample;
  for (auto const& each : text.cues) {
    if (sample.size() >= enough) break;
    sample += each.text;
    sample += '\n';
  }
  auto const guess = detect_language(sample);
  auto const& file = text.from->name();
  if (guess.what == nullptr) {
    note = fmt::format(
        "{}: the language is none we know, so only the rules that need none run; name it with --lang if it is", file);
    return {};
  }
  note = fmt::format("{}: the language is {} ({}), detected with a confidence of {} in 100; --lang overrides it", file,
                     guess.what->name, guess.what->code, guess.confidence);
  return std::string(guess.what->code);
}

/// What inputs share that have one configuration.
struct task {
  arguments const& typed;
  clean_options options;
  std::unique_ptr<names const> known; ///< the options point to it
  std::optional<profile> rules{};     ///< none: cues stay as they are
  layout_options laying_out{};
  ledger_file review{}; ///< to go by
};

/// "talk.txt: 14 cues laid out as 38 by netflix-fr; 5 more keep their text and change their times"
std::string told(std::string_view file, layout_outcome const& of, profile const& by) {
  if (of.rebroken == 0 && of.retimed == 0) return fmt::format("{}: nothing to lay out by {}", file, by.id);
  return fmt::format("{}: {} laid out by {}: {} broken anew, {} with new times", file,
                     of.cues_before == of.cues_after
                         ? counted(of.cues_after, "cue", "cues")
                         : fmt::format("{} as {}", counted(of.cues_before, "cue", "cues"), of.cues_after),
                     by.id, of.rebroken, of.retimed);
}

document clean_one(std::string const& path, std::vector<output> const& outputs, task const& job) {
  auto one = load_document(path, job.typed);
  if (one.failed) return one;
  auto options = job.options;
  if (options.language.empty()) options.language = speech_of(one.read.value, one.note);
  if (!options.language.empty() && find_language(options.language) == nullptr)
    one.note = fmt::format("{}: there are no rules for the language '{}', so only those that need none run",
                           one.read.value.from->name(), options.language);
  auto const& from = *one.read.value.from;
  if (auto const lack = lacking(options.spelling, options.language); !lack.empty() && job.typed.language.empty())
    one.note += fmt::format("{}{}: {}", one.note.empty() ? "" : "\n", from.name(), lack);
  auto const reviewed = job.review.edits_of(from);
  if (!reviewed) {
    one.failed = reviewed.failure();
    return one;
  }
  if (reviewed->empty() && !job.review.empty())
    one.unfollowed.push_back(fmt::format("{}: nothing in {} is about it", from.name(), job.typed.review));
  options.reviewed = *reviewed;
  one.edits = mondegreen::clean(one.read.value, options);
  for (auto const* const each : not_followed(*reviewed, one.edits))
    one.unfollowed.push_back(fmt::format("{}:{}:{}: '{}' was {} in {}, but {}", from.name(), each->at.line,
                                         each->at.column, each->before, to_string(each->status), job.typed.review,
                                         each->status == edit_status::applied
                                             ? fmt::format("no rule makes '{}' of it now", each->after)
                                             : "a rule changes it all the same"));
  if (job.typed.diff) return one;
  if (job.rules) {
    auto laying_out = job.laying_out;
    laying_out.rules = &*job.rules;
    laying_out.language = options.language;
    auto outcome = lay_out(one.read.value, laying_out);
    one.laid_out = told(one.read.value.from->name(), outcome, *job.rules);
    one.layout = std::move(outcome.diagnostics);
  }
  make_outputs(one, outputs, job.typed);
  return one;
}

/// Collects the ledger, prints the diff, tells the summary.
class reporter {
public:
  reporter(arguments const& typed, console& out) : typed_(typed), out_(out) {}

  void report(document const& one) {
    auto const& from = *one.read.value.from;
    if (typed_.diff) {
      auto const shown = write_atomically("-", unified_diff(one.edits, from, out_.color_out()));
      if (!shown) out_.fail(shown.failure());
    }
    if (!typed_.edits.empty()) {
      for (auto const& each : one.edits) {
        ledger_ += to_json(each, from.name());
        ledger_ += '\n';
      }
    }
    for (auto const& each : one.unfollowed) out_.say(each);
    out_.say(summary(from.name(), one.edits));
    if (!one.laid_out.empty()) out_.say(one.laid_out);
  }

  void finish() {
    if (typed_.edits.empty()) return;
    auto const written = write_atomically(typed_.edits, ledger_);
    if (!written) out_.fail(written.failure());
  }

private:
  arguments const& typed_;
  console& out_;
  std::string ledger_;
};

} // namespace

namespace {

/// What is made of the arguments once for all inputs they hold for; none if a file of theirs cannot be used.
std::optional<task> prepared(arguments const& typed, console& out) {
  auto known = load_names(typed.names, out);
  auto const context = load_context(typed.context, out);
  auto const dictionaries = load_spelling(typed.spelling, typed.language, out);
  auto const lines = typed.review.empty() ? result<std::string>(std::string()) : read_bytes(typed.review);
  auto review = lines ? ledger_file::parse(*lines, shown_name(typed.review)) : result<ledger_file>(lines.failure());
  if (!review) out.fail(review.failure());
  if (!known || !context || !dictionaries || !review) return std::nullopt;
  task job{typed, {}, std::make_unique<names const>(std::move(*known))};
  job.review = std::move(*review);
  job.options.names = job.known.get();
  job.options.language = typed.language;
  job.options.only = typed.only;
  job.options.skip = typed.skip;
  job.options.also = typed.also;
  job.options.settings = typed.settings;
  job.options.how = typed.how.value_or(wording::clean);
  job.options.apply = typed.apply.value_or(apply_policy::sure);
  job.options.context = *context;
  job.options.mine = !typed.no_mine;
  job.options.spelling = *dictionaries;
  if (typed.profile.empty()) return job;
  job.rules = load_profile_named(typed.profile, typed.language, out);
  auto cuts = load_shot_changes(typed.shot_changes, typed.frame_rate, out);
  if (!job.rules || !cuts) return std::nullopt;
  // Who has no narrow no-break space gets the wide one, unless the user wants another still.
  if (job.rules->thin_space == "U+00A0")
    for (auto const& each : rules())
      for (auto const& option : each.options) {
        auto const set = std::any_of(typed.settings.begin(), typed.settings.end(), [&](rule_setting const& one) {
          return one.rule == each.id && one.option == option.name;
        });
        if (option.name == "no-break" && !set)
          job.options.settings.push_back({std::string(each.id), std::string(option.name), "wide"});
      }
  job.laying_out.shot_changes = std::move(*cuts);
  job.laying_out.frame_rate = typed.frame_rate;
  return job;
}

} // namespace

int clean(arguments const& typed) {
  console out(typed);
  auto const plan = plan_outputs(typed, !typed.diff && typed.edits.empty());
  if (!plan) {
    out.fail(plan.failure());
    return out.status();
  }
  auto const jobs = prepare_tasks(typed, out, &prepared);
  if (!jobs) return out.finish();
  reporter report(typed, out);
  deliver_each(
      typed, out, [&](std::size_t i) { return clean_one(typed.inputs[i], (*plan)[i], jobs->of_input(i)); },
      [&](document const& one) { report.report(one); });
  report.finish();
  return out.finish();
}

int list_rules() {
  // By group, in the order in which the first of each runs.
  std::vector<std::pair<std::string_view, std::string>> groups;
  for (auto const& each : rules()) {
    auto const name = each.group.empty() ? each.id : each.group;
    auto group = std::find_if(groups.begin(), groups.end(), [&](auto const& g) { return g.first == name; });
    if (group == groups.end()) group = groups.insert(groups.end(), {name, {}});
    auto const to = std::back_inserter(group->second);
    std::string when;
    if (!each.on_by_default)
      when = " (only with --also or --only)";
    else if (each.from != wording::strict)
      when = fmt::format(" (from --profile {})", to_string(each.from));
    fmt::format_to(to, "  {:<24} {}{}{}\n", each.id, each.summary,
                   each.languages.empty() ? "" : fmt::format(" [{}]", each.languages), when);
    for (auto const& option : each.options)
      fmt::format_to(to, "  {:<24}   --set {}.{}={}: {}\n", "", each.id, option.name,
                     option.values.empty() ? "TEXT" : option.values, option.summary);
  }
  std::string out;
  for (auto const& [name, listed] : groups)
    fmt::format_to(std::back_inserter(out), "{}{}\n{}", out.empty() ? "" : "\n", name, listed);
  auto const written = write_atomically("-", out);
  if (written) return done;
  complain(written.failure().message);
  return unreachable;
}

} // namespace mondegreen::cli
