#pragma once

#include <mondegreen/ledger_file.hpp>
#include <mondegreen/timestamp.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl {

/// An edit as a line of the ledger has it, before its place is looked up.
struct ledger_line {
  std::size_t number = 0; ///< of the line, from 1
  std::string file;
  edit what;
};

class ledger_reader {
public:
  ledger_reader(source const& in, std::string_view name) : in_(in), name_(name) {}

  result<ledger> read(std::string_view lines) {
    for (std::size_t number = 1; !lines.empty(); ++number) {
      auto const end = std::min(lines.find('\n'), lines.size());
      auto const line = lines.substr(0, end);
      lines.remove_prefix(std::min(end + 1, lines.size()));
      if (line.find_first_not_of(" \t\r") == line.npos) continue;
      if (auto wrong = add(line, number)) return std::move(*wrong);
    }
    leave_out_other_files();
    std::stable_sort(read_.begin(), read_.end(), [](ledger_line const& a, ledger_line const& b) {
      return std::tie(a.what.at.line, a.what.at.column) < std::tie(b.what.at.line, b.what.at.column);
    });
    return placed();
  }

private:
  using json = nlohmann::json;

  error failed(std::size_t number, std::string const& what) const {
    return {error_code::bad_option, fmt::format("{}:{}: {}", name_, number, what)};
  }

  std::optional<error> add(std::string_view line, std::size_t number) {
    auto const object = json::parse(line, nullptr, false);
    if (!object.is_object()) return failed(number, "this is no edit: a JSON object is expected, as --edits writes it");
    auto const text = [&](char const* key) -> std::string const* {
      auto const found = object.find(key);
      return found == object.end() ? nullptr : found->get_ptr<json::string_t const*>();
    };
    auto const count = [&](char const* key) -> std::uint32_t {
      auto const found = object.find(key);
      if (found == object.end() || !found->is_number_unsigned()) return 0;
      return static_cast<std::uint32_t>(std::min<std::uint64_t>(found->get<std::uint64_t>(), UINT32_MAX));
    };
    ledger_line out;
    out.number = number;
    out.what.at = {count("line"), count("column")};
    if (out.what.at.line == 0 || out.what.at.column == 0)
      return failed(number, "\"line\" and \"column\" are wanted, numbers from 1");
    auto const* const before = text("before");
    auto const* const after = text("after");
    if (before == nullptr || after == nullptr) return failed(number, "\"before\" and \"after\" are wanted, texts");
    out.what.before = *before;
    out.what.after = *after;
    auto const* const status = text("status");
    if (status == nullptr) return failed(number, "\"status\" is wanted");
    if (auto const known = status_of(*status))
      out.what.status = *known;
    else
      return failed(number, fmt::format("\"status\" is applied, suggested, reported or rejected, not '{}'", *status));
    if (auto const* const rule = text("rule")) out.what.rule = *rule;
    if (auto const cue = object.find("cue"); cue != object.end() && cue->is_number_unsigned()) {
      auto const time = [&](char const* key) {
        auto const found = object.find(key);
        bool const given = found != object.end() && found->is_number_integer();
        return timestamp{std::clamp(given ? found->get<std::int64_t>() : 0, -max_ms, max_ms)};
      };
      out.what.cue = count("cue");
      out.what.when = {time("start_ms"), time("end_ms")};
    }
    if (auto const given = object.find("confidence"); given != object.end() && given->is_number())
      out.what.confidence = std::clamp(given->get<float>(), 0.0F, 1.0F);
    if (auto const why = object.find("evidence"); why != object.end() && why->is_array())
      for (auto const& each : *why)
        if (each.is_string()) out.what.evidence.push_back(each.get<std::string>());
    if (auto const* const file = text("file")) out.file = *file;
    read_.push_back(std::move(out));
    return {};
  }

