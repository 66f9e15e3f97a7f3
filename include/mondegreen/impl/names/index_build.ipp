#pragma once

#include <mondegreen/impl/names/index_build.hpp>
#include <mondegreen/impl/names/letters.hpp>
#include <mondegreen/impl/names/persons.hpp>
#include <mondegreen/impl/phonetics/inventory.hpp>
#include <mondegreen/language.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <limits>
#include <map>
#include <mutex>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// One pass over the names.
class name_arrays_builder {
public:
  name_arrays_builder(name_rows const& rows, std::string_view language)
      : rows_(rows), language_(language), ordinary_(lexicon::of(language)) {}

  sections build() {
    for (std::uint32_t at = 0; at < rows_.size(); ++at) add_name(at);
    spoken_begin_.push_back(static_cast<std::uint32_t>(spoken_.size()));
    for (auto const& [at, word] : turned_) add_turned(at, word);
    return lay_out();
  }

private:
  /// Some of the words of the form at hand.
  struct run {
    std::size_t first;
    std::size_t count;
  };

  /// Takes a form apart.
  void read(std::string_view form) {
    words_.clear();
    tokenize(form, words_);
    letters_.clear();
    letters_end_.assign(1, 0);
    for (auto const& each : words_) {
      append_letters(letters_, each.text);
      letters_end_.push_back(letters_.size());
    }
  }

  std::string_view letters_of_run(run of) const {
    auto const begin = letters_end_[of.first];
    return std::string_view(letters_).substr(begin, letters_end_[of.first + of.count] - begin);
  }

  void add_name(std::uint32_t at) {
    auto const form = rows_.form(at);
    read(form);
    auto const begin = static_cast<std::uint32_t>(spoken_.size());
    spoken_begin_.push_back(begin);
    persons_.push_back({name_entry::none, name_entry::none});
    run const all{0, words_.size()};
    auto const set = set_of(all);
    // What is too long for a word has letters all the same.
    if (form.size() <= longest_word)
      add_letters(at, set, letters_, all.count);
    else
      add_letters(at, set, letters_of(form), all.count);
    auto const spoken = speak(rows_.language(at));
    add_sounds(at, set, begin, spoken, rows_.language(at).empty() ? 0 : spoken);
    add_anchors(at, all);
    if (all.count > 1) {
      auto const [given, surname] = person_parts(form, rows_.type(at), words_, ordinary_);
      bool const apart = form.size() <= longest_name;
      if (!surname.empty()) {
        persons_.back().surname = apart ? add_part_of_person(at, name_part::surname, surname) : another(at, surname);
        persons_.back().given =
            apart && given.size() >= 3 ? add_part_of_person(at, name_part::given, given) : another(at, given);
      }
      for (std::size_t i = 0; i < words_.size(); ++i)
        if (turns(words_[i].text)) turned_.emplace_back(at, static_cast<std::uint32_t>(i));
    }
    add_lists(at, set);
  }

  /// What a name is misheard as, and what makes it likely.
  void add_lists(std::uint32_t at, std::size_t set) {
    constexpr std::uint32_t most = std::numeric_limits<std::uint16_t>::max();
    std::uint32_t heard = 0;
    for (auto const& each : rows_.more_of(at)) {
      auto const text = rows_.text(each);
      if (each.which == name_rows::list::heard_as && heard <= most) {
        read(text);
        add_part(at, name_part::listed, {0, 0, static_cast<std::uint16_t>(heard++), 0, 0});
        add_letters(last(), set, letters_of(text), words_.size());
      }
      if (each.which != name_rows::list::context && each.which != name_rows::list::not_context) continue;
      bool const likely = each.which == name_rows::list::context;
      if (auto const letters = letters_of(text); !letters.empty())
        hints_.emplace_back(key_hash(letters).mixed(), at * 2 + (likely ? 1 : 0));
    }
  }

  /// A part that is none by itself may be one of somebody else's name: told when all are known.
  std::uint32_t another(std::uint32_t at, std::string_view form) {
    others_.emplace_back(at, form);
    return name_entry::none;
  }

