#pragma once

#include <mondegreen/impl/languages/markers.hpp>
#include <mondegreen/impl/text/lists.hpp>
#include <mondegreen/language.hpp>
#include <mondegreen/lexicon.hpp>
#include <mondegreen/pipeline.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl {

/// The language of the speech: what the caller says, what the document says, what the words say that have not been taken
/// out.
inline language const& language_of(editor const& in, std::string_view asked) {
  auto const& text = in.text();
  if (!asked.empty()) {
    auto const* known = find_language(asked);
    return known != nullptr ? *known : no_language();
  }
  if (auto const* known = find_language(text.language)) return *known;
  std::string sample;
  for (std::uint32_t i = 0; i < text.cues.size() && sample.size() < std::size_t{1} << 16U; ++i) {
    if (in.removed({place::part::cue, i})) continue;
    sample += text.cues[i].text;
    sample += '\n';
  }
  auto const guess = detect_language(sample);
  return guess.what != nullptr ? *guess.what : no_language();
}

/// True if a text without small words that tell ("French AI ecosystem takes shape") is in the ordinary words of one
/// language and not of the other. Both need a lexicon.
inline bool is_in_words_of(language const& other, language const& speech, std::string_view text) {
  auto const& theirs = lexicon::of(other.code);
  auto const& ours = lexicon::of(speech.code);
  if (theirs.size() == 0 || ours.size() == 0) return false;
  std::size_t words = 0, in_theirs = 0, in_ours = 0;
  for_each_plain_word(text, [&](std::string_view word) {
    ++words;
    in_theirs += theirs.rank(word) != 0;
    in_ours += ours.rank(word) != 0;
  });
  return in_theirs * 10 >= words * 8 && in_ours * 10 <= words * 6;
}

/// The language of each cue where the document mixes several; empty where all cues are of one. Few cues are long enough
/// to tell (markers.hpp).
class cue_languages {
public:
  explicit cue_languages(editor& in) : edits_(in) {}

  std::vector<language const*> const& all() const noexcept { return found_; }

  /// Looks at the cues that have changed since the last time, or at all if the speech is of another language now. True if
  /// something is different. `foreign_words`: the sign of words of other languages.
  bool look(language const& speech, sign_set foreign_words) {
    auto const before = found_;
    if (speech_ != &speech) {
      seen_.reset();
      found_.clear();
    }
    speech_ = &speech;
    edits_.begin("language of cues", std::exchange(seen_, edits_.revision()));
    auto const& cues = edits_.text().cues;
    for (std::uint32_t i = 0; i < cues.size(); ++i) {
      place const where{place::part::cue, i};
      if (edits_.settled(where)) continue;
      auto const* const own = edits_.signs(where).meets(foreign_words) ? foreign(cues[i].text) : nullptr;
      if (found_.empty() && own == nullptr) continue;
      if (found_.empty()) found_.assign(cues.size(), speech_);
      found_[i] = own != nullptr ? own : speech_;
    }
    if (std::all_of(found_.begin(), found_.end(), [&](language const* each) { return each == speech_; }))
      found_.clear();
    return found_ != before;
  }

private:
  /// Another language than that of the speech, or null.
  language const* foreign(std::string_view text) const {
    language const* likely = nullptr;
    auto const* const own = foreign_language(text, *speech_, likely);
    if (own != nullptr || likely == nullptr) return own;
    return is_in_words_of(*likely, *speech_, text) ? likely : nullptr;
  }

  editor& edits_;
  language const* speech_ = nullptr;
  std::optional<std::size_t> seen_; ///< the revision at which it last looked
  std::vector<language const*> found_;
};

/// The words that rules and `cue_languages` look for in a text, as signs.
struct signs_of_words {
  sign_table table{};
  std::vector<std::pair<rule const*, sign_set>> needs{}; ///< of each rule, those of signs.def included
  sign_set foreign{}; ///< of words that tell of another language and not of that of the speech

  /// In all languages that are spoken, of which the first is that of the speech.
  signs_of_words(std::span<rule const> own, std::vector<language const*> const& spoken, wording how) {
    for (auto const list : {mondegreen::rules(), own})
      for (auto const& each : list) add(each, spoken, how);
    foreign = table.add();
    for (auto const* each : mondegreen::languages())
      any_in_list(each->marker_words, [&](std::string_view word) {
        if (!list_contains(spoken.front()->marker_words, word)) table.mark(word, foreign);
        return false;
      });
  }

  /// The library's own for a language, made once: that takes as long as cleaning a page.
  static signs_of_words const& of(language const& speech, wording how) {
    static std::mutex making;
    static std::map<std::pair<language const*, wording>, std::unique_ptr<signs_of_words const>> made;
    std::scoped_lock const lock(making);
    auto& mine = made[{&speech, how}];
    if (!mine) mine = std::make_unique<signs_of_words const>(std::span<rule const>(), std::vector{&speech}, how);
    return *mine;
  }

private:
  void add(rule const& each, std::vector<language const*> const& spoken, wording how) {
    needs.emplace_back(&each, each.needs);
    if (each.words == nullptr) return;
    auto const words = table.add();
    for (auto const* one : spoken) table.mark(each.words(*one, how), words);
    needs.back().second = each.needs | words;
  }
};

