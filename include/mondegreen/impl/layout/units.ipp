#pragma once

#include <mondegreen/impl/layout/units.hpp>
#include <mondegreen/impl/text/fold.hpp>
#include <mondegreen/impl/text/lists.hpp>
#include <mondegreen/impl/text/utf8.hpp>
#include <mondegreen/impl/text/width.hpp>

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl::units {

/// White space a line may end at: all but the no-break spaces.
constexpr bool breaking_space(char32_t c) noexcept {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x1680 || (c >= 0x2000 && c <= 0x200A && c != 0x2007) ||
         c == 0x2028 || c == 0x2029 || c == 0x205F || c == 0x3000;
}

/// Scripts in which a line may end without a space. Korean is not among them: its words have spaces.
constexpr bool breaks_inside(char32_t c) noexcept {
  return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF) || c == 0x200B ||
         (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) ||
         (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x20000 && c <= 0x3FFFF);
}

constexpr bool is_dash(char32_t c) noexcept { return c == '-' || (c >= 0x2012 && c <= 0x2015); }

constexpr bool opens(char32_t c) noexcept {
  return c == '(' || c == '[' || c == '{' || c == U'«' || c == U'“' || c == U'‘' || c == U'„' || c == U'‚' ||
         c == U'¿' || c == U'¡' || c == U'‹' || c == U'「' || c == U'『' || c == U'（';
}

constexpr bool closes(char32_t c) noexcept {
  return c == ')' || c == ']' || c == '}' || c == U'»' || c == U'”' || c == U'’' || c == U'›' || c == U'」' ||
         c == U'』' || c == U'）';
}

/// Straight quotes, which do not say which side they are on.
constexpr bool straight(char32_t c) noexcept { return c == '"' || c == '\''; }

constexpr bool no_break_space(char32_t c) noexcept { return c == 0xA0 || c == 0x202F || c == 0x2007 || c == 0x2060; }

constexpr stop stop_of(char32_t c) noexcept {
  switch (c) {
  case ',':
  case U'،':
  case U'、':
  case U'，': return stop::comma;
  case ';':
  case ':':
  case U'；':
  case U'：':
  case U'؛': return stop::clause;
  case '.':
  case '?':
  case '!':
  case U'…':
  case U'。':
  case U'？':
  case U'！':
  case U'؟':
  case U'।':
  case U'｡': return stop::sentence;
  default: return is_dash(c) ? stop::dash : stop::none;
  }
}

constexpr bool is_digit(char32_t c) noexcept { return c >= '0' && c <= '9'; }

/// A capital letter of the scripts that have them, as far as folding knows them.
constexpr bool is_capital(char32_t c) noexcept {
  return lower_latin(c) != c || (c >= 0x391 && c <= 0x3A9) || (c >= 0x400 && c <= 0x42F);
}

constexpr bool is_small(char32_t c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7) || (c >= 0x3AC && c <= 0x3CE) ||
         (c >= 0x430 && c <= 0x45F);
}

/// The iterators of ICU, made once a thread; null if ICU has no rules.
struct iterators {
  std::unique_ptr<icu::BreakIterator> lines{};
  std::unique_ptr<icu::BreakIterator> words{};

  static iterators& mine() {
    thread_local iterators all;
    if (!all.lines) {
      UErrorCode status = U_ZERO_ERROR;
      all.lines.reset(icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
      all.words.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    }
    return all;
  }
};

/// Places inside `text` where a line may end by UAX #14; `whole_words`: only where ICU's dictionaries see the end of a
/// word of a language without spaces.
template <class Function> void for_each_opportunity(std::string_view text, bool whole_words, Function&& with) {
  auto& by = iterators::mine();
  if (!by.lines || !by.words) return;
  UErrorCode status = U_ZERO_ERROR;
  UText view = UTEXT_INITIALIZER;
  utext_openUTF8(&view, text.data(), static_cast<std::int64_t>(text.size()), &status);
  by.lines->setText(&view, status);
  if (whole_words) by.words->setText(&view, status);
  if (U_SUCCESS(status))
    for (auto at = by.lines->next(); at != icu::BreakIterator::DONE; at = by.lines->next())
      if (static_cast<std::size_t>(at) < text.size() && (!whole_words || by.words->isBoundary(at)))
        with(static_cast<std::size_t>(at));
  utext_close(&view);
}

/// Reads the words of a text into units.
class reader {
public:
  reader(std::string_view text, language const& speech, break_table const& table, std::uint32_t limit,
         std::vector<unit>& into, bool begins)
      : text_(text), speech_(speech), table_(table), limit_(limit), units_(into), begins_(begins),
        sentence_begins_(begins) {}

