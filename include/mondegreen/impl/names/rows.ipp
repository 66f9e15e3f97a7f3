#pragma once

#include <mondegreen/impl/names/rows.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <unordered_set>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

MONDEGREEN_INLINE result<name_rows> name_rows::open(sections from, std::string const& shown) {
  name_rows made;
  made.forms_ = from.text(section::forms);
  made.rows_ = from.get<row>(section::rows);
  made.kinds_ = from.get<kind>(section::kinds);
  made.more_ = from.get<more>(section::more);
  made.words_ = from.text(section::words);
  made.files_ = from.text(section::files);
  made.file_rows_ = from.get<std::uint32_t>(section::file_rows);
  made.lines_ = from.get<line>(section::lines);
  made.memory_ = std::move(from);
  if (made.rows_.size() > std::numeric_limits<std::uint32_t>::max() / 4)
    return error{error_code::refused, fmt::format("{}: has more names than can be", shown)};
  return made;
}

MONDEGREEN_INLINE std::string_view name_rows::form(std::uint32_t at) const noexcept {
  if (at >= rows_.size()) return {};
  std::uint64_t const from = rows_[at].form;
  std::uint64_t const end = at + 1 < rows_.size() ? rows_[at + 1].form : forms_.size();
  return end < from ? std::string_view() : slice_of(forms_, from, end - from);
}

MONDEGREEN_INLINE std::string_view name_rows::only(std::uint32_t at, list which) const noexcept {
  for (auto const& each : more_of(at))
    if (each.which == which) return text(each);
  return {};
}

MONDEGREEN_INLINE std::string_view name_rows::type(std::uint32_t at) const noexcept {
  if (at >= rows_.size()) return {};
  auto const number = rows_[at].kind / 4U;
  if (number >= kinds_.size()) return only(at, list::type);
  return slice_of(words_, kinds_[number].type, kinds_[number].type_length);
}

MONDEGREEN_INLINE std::string_view name_rows::language(std::uint32_t at) const noexcept {
  if (at >= rows_.size()) return {};
  auto const number = rows_[at].kind / 4U;
  if (number >= kinds_.size()) return only(at, list::language);
  return slice_of(words_, kinds_[number].language, kinds_[number].language_length);
}

MONDEGREEN_INLINE name_policy name_rows::policy(std::uint32_t at) const noexcept {
  if (at >= rows_.size()) return name_policy::never;
  switch (rows_[at].kind % 4U) {
  case 0: return name_policy::automatic;
  case 1: return name_policy::review;
  default: return name_policy::never;
  }
}

MONDEGREEN_INLINE std::span<name_rows::more const> name_rows::more_of(std::uint32_t at) const noexcept {
  auto const before = [](more const& a, std::uint32_t b) { return a.name < b; };
  auto const first = std::lower_bound(more_.begin(), more_.end(), at, before);
  auto last = first;
  while (last != more_.end() && last->name == at) ++last;
  return {first, last};
}

MONDEGREEN_INLINE std::string_view name_rows::text(more const& of) const noexcept {
  return slice_of(words_, of.offset, of.length);
}

MONDEGREEN_INLINE name name_rows::operator[](std::uint32_t at) const {
  name out;
  if (at >= rows_.size()) return out;
  out.form = form(at);
  out.type = type(at);
  out.language = language(at);
  out.policy = policy(at);
  out.where = {rows_[at].where, rows_[at].length};
  for (auto const& each : more_of(at)) {
    auto* const to = each.which == list::heard_as      ? &out.heard_as
                     : each.which == list::context     ? &out.context
                     : each.which == list::not_context ? &out.not_context
                                                       : nullptr;
    if (to != nullptr) to->emplace_back(text(each));
  }
  return out;
}

MONDEGREEN_INLINE std::optional<name_rows::listing> name_rows::listed(std::uint32_t at) const noexcept {
  auto const line_before = [](line const& a, std::uint32_t b) { return a.name < b; };
  auto const found = std::lower_bound(lines_.begin(), lines_.end(), at, line_before);
  if (found == lines_.end() || found->name != at) return std::nullopt;
  auto const file = std::upper_bound(file_rows_.begin(), file_rows_.end(), at) - file_rows_.begin();
  auto rest = files_;
  for (std::ptrdiff_t i = 1; i < file; ++i) rest.remove_prefix(std::min(rest.find('\0'), rest.size() - 1) + 1);
  return listing{rest.substr(0, rest.find('\0')), found->number};
}

MONDEGREEN_INLINE name_home name_rows::home(std::uint32_t at) const {
  auto const file = std::upper_bound(file_rows_.begin(), file_rows_.end(), at) - file_rows_.begin();
  return file == 0 || static_cast<std::size_t>(file) > homes_.size() ? name_home()
                                                                     : homes_[static_cast<std::size_t>(file) - 1];
}

MONDEGREEN_INLINE void name_rows_builder::from(name_home home) {
  if (!homes_.empty() && homes_.back().second == home) return;
  if (!homes_.empty() && homes_.back().first == size()) homes_.pop_back();
  homes_.emplace_back(size(), std::move(home));
}

