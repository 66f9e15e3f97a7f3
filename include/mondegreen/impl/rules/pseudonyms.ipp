#pragma once

#include <mondegreen/impl/names/persons.hpp>
#include <mondegreen/impl/names/tokens.hpp>
#include <mondegreen/impl/rules/phrases.hpp>
#include <mondegreen/impl/rules/rules.hpp>
#include <mondegreen/impl/rules/typesetting.hpp>
#include <mondegreen/lexicon.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

/// Names of a names file, and what stands for each: the same for the whole name, its surname and its first name.
class pseudonym_list {
public:
  pseudonym_list(mondegreen::names const& known, language const& speech) : words_(speech.pseudonyms) {
    if (words_.empty()) words_ = "person=Person|org=Organisation|place=Place|product=Product|event=Event|=Name";
    std::string list;
    for (auto const& each : known.all()) {
      if (each.form.empty()) continue;
      auto const mine = types_.size();
      // A plain list has no types, and what is a person in it must not be told by the surname.
      bool const person =
          each.type == "person" ||
          !person_parts(each.form, each.type, tokenize({{each.form, false}}), lexicon::of(speech.code)).second.empty();
      types_.push_back(person ? "person" : each.type);
      add(list, each.form, mine);
      if (!person) continue;
      // "Martin Signoux" is also M. Signoux, Signoux, and Martin.
      if (auto const first = each.form.find(' '); first != each.form.npos)
        add(list, each.form.substr(0, decode_at(each.form, 0).length) + "." + each.form.substr(first), mine);
      any_in_list(
          each.form,
          [&](std::string_view part) {
            if (part.size() > 2 && part != each.form) add(list, part, mine);
            return false;
          },
          ' ');
    }
    table_ = phrase_table(list, '\n');
    numbers_.resize(types_.size());
  }

  phrase_table const& table() const noexcept { return table_; }

  /// What stands for the name of a phrase. Names are counted in the order in which they come up.
  std::string const& of(phrase const& what) {
    auto const mine = owner_.at(what.words);
    auto& made = numbers_[mine];
    if (!made.empty()) return made;
    std::string_view word;
    auto const choose = [&](std::string_view type) {
      return any_in_list(words_, [&](std::string_view entry) {
        auto const equal = entry.find('=');
        if (entry.substr(0, equal) != type) return false;
        word = entry.substr(equal + 1);
        return true;
      });
    };
    if (!choose(types_[mine])) choose("");
    made = std::string(word) + " " + std::to_string(++counted_[std::string(word)]);
    return made;
  }

private:
  void add(std::string& list, std::string_view form, std::size_t mine) {
    if (form.find('\n') != form.npos || form.find('=') != form.npos) return;
    // Of two people who share a name the first one has it.
    if (!owner_.try_emplace(phrase_words(form), mine).second) return;
    list.append(list.empty() ? "" : "\n").append(form);
  }

  std::string_view words_;
  std::vector<std::string> types_;
  std::map<std::string, std::size_t> owner_; ///< by the words of a phrase
  std::vector<std::string> numbers_;
  std::map<std::string, std::size_t> counted_;
  phrase_table table_;
};

inline void set_pseudonyms(editor& text, rule_context const& context, void*) {
  if (context.known == nullptr) return;
  pseudonym_list list(*context.known, context.speech);
  if (list.table().empty()) return;
  findings found;
  auto const look_at = [&](place where, passage const& each) {
    std::string_view const in = each.text;
    list.table().for_each_in(in, [&](std::size_t at, phrase_match const& match) {
      // "marchand" is a word, "Marchand" the name.
      bool const capital = is_upper(char_at(match.what->said, 0));
      if (!capital || is_upper(char_at(in, at))) found.replace(at, match.end, list.of(*match.what));
      return match.end;
    });
    if (found.changes().empty()) return;
    text.replace(where, found.changes());
    found.changes().clear();
  };
  // Whatever may hold a name: metadata of any kind and notes, too.
  auto const& all = text.text();
  for (std::uint32_t i = 0; i < all.metadata.size(); ++i) look_at({place::part::metadata, i}, all.metadata[i]);
  for (std::uint32_t i = 0; i < all.kept.size(); ++i) look_at({place::part::kept, i}, all.kept[i]);
  for (std::uint32_t i = 0; i < all.cues.size(); ++i)
    if (!text.removed({place::part::cue, i})) look_at({place::part::cue, i}, all.cues[i]);
  for (std::size_t i = 0; i < all.speakers.size(); ++i) {
    std::string const label = all.speakers[i];
    std::string renamed;
    std::size_t from = 0;
    list.table().for_each_in(label, [&](std::size_t at, phrase_match const& match) {
      renamed.append(label, from, at - from).append(list.of(*match.what));
      from = match.end;
      return match.end;
    });
    renamed.append(label, from);
    if (renamed != label) text.rename_speaker(static_cast<speaker_id>(i), renamed);
  }
}

MONDEGREEN_INLINE rule const pseudonyms{
    .id = "pseudonyms",
    .summary = "puts a pseudonym for each name of the names files, the same wherever it stands",
    .on_by_default = false,
    .apply = set_pseudonyms,
    .group = "on request",
    .counted = "pseudonym|pseudonyms",
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
