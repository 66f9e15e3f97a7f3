#pragma once

#include <mondegreen/impl/names/addresses.hpp>
#include <mondegreen/impl/names/anchor_places.hpp>
#include <mondegreen/impl/names/candidates.hpp>
#include <mondegreen/impl/names/heard_before.hpp>
#include <mondegreen/impl/names/heard_parts.hpp>
#include <mondegreen/impl/names/last_round.hpp>
#include <mondegreen/impl/names/letters.hpp>
#include <mondegreen/impl/names/numbers_in_digits.hpp>
#include <mondegreen/impl/names/ordinary_words.hpp>
#include <mondegreen/impl/names/prospects.hpp>
#include <mondegreen/impl/names/quiet_words.hpp>
#include <mondegreen/impl/names/same_reading.hpp>
#include <mondegreen/impl/names/spelling_distance.hpp>
#include <mondegreen/impl/names/stray_words.hpp>
#include <mondegreen/impl/names/window_reach.hpp>
#include <mondegreen/phonetics.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// One walk over the windows of a document.
class candidate_search {
public:
  candidate_search(document const& in, bool hopeless_too) : candidate_search(in, nullptr, alone_, hopeless_too) {}

  /// What it finds is kept in `before`.
  candidate_search(document const& in, last_round& before) : candidate_search(in, &before, before.found(), false) {}

  std::vector<candidate> run() {
    auto const size = static_cast<std::uint32_t>(in_.tokens().size());
    for (std::uint32_t first = 0; first < size; ++first) look_from(first, size);
    return std::move(alone_);
  }

  void run_again() {
    before_->begin(in_);
    auto const size = static_cast<std::uint32_t>(in_.tokens().size());
    for (std::uint32_t first = 0; first < size;) {
      if (auto const kept = before_->keep(first); kept > 0) {
        first += kept;
        continue;
      }
      walked_ = 0;
      before_->look();
      look_from(first++, size);
      before_->looked(walked_);
    }
  }

private:
  candidate_search(document const& in, last_round* before, std::vector<candidate>& out, bool hopeless_too)
      : in_(in), names_(in.names()), before_(before), out_(out), prospects_(in.names()), reach_(in), quiet_(in),
        parts_(in), numbers_(in), hopeless_too_(hopeless_too) {}

  bool starts(std::uint32_t at) const {
    auto const& word = in_.tokens()[at];
    return !word.shielded && !in_.part(word.passage).read_only;
  }

  void look_from(std::uint32_t first, std::uint32_t size) {
    if (starts(first))
      windows_from(first, size);
    else if (auto const count = name_like_address(in_, first); count > 1) {
      walked_ = count;
      here_ = static_cast<std::ptrdiff_t>(out_.size());
      by_letters({first, count}, letters_in({first, count}));
    }
  }

  void windows_from(std::uint32_t first, std::uint32_t size) {
    walked_ = longest_anchored_window;
    if (quiet_.from(first, walked_, [&](std::uint32_t at) { return parts_.any_at(at); })) return;
    here_ = static_cast<std::ptrdiff_t>(out_.size());
    bool const begins_none = in_.facts(first).begins_none();
    key_hash hash;
    std::size_t letters = 0;
    bool numbered = false;
    bool plain = true; // nothing but ordinary words in lower case so far
    reach_.begin(first);
    std::uint32_t places = 0;  // in names, of the words so far
    std::optional<bool> given; // the first word may be a first name
    for (std::uint32_t count = 1; first + count <= size; ++count) {
      auto const at = first + count - 1;
      auto const& last = in_.tokens()[at];
      walked_ = count + (numbered ? number_ahead : 0);
      if (count > 1 && (last.before == gap::wall || last.shielded || in_.part(last.passage).read_only)) return;
      if (count > std::max(names_.most_words(), longest_sound_window) && !in_.spelled(at)) return;
      if (count > longest_sound_window && letters > names_.most_letters()) return;
      auto const& word = in_.facts(at);
      if (word.number_word && !numbered) {
        numbered = true;
        walked_ += number_ahead;
      }
      letters += word.letters;
      hash.append(word.letters_hash);
      plain = plain && in_.cased() && word.plain;
      places |= places_of(at, count - 1);
      reach_.add(word);
      window const where{first, count};
      if (blocked(where)) continue;
      if (!begins_none && names_.may_be_written(hash)) by_letters(where, letters_in(where));
      if (numbered) by_number(where);
      bool const anchored = (places & anchor_places::of(count)) != 0;
      if (count > longest_sound_window) {
        if (count <= longest_anchored_window && anchored && !plain) by_sound(where, plain);
        continue;
      }
      // A text of ordinary words in lower case is a misheard phrase at most, never a misheard proper name.
      if ((!plain || names_.phrases()) && (anchored || reach_.may_be_near(at))) by_sound(where, plain);
      if (count == 1) continue;
      if (!given) given = parts_.any_at(first);
      if (count == 2 || *given) by_anchor(where, *given);
    }
  }

