#pragma once

#include <mondegreen/impl/formats/blocks.hpp>
#include <mondegreen/impl/formats/json_form.hpp>
#include <mondegreen/impl/formats/json_tokens.hpp>
#include <mondegreen/impl/formats/webvtt_settings.hpp>
#include <mondegreen/impl/text/json_string.hpp>
#include <mondegreen/impl/text/utf8.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// The SAX handler: where in the document we are, and what has been read of the cue at hand.
class json_reader {
public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  explicit json_reader(source const& from) : text_(from.text()), reached_(text_.data()) {}

  reading read() {
    counted_iterator const first{text_.data(), &reached_};
    counted_iterator const last{text_.data() + text_.size(), &reached_};
    if (text_.find_first_not_of(" \t\r\n") == text_.npos)
      tell(code::input_empty, {0, size()}, "there is no text in the file");
    else
      nlohmann::json::sax_parse(first, last, this);
    complete();
    return std::move(made_);
  }

  // Events of the parser. Each returns whether to go on.
  bool null() { return true; } // as if the key were not there
  bool boolean(bool value) {
    if (skipping() || where_ != place::root || key_ != "timed") return scalar_in_settings(value ? "true" : "false");
    made_.value.timed = value;
    return true;
  }
  bool number_integer(number_integer_t value) { return number(static_cast<double>(value), value); }
  bool number_unsigned(number_unsigned_t value) {
    auto const limit = static_cast<number_unsigned_t>(max_ms) + 1;
    return number(static_cast<double>(value), static_cast<std::int64_t>(std::min(value, limit)));
  }
  bool number_float(number_float_t value, string_t const&) {
    auto const limit = 2 * static_cast<double>(max_ms); // beyond it, and far from the ends of the integers
    return number(value, static_cast<std::int64_t>(std::llround(std::clamp(value, -limit, limit))));
  }
  bool string(string_t& value);
  bool binary(binary_t&) { return true; }
  bool start_object(std::size_t);
  bool key(string_t& name);
  bool end_object();
  bool start_array(std::size_t);
  bool end_array();
  bool parse_error(std::size_t position, std::string const&, nlohmann::json::exception const& what);

private:
  enum class place : std::uint8_t {
    top,
    root,
    metadata,
    metadata_list,
    speakers,
    kept,
    kept_item,
    regions,
    styles,
    cues,
    cue,
    settings,
    words,
    word
  };

  struct word_read {
    std::string text;
    interval when;
    float confidence = 1.0F;
  };

  struct cue_read {
    std::uint32_t start = 0; ///< of its object
    json_text text, payload;
    std::string id, settings_text;
    std::vector<setting_value> settings;
    interval when;
    std::int64_t speaker = -1;
    std::vector<word_read> words;
  };

  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(text_.size()); }
  std::uint32_t reached() const noexcept { return static_cast<std::uint32_t>(reached_ - text_.data()); }
  bool skipping() const noexcept { return skipped_depth_ != 0; }

  bool number(double value, std::int64_t whole);
  bool scalar_in_settings(std::string json);
  bool enter(place into);
  bool skip(bool known);
  bool value_of_no_use();
  json_text token(string_t& value) const { return string_before(text_, reached(), std::move(value)); }
  void end_cue();
  void read_payload(cue& into, json_text const& payload);
  void read_words(cue& into, std::vector<word_read> const& words);
  void complete();

  std::int64_t milliseconds(std::int64_t value) {
    if (value >= -max_ms && value <= max_ms) return value;
    tell(code::json_type, {reached() - 1, 0}, "a time beyond all bounds; read as the largest there is");
    return std::clamp(value, -max_ms, max_ms);
  }

  void tell(code what, span at, std::string message, std::string hint = {}) {
    made_.diagnostics.push_back(make_diagnostic(what, at, std::move(message), std::move(hint)));
  }

  std::string_view text_;
  char const* reached_;
  reading made_;

  place where_ = place::top;
  std::vector<place> outer_;
  std::size_t skipped_depth_ = 0;
  std::string key_;
  std::set<std::string, std::less<>> told_keys_;

  bool is_transcript_ = false;
  bool failed_ = false;
  std::uint32_t complete_to_ = 0; ///< end of the last cue that was read
  cue_read cue_;
  std::string settings_key_;
  word_read word_;
  std::string kept_kind_;
  json_text kept_text_;
  std::int64_t kept_before_ = 0;
  std::vector<std::pair<std::int64_t, kept_block>> kept_;
};

