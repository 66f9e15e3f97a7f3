#pragma once

#include <mondegreen/impl/layout/break_table.hpp>
#include <mondegreen/impl/text/lists.hpp>

#include <algorithm>
#include <charconv>
#include <map>
#include <memory>
#include <mutex>
#include <system_error>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

inline constexpr std::string_view unknown_language_breaks =
#include <mondegreen/impl/layout/none.breaks>
    ;

namespace break_tables {

inline constexpr std::array<std::string_view, stop_kinds> stops{"none", "comma",   "clause", "sentence",
                                                                "dash", "closing", "label"};
inline constexpr std::array<std::string_view, opening_kinds> openings{"none", "quote", "bracket", "dash"};
inline constexpr std::array<std::string_view, 4> shapes{"one-line", "top-line", "bottom-line", "difference"};

template <class Names> int index_of(Names const& names, std::string_view name) noexcept {
  auto const found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? -1 : static_cast<int>(found - names.begin());
}

/// Calls `with` for each line that says something, without its comment.
template <class Function> void for_each_line(std::string_view text, Function&& with) {
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size());
    auto one = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    one = one.substr(0, one.find('#'));
    while (!one.empty() && (one.back() == ' ' || one.back() == '\r')) one.remove_suffix(1);
    if (!one.empty()) with(one);
  }
}

} // namespace break_tables

/// A line of a table: "what names… numbers…".
struct break_table::line {
  std::string_view what{};
  std::vector<std::string_view> names{};
  std::vector<int> numbers{};

  explicit line(std::string_view text) {
    bool first = true;
    any_in_list(
        text,
        [&](std::string_view field) {
          int value = 0;
          auto const end = field.data() + field.size();
          auto const read = std::from_chars(field.data(), end, value);
          if (field.empty()) return false;
          if (std::exchange(first, false))
            what = field;
          else if (read.ec == std::errc{} && read.ptr == end)
            numbers.push_back(value);
          else
            names.push_back(field);
          return false;
        },
        ' ');
  }
};

MONDEGREEN_INLINE int break_table::class_of(std::string_view name) const noexcept {
  return break_tables::index_of(names_, name);
}

MONDEGREEN_INLINE std::uint16_t break_table::word_of(std::string_view word) {
  auto const known = entries_.find(word);
  if (known != entries_.end()) return known->second.word;
  if (words_.size() > 0xFFFF) return 0;
  auto const next = static_cast<std::uint16_t>(words_.size());
  words_.emplace_back(word);
  entries_.emplace(std::string(word), word_entry{next, look_up(word).kind});
  return next;
}

