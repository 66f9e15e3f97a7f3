#pragma once

#include <mondegreen/impl/names/given_names.hpp>
#include <mondegreen/impl/names/letters.hpp>
#include <mondegreen/impl/names/person_words.hpp>
#include <mondegreen/impl/names/spotting.hpp>
#include <mondegreen/impl/text/lists.hpp>
#include <mondegreen/lexicon.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// One walk over the words of a text.
class name_spotter {
public:
  name_spotter(std::vector<document_part> const& parts, std::vector<token> const& words, language const& speech)
      : parts_(parts), words_(words), speech_(speech), ordinary_(lexicon::of(speech.code)) {
    weigh_capitals();
  }

  std::vector<spotted> run() {
    for (std::uint32_t at = 0; at < words_.size();) {
      if (!may_be_name(at)) {
        ++at;
        continue;
      }
      auto const all = run_from(at);
      for (auto const& each : pieces(all)) look_at(each);
      at = all.end();
    }
    find_belonging();
    return std::move(out_);
  }

private:
  static constexpr std::uint32_t longest = 8; ///< words of a name; a longer run of capitals is a headline

  /// How a passage uses capitals.
  enum class casing : std::uint8_t {
    sentence, ///< they mark names
    headline, ///< most words have one
    shouted,  ///< nothing else
  };

