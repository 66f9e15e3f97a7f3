// Fits the weights of a table of line breaks to sentences that people broke, and tells how well a table does:
//
//     cmake --build --preset release --target mondegreen
//     g++ -std=c++20 -O2 -Iinclude -o fit scripts/breaks/fit.cpp build/release/libmondegreen.a -licui18n -licuuc -licudata -lfmt
//     ./fit fr include/mondegreen/impl/languages/fr.breaks scripts/breaks/fr.sentences            # F1 of the table as it is
//     ./fit fr fr.breaks fr.sentences --folds 5                                                   # of fitted ones, held out
//     ./fit fr fr.breaks fr.sentences --write > fr.fitted                                         # lines to append
//
// A sentence a line; " / " ends a line, " | " a cue; in a file that ends in .cues only cues are marked, and the lines are
// those that suit the weights best. An averaged structured perceptron that starts from the weights of the
// table and is drawn back to them: each sentence is segmented, and where that differs from what people did, the features of
// theirs gain and the features of ours lose. Features that are seen in fewer than three gaps stay as they are.
#include <mondegreen/impl/layout/segmentation.hpp>
#include <mondegreen/language.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <vector>

using namespace mondegreen;
using namespace mondegreen::impl;

namespace {

struct sentence {
  std::string text;
  std::vector<unit> units;
  std::vector<chosen_break> breaks;
  bool lines_known = true; ///< false: people set only the cues
};

std::string read_file_text(std::string const& path) {
  std::ifstream in(path);
  std::stringstream all;
  all << in.rdbuf();
  auto text = all.str();
  if (auto const open = text.find("breaks(\n"); open != std::string::npos) {
    text.erase(0, open + 8);
    text.erase(text.rfind(")breaks"));
  }
  return text;
}

constexpr cue_limits limits{42, 2};

std::vector<sentence> read_sentences(std::string const& path, language const& speech, break_table const& table) {
  std::vector<sentence> all;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    sentence made;
    std::istringstream words(line);
    std::map<std::size_t, bool> at; // by the byte behind which a break stands
    for (std::string word; words >> word;) {
      if (word == "/" || word == "|") {
        at[made.text.size()] = at[made.text.size()] || word == "|";
        continue;
      }
      if (!made.text.empty()) made.text += ' ';
      made.text += word;
    }
    find_units(made.text, speech, table, limits.columns, made.units);
    for (std::size_t i = 0; i + 1 < made.units.size(); ++i)
      if (auto const found = at.find(made.units[i].end); found != at.end())
        made.breaks.push_back({static_cast<std::uint32_t>(i), found->second});
    made.lines_known = !path.ends_with(".cues");
    if (!made.units.empty()) all.push_back(std::move(made));
  }
  return all;
}

/// Where only the cues are known, the lines are those that suit the weights best.
void settle_lines(segmenter& by, sentence const& of, std::vector<chosen_break>& into) {
  if (of.lines_known) {
    into = of.breaks;
    return;
  }
  constexpr int sure = 1'000'000;
  std::vector<gap_evidence> known(of.units.size(), {0, -sure});
  for (auto const& each : of.breaks) known[each.unit] = {-sure, sure};
  by.segment(of.units, limits, known, {}, into);
}

template <class Function>
void for_each_feature(segmenter const& by, sentence const& of, std::vector<chosen_break> const& breaks, Function&& with) {
  std::vector<std::uint32_t> widths;
  std::uint32_t from = 0;
  auto close_line = [&](std::uint32_t last) {
    std::uint32_t wide = 0;
    for (auto i = from; i <= last; ++i) wide += of.units[i].columns + (i < last ? of.units[i].space : 0);
    widths.push_back(wide);
    from = last + 1;
  };
  auto close_cue = [&] {
    by.for_each_shape_feature(widths, limits.columns, with);
    widths.clear();
  };
  for (auto const& each : breaks) {
    by.for_each_gap_feature(of.units, each.unit, [&](break_table::feature f) { with(f + (each.cue ? 1 : 0)); });
    close_line(each.unit);
    if (each.cue) close_cue();
  }
  close_line(static_cast<std::uint32_t>(of.units.size() - 1));
  close_cue();
}