  /// Returns its number among them.
  std::uint32_t add_part_of_person(std::uint32_t at, name_part part, std::string_view form) {
    constexpr std::uint8_t most_bearers = 32;
    auto const [number, fresh] = known_parts_.add(form);
    if (fresh) {
      auto const first = static_cast<std::size_t>(form.data() - rows_.form(at).data());
      auto const end = first + form.size();
      auto const before = [&](std::size_t byte) {
        auto const behind = [&](token const& t) { return t.where.offset >= byte; };
        return static_cast<std::size_t>(std::find_if(words_.begin(), words_.end(), behind) - words_.begin());
      };
      run const mine{before(first), before(end) - before(first)};
      auto const spoken = spoken_begin_[at] + static_cast<std::uint32_t>(mine.first);
      auto const between = rows_.language(at).empty() ? std::size_t{0} : words_.size();
      long_parts_ = long_parts_ || form.size() > longest_word;
      part_of_known_.push_back(static_cast<std::uint32_t>(parts_.size()));
      bearers_of_known_.push_back(0);
      add_part(at, part,
               {0, spoken, static_cast<std::uint16_t>(first | (end - 1) << 8U), static_cast<std::uint8_t>(mine.count),
                static_cast<std::uint8_t>(between)});
      auto const set = set_of(mine);
      add_letters(last(), set, letters_of_run(mine), mine.count);
      add_sounds(last(), set, spoken, mine.count, between);
      add_anchors(last(), mine);
    }
    if (bearers_of_known_[number] == most_bearers) return number;
    ++bearers_of_known_[number];
    bearers_.emplace_back(part_of_known_[number], at);
    return number;
  }

  /// Numbers of parts become entries: those that are found by their letters.
  void number_persons(near_keys::arrays const& letters, near_keys::arrays const& letters_low) {
    for (auto const& [at, form] : others_) {
      auto const number = known_parts_.find(form);
      if (!number) continue;
      auto& mine = persons_[at];
      (form.data() == rows_.form(at).data() ? mine.given : mine.surname) = *number;
    }
    auto entries = part_of_known_;
    for (auto& each : entries) each += rows_.size();
    // Of very many forms with the same letters some are not found, nor is what is too long for a word.
    if (by_letters_[0].crowded() || by_letters_[1].crowded() || long_parts_) {
      std::array const near{near_keys(shortest_edited_spelling, letters),
                            near_keys(shortest_edited_spelling, letters_low)};
      for (std::uint32_t number = 0; number < entries.size(); ++number) {
        auto const mine = entries[number];
        auto const hash = key_hash(letters_of(known_parts_[number])).mixed();
        bool found = false;
        for (auto const& each : near)
          each.find_whole(hash, [&](std::uint32_t entry) { found = found || entry == mine; });
        if (!found) entries[number] = name_entry::none;
      }
    }
    for (auto& each : persons_)
      for (auto* part : {&each.given, &each.surname})
        if (*part != name_entry::none) *part = entries[*part];
  }

  void add_turned(std::uint32_t at, std::uint32_t word) {
    auto const heard = turned(rows_.form(at), word);
    read(rows_.form(at));
    auto const set = set_of({0, words_.size()});
    read(heard);
    run const all{0, words_.size()};
    auto const begin = static_cast<std::uint32_t>(spoken_.size());
    auto const origin = rows_.language(at);
    auto const spoken = speak(origin);
    add_part(at, name_part::turned,
             {0, begin, static_cast<std::uint16_t>(word), static_cast<std::uint8_t>(spoken),
              static_cast<std::uint8_t>(origin.empty() ? 0 : spoken)});
    add_letters(last(), set, letters_of(heard), all.count);
    add_sounds(last(), set, begin, spoken, origin.empty() ? 0 : spoken);
    add_anchors(last(), all);
  }

  void add_part(std::uint32_t at, name_part part, name_arrays::part fresh) {
    fresh.name_part = at * 8 + static_cast<std::uint32_t>(part);
    parts_.push_back(fresh);
  }

  /// The entry of the part that was added last.
  std::uint32_t last() const { return rows_.size() + static_cast<std::uint32_t>(parts_.size()) - 1; }

  std::size_t set_of(run of) const {
    return of.count > 0 && kind_of(decode_at(words_[of.first].text, 0).value).lower ? 1 : 0;
  }

