// Fits the weights of a table of line breaks to sentences that people broke, and tells how well a table does:
//
//     cmake --build --preset release --target mondegreen
//     g++ -std=c++20 -O2 -Iinclude -o fit scripts/breaks/fit.cpp build/release/libmondegreen.a -licui18n -licuuc -licudata -lfmt
//     ./fit fr include/mondegreen/impl/languages/fr.breaks scripts/breaks/fr.sentences            # F1 of the table as it is
//     ./fit fr fr.breaks fr.sentences --folds 5                                                   # of fitted ones, held out
//     ./fit fr fr.breaks fr.sentences --write > fr.fitted                                         # lines to append
//
// A sentence a line; " / " ends a line, " | " a cue. In a file that ends in .cues only cues are marked: the lines are summed
// over, such a sentence counts less, and shapes are not learned from it, nor how many cues there are.
//
// A log-linear model over all ways to break a sentence within the limits (a semi-Markov conditional random field; Sarawagi and
// Cohen, NIPS 2004): the probability of a way is exp(worth / heat). The likelihood of what people did is raised by AdaGrad
// steps, each weight drawn back to that set by hand. Features that are seen in fewer than three gaps stay as they are.
#include <mondegreen/impl/layout/segmentation.hpp>
#include <mondegreen/language.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <span>
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

constexpr cue_limits limits{42, 2, true, least_columns};

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
    std::printf("%s: F1 any %.1f (precision %.1f, recall %.1f) eob %.1f eol %.1f\n", what, f1(any),
                100 * any[0] / any[1], 100 * any[0] / any[2], f1(cue), f1(line));
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

struct fitting {
  int steps = 40;
  double heat = 25;  ///< so much more worth makes a way e times as likely
  double rate = 0.1; ///< of AdaGrad, in units of heat
  double pull = 6;   ///< towards the weights set by hand: sentences that a deviation of one heat costs, twice over
  double cues = 0.4; ///< what a sentence counts of which only the cues are known
};

/// How often breaks and shapes are to be expected.
struct expected {
  std::vector<double> line, cue; ///< behind each unit
  std::map<break_table::feature, double> shapes;
  double log_sum = 0; ///< of all ways
  bool any = false;   ///< there is a way
};

/// All ways to break one sentence, as steps of whole cues.
class ways {
public:
  /// `own`: what a line break and a cue's end are worth in this kind of text beside the features.
  ways(sentence const& of, break_table const& table, std::vector<double> const& weights, std::array<double, 2> own)
      : of_(of), count_(of.units.size()), known_(count_, mark::none) {
    segmenter const by(table);
    std::vector<std::uint32_t> before(count_ + 1, 0);
    std::vector<int> sentences(count_ + 1, 0);
    std::vector<double> line(count_, own[0]), cue(count_, own[1]);
    for (std::size_t i = 0; i < count_; ++i) {
      auto const& each = of.units[i];
      before[i + 1] = before[i] + each.columns + each.space;
      sentences[i + 1] = sentences[i] + (each.after == stop::sentence ? 1 : 0);
      if (i + 1 == count_) break;
      by.for_each_gap_feature(of.units, i, [&](auto f) { line[i] += weights[f], cue[i] += weights[f + 1]; });
      if (each.after == stop::none) {
        auto const held = table.hold(each.last.word, of.units[i + 1].first.word);
        line[i] += held;
        cue[i] += held;
      }
    }
    for (std::size_t from = 0, to = 1; from < count_; from = to, ++to) {
      while (to < count_ && sentences[to] == sentences[from]) ++to;
      if (before[to] - before[from] - of.units[to - 1].space <= limits.columns)
        for (auto i = from; i + 1 < to; ++i) cue[i] += segmentation::whole;
    }
    for (auto const& each : of.breaks) known_[each.unit] = each.cue ? mark::cue : mark::line;
    auto width = [&](std::size_t from, std::size_t to) { return before[to] - before[from] - of.units[to - 1].space; };
    auto fits = [&](std::size_t from, std::size_t to) { return to - from == 1 || width(from, to) <= limits.columns; };
    auto mixed = [&](std::size_t from, std::size_t to) {
      if (sentences[to - 1] == sentences[from]) return 0;
      bool const whole = (from == 0 || sentences[from] != sentences[from - 1]) && sentences[to] != sentences[to - 1];
      return whole ? 0 : static_cast<int>(segmentation::mixed);
    };
    for (std::size_t to = 1; to <= count_; ++to)
      for (std::size_t from = to; from-- > 0;) {
        auto const wide = width(from, to);
        if (to - from > 1 && wide > limits.columns * 2 + 2) break;
        double worth = to < count_ ? cue[to - 1] : 0;
        if (wide < limits.shortest)
          worth += static_cast<double>(segmentation::too_short) * (limits.shortest - wide) / limits.shortest;
        if (fits(from, to)) {
          std::uint32_t const one[]{wide};
          add(by, from, from, to, worth + mixed(from, to), one, weights);
        }
        if (wide <= limits.columns) continue;
        for (auto middle = to - 1; middle > from && fits(middle, to); --middle) {
          if (!fits(from, middle)) continue;
          std::uint32_t const two[]{width(from, middle), width(middle, to)};
          add(by, from, middle, to, worth + line[middle - 1] + mixed(from, middle) + mixed(middle, to), two, weights);
        }
      }
  }