  static std::optional<edit_status> status_of(std::string_view written) {
    for (auto const each : {edit_status::applied, edit_status::suggested, edit_status::reported, edit_status::rejected})
      if (written == to_string(each)) return each;
    return {};
  }

  /// The file may have been named from another folder.
  void leave_out_other_files() {
    auto const last = [](std::string_view path) { return path.substr(path.find_last_of('/') + 1); };
    auto const named = [&](ledger_line const& each) { return each.file.empty() || each.file == in_.name(); };
    bool const known = std::any_of(read_.begin(), read_.end(), named);
    std::erase_if(read_,
                  [&](ledger_line const& each) { return known ? !named(each) : last(each.file) != last(in_.name()); });
  }

  result<ledger> placed() {
    ledger out;
    std::uint32_t end = 0;
    ledger_line const* last = nullptr;
    for (auto& each : read_) {
      auto& what = each.what;
      auto const offset = offset_of(what.at);
      auto const there = in_.text().substr(std::min<std::size_t>(offset.value_or(0), in_.text().size()));
      if (!offset || !there.starts_with(what.before))
        return failed(each.number, fmt::format("{}:{}:{} does not read '{}': these are edits of another text, or it "
                                               "has changed since",
                                               in_.name(), what.at.line, what.at.column, what.before));
      what.where = {*offset, static_cast<std::uint32_t>(what.before.size())};
      if (what.status == edit_status::applied) {
        if (*offset < end)
          return failed(
              each.number,
              fmt::format("this edit changes words that the one in line {} changes: apply one of them", last->number));
        end = what.where.end();
        last = &each;
      }
      out.push_back(std::move(what));
    }
    return out;
  }

  /// Where a line and column are; asked in their order, so that a line is walked through once.
  std::optional<std::uint32_t> offset_of(position at) {
    if (at.line > in_.line_count()) return {};
    if (at.line != walked_.line) {
      line_ = in_.line(at.line);
      walked_ = {at.line, 1};
      reached_ = line_.offset;
    }
    auto const text = in_.text();
    while (walked_.column < at.column) {
      // The line end has places, too: what is put in or taken out there.
      if (reached_ >= text.size() || (reached_ > line_.offset && text[reached_ - 1] == '\n')) return {};
      ++reached_;
      while (reached_ < text.size() && (static_cast<unsigned char>(text[reached_]) & 0xC0U) == 0x80U) ++reached_;
      ++walked_.column;
    }
    return reached_;
  }

  source const& in_;
  std::string name_;
  std::vector<ledger_line> read_;
  position walked_{0, 0};
  span line_{};
  std::uint32_t reached_ = 0;
};

} // namespace impl

MONDEGREEN_INLINE result<ledger> read_ledger(std::string_view lines, source const& in, std::string_view name) {
  return impl::ledger_reader(in, name).read(lines);
}

MONDEGREEN_INLINE std::vector<edit const*> not_followed(std::span<edit const> reviewed, std::span<edit const> done) {
  std::vector<edit const*> made;
  for (auto const& each : done)
    if (each.status == edit_status::applied) made.push_back(&each);
  std::vector<edit const*> out;
  for (auto const& each : reviewed) {
    if (each.status != edit_status::applied && each.status != edit_status::rejected) continue;
    // Applied edits stand in order and never overlap.
    auto at = std::partition_point(made.begin(), made.end(),
                                   [&](edit const* e) { return e->where.end() < each.where.offset; });
    bool followed = each.status == edit_status::rejected;
    for (; at != made.end() && (*at)->where.offset <= each.where.end(); ++at) {
      bool const same = (*at)->where == each.where && (*at)->rule == each.rule;
      if (each.status == edit_status::applied)
        followed = followed || (same && (*at)->after == each.after);
      else if (same || ((*at)->where.offset < each.where.end() && each.where.offset < (*at)->where.end()))
        followed = false;
    }
    if (!followed) out.push_back(&each);
  }
  return out;
}

} // namespace mondegreen::inline MONDEGREEN_ABI