MONDEGREEN_INLINE bool json_reader::number(double value, std::int64_t whole) {
  if (skipping()) return true;
  if (where_ == place::root && key_ == "mondegreen") {
    is_transcript_ = whole == 1;
    if (!is_transcript_)
      tell(code::json_form, {reached() - 1, 0},
           fmt::format("version {} of the form is not known, only version 1", whole));
    return true;
  }
  if (where_ == place::kept_item && key_ == "before") return kept_before_ = whole, true;
  if (where_ == place::settings) return scalar_in_settings(fmt::format("{}", value));
  auto& when = where_ == place::word ? word_.when : cue_.when;
  if (where_ == place::cue || where_ == place::word) {
    if (key_ == "start_ms") return when.start.ms = milliseconds(whole), true;
    if (key_ == "end_ms") return when.end.ms = milliseconds(whole), true;
  }
  if (where_ == place::cue && key_ == "speaker") return cue_.speaker = whole, true;
  if (where_ == place::word && key_ == "confidence")
    return word_.confidence = static_cast<float>(std::clamp(value, 0.0, 1.0)), true;
  return value_of_no_use();
}

/// A value of a cue's setting; anywhere else it is of no use.
MONDEGREEN_INLINE bool json_reader::scalar_in_settings(std::string json) {
  if (skipping()) return true;
  if (where_ != place::settings) return value_of_no_use();
  cue_.settings.push_back({settings_key_, std::move(json)});
  return true;
}

MONDEGREEN_INLINE bool json_reader::string(string_t& value) {
  if (skipping()) return true;
  switch (where_) {
  case place::root:
    if (key_ == "language") return made_.value.language = std::move(value), true;
    return value_of_no_use();
  case place::metadata:
  case place::metadata_list: {
    auto& entry = made_.value.metadata.emplace_back();
    static_cast<passage&>(entry) = token(value).place(text_);
    entry.key = key_;
    return true;
  }
  case place::speakers: return made_.value.speakers.push_back(std::move(value)), true;
  case place::kept_item:
    if (key_ == "kind") return kept_kind_ = std::move(value), true;
    if (key_ == "text") return kept_text_ = token(value), true;
    return value_of_no_use();
  case place::cue:
    if (key_ == "id") return cue_.id = std::move(value), true;
    if (key_ == "text") return cue_.text = token(value), true;
    if (key_ == "payload") return cue_.payload = token(value), true;
    if (key_ == "settings_text") return cue_.settings_text = std::move(value), true;
    return value_of_no_use();
  case place::settings: {
    std::string json;
    append_json(json, value);
    return scalar_in_settings(std::move(json));
  }
  case place::word:
    if (key_ == "text") return word_.text = std::move(value), true;
    return value_of_no_use();
  default: return value_of_no_use();
  }
}

MONDEGREEN_INLINE bool json_reader::enter(place into) {
  outer_.push_back(std::exchange(where_, into));
  return true;
}

/// Passes over an object or a list and all in it.
MONDEGREEN_INLINE bool json_reader::skip(bool known) {
  if (!known) value_of_no_use();
  ++skipped_depth_;
  return true;
}

/// Tells a key nobody knows, once; a known one whose value is of the wrong kind, each time.
MONDEGREEN_INLINE bool json_reader::value_of_no_use() {
  if (skipping()) return true;
  constexpr std::string_view known[] = {"mondegreen", "language", "timed",   "metadata", "speakers",      "kept",
                                        "regions",    "styles",   "cues",    "id",       "start_ms",      "end_ms",
                                        "speaker",    "text",     "payload", "settings", "settings_text", "words",
                                        "confidence", "kind",     "before",  "tree"};
  auto const at = reached() == 0 ? 0 : reached() - 1;
  bool const in_list = where_ == place::speakers || where_ == place::cues || where_ == place::words ||
                       where_ == place::kept || where_ == place::metadata_list;
  if (where_ == place::top) {
    tell(code::json_form, {at, 0}, "a transcript is an object, with \"mondegreen\": 1 in it");
    failed_ = true;
  } else if (in_list || where_ == place::metadata ||
             std::find(std::begin(known), std::end(known), key_) != std::end(known)) {
    tell(code::json_type, {at, 0}, fmt::format("a value of another kind than '{}' has; passed over", key_));
  } else if (told_keys_.insert(key_).second) {
    tell(code::json_unknown_key, {at, 0}, fmt::format("'{}' is no key of a transcript; passed over", key_));
  }
  return true;
}

