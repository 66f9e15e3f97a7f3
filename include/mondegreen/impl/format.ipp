#pragma once

#include <mondegreen/decode.hpp>
#include <mondegreen/file.hpp>
#include <mondegreen/format.hpp>
#include <mondegreen/impl/formats/files.hpp>
#include <mondegreen/impl/formats/formats.hpp>
#include <mondegreen/impl/layout/times_estimated.hpp>
#include <mondegreen/impl/text/lists.hpp>
#include <mondegreen/layout.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <mutex>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl {

inline constexpr format const* library_formats[] = {
#define MONDEGREEN_FORMAT(id) &formats::id,
#include <mondegreen/impl/formats/formats.def>
#undef MONDEGREEN_FORMAT
};

/// The user's own formats. Pointers, so that whoever holds one need not hold the lock.
struct own_formats {
  std::mutex lock;
  std::vector<format const*> list;

  static own_formats& all() {
    static own_formats only;
    return only;
  }
};

/// At and above this a detector is so sure that the name of the file does not matter.
inline constexpr int certain = 50;

inline bool has_extension(format const& which, std::string_view extension) {
  return any_in_list(
      which.extensions, [&](std::string_view each) { return equal_ascii(each, extension); }, ' ');
}

} // namespace impl

MONDEGREEN_INLINE std::vector<format const*> formats() {
  std::vector<format const*> all(std::begin(impl::library_formats), std::end(impl::library_formats));
  auto& own = impl::own_formats::all();
  std::lock_guard const held(own.lock);
  all.insert(all.end(), own.list.begin(), own.list.end());
  return all;
}

MONDEGREEN_INLINE format const* find_format(std::string_view id_or_extension) {
  auto const all = formats();
  for (auto const* each : all)
    if (impl::equal_ascii(each->id, id_or_extension)) return each;
  for (auto const* each : all)
    if (impl::has_extension(*each, id_or_extension)) return each;
  return nullptr;
}

MONDEGREEN_INLINE format const& detect_format(source const& text) {
  format const* best = nullptr;
  int sureness = 0;
  for (auto const* each : formats()) {
    int const sure = each->detect != nullptr && each->read != nullptr ? each->detect(text) : 0;
    if (sure <= sureness) continue;
    best = each;
    sureness = sure;
  }
  if (sureness >= impl::certain) return *best;
  auto const extension = impl::extension_of(text.name());
  if (auto const* named = extension.empty() ? nullptr : find_format(extension); named != nullptr && named->read)
    return *named;
  return best != nullptr ? *best : impl::formats::text;
}

MONDEGREEN_INLINE bool add_format(format const& added) {
  if (added.id.empty()) return false;
  auto& own = impl::own_formats::all();
  std::lock_guard const held(own.lock);
  auto const same = [&](format const* each) { return impl::equal_ascii(each->id, added.id); };
  if (std::any_of(std::begin(impl::library_formats), std::end(impl::library_formats), same) ||
      std::any_of(own.list.begin(), own.list.end(), same))
    return false;
  own.list.push_back(&added);
  return true;
}

MONDEGREEN_INLINE result<reading> read(source_ptr text, read_options const& options) {
  auto const* how = options.format.empty() ? &detect_format(*text) : find_format(options.format);
  if (how == nullptr) return impl::unknown_format(options.format);
  if (how->read == nullptr)
    return error{error_code::cannot_read, fmt::format("{}: {} can be written, not read", text->name(), how->name)};
  auto made = how->read(text, options);
  made.value.from = text;
  made.value.format = how->id;
  if (!options.language.empty()) made.value.language = options.language;
  if (options.strict)
    if (auto refused = impl::first_refused(made.diagnostics, *text)) return *refused;
  return made;
}

MONDEGREEN_INLINE result<reading> read_text(std::string_view bytes, read_options const& options,
                                            std::string_view name) {
  return impl::read_decoded(decode(bytes, name, impl::encoding_for(options, name)), options);
}

MONDEGREEN_INLINE result<reading> read_file(std::string const& path, read_options const& options) {
  return impl::read_decoded(impl::decode_file(path, options), options);
}

MONDEGREEN_INLINE result<written> write_text(transcript const& text, std::string_view format,
                                             write_options const& options) {
  auto const* how = find_format(format);
  if (how == nullptr) return impl::unknown_format(format);
  if (how->write == nullptr)
    return error{error_code::cannot_write, fmt::format("{} can be read, not written", how->name)};
  written made;
  if (text.timed || !how->carries.needs_times) {
    made.bytes = how->write(text, options, made.diagnostics);
    return made;
  }
  auto timed = text;
  if (estimate_times(timed) && !timed.cues.empty()) made.diagnostics.push_back(impl::times_estimated(text));
  made.bytes = how->write(timed, options, made.diagnostics);
  return made;
}

MONDEGREEN_INLINE result<written> write_file(transcript const& text, std::string const& path, std::string_view format,
                                             write_options const& options) {
  auto const how = format.empty() ? impl::extension_of(path) : format;
  if (how.empty())
    return error{error_code::unknown_format, fmt::format("{}: no format is named, and there is no extension", path)};
  auto made = write_text(text, how, options);
  if (!made) return made;
  auto const put = write_atomically(path, made->bytes);
  if (!put) return put.failure();
  return made;
}

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/formats/assemblyai.ipp>
#include <mondegreen/impl/formats/aws_transcribe.ipp>
#include <mondegreen/impl/formats/azure_speech.ipp>
#include <mondegreen/impl/formats/ctm.ipp>
#include <mondegreen/impl/formats/deepgram.ipp>
#include <mondegreen/impl/formats/digital_paper_edit.ipp>
#include <mondegreen/impl/formats/gentle.ipp>
#include <mondegreen/impl/formats/google_speech.ipp>
#include <mondegreen/impl/formats/ibm_watson.ipp>
#include <mondegreen/impl/formats/json.ipp>
#include <mondegreen/impl/formats/kaldi.ipp>
#include <mondegreen/impl/formats/markdown.ipp>
#include <mondegreen/impl/formats/podcast_json.ipp>
#include <mondegreen/impl/formats/speechmatics.ipp>
#include <mondegreen/impl/formats/srt.ipp>
#include <mondegreen/impl/formats/text.ipp>
#include <mondegreen/impl/formats/webvtt.ipp>
#include <mondegreen/impl/formats/whisper.ipp>
#include <mondegreen/impl/formats/whisper_cpp.ipp>
#include <mondegreen/impl/formats/youtube_json3.ipp>
#include <mondegreen/impl/formats/youtube_timedtext.ipp>
#endif
