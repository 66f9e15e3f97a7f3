#pragma once

#include <mondegreen/decode.hpp>
#include <mondegreen/impl/decode/charset.hpp>
#include <mondegreen/impl/decode/utf.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl {

inline constexpr std::size_t largest_text = std::numeric_limits<std::uint32_t>::max();
inline constexpr std::size_t looked_at = std::size_t{1} << 16U; // bytes that a guess is made from

/// An encoding that we read ourselves, so that every bad unit has a position.
struct unicode_form {
  std::string_view name;
  std::string_view mark;
  std::size_t width;
  byte_order order;
};

// UTF-32 before UTF-16: its little-endian mark begins with the one of UTF-16.
inline constexpr unicode_form unicode_forms[] = {
    {"UTF-8", "\xEF\xBB\xBF", 1, byte_order::big},         {"UTF-32LE", {"\xFF\xFE\0\0", 4}, 4, byte_order::little},
    {"UTF-32BE", {"\0\0\xFE\xFF", 4}, 4, byte_order::big}, {"UTF-16LE", "\xFF\xFE", 2, byte_order::little},
    {"UTF-16BE", "\xFE\xFF", 2, byte_order::big},
};

inline unicode_form const* form_by_mark(std::string_view bytes) noexcept {
  for (auto const& form : unicode_forms)
    if (bytes.starts_with(form.mark)) return &form;
  return nullptr;
}

inline unicode_form const* form_by_name(std::string_view name) noexcept {
  if (name == "UTF-16") name = "UTF-16BE"; // what RFC 2781 says of text without a mark
  if (name == "UTF-32") name = "UTF-32BE";
  for (auto const& form : unicode_forms)
    if (form.name == name) return &form;
  return nullptr;
}

inline bool is_odd_control(char32_t c) noexcept {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7F;
}

/// UTF-16 without a mark: text in most scripts has a zero byte for every space and line end at least, and all on one
/// side; and it has next to no control characters.
inline unicode_form const* form_by_zeros(std::string_view bytes) noexcept {
  auto const sample = bytes.substr(0, looked_at);
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == 0;
  auto const units = sample.size() / 2;
  auto const order = zeros[1] > zeros[0] ? byte_order::little : byte_order::big;
  auto const many = std::max(zeros[0], zeros[1]);
  if (bytes.size() % 2 != 0 || many * 10 < units || many == 0 || std::min(zeros[0], zeros[1]) * 20 > many)
    return nullptr;
  std::size_t odd = 0;
  for (std::size_t i = 0; i + 1 < sample.size(); i += 2) odd += is_odd_control(unit_at(sample, i, 2, order));
  return odd * 100 > units ? nullptr : form_by_name(order == byte_order::little ? "UTF-16LE" : "UTF-16BE");
}

/// `count_replaced`: a U+FFFD counts too, as for bytes whose encoding nobody named.
inline bool looks_binary(std::string_view sample, bool count_replaced) noexcept {
  std::size_t characters = 0;
  std::size_t odd = 0;
  sample = sample.substr(0, looked_at);
  for (std::size_t i = 0; i < sample.size(); ++characters) {
    auto const point = decode_at(sample, i);
    odd += (count_replaced && point.value == replacement_character) || is_odd_control(point.value);
    i += point.length;
  }
  return odd * 10 > characters;
}

/// Turns bytes into a source and notes what it meets.
class decoder {
public:
  decoder(std::string_view bytes, std::string_view name) : bytes_(bytes), name_(name) {}

  std::string* owned = nullptr;         ///< the bytes, if they may be moved into the source
  std::shared_ptr<void const> keeper{}; ///< keeps the bytes, if they need no copy

