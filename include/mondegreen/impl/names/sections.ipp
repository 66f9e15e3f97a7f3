#pragma once

#include <mondegreen/impl/names/sections.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cstring>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// The first bytes of a file of sections. The directory follows, then the sections, each at a multiple of 8.
struct sections_header {
  char magic[8];
  std::uint32_t byte_order; ///< `native_order` where it was written
  std::uint32_t version;
  std::uint64_t size; ///< of the whole file
  std::uint64_t checksum;
  std::uint64_t count; ///< of sections
};

inline constexpr std::uint32_t native_order = 0x01020304;

/// Of all bytes, taken as if the checksum itself were 0: four sums at once of words times odd numbers, so that each bit
/// of each word counts and the memory is what it waits for. Against damage, not against malice.
inline std::uint64_t checksum_of(std::string_view bytes) noexcept {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15ULL;
  std::uint64_t sums[4] = {1, 2, 3, 4};
  auto const take = [&](std::uint64_t& sum, std::uint64_t word) {
    sum = (sum ^ word) * odd;
    sum ^= sum >> 29U;
  };
  auto const word_at = [&](std::size_t at) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, std::min<std::size_t>(8, bytes.size() - at));
    return at == offsetof(sections_header, checksum) ? 0 : word;
  };
  std::size_t at = 0;
  for (; at < std::min<std::size_t>(64, bytes.size()); at += 8) take(sums[at / 8 % 4], word_at(at));
  for (; at + 32 <= bytes.size(); at += 32) {
    std::uint64_t words[4];
    std::memcpy(words, bytes.data() + at, sizeof words);
    for (std::size_t i = 0; i < 4; ++i) take(sums[i], words[i]);
  }
  for (; at < bytes.size(); at += 8) take(sums[at / 8 % 4], word_at(at));
  std::uint64_t all = bytes.size();
  for (auto const sum : sums) take(all, sum);
  return all;
}

MONDEGREEN_INLINE result<sections> sections::open(std::shared_ptr<void const> owner, std::string_view bytes,
                                                  std::string const& shown) {
  auto const refuse = [&](std::string_view why) {
    return error{error_code::refused, fmt::format("{}: {}", shown, why)};
  };
  constexpr std::string_view again = "build it again from the names file: mondegreen names build";
  sections_header header{};
  if (bytes.size() < sizeof header || bytes.substr(0, magic.size()) != magic)
    return refuse(bytes.starts_with(magic.substr(0, bytes.size()))
                      ? fmt::format("a saved index of names that breaks off in its first bytes; {}", again)
                      : std::string("is no saved index of names"));
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.byte_order != native_order)
    return refuse(fmt::format("was saved on a machine that orders bytes the other way, or is damaged; {}", again));
  if (header.version != version)
    return refuse(fmt::format("has version {} of the format, and this program reads version {}; {}", header.version,
                              version, again));
  if (header.size != bytes.size())
    return refuse(
        fmt::format("has {} bytes and should have {}: it was cut or damaged; {}", bytes.size(), header.size, again));
  if (header.checksum != checksum_of(bytes)) return refuse(fmt::format("is damaged: its checksum is wrong; {}", again));
  auto const room = (bytes.size() - sizeof header) / sizeof(place);
  auto const damaged = fmt::format("is damaged: a section lies outside of it; {}", again);
  if (header.count > room) return refuse(damaged);
  sections made;
  made.directory_ = {reinterpret_cast<place const*>(bytes.data() + sizeof header),
                     static_cast<std::size_t>(header.count)};
  for (auto const& each : made.directory_)
    if (each.offset % 8 != 0 || each.offset > bytes.size() || each.size > bytes.size() - each.offset)
      return refuse(damaged);
  made.owner_ = std::move(owner);
  made.bytes_ = bytes;
  return made;
}

MONDEGREEN_INLINE std::string_view sections::find(section what, std::uint16_t group) const noexcept {
  auto const number = static_cast<std::uint16_t>(what);
  for (auto const& each : directory_)
    if (each.what == number && each.group == group) return text(each);
  return {};
}

MONDEGREEN_INLINE void sections_writer::add_bytes(std::uint16_t what, std::uint16_t group, std::string_view bytes) {
  pieces_.push_back({what, group, bytes});
}

MONDEGREEN_INLINE sections sections_writer::finish() const {
  auto const round_up = [](std::size_t size) { return (size + 7) / 8 * 8; };
  std::size_t size = sizeof(sections_header) + pieces_.size() * sizeof(sections::place);
  for (auto const& each : pieces_) size += round_up(each.bytes.size());
  auto memory = std::make_shared<std::vector<std::uint64_t>>(size / 8, 0); // words, so that sections are aligned
  auto* const to = reinterpret_cast<char*>(memory->data());
  sections_header header{};
  std::memcpy(header.magic, sections::magic.data(), sizeof header.magic);
  header.byte_order = native_order;
  header.version = sections::version;
  header.size = size;
  header.count = pieces_.size();
  std::memcpy(to, &header, sizeof header);
  auto at = sizeof header;
  auto next = sizeof header + pieces_.size() * sizeof(sections::place);
  for (auto const& each : pieces_) {
    sections::place const here{each.what, each.group, 0, next, each.bytes.size()};
    std::memcpy(to + at, &here, sizeof here);
    at += sizeof here;
    if (!each.bytes.empty()) std::memcpy(to + next, each.bytes.data(), each.bytes.size());
    next += round_up(each.bytes.size());
  }
  std::string_view const bytes(to, size);
  header.checksum = checksum_of(bytes);
  std::memcpy(to, &header, sizeof header);
  auto made = sections::open(memory, bytes, "names");
  assert(made && "what has just been written can be read");
  return made ? *std::move(made) : sections();
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
