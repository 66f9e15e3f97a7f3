#pragma once

#include <mondegreen/impl/names/about_others.hpp>
#include <mondegreen/impl/names/evidence_notes.hpp>
#include <mondegreen/impl/names/foreign_words.hpp>
#include <mondegreen/impl/names/heard_before.hpp>
#include <mondegreen/impl/names/inflections.hpp>
#include <mondegreen/impl/names/introductions.hpp>
#include <mondegreen/impl/names/known_given.hpp>
#include <mondegreen/impl/names/letters.hpp>
#include <mondegreen/impl/names/ordinary_words.hpp>
#include <mondegreen/impl/names/other_forms.hpp>
#include <mondegreen/impl/names/other_persons.hpp>
#include <mondegreen/impl/names/recut.hpp>
#include <mondegreen/impl/names/same_start.hpp>
#include <mondegreen/impl/names/scoring.hpp>
#include <mondegreen/impl/names/spelling_distance.hpp>
#include <mondegreen/impl/names/stray_words.hpp>
#include <mondegreen/impl/names/written_form.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <limits>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

MONDEGREEN_INLINE float finding::confidence() const { return static_cast<float>(1.0 / (1.0 + std::exp(-logit))); }

/// Weighs one candidate.
class weighing {
public:
  weighing(document const& in, candidate const& of)
      : in_(in), names_(in.names()), entry_(names_.entry(of.entry)), name_(names_.names()[entry_.name]) {
    out_.from = beside_known_given(in, of);
    stray_ = of.by != anchor::none && of.distance > 0 && has_stray_words(in, of.where, entry_);
    out_.change = rewrite(in, of.where, entry_);
  }

  /// `say_all`: whether or not it may be worth a look.
  finding run(bool say_all) {
    weigh();
    // Even odds are 0.5, as far as a float tells.
    constexpr double unlikely = -0.01;
    if (say_all || (!out_.pointless && out_.logit > unlikely)) out_.evidence = notes_.in_words(out_.from.distance);
    return std::move(out_);
  }

private:
  void weigh() {
    // A headline writes every name in capitals.
    if (out_.change.parts.empty()) drop("the text is right already");
    if (capitals() && in_.shouted(at())) drop("a headline writes every name in capitals");
    if (out_.pointless) return;
    found();
    ordinary();
    around();
  }

  void add(weight what, double amount = 1) {
    out_.logit += weight_table[static_cast<std::size_t>(what)].in(names_.language()) * amount;
    out_.amounts[static_cast<std::size_t>(what)] += static_cast<float>(amount);
  }
  void hold(std::string_view why) {
    out_.guarded = true;
    out_.gate = why;
  }
  void drop(std::string_view why) {
    out_.pointless = true;
    out_.gate = why;
  }
  void say(std::string_view pattern, std::string_view first = {}, std::string_view second = {}) {
    notes_.add(pattern, first, second);
  }
  window at() const { return out_.from.where; }
  std::string text(window where) const {
    std::string all;
    for (auto i = where.first; i < where.end(); ++i) {
      if (i > where.first) all += in_.between(i);
      all += in_.tokens()[i].text;
    }
    return all;
  }

  void found() {
    switch (out_.from.how) {
    case match::listed:
      add(weight::listed);
      if (entry_.part == name_part::turned)
        say("the acronym in '{}', read the other way round", name_.form);
      else
        say("{}", listed_where_ = listed_where());
      listed_pair();
      break;
    case match::letters:
      add(weight::letters);
      say(says_number() ? "'{}' with its number in words" : "'{}' but for case, accents or spaces", entry_.write);
      case_only();
      if (in_.tokens()[at().first].shielded) hold("it may be an address");
      if (at().count == 1 && in_.tokens()[at().first].shape == word_shape::lower &&
          written_form(in_, at(), out_.from.entry).only_case() && about_others(in_) > 0 &&
          !is_of_this_text(in_, out_.from.entry))
        hold("only a capital differs, and hardly a name of the list stands in the text");
      // Of a long list any word may be somebody's name.
      if ((entry_.part == name_part::given || entry_.part == name_part::surname) && at().count == 1 &&
          in_.word(at().first).rank != 0)
        hold("an ordinary word that somebody is called by");
      break;
    case match::sound: sound(); break;
    }
  }

  std::string listed_where() const {
    auto const at = names_.listed(entry_.name);
    return at ? fmt::format("listed as misheard in {} line {}", at->file, at->line) : "listed as misheard";
  }