  result<decoded> detect() {
    if (auto const* const marked = form_by_mark(bytes_)) return unicode(*marked, true);
    if (is_plain_utf8(bytes_)) {
      plain_utf8_ = true;
      return unicode(unicode_forms[0], false);
    }
    auto const count = count_utf8(bytes_);
    // Before UTF-8: Latin text in UTF-16 is valid UTF-8, every other character of it U+0000.
    if (auto const* const wide = count.any_nul ? form_by_zeros(bytes_) : nullptr) {
      guessed(wide->name, 100);
      return unicode(*wide, false);
    }
    // A few bad bytes in text that shows no sign of UTF-8 are accents of another encoding.
    bool const valid = count.bad == 0;
    bool const nearly = count.bad * 100 <= bytes_.size() && count.long_sequences >= count.bad;
    // Of a file of a few lines even one bad byte may be more than one in a hundred.
    bool const few = count.bad <= 4 && count.bad <= 2 * count.sure;
    if (valid || nearly || few) return unicode(unicode_forms[0], false);
    constexpr int enough = 50;
    // Letter statistics say nothing about bytes that are no text.
    auto guess = binary_bytes() ? charset_guess{} : detect_charset(bytes_);
    if (guess.confidence < enough || canonical_charset(guess.name).empty()) guess = {"windows-1252", 0};
    guessed(guess.name, guess.confidence);
    return charset(guess.name, guess.confidence);
  }

  result<decoded> as(std::string_view encoding) {
    named_ = true;
    auto const name = canonical_charset(encoding);
    if (name.empty())
      return error{error_code::unknown_encoding,
                   fmt::format("'{}' is no encoding we know; try UTF-8, windows-1252 or UTF-16LE", encoding)};
    auto const* form = form_by_name(name);
    if (form == nullptr) return charset(name, 100);
    auto const* const marked = form_by_mark(bytes_);
    bool const fits = marked != nullptr && (marked == form || name == "UTF-16" || name == "UTF-32");
    if (fits && marked->width == form->width) return unicode(*marked, true);
    if (name == "UTF-16")
      if (auto const* const wide = form_by_zeros(bytes_)) form = wide;
    return unicode(*form, false);
  }

private:
  bool binary_bytes() const noexcept {
    auto const sample = bytes_.substr(0, looked_at);
    auto const odd = std::count_if(sample.begin(), sample.end(),
                                   [](char c) { return is_odd_control(static_cast<unsigned char>(c)); });
    return static_cast<std::size_t>(odd) * 10 > sample.size();
  }

  void guessed(std::string_view name, int confidence) {
    auto message = confidence > 0 ? fmt::format("read as {}, with a confidence of {} in 100", name, confidence)
                                  : fmt::format("read as {}, for want of a better guess", name);
    notes_.push_back(make_diagnostic(code::encoding_guessed, {}, std::move(message),
                                     "if accents are wrong, name the encoding with --encoding"));
  }

  result<decoded> unicode(unicode_form const& form, bool marked) {
    encoding_info const info{std::string(form.name), marked, 100};
    auto const body = bytes_.substr(marked ? form.mark.size() : 0);
    bad_units bad;
    std::string text;
    if (form.width > 1) {
      text = text_from_wide(body, form.width, form.order, bad);
    } else if (plain_utf8_ || is_plain_utf8(body) || count_utf8(body).bad == 0) {
      if (keeper) return finish(body, info);
      if (owned != nullptr && !marked) return finish(std::move(*owned), info);
      text = body;
    } else {
      text = text_from_utf8(body, bad);
    }
    tell(bad, form.width == 1 ? "byte" : "value", form.name);
    return finish(std::move(text), info);
  }

  result<decoded> charset(std::string const& name, int confidence) {
    auto text = text_from_charset(bytes_, name, largest_text);
    if (!text) return too_large();
    bad_units bad;
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    for (auto at = text->find(replacement); at != std::string::npos; at = text->find(replacement, at + 3))
      bad.add(at, 0);
    tell(bad, "byte", name);
    return finish(std::move(*text), {name, false, confidence});
  }

  void tell(bad_units const& bad, std::string_view unit, std::string_view encoding) {
    for (auto const& each : bad.first) {
      auto message = each.value == 0 ? fmt::format("this {} is no {}; U+FFFD stands in its place", unit, encoding)
                                     : fmt::format("the {} 0x{:02X} is no {}; U+FFFD stands in its place", unit,
                                                   each.value, encoding);
      notes_.push_back(make_diagnostic(code::encoding_bad_byte, {each.offset, 3}, std::move(message)));
    }
    if (bad.count > bad.first.size())
      notes_.push_back(make_diagnostic(code::encoding_bad_byte, {bad.first.back().offset, 3},
                                       fmt::format("{} more like this follow", bad.count - bad.first.size())));
  }

