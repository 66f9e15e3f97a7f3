#include "commands.hpp"
#include "console.hpp"
#include "line_filter.hpp"
#include "option_files.hpp"
#include "running_language.hpp"

#include <mondegreen/decode.hpp>
#include <mondegreen/file.hpp>
#include <mondegreen/names.hpp>

#include <fmt/format.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace mondegreen::cli {

namespace {

/// Repairs text as it comes in and gathers the ledger.
class repairing {
public:
  repairing(arguments const& typed, names const& known, std::string context, spelling const& dictionaries, console& out)
      : known_(known), out_(out), language_(typed.language, out), keep_edits_(!typed.edits.empty()) {
    options_.context = std::move(context);
    options_.spelling = dictionaries;
    options_.apply = typed.apply.value_or(apply_policy::sure);
  }

  /// `text` starts on line `first` (from 1) of standard input.
  void operator()(std::string_view text, std::uint32_t first, std::string& answer) {
    // Told piece by piece, so never by a guess: a byte that is no UTF-8 costs itself and no more.
    auto const read = decode(text, "<stdin>", "UTF-8");
    if (!read) {
      out_.fail(read.failure());
      answer += text;
      return;
    }
    auto const& from = *read->text;
    for (auto const& each : read->diagnostics)
      out_.say(fmt::format("<stdin>:{}: warning: {}", from.locate(each.where.offset).line + first - 1, each.message));
    options_.language = language_.after(from.text());
    auto const fixed = known_.repair(from.text(), options_);
    answer += fixed.text;
    if (!keep_edits_) return;
    for (auto each : fixed.edits) {
      each.at.line += first - 1;
      edits_ += to_json(each, "<stdin>");
      edits_ += '\n';
    }
  }

  std::string const& edits() const noexcept { return edits_; }

private:
  names const& known_;
  console& out_;
  repair_options options_;
  running_language language_;
  std::string edits_;
  bool keep_edits_;
};

} // namespace

int names_repair(arguments const& typed) {
  console out(typed);
  auto const known = load_names(typed.names, out);
  auto const context = load_context(typed.context, out);
  auto const dictionaries = load_spelling(typed.spelling, typed.language, out);
  if (!known || !context || !dictionaries) return out.finish();
  repairing repair(typed, *known, *context, *dictionaries, out);
  std::optional<error> failed;
  if (typed.live) {
    std::uint32_t number = 0;
    failed = filter_lines([&](std::string_view line, std::string& answer) { repair(line, ++number, answer); });
  } else {
    failed = filter_blocks(
        [&](std::string_view text, std::uint32_t first, std::string& answer) { repair(text, first, answer); });
  }
  if (failed) out.fail(*failed);
  if (!typed.edits.empty()) {
    auto const written = write_atomically(typed.edits, repair.edits());
    if (!written) out.fail(written.failure());
  }
  return out.finish();
}

} // namespace mondegreen::cli
