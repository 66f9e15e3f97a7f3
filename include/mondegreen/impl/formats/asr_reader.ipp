#pragma once

#include <mondegreen/diagnostic.hpp>
#include <mondegreen/impl/formats/asr_heard.hpp>
#include <mondegreen/impl/formats/asr_paths.hpp>
#include <mondegreen/impl/formats/asr_shape.hpp>
#include <mondegreen/impl/formats/blocks.hpp>
#include <mondegreen/impl/formats/spoken_time.hpp>
#include <mondegreen/language.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// The SAX handler: follows the paths of the shape, and passes over everything else.
class asr_reader {
public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  asr_reader(source const& from, asr_shape const& shape)
      : source_(from.text()), text_(source_), paths_(shape.rules), reached_(text_.data()) {
    heard_.tokens = shape.tokens;
    heard_.marks = shape.marks;
    heard_.glued = shape.glued;
    heard_.last_repeats = shape.last_repeats;
  }

  reading read() {
    replace_non_numbers();
    reached_ = text_.data();
    // One document, or one behind the other, as recognisers of streams write them.
    for (auto at = next_document(0); at < text_.size() && !failed_; at = next_document(reached())) {
      frames_.clear();
      skipped_depth_ = 0;
      counted_iterator const first{text_.data() + at, &reached_};
      counted_iterator const last{text_.data() + text_.size(), &reached_};
      nlohmann::json::sax_parse(first, last, this, nlohmann::json::input_format_t::json, false);
      if (!failed_) complete_to_ = reached();
      if (!failed_ && reached() <= at) break;
    }
    complete();
    return std::move(made_);
  }

  // Events of the parser. Each returns whether to go on.
  bool null() { return next_value(), true; }
  bool boolean(bool) { return next_value(), true; }
  bool number_integer(number_integer_t value) { return number(static_cast<double>(value)); }
  bool number_unsigned(number_unsigned_t value) { return number(static_cast<double>(value)); }
  bool number_float(number_float_t value, string_t const&) { return number(value); }
  bool binary(binary_t&) { return true; }
  bool start_object(std::size_t) { return enter(false); }
  bool start_array(std::size_t) { return enter(true); }
  bool end_object() { return leave(); }
  bool end_array() { return leave(); }

  bool key(string_t& name) {
    if (skipped_depth_ == 0) frames_.back().key = std::move(name);
    return true;
  }

  bool string(string_t& value) {
    auto const* rule = rule_of(next_value());
    if (rule == nullptr) return true;
    switch (rule->what) {
    case asr_field::text: text(place(value)); break;
    case asr_field::best_text:
      if (word_) word_->text = place(value), has_best_ = true;
      break;
    case asr_field::kind:
      if (word_) word_->punctuation = value == "punctuation";
      break;
    case asr_field::speaker: speaker(value); break;
    case asr_field::language: language(value); break;
    case asr_field::title: {
      auto& entry = made_.value.metadata.emplace_back();
      static_cast<passage&>(entry) = place(value);
      entry.key = rule->path.substr(rule->path.find_last_of('.') + 1);
      break;
    }
    case asr_field::confidence:
      if (auto const read = read_decimal(value)) confidence(*read);
      break;
    case asr_field::none:
    case asr_field::segment:
    case asr_field::word:
    case asr_field::turn:
    case asr_field::word_confidence: break;
    default:
      if (auto const ms = read_spoken_time(value, rule->unit))
        time(rule->what, *ms);
      else if (!value.empty())
        tell_once(told_type_, code::json_type, fmt::format("'{}' is no time; passed over", value.substr(0, 40)));
    }
    return true;
  }

  bool parse_error(std::size_t, std::string const&, nlohmann::json::exception const& what) {
    std::string_view why = what.what();
    for (std::string_view const before : {"syntax error ", "] "})
      if (auto const at = why.find(before); at != why.npos) {
        why.remove_prefix(at + before.size());
        break;
      }
    auto const at = reached() == 0 ? 0 : reached() - 1;
    tell(code::json_syntax, at, fmt::format("this is no valid JSON: {}", why));
    failed_ = true;
    return false;
  }

private:
  struct frame {
    asr_paths::step const* at;
    bool list;
    std::int64_t index = -1;
    std::string key{};
  };

