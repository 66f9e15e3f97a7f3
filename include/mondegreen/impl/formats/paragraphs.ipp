#pragma once

#include <mondegreen/impl/formats/asr_words.hpp>
#include <mondegreen/impl/formats/paragraphs.hpp>
#include <mondegreen/impl/formats/text_speakers.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

// A paragraph of a printed interview has 60 to 120 words; a speech that no full stop parts is cut where it pauses, and
// anywhere rather than at a page.
inline constexpr std::size_t paragraph_long_enough = 500; ///< bytes, to end with a sentence
inline constexpr std::size_t paragraph_too_long = 1500;   ///< bytes, to end at a short pause
inline constexpr std::size_t longest_paragraph = 3000;    ///< bytes, to end with any cue
inline constexpr std::int64_t new_subject = 3000;         ///< ms of silence after a sentence
inline constexpr std::int64_t silence = 8000;             ///< ms, whatever was said last
inline constexpr std::int64_t short_pause = 500;          ///< ms
inline constexpr std::int64_t stamp_may_wait = 20'000;    ///< ms, for a sentence to end

inline bool ends_with_sentence(std::string_view text) {
  while (!text.empty() &&
         (is_white_space(text.back()) || text.back() == '"' || text.back() == ')' || text.back() == '\''))
    text.remove_suffix(1);
  for (std::string_view const quote : {"\xC2\xBB", "\xE2\x80\x9D", "\xC2\xA0", "\xE2\x80\xAF"})
    if (text.ends_with(quote)) return ends_with_sentence(text.substr(0, text.size() - quote.size()));
  if (text.empty()) return false;
  auto const last = decode_before(text, text.size()).value;
  return std::u32string_view(U".!?…。！？").find(last) != std::u32string_view::npos;
}

/// A dash with a space, or two marks of broadcasters: somebody else speaks.
inline bool begins_turn(std::string_view line) noexcept {
  for (std::string_view const mark :
       {"- ", "\xE2\x80\x93 ", "\xE2\x80\x94 ", "\xE2\x80\x93\xC2\xA0", "\xE2\x80\x94\xC2\xA0", ">>"})
    if (line.starts_with(mark)) return true;
  return false;
}

/// Cues of a live recogniser break where its grid does, also inside of a word: "l" and "'eau".
inline bool goes_on(std::string_view before, std::string_view after) noexcept {
  constexpr std::string_view curly = "\xE2\x80\x99";
  bool const tied = after.starts_with('\'') || after.starts_with(curly);
  bool const ties = before.ends_with('\'') || before.ends_with(curly);
  return tied || ties;
}

class paragraph_maker {
public:
  paragraph_maker(transcript const& text, write_options const& options) : in_(text), options_(options) {}

  std::vector<paragraph> run() {
    recognise_labels();
    for (std::size_t i = 0; i < in_.cues.size(); ++i) {
      auto const& text = in_.cues[i].text;
      for (std::size_t from = 0; from < text.size();) {
        auto const end = std::min(text.find('\n', from), text.size());
        span const line{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(end - from)};
        add(i, without_spaces(text, line), from == 0);
        from = end + 1;
      }
    }
    return std::move(made_);
  }

private:
  /// Subtitles have no place for speakers, so people write "Inès: …" into the text.
  void recognise_labels() {
    bool const known =
        std::any_of(in_.cues.begin(), in_.cues.end(), [](cue const& each) { return each.speaker != speaker_id::none; });
    if (known) return;
    for (auto const& each : in_.cues) labels_.see(each.text);
    labels_.decide(in_.timed);
  }

  /// Who speaks in a cue, and where the text begins behind the label that says so.
  std::pair<std::string_view, std::uint32_t> head_of(cue const& what) const {
    if (auto const label = labels_.at(what.text)) return {slice(what.text, label.name), label.text};
    return {in_.speaker_name(what.speaker), 0};
  }

  void add(std::size_t i, span line, bool first_of_cue) {
    auto const& cue = in_.cues[i];
    if (first_of_cue) {
      auto const [name, text] = head_of(cue);
      // Among labels, a cue without one goes on.
      if (!labels_.any() || text != 0 || !now_) now_ = name;
      if (text > line.offset) line = {std::min(text, line.end()), line.end() - std::min(text, line.end())};
    }
    auto const words = slice(cue.text, line);
    if (words.empty()) return;
    if (made_.empty() || begins_turn(words) || (first_of_cue && is_parted(i))) begin(cue);
    before_ = now_;
    auto& to = made_.back().text;
    if (!to.text.empty() && !goes_on(to.text, words) &&
        !(is_unspaced(decode_before(to.text, to.text.size()).value) && is_unspaced(decode_at(words, 0).value))) {
      auto const at = to.where.empty() ? span{} : span{to.where.runs().back().source.end(), 0};
      to.text += ' ';
      to.where.append(1, at, false);
    }
    append_part(to, cue, line);
    if (!first_of_cue) return;
    last_ = &cue;
  }

  /// Whether a paragraph ends before the cue `i`.
  bool is_parted(std::size_t i) const {
    auto const& cue = in_.cues[i];
    if (last_ == nullptr || now_ != before_ || !in_.timed) return true;
    auto const& text = made_.back().text.text;
    bool const sentence = ends_with_sentence(text);
    auto const pause = cue.when.start.ms - last_->when.end.ms;
    if (pause >= silence || (sentence && pause >= new_subject)) return true;
    if ((sentence && text.size() >= paragraph_long_enough) ||
        (pause >= short_pause && text.size() >= paragraph_too_long))
      return true;
    if (text.size() >= longest_paragraph) return true;
    if (options_.stamps != time_stamps::minutes) return false;
    auto const since = cue.when.start.ms - next_stamp_;
    return since >= 0 && (sentence || since >= stamp_may_wait);
  }

  void begin(cue const& first) {
    auto& made = made_.emplace_back();
    made.start = first.when.start;
    bool const turn = now_ != before_;
    if (turn && now_) made.speaker = *now_;
    if (!in_.timed) {
      made.stamped = options_.stamps != time_stamps::none && made.start.ms > 0;
      return;
    }
    switch (options_.stamps) {
    case time_stamps::none: break;
    case time_stamps::speaker: made.stamped = turn; break;
    case time_stamps::minutes: {
      made.stamped = first.when.start.ms >= next_stamp_ || made_.size() == 1;
      auto const step = std::max<std::int64_t>(1, options_.stamp_minutes) * 60'000;
      if (made.stamped) next_stamp_ = (std::max<std::int64_t>(0, first.when.start.ms) / step + 1) * step;
      break;
    }
    default: made.stamped = true;
    }
  }

  transcript const& in_;
  write_options const& options_;
  std::vector<paragraph> made_;
  cue const* last_ = nullptr;
  speaker_labels labels_;
  std::optional<std::string> now_, before_; ///< who speaks
  std::int64_t next_stamp_ = 0;
};

MONDEGREEN_INLINE std::vector<paragraph> make_paragraphs(transcript const& text, write_options const& options) {
  return paragraph_maker(text, options).run();
}

MONDEGREEN_INLINE std::string time_stamp(timestamp when, bool fraction) {
  auto const ms = std::max<std::int64_t>(when.ms, 0);
  auto out = fmt::format("[{:02}:{:02}:{:02}", ms / 3'600'000, ms / 60'000 % 60, ms / 1000 % 60);
  if (fraction && ms % 1000 != 0) out += fmt::format(".{:03}", ms % 1000);
  return out += ']';
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