  result<decoded> finish(std::string text, encoding_info info) {
    if (text.size() > largest_text) return too_large();
    look_at(text);
    return decoded{std::make_shared<source const>(std::string(name_), std::move(text), std::move(info)),
                   std::move(notes_)};
  }

  result<decoded> finish(std::string_view text, encoding_info info) {
    if (text.size() > largest_text) return too_large();
    look_at(text);
    return decoded{std::make_shared<source const>(std::string(name_), text, std::move(keeper), std::move(info)),
                   std::move(notes_)};
  }

  /// Tells what is odd about a text in any encoding.
  void look_at(std::string_view text) {
    if (auto const nul = plain_utf8_ ? text.npos : text.find('\0'); nul != text.npos) {
      auto const count = std::count(text.begin() + static_cast<std::ptrdiff_t>(nul), text.end(), '\0');
      span const first{static_cast<std::uint32_t>(nul), 1};
      notes_.push_back(make_diagnostic(
          code::encoding_nul, first,
          fmt::format("{} NUL character{} in the text, the first one here", count, count == 1 ? "" : "s")));
    }
    if (looks_binary(text, !named_)) notes_.push_back(make_diagnostic(code::encoding_binary, {}, {}));
  }

  error too_large() const {
    return {error_code::too_large, fmt::format("'{}': has more than 4 GiB of text; split it", name_)};
  }

  std::string_view bytes_;
  std::string_view name_;
  std::vector<diagnostic> notes_;
  bool plain_utf8_ = false; ///< without U+0000
  bool named_ = false;      ///< the caller knows the encoding
};

} // namespace impl

MONDEGREEN_INLINE result<decoded> decode(std::string_view bytes, std::string_view name, std::string_view encoding) {
  impl::decoder one(bytes, name);
  return encoding.empty() ? one.detect() : one.as(encoding);
}

MONDEGREEN_INLINE result<decoded> decode_owned(std::string bytes, std::string_view name, std::string_view encoding) {
  impl::decoder one(bytes, name);
  one.owned = &bytes;
  return encoding.empty() ? one.detect() : one.as(encoding);
}

MONDEGREEN_INLINE result<decoded> decode_shared(std::string_view bytes, std::shared_ptr<void const> keeper,
                                                std::string_view name, std::string_view encoding) {
  impl::decoder one(bytes, name);
  one.keeper = std::move(keeper);
  return encoding.empty() ? one.detect() : one.as(encoding);
}

MONDEGREEN_INLINE result<std::string> encode(std::string_view utf8, std::string_view encoding, bool bom,
                                             std::vector<diagnostic>& diagnostics) {
  auto const name = impl::canonical_charset(encoding.empty() ? "UTF-8" : encoding);
  if (name.empty())
    return error{error_code::unknown_encoding,
                 fmt::format("'{}' is no encoding we know; try UTF-8, windows-1252 or UTF-16LE", encoding)};
  auto const* const form = impl::form_by_name(name);
  // ICU puts the mark itself where the name leaves the byte order open.
  bool const marked = bom && form != nullptr && form->name == name;
  std::string bytes(marked ? form->mark : std::string_view{});
  if (name == "UTF-8") return bytes += utf8;
  impl::unmappable lost;
  bytes += impl::text_to_charset(utf8, name, lost);
  if (lost.count > 0) {
    std::string shown;
    impl::append_utf8(shown, lost.first);
    diagnostics.push_back(make_diagnostic(
        code::encoding_unmappable, {},
        fmt::format("{} has no place for {} character{} of the text, '{}' (U+{:04X}) the first; written as '?'", name,
                    lost.count, lost.count == 1 ? "" : "s", shown, static_cast<std::uint32_t>(lost.first)),
        "write UTF-8 to keep them"));
  }
  return bytes;
}

} // namespace mondegreen::inline MONDEGREEN_ABI
