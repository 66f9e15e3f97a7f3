#include "commands.hpp"
#include "console.hpp"
#include "documents.hpp"
#include "outputs.hpp"

#include <mondegreen/retime.hpp>

#include <fmt/format.h>

#include <cstddef>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace mondegreen::cli {

namespace {

void add(std::vector<diagnostic>& to, std::vector<diagnostic> more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// "+1.500 s", "-0.250 s and 4.27 % longer"
std::string described(retiming const& how) {
  auto text = fmt::format("{:+.3f} s", how.offset / 1000);
  auto const percent = (how.scale - 1) * 100;
  if (how.scale != 1)
    text += fmt::format(" and {:.3g} % {}", percent < 0 ? -percent : percent, percent < 0 ? "shorter" : "longer");
  return text;
}

std::string by_line(transcript& text, retime_arguments const& typed, std::vector<diagnostic>& told) {
  std::size_t moved = 0;
  for (auto const& each : text.cues) moved += each.when.start >= typed.only.start && each.when.start < typed.only.end;
  add(told, retime(text, typed.how, typed.only));
  return fmt::format("{} of {} cues moved by {}", moved, text.cues.size(), described(typed.how));
}

std::string by_words(transcript& text, transcript const& timed, std::vector<diagnostic>& told) {
  auto done = take_times(text, timed);
  add(told, std::move(done.diagnostics));
  return fmt::format("{} of {} words have their time from {}", done.matched, done.words, timed.from->name());
}

std::string by_reference(transcript& text, transcript const& reference, retime_arguments const& typed,
                         std::vector<diagnostic>& told) {
  auto done = synchronize(text, reference, typed.search);
  add(told, std::move(done.diagnostics));
  if (done.parts.empty()) return "there are no times to go by; nothing was moved";
  std::string line = fmt::format("{:.0f} % of the time in common with {}: ", 100 * done.fit, reference.from->name());
  constexpr std::size_t shown = 8;
  for (std::size_t i = 0; i < done.parts.size() && i < shown; ++i) {
    auto const& part = done.parts[i];
    line += fmt::format("{}cues {} to {} moved by {}", i > 0 ? ", " : "", part.first + 1, part.first + part.count,
                        described(part.how));
  }
  if (done.parts.size() > shown) line += fmt::format(" and {} parts more", done.parts.size() - shown);
  return line;
}

document retime_one(std::string const& path, std::vector<output> const& outputs, arguments const& typed,
                    transcript const* other) {
  auto one = load_document(path, typed);
  if (one.failed) return one;
  auto& text = one.read.value;
  auto& told = one.read.diagnostics;
  auto const& how = typed.retime;
  if (!text.timed && how.times_from.empty()) {
    one.failed = error{error_code::bad_option, text.from->name() + " has no times to move"};
    return one;
  }
  one.note = text.from->name() + ": " +
             (other == nullptr          ? by_line(text, how, told)
              : !how.times_from.empty() ? by_words(text, *other, told)
                                        : by_reference(text, *other, how, told));
  make_outputs(one, outputs, typed);
  return one;
}

} // namespace

int retime(arguments const& typed) {
  console out(typed);
  auto const plan = plan_outputs(typed, true);
  if (!plan) {
    out.fail(plan.failure());
    return out.status();
  }
  // The file that times come from is read once, whatever its format.
  reading other;
  auto const& path = !typed.retime.times_from.empty() ? typed.retime.times_from : typed.retime.like;
  if (!path.empty()) {
    auto read = read_file(path, {{}, {}, typed.language, false});
    if (!read) {
      out.fail(read.failure());
      return out.finish();
    }
    other = std::move(*read);
    if (!other.value.timed) {
      out.fail(error{error_code::bad_option, path + " has no times to go by"});
      return out.finish();
    }
    out.tell(other.diagnostics, *other.value.from, false);
  }
  auto const* const timed = path.empty() ? nullptr : &other.value;
  deliver_each(typed, out, [&](std::size_t i) { return retime_one(typed.inputs[i], (*plan)[i], typed, timed); });
  return out.finish();
}

} // namespace mondegreen::cli