  /// `as_people_did`: of the ways that have their breaks alone.
  void expect(double heat, bool as_people_did, expected& into) const {
    into = {std::vector<double>(count_, 0), std::vector<double>(count_, 0), {}, 0, false};
    constexpr double never = -1e30;
    auto allowed = [&](step const& each) { return !as_people_did || each.theirs; };
    auto add_logs = [](double a, double b) {
      auto const top = std::max(a, b);
      return top <= never ? never : top + std::log(std::exp(a - top) + std::exp(b - top));
    };
    std::vector<double> ahead(count_ + 1, never), behind(count_ + 1, never);
    ahead[0] = behind[count_] = 0;
    for (auto const& each : steps_)
      if (allowed(each)) ahead[each.to] = add_logs(ahead[each.to], ahead[each.from] + each.worth / heat);
    for (auto each = steps_.rbegin(); each != steps_.rend(); ++each)
      if (allowed(*each)) behind[each->from] = add_logs(behind[each->from], behind[each->to] + each->worth / heat);
    into.log_sum = ahead[count_];
    into.any = into.log_sum > never / 2;
    if (!into.any) return;
    for (auto const& each : steps_) {
      if (!allowed(each)) continue;
      auto const p = std::exp(ahead[each.from] + each.worth / heat + behind[each.to] - into.log_sum);
      if (each.to < count_) into.cue[each.to - 1] += p;
      if (each.middle != each.from) into.line[each.middle - 1] += p;
      for (auto const f : each.shapes) into.shapes[f] += p;
    }
  }

private:
  enum class mark : std::uint8_t {
    none,
    line,
    cue
  };
  struct step {
    std::size_t from, middle, to; ///< `middle` as in `segmenter`: `from` if there is one line
    double worth;
    std::vector<break_table::feature> shapes;
    bool theirs;
  };

  void add(segmenter const& by, std::size_t from, std::size_t middle, std::size_t to, double worth,
           std::span<std::uint32_t const> widths, std::vector<double> const& weights) {
    step made{from, middle, to, worth, {}, to == count_ || known_[to - 1] == mark::cue};
    by.for_each_shape_feature(widths, limits.columns,
                              [&](auto f) { made.shapes.push_back(f), made.worth += weights[f]; });
    for (auto i = from; i + 1 < to; ++i) {
      bool const line = middle != from && i + 1 == middle;
      if (known_[i] == mark::cue || (of_.lines_known && line != (known_[i] == mark::line))) made.theirs = false;
    }
    steps_.push_back(std::move(made));
  }

  sentence const& of_;
  std::size_t count_;
  std::vector<mark> known_;
  std::vector<step> steps_;
};

void fit(break_table& table, std::vector<sentence> const& all, fitting const& how) {
  auto& weights = table.weights();
  std::vector<double> const start(weights.begin(), weights.end());
  std::vector<double> now = start;
  std::vector<double> slope(now.size()), squares(now.size(), 0);
  std::vector<int> seen(now.size(), 0);
  segmenter const by(table);
  for (auto const& each : all)
    for (std::size_t g = 0; g + 1 < each.units.size(); ++g)
      by.for_each_gap_feature(each.units, g, [&](auto f) { ++seen[f], ++seen[f + 1]; });
  auto const shapes = table.one_line(0);
  std::array<double, 2> own{}, own_squares{};
  expected theirs, free;
  auto climb = [&](double& value, double& square, double by_slope) {
    square += by_slope * by_slope;
    if (square > 0) value += how.rate * how.heat * by_slope / std::sqrt(square);
  };
  for (int round = 0; round < how.steps; ++round) {
    std::fill(slope.begin(), slope.end(), 0);
    std::array<double, 2> own_slope{};
    for (auto const& each : all) {
      ways const possible(each, table, now, each.lines_known ? std::array<double, 2>{} : own);
      possible.expect(how.heat, true, theirs);
      if (!theirs.any) continue;
      possible.expect(how.heat, false, free);
      double const counts = each.lines_known ? 1 : how.cues;
      for (std::size_t g = 0; g + 1 < each.units.size(); ++g) {
        auto const line = counts * (theirs.line[g] - free.line[g]);
        auto const cue = counts * (theirs.cue[g] - free.cue[g]);
        if (!each.lines_known) own_slope[0] += line, own_slope[1] += cue;
        by.for_each_gap_feature(each.units, g, [&](auto f) { slope[f] += line, slope[f + 1] += cue; });
      }
      if (!each.lines_known) continue;
      for (auto const& [f, p] : theirs.shapes) slope[f] += p;
      for (auto const& [f, p] : free.shapes) slope[f] -= p;
    }
    for (std::size_t f = 0; f < now.size(); ++f)
      if (f >= shapes || seen[f] >= 3) climb(now[f], squares[f], slope[f] - how.pull * (now[f] - start[f]) / how.heat);
    for (std::size_t k = 0; k < own.size(); ++k) climb(own[k], own_squares[k], own_slope[k]);
  }
  for (std::size_t f = 0; f < now.size(); ++f) weights[f] = static_cast<int>(std::lround(now[f]));
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
  fitting how;
  how.steps = static_cast<int>(number("--steps", how.steps));
  how.heat = number("--heat", how.heat);
  how.pull = number("--pull", how.pull);
  how.cues = number("--cues", how.cues);
  bool const write = flag("--write");
  bool const show = flag("--show");
  if (words.size() < 3)
    return std::fputs("usage: fit LANG TABLE SENTENCES... [--folds N] [--write] [--show]\n", stderr), 2;
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
      fit(fitted, train, how);
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
    fit(fitted, all, how);
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
