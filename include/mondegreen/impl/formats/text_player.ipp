#pragma once

#include <mondegreen/impl/formats/text_player.hpp>
#include <mondegreen/impl/grammar/speaker.hpp>
#include <mondegreen/impl/text/fold.hpp>
#include <mondegreen/impl/text/lists.hpp>
#include <mondegreen/language.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

MONDEGREEN_INLINE bool says_time(std::string_view line, timestamp when) {
  if (line.size() > 60 || line.empty() || line[0] < '0' || line[0] > '9') return false;
  std::vector<std::int64_t> numbers;
  std::size_t words = 0;
  for (std::size_t at = 0; at < line.size();) {
    char const c = line[at];
    if (c >= '0' && c <= '9') {
      std::int64_t value = 0;
      for (; at < line.size() && line[at] >= '0' && line[at] <= '9' && value < 1'000'000; ++at)
        value = value * 10 + (line[at] - '0');
      numbers.push_back(value);
      continue;
    }
    auto const point = decode_at(line, at);
    bool const letter = is_plain_letter(point.value);
    if (!letter && c != ' ' && c != ',' && point.value != 0xA0 && point.value != 0x202F) return false;
    bool const first = letter && (at == 0 || !is_plain_letter(decode_before(line, at).value));
    words += first ? 1 : 0;
    at += point.length;
  }
  auto const seconds = when.ms / 1000;
  std::vector<std::int64_t> fields;
  for (auto const each : {seconds / 3600, seconds / 60 % 60, seconds % 60})
    if (each != 0) fields.push_back(each);
  if (fields.empty()) fields.push_back(0);
  // A unit for each number, and an "and" between two.
  return numbers == fields && words >= numbers.size() && words < numbers.size() * 2;
}

MONDEGREEN_INLINE bool is_chapter(std::string_view line) {
  if (line.size() > 120) return false;
  std::string head;
  append_lower_latin(head, line.substr(0, 24));
  return std::any_of(mondegreen::languages().begin(), mondegreen::languages().end(), [&](language const* each) {
    return any_in_list(each->chapter_words, [&](std::string_view word) {
      return head.starts_with(word) && head.size() > word.size() + 1 && head[word.size()] == ' ' &&
             head[word.size() + 1] >= '0' && head[word.size() + 1] <= '9';
    });
  });
}

MONDEGREEN_INLINE chat_sender read_sender(std::string_view head) {
  head = head.substr(0, 120);
  if (!head.starts_with("From ")) return {};
  auto const begin = head.find_first_not_of(" \t", 5);
  auto const colon = begin == head.npos ? head.npos : head.find(':', begin);
  if (colon == head.npos) return {};
  auto end = std::min(head.find(" to ", begin), colon);
  while (end > begin && (head[end - 1] == ' ' || head[end - 1] == '\t')) --end;
  if (end == begin) return {};
  return {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)},
          static_cast<std::uint32_t>(colon + 1)};
}

MONDEGREEN_INLINE player_habits find_habits(std::string_view text, text_layout const& layout, std::size_t first,
                                            std::size_t end) {
  std::size_t alone = 0, in_words = 0, with_text = 0, senders = 0;
  auto const& lines = layout.lines;
  for (auto i = first; i < end; ++i) {
    if (!lines[i].clocked) continue;
    auto const own = trimmed(text, lines[i].text, lines[i].where.end());
    if (!own.empty()) {
      ++with_text;
      senders += read_sender(slice(text, own)) ? 1 : 0;
    } else if (i + 1 < end && !lines[i + 1].clocked) {
      ++alone;
      in_words += says_time(slice(text, lines[i + 1].where), lines[i].start) ? 1 : 0;
    }
  }
  return {in_words >= 2 && in_words * 10 >= alone * 9, senders >= 2 && senders * 2 >= with_text};
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