MONDEGREEN_INLINE bool json_reader::start_object(std::size_t) {
  if (skipping()) return skip(true);
  switch (where_) {
  case place::top: return enter(place::root);
  case place::root: return key_ == "metadata" ? enter(place::metadata) : skip(false);
  case place::kept:
    kept_kind_.clear();
    kept_text_ = {};
    kept_before_ = 0;
    return enter(place::kept_item);
  case place::cues:
    cue_ = {};
    cue_.start = reached() - 1;
    return enter(place::cue);
  case place::cue: return key_ == "settings" ? enter(place::settings) : skip(false);
  case place::words: word_ = {}; return enter(place::word);
  case place::regions: return skip(true); // said again by the kept blocks
  default: return skip(false);
  }
}

MONDEGREEN_INLINE bool json_reader::start_array(std::size_t) {
  if (skipping()) return skip(true);
  if (where_ == place::root) {
    for (auto const& [name, into] : {std::pair{"speakers", place::speakers},
                                     {"kept", place::kept},
                                     {"cues", place::cues},
                                     {"regions", place::regions}})
      if (key_ == name) return enter(into);
    return skip(key_ == "styles");
  }
  if (where_ == place::metadata) return enter(place::metadata_list);
  if (where_ == place::cue && key_ == "words") return enter(place::words);
  return skip(where_ == place::cue && key_ == "tree");
}

MONDEGREEN_INLINE bool json_reader::key(string_t& name) {
  if (skipping()) return true;
  (where_ == place::settings ? settings_key_ : key_) = std::move(name);
  return true;
}

MONDEGREEN_INLINE bool json_reader::end_object() {
  if (skipping()) return --skipped_depth_, true;
  if (where_ == place::cue) end_cue();
  if (where_ == place::word) cue_.words.push_back(std::move(word_));
  if (where_ == place::kept_item) {
    auto& kept = kept_.emplace_back(kept_before_, kept_block{}).second;
    static_cast<passage&>(kept) = kept_text_.token.empty() ? passage{} : kept_text_.place(text_);
    auto const kind = std::find(std::begin(kept_names), std::end(kept_names), kept_kind_);
    kept.kind =
        kind == std::end(kept_names) ? kept_kind::unknown : static_cast<kept_kind>(kind - std::begin(kept_names));
  }
  // What follows in the enclosing object has a key of its own; in a list, the key is the list's.
  where_ = outer_.back();
  outer_.pop_back();
  if (where_ == place::words) key_ = "words";
  if (where_ == place::kept) key_ = "kept";
  if (where_ == place::cues) key_ = "cues";
  return true;
}

MONDEGREEN_INLINE bool json_reader::end_array() {
  if (skipping()) return --skipped_depth_, true;
  where_ = outer_.back();
  outer_.pop_back();
  return true;
}

MONDEGREEN_INLINE bool json_reader::parse_error(std::size_t position, std::string const&,
                                                nlohmann::json::exception const& what) {
  std::string_view why = what.what();
  for (std::string_view const before : {"syntax error ", "] "})
    if (auto const at = why.find(before); at != why.npos) {
      why.remove_prefix(at + before.size());
      break;
    }
  auto const at = static_cast<std::uint32_t>(std::min<std::size_t>(position == 0 ? 0 : position - 1, text_.size()));
  tell(code::json_syntax, {at, 0}, fmt::format("this is no valid JSON: {}", why));
  failed_ = true;
  return false;
}