  /// Times of a word, turn or segment, which may come in any order.
  struct item_times {
    std::int64_t start = no_time, end = no_time, length = no_time, offset = no_time;
    std::int64_t start_part = 0, end_part = 0;

    void settle(std::int64_t& first, std::int64_t& last) const {
      auto const within = [](std::int64_t ms) { return std::clamp(ms, -max_ms, max_ms); };
      if (start != no_time || start_part != 0) first = within((start == no_time ? 0 : start) + start_part);
      if (end != no_time || end_part != 0) last = within((end == no_time ? 0 : end) + end_part);
      if (last == no_time && length != no_time && first != no_time) last = within(first + length);
    }
  };

  std::uint32_t reached() const noexcept { return static_cast<std::uint32_t>(reached_ - text_.data()); }

  std::size_t next_document(std::size_t from) const noexcept {
    // Record separators of RFC 7464, and commas of streams that were cut.
    auto const at = text_.find_first_not_of(from == 0 ? " \t\r\n\x1E" : " \t\r\n,\x1E", from);
    return std::min(at, text_.size());
  }

  /// Python writes NaN and Infinity, which no JSON parser takes: they become an empty list, of the same length, which
  /// stands for nothing everywhere.
  void replace_non_numbers() {
    if (source_.find("NaN") == source_.npos && source_.find("Infinity") == source_.npos) return;
    bool inside = false;
    std::size_t count = 0;
    std::uint32_t where = 0;
    for (std::size_t at = 0; at < source_.size(); ++at) {
      char const c = source_[at];
      if (inside) {
        if (c == '\\')
          ++at;
        else if (c == '"')
          inside = false;
        continue;
      }
      if (c == '"') inside = true;
      std::size_t const length = non_number(source_.substr(at));
      if (length == 0) continue;
      if (count++ == 0) {
        where = static_cast<std::uint32_t>(at);
        mended_ = source_;
      }
      mended_.replace(at, length, "[]" + std::string(length - 2, ' '));
      at += length - 1;
    }
    if (count == 0) return;
    text_ = mended_;
    tell(code::json_not_a_number, where,
         count == 1 ? std::string("a number that is none: passed over")
                    : fmt::format("{} numbers that are none: passed over", count));
  }

  static std::size_t non_number(std::string_view rest) noexcept {
    for (std::string_view const each : {"NaN", "Infinity", "-Infinity"})
      if (rest.starts_with(each)) return each.size();
    return 0;
  }

  /// The step of the value that begins now; null: nobody asked for it.
  asr_paths::step const* next_value() {
    if (skipped_depth_ != 0) return nullptr;
    if (frames_.empty()) return paths_.top();
    auto& in = frames_.back();
    return in.list ? paths_.below(*in.at, ++in.index) : paths_.below(*in.at, in.key);
  }

  static asr_rule const* rule_of(asr_paths::step const* at) noexcept { return at != nullptr ? at->rule : nullptr; }

  bool enter(bool list) {
    auto const* const at = next_value();
    if (at == nullptr) {
      ++skipped_depth_;
      return true;
    }
    frames_.push_back({at, list});
    if (at->rule == nullptr) return true;
    auto const here = reached() - 1;
    switch (at->rule->what) {
    case asr_field::segment:
      segment_.emplace();
      segment_->block = {here, 0};
      segment_->rank = at->rule->rank;
      confidences_.clear();
      segment_times_ = {};
      break;
    case asr_field::word:
      word_.emplace();
      has_best_ = false;
      word_times_ = {};
      break;
    case asr_field::turn:
      turn_.emplace();
      turn_times_ = {};
      break;
    default: break;
    }
    return true;
  }

  bool leave() {
    if (skipped_depth_ != 0) {
      --skipped_depth_;
      return true;
    }
    auto const* const rule = frames_.back().at->rule;
    frames_.pop_back();
    if (rule == nullptr) return true;
    if (rule->what == asr_field::word) end_word();
    if (rule->what == asr_field::segment) end_segment();
    if (rule->what == asr_field::turn) {
      std::int64_t unused = no_time;
      if (turn_) turn_times_.settle(turn_->start, unused);
      if (turn_ && turn_->start != no_time) heard_.turns.push_back(*turn_);
      turn_.reset();
    }
    return true;
  }

