// The language of what comes through a pipe.
#pragma once

#include "console.hpp"

#include <mondegreen/language.hpp>

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace mondegreen::cli {

/// The language of what has come through the pipe so far: one line alone says little.
class running_language {
public:
  running_language(std::string named, console& out) : code_(std::move(named)), out_(out), settled_(!code_.empty()) {}

  std::string const& after(std::string_view line) {
    if (settled_) return code_;
    constexpr std::size_t enough = 2000;
    sample_ += line;
    sample_ += '\n';
    auto const guess = detect_language(sample_);
    code_ = guess.what != nullptr ? std::string(guess.what->code) : std::string();
    settled_ = sample_.size() >= enough;
    if (guess.what != nullptr && code_ != told_) {
      told_ = code_;
      out_.say(fmt::format("<stdin>: the language is {} ({}); --lang overrides it", guess.what->name, code_));
    }
    return code_;
  }

private:
  std::string code_;
  std::string sample_;
  std::string told_;
  console& out_;
  bool settled_;
};

} // namespace mondegreen::cli
