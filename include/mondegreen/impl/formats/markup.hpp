// Cue text with tags becomes plain text with marks beside it, and back.
#pragma once

#include <mondegreen/cue.hpp>
#include <mondegreen/source.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

enum class markup_dialect : std::uint8_t {
  plain,  ///< no tags at all
  srt,    ///< <i> <b> <u> <font>, {\an8}
  webvtt, ///< the cue text of the WebVTT specification
};

/// Takes cue text apart. What is no tag of the dialect is text; a tag that opens or closes nothing is a mark of kind
/// `other`, so that nothing is lost. Linear in the text.
class markup_reader {
public:
  /// Tags nested deeper than this become `other`: it bounds what the writer must close and open again.
  static constexpr std::size_t max_depth = 64;

  markup_reader(std::string_view source, markup_dialect dialect) : source_(source), dialect_(dialect) {}

  /// The passage the following calls append to.
  void begin(passage& into);
  /// Appends a stretch of the source. Line ends become LF.
  void read(span body);
  /// Appends an LF that stands for `where`.
  void line_end(span where);
  /// Closes what is open. The passage is complete.
  void finish();

private:
  struct open_tag {
    std::size_t mark;
    mark_kind kind;
  };

  void plain(std::uint32_t from, std::uint32_t to);
  void replaced(std::string_view text, span from);
  std::uint32_t entity(std::uint32_t at, std::uint32_t end);
  std::uint32_t srt_tag(std::uint32_t at, std::uint32_t end);
  std::uint32_t override_block(std::uint32_t at, std::uint32_t end);
  std::uint32_t webvtt_tag(std::uint32_t at, std::uint32_t end);
  void webvtt_end_tag(std::string_view name, span tag);
  void webvtt_start_tag(std::string_view inner, span tag);
  void open(mark_kind kind, std::string value, std::string classes, span tag);
  bool close(mark_kind kind);
  void other(span tag, mark_kind kind = mark_kind::other);
  std::uint32_t here() const noexcept { return static_cast<std::uint32_t>(into_->text.size()); }

  std::string_view source_;
  markup_dialect dialect_;
  passage* into_ = nullptr;
  std::vector<open_tag> open_;
};

/// The plain text of a stretch of the source, line ends as LF, with its origin.
passage plain_passage(std::string_view source, span where);

/// What `append_markup` would make of cue text from a file of either dialect.
enum class body_form : std::uint8_t {
  must_be_read,        ///< not known without
  stands,              ///< the same bytes
  has_other_line_ends, ///< the same but for line ends that are not LF
};

/// Tells it for text of which no byte has to be written as something else, with no tags or such as both dialects have:
/// "<i>", "<b>" and "<u>" one after the other around text. O(body).
body_form form_of_body(std::string_view body, markup_dialect to) noexcept;

/// What could not be written as it was.
struct markup_losses {
  std::array<bool, 12> marks{}; ///< by mark_kind
  bool text_changed = false;
};

/// The classes that colours without one of WebVTT's own get.
class color_classes {
public:
  void add(passage const& text);

  /// Their style sheet, "::cue(.color_ff8800) { color: #ff8800 }"; empty if there are none.
  std::string styles(std::string_view newline) const;

private:
  std::set<std::string> names_;
};

/// Appends a passage with its marks as tags, without a line end after it. Blank lines, which would end the cue, are left
/// out and told. `extra_voice`: the speaker, for a passage without a voice mark. Linear in text, and in marks times the
/// depth of their nesting.
void append_markup(std::string& out, passage const& text, markup_dialect dialect, std::string_view newline,
                   std::string_view extra_voice, markup_losses& losses);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/formats/markup_reader.ipp>
#include <mondegreen/impl/formats/markup_writer.ipp>
#endif