  void read() {
    units_.clear();
    std::size_t at = 0;
    while (at < text_.size()) {
      auto const space = at;
      while (at < text_.size()) {
        auto const point = decode_at(text_, at);
        if (!breaking_space(point.value)) break;
        at += point.length;
      }
      if (!units_.empty() && at > space) units_.back().space = columns_between(space, at);
      if (at == text_.size()) break;
      auto const begin = at;
      bool inside = false;
      while (at < text_.size()) {
        // Words are mostly ASCII, and no ASCII character above the space is of interest here.
        auto const byte = static_cast<unsigned char>(text_[at]);
        if (byte > 0x20 && byte < 0x80) {
          ++at;
          continue;
        }
        auto const point = decode_at(text_, at);
        if (breaking_space(point.value)) break;
        inside = inside || breaks_inside(point.value);
        at += point.length;
      }
      add_chunk(begin, at, inside);
    }
    if (!units_.empty()) units_.back().space = 0;
    if (begins_) find_label();
  }

private:
  /// Words with capitals, numbers and brackets up to a colon say who speaks.
  void find_label() {
    constexpr std::size_t most_words = 5;
    for (std::size_t i = 0; i + 1 < units_.size() && i < most_words; ++i) {
      auto& each = units_[i];
      auto const head = decode_at(text_, each.begin).value;
      if (!is_capital(head) && !is_digit(head) && !opens(head)) return;
      if (each.after == stop::clause && text_[each.end - 1] == ':') each.after = stop::label;
      if (each.after != stop::none && each.after != stop::closing) return;
    }
  }

  std::uint32_t columns_between(std::size_t from, std::size_t to) const {
    return to - from == 1 ? 1 : std::max(columns(text_.substr(from, to - from)), std::uint32_t{1});
  }

  /// What stands between two spaces.
  void add_chunk(std::size_t begin, std::size_t end, bool inside) {
    auto const chunk = text_.substr(begin, end - begin);
    auto const wide = columns(chunk);
    if (!inside && wide <= limit_) {
      add(begin, end, wide);
      return;
    }
    std::vector<std::size_t> ends;
    for_each_opportunity(chunk, inside, [&](std::size_t at) { ends.push_back(begin + at); });
    ends.push_back(end);
    std::size_t from = begin;
    std::size_t known = begin; // the last place that still fits, for words with spaces around them
    for (auto const to : ends) {
      bool const last = to == end;
      if (inside) {
        add(from, to, columns(text_.substr(from, to - from)));
        if (!last) units_.back().space = 0;
        from = to;
        continue;
      }
      // As few parts as will do, each as long as fits.
      if (columns(text_.substr(from, to - from)) > limit_ && known > from) {
        add(from, known, columns(text_.substr(from, known - from)));
        units_.back().cut = true;
        from = known;
      }
      known = to;
      if (last) add(from, to, columns(text_.substr(from, to - from)));
    }
  }

  void add(std::size_t begin, std::size_t end, std::uint32_t wide) {
    unit made;
    made.begin = static_cast<std::uint32_t>(begin);
    made.end = static_cast<std::uint32_t>(end);
    made.columns = wide;
    // Every word starts out after a space; a sentence may begin it.
    auto from = begin;
    while (from < end) {
      auto const point = decode_at(text_, from);
      bool const dash = is_dash(point.value) && from == begin;
      if (!opens(point.value) && !straight(point.value) && !no_break_space(point.value) && !dash) break;
      if (made.before == opening::none)
        made.before = dash                                       ? opening::dash
                      : point.value == '(' || point.value == '[' ? opening::bracket
                      : no_break_space(point.value)              ? opening::none
                                                                 : opening::quote;
      from += point.length;
    }
    auto to = end;
    bool closed = false;
    bool full_stop = false;
    bool dots = false; // an ellipsis
    while (to > from) {
      auto const point = decode_before(text_, to);
      auto const found = stop_of(point.value);
      bool const close = closes(point.value) || straight(point.value);
      if (found == stop::none && !close && !no_break_space(point.value)) break;
      closed = closed || close;
      // The strongest of "…?", ".”" or "),": a sentence's end wins over what stands around it.
      if (found == stop::sentence || (found != stop::none && made.after == stop::none)) made.after = found;
      full_stop = point.value == '.';
      dots = dots || point.value == U'…';
      to -= point.length;
    }
    if (made.after == stop::none && closed) made.after = stop::closing;
    if (from == to) {
      add_lone_mark(made);
      return;
    }
    auto const head = decode_at(text_, from).value;
    // "etc. et", "vingt … les": a sentence does not begin with a small letter (UAX #29, SB8).
    if (sentence_begins_ && !units_.empty() && dots_ && units_.back().after == stop::sentence && is_small(head)) {
      units_.back().after = stop::clause;
      sentence_begins_ = false;
    }
    classify(made, text_.substr(from, to - from), full_stop);
    dots_ = full_stop || dots;
    if (waiting_ && !units_.empty()) { // an opening mark stands before it
      auto const& mark = units_.back();
      made.begin = mark.begin;
      made.columns += mark.columns + mark.space;
      made.before = mark.before;
      units_.pop_back();
    }
    waiting_ = false;
    sentence_begins_ = made.after == stop::sentence;
    units_.push_back(made);
  }

