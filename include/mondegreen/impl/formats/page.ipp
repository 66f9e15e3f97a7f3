#pragma once

#include <mondegreen/impl/formats/page.hpp>
#include <mondegreen/impl/grammar/shortcode.hpp>
#include <mondegreen/impl/text/lists.hpp>
#include <mondegreen/impl/text/plain_key.hpp>
#include <mondegreen/impl/text/utf8.hpp>
#include <mondegreen/language.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// The chrome tables of all languages as keys, sorted.
struct page_tables {
  std::vector<std::string> tops, ends, category_labels, labels, navigation, relative_dates, credits;

  page_tables() {
    for (auto const* each : mondegreen::languages()) {
      add(tops, each->transcript_headings);
      add(ends, each->end_headings);
      add(labels, each->labels);
      add(category_labels, each->labels.substr(0, each->labels.find('|')));
      add(navigation, each->navigation);
      add(relative_dates, each->relative_dates);
      add(credits, each->transcript_credits);
    }
    for (auto* list : {&tops, &ends, &category_labels, &labels, &navigation, &relative_dates})
      std::sort(list->begin(), list->end());
  }

  static page_tables const& all() {
    static page_tables const tables;
    return tables;
  }

  static bool has(std::vector<std::string> const& list, std::string_view key) {
    return std::binary_search(list.begin(), list.end(), key, std::less<>{});
  }

private:
  static void add(std::vector<std::string>& list, std::string_view entries) {
    any_in_list(entries, [&](std::string_view entry) {
      list.push_back(plain_key(entry));
      return false;
    });
  }
};

/// True if the key is made of entries of the list and nothing else: copied menus run together
/// ("Passer au playerPasser au contenu principal").
inline bool only_entries(std::string_view key, std::vector<std::string> const& list) {
  while (!key.empty()) {
    std::size_t longest = 0;
    for (auto const& each : list)
      if (key.starts_with(each)) longest = std::max(longest, each.size());
    if (longest == 0) return false;
    key.remove_prefix(longest);
    if (key.starts_with(' ')) key.remove_prefix(1);
  }
  return true;
}

/// "il y a 2 ans": an opening from the tables and at most two words more, a number among them or a bullet before all;
/// without either it may be a title ("Il y a urgence").
inline bool is_relative_date(std::string_view key, bool bulleted, std::vector<std::string> const& openings) {
  if (key.size() > 32) return false;
  for (auto const& each : openings) {
    if (key == each) return bulleted || key.find(' ') == key.npos;
    if (!key.starts_with(each) || key[each.size()] != ' ') continue;
    auto const rest = key.substr(each.size() + 1);
    bool const short_enough = std::count(rest.begin(), rest.end(), ' ') <= 1;
    if (short_enough && (bulleted || rest.find_first_of("0123456789") != rest.npos)) return true;
  }
  // "2 years ago": the number first, the opening last.
  if (key.empty() || key[0] < '0' || key[0] > '9' || std::count(key.begin(), key.end(), ' ') > 2) return false;
  return std::any_of(openings.begin(), openings.end(), [&](std::string const& each) {
    return key.size() > each.size() && key.ends_with(each) && key[key.size() - each.size() - 1] == ' ';
  });
}

/// "19/06/2025", "2025-06-19".
inline bool is_date(std::string_view key) {
  std::size_t digits = 0;
  std::size_t groups = key.empty() ? 0 : 1;
  bool four = false;
  std::size_t run = 0;
  for (char const c : key) {
    if (c == ' ') {
      ++groups;
      run = 0;
    } else if (c >= '0' && c <= '9') {
      ++digits;
      four = four || ++run == 4;
    } else {
      return false;
    }
  }
  return groups == 3 && four && digits >= 6 && digits <= 8;
}

/// A few symbols; damage and control characters are none.
inline bool is_icon(std::string_view line) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < line.size(); ++count) {
    auto const point = decode_at(line, at);
    if (!point.valid || (point.value < 0x20 && point.value != '\t') || point.value == replacement_character)
      return false;
    at += point.length;
  }
  return count <= 8;
}

MONDEGREEN_INLINE page_line classify_page_line(std::string_view line) {
  if (line.size() > 120) return page_line::text;
  if (is_shortcode(line)) return page_line::shortcode;
  auto const key = plain_key(line);
  auto const& tables = page_tables::all();
  if (key.empty()) return is_icon(line) ? page_line::icon : page_line::text;
  auto const last = line.find_last_not_of(" \t");
  // A heading is no sentence.
  if (last != line.npos &&
      (line[last] == '.' || line[last] == '?' || line[last] == '!' || line[last] == ',' || line[last] == ';'))
    return page_line::text;
  auto const first = line.substr(line.find_first_not_of(" \t"));
  bool const bulleted = first.starts_with("- ") || first.starts_with("\xE2\x80\xA2") || first.starts_with("\xC2\xB7");
  bool const credit = std::any_of(tables.credits.begin(), tables.credits.end(), [&](std::string const& each) {
    return key != each && (key.starts_with(each + ' ') || key.ends_with(' ' + each));
  });
  if (credit) return page_line::credit;
  if (is_relative_date(key, bulleted, tables.relative_dates)) return page_line::relative_date;
  if (is_date(key)) return page_line::date;
  if (page_tables::has(tables.tops, key)) return page_line::transcript_top;
  if (page_tables::has(tables.ends, key)) return page_line::transcript_end;
  if (page_tables::has(tables.category_labels, key)) return page_line::category_label;
  if (page_tables::has(tables.labels, key)) return page_line::label;
  if (only_entries(key, tables.navigation)) return page_line::navigation;
  // "NewsTranscription": a category glued to the heading.
  for (auto const& each : tables.tops) {
    if (key.size() <= each.size() || key.size() > each.size() + 20 || !key.ends_with(each)) continue;
    if (key.find(' ') == key.npos) return page_line::transcript_top;
  }
  return page_line::text;
}

MONDEGREEN_INLINE std::string_view name_of(page_line kind) noexcept {
  switch (kind) {
  case page_line::text: return "a line of the page";
  case page_line::transcript_top: return "the heading above the transcript";
  case page_line::transcript_end: return "the heading below the transcript";
  case page_line::category_label: return "the label of the category";
  case page_line::label: return "a label of the page";
  case page_line::navigation: return "a navigation link";
  case page_line::relative_date: return "a date relative to the day of the copy";
  case page_line::date: return "a date";
  case page_line::icon: return "an icon";
  case page_line::credit: return "who made the transcript";
  case page_line::shortcode: return "a shortcode of the publishing system";
  }
  return "a line of the page";
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
