#pragma once

#include <mondegreen/impl/names/file.hpp>
#include <mondegreen/impl/names/given_names.hpp>
#include <mondegreen/impl/names/letters.hpp>
#include <mondegreen/impl/names/mining.hpp>
#include <mondegreen/impl/names/spelling_distance.hpp>
#include <mondegreen/impl/names/spotting.hpp>
#include <mondegreen/impl/text/plain_key.hpp>
#include <mondegreen/language.hpp>
#include <mondegreen/lexicon.hpp>
#include <mondegreen/phonetics.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// The passages a document is mined from, and where each stands.
struct mine_view {
  struct home {
    passage const* from = nullptr; ///< null: a label or the page
    span label{};                  ///< of a speaker's first cue, or nothing
    source const* page = nullptr;
  };
  std::vector<document_part> parts{};
  std::vector<home> homes{};

  mine_view(transcript const& text, source const* page, bool speech) {
    for (auto const& entry : text.metadata) {
      constexpr std::string_view no_prose[]{"category", "date", "language",  "duration", "kind",
                                            "id",       "url",  "published", "keywords", "tags"};
      if (std::find(std::begin(no_prose), std::end(no_prose), entry.key) != std::end(no_prose)) continue;
      if (!entry.key.empty())
        add({entry.text, entry.key, false, false}, {&entry, {}, nullptr});
      else if (speech)
        add({entry.text, {}, false, false}, {&entry, {}, nullptr});
    }
    for (std::size_t i = 0; i < text.speakers.size(); ++i) {
      auto const who = static_cast<speaker_id>(i);
      auto const first =
          std::find_if(text.cues.begin(), text.cues.end(), [&](cue const& each) { return each.speaker == who; });
      add({text.speakers[i], "speaker", false, false},
          {nullptr, first == text.cues.end() ? span{} : first->block, nullptr});
    }
    if (page != nullptr) {
      // Paragraphs, so that how one uses capitals says nothing of the others.
      auto const all = page->text();
      for (std::size_t at = 0; at < all.size();) {
        auto const end = std::min(all.find('\n', at), all.size());
        if (end > at) add({all.substr(at, end - at), "page", false, false}, {nullptr, {}, page});
        at = end + 1;
      }
    }
    if (!speech) return;
    cue const* before = nullptr;
    for (auto const& each : text.cues) {
      bool const goes_on = text.timed && before != nullptr && before->speaker == each.speaker;
      add({each.text, {}, goes_on, false}, {&each, {}, nullptr});
      before = &each;
    }
  }

private:
  void add(document_part part, home where) {
    parts.push_back(part);
    homes.push_back(where);
  }
};

/// Counts what was spotted and settles what is one name.
class miner {
public:
  miner(transcript const& text, mine_options const& options)
      : text_(text), options_(options), view_(text, options.page.get(), options.speech) {
    settle_language();
    std::vector<token_source> sources;
    sources.reserve(view_.parts.size());
    for (auto const& each : view_.parts) sources.push_back({each.text, each.continues});
    words_ = tokenize(sources);
  }

  std::vector<mined_name> run() {
    auto const found = spot_names(view_.parts, words_, *speech_);
    for (auto const& each : found) count(each, found);
    join_parts();
    join_letters();
    join_sounds();
    return sift();
  }

private:
  struct sighting {
    mined_name what{};
    std::string letters{};
    bool plain = true; ///< nothing but its capital ever spoke for it
    bool cut = true;   ///< a word was always taken off its front
    bool gone = false; ///< it is a part or a spelling of another
    bool page() const noexcept { return what.on_page > 0; }
    std::uint32_t times() const noexcept { return what.on_page + what.in_text; }
  };

  void settle_language() {
    auto const& asked = options_.language.empty() ? text_.language : options_.language;
    speech_ = find_language(asked);
    if (speech_ == nullptr && asked.empty()) {
      constexpr std::size_t enough = std::size_t{1} << 16U;
      std::string sample;
      for (auto const& each : view_.parts) {
        if (sample.size() >= enough) break;
        sample.append(each.text.substr(0, enough)).push_back('\n');
      }
      for (auto const& each : text_.cues) {
        if (sample.size() >= enough) break;
        sample.append(each.text).push_back('\n');
      }
      speech_ = detect_language(sample).what;
    }
    if (speech_ == nullptr) speech_ = &no_language();
  }

