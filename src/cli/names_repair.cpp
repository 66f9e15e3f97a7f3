#include "commands.hpp"
#include "console.hpp"
#include "line_filter.hpp"
#include "names_files.hpp"

#include <mondegreen/decode.hpp>
#include <mondegreen/file.hpp>
#include <mondegreen/language.hpp>
#include <mondegreen/names.hpp>

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace mondegreen::cli {

namespace {

/// The language of what has come through the pipe so far: one line alone says little.
class running_language {
public:
  running_language(std::string named, console& out) : code_(std::move(named)), out_(out), settled_(!code_.empty()) {}

  std::string const& after(std::string_view line) {
    if (settled_) return code_;
    constexpr std::size_t enough = 2000;
    sample_ += line;
    sample_ += '\n';
    auto const guess = detect_language(sample_);
    code_ = guess.what != nullptr ? std::string(guess.what->code) : std::string();
    settled_ = sample_.size() >= enough;
    if (guess.what != nullptr && code_ != told_) {
      told_ = code_;
      out_.say(fmt::format("<stdin>: the language is {} ({}); --lang overrides it", guess.what->name, code_));
    }
    return code_;
  }

private:
  std::string code_;
  std::string sample_;
  std::string told_;
  console& out_;
  bool settled_;
};

} // namespace

int names_repair(arguments const& typed) {
  console out(typed);
  auto const known = load_names(typed.names, out);
  auto const context = load_context(typed.context, out);
  if (!known || !context) return out.finish();
  repair_options options;
  options.apply = typed.apply;
  options.context = *context;
  running_language language(typed.language, out);
  std::string all_edits;
  std::uint32_t number = 0;
  auto const failed = filter_lines([&](std::string_view line, std::string& answer) {
    ++number;
    // Told line by line, so never by a guess: a byte that is no UTF-8 costs itself and no more.
    auto const text = decode(line, "<stdin>", "UTF-8");
    if (!text) {
      out.fail(text.failure());
      answer += line;
      return;
    }
    if (!text->diagnostics.empty())
      out.say(fmt::format("<stdin>:{}: warning: {}", number, text->diagnostics.front().message));
    options.language = language.after(text->text->text());
    auto const fixed = known->repair(text->text->text(), options);
    answer += fixed.text;
    if (typed.edits.empty()) return;
    for (auto each : fixed.edits) {
      each.at.line += number - 1;
      all_edits += to_json(each, "<stdin>");
      all_edits += '\n';
    }
  });
  if (failed) out.fail(*failed);
  if (!typed.edits.empty()) {
    auto const written = write_atomically(typed.edits, all_edits);
    if (!written) out.fail(written.failure());
  }
  return out.finish();
}

} // namespace mondegreen::cli
