#pragma once

#include <mondegreen/decode.hpp>
#include <mondegreen/file.hpp>
#include <mondegreen/impl/names/explain.hpp>
#include <mondegreen/impl/names/file.hpp>
#include <mondegreen/impl/names/index.hpp>
#include <mondegreen/impl/names/index_build.hpp>
#include <mondegreen/impl/names/inflections.hpp>
#include <mondegreen/impl/names/mined_names.hpp>
#include <mondegreen/impl/names/repair.hpp>
#include <mondegreen/impl/names/saved.hpp>
#include <mondegreen/language.hpp>
#include <mondegreen/names.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI {

struct names::state {
  impl::name_rows rows{};
  std::vector<diagnostic> diagnostics{};
  source_ptr from{};

  /// The index for a language of the speech, built when it is first asked for. Thread-safe.
  std::shared_ptr<impl::name_arrays const> arrays(std::string const& language) const {
    std::scoped_lock const lock(building_);
    auto& built = built_[language];
    if (!built) built = std::make_shared<impl::name_arrays const>(impl::name_arrays::build(rows, language));
    return built;
  }

  /// Takes over indexes that are built.
  void take(std::vector<std::shared_ptr<impl::name_arrays const>> indexes) const {
    std::scoped_lock const lock(building_);
    for (auto& each : indexes) {
      auto const language = each->language;
      built_[language] = std::move(each);
    }
  }

  /// All that are built, by language.
  std::vector<std::shared_ptr<impl::name_arrays const>> built() const {
    std::scoped_lock const lock(building_);
    std::vector<std::shared_ptr<impl::name_arrays const>> out;
    for (auto const& each : built_) out.push_back(each.second);
    return out;
  }

  /// An index to work with, given back when it goes: what it has learned of words serves the next text.
  class loan {
  public:
    loan(state const& of, std::string const& language, mondegreen::spelling const& spelling) : of_(of) {
      {
        std::scoped_lock const lock(of_.lending_);
        auto& shelf = of_.shelf_[language];
        // What is known of a word holds for one set of dictionaries.
        auto const fit =
            std::find_if(shelf.rbegin(), shelf.rend(), [&](auto const& each) { return each->spelling() == spelling; });
        if (fit != shelf.rend()) {
          index_ = std::move(*fit);
          shelf.erase(std::prev(fit.base()));
        }
      }
      if (!index_) index_ = std::make_unique<impl::name_index>(of_.arrays(language), spelling);
    }
    loan(loan const&) = delete;
    loan& operator=(loan const&) = delete;
    ~loan() {
      constexpr std::size_t most_kept = 64; // as many as threads that work at once
      index_->forget();
      std::scoped_lock const lock(of_.lending_);
      auto& shelf = of_.shelf_[index_->language()];
      if (shelf.size() == most_kept) shelf.erase(shelf.begin());
      shelf.push_back(std::move(index_));
    }
    impl::name_index const& operator*() const noexcept { return *index_; }

  private:
    state const& of_;
    std::unique_ptr<impl::name_index> index_;
  };

  /// The names one by one, made when they are first asked for.
  std::vector<name> const& list() const {
    std::call_once(listed_, [&] {
      list_.reserve(rows.size());
      for (std::uint32_t i = 0; i < rows.size(); ++i) list_.push_back(rows[i]);
    });
    return list_;
  }

private:
  mutable std::mutex building_;
  mutable std::map<std::string, std::shared_ptr<impl::name_arrays const>> built_;
  mutable std::mutex lending_;
  mutable std::map<std::string, std::vector<std::unique_ptr<impl::name_index>>> shelf_;
  mutable std::once_flag listed_;
  mutable std::vector<name> list_;
};

MONDEGREEN_INLINE names::names() : state_(std::make_shared<state const>()) {}

MONDEGREEN_INLINE names::names(std::vector<name> const& list) : names(list, nullptr) {}

MONDEGREEN_INLINE names::names(std::vector<name> const& list, source_ptr from) {
  auto fresh = std::make_shared<state>();
  impl::name_rows_builder rows;
  rows.from(from);
  for (auto const& each : list)
    if (!each.form.empty() && each.form.size() <= impl::longest_name) rows.add(each);
  fresh->rows = rows.finish();
  fresh->from = std::move(from);
  state_ = std::move(fresh);
}