  void sound() {
    bool const empties = std::any_of(out_.change.parts.begin(), out_.change.parts.end(),
                                     [](patch const& each) { return each.with.empty(); });
    other_forms const other(in_, out_.from, out_.change);
    if (auto const why = other.drops(); !why.empty()) drop(why);
    if (auto const why = other.holds(); !why.empty()) hold(why);
    // To take a word from a line the sound must be the very same.
    if (empties && out_.from.distance > 0) drop("a word would move to another line, and the sound is not the same");
    if (!in_.capitals_kept() && changes_case()) drop("only capitals differ, and this text sets capitals at random");
    // "PR" is no PIR, though "NPC" was MPC.
    if (out_.from.by == anchor::none && letters(at()).size() <= 2) hold("two letters sound like too much");
    add(weight::sound);
    auto const distance = static_cast<double>(out_.from.distance);
    bool const beside = out_.from.by != anchor::none;
    add(beside ? weight::distance_beside : weight::distance, distance);
    if (beside) add(weight::far_beside, std::max(0.0, distance - far));
    spelled_ = alike(letters(at()), entry_.letters);
    auto const rest = beside ? this->rest() : at();
    auto const& missing = beside ? names_.entry(rest_entry()) : entry_;
    auto const like = alike(letters(rest), missing.letters);
    add(beside ? weight::unlike_beside : weight::unlike, 1.0 - like);
    if (starts_otherwise(in_, rest, missing)) add(weight::other_start);
    if (stray_) add(weight::stray);
    if (beside) {
      add(weight::many_bearers, std::log2(static_cast<double>(names_.bearers(out_.from.part).size())));
      if (out_.from.part_heard) add(weight::part_heard);
    }
    if (spelled_ >= nearly_spelled) add(weight::spelled);
    auto const phones = out_.from.phones;
    if (phones <= 4) add(beside ? weight::short_beside : weight::short_sound);
    if (phones >= 9) add(weight::long_sound);
    if (auto const names = static_cast<double>(names_.names().size());
        names > few_names && out_.from.by == anchor::none)
      add(weight::many_names, std::log10(names / few_names));
    add(weight::recut, recut(in_, at(), entry_));
    bool const told = !names_.language().empty() && names_.language() != undetermined;
    say(out_.from.distance == 0 ? "sounds the same in {}" : "sounds alike in {0} ({2:.2f} per phone)",
        told ? std::string_view(names_.language()) : "this language");
  }

  /// What stands beside the part of a person's name that gives it away.
  window rest() const {
    auto const words = out_.from.part_words;
    return {out_.from.by == anchor::given ? at().first + words : at().first, at().count - words};
  }
  std::uint32_t rest_entry() const { return out_.from.by == anchor::given ? entry_.part_surname : entry_.part_given; }

  std::string letters(window where) const {
    std::string all;
    for (auto i = where.first; i < where.end(); ++i) all += in_.word(i).letters;
    return all;
  }

  /// The word is the part of the name that gives the rest away.
  bool in_part(std::uint32_t token) const {
    auto const& from = out_.from;
    if (from.by == anchor::none) return false;
    return from.by == anchor::given ? token < at().first + from.part_words : token + from.part_words >= at().end();
  }

  /// A listed form that is a piece of the name, or holds it, is how people call it, not what was misheard.
  void listed_pair() {
    if (entry_.part != name_part::listed) return;
    std::vector<std::string> right;
    for (auto const& word : entry_.words) right.push_back(letters_of(word));
    std::vector<std::string> wrong;
    for (auto i = at().first; i < at().end(); ++i) wrong.push_back(in_.word(i).letters);
    auto const part_of = [](std::vector<std::string> const& small, std::vector<std::string> const& large) {
      return small.size() < large.size() && std::all_of(small.begin(), small.end(), [&](std::string const& word) {
               return std::find(large.begin(), large.end(), word) != large.end();
             });
    };
    // The user's word on a name that is repaired unseen; under review these are what it is reviewed for.
    bool const told = name_.policy == name_policy::automatic;
    if (!told && (part_of(wrong, right) || part_of(right, wrong))) hold("one is a part of the other");
    // What does not even sound like the name was not misheard: it is its translation, or another way to say it.
    if (!sounds_like() && ((!told && is_translation(in_, at())) || paraphrased()))
      hold("it does not sound like the name, it only means it");
    unsure_pair_ = name_.policy == name_policy::review && !is_unmistakable(in_, at());
  }

