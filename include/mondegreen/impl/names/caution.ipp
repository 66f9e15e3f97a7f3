#pragma once

#include <mondegreen/impl/names/caution.hpp>
#include <mondegreen/impl/names/given_names.hpp>
#include <mondegreen/impl/names/letters.hpp>
#include <mondegreen/impl/names/spelling_distance.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// The rules for one document.
class caution {
public:
  caution(document const& in, document const& known) : in_(in), known_(known) {
    for (std::uint32_t i = 0; i < in.tokens().size(); ++i)
      if (!in.part(in.tokens()[i].passage).role.empty()) page_.insert(in.word(i).letters);
  }

  void apply(finding& what) const {
    auto const at = what.from.where;
    auto const drop = [&](std::string_view why) {
      what.pointless = true;
      what.gate = why;
    };
    auto const hold = [&](std::string_view why) {
      if (what.guarded) return;
      what.guarded = true;
      what.gate = why;
    };
    for (auto i = at.first; i < at.end(); ++i) {
      if (!in_.part(in_.tokens()[i].passage).role.empty()) return drop("it is the page that the name was found on");
      if (known_.right_at(i) != nullptr) return drop("a name of the names file stands there");
    }
    say_where(what);
    if (what.from.how != match::sound) return;
    auto const changed = what.change.changed;
    bool written = changed.count > 0;
    bool ordinary = false, given = false;
    for (auto i = changed.first; i < changed.end(); ++i) {
      auto const& word = in_.word(i);
      written = written && page_.contains(word.letters);
      ordinary = ordinary || word.rank != 0;
      given = given || word.given;
    }
    auto const& form = in_.names().names()[in_.names().entry(what.from.entry).name].form;
    if (is_given_name(form)) return drop("it may be a first name, and sounds like others");
    if (written) return drop("the page has this spelling too");
    if (ordinary) return hold("an ordinary word, and only the page speaks for the name");
    // Who has the sound of a whole person, first name and surname, is that person.
    bool const person = in_.names().entry(what.from.entry).part_surname != name_entry::none;
    if (given && !(person && what.from.distance == 0))
      return hold("a first name, and only the page speaks for another one");
    constexpr float near = 0.25F;
    bool const beside = first_name_kept(what) && what.from.distance <= near && spelled_alike(what);
    if (what.from.distance > 0 && !beside)
      hold("only the page speaks for the name, and it does not sound the very same");
  }

private:
  bool first_name_kept(finding const& what) const {
    auto const& entry = in_.names().entry(what.from.entry);
    if (entry.part_surname == name_entry::none || entry.words.empty()) return false;
    return in_.tokens()[what.from.where.first].text == entry.words.front() &&
           what.change.changed.first > what.from.where.first;
  }

  bool spelled_alike(finding const& what) const {
    std::string before, after;
    for (auto i = what.change.changed.first; i < what.change.changed.end(); ++i) before += in_.word(i).letters;
    for (auto const& each : what.change.parts) append_letters(after, each.with);
    constexpr double near = 0.7;
    return alike(before, after) >= near;
  }

  /// "'Martin Signoux' stands on the page, line 2" instead of where else it stands.
  void say_where(finding& what) const {
    auto const number = in_.names().entry(what.from.entry).name;
    auto const& name = in_.names().names()[number];
    auto const home = in_.names().home(number);
    auto const quoted = fmt::format("'{}' stands", name.form);
    std::erase_if(what.evidence, [&](std::string const& each) { return each.starts_with(quoted); });
    what.evidence.push_back(home == nullptr
                                ? quoted + " on the page"
                                : fmt::format("{} on the page, line {}", quoted, home->locate(name.where.offset).line));
  }

  document const& in_;
  document const& known_;
  std::unordered_set<std::string_view> page_; ///< letters of its words
};

MONDEGREEN_INLINE void be_careful(document const& in, document const& known, std::vector<finding>& findings) {
  caution const rules(in, known);
  for (auto& each : findings) rules.apply(each);
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