  /// The places of a word in names, by how many words they have (anchor_places.hpp).
  std::uint32_t places_of(std::uint32_t at, std::uint32_t place) const {
    if (!in_.facts(at).anchored || place >= longest_anchored_window) return 0;
    return names_.anchor_places(in_.word(at)) & anchor_places::at(place);
  }

  std::string const& letters_in(window where) {
    letters_.clear();
    add_letters(where, letters_);
    return letters_;
  }

  void add_letters(window where, std::string& to) const {
    for (auto at = where.first; at < where.end(); ++at) to += in_.word(at).letters;
  }

  /// A right form inside says that the rest is something else, unless the name looked for holds it too.
  bool blocked(window where) const {
    for (auto const at : {where.first, where.end() - 1}) {
      auto const* right = in_.right_at(at);
      if (right == nullptr) continue;
      bool const whole = right->where.first >= where.first && right->where.end() <= where.end();
      if (!whole || (right->where.count == where.count && !right->by_letters)) return true;
    }
    return false;
  }

  /// True if every right form in the window is a part of the name, and not the name itself.
  bool agrees(window where, name_entry const& entry) {
    for (auto at = where.first; at < where.end(); ++at) {
      auto const* right = in_.right_at(at);
      if (right == nullptr) continue;
      auto const& standing = names_.entry(right->entry);
      if (right->by_letters && right->where == where && standing.letters == entry.letters) continue;
      if (standing.name == entry.name && standing.part == name_part::whole) return false;
      auto const& text = in_.tokens()[at].text;
      auto const is_mine = [&](std::string const& word) {
        return right->by_letters ? letters_of(word) == in_.word(at).letters : word == text;
      };
      if (std::any_of(entry.words.begin(), entry.words.end(), is_mine)) continue;
      // Somebody else's first name may be what was heard of this one's: "Brett Jordan" for Bret Jordan. Who is listed by
      // one name stands for himself behind another: "Thank you, Mike. Ian …" is no Mike Yang.
      bool const part = right->where.count == 1 && where.count == entry.words.size() &&
                        (at == where.first || standing.part != name_part::whole);
      if (!part || !alike_words(at, entry.words[at - where.first])) return false;
    }
    return true;
  }

  bool alike_words(std::uint32_t token, std::string const& word) {
    auto const [read, fresh] = read_.try_emplace(word);
    if (fresh) read->second = readings(word, names_.language());
    for (auto const& each : read->second)
      if (same_to_the_ear(in_.word(token).sound, each, names_.language())) return true;
    return false;
  }

  void by_letters(window where, std::string const& letters) {
    auto const before = out_.size();
    for (auto const at : names_.by_letters(letters)) {
      auto const& entry = names_.entry(at);
      if (!agrees(where, entry) || in_.written_right(where, entry)) continue;
      // The name's own letters come before its mishearings: one way to find it is enough.
      bool const known = std::any_of(out_.begin() + static_cast<std::ptrdiff_t>(before), out_.end(),
                                     [&](candidate const& c) { return c.name == entry.name; });
      if (known) continue;
      bool const listed = entry.part == name_part::listed || entry.part == name_part::turned;
      out_.push_back({.where = where, .entry = at, .name = entry.name, .how = listed ? match::listed : match::letters});
    }
  }

  /// Digits of a name said in words: "Llama deux", "France vingt-quatre".
  void by_number(window where) {
    auto const& written = numbers_.letters(where);
    if (written.size() <= names_.most_letters() && names_.may_be_written(key_hash(written))) by_letters(where, written);
  }

