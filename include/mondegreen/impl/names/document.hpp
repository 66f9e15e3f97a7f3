// A text as the matcher sees it: its words, how they sound and how ordinary they are, and which names already stand in
// it as they should.
#pragma once

#include <mondegreen/impl/names/index.hpp>
#include <mondegreen/impl/names/number_map.hpp>
#include <mondegreen/impl/names/number_words.hpp>
#include <mondegreen/impl/names/tokens.hpp>
#include <mondegreen/lexicon.hpp>

#include <array>
#include <bitset>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A run of words.
struct window {
  std::uint32_t first = 0;
  std::uint32_t count = 0;

  std::uint32_t end() const noexcept { return first + count; }
  friend bool operator==(window, window) = default;
};

/// A passage of the document.
struct document_part {
  std::string_view text;
  std::string_view role;  ///< "title", "description", …; empty for the speech
  bool continues = false; ///< as in token_source
  bool read_only = false; ///< evidence only: the page around the transcript
};

/// What retrieval asks of every word, in few cache lines.
struct word_facts {
  key_hash letters_hash{};
  std::uint32_t number = 0; ///< among all words that texts have held
  std::uint32_t rank = 0;
  std::uint32_t letters = 0;        ///< how many bytes of them
  std::array<key_reach, 3> reach{}; ///< as in known_word
  bool number_word = false;
  bool anchored = false;
  bool one_sound = false; ///< both keys of sounds are the same
  bool plain = false;     ///< as in known_word

  /// No name begins as this word does.
  bool begins_none() const noexcept { return reach[2].front != key_reach::all; }
};

class heard_before;

class document {
public:
  document(std::vector<document_part> parts, name_index const& names);

  /// Another text, in the room of this one: fresh pages cost as much as filling them.
  void begin(std::vector<document_part> parts);

  /// The same text after some of its parts have changed: what the others hold is not worked out again. No other document
  /// of the same index has been made since. `changed` is in order. O(words) of what has changed, and a few bytes moved a
  /// word.
  void follow(std::vector<document_part> parts, std::vector<std::uint32_t> const& changed);

  /// How often it has followed the text.
  std::uint32_t edition() const noexcept { return edition_; }

  /// Words that `follow` took over as they stood.
  struct taken_over {
    std::uint32_t now = 0; ///< the first, in this document
    std::uint32_t before = 0;
    std::uint32_t count = 0;
  };
  std::vector<taken_over> const& kept() const noexcept { return kept_; }

  std::vector<token> const& tokens() const noexcept { return tokens_; }
  document_part const& part(std::uint32_t at) const noexcept { return parts_[at]; }
  known_word const& word(std::uint32_t token) const noexcept { return words_[word_of_[token]]; }
  std::uint32_t spelling(std::uint32_t token) const noexcept { return word_of_[token]; } ///< the same for the same word
  std::size_t spellings() const noexcept { return words_.size(); }
  word_facts const& facts(std::uint32_t token) const noexcept { return facts_[word_of_[token]]; }
  name_index const& names() const noexcept { return *names_; }

  /// The number in words that begins at a word.
  std::optional<number_words::found> number_at(std::uint32_t token) const {
    return word(token).number_word ? numbers_->at(tokens_, token) : std::nullopt;
  }

  /// One of several single capitals in a row: letters of an acronym, not words ("O V H", "I.B.M.").
  bool spelled(std::uint32_t token) const noexcept;

  /// How often the word of this token stands in the text, in this spelling.
  std::uint32_t times_said(std::uint32_t token) const noexcept { return times_said_[word_of_[token]]; }

  /// Text between a word and the one before it, in the same passage; " " where they are parted by a line.
  std::string_view between(std::uint32_t token) const noexcept;

  /// True if capitals mean something in this text: recognisers that write none leave no evidence in them.
  bool cased() const noexcept { return cased_; }

  /// True if sentences open with a capital. Where they do not, capitals stand at random, and to set those of the names
  /// alone would mend nothing.
  bool capitals_kept() const noexcept { return capitals_kept_; }

  /// True if the text or its page writes the apostrophe as a printer does.
  bool curly() const noexcept { return curly_; }

  /// True if the words around are all in capitals: a headline.
  bool shouted(window at) const noexcept;

  /// The window holds the name as it is to be written, but for line ends and the kind of apostrophes and spaces.
  bool written_right(window at, name_entry const& as) const;