  void count(spotted const& each, std::vector<spotted> const& all) {
    if (each.form.size() > longest_name) return;
    auto const [at, fresh] = by_form_.try_emplace(each.form, list_.size());
    if (fresh) list_.emplace_back();
    auto& mine = list_[at->second];
    auto const& first = words_[each.where.first];
    auto const role = view_.parts[first.passage].role;
    bool const page = !role.empty();
    if (fresh || (page && mine.what.on_page == 0)) {
      mine.what.what.form = each.form;
      mine.letters = letters_of(each.form);
      mine.what.found_in = page ? role : "text";
      locate(mine.what, first);
    }
    ++(page ? mine.what.on_page : mine.what.in_text);
    if (fresh || (mine.what.what.type.empty() && !each.type.empty()) || (mine.plain && !each.plain))
      mine.what.why = each.clue;
    if (mine.what.what.type.empty()) mine.what.what.type = each.type;
    mine.plain = mine.plain && each.plain;
    mine.cut = mine.cut && each.cut;
    if (each.belongs == 0) return;
    auto& context = mine.what.what.context;
    auto const& whom = all[each.belongs - 1].form;
    if (std::find(context.begin(), context.end(), whom) == context.end()) context.push_back(whom);
  }

  void locate(mined_name& what, token const& at) const {
    auto const& home = view_.homes[at.passage];
    auto const into = [&](source const& in, std::uint32_t offset) { what.at = in.locate(offset); };
    if (home.page != nullptr) {
      what.in = options_.page;
      auto const offset = static_cast<std::size_t>(at.text.data() - home.page->text().data());
      what.what.where = {static_cast<std::uint32_t>(offset), at.where.length};
      into(*home.page, static_cast<std::uint32_t>(offset));
      return;
    }
    what.in = text_.from;
    if (text_.from == nullptr) return;
    what.what.where = home.from != nullptr ? home.from->where.cover(at.where).source : home.label;
    into(*text_.from, what.what.where.offset);
  }

  /// "Signoux" is "Martin Signoux", "Open Source AI Summit" is the rest of a name whose first word opened a sentence.
  void join_parts() {
    std::unordered_map<std::string_view, std::size_t> surname;
    std::unordered_map<std::string_view, std::size_t> given;
    for (std::size_t i = 0; i < list_.size(); ++i) {
      auto const& form = list_[i].what.what.form;
      auto const space = form.find(' ');
      if (list_[i].what.what.type != "person" || space == std::string::npos) continue;
      given.emplace(std::string_view(form).substr(0, space), i);
      surname.emplace(std::string_view(form).substr(space + 1), i);
    }
    std::unordered_map<std::string_view, std::size_t> tails;
    for (std::size_t i = 0; i < list_.size(); ++i) {
      std::string_view const form = list_[i].what.what.form;
      for (auto space = form.find(' '); space != std::string_view::npos; space = form.find(' ', space + 1))
        tails.emplace(form.substr(space + 1), i);
    }
    for (std::size_t i = 0; i < list_.size(); ++i) {
      auto const& form = list_[i].what.what.form;
      auto const fold = [&](std::unordered_map<std::string_view, std::size_t> const& whole) {
        auto const found = whole.find(form);
        if (found == whole.end() || found->second == i || list_[found->second].gone) return false;
        list_[i].gone = true;
        return true;
      };
      if (fold(surname) || fold(given)) continue;
      if (list_[i].cut) fold(tails);
    }
  }

  /// META and Meta, Open LLM and OpenLLM: one name, as the page writes it, else not in capitals, else the more frequent.
  void join_letters() {
    std::unordered_map<std::string_view, std::size_t> best;
    auto const better = [&](sighting const& a, sighting const& b) {
      if (a.page() != b.page()) return a.page();
      auto const loud = [](sighting const& s) { return is_loud(s.what.what.form); };
      if (loud(a) != loud(b)) return !loud(a);
      return a.times() > b.times();
    };
    for (std::size_t i = 0; i < list_.size(); ++i) {
      if (list_[i].gone) continue;
      auto const [at, fresh] = best.try_emplace(list_[i].letters, i);
      if (fresh) continue;
      auto const loser = better(list_[i], list_[at->second]) ? std::exchange(at->second, i) : i;
      fold(loser, at->second);
    }
  }