  void by_sound(window where, bool plain) {
    if (cuts_compound(where)) return;
    if (where.count == 1 && !hopeless_too_ && never_by_sound(in_, where.first)) return;
    auto const look = [&](auto& out) { look_up(where, letters_in(where), plain, out); };
    auto const place = [&] {
      if (where.count == 1) return names_.windows().find(in_.facts(where.first).number, plain, look);
      key_hash words;
      for (auto at = where.first; at < where.end(); ++at) words.append(in_.facts(at).number);
      return names_.windows().find(key_hash::mix(words.value * 2 + (plain ? 1 : 0)), look);
    }();
    if (place.count == 0) return;
    auto const near = names_.windows().at(place);
    auto const& letters = letters_in(where);
    bool waits = near.size() > most_near;
    for (auto const& each : near) {
      bool const far = static_cast<std::size_t>(&each - near.data()) >= most_near;
      bool const spoken_for = in_.speaks_for(each.name);
      waits = waits || each.hopeless;
      if (far && !spoken_for) continue;
      bool const hopeless = each.hopeless && !spoken_for && in_.times_standing(each.entry) == 0;
      if (hopeless && !hopeless_too_) continue;
      candidate fresh{.where = where,
                      .entry = each.entry,
                      .name = each.name,
                      .hopeless = hopeless,
                      .distance = each.distance,
                      .phones = each.phones};
      auto const& entry = names_.entry(each.entry);
      if (entry.words.empty()) continue;
      bool const phrase = kind_of(decode_at(entry.words.front(), 0).value).lower;
      if (plain && !phrase) continue;
      if (told(where, entry.name)) continue;
      if (letters == entry.letters || !same_digits(in_, where, entry) || article_only(in_, where, entry) ||
          !agrees(where, entry))
        continue;
      if (fresh.distance > 0 && has_stray_words(in_, where, entry)) continue;
      out_.push_back(fresh);
    }
    if (waits && before_ != nullptr) before_->wait(place);
  }

  /// The entries that sound like a window, whatever else speaks for them or against them.
  void look_up(window where, std::string const& letters, bool plain, std::vector<near_name>& out) {
    found_.clear();
    std::array<phones, 2> sounds;
    for (std::size_t i = 0; i < coarse_.size(); ++i) {
      auto& key = coarse_[i];
      key.clear();
      for (auto at = where.first; at < where.end(); ++at) {
        std::string_view const more = in_.word(at).coarse[i];
        key += !key.empty() && more.starts_with(key.back()) ? more.substr(1) : more;
      }
      if (key.empty() || where.count > longest_sound_window) continue;
      if (i == 0 || key != coarse_[0]) names_.by_sound(key, found_, plain);
    }
    if (where.count <= longest_sound_window) names_.by_spelling(letters, found_, plain);
    // With a word of the name in its place, the others may sound less alike.
    if (where.count > 1)
      for (auto at = where.first; at < where.end(); ++at)
        for (auto const& [entry, word] :
             in_.facts(at).anchored ? names_.by_word(in_.word(at).letters) : std::span<name_index::anchor const>())
          if (word == at - where.first && names_.words_at(entry) == where.count) found_.push_back(entry);
    if (found_.empty()) return;
    std::sort(found_.begin(), found_.end());
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    names_.fetch(found_);
    for (auto at = where.first; at < where.end(); ++at)
      for (std::size_t i = 0; i < sounds.size(); ++i) sounds[i] += in_.word(at).sound[i];
    names_.gather_sounds(found_, readings_);
    heard_distances(sounds, readings_.all(), furthest, names_.language(), distances_);
    for (std::size_t i = 0; i < found_.size(); ++i) {
      auto const at = found_[i];
      near_name fresh{.entry = at, .name = names_.name_of(at), .distance = 1};
      take_nearest(readings_, i, fresh);
      if (fresh.distance > furthest) continue;
      fresh.hopeless = hopeless(fresh, where, letters);
      out.push_back(fresh);
    }
    if (out.size() > most_near)
      std::stable_sort(out.begin(), out.end(), [](auto const& a, auto const& b) { return a.distance < b.distance; });
  }

  /// The nearest of the readings of an entry, if one is nearer than what is known so far.
  void take_nearest(entry_readings const& all, std::size_t entry, near_name& of) const {
    for (auto i = all.of(entry).first; i < all.of(entry).last; ++i) {
      if (distances_[i] >= of.distance) continue;
      of.distance = distances_[i];
      of.phones = static_cast<std::uint32_t>(all.all()[i].size());
    }
  }

  /// Too unlikely, whatever stands around the window, unless the text speaks for the name.
  bool hopeless(near_name const& near, window where, std::string const& letters) const {
    auto const sum = prospects_.at_best(near.distance, near.phones, names_.part_of(near.entry),
                                        names_.words_at(near.entry), where.count);
    if (prospects::hopeless(sum + prospects_.spelled_at_best())) return true;
    return prospects::hopeless(sum + prospects_.spelled(alike(letters, names_.letters_at(near.entry))));
  }

  /// What the user listed comes before what it sounds like.
  bool told(window where, std::uint32_t name) const {
    return std::any_of(out_.begin() + here_, out_.end(), [&](candidate const& c) {
      return c.how == match::listed && c.where == where && c.name == name;
    });
  }

