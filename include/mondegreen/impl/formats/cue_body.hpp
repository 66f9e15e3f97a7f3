// The body of a cue with its markup, as its file has it or as one would write it.
#pragma once

#include <mondegreen/impl/formats/line_scanner.hpp>
#include <mondegreen/impl/formats/markup.hpp>
#include <mondegreen/transcript.hpp>

#include <algorithm>
#include <string>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// What stands below the line with the times, without the blank lines at its end, line ends as LF.
inline std::string body_in_source(transcript const& in, cue const& each) {
  auto const source = in.from->text();
  line_scanner lines(slice(source, each.block));
  for (int above = each.id.empty() ? 1 : 2; above > 0 && !lines.done(); --above) lines.next();
  span body{each.block.offset + lines.at(), each.block.length - lines.at()};
  while (!body.empty() && (source[body.end() - 1] == '\n' || source[body.end() - 1] == '\r')) --body.length;
  return plain_passage(source, body).text;
}

inline std::string with_markup(cue const& each, markup_dialect dialect) {
  std::string out;
  markup_losses ignored;
  append_markup(out, each, dialect, "\n", {}, ignored);
  return out;
}

/// The body as WebVTT: the cue text of its specification.
inline std::string cue_text_of(transcript const& in, cue const& each) {
  return in.format == "webvtt" && each.untouched() ? body_in_source(in, each)
                                                   : with_markup(each, markup_dialect::webvtt);
}

/// The body as the source has it if it still says the same, else the text with its marks as tags of the format it came from.
inline std::string payload_of(transcript const& in, cue const& each) {
  if (in.format == "webvtt") return cue_text_of(in, each);
  if (each.marks.empty()) return each.text;
  if (in.format == "srt" && each.untouched())
    if (auto body = body_in_source(in, each); body.find("\n\n") == std::string::npos) return body;
  auto const of_srt = [](mark const& what) {
    return what.kind == mark_kind::font || what.kind == mark_kind::placement ||
           (what.kind == mark_kind::other && !what.value.starts_with('<'));
  };
  bool const srt = in.format == "srt" || std::any_of(each.marks.begin(), each.marks.end(), of_srt);
  return with_markup(each, srt ? markup_dialect::srt : markup_dialect::webvtt);
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