  void add_letters(std::uint32_t entry, std::size_t set, std::string_view letters, std::size_t words) {
    most_words_ = std::min(std::max(most_words_, static_cast<std::uint32_t>(words)), longest_window);
    most_letters_ = std::max(most_letters_, static_cast<std::uint32_t>(letters.size()));
    by_letters_[set].add(letters, entry);
  }

  /// Appends the words of the form to `spoken_`, as the language reads them and then as their own does. How many.
  std::uint32_t speak(std::string_view origin) {
    constexpr std::size_t most = 127; // in 256 bytes there are no more
    auto const count = std::min(words_.size(), most);
    for (std::size_t i = 0; i < count; ++i) spoken_.push_back(word_number(words_[i].text, language_, true));
    for (std::size_t i = 0; i < count && !origin.empty(); ++i)
      spoken_.push_back(word_number(words_[i].text, origin, false));
    return static_cast<std::uint32_t>(count);
  }

  std::uint32_t word_number(std::string_view word, std::string_view speech, bool own) {
    key_.assign(word);
    if (!own) (key_ += '\n') += speech;
    auto const [number, fresh] = numbers_.add(key_);
    if (fresh) {
      sounds_begin_.push_back(static_cast<std::uint32_t>(sounds_.size()));
      std::size_t taken = 0;
      for (auto const& each : readings(word, speech)) {
        if (taken++ == most_readings) break;
        (sounds_ += each) += '\0';
      }
    }
    return number;
  }

  std::string_view reading(std::uint32_t word, std::size_t which, bool& has) const {
    auto const begin = sounds_begin_[word];
    auto const end =
        word + std::size_t{1} < sounds_begin_.size() ? sounds_begin_[word + std::size_t{1}] : sounds_.size();
    auto all = std::string_view(sounds_).substr(begin, end - begin);
    if (all.empty()) return all;
    all.remove_suffix(1);
    has = has || which == 0;
    for (std::size_t skip = 0; skip < which; ++skip) {
      auto const zero = all.find('\0');
      if (zero == std::string_view::npos) break;
      has = has || skip + 1 == which;
      all.remove_prefix(zero + 1);
    }
    return all.substr(0, all.find('\0'));
  }

  void add_sounds(std::uint32_t entry, std::size_t set, std::uint32_t begin, std::size_t count, std::size_t between) {
    std::size_t made = 0;
    for (auto const from : {std::size_t{begin}, begin + between}) {
      if (from == begin && made > 0) break;
      for (std::size_t n = 0; n < most_readings; ++n) {
        auto& key = made_[made];
        key.clear();
        bool has = false;
        for (std::size_t i = 0; i < count; ++i)
          for (char const each : reading(spoken_[from + i], n, has))
            for (char const c : about(to_phone(each)).coarse)
              if (key.empty() || key.back() != c) key += c;
        if (!has) break;
        auto const known = made_.begin() + static_cast<std::ptrdiff_t>(made);
        if (!key.empty() && std::find(made_.begin(), known, key) == known) ++made;
      }
    }
    for (std::size_t i = 0; i < made; ++i) by_sound_[set].add(made_[i], entry);
  }

  void add_anchors(std::uint32_t entry, run of) {
    if (of.count < 2) return;
    for (std::size_t i = 0; i < std::min<std::size_t>(of.count, std::numeric_limits<std::uint8_t>::max()); ++i)
      if (auto const letters = letters_of_run({of.first + i, 1}); letters.size() > 2)
        anchors_.emplace_back(key_hash(letters).mixed(), std::uint64_t{entry} << 8U | i);
  }