  /// A first name makes a surname of what follows it, and a surname a first name of what stands before it.
  void by_anchor(window where, bool given) {
    bool surname = where.count == 2 && parts_.any_at(where.end() - 1);
    if ((!given && !surname) || cuts_compound(where)) return;
    if (given && stands_whole(name_part::given, where.first, where)) given = false;
    if (surname && stands_whole(name_part::surname, where.first + 1, where)) surname = false;
    if (given) beside(where, anchor::given, where.first, {where.first + 1, where.count - 1});
    if (surname) beside(where, anchor::surname, where.first + 1, {where.first, 1});
  }

  /// The only person who may be meant by that part stands in the window as a whole, and is not looked for beside it (`agrees`).
  bool stands_whole(name_part wanted, std::uint32_t by, window where) {
    auto const* right = in_.right_at(by);
    if (right == nullptr || right->where.first < where.first || right->where.end() > where.end() ||
        names_.part_of(right->entry) != name_part::whole)
      return false;
    auto const& parts = parts_.at(by);
    return std::all_of(parts.begin(), parts.end(), [&](std::uint32_t part) {
      if (names_.part_of(part) != wanted) return true;
      auto const bearers = names_.bearers(part);
      return bearers.size() == 1 && bearers[0] == right->entry;
    });
  }

  /// Persons of whom the word at `by` is the first name or surname, and the rest may be the other.
  void look_beside(anchor as, std::uint32_t by, window rest, std::vector<near_name>& out) {
    auto const wanted = as == anchor::given ? name_part::given : name_part::surname;
    std::array<phones, 2> sounds;
    for (auto const part : parts_.at(by)) {
      if (names_.part_of(part) != wanted) continue;
      if (sounds[0].empty())
        for (auto i = rest.first; i < rest.end(); ++i)
          for (std::size_t n = 0; n < sounds.size(); ++n) sounds[n] += in_.word(i).sound[n];
      auto const& all = names_.bearers_by_sound(part);
      heard_distances(sounds, all.others.all(), furthest_beside, names_.language(), distances_);
      bool const heard = names_.letters_at(part) != in_.word(by).letters;
      for (std::size_t i = 0; i < all.bearers.size(); ++i) {
        near_name fresh{.entry = all.bearers[i],
                        .name = names_.name_of(all.bearers[i]),
                        .part = part,
                        .distance = furthest_beside,
                        .part_heard = heard};
        take_nearest(all.others, i, fresh);
        if (fresh.distance < furthest_beside) out.push_back(fresh);
      }
    }
  }

  /// As `hopeless`, of a person of whom a part stands in the window, and the other may be heard in `rest`.
  bool hopeless_beside(near_name const& near, anchor as, window rest, window where) {
    auto sum = prospects_.beside_at_best(near.distance, near.phones, names_.bearers(near.part).size(), near.part_heard);
    auto const whole_at_best = prospects_.whole_spelled_at_best();
    if (prospects::hopeless(sum + whole_at_best)) return true;
    auto const person = names_.person_of(near.entry);
    auto const other = as == anchor::given ? person.surname : person.given;
    letters_of_rest_.clear();
    add_letters(rest, letters_of_rest_);
    sum += prospects_.beside_spelled(alike(letters_of_rest_, names_.letters_at(other)));
    if (prospects::hopeless(sum + whole_at_best)) return true;
    letters_of_rest_.clear();
    add_letters(where, letters_of_rest_);
    return prospects::hopeless(sum + prospects_.whole_spelled(alike(letters_of_rest_, names_.letters_at(near.entry))));
  }

  static constexpr std::uint32_t every_part = UINT32_MAX;
  static constexpr std::uint32_t no_part = UINT32_MAX - 1;

  /// Whether `agrees` and what else `beside` asks of a window is true for every person, or for those alone who bear a part,
  /// and nothing of it was repaired before.
  std::uint32_t free_of_names(window where) const {
    key_hash letters;
    auto part = every_part;
    for (auto at = where.first; at < where.end(); ++at) {
      letters.append(in_.facts(at).letters_hash);
      auto const* right = in_.right_at(at);
      if (right == nullptr) continue;
      if (right->where.count > 1 || right->by_letters || part != every_part) return no_part;
      part = right->entry;
    }
    bool const heard = in_.heard() != nullptr && in_.heard()->may_hold(in_, where);
    return heard || names_.may_be_written(letters) ? no_part : part;
  }