MONDEGREEN_INLINE void json_reader::end_cue() {
  auto& cue = made_.value.cues.emplace_back();
  if (!cue_.text.token.empty()) static_cast<passage&>(cue) = cue_.text.place(text_);
  cue.when = cue_.when;
  cue.id = std::move(cue_.id);
  cue.settings = cue_.settings_text.empty() ? settings_text(cue_.settings) : std::move(cue_.settings_text);
  // Checked against the list of speakers at the end: it may stand behind the cues.
  if (cue_.speaker >= 0 && cue_.speaker <= std::numeric_limits<std::int32_t>::max())
    cue.speaker = static_cast<speaker_id>(cue_.speaker);
  if (!cue_.payload.token.empty()) read_payload(cue, cue_.payload);
  read_words(cue, cue_.words);
  cue.block = {cue_.start, reached() - cue_.start};
  complete_to_ = reached();
}

/// The marks of the payload, read as the dialect under which it says what the text says.
MONDEGREEN_INLINE void json_reader::read_payload(cue& into, json_text const& payload) {
  bool const fonts = payload.value.find("<font") != std::string::npos;
  auto const first = fonts ? markup_dialect::srt : markup_dialect::webvtt;
  auto const second = fonts ? markup_dialect::webvtt : markup_dialect::srt;
  for (auto const dialect : {first, second}) {
    passage made;
    markup_reader markup(payload.value, dialect);
    markup.begin(made);
    markup.read({0, static_cast<std::uint32_t>(payload.value.size())});
    markup.finish();
    if (made.text != into.text) continue;
    into.marks = std::move(made.marks);
    return;
  }
  tell(code::json_type, payload.token, "the payload does not say what the text says; the text counts");
}

MONDEGREEN_INLINE void json_reader::read_words(cue& into, std::vector<word_read> const& words) {
  std::size_t at = 0;
  for (auto const& each : words) {
    // Words follow each other closely; a search without bounds would be quadratic in a list of words that are not there.
    constexpr std::size_t gap = 256;
    auto const found = std::string_view(into.text).substr(at, gap + each.text.size()).find(each.text);
    if (found == std::string_view::npos) {
      tell(code::json_type, {cue_.start, 0},
           fmt::format("the word '{}' does not stand in its cue; passed over", each.text));
      continue;
    }
    at += found;
    into.words.push_back(
        {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(each.text.size())}, each.when, each.confidence});
    at += each.text.size();
  }
}

MONDEGREEN_INLINE void json_reader::complete() {
  auto& all = made_.value;
  auto const is_form = [](diagnostic const& each) { return each.what == code::json_form; };
  bool const told = std::any_of(made_.diagnostics.begin(), made_.diagnostics.end(), is_form);
  if (!is_transcript_ && !failed_ && size() != 0 && !told)
    tell(code::json_form, {0, 0}, "there is no \"mondegreen\": 1 in this object: it is no transcript");
  if (!is_transcript_ && all.cues.empty() && size() != 0) failed_ = true;
  for (auto& each : all.cues) {
    if (static_cast<std::int64_t>(each.speaker) >= static_cast<std::int64_t>(all.speakers.size())) {
      tell(code::json_type, {each.block.offset, 0}, "there is no speaker of that number");
      each.speaker = speaker_id::none;
    }
    each.as_read = each.fingerprint();
  }
  // A kept block stands where the cue begins before which it stood: that is how the writers find its place.
  std::stable_sort(kept_.begin(), kept_.end(), [](auto const& a, auto const& b) { return a.first < b.first; });
  for (auto& [before, kept] : kept_) {
    bool const inside = before >= 0 && before < static_cast<std::int64_t>(all.cues.size());
    kept.block = {inside ? all.cues[static_cast<std::size_t>(before)].block.offset : size(), 0};
    all.kept.push_back(std::move(kept));
  }
  if (failed_ && complete_to_ < size())
    keep(all, text_, kept_kind::unknown, {complete_to_, size() - complete_to_}, {complete_to_, size() - complete_to_});
  if (all.timed) check_times(all, made_.diagnostics);
}

MONDEGREEN_INLINE reading read_json(source_ptr text, read_options const&) { return json_reader(*text).read(); }

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
