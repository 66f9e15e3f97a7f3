// What a Python Transcript and its cues share.
#pragma once

#include <mondegreen/diagnostic.hpp>
#include <mondegreen/edit.hpp>
#include <mondegreen/names.hpp>
#include <mondegreen/source.hpp>
#include <mondegreen/transcript.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <numeric>
#include <utility>
#include <vector>

namespace mondegreen::python {

/// A transcript that may be read on a thread without the GIL while Python code changes it on another: who works without
/// the GIL holds a snapshot, and a change clones what a snapshot still shares. All members are used under the GIL, and
/// a snapshot is let go under the GIL; so there is no lock, and nothing to wait for in a wrong order.
class document {
public:
  explicit document(transcript value, std::vector<diagnostic> found = {})
      : diagnostics(std::make_shared<std::vector<diagnostic> const>(std::move(found))) {
    replace(std::move(value));
  }

  transcript const& read() const noexcept { return *value_; }
  std::shared_ptr<transcript const> snapshot() const noexcept { return value_; }

  transcript& change() {
    if (value_.use_count() != 1) value_ = std::make_shared<transcript>(*value_);
    return *value_;
  }

  /// Puts another transcript in; its cues are new ones.
  void replace(transcript value) {
    value_ = std::make_shared<transcript>(std::move(value));
    keys_.resize(value_->cues.size());
    std::iota(keys_.begin(), keys_.end(), next_);
    next_ += keys_.size();
  }

  /// Puts in what became of the transcript when the cues marked in `gone` were taken out; the others stay who they were.
  void replace(transcript value, std::vector<bool> const& gone) {
    value_ = std::make_shared<transcript>(std::move(value));
    drop_keys(gone);
  }

  /// Takes out the cues marked.
  void remove(std::vector<bool> const& gone) {
    std::size_t index = 0;
    std::erase_if(change().cues, [&](cue const&) { return gone[index++]; });
    drop_keys(gone);
  }

  /// Appends a cue.
  void add(cue added) {
    change().cues.push_back(std::move(added));
    keys_.push_back(next_++);
  }

  /// Who the cue at an index is, whatever is taken out around it.
  std::uint64_t key(std::size_t index) const noexcept { return keys_[index]; }

  /// Where that cue stands now; the number of cues if it is gone. O(log cues), and O(1) while no cue is taken out.
  std::size_t find(std::uint64_t key) const noexcept {
    auto const found = first_from(key);
    return found != keys_.size() && keys_[found] == key ? found : keys_.size();
  }

  /// Where the first cue stands that was made no earlier than the one of that key; the number of cues if there is none.
  std::size_t first_from(std::uint64_t key) const noexcept {
    if (keys_.empty() || key < keys_.front()) return 0;
    auto const guess = key - keys_.front();
    if (guess < keys_.size() && keys_[guess] == key) return guess;
    return static_cast<std::size_t>(std::lower_bound(keys_.begin(), keys_.end(), key) - keys_.begin());
  }

  /// The key of the next cue that is made: above those of all there are.
  std::uint64_t next_key() const noexcept { return next_; }

  std::shared_ptr<std::vector<diagnostic> const> diagnostics; ///< what reading it found

private:
  void drop_keys(std::vector<bool> const& gone) {
    std::size_t index = 0;
    std::erase_if(keys_, [&](std::uint64_t) { return gone[index++]; });
  }

  std::shared_ptr<transcript> value_;
  std::vector<std::uint64_t> keys_; ///< one a cue, rising: cues are only appended and taken out
  std::uint64_t next_ = 0;
};

// The Python classes hold no Python objects, so they can be in no reference cycle.

struct py_transcript {
  std::shared_ptr<document> of;
};

struct py_cue {
  std::shared_ptr<document> of;
  std::uint64_t key;
};

/// Goes over the cues there were when it was made, without those taken out meanwhile; each is made when it is asked for.
struct py_cue_iterator {
  std::shared_ptr<document> of;
  std::uint64_t next;
  std::uint64_t end;
};

struct py_diagnostic {
  diagnostic what;
  source_ptr in;
};

struct py_fix {
  replacement what;
  source_ptr in;
};

struct py_edit {
  edit what;
  source_ptr in;
};

} // namespace mondegreen::python