/// The signs of a run.
class looked_for {
public:
  looked_for(std::span<rule const> own, wording how) : own_(own), how_(how) {}

  /// Tells the editor of the words of all languages that are spoken; does nothing if they are those of the last time.
  void tell(editor& edits, language const& speech, std::vector<language const*> const& by_cue) {
    std::vector<language const*> spoken{&speech};
    for (auto const* each : by_cue)
      if (std::find(spoken.begin(), spoken.end(), each) == spoken.end()) spoken.push_back(each);
    if (spoken == spoken_) return;
    if (spoken.size() == 1 &&
        std::none_of(own_.begin(), own_.end(), [](rule const& each) { return each.words != nullptr; })) {
      now_ = &signs_of_words::of(speech, how_);
    } else {
      made_.emplace(own_, spoken, how_);
      now_ = &*made_;
    }
    edits.look_for(now_->table);
    spoken_ = std::move(spoken);
  }

  sign_set needs(rule const& of) const noexcept {
    auto const& all = now_->needs;
    auto const at = std::find_if(all.begin(), all.end(), [&](auto const& each) { return each.first == &of; });
    return at != all.end() ? at->second : of.needs;
  }

  sign_set foreign_words() const noexcept { return now_->foreign; }

private:
  std::span<rule const> own_;
  wording how_;
  std::vector<language const*> spoken_; ///< those that the editor has been told of
  std::optional<signs_of_words> made_;
  signs_of_words const* now_ = nullptr; ///< there once something is told
};

/// True if the list has the rule's id or its group.
inline bool lists(std::vector<std::string> const& ids, rule const& which) {
  return std::any_of(ids.begin(), ids.end(), [&](std::string const& each) {
    return each == which.id || (!which.group.empty() && each == which.group);
  });
}

inline bool chosen(rule const& which, clean_options const& options) {
  if (lists(options.skip, which)) return false;
  if (lists(options.also, which)) return true;
  if (!options.only.empty()) return lists(options.only, which);
  return which.on_by_default && which.from <= options.how;
}

} // namespace impl

MONDEGREEN_INLINE ledger clean(transcript& text, clean_options const& options) {
  editor edits(text, options.apply);
  edits.go_by(options.reviewed);
  auto const* speech = &impl::language_of(edits, options.language);
  impl::looked_for signs(options.own_rules, options.how);
  impl::cue_languages by_cue(edits);
  auto const look_at_languages = [&] {
    signs.tell(edits, *speech, by_cue.all());
    bool const changed = by_cue.look(*speech, signs.foreign_words());
    if (changed) signs.tell(edits, *speech, by_cue.all());
    return changed;
  };
  look_at_languages();
  auto const spoken = [&](std::string_view codes) {
    if (codes.empty() || impl::list_contains(codes, speech->code, ' ')) return true;
    return std::any_of(by_cue.all().begin(), by_cue.all().end(),
                       [&](language const* each) { return impl::list_contains(codes, each->code, ' '); });
  };
  auto const run = [&](rule const& each, std::optional<std::size_t> since) {
    if (!spoken(each.languages)) return;
    rule_context const context{.speech = *speech,
                               .known = options.names,
                               .page = options.context,
                               .mine = options.mine,
                               .spelling = options.spelling,
                               .named = options.language,
                               .how = options.how,
                               .settings = options.settings,
                               .by_cue = by_cue.all()};
    edits.begin(each.id, since, signs.needs(each));
    each.apply(edits, context, each.own);
  };
  // What one rule changes may show another something: a text or a cue its language, once what was garbled in it is
  // mended; two words in a row, once what stood between is gone. So each rule runs until nothing has changed since it last
  // began, as it would when the result is cleaned again; rules that look at each passage by itself then look at those that
  // changed. Few texts need a third round; the bound is for rules that undo each other's work.
  constexpr int rounds = 8;
  auto const all = rules();
  std::vector<std::optional<std::size_t>> seen(all.size()); // the revision at which each last began
  for (int round = 0; round < rounds; ++round) {
    bool settled = true;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!impl::chosen(all[i], options) || seen[i] == edits.revision()) continue;
      auto const begun = edits.revision();
      run(all[i], seen[i]);
      settled = settled && begun == edits.revision();
      seen[i] = std::max(begun, edits.rested());
    }
    if (settled) break;
    auto const* const before = std::exchange(speech, &impl::language_of(edits, options.language));
    if (!look_at_languages() && speech == before) continue;
    std::fill(seen.begin(), seen.end(), std::nullopt);
  }
  for (auto const& each : options.own_rules)
    if (!impl::lists(options.skip, each)) run(each, std::nullopt);
  return edits.finish();
}

} // namespace mondegreen::inline MONDEGREEN_ABI
