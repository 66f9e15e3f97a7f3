#include "arguments.hpp"

#include "configuration_options.hpp"
#include "console.hpp"
#include "examples.hpp"
#include "moving_options.hpp"
#include "option_groups.hpp"
#include "typed_words.hpp"
#include "unknown_word.hpp"

#include <mondegreen/config.hpp>
#include <mondegreen/decode.hpp>
#include <mondegreen/format.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace mondegreen::cli {

namespace {

/// The options of the commands, each described once.
class grammar {
public:
  explicit grammar(arguments& into) : typed_(into) {}

  void inputs(CLI::App& to) const {
    to.add_option("INPUT", typed_.inputs, "Transcripts or subtitles; - is standard input")->type_name("FILE");
  }

  void outputs(CLI::App& to) const {
    one_a_flag(to.add_option("-o,--output", typed_.outputs,
                             "Write here, in the format of the ending; repeat for more formats; a folder (out/) for "
                             "several inputs; without it, standard output"))
        ->type_name("FILE");
    to.add_option("--to", typed_.to, "Format of the output, whatever its ending: an id of 'mondegreen formats'")
        ->type_name("FORMAT")
        ->check([](std::string const& typed) { return check_format(typed, true); });
    to.add_option("--output-encoding", typed_.output_encoding, "Encoding of the output [UTF-8]")
        ->type_name("NAME")
        ->check(check_encoding);
    to.add_option_function<std::string>(
          "--stamps", [](std::string const&) {},
          "Text and Markdown as paragraphs with time stamps at each paragraph, at each speaker, every so many minutes "
          "or "
          "none; cue: a line a cue, as text is without it")
        ->type_name("none|cue|paragraph|speaker|MINUTES")
        ->check([this](std::string const& typed) { return read_stamps(typed, typed_); });
  }

  void in_place(CLI::App& to) const {
    to.add_flag("--in-place", typed_.in_place, "Write each result over its input, in its format");
  }

  void reading(CLI::App& to) const {
    to.add_option("--from", typed_.from, "Format of the input [detected]")
        ->type_name("FORMAT")
        ->check([](std::string const& typed) { return check_format(typed, false); });
    to.add_option("--encoding", typed_.encoding, "Encoding of the input [detected]")
        ->type_name("NAME")
        ->check(check_encoding);
    to.add_flag("--strict", typed_.strict, "Read as the format's specification says; damage gives exit status 1");
  }

  void names(CLI::App& to, bool repairing = true) const {
    one_a_flag(to.add_option("--names", typed_.names, "A file of names to repair; repeat for more"))->type_name("FILE");
    to.add_option("--context", typed_.context, "Text of the page the talk is from: names on it count as evidence")
        ->type_name("FILE");
    to.add_option(
          "--spelling", typed_.spelling,
          "Ask Hunspell dictionaries, too, which words are ordinary: installed, a folder, a .dic file, or none [none]")
        ->type_name("WHERE");
    if (!repairing) return;
    to.add_option("--apply", apply_, "What to change: auto (what is sure), all (suggestions too) or none [auto]")
        ->type_name("WHAT")
        ->check(one_of({"auto", "all", "none"}, "choice"));
    to.add_option("--edits", typed_.edits, "Write the ledger here: every change and suggestion, one JSON object a line")
        ->type_name("FILE.jsonl");
  }

  void mining(CLI::App& to) const {
    one_a_flag(
        to.add_option("-o,--output", typed_.outputs, "Write the names here: a table (.tsv), or plain (.txt) [-]"))
        ->expected(1)
        ->type_name("FILE");
    to.add_option("--to", typed_.names_form, "Form of the list: tsv or plain [by the ending, else tsv]")
        ->type_name("FORM")
        ->check(one_of({"tsv", "plain"}, "form of a names file"));
    to.add_flag("--page-only", typed_.page_only,
                "Only names of the title, the description and the labels, not those that only the speech has");
  }

  void building(CLI::App& to) const {
    to.add_option("NAMES", typed_.names, "Names files; the first row of a name wins")->type_name("FILE");
    one_a_flag(to.add_option("-o,--output", typed_.outputs, "Write the names and their indexes here: names.mgx"))
        ->expected(1)
        ->type_name("FILE");
    one_a_flag(
        to.add_option("--lang", typed_.languages,
                      "Languages of the speech to build for, with commas [all that have rules of pronunciation]"))
        ->delimiter(',')
        ->type_name("CODES")
        ->check(check_language);
    to.add_flag("-q,--quiet", typed_.quiet, "Say nothing but errors");
  }

  void language(CLI::App& to, std::string const& unless) const {
    to.add_option("--lang", typed_.language, "Language of the speech [" + unless + "]")
        ->type_name("CODE")
        ->check(check_speech);
  }

