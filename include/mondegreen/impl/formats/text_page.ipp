#pragma once

#include <mondegreen/impl/formats/page.hpp>
#include <mondegreen/impl/formats/text_page.hpp>
#include <mondegreen/impl/formats/text_speakers.hpp>
#include <mondegreen/impl/grammar/speaker.hpp>
#include <mondegreen/impl/text/plain_key.hpp>
#include <mondegreen/impl/text/utf8.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

MONDEGREEN_INLINE bool looks_like_title(std::string_view line) {
  if (line.size() > 400 || count_code_points(line) > 200) return false;
  auto const last = line.find_last_not_of(" \t");
  return last != line.npos && std::string_view(".!?,;:").find(line[last]) == std::string_view::npos &&
         !line.ends_with("\xE2\x80\xA6");
}

class edge_finder {
public:
  edge_finder(std::string_view text, text_layout const& layout) : text_(text), layout_(layout) {}

  page_edges run() {
    find_front();
    page_edges found;
    found.front = front_;
    found.first = layout_.timed ? timed_start() : untimed_start();
    found.titled = !front_titled_ && has_title(found.first);
    found.end = find_end(found.first);
    return found;
  }

private:
  std::vector<text_line> const& lines() const noexcept { return layout_.lines; }
  std::string_view line(std::size_t i) const { return slice(text_, lines()[i].where); }
  page_line kind(std::size_t i) const { return classify_page_line(line(i)); }

  /// Lines between two `---` at the very top, as site generators have them.
  void find_front() {
    auto const rule = [&](std::size_t i) {
      auto const where = lines()[i].where;
      return slice(text_, trimmed(text_, where.offset, where.end())) == "---";
    };
    if (!rule(0)) return;
    constexpr std::size_t longest = 200;
    for (std::size_t i = 1; i < std::min(lines().size(), longest); ++i) {
      front_titled_ = front_titled_ || line(i).starts_with("title: ");
      if (!rule(i)) continue;
      front_ = i + 1;
      return;
    }
    front_titled_ = false;
  }

  /// The first clock; but where a heading "Transcription" stands further down and the clocks start again below it, what
  /// is above are the chapters of a description.
  std::size_t timed_start() const {
    auto const count = lines().size();
    auto const next_clock = [&](std::size_t i) {
      while (i < count && !lines()[i].clocked) ++i;
      return i;
    };
    auto const first = next_clock(front_);
    if (first == count) return count;
    constexpr std::size_t most_chapters = 100;
    for (std::size_t i = first + 1; i < std::min(count, first + most_chapters); ++i) {
      if (lines()[i].clocked || starts_small(line(i)) || kind(i) != page_line::transcript_top) continue;
      auto const below = next_clock(i);
      return below < count && lines()[below].start <= lines()[first].start ? below : first;
    }
    return first;
  }

  /// Without a clock: what stands above a heading "Transcription" near the top, or the leading chrome and the title.
  std::size_t untimed_start() const {
    auto const count = lines().size();
    constexpr std::size_t near_top = 12;
    for (std::size_t i = front_; i < std::min(count, front_ + near_top); ++i)
      if (kind(i) == page_line::transcript_top) return i + 1;
    std::size_t i = front_;
    bool category = false;
    bool title = false;
    for (; i < count; ++i) {
      auto const what = kind(i);
      if (what == page_line::text) {
        if (category && line(i).size() <= 60) {
          category = false;
        } else if (!title && !front_titled_ && is_title(i)) {
          title = true;
        } else {
          break;
        }
      }
      category = category || what == page_line::category_label;
    }
    return i;
  }

  /// Whether the first line of text above the transcript is its title: no sentence, and short if it stands alone.
  bool has_title(std::size_t end) const {
    std::string_view first;
    std::size_t texts = 0;
    for (std::size_t i = front_; i < end; ++i)
      if (kind(i) == page_line::text && ++texts == 1) first = line(i);
    return looks_like_title(first) && (texts >= 2 || first.size() <= 160 || !layout_.timed);
  }

