#pragma once

#include <mondegreen/impl/names/letters.hpp>
#include <mondegreen/impl/names/tokens.hpp>

#include <algorithm>
#include <cstddef>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// True if the run of non-blank text is an address of some kind: its dots and slashes are part of it.
inline bool is_address(std::string_view chunk) noexcept {
  if (chunk.find("://") != std::string_view::npos || chunk.find('\\') != std::string_view::npos) return true;
  if (chunk.starts_with("www.") || chunk.starts_with('@') || chunk.starts_with('#')) return true;
  // Any byte of a letter beyond ASCII will do.
  auto const letter = [&](std::size_t i) {
    auto const c = static_cast<unsigned char>(chunk[i]);
    return c >= 0x80 || kind_of(c).word;
  };
  for (std::size_t i = 1; i + 1 < chunk.size(); ++i) {
    if (chunk[i] == '@' && letter(i - 1) && letter(i + 1)) return true;
    if (chunk[i] != '.' || !letter(i - 1)) continue;
    // A capital after the dot is the next sentence without its space, and single letters with dots are an acronym;
    // "stationf.co", "notes.txt" and "professionnel.le.s" go on in lower case.
    bool const lone = i < 2 || !letter(i - 2);
    if (!lone && chunk[i + 1] >= 'a' && chunk[i + 1] <= 'z') return true;
  }
  return false;
}

/// Walks passages in order and knows how the last one ended.
class tokenizer {
public:
  explicit tokenizer(std::vector<token>& out, passage_end before = {})
      : out_(&out), gap_(before.before), last_blank_(before.line_end ? U'\n' : 0), opens_(before.opens_sentence) {}

  void walk(token_source const& from, std::uint32_t passage) {
    text_ = from.text;
    passage_ = passage;
    auto const start = ended().into(from, out_->empty());
    gap_ = start.before;
    opens_ = start.opens_sentence;
    chunk_end_ = 0;
    for (std::size_t i = 0; i < text_.size();) {
      if (is_small(i)) { // most words begin with one, and nothing else does
        last_blank_ = 0;
        i = word(i);
        continue;
      }
      auto const point = decode_at(text_, i);
      if (is_blank(point.value)) {
        // A blank line parts paragraphs; a single line end may stand inside a name.
        widen(point.value != U'\n' ? gap::space : gap_ == gap::line && last_blank_ == U'\n' ? gap::wall : gap::line);
        if (point.value != U'\r') last_blank_ = point.value;
        i += point.length;
        continue;
      }
      last_blank_ = 0;
      if (kind_of(point.value).word) {
        i = word(i);
        continue;
      }
      if (i >= chunk_end_) begin_chunk(i, i);
      i = punctuation(i, point);
    }
  }

  passage_end ended() const noexcept { return {gap_, opens_, last_blank_ == U'\n'}; }

private:
  void widen(gap by) { gap_ = std::max(gap_, by); }

  bool is_small(std::size_t at) const noexcept { return text_[at] >= 'a' && text_[at] <= 'z'; }

  /// A run of non-blank text begins, of which a word up to `known` has been read.
  void begin_chunk(std::size_t start, std::size_t known) {
    bool plain = true;
    chunk_end_ = end_of_chunk(known, plain);
    shielded_ = !plain && is_address(text_.substr(start, chunk_end_ - start));
  }

  /// `plain` becomes false if the chunk has anything that addresses have.
  std::size_t end_of_chunk(std::size_t at, bool& plain) const {
    while (at < text_.size()) {
      auto const c = text_[at];
      if (is_small(at)) {
        ++at;
        continue;
      }
      if (static_cast<unsigned char>(c) < 0x80) {
        if (is_blank(static_cast<unsigned char>(c))) break;
        plain = plain && c != '.' && c != ':' && c != '\\' && c != '@' && c != '#';
        ++at;
        continue;
      }
      auto const next = decode_at(text_, at);
      if (is_blank(next.value)) break;
      at += next.length;
    }
    return at;
  }

  std::size_t word(std::size_t start) {
    std::size_t upper = 0, lower = 0, digit = 0;
    bool first_upper = false;
    std::size_t i = start;
    while (true) {
      auto const run = i;
      while (i < text_.size() && is_small(i)) ++i;
      lower += i - run;
      if (i == text_.size() || text_[i] == ' ') break;
      auto const point = decode_at(text_, i);
      auto const kind = kind_of(point.value);
      if (!kind.word) break;
      if (i == start) first_upper = kind.upper;
      upper += kind.upper;
      lower += kind.lower;
      digit += kind.digit;
      i += point.length;
    }
    if (start >= chunk_end_) begin_chunk(start, i);
    if (i - start > longest_word) {
      gap_ = gap::wall;
      opens_ = false;
      return i;
    }
    token fresh;
    fresh.passage = passage_;
    fresh.where = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(i - start)};
    fresh.text = text_.substr(start, i - start);
    if (upper == 0)
      fresh.shape = lower == 0 && digit != 0 ? word_shape::digits : word_shape::lower;
    else if (upper == 1 && first_upper)
      fresh.shape = word_shape::initial;
    else
      fresh.shape = lower == 0 ? word_shape::capitals : word_shape::mixed;
    fresh.before = gap_;
    fresh.opens_sentence = opens_;
    fresh.shielded = shielded_;
    out_->push_back(fresh);
    last_letters_ = upper + lower + digit;
    gap_ = gap::joined;
    opens_ = false;
    return i;
  }

  std::size_t punctuation(std::size_t i, code_point point) {
    auto const after = i + point.length;
    if (is_apostrophe(point.value) || is_hyphen(point.value)) {
      // Between letters it ties them; else it is a quote or a dash.
      bool const tied = gap_ == gap::joined && after < text_.size() && kind_of(decode_at(text_, after).value).word;
      if (!tied) widen(gap::wall);
      return after;
    }
    if (point.value == U'.') {
      bool const abbreviation =
          gap_ == gap::joined && last_letters_ == 1 && !out_->empty() && out_->back().shape == word_shape::initial;
      widen(abbreviation ? gap::space : gap::wall);
      opens_ = !abbreviation;
      return after;
    }
    widen(gap::wall);
    constexpr std::u32string_view openers = U"!?\u2026:\u00AB\"\u201C\u2022\u2013\u2014";
    opens_ = opens_ || openers.find(point.value) != std::u32string_view::npos;
    return after;
  }

  std::vector<token>* out_;
  std::string_view text_;
  std::uint32_t passage_ = 0;
  std::size_t last_letters_ = 0;
  gap gap_;
  char32_t last_blank_;
  bool opens_;
  std::size_t chunk_end_ = 0; ///< of the run of non-blank text at hand
  bool shielded_ = false;     ///< that is an address
};

MONDEGREEN_INLINE std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  for (auto const& each : tokenize({{text, false}})) out.emplace_back(each.text);
  return out;
}

MONDEGREEN_INLINE passage_end tokenize(token_source const& from, std::uint32_t passage, passage_end before,
                                       std::vector<token>& out) {
  tokenizer walker(out, before);
  walker.walk(from, passage);
  return walker.ended();
}

MONDEGREEN_INLINE void tokenize(std::string_view text, std::vector<token>& out) {
  tokenizer(out).walk({text, false}, 0);
}

MONDEGREEN_INLINE std::vector<token> tokenize(std::vector<token_source> const& passages) {
  std::vector<token> out;
  tokenizer walker(out);
  for (std::size_t i = 0; i < passages.size(); ++i) walker.walk(passages[i], static_cast<std::uint32_t>(i));
  return out;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
