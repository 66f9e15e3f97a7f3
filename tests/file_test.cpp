#include <mondegreen/file.hpp>

#include "catch.hpp"
#include "temporary_folder.hpp"

#include <array>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace mg = mondegreen;
namespace fs = std::filesystem;

namespace {

std::string content(std::string const& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TEST_CASE("bytes come back as they were written") {
  temporary_folder const here;
  for (auto const& bytes : {std::string(), std::string("à\0b\r\n", 6), std::string(3'000'000, 'x')}) {
    auto const written = mg::write_atomically(here / "talk.txt", bytes);
    REQUIRE(written);
    CHECK(*written == bytes.size());
    auto const read = mg::read_bytes(here / "talk.txt");
    REQUIRE(read);
    CHECK(*read == bytes);
    CHECK(here.names().size() == 1);
  }
}

TEST_CASE("what cannot be read says why") {
  temporary_folder const here;
  CHECK(mg::read_bytes(here / "missing.txt").failure().code == mg::error_code::not_found);
  CHECK(mg::read_bytes(here / "missing.txt").failure().message.find("missing.txt") != std::string::npos);
  CHECK(mg::read_bytes(here / "").failure().code == mg::error_code::is_directory);
  put(here / "file", "");
  CHECK(mg::read_bytes(here / "file/talk.txt").failure().code == mg::error_code::not_found);
  put(here / "huge", "");
  fs::resize_file(here / "huge", (std::uintmax_t{1} << 32U)); // sparse: takes no room
  CHECK(mg::read_bytes(here / "huge").failure().code == mg::error_code::too_large);
  if (::geteuid() != 0) {
    put(here / "secret", "x");
    ::chmod((here / "secret").c_str(), 0);
    CHECK(mg::read_bytes(here / "secret").failure().code == mg::error_code::not_readable);
  }
}

TEST_CASE("a pipe with a name is read to its end") {
  temporary_folder const here;
  auto const path = here / "pipe";
  REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
  std::thread writer([&] { put(path, std::string(500'000, 'y')); });
  auto const read = mg::read_bytes(path);
  writer.join();
  REQUIRE(read);
  CHECK(*read == std::string(500'000, 'y'));
}

TEST_CASE("an existing file is replaced and keeps its permissions") {
  temporary_folder const here;
  auto const path = here / "talk.srt";
  put(path, "old");
  ::chmod(path.c_str(), 0640);
  REQUIRE(mg::write_atomically(path, "new"));
  CHECK(content(path) == "new");
  CHECK((fs::status(path).permissions() & fs::perms::all) == fs::perms(0640));
  CHECK(here.names() == std::vector<std::string>{"talk.srt"});
}

TEST_CASE("symbolic links are followed, to a file that exists or not") {
  temporary_folder const here;
  put(here / "real", "old");
  fs::create_symlink("real", here / "link");
  fs::create_symlink("link", here / "second");
  REQUIRE(mg::write_atomically(here / "second", "new"));
  CHECK(content(here / "real") == "new");
  CHECK(fs::is_symlink(here / "link"));
  fs::create_symlink("not-yet", here / "dangling");
  REQUIRE(mg::write_atomically(here / "dangling", "made"));
  CHECK(content(here / "not-yet") == "made");
  fs::create_symlink("circle", here / "circle");
  CHECK(mg::write_atomically(here / "circle", "x").failure().code == mg::error_code::not_writable);
}

TEST_CASE("a pipe is written to by the path the system has for it") {
  // As /dev/stdout and >(command) are in a shell: a link that reads "pipe:[1234]".
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  CHECK(mg::write_atomically("/dev/fd/" + std::to_string(ends[1]), "told"));
  ::close(ends[1]);
  std::string heard(16, ' ');
  heard.resize(static_cast<std::size_t>(::read(ends[0], heard.data(), heard.size())));
  ::close(ends[0]);
  CHECK(heard == "told");
}

TEST_CASE("what cannot be written says why and changes nothing") {
  temporary_folder const here;
  CHECK(mg::write_atomically(here / "", "x").failure().code == mg::error_code::is_directory);
  auto const missing = mg::write_atomically(here / "no/talk.srt", "x");
  CHECK(missing.failure().code == mg::error_code::not_writable);
  CHECK(missing.failure().message.find("does not exist") != std::string::npos);
  CHECK(mg::write_atomically("/dev/full", "x").failure().code == mg::error_code::not_writable);
  CHECK(mg::write_atomically("/dev/null", "x"));
  if (::geteuid() != 0) {
    put(here / "protected", "old");
    ::chmod((here / "protected").c_str(), 0400);
    CHECK(mg::write_atomically(here / "protected", "new").failure().code == mg::error_code::not_writable);
    CHECK(content(here / "protected") == "old");
  }
}

TEST_CASE("a disk that fills up leaves the old file and nothing else") {
  temporary_folder const here;
  put(here / "talk.srt", "old");
  // The largest file the process may write stands in for the room on the disk: the same error path, without a disk.
  auto const child = ::fork();
  if (child == 0) {
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit const little{100'000, 100'000};
    ::setrlimit(RLIMIT_FSIZE, &little);
    auto const written = mg::write_atomically(here / "talk.srt", std::string(1'000'000, 'x'));
    auto const fresh = mg::write_atomically(here / "new.srt", std::string(1'000'000, 'x'));
    bool const told = !written && !fresh && written.failure().code == mg::error_code::not_writable;
    ::_exit(told ? 0 : 1);
  }
  int status = -1;
  ::waitpid(child, &status, 0);
  CHECK(status == 0);
  CHECK(content(here / "talk.srt") == "old");
  CHECK(here.names() == std::vector<std::string>{"talk.srt"});
}

TEST_CASE("a process killed while it writes leaves whole files only") {
  temporary_folder const here;
  std::string const old(2'000'000, 'o');
  std::string const fresh(2'000'000, 'n');
  put(here / "talk.srt", old);
  // Held back until the child has put off the handler of the test framework, which would wait for ever in it.
  sigset_t interrupt;
  sigemptyset(&interrupt);
  sigaddset(&interrupt, SIGINT);
  for (useconds_t wait = 0; wait < 20'000; wait += 1'500) {
    ::sigprocmask(SIG_BLOCK, &interrupt, nullptr);
    auto const child = ::fork();
    if (child == 0) {
      std::signal(SIGINT, SIG_DFL);
      ::sigprocmask(SIG_UNBLOCK, &interrupt, nullptr);
      for (;;) {
        static_cast<void>(mg::write_atomically(here / "talk.srt", fresh));
        static_cast<void>(mg::write_atomically(here / "talk.srt", old));
      }
    }
    ::sigprocmask(SIG_UNBLOCK, &interrupt, nullptr);
    ::usleep(wait);
    ::kill(child, SIGINT);
    int status = 0;
    ::waitpid(child, &status, 0);
    auto const left = content(here / "talk.srt");
    CHECK((left == old || left == fresh));
    CHECK(here.names() == std::vector<std::string>{"talk.srt"});
  }
}

TEST_CASE("bytes are shared as they are, read or mapped") {
  temporary_folder const here;
  for (std::size_t const size : {std::size_t{0}, std::size_t{10}, std::size_t{1} << 20U, std::size_t{3'000'001}}) {
    std::string const bytes(size, 'x');
    put(here / "talk.txt", bytes);
    for (auto* const get : {&mg::read_shared, &mg::map_shared}) {
      auto const shared = get(here / "talk.txt");
      REQUIRE(shared);
      CHECK(shared->bytes == bytes);
    }
  }
  CHECK(mg::map_shared(here / "missing.txt").failure().code == mg::error_code::not_found);
  CHECK(mg::map_shared(here / "").failure().code == mg::error_code::is_directory);
}

TEST_CASE("a file has the bytes that were written, whatever was expected") {
  temporary_folder const here;
  std::string const bytes(2'000'000, 'x');
  for (std::size_t const expected :
       {std::size_t{0}, bytes.size(), bytes.size() * 10, bytes.size() / 2, ~std::size_t{0}}) {
    auto file = mg::atomic_file::create(here / "talk.srt");
    REQUIRE(file);
    file->expect(expected);
    REQUIRE(file->write(bytes));
    REQUIRE(file->commit());
    CHECK(content(here / "talk.srt") == bytes);
    struct stat about {};
    REQUIRE(::stat((here / "talk.srt").c_str(), &about) == 0);
    CHECK(static_cast<std::size_t>(about.st_blocks) * 512 < bytes.size() * 2);
  }
}

TEST_CASE("a file written in parts appears when it is committed, or not at all") {
  temporary_folder const here;
  {
    auto file = mg::atomic_file::create(here / "talk.srt");
    REQUIRE(file);
    REQUIRE(file->write("un "));
    REQUIRE(file->write("deux"));
    CHECK(here.names().empty());
    auto const written = file->commit();
    REQUIRE(written);
    CHECK(*written == 7);
  }
  CHECK(content(here / "talk.srt") == "un deux");
  {
    auto dropped = mg::atomic_file::create(here / "talk.srt");
    REQUIRE(dropped);
    dropped->expect(5'000'000);
    REQUIRE(dropped->write("half"));
  }
  CHECK(content(here / "talk.srt") == "un deux");
  CHECK(here.names().size() == 1);
}