  /// A line apart with no full stop, above a text of some length; of two that say the same, the one not in capitals.
  bool is_title(std::size_t i) const {
    if (i + 3 >= lines().size() || !looks_like_title(line(i))) return false;
    if (!bare_label(line(i)).empty()) return false;
    auto const label = read_label(line(i));
    if (label && shape_of_name(slice(line(i), label.name)).possible) return false;
    bool const apart = lines()[i + 1].after_blank || kind(i + 1) == page_line::shortcode;
    if (!apart) return false;
    return plain_key(line(i)) != (line(i + 1).size() <= 400 ? plain_key(line(i + 1)) : std::string());
  }

  /// One past the transcript's last line.
  std::size_t find_end(std::size_t first) const {
    auto const count = lines().size();
    if (first == count) return count;
    auto end = layout_.timed ? timed_end(first) : untimed_end(first);
    std::size_t const least = first + 1;
    while (end > least &&
           (!layout_.timed || lines()[end - 1].after_blank || end < count || kind(end - 1) == page_line::credit) &&
           !lines()[end - 1].clocked && is_trailing(kind(end - 1)))
      --end;
    if (layout_.timed) return end;
    // Without a clock, nothing says that the first line is speech.
    return end == least && is_trailing(kind(first)) ? first : end;
  }

  static bool is_trailing(page_line what) {
    return what != page_line::text && what != page_line::relative_date && what != page_line::date;
  }

  /// A heading such as "Recommandations" with no cue of this transcript below it: no clock, or the lengths of other
  /// videos, which go back or stand otherwise on their lines.
  std::size_t timed_end(std::size_t first) const {
    auto const count = lines().size();
    auto const with_text = [&](std::size_t i) { return lines()[i].text < lines()[i].where.end(); };
    // From below: whether the clocks from a line on rise, where the first of them stands, how many have text.
    std::size_t end = count;
    std::size_t next = count;
    std::size_t above = count - 1;
    std::size_t texts = 0, clocks = 0;
    bool rising = true;
    std::size_t texts_in_all = 0, clocks_in_all = 0;
    for (std::size_t i = first; i < count; ++i) {
      if (!lines()[i].clocked) continue;
      ++clocks_in_all;
      texts_in_all += with_text(i) ? 1 : 0;
    }
    for (std::size_t i = count; i-- > first + 1;) {
      auto const& at = lines()[i];
      if (at.clocked) {
        rising = rising && (next == count || at.start <= lines()[next].start);
        next = i;
        ++clocks;
        texts += with_text(i) ? 1 : 0;
        continue;
      }
      if (at.where.length > 120 || starts_small(line(i)) || kind(i) != page_line::transcript_end) continue;
      while (above > i || !lines()[above].clocked)
        --above; // never goes back up, so all headings together cost O(lines)
      bool const restarts = !rising || (next != count && lines()[next].start < lines()[above].start);
      bool const mostly_text = (texts_in_all - texts) * 2 > clocks_in_all - clocks;
      bool const otherwise = mostly_text ? texts == 0 : texts == clocks;
      if (next == count || (at.after_blank && (restarts || otherwise))) end = i;
    }
    return end;
  }

  /// A heading with nothing but short lines, links, below it.
  std::size_t untimed_end(std::size_t first) const {
    std::size_t i = lines().size();
    while (i > first && (line(i - 1).size() <= 120 && looks_like_title(line(i - 1)))) {
      --i;
      if (!starts_small(line(i)) && kind(i) == page_line::transcript_end) return i;
    }
    return lines().size();
  }

  static bool starts_small(std::string_view line) {
    auto const at = line.find_first_not_of(" \t");
    return at != line.npos && line[at] >= 'a' && line[at] <= 'z';
  }

  std::string_view text_;
  text_layout const& layout_;
  std::size_t front_ = 0;
  bool front_titled_ = false;
};

MONDEGREEN_INLINE page_edges find_page_edges(std::string_view text, text_layout const& layout) {
  return edge_finder(text, layout).run();
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