  void beside(window where, anchor as, std::uint32_t by, window rest) {
    key_hash words;
    for (auto at = where.first; at < where.end(); ++at) words.append(in_.facts(at).number);
    constexpr std::array<std::uint64_t, 2> salts{0x8F3A'51D2'0C47'9E6BULL, 0x27B9'E4C8'6D10'F35AULL};
    auto const place = names_.windows().find(key_hash::mix(words.value ^ salts[as == anchor::given ? 0 : 1]),
                                             [&](auto& out) { look_beside(as, by, rest, out); });
    if (place.count == 0) return;
    auto const& letters = letters_in(where);
    auto const free_of = free_of_names(where);
    for (auto& each : names_.windows().at(place)) {
      if (told(where, each.name)) continue;
      // Of a long list most are hopeless: no entry is made for these, though they keep others from being found.
      bool nothing = (free_of == every_part || free_of == each.part) && !hopeless_too_ && !in_.speaks_for(each.name);
      if (nothing && !each.weighed) {
        each.hopeless = hopeless_beside(each, as, rest, where);
        each.weighed = true;
      }
      nothing = nothing && each.hopeless;
      if (!nothing) {
        auto const& entry = names_.entry(each.entry);
        if (letters == entry.letters || in_.written_right(where, entry) || !agrees(where, entry)) continue;
      }
      candidate fresh{.where = where,
                      .entry = each.entry,
                      .name = each.name,
                      .by = as,
                      .part = each.part,
                      .part_heard = each.part_heard,
                      .nothing = nothing,
                      .distance = each.distance,
                      .phones = each.phones};
      auto const same = [&](candidate const& c) { return c.where == where && c.name == each.name; };
      // A part that stands as it should says more than one that is only heard, and that more than the whole.
      auto const better = [&](candidate const& c) {
        return same(c) && c.by != anchor::none &&
               std::pair(c.part_heard, c.distance) <= std::pair(fresh.part_heard, fresh.distance);
      };
      // Nor do words that follow mend what sounds nearer without them.
      auto const shorter = [&](candidate const& c) {
        return c.entry == fresh.entry && c.by == as && c.where.count < where.count && c.distance <= fresh.distance;
      };
      if (std::any_of(out_.begin() + here_, out_.end(), [&](auto const& c) { return better(c) || shorter(c); }))
        continue;
      out_.erase(std::remove_if(out_.begin() + here_, out_.end(), same), out_.end());
      out_.push_back(fresh);
    }
  }

  /// A part of a hyphenated word is no word.
  bool cuts_compound(window where) const {
    auto const tied = [&](std::uint32_t at) {
      if (at >= in_.tokens().size() || in_.tokens()[at].before != gap::joined) return false;
      auto const between = in_.between(at);
      return between.empty() || is_hyphen(decode_at(between, 0).value);
    };
    // "doesn't" is cut before its "t", "l'a" after its "l"; a possessive is not.
    auto const next = where.end();
    bool const contracted = next < in_.tokens().size() && in_.tokens()[next].before == gap::joined &&
                            in_.tokens()[next].text != "s" && !in_.between(next).empty();
    return contracted || tied(where.first) || tied(where.end());
  }

  static constexpr std::uint32_t number_ahead =
      8; ///< words that one in words may look ahead (number_words.hpp), less two
  static constexpr float furthest_beside = 0.6F; ///< the same beside a part of the name that is right
  static constexpr float furthest = 0.25F;       ///< beyond it two sounds have less in common than not

  document const& in_;
  name_index const& names_;
  last_round* before_;
  std::vector<candidate> alone_;
  std::vector<candidate>& out_; ///< that, or those of the round
  std::ptrdiff_t here_ = 0;     ///< where the candidates that start at this word begin
  std::vector<std::uint32_t> found_;
  entry_readings readings_;      ///< of these
  std::vector<float> distances_; ///< of readings
  prospects prospects_;
  window_reach reach_; ///< of the window at hand
  quiet_words quiet_;
  heard_parts parts_;
  numbers_in_digits numbers_;
  bool hopeless_too_;
  std::array<std::string, 2> coarse_;                         ///< keys of the window at hand
  std::string letters_;                                       ///< of it
  std::unordered_map<std::string, std::vector<phones>> read_; ///< words of names, of which few are asked for
  std::string letters_of_rest_;                               ///< of a part of it
  std::uint32_t walked_ = 0;                                  ///< words looked at from the first one of the window on
};

MONDEGREEN_INLINE std::vector<candidate> find_candidates(document const& in, bool hopeless_too) {
  return candidate_search(in, hopeless_too).run();
}

MONDEGREEN_INLINE std::vector<candidate>& find_candidates(document const& in, last_round& before) {
  candidate_search(in, before).run_again();
  return before.found();
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
