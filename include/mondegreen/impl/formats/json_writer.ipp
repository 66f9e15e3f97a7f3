#pragma once

#include <mondegreen/cue_tree.hpp>
#include <mondegreen/impl/formats/blocks.hpp>
#include <mondegreen/impl/formats/cue_body.hpp>
#include <mondegreen/impl/formats/json_form.hpp>
#include <mondegreen/impl/formats/webvtt_settings.hpp>
#include <mondegreen/impl/text/json_string.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// The lines under the first one: the CSS of a STYLE block, the settings of a REGION.
inline std::string_view below_first_line(std::string_view text) noexcept {
  auto const end = text.find('\n');
  return end == text.npos ? std::string_view{} : text.substr(end + 1);
}

class json_writer {
public:
  json_writer(transcript const& in, write_options const& options)
      : in_(in), same_format_(in.from != nullptr && in.format == "json" && !options.cue_tree),
        cue_tree_(options.cue_tree) {
    // Ids of regions, for the settings that name them.
    for (auto const& each : in.kept)
      if (each.kind == kept_kind::region && !each.removed)
        regions_.push_back(parse_region(below_first_line(each.text)).id);
    std::sort(regions_.begin(), regions_.end());
  }

  std::string write() {
    std::size_t expected = 256;
    for (auto const& each : in_.cues) expected += 96 + each.text.size() + each.text.size() / 8;
    out_.reserve(expected);
    out_ += R"({"mondegreen":1)";
    if (!in_.language.empty()) member("language", in_.language);
    if (!in_.timed) out_ += R"(,"timed":false)";
    write_metadata();
    out_ += R"(,"speakers":[)";
    for (auto const& each : in_.speakers) {
      if (&each != in_.speakers.data()) out_ += ',';
      append_json(out_, each);
    }
    out_ += ']';
    write_kept();
    out_ += R"(,"cues":[)";
    for (auto const& each : in_.cues) {
      out_ += &each == in_.cues.data() ? "\n" : ",\n";
      write_cue(each);
    }
    out_ += in_.cues.empty() ? "]}\n" : "\n]}\n";
    return std::move(out_);
  }

private:
  void key(std::string_view name) {
    out_ += ",\"";
    out_ += name;
    out_ += "\":";
  }

  void member(std::string_view name, std::string_view value) {
    key(name);
    append_json(out_, value);
  }

  /// A key that stands more than once has a list of values.
  void write_metadata() {
    std::map<std::string_view, std::vector<std::string_view>> values;
    for (auto const& each : in_.metadata) values[each.key].push_back(each.text);
    out_ += R"(,"metadata":{)";
    bool first = true;
    for (auto const& each : in_.metadata) {
      auto const found = values.find(each.key);
      if (found == values.end()) continue; // written with the first of its key
      if (!std::exchange(first, false)) out_ += ',';
      append_json(out_, each.key);
      out_ += ':';
      auto const& list = found->second;
      if (list.size() != 1) out_ += '[';
      for (std::size_t i = 0; i < list.size(); ++i) {
        if (i != 0) out_ += ',';
        append_json(out_, list[i]);
      }
      if (list.size() != 1) out_ += ']';
      values.erase(found);
    }
    out_ += '}';
  }

  void write_kept() {
    std::string kept, regions, styles;
    std::size_t before = 0;
    auto const add = [](std::string& list, std::string const& item) {
      if (!list.empty()) list += ',';
      list += item;
    };
    auto const quoted = [](std::string_view text) {
      std::string out;
      append_json(out, text);
      return out;
    };
    for_each_block(
        in_,
        [&](kept_block const& each) {
          if (each.kind == kept_kind::blank) return;
          add(kept, fmt::format(R"({{"kind":"{}","before":{},"text":{}}})",
                                kept_names[static_cast<std::size_t>(each.kind)], before, quoted(each.text)));
          // A definition needs a line below the word REGION or STYLE, or it defines nothing.
          if (each.text.find('\n') == std::string::npos) return;
          if (each.kind == kept_kind::region) add(regions, to_json(parse_region(below_first_line(each.text))));
          if (each.kind == kept_kind::style) add(styles, quoted(below_first_line(each.text)));
        },
        [&](cue const&) { ++before; });
    for (auto const& [name, list] : {std::pair{"kept", &kept}, {"regions", &regions}, {"styles", &styles}}) {
      if (list->empty()) continue;
      key(name);
      out_ += '[';
      out_ += *list;
      out_ += ']';
    }
  }

  void write_cue(cue const& each) {
    if (same_format_ && each.untouched()) {
      out_ += slice(in_.from->text(), each.block);
      return;
    }
    out_ += '{';
    if (!each.id.empty()) {
      out_ += R"("id":)";
      append_json(out_, each.id);
      out_ += ',';
    }
    fmt::format_to(std::back_inserter(out_), R"("start_ms":{},"end_ms":{})", each.when.start.ms, each.when.end.ms);
    if (each.speaker != speaker_id::none)
      fmt::format_to(std::back_inserter(out_), R"(,"speaker":{})", static_cast<std::int32_t>(each.speaker));
    member("text", each.text);
    auto const payload = payload_of(in_, each);
    if (payload != each.text) member("payload", payload);
    if (cue_tree_) write_tree(each);
    write_settings(each.settings);
    write_words(each);
    out_ += '}';
  }

  void write_tree(cue const& each) {
    key("tree");
    char before = '[';
    for (auto const& line : webvtt::tree_lines(webvtt::cue_tree(cue_text_of(in_, each)))) {
      out_ += std::exchange(before, ',');
      append_json(out_, line);
    }
    out_ += before == '[' ? "[]" : "]";
  }

  void write_settings(std::string_view settings) {
    if (settings.empty()) return;
    auto const values = parse_settings(settings, regions_);
    if (!values.empty()) {
      key("settings");
      char before = '{';
      for (auto const& each : values) {
        out_ += before;
        append_json(out_, each.name);
        out_ += ':';
        out_ += each.json;
        before = ',';
      }
      out_ += '}';
    }
    // As written, where the values do not say it all: another order, a setting nobody knows, SubRip's coordinates.
    if (settings_text(values) != settings) member("settings_text", settings);
  }

  void write_words(cue const& each) {
    if (each.words.empty()) return;
    key("words");
    for (auto const& word : each.words) {
      out_ += &word == each.words.data() ? '[' : ',';
      out_ += R"({"text":)";
      append_json(out_, slice(each.text, word.where));
      fmt::format_to(std::back_inserter(out_), R"(,"start_ms":{},"end_ms":{})", word.when.start.ms, word.when.end.ms);
      if (std::isfinite(word.confidence) && word.confidence != 1.0F)
        fmt::format_to(std::back_inserter(out_), R"(,"confidence":{})", word.confidence);
      out_ += '}';
    }
    out_ += ']';
  }

  transcript const& in_;
  bool same_format_;
  bool cue_tree_;
  std::vector<std::string> regions_;
  std::string out_;
};

MONDEGREEN_INLINE std::string write_json(transcript const& text, write_options const& options,
                                         std::vector<diagnostic>&) {
  return json_writer(text, options).write();
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
