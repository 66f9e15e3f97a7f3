#pragma once

#include <mondegreen/cue_tree.hpp>
#include <mondegreen/impl/formats/character_references.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// The WebVTT cue text tokenizer.
class cue_tokenizer {
public:
  enum class token : std::uint8_t {
    text,
    start_tag,
    end_tag,
    time_tag,
    end
  };

  explicit cue_tokenizer(std::string_view input) noexcept : input_(input) {}

  std::string value;      ///< of a text; otherwise the tag's name or time
  std::string classes;    ///< of a start tag, with spaces between them
  std::string annotation; ///< of a start tag

  /// One step of the tokenizer: the states of the specification, each a function here.
  token next() {
    if (at_ == input_.size()) return token::end;
    value.clear();
    classes.clear();
    annotation.clear();
    return input_[at_] == '<' ? tag() : data();
  }

private:
  static constexpr bool is_space(char c) noexcept {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
  }

  bool done() const noexcept { return at_ == input_.size(); }
  bool at_tag_end() const noexcept { return done() || input_[at_] == '>'; }

  /// "HTML character reference in data state" and "in annotation state".
  void reference(std::string& into) {
    auto const length = read_character_reference(input_.substr(at_), into);
    if (length == 0) into += '&';
    at_ += std::max<std::size_t>(length, 1);
  }

  /// Data state.
  token data() {
    while (!done() && input_[at_] != '<') {
      if (input_[at_] == '&')
        reference(value);
      else
        value += input_[at_++];
    }
    return token::text;
  }

  /// Tag state.
  token tag() {
    ++at_;
    if (!done() && input_[at_] == '/') {
      ++at_;
      take_value();
      return token::end_tag;
    }
    if (!done() && input_[at_] >= '0' && input_[at_] <= '9') {
      take_value();
      return token::time_tag;
    }
    // Start tag state: the name.
    while (!at_tag_end() && input_[at_] != '.' && !is_space(input_[at_])) value += input_[at_++];
    start_tag_classes();
    start_tag_annotation();
    skip_tag_end();
    return token::start_tag;
  }

  /// End tag state and timestamp tag state: everything up to the ">".
  void take_value() {
    while (!at_tag_end()) value += input_[at_++];
    skip_tag_end();
  }

  /// Start tag class state; empty classes are dropped when the tree is made.
  void start_tag_classes() {
    while (!at_tag_end() && !is_space(input_[at_])) {
      ++at_; // the dot
      auto const first = at_;
      while (!at_tag_end() && input_[at_] != '.' && !is_space(input_[at_])) ++at_;
      if (at_ == first) continue;
      if (!classes.empty()) classes += ' ';
      classes += input_.substr(first, at_ - first);
    }
  }

  /// Start tag annotation state: no space at the ends, one where there are more.
  void start_tag_annotation() {
    std::string raw;
    while (!at_tag_end()) {
      if (input_[at_] == '&')
        reference(raw);
      else
        raw += input_[at_++];
    }
    for (char const c : raw) {
      if (!is_space(c))
        annotation += c;
      else if (!annotation.empty() && annotation.back() != ' ')
        annotation += ' ';
    }
    if (annotation.ends_with(' ')) annotation.pop_back();
  }

  void skip_tag_end() {
    if (!done()) ++at_;
  }

  std::string_view input_;
  std::size_t at_ = 0;
};

