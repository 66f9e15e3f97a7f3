#include "outputs.hpp"

#include <mondegreen/format.hpp>

#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <optional>
#include <system_error>
#include <utility>

namespace mondegreen::cli {

namespace {

namespace fs = std::filesystem;

error misuse(std::string message) { return {error_code::bad_option, std::move(message)}; }

bool names_a_folder(std::string const& path) {
  std::error_code ignored;
  return path.ends_with('/') || fs::is_directory(path, ignored);
}

result<output> with_format(std::string path, std::string const& to) {
  if (!to.empty()) return output{std::move(path), to};
  auto const extension = fs::path(path).extension().string();
  auto const* const found = extension.size() < 2 ? nullptr : find_format(std::string_view(extension).substr(1));
  if (found != nullptr && found->write != nullptr) return output{std::move(path), std::string(found->id)};
  return misuse(fmt::format("the ending of '{}' names no format we write; say which with --to, 'mondegreen formats' "
                            "lists them",
                            path));
}

output in_folder(std::string const& folder, std::string const& input, format const& how) {
  auto const stem = input == "-" ? std::string("stdin") : fs::path(input).stem().string();
  auto const extension = how.extensions.substr(0, how.extensions.find(' '));
  return {(fs::path(folder) / fmt::format("{}.{}", stem, extension)).string(), std::string(how.id), true};
}

/// The same for two ways to write one path; none for pipes and devices, which may be named as often as one likes.
std::optional<std::string> identity(std::string const& path) {
  if (path == "-") return path;
  std::error_code wrong;
  if (fs::exists(path, wrong) && !fs::is_regular_file(path, wrong)) return std::nullopt;
  auto const canonical = fs::weakly_canonical(path, wrong);
  return wrong ? path : fs::absolute(canonical, wrong).string();
}

/// Every file that is written is written once, and none that is read.
std::optional<error> collision(arguments const& typed, std::vector<std::vector<output>> const& plan) {
  std::map<std::string, std::string> read;
  auto note = [&](std::string const& path, char const* what) {
    if (path.empty() || path == "-") return;
    if (auto key = identity(path)) read.emplace(std::move(*key), what);
  };
  for (auto const& each : typed.inputs) note(each, "an input");
  for (auto const& each : typed.names) note(each, "a names file");
  note(typed.context, "the --context file");
  std::map<std::string, std::string> written;
  auto refuse = [&](std::string const& path, bool own_input) -> std::optional<error> {
    auto key = path.empty() ? std::nullopt : identity(path);
    if (!key) return std::nullopt;
    if (auto const found = read.find(*key); found != read.end() && !own_input) {
      bool const could_stay = typed.what == command::clean && found->second == "an input";
      return misuse(fmt::format("'{}' is {} and would be overwritten; choose another name{}", path, found->second,
                                could_stay ? ", or clean inputs where they stand with --in-place" : ""));
    }
    if (!written.emplace(std::move(*key), path).second)
      return misuse(fmt::format("{} would be written twice", shown_output(path)));
    return std::nullopt;
  };
  for (auto const& each : plan)
    for (auto const& one : each)
      if (auto wrong = refuse(one.path, typed.in_place)) return wrong;
  if (auto wrong = refuse(typed.edits, false)) return wrong;
  return refuse(typed.diagnostics, false);
}

result<std::vector<output>> outputs_of(std::string const& input, arguments const& typed) {
  std::vector<output> list;
  if (typed.in_place) {
    if (input == "-") return misuse("standard input cannot be cleaned --in-place");
    return std::vector<output>{{input, {}}};
  }
  for (auto const& path : typed.outputs) {
    if (path == "-" && typed.to.empty()) return misuse("standard output needs --to FORMAT, --to srt for one");
    if (!names_a_folder(path)) {
      auto one = with_format(path, typed.to);
      if (!one) return one.failure();
      list.push_back(std::move(*one));
      continue;
    }
    if (typed.to.empty()) return misuse(fmt::format("'{}' is a folder: say which format with --to", path));
    list.push_back(in_folder(path, input, *find_format(typed.to)));
  }
  if (typed.outputs.empty() && !typed.to.empty()) list.push_back({"-", typed.to});
  return list;
}

std::optional<error> contradiction(arguments const& typed, bool needed) {
  if (typed.in_place && (!typed.outputs.empty() || !typed.to.empty()))
    return misuse("--in-place writes each input back in its own format: leave out -o and --to");
  if (typed.inputs.size() < 2 || typed.in_place) return std::nullopt;
  for (auto const& each : typed.outputs)
    if (!names_a_folder(each))
      return misuse(fmt::format("{} inputs cannot all be written to '{}': name a folder with a slash behind it and a "
                                "format (-o out/ --to srt){}",
                                typed.inputs.size(), each,
                                typed.what == command::clean ? ", or clean them --in-place" : ""));
  if (needed && typed.outputs.empty())
    return misuse(fmt::format("{} inputs need a folder for the results: -o out/ --to srt", typed.inputs.size()));
  return std::nullopt;
}

} // namespace

std::string shown_output(std::string const& path) { return path == "-" ? "<stdout>" : path; }

result<std::vector<std::vector<output>>> plan_outputs(arguments const& typed, bool needed) {
  if (auto wrong = contradiction(typed, needed)) return *wrong;
  std::vector<std::vector<output>> plan;
  plan.reserve(typed.inputs.size());
  for (auto const& input : typed.inputs) {
    auto list = outputs_of(input, typed);
    if (!list) return list.failure();
    if (needed && list->empty())
      return misuse("where shall the result go? Name a file (-o talk.srt), or a format for standard output (--to srt)");
    plan.push_back(std::move(*list));
  }
  if (auto wrong = collision(typed, plan)) return *wrong;
  return plan;
}

} // namespace mondegreen::cli