  sections lay_out() {
    sections_writer out;
    std::vector<std::uint32_t> const figures{most_words_, most_letters_};
    auto const print = print_of_rules(language_);
    out.add(section::language, language_);
    out.add(section::figures, figures);
    out.add(section::rules_print, std::span(&print, 1));
    sounds_begin_.push_back(static_cast<std::uint32_t>(sounds_.size()));
    out.add(section::spoken_begin, spoken_begin_);
    out.add(section::spoken, spoken_);
    out.add(section::sounds_begin, sounds_begin_);
    out.add(section::sounds, std::string_view(sounds_));
    out.add(section::parts, parts_);
    numbers_ = {};

    // Bearers by part, in the order of the names.
    std::vector<std::uint32_t> bearers_begin(parts_.size() + 1, 0);
    for (auto const& each : bearers_) ++bearers_begin[each.first + std::size_t{1}];
    for (std::size_t i = 1; i < bearers_begin.size(); ++i) bearers_begin[i] += bearers_begin[i - 1];
    std::vector<std::uint32_t> bearers(bearers_.size());
    auto next = bearers_begin;
    for (auto const& [part, person] : bearers_) bearers[next[part]++] = person;
    bearers_ = {};
    out.add(section::bearers_begin, bearers_begin);
    out.add(section::bearers, bearers);

    std::sort(anchors_.begin(), anchors_.end());
    std::vector<std::pair<std::uint64_t, std::uint32_t>> anchored;
    std::vector<std::uint8_t> anchor_words;
    for (std::size_t i = 0, end = 0; i < anchors_.size(); i = end) {
      while (end < anchors_.size() && anchors_[end].first == anchors_[i].first) ++end;
      for (auto each = i; each < end && end - i <= most_anchored; ++each) {
        anchored.emplace_back(anchors_[each].first, static_cast<std::uint32_t>(anchors_[each].second >> 8U));
        anchor_words.push_back(static_cast<std::uint8_t>(anchors_[each].second));
      }
    }
    anchors_ = {};
    auto const anchors = hash_table::make(anchored);
    anchored = {};
    out.add(section::anchor_buckets, anchors.buckets);
    out.add(section::anchor_entries, anchors.entries);
    out.add(section::anchor_marks, anchors.marks);
    out.add(section::anchor_words, anchor_words);

    std::stable_sort(hints_.begin(), hints_.end(), [](auto const& a, auto const& b) { return a.first < b.first; });
    std::vector<std::uint64_t> hint_hashes;
    std::vector<std::uint32_t> hints;
    for (auto const& [hash, hint] : hints_) {
      hint_hashes.push_back(hash);
      hints.push_back(hint);
    }
    out.add(section::hint_hashes, hint_hashes);
    out.add(section::hints, hints);

    std::array<near_keys::arrays, 4> const near{by_sound_[0].build(), by_letters_[0].build(), by_sound_[1].build(),
                                                by_letters_[1].build()};
    number_persons(near[1], near[3]);
    out.add(section::persons, persons_);
    for (std::size_t i = 0; i < near.size(); ++i) {
      auto const at = [&](std::uint16_t which) {
        return static_cast<section>(static_cast<std::size_t>(section::near_keys) + i * 8 + which);
      };
      out.add(at(0), near[i].table.buckets);
      out.add(at(1), near[i].table.entries);
      out.add(at(2), near[i].table.marks);
      out.add(at(3), near[i].whole);
      out.add(at(4), near[i].ends);
      out.add(at(5), near[i].characters);
      out.add(at(6), near[i].follow);
    }
    return out.finish();
  }

  name_rows const& rows_;
  std::string_view language_;
  lexicon const& ordinary_;
  std::vector<token> words_;             ///< of the form at hand
  std::string letters_;                  ///< of these words
  std::vector<std::size_t> letters_end_; ///< of each, behind a 0
  std::string key_;
  std::array<std::string, 2 * most_readings> made_;

  text_numbers numbers_; ///< of words, with the language they are read in if it is another one
  std::vector<std::uint32_t> sounds_begin_;
  std::string sounds_;
  std::vector<std::uint32_t> spoken_begin_;
  std::vector<std::uint32_t> spoken_;
  std::vector<name_arrays::part> parts_;
  text_numbers known_parts_; ///< first names and surnames: a person's is another's too
  std::vector<std::uint32_t> part_of_known_;
  std::vector<std::uint8_t> bearers_of_known_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> bearers_; ///< part, whole name
  std::vector<name_arrays::person> persons_;                     ///< of known parts
  std::vector<std::pair<std::uint32_t, std::string_view>> others_;
  bool long_parts_ = false;
  std::vector<std::pair<std::uint64_t, std::uint64_t>> anchors_; ///< hash; entry times 256 and place
  std::vector<std::pair<std::uint64_t, std::uint32_t>> hints_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> turned_; ///< name, word
  std::array<near_keys_builder, 2> by_sound_;
  std::array<near_keys_builder, 2> by_letters_;
  std::uint32_t most_words_ = 1;
  std::uint32_t most_letters_ = 0;
};