MONDEGREEN_INLINE bool name_rows_builder::add(name const& more) {
  auto const [number, fresh] = forms_.add(more.form);
  if (fresh)
    add_row(more);
  else
    add_lists(number, more);
  return !fresh;
}

MONDEGREEN_INLINE void name_rows_builder::add_unlooked(name const& fresh) {
  forms_.append(fresh.form);
  add_row(fresh);
}

MONDEGREEN_INLINE void name_rows_builder::add_row(name const& of) {
  auto const at = size();
  constexpr std::uint32_t most = std::numeric_limits<std::uint16_t>::max();
  rows_.push_back({static_cast<std::uint32_t>(forms_.text().size() - of.form.size()), of.where.offset,
                   static_cast<std::uint16_t>(std::min(of.where.length, most)), kind_of(of, at)});
  add_lists(at, of);
}

MONDEGREEN_INLINE std::uint16_t name_rows_builder::kind_of(name const& of, std::uint32_t at) {
  auto const policy = static_cast<std::uint16_t>(of.policy);
  std::string const both = of.type + '\0' + of.language;
  auto const known = known_kinds_.find(both);
  if (known != known_kinds_.end()) return static_cast<std::uint16_t>(known->second * 4 + policy);
  if (kinds_.size() == name_rows::too_many_kinds) {
    add_more(at, name_rows::list::type, of.type);
    add_more(at, name_rows::list::language, of.language);
    return static_cast<std::uint16_t>(name_rows::too_many_kinds * 4 + policy);
  }
  auto const put = [&](std::string const& text) {
    auto const offset = static_cast<std::uint32_t>(words_.size());
    words_ += text;
    return offset;
  };
  auto const number = static_cast<std::uint32_t>(kinds_.size());
  known_kinds_.emplace(both, number);
  kinds_.push_back({put(of.type), static_cast<std::uint32_t>(of.type.size()), put(of.language),
                    static_cast<std::uint32_t>(of.language.size())});
  return static_cast<std::uint16_t>(number * 4 + policy);
}

MONDEGREEN_INLINE void name_rows_builder::add_more(std::uint32_t at, name_rows::list which, std::string_view text) {
  more_.push_back({at, static_cast<std::uint32_t>(words_.size()), static_cast<std::uint32_t>(text.size()), which, 0});
  words_ += text;
}

MONDEGREEN_INLINE void name_rows_builder::add_lists(std::uint32_t at, name const& of) {
  for (auto const& each : of.heard_as) add_more(at, name_rows::list::heard_as, each);
  for (auto const& each : of.context) add_more(at, name_rows::list::context, each);
  for (auto const& each : of.not_context) add_more(at, name_rows::list::not_context, each);
}

/// Puts the lists in order and takes out what stands in one of them twice.
MONDEGREEN_INLINE void name_rows_builder::make_unique() {
  auto const key = [](name_rows::more const& m) { return std::pair(m.name, m.which); };
  std::stable_sort(more_.begin(), more_.end(), [&](auto const& a, auto const& b) { return key(a) < key(b); });
  std::unordered_set<std::string_view> seen;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < more_.size(); ++i) {
    if (i > 0 && key(more_[i]) != key(more_[i - 1])) {
      // To clear a set takes as long as it was ever large.
      constexpr std::size_t large = 256;
      if (seen.bucket_count() > large) seen = {};
      seen.clear();
    }
    if (seen.insert(std::string_view(words_).substr(more_[i].offset, more_[i].length)).second) more_[kept++] = more_[i];
  }
  more_.resize(kept);
}

MONDEGREEN_INLINE name_rows name_rows_builder::finish() {
  make_unique();
  std::string files;
  std::vector<std::uint32_t> file_rows;
  std::vector<name_rows::line> lines;
  for (auto const& [first, home] : homes_) {
    file_rows.push_back(first);
    if (home) files += home->name();
    files += '\0';
  }
  std::size_t file = 0;
  for (auto const& each : more_) {
    auto const at = each.name;
    if (each.which != name_rows::list::heard_as || (!lines.empty() && lines.back().name == at)) continue;
    while (file + 1 < homes_.size() && homes_[file + 1].first <= at) ++file;
    if (file < homes_.size() && homes_[file].first <= at && homes_[file].second)
      lines.push_back({at, homes_[file].second->locate(rows_[at].where).line});
  }
  sections_writer out;
  out.add(section::forms, std::string_view(forms_.text()));
  out.add(section::rows, rows_);
  out.add(section::kinds, kinds_);
  out.add(section::more, more_);
  out.add(section::words, std::string_view(words_));
  out.add(section::files, std::string_view(files));
  out.add(section::file_rows, file_rows);
  out.add(section::lines, lines);
  auto made = name_rows::open(out.finish(), "names");
  if (!made) return {};
  for (auto& each : homes_) made->homes_.push_back(std::move(each.second));
  return *std::move(made);
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