struct score {
  double any[3] = {}, cue[3] = {}, line[3] = {};
  void add(std::vector<chosen_break> const& gold, std::vector<chosen_break> made, bool lines_known = true) {
    if (!lines_known) std::erase_if(made, [](chosen_break const& each) { return !each.cue; });
    for (auto const& g : gold) {
      ++any[2], ++(g.cue ? cue : line)[2];
      for (auto const& m : made)
        if (m.unit == g.unit) {
          ++any[0];
          if (m.cue == g.cue) ++(g.cue ? cue : line)[0];
        }
    }
    for (auto const& m : made) ++any[1], ++(m.cue ? cue : line)[1];
  }
  static double f1(double const (&v)[3]) { return v[1] + v[2] > 0 ? 200 * v[0] / (v[1] + v[2]) : 0; }
  void print(char const* what) const {
    std::printf("%s: F1 any %.1f (precision %.1f, recall %.1f) eob %.1f eol %.1f\n", what, f1(any), 100 * any[0] / any[1],
                100 * any[0] / any[2], f1(cue), f1(line));
  }
};

score measure(break_table const& table, std::vector<sentence> const& all, bool show = false) {
  segmenter by(table);
  score sum;
  std::vector<chosen_break> made;
  for (auto const& each : all) {
    by.segment(each.units, limits, {}, {}, made);
    sum.add(each.breaks, made, each.lines_known);
    if (show && each.lines_known && made != each.breaks) {
      for (int k = 0; k < 2; ++k) {
        auto const& breaks = k == 0 ? each.breaks : made;
        std::printf(k == 0 ? "  - " : "  + ");
        std::size_t next = 0;
        for (std::size_t i = 0; i < each.units.size(); ++i) {
          auto const& u = each.units[i];
          std::printf("%s ", each.text.substr(u.begin, u.end - u.begin).c_str());
          if (next < breaks.size() && breaks[next].unit == i) std::printf(breaks[next++].cue ? "| " : "/ ");
        }
        std::printf("\n");
      }
    }
  }
  return sum;
}

void fit(break_table& table, std::vector<sentence> const& all, int epochs, double rate, double pull) {
  auto& weights = table.weights();
  std::vector<double> const start(weights.begin(), weights.end());
  std::vector<double> now = start;
  std::vector<double> sum(now.size(), 0);
  std::vector<int> seen(now.size(), 0);
  segmenter by(table);
  for (auto const& each : all)
    for (std::size_t g = 0; g + 1 < each.units.size(); ++g)
      by.for_each_gap_feature(each.units, g, [&](auto f) { ++seen[f], ++seen[f + 1]; });
  for (auto const& each : all) for_each_feature(by, each, each.breaks, [&](auto f) { ++seen[f]; });
  std::vector<std::size_t> order(all.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::mt19937 random(7);
  std::vector<chosen_break> made;
  std::vector<chosen_break> right;
  double steps = 0;
  for (int e = 0; e < epochs; ++e) {
    std::shuffle(order.begin(), order.end(), random);
    for (auto const i : order) {
      by.segment(all[i].units, limits, {}, {}, made);
      settle_lines(by, all[i], right);
      if (made != right) {
        auto move = [&](double by_how_much) {
          return [&, by_how_much](break_table::feature f) {
            if (seen[f] < 3) return;
            now[f] += by_how_much;
            weights[f] = static_cast<int>(std::lround(now[f]));
          };
        };
        for_each_feature(by, all[i], right, move(rate));
        for_each_feature(by, all[i], made, move(-rate));
      }
      for (std::size_t f = 0; f < now.size(); ++f) sum[f] += now[f];
      ++steps;
    }
    for (std::size_t f = 0; f < now.size(); ++f) {
      now[f] += pull * (start[f] - now[f]);
      weights[f] = static_cast<int>(std::lround(now[f]));
    }
  }
  for (std::size_t f = 0; f < now.size(); ++f) weights[f] = static_cast<int>(std::lround(sum[f] / steps));
}

} // namespace