  void end_word() {
    if (word_ && !word_->text.text.empty()) {
      word_times_.settle(word_->start, word_->end);
      // Counted from the start of the segment, which may stand behind its words: see `end_segment`.
      offsets_ = offsets_ || word_times_.offset != no_time;
      if (word_times_.offset != no_time) word_->start = word_times_.offset;
      (segment_ ? segment_->words : heard_.words).push_back(std::move(*word_));
    }
    word_.reset();
  }

  void end_segment() {
    if (!segment_) return;
    segment_->block.length = reached() - segment_->block.offset;
    segment_times_.settle(segment_->start, segment_->end);
    if ((heard_.glued || offsets_) && segment_->start != no_time)
      for (auto& each : segment_->words)
        each.start = std::clamp(segment_->start + (each.start == no_time ? 0 : each.start), -max_ms, max_ms);
    offsets_ = false;
    if (confidences_.size() == segment_->words.size())
      for (std::size_t i = 0; i < confidences_.size(); ++i) segment_->words[i].confidence = confidences_[i];
    if (!segment_->text.text.empty() || !segment_->words.empty()) heard_.segments.push_back(std::move(*segment_));
    segment_.reset();
    complete_to_ = reached();
  }

  passage place(string_t& value) const { return string_before(text_, reached(), std::move(value)).place(text_); }

  void text(passage made) {
    if (word_) {
      if (!has_best_) word_->text = std::move(made);
    } else if (segment_) {
      segment_->text = std::move(made);
    } else {
      heard_.texts.push_back(std::move(made));
    }
  }

  void speaker(std::string const& name) {
    if (name.empty()) return;
    auto const id = static_cast<std::int32_t>(speakers_[name]);
    if (word_)
      word_->speaker = id;
    else if (turn_)
      turn_->speaker = id;
    else if (segment_)
      segment_->speaker = id;
  }

  /// "fr", "fr-FR", and "french" as one of the services writes it.
  void language(std::string const& name) {
    auto& known = made_.value.language;
    if (!known.empty() || name.empty() || name.size() > 35) return;
    if (name.size() <= 3 || name.find_first_of("-_") != name.npos) {
      known = name;
      std::replace(known.begin(), known.end(), '_', '-');
      return;
    }
    for (auto const* each : mondegreen::languages()) {
      auto const same = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
      if (std::equal(each->name.begin(), each->name.end(), name.begin(), name.end(), same)) known = each->code;
    }
  }

  bool number(double value) {
    auto const* rule = rule_of(next_value());
    if (rule == nullptr) return true;
    switch (rule->what) {
    case asr_field::confidence: confidence(value); break;
    case asr_field::word_confidence:
      if (segment_) confidences_.push_back(static_cast<float>(std::clamp(value, 0.0, 1.0)));
      break;
    case asr_field::speaker:
      if (value >= 0 && value < 1e6) speaker(fmt::format("Speaker {}", static_cast<long>(value)));
      break;
    case asr_field::start:
    case asr_field::end:
    case asr_field::length:
    case asr_field::start_part:
    case asr_field::end_part:
    case asr_field::offset: time(rule->what, value * rule->unit); break;
    case asr_field::text:
    case asr_field::best_text:
      tell_once(told_type_, code::json_type, "a number where text is expected; passed over");
      break;
    default: break;
    }
    return true;
  }

  void confidence(double value) {
    if (word_) word_->confidence = static_cast<float>(std::clamp(value, 0.0, 1.0));
  }

