// What players and meeting software put among the lines of a transcript: the time once more in words, chapters, senders.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/impl/formats/text_lines.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// "1 minute, 2 seconds" below "1:02", in any language: for people who have the page read to them.
bool says_time(std::string_view line, timestamp when);

/// "Chapter 2: The canal".
bool is_chapter(std::string_view line);

/// `From  Name : text`, `From Name to Everyone: text`: a chat.
struct chat_sender {
  span name;
  std::uint32_t text = 0; ///< where the text begins

  explicit operator bool() const noexcept { return !name.empty(); }
};

/// The sender that the text behind a time begins with. Looks at 120 bytes.
chat_sender read_sender(std::string_view head);

/// Which of these a document has: one line alone may be speech.
struct player_habits {
  bool times_in_words = false;
  bool senders = false;
};

/// O(lines).
player_habits find_habits(std::string_view text, text_layout const& layout, std::size_t first, std::size_t end);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/formats/text_player.ipp>
#endif