int main(int argc, char** argv) {
  std::vector<std::string> words(argv + 1, argv + argc);
  auto number = [&](char const* flag, double otherwise) {
    auto const at = std::find(words.begin(), words.end(), flag);
    if (at == words.end()) return otherwise;
    auto const value = std::stod(at[1]);
    words.erase(at, at + 2);
    return value;
  };
  auto flag = [&](char const* name) {
    auto const at = std::find(words.begin(), words.end(), name);
    if (at == words.end()) return false;
    words.erase(at);
    return true;
  };
  auto const folds = static_cast<std::size_t>(number("--folds", 0));
  auto const epochs = static_cast<int>(number("--epochs", 5));
  auto const rate = number("--rate", 1);
  auto const pull = number("--pull", 0.3);
  bool const write = flag("--write");
  bool const show = flag("--show");
  if (words.size() < 3) return std::fputs("usage: fit LANG TABLE SENTENCES... [--folds N] [--write] [--show]\n", stderr), 2;
  auto const& speech = *find_language(words[0]);
  auto const text = read_file_text(words[1]);
  break_table const table(text);
  if (table.broken_lines() > 0) std::fprintf(stderr, "%zu broken lines\n", table.broken_lines());
  std::vector<sentence> all;
  for (std::size_t i = 2; i < words.size(); ++i) {
    auto more = read_sentences(words[i], speech, table);
    all.insert(all.end(), more.begin(), more.end());
  }
  if (!write) {
    for (bool const lines : {true, false}) {
      std::vector<sentence> part;
      for (auto const& each : all)
        if (each.lines_known == lines) part.push_back(each);
      if (!part.empty()) measure(table, part, show).print(lines ? "as it is" : "as it is, cues only");
    }
  }
  if (folds > 0) {
    score sum, cues;
    for (std::size_t k = 0; k < folds; ++k) {
      std::vector<sentence> train, test;
      for (std::size_t i = 0; i < all.size(); ++i) (i % folds == k ? test : train).push_back(all[i]);
      break_table fitted(text);
      fit(fitted, train, epochs, rate, pull);
      for (bool const lines : {true, false}) {
        std::vector<sentence> half;
        for (auto const& each : test)
          if (each.lines_known == lines) half.push_back(each);
        auto const part = measure(fitted, half);
        auto& into = lines ? sum : cues;
        for (int v = 0; v < 3; ++v)
          into.any[v] += part.any[v], into.cue[v] += part.cue[v], into.line[v] += part.line[v];
      }
    }
    sum.print("fitted, held out");
    if (cues.any[2] > 0) cues.print("fitted, held out, cues only");
  }
  if (write) {
    break_table fitted(text);
    fit(fitted, all, epochs, rate, pull);
    auto const& a = table.weights();
    auto const& b = fitted.weights();
    for (break_table::feature f = 0; f < a.size(); ++f) {
      auto const name = table.name(f);
      if (auto const end = name.rfind(" line"); end != std::string::npos && end + 5 == name.size()) {
        if (a[f] != b[f] || a[f + 1] != b[f + 1])
          std::printf("%s %d %d\n", name.substr(0, end).c_str(), b[f] - a[f], b[f + 1] - a[f + 1]);
        ++f;
      } else if (auto const space = name.rfind(' '); name.substr(space + 1) == "0") {
        std::printf("%s", name.substr(0, space).c_str());
        for (std::size_t i = 0; i < break_table::shape_bins; ++i) std::printf(" %d", b[f + i]);
        std::printf("\n");
      }
    }
  }
}