  /// The window and the name have more sounds in common than not.
  bool sounds_like() const {
    constexpr float unlike = 0.4F;
    phones mine;
    for (auto i = at().first; i < at().end(); ++i) mine += in_.word(i).sound[0];
    auto const sounds = names_.sounds_of(names_.whole(entry_.name));
    return std::any_of(sounds.begin(), sounds.end(), [&](phones const& each) {
      auto const length = static_cast<float>(std::max(mine.size(), each.size()));
      return sound_distance(mine, each, unlike * length) <= unlike * length;
    });
  }

  /// Ordinary words of this language are to go.
  bool paraphrased() const {
    auto const changed = out_.change.changed;
    for (auto i = changed.first; i < changed.end(); ++i)
      if (in_.word(i).plain) return true;
    return false;
  }

  /// What differs by case alone.
  void case_only() {
    written_form const written(in_, at(), out_.from.entry);
    if (!in_.capitals_kept() && (written.only_case() || written.initials()))
      hold("only capitals differ, and this text sets capitals at random");
    else if (written.another() && !written.usual())
      hold("nothing was misheard: it is only written in another manner");
    if (written.possessive()) hold("it may be the possessive of another name");
    auto const& first = in_.tokens()[at().first];
    bool const capitals = at().count == 1 && first.shape == word_shape::capitals;
    if (capitals && first.text.size() <= 5 && in_.stands(entry_.name) == nullptr && !listed_too())
      add(weight::acronym_like);
  }

  /// The changed words keep their letters.
  bool changes_case() const {
    return std::all_of(out_.change.parts.begin(), out_.change.parts.end(), [&](patch const& each) {
      return letters_of(slice(in_.part(each.passage).text, each.where)) == letters_of(each.with);
    });
  }

  bool capitals() const {
    for (auto i = at().first; i < at().end(); ++i)
      if (in_.tokens()[i].shape == word_shape::lower || in_.tokens()[i].shape == word_shape::mixed) return false;
    return in_.tokens()[at().first].shape == word_shape::capitals;
  }

  /// The user listed these very letters as a mishearing too.
  bool listed_too() const {
    auto const mine = text(at());
    return std::find(name_.heard_as.begin(), name_.heard_as.end(), mine) != name_.heard_as.end();
  }

  void ordinary() {
    auto const changed = out_.change.changed;
    double ordinary_lower = 0, ordinary_capital = 0, rare_lower = 0, given = 0, unheard_of = 0, all = 0;
    for (auto i = changed.first; i < changed.end(); ++i) {
      auto const& word = in_.tokens()[i];
      if (word.shape == word_shape::digits || elided(i) || in_.spelled(i) || says_number(i)) continue;
      all += 1;
      auto const rank = in_.word(i).rank;
      given += in_.word(i).given && !in_part(i);
      unheard_of += rank == 0 && !in_.word(i).given && word.shape != word_shape::capitals;
      bool const lower = written_low(in_, i);
      if (rank == 0)
        rare_lower += word.shape == word_shape::lower;
      else if (lower || !in_.cased())
        ordinary_lower += frequency_of(rank);
      else if (word.shape == word_shape::initial)
        ordinary_capital += frequency_of(rank);
    }
    if (all == 0) return;
    strange_ = rare_lower + ordinary_lower + ordinary_capital == 0;
    if (out_.from.how == match::sound) {
      add(weight::first_name_itself, given / all);
      of_others(given / all);
      add(weight::unheard_of, unheard_of / all);
      if (out_.from.distance == 0 && given == 0) add(weight::same_sound);
      if (all > 0 && rare_lower + ordinary_lower == 0) add(weight::capital);
    }
    if (ordinary_lower > 0 || ordinary_capital > 0) {
      // A phrase of ordinary words is misheard as ordinary words.
      auto const share = (phrase() ? 0.4 : 1.0) / (all * std::max(1U, content_words()));
      add(in_.cased() ? weight::ordinary : weight::ordinary_uncased, share * ordinary_lower);
      add(weight::ordinary_capital, share * ordinary_capital);
    }
    if (!phrase() && in_.cased()) add(weight::lower_case, rare_lower / all);
    guard();
  }

  /// Nothing speaks for the name but its sound, or a first name that many have.
  void of_others(double given) {
    auto const others = about_others(in_);
    if ((others == 0 && given == 0) || is_of_this_text(in_, out_.from.entry)) return;
    bool const alone = out_.from.by == anchor::none;
    if (alone) add(weight::first_name_alone, given);
    if (others == 0) return;
    add(alone ? weight::about_others : weight::others_beside, others);
    say("hardly a name of the list stands in the text");
  }