  void cleaning(CLI::App& to) {
    for (auto const& [flag, list, what] :
         {std::tuple{"--only", &typed_.only, "Only these rules, by id or group, with commas"},
          std::tuple{"--skip", &typed_.skip, "All rules but these"},
          std::tuple{"--also", &typed_.also, "These rules too, which are off by default"}})
      one_a_flag(to.add_option(flag, *list, what))
          ->delimiter(',')
          ->type_name("RULES")
          ->check(one_of(rule_ids(), "rule"));
    one_a_flag(
        to.add_option(
            "--profile", profiles_,
            "How much of the wording may change: strict (nothing), clean (stutters, sure fillers and what nobody "
            "said go) or fluent (all fillers and repetitions go) [clean]; or rules of a client to lay the cues out "
            "by: an id of 'mondegreen profiles', or a .toml file of your own [cues stay as they are]; repeat for both"))
        ->type_name("NAME");
    one_a_flag(to.add_option("--set", set_, "Set an option of a rule, as --list-rules shows them; repeat for more"))
        ->type_name("RULE.OPTION=VALUE")
        ->check(check_set);
    to.add_flag("--list-rules", list_rules_, "List the rules and stop");
    to.add_flag("--diff,--dry-run", typed_.diff, "Show the changes as a diff and write no transcript");
    in_place(to);
  }

  void profile(CLI::App& to, std::string const& unless) const {
    to.add_option("--profile", typed_.profile,
                  "Rules of a client: an id of 'mondegreen profiles', or a .toml file of your own [" + unless + "]")
        ->type_name("NAME");
  }

  void report(CLI::App& to) {
    to.add_option("--format", typed_.form, "Form of the report: text, json, csv, sarif, junit or html [text]")
        ->type_name("FORM")
        ->check(one_of({"text", "json", "csv", "sarif", "junit", "html"}, "form of a report"));
    one_a_flag(to.add_option("-o,--output", typed_.outputs, "Write the report here [standard output]"))
        ->type_name("FILE")
        ->expected(1);
    to.add_flag("--fix", typed_.fix, "Mend what layout can (lines, ends of cues, times), then check");
    to.add_flag("--in-place", typed_.in_place, "With --fix: write each result over its input, in its format");
    to.add_flag("--list-rules", list_rules_, "List the rules of the check and stop");
  }

  void film(CLI::App& to) const {
    to.add_option("--shot-changes", typed_.shot_changes, "A list of the film's cuts, a time a line; cues keep to them")
        ->type_name("FILE");
    to.add_option("--frame-rate", typed_.frame_rate,
                  "Frames a second of the film: 23.976, 24, 25, 29.97, 30, 50, 59.94")
        ->type_name("RATE")
        ->check(CLI::Range(1.0, 1000.0).description(""));
  }

  void breaking(CLI::App& to) const {
    profile(to, "none");
    to.add_option("--max-cpl", typed_.limits.columns, "Characters a line may have [42]; a wide one counts as two")
        ->type_name("N")
        ->check(whole_number(1, 1000));
    to.add_option("--max-lines", typed_.limits.lines, "Lines a cue may have [2]")
        ->type_name("N")
        ->check(whole_number(1, 16));
  }

  void reporting(CLI::App& to) const {
    to.add_option("--diagnostics", typed_.diagnostics,
                  "Write what was odd about the input here, one JSON object a line, and not on standard error")
        ->type_name("FILE.jsonl");
    to.add_flag("-q,--quiet", typed_.quiet, "Say nothing but errors");
  }

  void terminal(CLI::App& to) {
    for (auto const& [flag, choice, what] :
         {std::tuple{"--color", &color_, "Colours: auto, always or never [auto]"},
          std::tuple{"--progress", &progress_, "Show progress: auto, always or never [auto]"}})
      to.add_option(flag, *choice, what)->type_name("WHEN")->check(one_of({"auto", "always", "never"}, "choice"));
    to.add_option("-j,--jobs", typed_.jobs, "How many inputs to work on at once [all cores]")
        ->type_name("N")
        ->check([](std::string const& typed) {
          bool const number = typed.find_first_not_of("0123456789") == std::string::npos && typed.size() < 5;
          return number ? "" : "'" + typed + "' is no number of inputs from 0 to 9999";
        });
  }

  void settle() const {
    auto const set = [](when& choice, std::string const& word) {
      choice = word == "always" ? when::always : word == "never" ? when::never : when::automatic;
    };
    set(typed_.color, color_);
    set(typed_.progress, progress_);
    if (!apply_.empty())
      typed_.apply = apply_ == "all" ? apply_policy::all : apply_ == "none" ? apply_policy::none : apply_policy::sure;
    for (auto const& each : profiles_) {
      if (auto const how = find_wording(each))
        typed_.how = *how;
      else
        typed_.profile = each;
    }
    for (auto const& each : set_) typed_.settings.push_back(setting_of(each));
    if (!typed_.to.empty()) typed_.to = find_format(typed_.to)->id;
    // "utf8" is "UTF-8" from here on.
    if (!typed_.output_encoding.empty())
      typed_.output_encoding = decode({}, {}, typed_.output_encoding)->text->encoding().name;
  }