  /// What sounds like a name of the page, or like a more frequent one of the speech.
  void join_sounds() {
    if (speech_->code.empty()) return;
    struct heard_spelling {
      std::size_t at;
      phones sound;
    };
    std::unordered_map<std::string, std::vector<heard_spelling>> known;
    constexpr std::size_t most = 16;    // of one key: enough for any page, and no more work than that a name
    constexpr std::size_t shortest = 4; // phones
    auto const read = [&](std::string_view form) {
      phones out;
      for (auto const& word : words_of(form))
        if (auto const all = readings(word, speech_->code); !all.empty()) out += all.front();
      return out;
    };
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < list_.size(); ++i)
      if (!list_[i].gone) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      if (list_[a].page() != list_[b].page()) return list_[a].page();
      return list_[a].times() > list_[b].times();
    });
    std::unordered_map<std::string_view, std::vector<std::size_t>> called; ///< persons of the page by first name
    for (auto const i : order) {
      auto const& form = list_[i].what.what.form;
      if (list_[i].what.what.type == "person") {
        // With the same first name, a surname may be heard further off.
        auto& namesakes = called[std::string_view(form).substr(0, form.find(' '))];
        constexpr double near = 0.8;
        auto const same = std::find_if(namesakes.begin(), namesakes.end(), [&](std::size_t other) {
          return alike(list_[other].letters, list_[i].letters) >= near;
        });
        if (!list_[i].page() && same != namesakes.end()) {
          fold(i, *same);
          continue;
        }
        if (list_[i].page() && namesakes.size() < most) namesakes.push_back(i);
      }
      auto const sound = read(form);
      if (sound.size() < shortest) continue;
      auto const key = coarse_key(sound);
      auto const found = known.find(key);
      // What people wrote stands as they wrote it.
      if (found != known.end() && !list_[i].page()) {
        auto const near = std::find_if(found->second.begin(), found->second.end(), [&](heard_spelling const& h) {
          auto const length = static_cast<float>(std::max(h.sound.size(), sound.size()));
          return sound_distance(h.sound, sound, 0.1F * length) <= 0.1F * length;
        });
        if (near != found->second.end()) {
          fold(i, near->at);
          continue;
        }
      }
      auto const note = [&](phones const& as) {
        if (as.size() < shortest) return;
        if (auto& all = known[coarse_key(as)]; all.size() < most) all.push_back({i, as});
      };
      note(sound);
      if (list_[i].what.what.type == "person" && list_[i].page())
        if (auto const space = form.find(' '); space != std::string::npos) note(read(form.substr(space + 1)));
    }
  }

  void fold(std::size_t which, std::size_t into) {
    auto& gone = list_[which];
    auto& stays = list_[into].what;
    gone.gone = true;
    stays.alike.push_back(gone.what.what.form);
    for (auto& each : gone.what.alike) stays.alike.push_back(std::move(each));
    if (stays.what.type.empty() && (list_[which].page() || !list_[into].page())) {
      stays.what.type = gone.what.what.type;
      if (!stays.what.type.empty()) stays.why = gone.what.why;
    }
  }

  static bool is_loud(std::string_view form) {
    bool letters = false;
    for (std::size_t i = 0; i < form.size();) {
      auto const point = decode_at(form, i);
      i += point.length;
      auto const kind = kind_of(point.value);
      if (kind.lower) return false;
      letters = letters || kind.upper;
    }
    return letters;
  }

  std::vector<mined_name> sift() {
    std::vector<mined_name> page, speech;
    for (auto& each : list_) {
      if (each.gone) continue;
      if (each.page()) {
        page.push_back(std::move(each.what));
        continue;
      }
      // A recogniser spells what it does not know each time otherwise; twice the same is a beginning, and so is a name
      // with its role in a text that somebody wrote.
      bool const written = !text_.timed && (!each.what.what.type.empty() || !each.plain);
      if (each.times() < 2 && !written) continue;
      if (!written) each.what.what.policy = name_policy::review;
      speech.push_back(std::move(each.what));
    }
    page.insert(page.end(), std::make_move_iterator(speech.begin()), std::make_move_iterator(speech.end()));
    return page;
  }

  transcript const& text_;
  mine_options const& options_;
  mine_view view_;
  language const* speech_ = nullptr;
  std::vector<token> words_;
  std::unordered_map<std::string, std::size_t> by_form_;
  std::vector<sighting> list_;
};

MONDEGREEN_INLINE std::vector<mined_name> mine_names(transcript const& text, mine_options const& options) {
  return miner(text, options).run();
}

MONDEGREEN_INLINE std::vector<mined_name> page_names(transcript const& text, std::string_view language,
                                                     std::string_view page) {
  mine_options options{.language = std::string(language), .speech = false};
  if (!page.empty()) options.page = make_source(std::string(page), "page");
  std::vector<mined_name> out;
  auto const& ordinary = lexicon::of(language);
  for (auto& each : mine_names(text, options)) {
    auto const words = words_of(each.what.form);
    bool const unknown =
        std::any_of(words.begin(), words.end(), [&](std::string const& word) { return ordinary.rank(word) == 0; });
    if (!unknown || letters_of(each.what.form).size() < 4) continue;
    bool const first_name = each.what.type == "person" && is_given_name(words.front());
    if (words.size() == 1 && (first_name || each.why == "an acronym")) continue;
    out.push_back(std::move(each));
  }
  return out;
}

