// A folder for the files of a test.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

/// A folder of its own, gone when it goes.
class temporary_folder {
public:
  temporary_folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "mondegreen-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  temporary_folder(temporary_folder const&) = delete;
  temporary_folder& operator=(temporary_folder const&) = delete;
  ~temporary_folder() { std::filesystem::remove_all(path_); }

  /// The path of a file in it.
  std::string operator/(std::string const& name) const { return (path_ / name).string(); }

  std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (auto const& each : std::filesystem::directory_iterator(path_)) all.push_back(each.path().filename().string());
    return all;
  }

private:
  std::filesystem::path path_;
};

inline void put(std::string const& path, std::string const& bytes) { std::ofstream(path, std::ios::binary) << bytes; }