  bool list_rules() const noexcept { return list_rules_; }

private:
  static CLI::Validator whole_number(unsigned least, unsigned most) {
    return {[least, most](std::string const& typed) {
              bool const digits =
                  !typed.empty() && typed.size() < 9 && typed.find_first_not_of("0123456789") == std::string::npos;
              auto const value = digits ? std::stoul(typed) : 0;
              if (digits && value >= least && value <= most) return std::string();
              return "'" + typed + "' is no whole number from " + std::to_string(least) + " to " + std::to_string(most);
            },
            std::string()};
  }
  static CLI::Option* one_a_flag(CLI::Option* option) { return option->allow_extra_args(false); }

  arguments& typed_;
  mutable std::string apply_;
  std::vector<std::string> profiles_; ///< of clean: how much may change, and rules of a client
  std::vector<std::string> set_;
  std::string color_;
  std::string progress_;
  bool list_rules_ = false;
};

} // namespace

std::optional<int> parse(int argc, char const* const* argv, arguments& into) {
  grammar options(into);
  CLI::App app("Turns raw timestamped transcripts into clean subtitles, misheard names repaired and every change on a "
               "ledger.",
               "mondegreen");
  app.set_version_flag("--version", "mondegreen " MONDEGREEN_VERSION);
  app.footer(main_footer);
  auto* const clean = app.add_subcommand("clean", "Read, repair names, take out page chrome, write subtitles");
  options.inputs(*clean);
  options.outputs(*clean);
  options.names(*clean);
  clean
      ->add_option(
          "--review", into.review,
          "Go by this ledger of an earlier run, in which you changed the status of edits to rejected or applied")
      ->type_name("FILE.jsonl");
  clean->add_flag("--no-mine", into.no_mine,
                  "Repair with the names files alone, not with the names of the page as well");
  clean->add_flag("--mine", into.mine, "Repair with the names of the page, whatever the configuration says");
  options.language(*clean, "detected");
  add_configuration_options(*clean, into);
  options.film(*clean);
  options.cleaning(*clean);
  options.reading(*clean);
  options.reporting(*clean);
  options.terminal(*clean);
  clean->footer(clean_examples);

  auto* const convert = app.add_subcommand("convert", "Change the format and touch nothing else");
  options.inputs(*convert);
  options.outputs(*convert);
  options.reading(*convert);
  convert->add_flag("--cue-tree", into.cue_tree, "JSON: add the tree of each cue's markup");
  convert->add_flag("--fix", into.fix, "Make the repairs that are certain: what --diagnostics lists as fix");
  options.reporting(*convert);
  options.terminal(*convert);
  convert->footer(convert_examples);

  moving_options moving(into.retime);
  auto const movers = moving.add_to(app);
  for (auto* const each : movers) {
    options.inputs(*each);
    options.outputs(*each);
    options.in_place(*each);
    options.reading(*each);
    options.reporting(*each);
    options.terminal(*each);
  }

  auto* const names = app.add_subcommand("names", "Work on names alone: mine, build, repair, explain, sound");
  names->footer("'mondegreen names COMMAND --help' explains one of them.");
  auto* const repair = names->add_subcommand("repair", "Text in, the same lines out, names repaired");
  options.names(*repair);
  repair->add_flag("--live", into.live, "Answer line by line as they come in; a line then knows nothing of the others");
  options.language(*repair, "detected");
  options.reporting(*repair);
  repair->footer(repair_examples);
  auto* const mine = names->add_subcommand("mine", "Propose a names file from what a page and its transcript show");
  options.inputs(*mine);
  options.mining(*mine);
  options.language(*mine, "detected");
  options.reading(*mine);
  options.reporting(*mine);
  mine->footer(mine_examples);
  auto* const build = names->add_subcommand("build", "Save a long list of names with its index: it then opens at once");
  options.building(*build);
  build->footer(build_examples);
  auto* const explain =
      names->add_subcommand("explain", "Text in; out comes what may be a misheard name in it, and why");
  options.names(*explain, false);
  explain
      ->add_option("NAME", into.explained, "The name asked about, in a names file or not; without it, all of the files")
      ->type_name("NAME");
  explain->add_option("--in", into.in, "The text or transcript; - is standard input [plain text on standard input]")
      ->type_name("TEXT");
  explain->add_flag("--no-mine", into.no_mine,
                    "Ask about the names files alone; else, with --in, the page's names too");
  options.reading(*explain);
  explain->add_flag("--json", into.json, "One JSON object a finding");
  explain->add_option("--to", into.names_form, "Form of the answer: text or json [text]")
      ->type_name("FORM")
      ->check(one_of({"text", "json"}, "form of an answer"));
  options.language(*explain, "detected");
  options.reporting(*explain);
  explain->footer(explain_examples);
  auto* const sound = names->add_subcommand("sound", "Line filter: a word in, how it may sound out (IPA)");
  options.language(*sound, "fr");
  sound->footer(sound_examples);

  auto* const layout = app.add_subcommand("layout", "Line filter: a sentence in, where its lines and cues end out");
  options.breaking(*layout);
  options.language(*layout, "detected");
  layout->add_flag("-q,--quiet", into.quiet, "Say nothing but errors");
  layout->footer(layout_examples);

  auto* const check =
      app.add_subcommand("check", "Report what a subtitler's quality control would: rules, breaks, damage");
  options.inputs(*check);
  options.report(*check);
  options.profile(*check, "netflix, of the language");
  add_configuration_options(*check, into);
  options.film(*check);
  options.language(*check, "detected");
  options.reading(*check);
  options.reporting(*check);
  options.terminal(*check);
  check->footer(check_examples);

  auto* const profiles =
      app.add_subcommand("profiles", "List the profiles: rules of clients for lines, speed and times");

  auto* const formats = app.add_subcommand("formats", "List the formats and what each can carry");

  for (auto* const each : {clean, convert, check}) group_options(*each);
  for (auto* const each : movers) group_options(*each);

  auto* chosen = &app;
  auto misused_with = [&](std::string const& message) {
    complain(message);
    std::fprintf(stderr, "Try 'mondegreen%s%s --help'.\n", chosen->get_parent() == names ? " names" : "",
                 chosen == &app ? "" : (" " + chosen->get_name()).c_str());
    return misused;
  };
  try {
    app.parse(argc, argv);
  } catch (CLI::Success const& asked) {
    return app.exit(asked); // --help, --version
  } catch (CLI::ParseError const& wrong) {
    while (!chosen->get_subcommands().empty()) chosen = chosen->get_subcommands().front();
    auto const rest = app.remaining(true);
    for (int i = 1; i < argc; ++i)
      if (std::find(rest.begin(), rest.end(), argv[i]) != rest.end()) return misused_with(unknown(*chosen, argv[i]));
    return misused_with(wrong.what());
  }
  while (!chosen->get_subcommands().empty()) chosen = chosen->get_subcommands().front();
  options.settle();
  if (into.no_configuration && !into.configuration.empty())
    return misused_with("--config names a file and --no-config wants none: say one of them");
  if (chosen == formats) {
    into.what = command::formats;
  } else if (chosen == profiles) {
    into.what = command::profiles;
  } else if (chosen == check) {
    into.what = options.list_rules() ? command::list_checks : command::check;
    if (into.what == command::check && into.inputs.empty())
      return misused_with("there is no input: name a file, or - for standard input");
  } else if (chosen == convert || chosen == clean) {
    into.what = chosen == convert ? command::convert : options.list_rules() ? command::list_rules : command::clean;
    if (into.what != command::list_rules && into.inputs.empty())
      return misused_with("there is no input: name a file, or - for standard input");
  } else if (auto const mover = std::find(movers.begin(), movers.end(), chosen); mover != movers.end()) {
    constexpr std::array whats{command::shift, command::scale, command::sync};
    into.what = whats[static_cast<std::size_t>(mover - movers.begin())];
    if (into.inputs.empty()) return misused_with("there is no input: name a file, or - for standard input");
    if (auto const wrong = moving.settle(into.what); !wrong.empty()) return misused_with(wrong);
  } else if (chosen == repair) {
    into.what = command::names_repair;
    if (into.names.empty()) return misused_with("there are no names: give a file of them with --names");
  } else if (chosen == mine) {
    into.what = command::names_mine;
    if (into.inputs.empty()) return misused_with("there is no input: name a file, or - for standard input");
  } else if (chosen == build) {
    into.what = command::names_build;
    if (into.names.empty()) return misused_with("there are no names: name a names file");
    if (into.outputs.empty()) return misused_with("there is no output: name it with -o, as in -o names.mgx");
  } else if (chosen == explain) {
    into.what = command::names_explain;
    into.json = into.json || into.names_form == "json";
    if (into.names.empty() && into.explained.empty() && (into.in.empty() || into.no_mine))
      return misused_with("there are no names: ask about one, or give a file of them with --names");
  } else if (chosen == sound) {
    into.what = command::names_sound;
  } else if (chosen == layout) {
    into.what = command::layout;
  } else {
    std::fputs(chosen->help(chosen == names ? "mondegreen" : "").c_str(), stderr);
    return misused;
  }
  return std::nullopt;
}

} // namespace mondegreen::cli