MONDEGREEN_INLINE std::string page_beside(transcript const& text, std::string_view page) {
  constexpr std::size_t run = 5; // words: nobody writes five of somebody's words by chance
  auto const words = [](std::string_view of) {
    std::vector<std::string_view> out;
    for (std::size_t at = 0; at < of.size();) {
      auto const end = std::min(of.find(' ', at), of.size());
      if (end > at) out.push_back(of.substr(at, end - at));
      at = end + 1;
    }
    return out;
  };
  std::string said;
  for (auto const& each : text.cues) said.append(plain_key(each.text)).push_back(' ');
  auto const spoken = words(said);
  std::unordered_set<std::string_view> runs;
  for (std::size_t i = 0; i + run <= spoken.size(); ++i)
    runs.insert({spoken[i].data(),
                 static_cast<std::size_t>(spoken[i + run - 1].data() + spoken[i + run - 1].size() - spoken[i].data())});
  std::string out;
  for (std::size_t at = 0; at < page.size();) {
    auto const end = std::min(page.find('\n', at), page.size());
    auto const line = page.substr(at, end - at);
    auto const key = plain_key(line);
    auto const all = words(key);
    std::size_t seen = 0, tried = 0;
    for (std::size_t i = 0; i + run <= all.size(); ++i, ++tried)
      seen += runs.contains(
          {all[i].data(), static_cast<std::size_t>(all[i + run - 1].data() + all[i + run - 1].size() - all[i].data())});
    // Lines keep their numbers.
    if (tried == 0 || seen * 2 < tried) out += line;
    out += '\n';
    at = end + 1;
  }
  return out;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

namespace mondegreen::inline MONDEGREEN_ABI {

MONDEGREEN_INLINE std::vector<mined_name> mine(transcript const& text, mine_options const& options) {
  return impl::mine_names(text, options);
}

namespace impl {

/// "talk.txt:2, description; 3 times in the text; a first name and a surname; heard as Signou?"
inline std::string note_of(mined_name const& each) {
  std::string out;
  auto const add = [&](std::string_view part) {
    if (part.empty()) return;
    if (!out.empty()) out += "; ";
    // A note is one cell of one line.
    for (char const c : part) out += c == '\t' || c == '\n' || c == '\r' || c == '"' ? ' ' : c;
  };
  auto const place = each.in ? fmt::format("{}:{}, ", each.in->name(), each.at.line) : std::string();
  add(place + each.found_in);
  auto const times = [](std::uint32_t n) { return n == 1 ? std::string("once") : fmt::format("{} times", n); };
  if (each.in_text > 0) add(times(each.in_text) + (each.on_page > 0 ? " in the text" : ""));
  add(each.why);
  if (!each.alike.empty()) {
    std::string list;
    for (auto const& one : each.alike) list += (list.empty() ? "" : ", ") + one;
    add("the text also has: " + list);
  }
  return out;
}

inline std::string joined(std::vector<std::string> const& list) {
  std::string out;
  for (auto const& each : list) out += (out.empty() ? "" : "|") + each;
  return out;
}

} // namespace impl

MONDEGREEN_INLINE std::string write_names(std::span<mined_name const> list, names_form form) {
  std::string out;
  if (form == names_form::table) {
    out += "name\theard_as\ttype\tcontext\tpolicy\tnote\n";
    for (auto const& each : list)
      out += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\n", each.what.form, impl::joined(each.what.heard_as), each.what.type,
                         impl::joined(each.what.context), each.what.policy == name_policy::review ? "review" : "",
                         impl::note_of(each));
    return out;
  }
  for (auto const& each : list)
    out += fmt::format("{}  # {}{}{}\n", each.what.form, each.what.type, each.what.type.empty() ? "" : "; ",
                       impl::note_of(each));
  return out;
}

MONDEGREEN_INLINE void merge(std::vector<mined_name>& into, std::vector<mined_name> more) {
  std::unordered_map<std::string, std::size_t> known;
  for (std::size_t i = 0; i < into.size(); ++i) known.emplace(into[i].what.form, i);
  for (auto& each : more) {
    auto const [at, fresh] = known.try_emplace(each.what.form, into.size());
    if (fresh) {
      into.push_back(std::move(each));
      continue;
    }
    auto& mine = into[at->second];
    // What people wrote outweighs what was only heard.
    if (mine.on_page == 0 && each.on_page > 0) {
      std::swap(mine, each);
    }
    mine.on_page += each.on_page;
    mine.in_text += each.in_text;
    if (mine.what.type.empty()) mine.what.type = std::move(each.what.type);
    auto const join = [](std::vector<std::string>& to, std::vector<std::string>& from) {
      for (auto& one : from)
        if (std::find(to.begin(), to.end(), one) == to.end()) to.push_back(std::move(one));
    };
    join(mine.alike, each.alike);
    join(mine.what.context, each.what.context);
  }
}

} // namespace mondegreen::inline MONDEGREEN_ABI