/// "Collect a WebVTT timestamp" of all of `text`; hours beyond any use stay at the largest time.
inline std::optional<timestamp> read_cue_time(std::string_view text) noexcept {
  std::size_t at = 0;
  auto const digits = [&](std::int64_t& number) {
    auto const first = at;
    for (number = 0; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at)
      number = std::min<std::int64_t>(number * 10 + (text[at] - '0'), max_ms / 3'600'000 - 1);
    return at - first;
  };
  auto const skip = [&](char c) { return at < text.size() && text[at] == c ? (++at, true) : false; };
  std::int64_t hours = 0, minutes = 0, seconds = 0, thousandths = 0;
  auto const length = digits(hours);
  bool const long_form = length != 2 || hours > 59;
  if (length == 0 || !skip(':') || digits(minutes) != 2) return std::nullopt;
  if (long_form || (at < text.size() && text[at] == ':')) {
    if (!skip(':') || digits(seconds) != 2) return std::nullopt;
  } else {
    seconds = std::exchange(minutes, hours);
    hours = 0;
  }
  if (!skip('.') || digits(thousandths) != 3 || minutes > 59 || seconds > 59 || at != text.size()) return std::nullopt;
  return timestamp{((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths};
}

/// The node a tag's name makes; a text for one that makes none.
inline webvtt::node_kind node_of_tag(std::string_view name) noexcept {
  using enum webvtt::node_kind;
  constexpr std::pair<std::string_view, webvtt::node_kind> known[] = {
      {"c", css_class}, {"i", italic},      {"b", bold},    {"u", underline},
      {"v", voice},     {"lang", language}, {"ruby", ruby}, {"rt", ruby_text},
  };
  for (auto const& [tag, kind] : known)
    if (tag == name) return kind;
  return text;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

namespace mondegreen::inline MONDEGREEN_ABI::webvtt {

MONDEGREEN_INLINE std::vector<cue_node> cue_tree(std::string_view payload) {
  using token = impl::cue_tokenizer::token;
  std::vector<cue_node> tree;
  std::vector<node_kind> open; // from the root to "current"
  impl::cue_tokenizer tokens(payload);
  auto const depth = [&] { return static_cast<std::uint32_t>(open.size()); };
  for (;;) {
    switch (tokens.next()) {
    case token::end: return tree;
    case token::text: tree.push_back({node_kind::text, depth(), std::move(tokens.value), {}, {}}); break;
    case token::start_tag: {
      auto const kind = impl::node_of_tag(tokens.value);
      bool const stray = kind == node_kind::ruby_text && (open.empty() || open.back() != node_kind::ruby);
      if (kind == node_kind::text || stray || depth() == max_tree_depth) break;
      bool const annotated = kind == node_kind::voice || kind == node_kind::language;
      tree.push_back(
          {kind, depth(), annotated ? std::move(tokens.annotation) : std::string(), std::move(tokens.classes), {}});
      open.push_back(kind);
      break;
    }
    case token::end_tag: {
      auto const kind = impl::node_of_tag(tokens.value);
      if (open.empty() || kind == node_kind::text) break;
      if (open.back() == kind) {
        open.pop_back();
      } else if (kind == node_kind::ruby && open.back() == node_kind::ruby_text) {
        // A ruby text stands in a ruby only.
        open.resize(open.size() - 2);
      }
      break;
    }
    case token::time_tag:
      if (auto const when = impl::read_cue_time(tokens.value))
        tree.push_back({node_kind::time, depth(), {}, {}, *when});
      break;
    }
  }
}

MONDEGREEN_INLINE std::vector<std::string> tree_lines(std::vector<cue_node> const& tree) {
  std::vector<std::string> lines;
  auto const line = [&](std::uint32_t depth) -> std::string& {
    auto& made = lines.emplace_back("| ");
    made.append(std::size_t{2} * depth, ' ');
    return made;
  };
  for (auto const& node : tree) {
    auto const attribute = [&](std::string_view name, std::string const& value) {
      line(node.depth + 1) += fmt::format("{}=\"{}\"", name, value);
    };
    auto& first = line(node.depth);
    switch (node.kind) {
    case node_kind::text: first += '"' + node.value + '"'; continue;
    case node_kind::time: {
      auto const ms = node.when.ms;
      first += fmt::format("<?timestamp {:02}:{:02}:{:02}.{:03}>", ms / 3'600'000, ms / 60'000 % 60, ms / 1000 % 60,
                           ms % 1000);
      continue;
    }
    case node_kind::italic: first += "<i>"; break;
    case node_kind::bold: first += "<b>"; break;
    case node_kind::underline: first += "<u>"; break;
    case node_kind::ruby: first += "<ruby>"; break;
    case node_kind::ruby_text: first += "<rt>"; break;
    case node_kind::css_class:
    case node_kind::voice:
    case node_kind::language: first += "<span>"; break;
    }
    if (!node.classes.empty()) attribute("class", node.classes);
    if (node.kind == node_kind::language) attribute("lang", node.value);
    if (node.kind == node_kind::voice) attribute("title", node.value);
  }
  return lines;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::webvtt