/// Classes, endings, phrases and abbreviations: everything that says which features there are.
MONDEGREEN_INLINE void break_table::read_words(std::string_view text) {
  auto words_behind = [](std::string_view one) {
    auto const colon = one.find(':');
    return colon == std::string_view::npos ? std::string_view{} : one.substr(colon + 1);
  };
  auto each_word = [](std::string_view list, auto&& with) {
    any_in_list(
        list,
        [&](std::string_view word) {
          if (!word.empty()) with(word);
          return false;
        },
        ' ');
  };
  // Classes first, so that a word of an ending's class can be listed in another one above or below.
  auto named = [&](std::string_view one, std::size_t keyword) {
    auto const name = one.substr(keyword, one.find(':') - keyword);
    auto kind = class_of(name);
    if (kind < 0 && names_.size() < 0x40) {
      kind = static_cast<int>(names_.size());
      names_.emplace_back(name);
    }
    if (kind < 0) ++broken_;
    return kind;
  };
  break_tables::for_each_line(text, [&](std::string_view one) {
    if (!one.starts_with("class ")) return;
    auto const kind = named(one, 6);
    if (kind < 0) return;
    each_word(words_behind(one), [&](std::string_view word) {
      if (entries_.contains(word) || words_.size() > 0xFFFF) return;
      entries_.emplace(std::string(word),
                       word_entry{static_cast<std::uint16_t>(words_.size()), static_cast<std::uint8_t>(kind)});
      words_.emplace_back(word);
    });
  });
  kana_ = static_cast<std::uint8_t>(std::max(class_of("kana"), int{other}));
  ideograph_ = static_cast<std::uint8_t>(std::max(class_of("ideograph"), int{other}));
  break_tables::for_each_line(text, [&](std::string_view one) {
    if (!one.starts_with("ending ")) return;
    auto const kind = named(one, 7);
    if (kind < 0) return;
    each_word(words_behind(one), [&](std::string_view ending) {
      endings_.emplace(std::string(ending), static_cast<std::uint8_t>(kind));
      longest_ending_ = std::max(longest_ending_, ending.size());
    });
  });
  open_.assign(names_.size(), false);
  break_tables::for_each_line(text, [&](std::string_view one) {
    if (one.starts_with("open ")) {
      each_word(one.substr(5), [&](std::string_view name) {
        auto const kind = class_of(name);
        if (kind < 0)
          ++broken_;
        else
          open_[static_cast<std::size_t>(kind)] = true;
      });
    } else if (one.starts_with("abbreviation")) {
      each_word(words_behind(one), [&](std::string_view word) { abbreviations_.emplace(std::string(word), true); });
    } else if (one.starts_with("hold ")) {
      line const head(one.substr(0, one.find(':')));
      if (head.numbers.size() != 1) {
        ++broken_;
        return;
      }
      any_in_list(words_behind(one), [&](std::string_view phrase) {
        std::uint16_t before = 0;
        each_word(phrase, [&](std::string_view word) {
          auto const now = word_of(word);
          if (before != 0 && now != 0) held_.emplace(std::uint32_t{before} << 16U | now, head.numbers[0]);
          before = now;
        });
        return false;
      });
    } else if (one.starts_with("word-")) {
      line const read(one);
      for (auto const word : read.names) word_of(word);
    }
  });
}

MONDEGREEN_INLINE void break_table::place_features() {
  feature next = 0;
  auto place = [&](feature& at, std::size_t count) {
    at = next;
    next += static_cast<feature>(count);
  };
  auto const classes = names_.size();
  place(stops_, 2 * stop_kinds);
  place(openings_, 2 * opening_kinds);
  place(after_, 2 * classes);
  place(before_, 2 * classes);
  place(pairs_, 2 * classes * classes);
  place(ahead_, 2 * classes * classes);
  place(word_after_, 2 * words_.size());
  place(word_before_, 2 * words_.size());
  place(shapes_, break_tables::shapes.size() * shape_bins);
  weights_.assign(next, 0);
}

/// "after determiner -90 -120"; one number stands for both. Returns false if it says nothing we know.
MONDEGREEN_INLINE bool break_table::read_weight(line const& from) {
  auto const shape = break_tables::index_of(break_tables::shapes, from.what);
  if (shape >= 0) {
    if (from.numbers.size() != shape_bins) return false;
    std::copy(from.numbers.begin(), from.numbers.end(),
              weights_.begin() + static_cast<std::ptrdiff_t>(one_line(static_cast<std::size_t>(shape) * shape_bins)));
    return true;
  }
  if (from.numbers.empty() || from.numbers.size() > 2) return false;
  auto set = [&](feature at) {
    weights_[at] += from.numbers.front();
    weights_[at + 1] += from.numbers.back();
  };
  bool all = !from.names.empty();
  if (from.what == "word-after" || from.what == "word-before") {
    for (auto const name : from.names) {
      auto const word = word_of(name); // `read_words` has made it
      if (word != 0) set(from.what == "word-after" ? after_word(word) : before_word(word));
    }
    return all;
  }
  auto kind = [&](std::string_view name) {
    auto const found = class_of(name);
    all = all && found >= 0;
    return static_cast<std::uint8_t>(std::max(found, 0));
  };
  if (from.what == "stop" || from.what == "opening") {
    for (auto const name : from.names) {
      auto const found = from.what == "stop" ? break_tables::index_of(break_tables::stops, name)
                                             : break_tables::index_of(break_tables::openings, name);
      all = all && found >= 0;
      if (found >= 0) set((from.what == "stop" ? stops_ : openings_) + 2 * static_cast<feature>(found));
    }
  } else if (from.what == "after" || from.what == "before") {
    for (auto const name : from.names) set(from.what == "after" ? after(kind(name)) : before(kind(name)));
  } else if ((from.what == "pair" || from.what == "ahead") && from.names.size() == 2) {
    auto const first = kind(from.names[0]);
    auto const second = kind(from.names[1]);
    set(from.what == "pair" ? between(first, second) : ahead(first, second));
  } else {
    return false;
  }
  return all;
}

