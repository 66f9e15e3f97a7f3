#pragma once

#include <mondegreen/impl/rules/dialogue.hpp>
#include <mondegreen/impl/rules/rules.hpp>
#include <mondegreen/impl/rules/typesetting.hpp>
#include <mondegreen/impl/text/lists.hpp>
#include <mondegreen/impl/text/plain_key.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

/// What opens a tag: ( [ * or the lead of ♪ and of other notes.
struct at_sound_sign {
  template <class V> static V holds(V a, V b) noexcept {
    return (a == '(') | (a == '[') | (a == '*') | ((a == '\xE2') & (b == '\x99'));
  }
};

inline constexpr std::size_t longest_sound = 60; ///< bytes

/// Words for sounds in any of our languages, without case and accents: a tag that holds one, or is all in capitals between
/// square brackets, describes what is heard. An editor's note in brackets ("[sic]", "(Lyon, 1998)") does not.
inline constexpr std::string_view sound_words =
    "music|musique|musik|musica|muzyka|musical|song|chanson|chant|jingle|generique|applause|applaudissements|applaus|"
    "aplausos|"
    "applausi|oklaski|beifall|laughter|laughs|laughing|laugh|chuckles|giggles|rire|rires|rit|lachen|gelachter|risas|"
    "rie|risate|"
    "smiech|crying|cries|sobbing|sobs|weeping|pleurs|sanglots|pleure|weint|llora|piange|sighs|sighing|sigh|soupir|"
    "soupire|seufzt|"
    "suspira|sospira|coughs|coughing|toux|tousse|hustet|tose|sneezing|sneezes|gasps|gasping|breathing|breathes|"
    "whispers|"
    "whispering|chuchote|chuchotements|mumbling|humming|hums|growling|screaming|screams|yelling|shouting|shouts|cris|"
    "crie|"
    "clapping|cheering|cheers|acclamations|silence|silencio|stille|cisza|pause|noise|bruit|bruits|ruido|gerausch|"
    "gerausche|"
    "rumore|inaudible|unintelligible|incomprehensible|unverstandlich|inaudibile|blank|blank_audio|crosstalk|brouhaha|"
    "typing|static|beep|bip|"
    "ringing|rings|sonnerie|telephone|phone|klingelt|snoring|barking|aboie|knocking|footsteps|pas|engine|moteur|wind|"
    "vent|rain|"
    "pluie|thunder|tonnerre|gunshot|gunshots|explosion|door|porte|siren|sirene|off|voix|voice|narrator";

class sound_search {
public:
  sound_search(std::string_view text, findings& out) : text_(text), out_(out) {}

  void run() {
    for_each_place<at_sound_sign>(text_, [&](std::size_t at) {
      if (at < next_) return;
      if (text_[at] == '\xE2')
        note(at);
      else
        bracket(at);
    });
  }

private:
  void bracket(std::size_t at) {
    char const close = text_[at] == '(' ? ')' : text_[at] == '[' ? ']' : '*';
    auto const end = text_.find(close, at + 1);
    if (end == text_.npos || end - at > longest_sound) return;
    auto const inside = text_.substr(at + 1, end - at - 1);
    if (inside.empty() || !describes_sound(inside, close == ']')) return;
    take(at, end + 1);
  }

  static bool describes_sound(std::string_view inside, bool square) {
    auto const key = plain_key(inside);
    bool const named = any_in_list(
        key, [](std::string_view word) { return list_contains(sound_words, word); }, ' ');
    if (named && std::count(key.begin(), key.end(), ' ') < 5) return true;
    bool const lower = std::any_of(inside.begin(), inside.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    bool const upper = std::any_of(inside.begin(), inside.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return square && upper && !lower && inside.size() > 3;
  }

  static bool is_note(char32_t c) noexcept { return c >= 0x2669 && c <= 0x266F; }

  /// "♪ la la ♪": what is sung goes with the notes around it, and ends at the next ones: what stands between two songs is
  /// speech. A note alone goes alone.
  void note(std::size_t at) {
    if (!is_note(decode_at(text_, at).value)) return;
    auto const opened = run_end(text_, at, is_note);
    auto const closing = run_end(text_, opened, [](char32_t c) { return !is_note(c) && c != '\n'; });
    take(at, is_note(char_at(text_, closing)) ? run_end(text_, closing, is_note) : opened);
  }

  void take(std::size_t from, std::size_t to) {
    // The space on one side goes, too, and a line that is left empty.
    auto start = run_start(text_, from, is_space);
    auto end = run_end(text_, to, is_space);
    auto const before = char_before(text_, start);
    auto const behind = char_at(text_, end);
    bool const opens = before == 0 || before == '\n';
    bool const closes = behind == 0 || behind == '\n';
    next_ = end;
    if (closes && opens_turn(text_, from))
      return remove_turn(text_, from, end, out_, {.evidence = {"describes a sound"}});
    if (opens && closes && behind == '\n')
      ++end;
    else if (opens && closes && before == '\n')
      --start;
    else if (!opens && !closes)
      end = to;
    start = std::max(start, out_.end());
    if (end > start) out_.replace(start, end, "", {.evidence = {"describes a sound"}});
    next_ = end;
  }

  std::string_view text_;
  findings& out_;
  std::size_t next_ = 0;
};

inline void remove_sounds(editor& text, rule_context const&, void*) {
  findings found;
  for_each_unsettled_passage(text, [&](place where, passage const& each) {
    if (!occurs<at_sound_sign>(each.text)) return;
    sound_search(each.text, found).run();
    if (found.changes().empty()) return;
    std::size_t left = 0;
    std::size_t at = 0;
    for (auto const& change : found.changes()) {
      for (; at < change.what.offset; ++at)
        left += is_word(static_cast<unsigned char>(each.text[at])) || static_cast<unsigned char>(each.text[at]) >= 0xC3;
      at = change.what.end();
    }
    for (; at < each.text.size(); ++at)
      left += is_word(static_cast<unsigned char>(each.text[at])) || static_cast<unsigned char>(each.text[at]) >= 0xC3;
    if (left == 0 && where.in == place::part::cue)
      text.remove(where, {.evidence = {"describes a sound"}});
    else {
      free_last_speaker(each.text, found);
      text.replace(where, found.changes());
    }
    found.changes().clear();
  });
}

MONDEGREEN_INLINE rule const sounds{
    .id = "sounds",
    .summary = "takes out what is for the hard of hearing: [music], (laughs), songs between ♪",
    .on_by_default = false,
    .apply = remove_sounds,
    .group = "on request",
    .counted = "sound|sounds",
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
