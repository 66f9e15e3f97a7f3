#pragma once

#include <mondegreen/impl/grammar/names_row.hpp>
#include <mondegreen/impl/names/file.hpp>
#include <mondegreen/impl/names/form_checks.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <unordered_map>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

enum class names_column : std::uint8_t {
  name,
  heard_as,
  type,
  lang,
  context,
  not_context,
  policy,
  note, ///< for people; not read
  unknown
};

inline constexpr std::array<std::string_view, 8> names_columns{"name",    "heard_as",    "type",   "lang",
                                                               "context", "not_context", "policy", "note"};

inline names_column column_of(std::string_view title) noexcept {
  auto const at = std::find(names_columns.begin(), names_columns.end(), title) - names_columns.begin();
  return static_cast<names_column>(at);
}

/// One pass over the lines of a names file.
class names_reader {
public:
  names_reader(std::string_view text, name_home const& home) : text_(text) { list_.from(home); }

  names_file read() {
    while (at_ < text_.size()) {
      auto const end = std::min(text_.find_first_of("\r\n", at_), text_.size());
      line(text_.substr(at_, end - at_));
      at_ = end + (text_.substr(end, 2) == "\r\n" ? 2 : 1);
    }
    out_.list = list_.finish();
    if (out_.list.empty())
      tell(code::names_empty, {0, 0}, "there is no name in it",
           "one name a line; after a colon what it is misheard as: Yann LeCun: Yann Lequin | Yann Le Quin");
    ambiguous();
    odd_forms();
    return std::move(out_);
  }

private:
  span in_file(span in_row) const { return {static_cast<std::uint32_t>(at_) + in_row.offset, in_row.length}; }

  void tell(code what, span where, std::string message, std::string hint = {}) {
    if (++told_ < most_told) {
      out_.diagnostics.push_back(make_diagnostic(what, where, std::move(message), std::move(hint)));
      return;
    }
    // The last one stands for all that follow.
    if (told_ == most_told) out_.diagnostics.push_back(make_diagnostic(what, where, {}, {}));
    out_.diagnostics.back().message = fmt::format("{} more rows are not as they should be", told_ - most_told + 1);
  }

  void line(std::string_view row) {
    auto const first = row.find_first_not_of(" \t");
    if (first == std::string_view::npos) return;
    // In a table a "#" that opens a line may well be a name's; there it is a comment only before the header.
    if (row[first] == '#' && columns_.empty()) return;
    if (!started_) {
      started_ = true;
      if (header(row)) return;
    }
    if (columns_.empty())
      plain(row);
    else
      table(row);
  }

  /// True if the row names the columns of a table.
  bool header(std::string_view row) {
    for (char const separator : {'\t', ',', ';'}) {
      std::vector<names_cell> cells;
      if (!read_table_row(row, separator, cells)) continue;
      if (std::none_of(cells.begin(), cells.end(), [](names_cell const& c) { return c.text == "name"; })) continue;
      separator_ = separator;
      for (auto const& each : cells) {
        auto const column = column_of(each.text);
        columns_.push_back(column);
        if (column == names_column::unknown && !each.text.empty())
          tell(code::names_column, in_file(each.where),
               fmt::format("no column is called '{}'; it is not read", each.text),
               "columns: name, heard_as, type, lang, context, not_context, policy, note");
      }
      return true;
    }
    if (row.find('\t') != std::string_view::npos)
      tell(code::names_header, in_file({0, static_cast<std::uint32_t>(row.size())}),
           "this looks like a table, but its first row has no column 'name'; it is read as plain names",
           "begin the file with a row of column names, at least: name");
    return false;
  }

  void plain(std::string_view row) {
    if (!read_names_row(row, cells_)) {
      tell(code::names_row, in_file({0, static_cast<std::uint32_t>(row.size())}),
           "no name before the colon; this row is not read",
           "write the right form first: Right form: misheard | misheard");
      return;
    }
    name fresh;
    fresh.form = cells_.front().text;
    for (std::size_t i = 1; i < cells_.size(); ++i)
      if (!cells_[i].text.empty()) fresh.heard_as.push_back(std::move(cells_[i].text));
    take(std::move(fresh), cells_.front().where, row);
  }

