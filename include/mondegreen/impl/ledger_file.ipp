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

/// "talk.txt" of "talks/talk.txt".
inline std::string_view last_part(std::string_view path) { return path.substr(path.find_last_of('/') + 1); }

inline std::optional<edit_status> status_called(std::string_view written) {
  for (auto const each : {edit_status::applied, edit_status::suggested, edit_status::reported, edit_status::rejected})
    if (written == to_string(each)) return each;
  return {};
}

/// The edit of a line, without its place, and the file it is of; or what is wrong with the line.
inline result<std::pair<edit, std::string>> edit_from_json(std::string_view line) {
  auto const said = [](std::string what) { return error{error_code::bad_option, std::move(what)}; };
  auto const object = nlohmann::json::parse(line, nullptr, false);
  if (!object.is_object()) return said("this is no edit: a JSON object is expected, as --edits writes it");
  auto const text = [&](char const* key) -> std::string const* {
    auto const found = object.find(key);
    return found == object.end() ? nullptr : found->get_ptr<nlohmann::json::string_t const*>();
  };
  auto const count = [&](char const* key) -> std::uint32_t {
    auto const found = object.find(key);
    if (found == object.end() || !found->is_number_unsigned()) return 0;
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(found->get<std::uint64_t>(), UINT32_MAX));
  };
  edit out;
  out.at = {count("line"), count("column")};
  if (out.at.line == 0 || out.at.column == 0) return said("\"line\" and \"column\" are wanted, numbers from 1");
  auto const* const before = text("before");
  auto const* const after = text("after");
  if (before == nullptr || after == nullptr) return said("\"before\" and \"after\" are wanted, texts");
  out.before = *before;
  out.after = *after;
  auto const* const status = text("status");
  if (status == nullptr) return said("\"status\" is wanted");
  if (auto const known = status_called(*status))
    out.status = *known;
  else
    return said(fmt::format("\"status\" is applied, suggested, reported or rejected, not '{}'", *status));
  if (auto const* const rule = text("rule")) out.rule = *rule;
  if (auto const cue = object.find("cue"); cue != object.end() && cue->is_number_unsigned()) {
    auto const time = [&](char const* key) {
      auto const found = object.find(key);
      bool const given = found != object.end() && found->is_number_integer();
      return timestamp{std::clamp(given ? found->get<std::int64_t>() : 0, -max_ms, max_ms)};
    };
    out.cue = count("cue");
    out.when = {time("start_ms"), time("end_ms")};
  }
  if (auto const given = object.find("confidence"); given != object.end() && given->is_number())
    out.confidence = std::clamp(given->get<float>(), 0.0F, 1.0F);
  if (auto const why = object.find("evidence"); why != object.end() && why->is_array())
    for (auto const& each : *why)
      if (each.is_string()) out.evidence.push_back(each.get<std::string>());
  auto const* const file = text("file");
  return std::pair(std::move(out), file != nullptr ? *file : std::string());
}

/// Finds lines and columns of a text, asked in their order, so that a line is walked through once.
class column_finder {
public:
  explicit column_finder(source const& in) : in_(in) {}

  std::optional<std::uint32_t> find(position at) {
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

private:
  source const& in_;
  position walked_{0, 0};
  span line_{};
  std::uint32_t reached_ = 0;
};

} // namespace impl

MONDEGREEN_INLINE error ledger_file::failed(std::size_t number, std::string const& what) const {
  return {error_code::bad_option, fmt::format("{}:{}: {}", name_, number, what)};
}

MONDEGREEN_INLINE result<ledger_file> ledger_file::parse(std::string_view lines, std::string_view name) {
  ledger_file out;
  out.name_ = name;
  for (std::size_t number = 1; !lines.empty(); ++number) {
    auto const end = std::min(lines.find('\n'), lines.size());
    auto const text = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (text.find_first_not_of(" \t\r") == text.npos) continue;
    auto read = impl::edit_from_json(text);
    if (!read) return out.failed(number, read.failure().message);
    out.lines_.push_back({number, std::move(read->second), std::move(read->first)});
  }
  std::stable_sort(out.lines_.begin(), out.lines_.end(), [](line const& a, line const& b) {
    return std::pair(impl::last_part(a.file), std::string_view(a.file)) <
           std::pair(impl::last_part(b.file), std::string_view(b.file));
  });
  return out;
}

MONDEGREEN_INLINE std::vector<ledger_file::line const*> ledger_file::lines_of(std::string_view file) const {
  std::vector<line const*> own, alike;
  auto const add = [&](std::string_view last, auto&& to_list) {
    auto each = std::partition_point(lines_.begin(), lines_.end(),
                                     [&](line const& l) { return impl::last_part(l.file) < last; });
    for (; each != lines_.end() && impl::last_part(each->file) == last; ++each) to_list(*each);
  };
  add(impl::last_part(file), [&](line const& each) { (each.file == file ? own : alike).push_back(&each); });
  if (own.empty()) own = std::move(alike);
  if (!file.empty())
    add({}, [&](line const& each) {
      if (each.file.empty()) own.push_back(&each);
    });
  return own;
}

MONDEGREEN_INLINE result<ledger> ledger_file::edits_of(source const& in) const {
  auto chosen = lines_of(in.name());
  std::stable_sort(chosen.begin(), chosen.end(), [](line const* a, line const* b) {
    return std::tie(a->what.at.line, a->what.at.column) < std::tie(b->what.at.line, b->what.at.column);
  });
  impl::column_finder places(in);
  ledger out;
  std::uint32_t end = 0;
  line const* last = nullptr;
  for (auto const* const each : chosen) {
    auto what = each->what;
    auto const offset = places.find(what.at);
    if (!offset || !in.text().substr(*offset).starts_with(what.before))
      return failed(each->number, fmt::format("{}:{}:{} does not read '{}': these are edits of another text, or it "
                                              "has changed since",
                                              in.name(), what.at.line, what.at.column, what.before));
    what.where = {*offset, static_cast<std::uint32_t>(what.before.size())};
    if (what.status == edit_status::applied) {
      if (*offset < end)
        return failed(each->number, fmt::format("this edit changes words that the one in line {} changes: apply one "
                                                "of them",
                                                last->number));
      end = what.where.end();
      last = each;
    }
    out.push_back(std::move(what));
  }
  return out;
}

MONDEGREEN_INLINE result<ledger> read_ledger(std::string_view lines, source const& in, std::string_view name) {
  auto const file = ledger_file::parse(lines, name);
  if (!file) return file.failure();
  return file->edits_of(in);
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