  /// The right form that covers a word, or null; and where it starts.
  struct standing {
    std::uint32_t entry = 0;
    window where;
    bool by_letters = false; ///< but for its capitals, in a text that sets them at random
  };
  standing const* right_at(std::uint32_t token) const noexcept {
    auto const at = standing_at_[token];
    return at == 0 ? nullptr : &standing_[at - 1];
  }

  /// All of them, in order.
  std::vector<standing> const& right_forms() const noexcept { return standing_; }

  /// Where the right form of a name stands first; null if nowhere.
  token const* stands(std::uint32_t name) const noexcept;

  /// True if something in the text speaks for a name: it stands there, or words that it is known by do.
  bool speaks_for(std::uint32_t name) const noexcept {
    return spoken_for_[name % spoken_for_.size()] && (first_standing_.find(name) != nullptr || hints_.contains(name));
  }

  /// All names that something in the text speaks for, and all forms that stand in it, in order.
  std::vector<std::uint32_t> names_spoken_for() const;
  std::vector<std::uint32_t> forms_standing() const;

  /// The names that hints in the text speak for or against, in order.
  std::vector<std::uint32_t> names_hinted() const;

  /// How many names stand in the text as they should, whole.
  std::size_t names_standing() const noexcept { return first_standing_.size(); }

  /// What the rounds before repaired, or null.
  heard_before const* heard() const noexcept { return heard_; }
  void remember(heard_before const& what) noexcept { heard_ = &what; }

  /// How often exactly this form stands in the text.
  std::uint32_t times_standing(std::uint32_t entry) const noexcept;

  /// The hint words of a name nearest to a window, at most `reach` words away and outside of it: likelier, less likely.
  struct nearby {
    std::uint32_t likely = 0;   ///< how many different ones
    std::uint32_t unlikely = 0; ///< the same
    bool inside = false;        ///< an unlikely one is a word of the window itself
    std::string first{};        ///< the first likely one as it stands
  };
  nearby hints_near(window at, std::uint32_t name, std::uint32_t reach) const;

private:
  /// The words of a part, and what was counted in it.
  struct part_words {
    std::uint32_t first = 0; ///< word; the last one stands before the first of the next part
    passage_end start{};
    passage_end end{};
    std::uint32_t capitals = 0;
    std::uint32_t openers = 0;     ///< words that open a sentence behind a full stop
    std::uint32_t low_openers = 0; ///< of these in lower case
    bool curly = false;            ///< has an apostrophe as printers set it
  };

  std::vector<part_words> read(std::vector<token>& words, std::vector<bool> const& changed);
  void learn_words();
  std::uint32_t learn(token const& word);
  void count_openers(part_words& of, std::uint32_t last);
  void weigh_capitals();
  bool follows_full_stop(token const& word) const noexcept;
  standing right_form_from(std::uint32_t first);
  void find_right_forms(std::vector<standing> const& before, std::vector<std::uint32_t> const& before_at);
  void note_right_forms();
  bool same_words(window at, name_entry const& as) const;
  void find_hints();

  std::vector<document_part> parts_;
  number_words const* numbers_ = nullptr;
  heard_before const* heard_ = nullptr;
  name_index const* names_;
  std::vector<token> tokens_;
  std::vector<std::uint32_t> word_of_;
  std::vector<part_words> part_words_; ///< by part
  std::vector<taken_over> kept_;       ///< in order
  std::vector<token> spare_tokens_;    ///< room for the next round
  std::vector<std::uint32_t> spare_word_of_;
  bool noun_capitals_ = false; ///< the language writes nouns with a capital
  document_words words_;
  std::vector<word_facts> facts_;         ///< by word
  std::vector<std::uint32_t> times_said_; ///< by word
  std::vector<standing> standing_;
  std::vector<std::uint32_t> standing_at_; ///< by token: index in standing_ + 1
  number_map first_standing_;              ///< by name: token + 1
  number_map times_standing_;              ///< by entry
  struct hint_place {
    window where;
    bool likely;
  };
  std::unordered_map<std::uint32_t, std::vector<hint_place>> hints_; ///< by name, in text order
  std::string letters_;                                              ///< of the words at hand
  std::bitset<32768> spoken_for_;  ///< names, by their last bits, that may stand or have hints
  std::bitset<32768> forms_there_; ///< entries, the same, that may stand
  std::uint32_t edition_ = 0;
  bool cased_ = true;
  bool capitals_kept_ = true;
  bool curly_ = false;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names/document.ipp>
#endif