  void table(std::string_view row) {
    auto const whole = in_file({0, static_cast<std::uint32_t>(row.size())});
    if (!read_table_row(row, separator_, cells_)) {
      tell(code::names_row, whole, "a quote is never closed, or text follows it; this row is not read",
           "write a quote inside a quoted cell twice");
      return;
    }
    auto const beyond =
        std::find_if(cells_.begin() + static_cast<std::ptrdiff_t>(std::min(cells_.size(), columns_.size())),
                     cells_.end(), [](names_cell const& c) { return !c.text.empty(); });
    if (beyond != cells_.end()) {
      tell(code::names_row, in_file(beyond->where),
           fmt::format("this row has more cells than the header has columns ({}); it is not read", columns_.size()),
           "quote a cell that holds the separator");
      return;
    }
    name fresh;
    span form{};
    for (std::size_t i = 0; i < std::min(cells_.size(), columns_.size()); ++i) {
      auto& cell = cells_[i];
      switch (columns_[i]) {
      case names_column::name:
        fresh.form = std::move(cell.text);
        form = cell.where;
        break;
      case names_column::heard_as: fresh.heard_as = list(cell.text); break;
      case names_column::type: fresh.type = std::move(cell.text); break;
      case names_column::lang: fresh.language = std::move(cell.text); break;
      case names_column::context: fresh.context = list(cell.text); break;
      case names_column::not_context: fresh.not_context = list(cell.text); break;
      case names_column::policy: fresh.policy = policy(cell); break;
      case names_column::note:
      case names_column::unknown: break;
      }
    }
    if (fresh.form.empty()) {
      bool const blank = std::all_of(cells_.begin(), cells_.end(), [](names_cell const& c) { return c.where.empty(); });
      if (!blank) tell(code::names_row, whole, "this row has no name; it is not read");
      return;
    }
    take(std::move(fresh), form, row);
  }

  static std::vector<std::string> list(std::string_view cell) {
    std::vector<std::string> out;
    while (!cell.empty()) {
      auto const bar = std::min(cell.find('|'), cell.size());
      auto const one = cell.substr(0, bar);
      auto const first = one.find_first_not_of(" \t");
      if (first != std::string_view::npos) out.emplace_back(one.substr(first, one.find_last_not_of(" \t") + 1 - first));
      cell.remove_prefix(std::min(bar + 1, cell.size()));
    }
    return out;
  }

  name_policy policy(names_cell const& cell) {
    if (cell.text == "review") return name_policy::review;
    if (cell.text == "never") return name_policy::never;
    if (!cell.text.empty() && cell.text != "auto")
      tell(code::names_policy, in_file(cell.where), fmt::format("'{}' is no policy; taken as 'review'", cell.text),
           "auto, review or never");
    return cell.text.empty() || cell.text == "auto" ? name_policy::automatic : name_policy::review;
  }

  void take(name fresh, span form, std::string_view row) {
    bool controls = tidy_form(fresh.form);
    for (auto& each : fresh.heard_as) controls |= tidy_form(each);
    std::erase_if(fresh.heard_as, [](std::string const& each) { return each.empty(); });
    if (controls)
      tell(code::names_control, in_file({0, static_cast<std::uint32_t>(row.size())}),
           "control characters or invisible ones are left out of this name");
    if (fresh.form.empty()) {
      tell(code::names_row, in_file({0, static_cast<std::uint32_t>(row.size())}),
           "this row has no name; it is not read");
      return;
    }
    auto const too_long = [](std::string const& s) { return s.size() > longest_name; };
    if (too_long(fresh.form)) {
      tell(code::names_long, in_file(form),
           fmt::format("{} bytes are too long for a name; it is not read", fresh.form.size()));
      return;
    }
    if (std::erase_if(fresh.heard_as, too_long) != 0)
      tell(code::names_long, in_file({0, static_cast<std::uint32_t>(row.size())}),
           "a mishearing is too long and is not read");
    fresh.where = in_file({0, static_cast<std::uint32_t>(row.size())});
    if (list_.add(fresh))
      tell(code::names_duplicate, in_file(form),
           fmt::format("'{}' stands above already; the two rows are joined", fresh.form));
  }

  /// Tells of names that only case, accents or spaces tell apart, and once of those that cannot be read aloud.
  void odd_forms() {
    auto const& list = out_.list;
    for (auto const& [later, first] : similar_forms(list))
      tell(code::names_similar, list[later].where,
           fmt::format("'{}' is '{}' but for case, accents or spaces; a text that has neither gets a suggestion only",
                       list.form(later), list.form(first)));
    std::uint32_t silent = 0, example = 0;
    for (std::uint32_t i = 0; i < list.size(); ++i)
      if (!has_sound(list.form(i)) && silent++ == 0) example = i;
    if (silent > 0)
      tell(code::names_script, list[example].where,
           fmt::format("{} in a script that is not read aloud here, '{}' for one; found by letters, not by sound",
                       silent == 1 ? std::string("a name is") : fmt::format("{} names are", silent),
                       list.form(example)));
  }

  /// Tells of mishearings listed for two names: nothing can choose between them.
  void ambiguous() {
    auto const& list = out_.list;
    std::unordered_map<std::string_view, std::uint32_t> first;
    for (auto const& each : list.all_more()) {
      if (each.which != name_rows::list::heard_as) continue;
      auto const heard = list.text(each);
      auto const [at, fresh] = first.try_emplace(heard, each.name);
      if (!fresh && at->second != each.name)
        tell(
            code::names_ambiguous, list[each.name].where,
            fmt::format("'{}' is listed as misheard for '{}' too; it is only suggested", heard, list.form(at->second)));
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  names_file out_;
  name_rows_builder list_;
  std::size_t told_ = 0;
  std::vector<names_column> columns_;
  std::vector<names_cell> cells_;
  char separator_ = '\t';
  bool started_ = false;
};

MONDEGREEN_INLINE names_file read_names(std::string_view text, name_home const& home) {
  return names_reader(text, home).read();
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