MONDEGREEN_INLINE result<names> names::load(std::string const& path) {
  auto const shown = path == "-" ? std::string("standard input") : path;
  auto const from_saved = [&](result<impl::sections> const& saved) -> result<names> {
    if (!saved) return saved.failure();
    auto opened = impl::open_saved(*saved, shown);
    if (!opened) return opened.failure();
    auto fresh = std::make_shared<state>();
    fresh->rows = std::move(opened->rows);
    fresh->take(std::move(opened->languages));
    names out;
    out.state_ = std::move(fresh);
    return out;
  };
  if (path != "-")
    if (auto const saved = impl::map_saved(path)) return from_saved(*saved);
  auto bytes = read_bytes(path);
  if (!bytes) return bytes.failure();
  if (auto const saved = impl::copy_saved(*bytes, shown)) return from_saved(*saved);
  auto text = decode_owned(*std::move(bytes), path);
  if (!text) return text.failure();
  auto fresh = std::make_shared<state>();
  fresh->from = text->text;
  auto read = impl::read_names(fresh->from->text(), fresh->from);
  fresh->rows = std::move(read.list);
  fresh->diagnostics = std::move(text->diagnostics);
  fresh->diagnostics.insert(fresh->diagnostics.end(), read.diagnostics.begin(), read.diagnostics.end());
  names out;
  out.state_ = std::move(fresh);
  return out;
}

MONDEGREEN_INLINE names names::parse(source_ptr text) {
  auto fresh = std::make_shared<state>();
  auto read = impl::read_names(text->text(), text);
  fresh->rows = std::move(read.list);
  fresh->diagnostics = std::move(read.diagnostics);
  fresh->from = std::move(text);
  names out;
  out.state_ = std::move(fresh);
  return out;
}

MONDEGREEN_INLINE std::span<name const> names::all() const { return state_->list(); }
MONDEGREEN_INLINE std::size_t names::size() const noexcept { return state_->rows.size(); }
MONDEGREEN_INLINE std::span<diagnostic const> names::diagnostics() const noexcept { return state_->diagnostics; }
MONDEGREEN_INLINE source_ptr names::from() const noexcept { return state_->from; }

MONDEGREEN_INLINE void names::build(std::vector<std::string> const& languages) const {
  for (auto const& each : languages) {
    auto const* known = find_language(each);
    state_->arrays(known != nullptr ? std::string(known->code) : each);
  }
}

MONDEGREEN_INLINE std::vector<std::string> names::built() const {
  std::vector<std::string> out;
  for (auto const& each : state_->built()) out.push_back(each->language);
  return out;
}

MONDEGREEN_INLINE result<std::size_t> names::save(std::string const& path) const {
  auto const all = state_->built();
  return write_atomically(path, impl::lay_out_saved(state_->rows, all).bytes());
}

MONDEGREEN_INLINE void names::merge(names const& other) {
  if (other.state_->rows.empty()) return;
  if (state_->rows.empty() && state_->diagnostics.empty() && !state_->from) {
    state_ = other.state_; // with what is built of it
    return;
  }
  auto fresh = std::make_shared<state>();
  impl::name_rows_builder rows;
  for (auto const* from : {state_.get(), other.state_.get()})
    for (std::uint32_t i = 0; i < from->rows.size(); ++i) {
      rows.from(from->rows.home(i));
      rows.add(from->rows[i]);
    }
  fresh->rows = rows.finish();
  fresh->diagnostics = state_->diagnostics;
  fresh->from = state_->from;
  state_ = std::move(fresh);
}

namespace impl {

/// The language of a text whose names are repaired: a code; empty if it is too short to tell.
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
  if (auto const guess = detect_language(sample); guess.what != nullptr) return std::string(guess.what->code);
  // A line does not tell its language; a page that does not is in none that we know.
  constexpr std::ptrdiff_t telling = 50; // words; some twenty do where a language is one of ours
  auto const words = std::count_if(sample.begin(), sample.end(), [](char c) { return c == ' ' || c == '\n'; });
  return words < telling ? std::string() : std::string(undetermined);
}

} // namespace impl

MONDEGREEN_INLINE void names::repair(editor& in, repair_options const& options) const {
  state::loan const index(*state_, impl::speech_of(options.language, in.text()), options.spelling);
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

MONDEGREEN_INLINE std::vector<name_case> names::explain(std::string_view text, repair_options const& options,
                                                        std::string_view only) const {
  return explain(impl::plain_text(text), options, only);
}

MONDEGREEN_INLINE std::vector<name_case> names::explain(transcript const& text, repair_options const& options,
                                                        std::string_view only) const {
  std::optional<std::uint32_t> which;
  auto const& rows = state_->rows;
  for (std::uint32_t i = 0; i < rows.size() && !only.empty() && !which; ++i)
    if (rows.form(i) == only) which = i;
  {
    state::loan const index(*state_, impl::speech_of(options.language, text), options.spelling);
    impl::repair_ground const ground{options.context, options.mine};
    impl::mined_names mined(*index, ground, text);
    bool const on_page = !only.empty() && !which && mined.read(text) != nullptr && mined.find(only).has_value();
    if (only.empty() || which || on_page) return impl::explain_names(text, *index, ground, {only, which});
  }
  auto with = *this;
  with.merge(names(std::vector<name>{{.form = std::string(only)}}));
  // A name that is none, as an endless one, is in no list.
  if (with.size() == size()) return {};
  return with.explain(text, options, only);
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