MONDEGREEN_INLINE std::uint64_t print_of_rules(std::string_view language) {
  // English alone has megabytes of them: looked at once.
  static std::mutex looking;
  static std::map<std::string, std::uint64_t, std::less<>> known_prints;
  auto const* known = find_language(language);
  auto const code = known != nullptr ? known->code : std::string_view();
  std::scoped_lock const lock(looking);
  if (auto const found = known_prints.find(code); found != known_prints.end()) return found->second;
  key_hash print(MONDEGREEN_VERSION);
  for (auto const& each : phone_table) {
    print.append(key_hash(each.ipa));
    print.append(key_hash(each.coarse));
  }
  if (known != nullptr) {
    print.append(key_hash(known->phonetic_rules));
    print.append(key_hash(known->pronunciations));
    print.append(key_hash(known->ordinary_words)); // they tell persons from phrases
  }
  return known_prints.emplace(code, print.mixed()).first->second;
}

MONDEGREEN_INLINE name_arrays name_arrays::build(name_rows const& rows, std::string_view language) {
  auto made = open(rows, name_arrays_builder(rows, language).build(), 0, "names");
  return made ? *std::move(made) : name_arrays();
}

MONDEGREEN_INLINE result<name_arrays> name_arrays::open(name_rows rows, sections from, std::uint16_t group,
                                                        std::string const& shown) {
  name_arrays made;
  made.language = from.text(section::language, group);
  auto const refuse = [&](std::string_view why) {
    return error{error_code::refused,
                 fmt::format("{}: {}; build it again from the names file: mondegreen names build", shown, why)};
  };
  auto const print = from.get<std::uint64_t>(section::rules_print, group);
  if (print.size() != 1 || print[0] != print_of_rules(made.language))
    return refuse("was built by another version of mondegreen, which reads names aloud by other rules");
  auto const figures = from.get<std::uint32_t>(section::figures, group);
  made.spoken_begin = from.get<std::uint32_t>(section::spoken_begin, group);
  if (figures.size() != 2 || made.spoken_begin.size() != std::size_t{rows.size()} + 1)
    return refuse("is damaged: index and names do not belong together");
  made.most_words = std::clamp(figures[0], 1U, longest_window);
  constexpr std::uint32_t far = 1U << 20U;
  made.most_letters = std::min(figures[1], far);
  made.spoken = from.get<std::uint32_t>(section::spoken, group);
  made.sounds_begin = from.get<std::uint32_t>(section::sounds_begin, group);
  made.sounds = from.text(section::sounds, group);
  made.parts = from.get<part>(section::parts, group);
  made.persons = from.get<person>(section::persons, group);
  if (made.persons.size() != rows.size()) return refuse("is damaged: index and names do not belong together");
  made.bearers_begin = from.get<std::uint32_t>(section::bearers_begin, group);
  made.bearers = from.get<std::uint32_t>(section::bearers, group);
  made.anchors = {from.get<std::uint32_t>(section::anchor_buckets, group),
                  from.get<std::uint32_t>(section::anchor_entries, group),
                  from.get<std::uint8_t>(section::anchor_marks, group)};
  made.anchor_words = from.get<std::uint8_t>(section::anchor_words, group);
  made.hint_hashes = from.get<std::uint64_t>(section::hint_hashes, group);
  made.hints = from.get<std::uint32_t>(section::hints, group);
  if (made.hint_hashes.size() != made.hints.size()) return refuse("is damaged: it has hints without words");
  auto const set = [&](std::size_t number, std::size_t shortest) {
    auto const at = [&](std::uint16_t which) {
      return static_cast<section>(static_cast<std::size_t>(section::near_keys) + number * 8 + which);
    };
    return near_keys(shortest,
                     {from.get<std::uint32_t>(at(0), group), from.get<std::uint32_t>(at(1), group),
                      from.get<std::uint8_t>(at(2), group)},
                     from.get<std::uint64_t>(at(3), group), from.get<std::uint64_t>(at(4), group),
                     from.get<std::uint8_t>(at(5), group), from.get<std::uint64_t>(at(6), group));
  };
  made.near = {{{set(0, shortest_edited_key), set(1, shortest_edited_spelling)},
                {set(2, shortest_edited_key), set(3, shortest_edited_spelling)}}};
  made.rows = std::move(rows);
  made.memory = std::move(from);
  made.group = group;
  return made;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
