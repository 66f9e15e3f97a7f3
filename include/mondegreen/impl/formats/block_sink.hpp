// What the readers of formats give what they find to: a transcript, or straight to the writer of another format.
#pragma once

#include <mondegreen/diagnostic.hpp>
#include <mondegreen/format.hpp>
#include <mondegreen/impl/formats/markup.hpp>
#include <mondegreen/impl/text/huge_pages.hpp>
#include <mondegreen/transcript.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Ids of speakers by name: `transcript::speaker` searches its list, which a file of many names would make quadratic.
class speaker_ids {
public:
  explicit speaker_ids(transcript& of) : of_(of) {}

  speaker_id operator[](std::string const& name) {
    auto const [at, fresh] = known_.try_emplace(name, static_cast<speaker_id>(of_.speakers.size()));
    if (fresh) of_.speakers.push_back(name);
    return at->second;
  }

private:
  transcript& of_;
  std::unordered_map<std::string, speaker_id> known_;
};

/// The diagnostics of a text. Of each code as many as anybody will look at, and then how many more there are: a file of a
/// gigabyte in which every cue is damaged must not take several to say so.
class diagnostic_log {
public:
  static constexpr std::size_t most = 100'000; ///< of one code

  void add(diagnostic what) {
    if (left_out_.empty()) left_out_.resize(codes().size());
    auto& of_code = left_out_[static_cast<std::size_t>(what.what)];
    if (of_code.told == most) {
      if (of_code.count++ == 0) of_code.first = {what.level, what.what, what.where, {}, {}, {}};
      return;
    }
    ++of_code.told;
    list_.push_back(std::move(what));
  }

  std::vector<diagnostic> take() {
    for (auto& each : left_out_) {
      if (each.count == 0) continue;
      each.first.message = fmt::format("{} more like this from here on are not listed", each.count);
      list_.push_back(std::move(each.first));
    }
    left_out_.clear();
    return std::move(list_);
  }

private:
  struct of_one_code {
    std::size_t told = 0;
    std::size_t count = 0; ///< left out
    diagnostic first{};    ///< of those
  };

  std::vector<diagnostic> list_;
  std::vector<of_one_code> left_out_; ///< by code
};

/// A cue as it stands in its file, with nothing odd about it.
struct raw_cue {
  interval when;
  std::string_view
      times; ///< as they stand, if that is "00:00:01,000 --> 00:00:02,000" with any sign before milliseconds
  std::string_view id, settings, body;
  span block;
};

/// Takes the blocks of a text in the order of the file.
class block_sink {
public:
  virtual ~block_sink() = default;

  /// Takes a cue as it stands, if it can: it is not read any further then.
  virtual bool take(raw_cue const&) { return false; }
  /// An empty cue, to be filled in, whose block begins at `offset`.
  virtual cue& begin_cue(std::uint32_t offset) = 0;
  /// That cue is complete.
  virtual void end_cue() = 0;
  virtual void keep(kept_block block) = 0;
  virtual void add(metadata_entry entry) = 0;
  virtual speaker_id speaker(std::string const& name) = 0;

  diagnostic_log told;
};

/// Room for all cues once a part of the text shows how many there will be: a list that grows by doubling moves each of
/// its cues twice.
inline void make_room(std::vector<cue>& cues, std::size_t read, std::size_t size) {
  if (cues.size() < cues.capacity() || cues.size() < 512 || read == 0) return;
  auto const expected = static_cast<double>(cues.size()) * static_cast<double>(size) / static_cast<double>(read);
  // A file that begins with short cues and goes on with long ones shall not cost more than doubling would.
  cues.reserve(
      std::max(cues.size() * 3 / 2, std::min<std::size_t>(static_cast<std::size_t>(expected * 1.03), size / 16)));
  prefer_huge_pages(cues.data() + cues.size(), (cues.capacity() - cues.size()) * sizeof(cue));
}

/// Makes a transcript of them.
class transcript_builder final : public block_sink {
public:
  explicit transcript_builder(std::string_view text) : size_(text.size()) {}

  cue& begin_cue(std::uint32_t offset) override {
    make_room(made_.cues, offset, size_);
    return made_.cues.emplace_back();
  }

  void end_cue() override {
    auto& last = made_.cues.back();
    last.as_read = last.fingerprint();
  }

  void keep(kept_block block) override { made_.kept.push_back(std::move(block)); }

  void add(metadata_entry entry) override {
    if (entry.key == "language") made_.language = entry.text;
    made_.metadata.push_back(std::move(entry));
  }

  speaker_id speaker(std::string const& name) override { return speakers_[name]; }

  reading finish() { return {std::move(made_), told.take()}; }

private:
  std::size_t size_;
  transcript made_;
  speaker_ids speakers_{made_};
};

/// A kept block over `block`, whose text is `content` (a part of it).
inline kept_block kept_over(std::string_view source, kept_kind kind, span block, span content) {
  kept_block kept;
  static_cast<passage&>(kept) = plain_passage(source, content);
  kept.kind = kind;
  kept.block = block;
  return kept;
}

/// The same, added to a transcript.
inline kept_block& keep(transcript& in, std::string_view source, kept_kind kind, span block, span content) {
  return in.kept.emplace_back(kept_over(source, kind, block, content));
}

/// Tells the times of one cue that are odd by themselves or behind `before`, the start of the cue above it. `where()`: the
/// line they stand on.
template <class Where> void check_times(interval when, timestamp const* before, diagnostic_log& told, Where&& where) {
  if (when.start.ms < 0 || when.end.ms < 0)
    told.add(make_diagnostic(code::time_negative, where(), "a time before zero"));
  if (when.end < when.start)
    told.add(make_diagnostic(
        code::time_backwards, where(),
        fmt::format("the cue ends at {}, before it starts at {}", to_string(when.end), to_string(when.start))));
  if (before != nullptr && when.start < *before)
    told.add(make_diagnostic(
        code::time_order, where(),
        fmt::format("the cue starts at {}, the one above it at {}", to_string(when.start), to_string(*before))));
}

/// The same for all cues of a transcript.
inline void check_times(transcript const& in, std::vector<diagnostic>& told) {
  diagnostic_log log;
  timestamp const* before = nullptr;
  for (auto const& each : in.cues) {
    check_times(each.when, before, log, [&] { return span{each.block.offset, 0}; });
    before = &each.when.start;
  }
  for (auto& each : log.take()) told.push_back(std::move(each));
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
