#pragma once

#include <mondegreen/decode.hpp>
#include <mondegreen/file.hpp>
#include <mondegreen/impl/names/explain.hpp>
#include <mondegreen/impl/names/file.hpp>
#include <mondegreen/impl/names/index.hpp>
#include <mondegreen/impl/names/repair.hpp>
#include <mondegreen/language.hpp>
#include <mondegreen/names.hpp>

#include <map>
#include <mutex>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI {

struct names::state {
  std::vector<name> list{};
  std::vector<impl::name_home> homes{}; ///< by name: the file it was read from
  std::vector<diagnostic> diagnostics{};
  source_ptr from{};

  /// The index for a language of the speech, built when it is first asked for. Thread-safe.
  std::shared_ptr<impl::name_index const> index(std::string const& language) const {
    std::scoped_lock const lock(building_);
    auto& built = built_[language];
    if (!built) built = std::make_shared<impl::name_index const>(list, homes, language);
    return built;
  }

private:
  mutable std::mutex building_;
  mutable std::map<std::string, std::shared_ptr<impl::name_index const>> built_;
};

MONDEGREEN_INLINE names::names() : state_(std::make_shared<state const>()) {}

MONDEGREEN_INLINE names::names(std::vector<name> list) {
  auto fresh = std::make_shared<state>();
  impl::name_list unique(fresh->list);
  for (auto& each : list)
    if (!each.form.empty() && each.form.size() <= impl::longest_name) unique.add(std::move(each));
  fresh->homes.resize(fresh->list.size());
  state_ = std::move(fresh);
}

MONDEGREEN_INLINE names::names(std::vector<name> list, source_ptr from) : names(std::move(list)) {
  auto fresh = std::make_shared<state>();
  fresh->list = state_->list;
  fresh->homes.assign(fresh->list.size(), from);
  fresh->from = std::move(from);
  state_ = std::move(fresh);
}

MONDEGREEN_INLINE result<names> names::load(std::string const& path) {
  auto bytes = read_bytes(path);
  if (!bytes) return bytes.failure();
  auto text = decode(*bytes, path);
  if (!text) return text.failure();
  auto loaded = parse(text->text);
  if (!text->diagnostics.empty()) {
    auto fresh = std::make_shared<state>();
    fresh->list = loaded.state_->list;
    fresh->homes = loaded.state_->homes;
    fresh->from = loaded.state_->from;
    fresh->diagnostics = std::move(text->diagnostics);
    auto const& more = loaded.state_->diagnostics;
    fresh->diagnostics.insert(fresh->diagnostics.end(), more.begin(), more.end());
    loaded.state_ = std::move(fresh);
  }
  return loaded;
}

MONDEGREEN_INLINE names names::parse(source_ptr text) {
  auto fresh = std::make_shared<state>();
  auto read = impl::read_names(text->text());
  fresh->list = std::move(read.list);
  fresh->homes.assign(fresh->list.size(), text);
  fresh->diagnostics = std::move(read.diagnostics);
  fresh->from = std::move(text);
  names out;
  out.state_ = std::move(fresh);
  return out;
}

MONDEGREEN_INLINE std::span<name const> names::all() const noexcept { return state_->list; }
MONDEGREEN_INLINE std::span<diagnostic const> names::diagnostics() const noexcept { return state_->diagnostics; }
MONDEGREEN_INLINE source_ptr names::from() const noexcept { return state_->from; }

MONDEGREEN_INLINE void names::merge(names const& other) {
  auto fresh = std::make_shared<state>();
  impl::name_list unique(fresh->list);
  for (auto const* from : {state_.get(), other.state_.get()})
    for (std::size_t i = 0; i < from->list.size(); ++i)
      if (!unique.add(from->list[i])) fresh->homes.push_back(from->homes[i]);
  fresh->diagnostics = state_->diagnostics;
  fresh->from = state_->from;
  state_ = std::move(fresh);
}

namespace impl {

inline std::string speech_of(std::string_view asked, transcript const& text) {
  if (asked.empty()) asked = text.language;
  if (auto const* known = find_language(asked)) return std::string(known->code);
  if (!asked.empty()) return std::string(asked);
  std::string sample;
  constexpr std::size_t enough = std::size_t{1} << 16U;
  auto const add = [&](passage const& each) {
    if (sample.size() < enough) sample.append(each.text, 0, enough).push_back('\n');
  };
  for (auto const& each : text.cues) add(each);
  for (auto const& each : text.metadata) add(each);
  auto const guess = detect_language(sample);
  return guess.what == nullptr ? std::string() : std::string(guess.what->code);
}

} // namespace impl

MONDEGREEN_INLINE void names::repair(editor& in, repair_options const& options) const {
  auto const index = state_->index(impl::speech_of(options.language, in.text()));
  impl::repair_names(in, *index, {options.context, options.mine});
}

namespace impl {

/// Plain text as a transcript: a passage a line.
inline transcript plain_text(std::string_view text) {
  transcript plain;
  plain.from = make_source(std::string(text));
  for (std::size_t at = 0; at <= text.size();) {
    auto const end = std::min(text.find('\n', at), text.size());
    metadata_entry line;
    line.text = text.substr(at, end - at);
    auto const length = static_cast<std::uint32_t>(end - at);
    line.where.append(length, {static_cast<std::uint32_t>(at), length}, true);
    plain.metadata.push_back(std::move(line));
    at = end + 1;
  }
  return plain;
}

} // namespace impl

MONDEGREEN_INLINE std::vector<name_case> names::explain(std::string_view text, repair_options const& options) const {
  auto const plain = impl::plain_text(text);
  auto const index = state_->index(impl::speech_of(options.language, plain));
  return impl::explain_names(plain, *index, options.context);
}

MONDEGREEN_INLINE repaired names::repair(std::string_view text, repair_options const& options) const {
  auto plain = impl::plain_text(text);
  editor edits(plain, options.apply);
  edits.begin("names");
  repair(edits, options);
  auto made = edits.finish();
  std::string joined;
  joined.reserve(text.size());
  for (auto const& line : plain.metadata) {
    if (&line != &plain.metadata.front()) joined += '\n';
    joined += line.text;
  }
  return {std::move(joined), std::move(made)};
}

} // namespace mondegreen::inline MONDEGREEN_ABI