  /// A headline gives a capital to ordinary words.
  void weigh_capitals() {
    std::vector<std::uint32_t> low(parts_.size()), initial(parts_.size()), loud(parts_.size()), titled(parts_.size());
    for (std::uint32_t i = 0; i < words_.size(); ++i) {
      auto const& each = words_[i];
      if (each.shape == word_shape::digits || letters_of(each.text).size() < 4) continue;
      ++(each.shape == word_shape::lower ? low : each.shape == word_shape::capitals ? loud : initial)[each.passage];
      titled[each.passage] += each.shape == word_shape::initial && !each.opens_sentence && rank(i) != 0 && !given(i);
    }
    casing_.resize(parts_.size(), casing::sentence);
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (parts_[i].role == "speaker") continue;
      if (loud[i] > low[i] + initial[i])
        casing_[i] = casing::shouted;
      else if (titled[i] >= 2 && titled[i] > low[i])
        casing_[i] = casing::headline;
    }
  }

  casing casing_at(std::uint32_t at) const { return casing_[words_[at].passage]; }

  bool capital(std::uint32_t at) const {
    auto const shape = words_[at].shape;
    return shape != word_shape::lower && shape != word_shape::digits;
  }

  bool may_be_name(std::uint32_t at) const {
    return capital(at) && !words_[at].shielded && casing_at(at) != casing::shouted;
  }

  /// "l'", "d'" before the word; they are no part of it.
  bool elides(std::uint32_t at) const {
    if (at + 1 >= words_.size() || words_[at + 1].before != gap::joined) return false;
    auto const between = text_between(at + 1);
    if (between.empty() || !is_apostrophe(decode_at(between, 0).value)) return false;
    return list_contains(speech_.elisions, letters_of(words_[at].text));
  }

  std::string_view text_between(std::uint32_t at) const {
    auto const& right = words_[at];
    auto const from = words_[at - 1].where.end();
    return parts_[right.passage].text.substr(from, right.where.offset - from);
  }

  /// The word goes on where the one before it stopped: on one line, or across cues.
  bool follows(std::uint32_t at) const {
    if (at >= words_.size() || words_[at].shielded) return false;
    auto const before = words_[at].before;
    if (before == gap::wall) return false;
    // A page has lists, a name a line; speech has cues that cut names.
    return before != gap::line || parts_[words_[at].passage].role.empty();
  }

  /// The run of words with capitals that begins here, with the small words inside it.
  window run_from(std::uint32_t first) const {
    auto end = first + 1;
    while (end < words_.size() && follows(end)) {
      if (capital(end) && !words_[end].shielded) {
        ++end;
        continue;
      }
      if (tied(end)) {
        ++end;
        continue;
      }
      bool const number = words_[end].shape == word_shape::digits && words_[end].text.size() <= 2;
      if (number && words_[end].before == gap::space) {
        ++end;
        break;
      }
      auto const linked = link_from(first, end);
      if (linked == 0) break;
      end += linked;
    }
    return {first, end - first};
  }

  /// The rest of one word: "Penmarc'h", "Saint-brieuc"; a possessive is none.
  bool tied(std::uint32_t at) const {
    return words_[at].before == gap::joined && words_[at].shape != word_shape::digits && words_[at].text != "s";
  }

  /// How many small words stand between this place and the next capital that the same name has: "Institut de France",
  /// "Charles de Gaulle", "Bank of America". 0: the name is over.
  std::uint32_t link_from(std::uint32_t first, std::uint32_t at) const {
    auto next = at;
    while (next < words_.size() && next - at < 2 && words_[next].shape == word_shape::lower && follows(next)) {
      auto const& text = words_[next].text;
      bool const small = is_particle(text) || text == "of" || text == "the" || text == "l";
      if (!small) return 0;
      ++next;
    }
    if (next == at || next >= words_.size() || !capital(next) || !follows(next)) return 0;
    bool const person = is_given_name(words_[first].text);
    // A first name alone takes a particle and a surname; with a surname it is complete, and belongs to what follows.
    if (person) return at - first == 1 && words_[at].text != "of" ? next - at : 0;
    // "Institut de France": a word of the language with a capital is no name by itself.
    return rank(at - 1) != 0 && !opens(at - 1) ? next - at : 0;
  }

  std::uint32_t rank(std::uint32_t at) const { return ordinary_.rank(words_[at].text); }

  /// Its capital says nothing.
  bool opens(std::uint32_t at) const { return words_[at].opens_sentence && !after_title(at); }

  /// "Dr." stands before it, whose full stop ends no sentence.
  bool after_title(std::uint32_t at) const {
    return at > 0 && words_[at].passage == words_[at - 1].passage && words_[at].before == gap::wall &&
           text_between(at) == ". " && in_list(speech_.honorifics, at - 1);
  }

  bool given(std::uint32_t at) const { return words_[at].shape != word_shape::lower && is_given_name(words_[at].text); }

  struct piece {
    window where{};
    bool cut = false;
    bool titled = false; ///< "M.", "Dr" stood before it
  };

  /// What of a run may be a name: without the word that only opens the sentence, the honorific and the article that
  /// leans on it; of a headline the unusual words.
  std::vector<piece> pieces(window all) const {
    std::vector<piece> out;
    if (casing_at(all.first) == casing::headline) {
      for (auto at = all.first; at < all.end();) {
        if (!unusual(at)) {
          ++at;
          continue;
        }
        auto const start = at;
        while (at < all.end() && unusual(at)) ++at;
        out.push_back({{start, at - start}, false, false});
      }
      return out;
    }
    piece one{all, false, after_title(all.first)};
    auto const drop_first = [&] {
      ++one.where.first;
      --one.where.count;
    };
    while (one.where.count > 0) {
      auto const first = one.where.first;
      if (elides(first) || words_[first].shape == word_shape::lower || words_[first].shape == word_shape::digits) {
        drop_first();
      } else if (one.where.count > 1 && list_contains(speech_.honorifics, lower(first))) {
        drop_first();
        one.titled = true;
      } else if (opens(first) && rank(first) != 0 && !opens_person(one.where)) {
        drop_first();
        one.cut = true;
      } else {
        break;
      }
    }
    // A lone letter or a particle is no end.
    while (one.where.count > 0 && words_[one.where.end() - 1].shape == word_shape::lower && !tied(one.where.end() - 1))
      --one.where.count;
    if (one.where.count > 0 && one.where.count <= longest) out.push_back(one);
    return out;
  }

  /// A first name that opens a sentence with its surname behind it, or is a label by itself.
  bool opens_person(window where) const {
    if (!given(where.first)) return false;
    return where.count > 1 ? capital(where.first + 1) : parts_[words_[where.first].passage].role == "speaker";
  }

  /// A word of a headline that would have its capital in a sentence too.
  bool unusual(std::uint32_t at) const {
    if (elides(at) || words_[at].shape == word_shape::lower) return false;
    if (words_[at].shape == word_shape::mixed) return true;
    return rank(at) == 0 ||
           (given(at) && at + 1 < words_.size() && follows(at + 1) && capital(at + 1) && rank(at + 1) == 0);
  }

  std::string lower(std::uint32_t at) const {
    std::string out;
    for (std::size_t i = 0; i < words_[at].text.size();) {
      auto const point = decode_at(words_[at].text, i);
      append_utf8(out, lower_of(point.value));
      i += point.length;
    }
    return out;
  }

  bool in_list(std::string_view list, std::uint32_t at) const { return list_contains(list, lower(at)); }

  /// A role as one word or with a hyphen: "président", "co-fondateur", "vice-président".
  bool role(std::uint32_t at) const { return at < words_.size() && in_list(speech_.roles, at); }

  /// A role stands right behind, after a comma, a bracket or a dash: "X, le président".
  bool role_behind(std::uint32_t end) const {
    constexpr std::uint32_t reach = 4;
    for (auto i = end; i < std::min<std::size_t>(end + reach, words_.size()); ++i) {
      if (words_[i].passage != words_[end - 1].passage || words_[i].before == gap::line) return false;
      if (i == end) {
        auto const between = text_between(i);
        if (between.find_first_of(",(") == std::string_view::npos && between.find("\u2013") == std::string_view::npos &&
            between.find("\u2014") == std::string_view::npos && between.find(" - ") == std::string_view::npos)
          return false;
      } else if (words_[i].before == gap::wall) {
        return false;
      }
      if (role(i)) return true;
      if (capital(i)) return false;
    }
    return false;
  }

  /// The small word before a name: "de", the "d" of "d'Orange"; none before the first or behind punctuation.
  std::optional<std::uint32_t> word_before(std::uint32_t first) const {
    if (first == 0) return std::nullopt;
    if (!elides(first - 1) && words_[first].before != gap::space) return std::nullopt;
    if (words_[first - 1].shape != word_shape::lower) return std::nullopt;
    return first - 1;
  }

  /// "chez X".
  bool employed(std::uint32_t first) const {
    auto const before = word_before(first);
    return before && in_list(speech_.employers, *before);
  }

  /// "fondateur de X", "responsable des achats chez X".
  bool served(std::uint32_t first) const {
    auto const before = word_before(first);
    if (!before || !in_list(speech_.belonging, *before)) return false;
    auto const at_word = *before;
    constexpr std::uint32_t reach = 3;
    for (std::uint32_t back = 1; back <= reach && at_word >= back; ++back) {
      auto const i = at_word - back;
      if (words_[i + 1].before == gap::wall || words_[i].passage != words_[first].passage) return false;
      if (role(i)) return true;
      if (capital(i) || in_list(speech_.belonging, i)) return false;
    }
    return false;
  }

  bool has_word(window where, std::string_view list) const {
    for (auto i = where.first; i < where.end(); ++i)
      if (in_list(list, i)) return true;
    return false;
  }

  void look_at(piece const& one) {
    auto const where = one.where;
    spotted found;
    found.where = where;
    found.cut = one.cut;
    std::size_t unknown = 0, marked = 0, letters = 0;
    for (auto i = where.first; i < where.end(); ++i) {
      if (!capital(i)) continue;
      unknown += rank(i) == 0;
      marked += words_[i].shape == word_shape::mixed;
      letters += letters_of(words_[i].text).size();
    }
    if (letters < 2) return;
    auto const last = where.end() - 1;
    bool const names_person = where.count >= 2 && where.count <= 4 && given(where.first) && capital(last) &&
                              words_[last].shape != word_shape::capitals && letters_of(words_[last].text).size() > 1 &&
                              !is_company_word(words_[last].text) && words_[where.first + 1].before != gap::wall;
    bool const small_run = where.count <= 3 && where.count >= 2;
    auto const is = [&](std::string_view type, std::string_view clue) {
      found.type = type;
      found.clue = clue;
    };
    bool const speaker = parts_[words_[where.first].passage].role == "speaker";
    if (one.titled)
      is("person", "a title stands before it");
    else if (has_word(where, speech_.events) && where.count > 1)
      is("event", "a word of events is in it");
    else if (employed(where.first))
      is("org", "somebody works for it");
    else if (names_person && (rank(last) == 0 || speaker || role_behind(where.end())))
      is("person", "a first name and a surname");
    else if (has_word(where, speech_.organisations) && where.count > 1)
      is("org", "a word of organisations is in it");
    else if (where.count > 1 && is_company_word(words_[last].text))
      is("org", "a word of companies is in it");
    else if (has_word(where, speech_.places) && where.count > 1)
      is("place", "a word of places is in it");
    else if (speaker)
      is("person", "speaks in it");
    else if (small_run && role_behind(where.end()))
      is("person", "a role stands behind it");
    else if (small_run && unknown == where.count && where.first > 0 && words_[where.first].before == gap::space &&
             role(where.first - 1))
      is("person", "a role stands before it");
    else if (served(where.first))
      is("org", "somebody works for it");
    else if (marked > 0)
      found.clue = "capitals inside a word";
    else if (unknown > 0 && !(where.count == 1 && opens(where.first)))
      found.clue = where.count == 1 && words_[where.first].shape == word_shape::capitals
                       ? "an acronym"
                       : "a capital inside a sentence, and no ordinary word";
    else if (where.count > 1)
      found.clue = "capitals inside a sentence";
    else
      return;
    found.plain = found.type.empty() && marked == 0;
    // An ordinary word with a capital, and nothing that makes a name of it.
    if (found.plain && where.count < 2 && (unknown == 0 || letters < 3)) return;
    found.form = form(where);
    out_.push_back(std::move(found));
  }

  std::string form(window where) const {
    std::string out;
    for (auto i = where.first; i < where.end(); ++i) {
      if (i > where.first) {
        bool const parted = words_[i].before != gap::joined || words_[i].passage != words_[i - 1].passage;
        auto const between = parted ? std::string_view() : text_between(i);
        if (!between.empty() && is_apostrophe(decode_at(between, 0).value))
          out += '\'';
        else if (parted)
          out += words_[i].before == gap::space && text_between(i).front() == '.' ? ". " : " ";
        else
          out += between;
      }
      out += words_[i].text;
    }
    return out;
  }

  /// A person and the organisation of the role behind the name.
  void find_belonging() {
    constexpr std::uint32_t reach = 12;
    for (std::size_t i = 0; i + 1 < out_.size(); ++i) {
      auto const& next = out_[i + 1];
      if (out_[i].type != "person" || next.type != "org" || next.where.first - out_[i].where.end() > reach) continue;
      if (words_[next.where.first].passage != words_[out_[i].where.first].passage) continue;
      bool one_sentence = true;
      for (auto at = out_[i].where.end(); at <= next.where.first && one_sentence; ++at)
        one_sentence = !words_[at].opens_sentence;
      if (one_sentence) out_[i].belongs = static_cast<std::uint32_t>(i + 2);
    }
  }

  std::vector<document_part> const& parts_;
  std::vector<token> const& words_;
  language const& speech_;
  lexicon const& ordinary_;
  std::vector<casing> casing_;
  std::vector<spotted> out_;
};

MONDEGREEN_INLINE std::vector<spotted> spot_names(std::vector<document_part> const& parts,
                                                  std::vector<token> const& words, language const& speech) {
  return name_spotter(parts, words, speech).run();
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