  /// The word is a number, and the name writes its numbers in digits.
  bool says_number(std::uint32_t token) const {
    return in_.word(token).number_word &&
           std::any_of(entry_.words.begin(), entry_.words.end(), [](std::string const& word) {
             return word.find_first_not_of("0123456789") == std::string::npos;
           });
  }
  bool says_number() const {
    for (auto i = at().first; i < at().end(); ++i)
      if (says_number(i)) return true;
    return false;
  }

  /// An article or the like that leans on the next word by its apostrophe says nothing about it.
  bool elided(std::uint32_t token) const {
    if (in_.tokens()[token].text.size() > 2 || token + 1 >= at().end()) return false;
    auto const between = in_.between(token + 1);
    return !between.empty() && is_apostrophe(decode_at(between, 0).value);
  }

  /// The name is one of ordinary words, written without a capital: "feuille de route".
  bool phrase() const {
    if (entry_.words.empty() || !kind_of(decode_at(entry_.words.front(), 0).value).lower) return false;
    auto const& first = entry_.words.front(); // "iPhone" is none
    return std::none_of(first.begin(), first.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  /// Nothing but ordinary words in lower case: a person has to look, or nothing is wrong at all.
  void guard() {
    if (phrase() && out_.change.kept > 0) return;
    bool const plain = [&] {
      for (auto i = at().first; i < at().end(); ++i) {
        auto const& word = in_.tokens()[i];
        if (word.shape == word_shape::digits || elided(i) || says_number(i)) continue;
        if (!written_low(in_, i) || in_.word(i).rank == 0) return false;
      }
      return true;
    }();
    if (!plain) return;
    // In a text without capitals every word is in lower case; behind its first name a surname may be any word.
    if (!in_.cased() && out_.from.by == anchor::given && !out_.from.part_heard && !stray_) return;
    ordinary_ = true;
    hold("nothing but ordinary words in lower case");
    // One ordinary word alone is no hint of a name, whatever stands around it; nor are words of which only the sound or
    // the letters run together make one: "met à" for Meta, "l'enfant" for Lenfant.
    bool const recut = at().count != entry_.words_heard;
    bool const slip = at().count == 1 && phrase() && in_.word(at().first).rank == rank_of_inflected;
    if ((at().count == 1 && !slip) || recut || entry_.part == name_part::surname || entry_.part == name_part::given)
      drop("one ordinary word, or words that only run together into the name");
  }

  std::uint32_t content_words() const {
    constexpr std::uint32_t small = 400; // rank: articles, prepositions, auxiliaries
    std::uint32_t count = 0;
    for (auto i = at().first; i < at().end(); ++i) count += in_.word(i).rank == 0 || in_.word(i).rank > small;
    return count;
  }

  void around() {
    constexpr std::uint32_t reach = 40; // words: two or three sentences
    hints_ = in_.hints_near(at(), entry_.name, reach);
    auto const& near = hints_;
    if (near.likely > 0) {
      add(weight::hint);
      if (near.likely > 1) add(weight::more_hints);
      if (!near.first.empty()) say("'{}' stands nearby", near.first);
    }
    if (near.unlikely > 0) add(weight::counter_hint);
    // The very words of the text are listed as what is not the name.
    if (near.inside) hold("the names file lists a word of it as what the name is not");
    // Two words with a meaning of their own do not meet by chance where the name is talked about.
    if (ordinary_ && !phrase() && near.likely > 0 && content_words() > 1 && out_.from.how != match::sound)
      out_.guarded = false;
    auto const others = other_persons(in_, at(), out_.from.entry);
    for (auto const& other : others) {
      add(weight::other_person);
      say("'{}' beside it makes it another person", other);
    }
    bool standing = false;
    if (auto const* right = in_.stands(entry_.name)) {
      standing = true;
      add(weight::stands);
      auto const role = in_.part(right->passage).role;
      say(role.empty() ? "'{}' stands elsewhere in the text" : "'{}' stands in the {}", name_.form, role);
    } else if (in_.times_standing(out_.from.entry) > 0) {
      add(weight::part_stands);
      say("'{}' stands elsewhere in the text", entry_.write);
    }
    if (out_.from.how == match::sound) {
      company(standing);
      if (in_.heard() != nullptr && !out_.from.hopeless && others.empty() && in_.heard()->holds(in_, out_.change)) {
        add(weight::heard_before);
        say("the same was repaired elsewhere in the text");
      }
    }
    // Under review a pair is repaired unseen only if it can be nothing else, and something speaks for it.
    if (unsure_pair_ || (name_.policy == name_policy::review && near.likely == 0 && !standing))
      hold("the names file asks for a review, and little speaks for it");
    bool const person = entry_.part_surname != name_entry::none;
    bool const first = entry_.words.size() > 1 && in_.word(at().first).letters == letters_of(entry_.words.front());
    bool const kept = out_.change.kept > 0 && keeps_content();
    if (person && first) {
      add(weight::first_name);
      say("the first name is there");
    } else if (person && out_.from.by == anchor::surname) {
      add(weight::surname_there);
      say("the surname is there");
    } else if (kept) {
      add(weight::other_words);
      say("the other words of the name are there");
    }
    if (entry_.part == name_part::surname) add(weight::surname_alone);
    if (entry_.part == name_part::given) add(weight::given_alone);
    bool const shorter = out_.from.how == match::sound && out_.from.phones <= 4;
    // A word with a capital that no lexicon has, and that sounds the very same, is near enough.
    bool const the_same = strange_ && in_.cased() && out_.from.distance == 0;
    if (shorter && out_.from.by == anchor::none && !the_same &&
        ((out_.from.distance > 0 && spelled_ < nearly_spelled) || !(near.likely > 0 || standing || first || kept)))
      hold("four sounds or fewer: half of the language is as near");
  }

  /// What speaks for a person being named here, and how often the same was heard.
  void company(bool standing) {
    auto const& tokens = in_.tokens();
    bool const person = entry_.part_surname != name_entry::none || entry_.part == name_part::given ||
                        entry_.part == name_part::surname || name_.type == "person";
    auto const before = at().first - 1; // wraps around before the first word
    if (person && before < tokens.size() && tokens[at().first].before <= gap::line &&
        introduces_person(in_.word(before).letters, names_.language()))
      add(weight::introduced);
    // Whoever is greeted is a person, whatever the names file says of it.
    bool const ends = at().end() >= tokens.size() || tokens[at().end()].before == gap::wall;
    if (ends && before < tokens.size() && tokens[at().first].before <= gap::line &&
        greets(in_.word(before).letters, names_.language()))
      add(weight::greeted);
    if (person && at().end() < tokens.size() && tokens[at().end()].before <= gap::line &&
        leads_to_employer(in_.word(at().end()).letters, names_.language()))
      add(weight::employed);
    auto const changed = out_.change.changed;
    std::uint32_t times = std::numeric_limits<std::uint32_t>::max();
    bool right = false;
    for (auto i = changed.first; i < changed.end(); ++i) {
      if (in_.word(i).rank == 0) times = std::min(times, in_.times_said(i));
      auto const* other = in_.right_at(i);
      right = right || (other != nullptr && names_.entry(other->entry).name != entry_.name);
    }
    if (times != std::numeric_limits<std::uint32_t>::max()) add(weight::again, std::log2(static_cast<double>(times)));
    if (right) add(weight::right_elsewhere);
    auto const names = static_cast<double>(names_.names().size());
    if (names <= few_names) {
      add(weight::well_written, static_cast<double>(in_.names_standing()) / names);
      return;
    }
    bool const alone = entry_.part == name_part::given || entry_.part == name_part::surname;
    if (standing)
      add(weight::stands_of_many, std::log10(names / few_names));
    else if (alone)
      add(weight::alone_of_many, std::log10(names / few_names));
  }

  /// A word that stays is more than an article.
  bool keeps_content() const {
    auto const changed = out_.change.changed;
    for (auto i = at().first; i < at().end(); ++i) {
      if (i >= changed.first && i < changed.end()) continue;
      auto const& word = in_.tokens()[i];
      if (word.shape != word_shape::lower || word.text.size() > 4) return true;
    }
    return false;
  }

  document const& in_;
  name_index const& names_;
  name_entry const& entry_;
  name const& name_;
  finding out_;
  evidence_notes notes_;
  std::string listed_where_;
  document::nearby hints_;
  double spelled_ = 1.0;
  bool stray_ = false;       ///< beside a part of a person's name: a small word at an end that the name has not got
  bool unsure_pair_ = false; ///< listed, but it may be something else
  bool strange_ = false;     ///< nothing that changes is an ordinary word or in lower case
  bool ordinary_ = false;    ///< nothing but ordinary words in lower case

  static constexpr double far = 0.3;            ///< per phone: beyond it the rest of a name sounds otherwise
  static constexpr double nearly_spelled = 0.8; ///< one letter in five or more
};

MONDEGREEN_INLINE finding score(document const& in, candidate const& of, bool say_all) {
  auto made = weighing(in, of).run(say_all);
  assert((!of.hopeless || made.pointless || made.logit < 0) && "prospects.hpp promised less");
  return made;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