MONDEGREEN_INLINE void break_table::read_weights(std::string_view text) {
  break_tables::for_each_line(text, [&](std::string_view one) {
    for (std::string_view const head : {"class ", "open ", "ending ", "hold ", "abbreviation"})
      if (one.starts_with(head)) return;
    if (!read_weight(line(one))) ++broken_;
  });
}

MONDEGREEN_INLINE break_table::break_table(std::string_view text) {
  read_words(text);
  place_features();
  read_weights(text);
}

MONDEGREEN_INLINE break_table const& break_table::of(language const& speech) {
  static std::mutex lock;
  static std::map<char const*, std::unique_ptr<break_table const>> tables; // by where the text stands
  auto const text = speech.breaks.empty() ? unknown_language_breaks : speech.breaks;
  std::lock_guard const held(lock);
  auto& mine = tables[text.data()];
  if (!mine) mine = std::make_unique<break_table const>(text);
  return *mine;
}

MONDEGREEN_INLINE word_entry break_table::look_up(std::string_view lower) const {
  if (auto const known = entries_.find(lower); known != entries_.end()) return known->second;
  if (lower.empty()) return {};
  for (auto length = std::min(longest_ending_, lower.size() - 1); length > 0; --length)
    if (auto const known = endings_.find(lower.substr(lower.size() - length)); known != endings_.end())
      return {0, known->second};
  return {};
}

MONDEGREEN_INLINE bool break_table::abbreviation(std::string_view lower) const {
  return abbreviations_.contains(lower);
}

MONDEGREEN_INLINE int break_table::hold(std::uint16_t left, std::uint16_t right) const noexcept {
  if (left == 0 || right == 0 || held_.empty()) return 0;
  auto const found = held_.find(std::uint32_t{left} << 16U | right);
  return found == held_.end() ? 0 : found->second;
}

MONDEGREEN_INLINE std::string break_table::name(feature which) const {
  auto const cue = [&](feature from) { return (which - from) % 2 == 0 ? std::string(" line") : std::string(" cue"); };
  auto const pair = [&](feature from) {
    auto const at = (which - from) / 2;
    return names_[at / kinds()] + " " + names_[at % kinds()] + cue(from);
  };
  if (which >= shapes_) {
    auto const at = which - shapes_;
    return std::string(break_tables::shapes[at / shape_bins]) + " " + std::to_string(at % shape_bins);
  }
  if (which >= word_before_) return "word-before " + words_[(which - word_before_) / 2] + cue(word_before_);
  if (which >= word_after_) return "word-after " + words_[(which - word_after_) / 2] + cue(word_after_);
  if (which >= ahead_) return "ahead " + pair(ahead_);
  if (which >= pairs_) return "pair " + pair(pairs_);
  if (which >= before_) return "before " + names_[(which - before_) / 2] + cue(before_);
  if (which >= after_) return "after " + names_[(which - after_) / 2] + cue(after_);
  if (which >= openings_)
    return "opening " + std::string(break_tables::openings[(which - openings_) / 2]) + cue(openings_);
  return "stop " + std::string(break_tables::stops[which / 2]) + cue(stops_);
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
