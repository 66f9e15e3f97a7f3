#include <mondegreen/impl/retime/word_alignment.hpp>

#include "catch.hpp"

#include <string>
#include <vector>

using namespace mondegreen;

namespace {

std::vector<std::uint32_t> letters(std::string const& text) { return {text.begin(), text.end()}; }

std::vector<std::int32_t> aligned(std::string const& mine, std::string const& theirs) {
  return impl::align_words(letters(mine), letters(theirs));
}

} // namespace

TEST_CASE("equal words are partners, and partners rise") {
  CHECK(aligned("abc", "abc") == std::vector<std::int32_t>{0, 1, 2});
  CHECK(aligned("abc", "axc") == std::vector<std::int32_t>{0, -1, 2});
  CHECK(aligned("abc", "ac") == std::vector<std::int32_t>{0, -1, 1});
  CHECK(aligned("ac", "abc") == std::vector<std::int32_t>{0, 2});
  CHECK(aligned("", "abc").empty());
  CHECK(aligned("abc", "") == std::vector<std::int32_t>{-1, -1, -1});
  CHECK(aligned("xyz", "abc") == std::vector<std::int32_t>{-1, -1, -1});
}

TEST_CASE("long texts are aligned by their anchors") {
  std::vector<std::uint32_t> theirs;
  std::uint32_t seed = 7;
  for (int i = 0; i < 60'000; ++i) {
    seed = seed * 1664525U + 1013904223U;
    theirs.push_back((seed >> 16U) % 3000);
  }
  std::vector<std::uint32_t> mine;
  std::vector<std::int32_t> wanted;
  for (std::size_t i = 0; i < theirs.size(); ++i) {
    if (i % 11 == 3) continue;
    bool const wrong = i % 13 == 5;
    mine.push_back(wrong ? 9999 : theirs[i]);
    wanted.push_back(wrong ? -1 : static_cast<std::int32_t>(i));
  }
  auto const got = impl::align_words(mine, theirs);
  std::size_t same = 0;
  for (std::size_t i = 0; i < got.size(); ++i) same += got[i] == wanted[i];
  CHECK(static_cast<double>(same) > 0.999 * static_cast<double>(got.size()));
}

TEST_CASE("texts without anchors take bounded time") {
  std::vector<std::uint32_t> const ones(200'000, 1);
  std::vector<std::uint32_t> const more(150'000, 1);
  auto const got = impl::align_words(more, ones);
  CHECK(got.size() == more.size());
  std::vector<std::uint32_t> two(100'000), three(100'000);
  for (std::uint32_t i = 0; i < two.size(); ++i) two[i] = i % 2, three[i] = i % 3;
  auto last = std::int32_t{-1};
  for (auto const each : impl::align_words(two, three)) {
    if (each < 0) continue;
    CHECK(each > last);
    last = each;
  }
}
