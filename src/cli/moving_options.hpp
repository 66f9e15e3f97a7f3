// The options of `shift`, `scale` and `sync`.
#pragma once

#include "arguments.hpp"
#include "examples.hpp"
#include "typed_time.hpp"

#include <mondegreen/retime.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace mondegreen::cli {

/// Everything but what all commands share.
class moving_options {
public:
  explicit moving_options(retime_arguments& into) : typed_(into) {}

  /// The three commands, in the order of `command`.
  std::array<CLI::App*, 3> add_to(CLI::App& app) {
    std::array<CLI::App*, 3> const all{
        app.add_subcommand("shift", "Move all times, or some, by as much"),
        app.add_subcommand("scale", "Stretch all times: another frame rate, or a factor"),
        app.add_subcommand("sync",
                           "Put times right: by points, by other subtitles, by a timed file of the same words")};
    shifting(*all[0]);
    scaling(*all[1]);
    synchronizing(*all[2]);
    all[0]->footer(shift_examples);
    all[1]->footer(scale_examples);
    all[2]->footer(sync_examples);
    return all;
  }

  /// What is wrong with how times are to be moved; nothing if it is right.
  std::string settle(command what) {
    auto& into = typed_;
    if (!after_.empty()) into.only.start = {*typed_time(after_)};
    if (!before_.empty()) into.only.end = {*typed_time(before_)};
    if (what == command::shift) into.how = shifted({*typed_time(by_)});
    if (what == command::scale && rates_.empty() && into.how.scale == 1)
      return "there is nothing to scale by: give --fps FROM TO or --factor NUMBER";
    if (what == command::scale && !rates_.empty())
      into.how = converted(*find_frame_rate(rates_[0]), *find_frame_rate(rates_[1]));
    if (what != command::sync) return {};
    into.search.splits = !no_splits_;
    if (!most_.empty()) into.search.most = {std::abs(*typed_time(most_))};
    auto const ways = static_cast<int>(!points_.empty()) + static_cast<int>(!into.times_from.empty()) +
                      static_cast<int>(!into.like.empty());
    if (ways != 1) return "say how: --point once or twice, or --like FILE, or --times-from FILE";
    if (points_.size() > 2) return "two points are enough: there are " + std::to_string(points_.size());
    if (points_.size() == 1) into.how = shifted(point(points_[0])->second - point(points_[0])->first);
    if (points_.size() == 2) {
      auto const [first, second] = std::pair(*point(points_[0]), *point(points_[1]));
      auto const line = through(first.first, first.second, second.first, second.second);
      if (!line) return "the two points are the same, or would change places";
      into.how = *line;
    }
    return {};
  }

private:
  void some_cues(CLI::App& to) {
    to.add_option("--after", after_, "Only the cues that start at this time or later: 0:12:00, 95.5")
        ->type_name("TIME")
        ->check(check_time);
    to.add_option("--before", before_, "Only the cues that start before this time")
        ->type_name("TIME")
        ->check(check_time);
  }

  void shifting(CLI::App& to) {
    to.add_option("--by", by_, "How far: seconds (-1.5), 250ms, or a clock (-0:01:30); later if positive")
        ->type_name("TIME")
        ->required()
        ->check(check_time);
    some_cues(to);
  }

  void scaling(CLI::App& to) {
    auto* const rates =
        to.add_option("--fps", rates_, "Frames a second it was made for, and of the film it is for: 25 23.976")
            ->type_name("FROM TO")
            ->expected(2)
            ->check([](std::string const& typed) {
              return find_frame_rate(typed) ? "" : "'" + typed + "' is no frame rate (23.976, 25, 24000/1001)";
            });
    to.add_option("--factor", typed_.how.scale, "All times are multiplied by this")
        ->type_name("NUMBER")
        ->check([](std::string const& typed) {
          double value = 0;
          auto const* const end = typed.data() + typed.size();
          auto const read = std::from_chars(typed.data(), end, value);
          bool const right = read.ec == std::errc() && read.ptr == end && value >= 0.01 && value <= 100;
          return right ? "" : "'" + typed + "' is no factor from 0.01 to 100";
        })
        ->excludes(rates);
    some_cues(to);
  }

  void synchronizing(CLI::App& to) {
    to.add_option("--point", points_,
                  "Where a line is, and where it should be: 0:01:10=0:01:12.5; once shifts, twice stretches, too")
        ->allow_extra_args(false)
        ->type_name("IS=SHOULD")
        ->check([](std::string const& typed) { return point(typed) ? "" : "'" + typed + "' is no pair of times"; });
    to.add_option("--times-from", typed_.times_from, "A timed file of the same words, from which they take their times")
        ->type_name("FILE");
    to.add_option("--like", typed_.like, "Subtitles of the same film that are right, in any language")
        ->type_name("FILE");
    to.add_flag("--no-splits", no_splits_, "With --like: one shift for the whole film");
    to.add_option("--max-shift", most_, "With --like: no cue moves further than this [5:00]")
        ->type_name("TIME")
        ->check(check_time);
  }

  static std::string check_time(std::string const& typed) {
    return typed_time(typed) ? "" : "'" + typed + "' is no time (1.5, 250ms, 0:01:30)";
  }
  /// "0:01:10=0:01:12.5"
  static std::optional<std::pair<timestamp, timestamp>> point(std::string const& typed) {
    auto const sign = std::min(typed.find('='), typed.size());
    auto const is = typed_time(std::string_view(typed).substr(0, sign));
    auto const should = typed_time(std::string_view(typed).substr(std::min(sign + 1, typed.size())));
    if (!is || !should) return std::nullopt;
    return std::pair(timestamp{*is}, timestamp{*should});
  }

  retime_arguments& typed_;
  std::string by_;
  std::string after_;
  std::string before_;
  std::string most_;
  std::vector<std::string> rates_;
  std::vector<std::string> points_;
  bool no_splits_ = false;
};

} // namespace mondegreen::cli