  /// A mark between spaces goes with its neighbour.
  void add_lone_mark(unit const& mark) {
    auto const first = decode_at(text_, mark.begin).value;
    bool const starts = units_.empty() || sentence_begins_ || waiting_;
    bool const leads = opens(first) || (is_dash(first) && starts) || (straight(first) && !open_) || units_.empty();
    if (straight(first)) open_ = !open_;
    if (leads) {
      units_.push_back(mark);
      units_.back().after = stop::none;
      waiting_ = true;
      return;
    }
    auto& word = units_.back();
    word.columns += word.space + mark.columns;
    word.space = 0;
    word.end = mark.end;
    if (mark.after == stop::sentence || mark.after != stop::closing || word.after == stop::none)
      word.after = mark.after;
    sentence_begins_ = word.after == stop::sentence;
    if (sentence_begins_) dots_ = first == '.' || first == U'…';
    waiting_ = false;
  }

  void classify(unit& made, std::string_view core, bool full_stop) {
    auto const head = decode_at(core, 0);
    lower_.clear();
    for (std::size_t i = 0; i < core.size();) {
      auto const byte = static_cast<unsigned char>(core[i]);
      if (byte < 0x80) {
        lower_ += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : static_cast<char>(byte);
        ++i;
        continue;
      }
      auto const point = decode_at(core, i);
      append_utf8(lower_, point.value == U'’' ? U'\'' : lower_latin(point.value));
      i += point.length;
    }
    std::string_view const word = lower_;
    made.first = made.last = table_.look_up(word);
    // Elisions are in no other list, and most words have no apostrophe.
    if (auto const mark = word.find('\''); made.first.word == 0 && mark != std::string_view::npos) {
      if (list_contains(speech_.elisions, word.substr(0, mark)) && mark + 1 < word.size()) {
        made.first = table_.look_up(word.substr(0, mark + 1));
        made.last = table_.look_up(word.substr(mark + 1));
        auto const real = core.size() - (word.size() - mark - 1); // both have the same bytes behind the apostrophe
        if (made.last.word == 0 && real < core.size() && is_capital(decode_at(core, real).value))
          made.last.kind = break_table::proper;
      }
    }
    bool const capital = is_capital(head.value);
    if (head.value >= 0x2E80 && breaks_inside(head.value)) {
      bool const kana = head.value >= 0x3041 && head.value <= 0x309F;
      made.first.kind = made.last.kind = kana ? table_.kana() : table_.ideograph();
      return;
    }
    if (is_digit(head.value) || (core.size() > 1 && is_digit(decode_before(core, core.size()).value) && !capital)) {
      made.first = made.last = {made.first.word, break_table::number};
    } else if (capital && !sentence_begins_ && (made.first.word == 0 || table_.open(made.first.kind))) {
      made.first.kind = made.last.kind = break_table::proper;
    }
    // "M.", "Dr.", "J." end no sentence.
    if (made.after == stop::sentence && full_stop) {
      bool const initial = capital && head.length == core.size();
      if (initial || table_.abbreviation(word)) {
        made.after = stop::none;
        if (initial && made.last.word == 0) made.last.kind = break_table::proper;
      }
    }
  }

  std::string_view text_;
  language const& speech_;
  break_table const& table_;
  std::uint32_t limit_;
  std::vector<unit>& units_;
  std::string lower_;
  bool begins_; ///< a sentence begins with the text
  bool sentence_begins_;
  bool dots_ = false;    ///< the last sentence ended with a full stop or an ellipsis
  bool waiting_ = false; ///< the last unit is an opening mark without its word
  bool open_ = false;    ///< a straight quote between spaces was opened
};

} // namespace impl::units

namespace impl {

MONDEGREEN_INLINE void find_units(std::string_view text, language const& speech, break_table const& table,
                                  std::uint32_t limit, std::vector<unit>& into, bool begins) {
  units::reader(text, speech, table, limit, into, begins).read();
}

} // namespace impl

} // namespace mondegreen::inline MONDEGREEN_ABI