  void time(asr_field what, double ms) {
    auto const limit = static_cast<double>(max_ms);
    if (!(ms >= -limit && ms <= limit)) {
      tell_once(told_range_, code::json_type, "a time beyond all bounds; read as the largest there is");
      ms = std::clamp(ms, -limit, limit);
    }
    auto const whole = static_cast<std::int64_t>(std::llround(ms));
    auto& times = word_ ? word_times_ : turn_ ? turn_times_ : segment_times_;
    switch (what) {
    case asr_field::start: times.start = whole; break;
    case asr_field::end: times.end = whole; break;
    case asr_field::length: times.length = whole; break;
    case asr_field::start_part: times.start_part = whole; break;
    case asr_field::end_part: times.end_part = whole; break;
    case asr_field::offset: times.offset = whole; break;
    default: break;
    }
  }

  /// What was read of a document that breaks off, and all that is no segment.
  void complete() {
    if (failed_) {
      // An object that was never closed is kept as it is; the words it already had are spoken words.
      if (word_) word_.reset();
      if (segment_ && !segment_->words.empty()) {
        complete_to_ = std::max(complete_to_, last_word_end());
        auto const end = complete_to_;
        segment_->block.length = end > segment_->block.offset ? end - segment_->block.offset : 0;
        auto const block = segment_->block;
        end_segment_cut(block);
      }
      for (auto const* list : {&heard_.words}) // words outside of segments
        if (!list->empty()) complete_to_ = std::max(complete_to_, end_of(list->back()));
      for (auto const& each : heard_.texts) complete_to_ = std::max(complete_to_, end_of(each));
    }
    bool const any = !heard_.segments.empty() || !heard_.words.empty() || !heard_.texts.empty();
    auto const size = static_cast<std::uint32_t>(source_.size());
    if (source_.find_first_not_of(" \t\r\n") == source_.npos)
      tell(code::input_empty, 0, "there is no text in the file");
    else if (!any && !failed_)
      tell(code::json_form, 0, "there are no words in this JSON where such a recogniser puts them");
    if (!any) complete_to_ = 0;
    make_cues(std::move(heard_), made_);
    bool const rest = failed_ || (!any && size != 0);
    if (rest && complete_to_ < size) {
      span const left{complete_to_, size - complete_to_};
      for (auto& each : made_.value.cues)
        if (each.block.end() > complete_to_)
          each.block.length = std::max(each.block.offset, complete_to_) - each.block.offset;
      keep(made_.value, source_, kept_kind::unknown, left, left);
    }
    cover_source(made_.value, size);
    for (auto& each : made_.value.cues) each.as_read = each.fingerprint();
    if (made_.value.timed) check_times(made_.value, made_.diagnostics);
  }

  void end_segment_cut(span block) {
    end_segment();
    if (!heard_.segments.empty()) heard_.segments.back().block = block;
    complete_to_ = block.end();
  }

  static std::uint32_t end_of(passage const& what) {
    return what.where.runs().empty() ? 0 : what.where.runs().back().source.end();
  }
  static std::uint32_t end_of(heard_word const& what) { return end_of(what.text); }
  std::uint32_t last_word_end() const { return segment_->words.empty() ? 0 : end_of(segment_->words.back()); }

  void tell(code what, std::uint32_t at, std::string message) {
    made_.diagnostics.push_back(make_diagnostic(what, {at, 0}, std::move(message)));
  }

  void tell_once(bool& told, code what, std::string message) {
    if (!std::exchange(told, true)) tell(what, reached() == 0 ? 0 : reached() - 1, std::move(message));
  }

  std::string_view source_;
  std::string_view text_; ///< what is parsed: the source, or `mended_`
  std::string mended_;
  asr_paths paths_;
  char const* reached_;
  reading made_;
  speaker_ids speakers_{made_.value};
  heard heard_;

  std::vector<frame> frames_;
  std::size_t skipped_depth_ = 0;
  std::optional<heard_segment> segment_;
  std::optional<heard_word> word_;
  std::optional<heard_turn> turn_;
  std::vector<float> confidences_;
  item_times segment_times_, word_times_, turn_times_;
  bool offsets_ = false;
  bool has_best_ = false;
  bool failed_ = false;
  bool told_type_ = false;
  bool told_range_ = false;
  std::uint32_t complete_to_ = 0; ///< what stands before has been read whole
};

MONDEGREEN_INLINE reading read_asr(source const& text, asr_shape const& shape) {
  return asr_reader(text, shape).read();
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
