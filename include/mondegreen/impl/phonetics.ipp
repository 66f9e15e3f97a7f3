#pragma once

#include <mondegreen/impl/languages/languages.hpp>
#include <mondegreen/impl/phonetics/inventory.hpp>
#include <mondegreen/impl/phonetics/letters.hpp>
#include <mondegreen/impl/phonetics/pronunciations.hpp>
#include <mondegreen/impl/phonetics/rule_table.hpp>
#include <mondegreen/language.hpp>
#include <mondegreen/phonetics.hpp>

#include <algorithm>
#include <array>
#include <mutex>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl {

inline constexpr std::string_view latin_rules =
#include <mondegreen/impl/languages/latin.rules>
    ;

/// A word as symbols; only a very long one needs the heap.
class spelled_word {
public:
  spelled_word(std::string_view word, alphabet const& letters) {
    for_each_lower(word, [&](char32_t c) {
      auto const number = letters.of(c);
      if (size_ < short_.size()) {
        short_[size_] = number;
      } else {
        if (long_.empty()) long_.assign(short_.begin(), short_.end());
        long_.push_back(number);
      }
      ++size_;
    });
  }

  symbol_text text() const noexcept {
    return {long_.empty() ? short_.data() : long_.data(), static_cast<std::ptrdiff_t>(size_)};
  }

private:
  std::array<symbol, 64> short_; // the first size_ are set
  std::vector<symbol> long_{};
  std::size_t size_ = 0;
};

/// How a word is written, as far as readings care.
struct letter_counts {
  std::size_t letters = 0;
  std::size_t capitals = 0;       ///< of them
  std::size_t capitals_first = 0; ///< how many it begins with
  std::size_t capitals_bytes = 0; ///< their bytes
  std::size_t digits = 0;
  std::size_t others = 0;
  bool has_vowel = false;
  bool has_lower = false;
};

inline letter_counts shape_of(std::string_view word) {
  letter_counts shape;
  for (std::size_t i = 0; i < word.size();) {
    auto const point = decode_at(word, i);
    i += point.length;
    auto const c = point.value;
    auto const lower = lower_latin(c);
    if (c >= '0' && c <= '9') {
      ++shape.digits;
    } else if (!is_plain_letter(c)) {
      ++shape.others;
    } else {
      ++shape.letters;
      if (lower != c) {
        if (++shape.capitals == shape.letters) {
          shape.capitals_first = shape.capitals;
          shape.capitals_bytes = i;
        }
      } else {
        shape.has_lower = true;
      }
      auto const base = lower < 0x80 ? lower : base_letter(lower);
      shape.has_vowel = shape.has_vowel || std::u32string_view(U"aeiouy").find(base) != std::u32string_view::npos;
    }
  }
  return shape;
}

inline void add_reading(std::vector<phones>& readings, phones sound) {
  if (sound.empty() || std::find(readings.begin(), readings.end(), sound) != readings.end()) return;
  readings.push_back(std::move(sound));
}

} // namespace impl

struct phonetic_rules::compiled {
  impl::rule_table table;
  std::unique_ptr<impl::pronunciations const> spoken{}; ///< read instead of the rules, where a language has it
};

MONDEGREEN_INLINE phonetic_rules::phonetic_rules(std::unique_ptr<compiled> rules) noexcept : rules_(std::move(rules)) {}
MONDEGREEN_INLINE phonetic_rules::phonetic_rules(phonetic_rules&&) noexcept = default;
MONDEGREEN_INLINE phonetic_rules& phonetic_rules::operator=(phonetic_rules&&) noexcept = default;
MONDEGREEN_INLINE phonetic_rules::~phonetic_rules() = default;

MONDEGREEN_INLINE phonetic_rules phonetic_rules::compile(source_ptr rules, std::vector<diagnostic>& diagnostics) {
  auto table = impl::compile_rules(rules ? rules->text() : std::string_view{}, diagnostics);
  return phonetic_rules(std::make_unique<compiled>(compiled{std::move(table), nullptr}));
}

MONDEGREEN_INLINE phonetic_rules const& phonetic_rules::of(std::string_view language) {
  struct slot {
    std::once_flag once{};
    std::unique_ptr<phonetic_rules> rules{};
  };
  // One a language, and one more for plain Latin.
  static auto const slots = std::make_unique<slot[]>(languages().size() + 1);
  auto const* known = find_language(language);
  bool const latin = known == nullptr || known->phonetic_rules.empty();
  auto const index = latin ? languages().size() : impl::place_of(*known);
  auto& mine = slots[index];
  std::call_once(mine.once, [&] {
    std::vector<diagnostic> none; // a test holds that our own files have none
    auto table = impl::compile_rules(latin ? impl::latin_rules : known->phonetic_rules, none);
    std::unique_ptr<impl::pronunciations const> spoken;
    if (!latin && !known->pronunciations.empty())
      spoken = std::make_unique<impl::pronunciations const>(known->pronunciations);
    mine.rules.reset(new phonetic_rules(std::make_unique<compiled>(compiled{std::move(table), std::move(spoken)})));
  });
  return *mine.rules;
}

MONDEGREEN_INLINE void phonetic_rules::read(std::string_view word, bool as_name, phones& out) const {
  if (rules_->spoken) return rules_->spoken->read(word, out);
  impl::spelled_word const spelled(word, rules_->table.letters);
  rules_->table.read(spelled.text(), as_name, false, out);
}

MONDEGREEN_INLINE bool phonetic_rules::read_otherwise(std::string_view word, phones& out) const {
  if (!rules_->table.has_other_reading) return false;
  impl::spelled_word const spelled(word, rules_->table.letters);
  rules_->table.read(spelled.text(), true, true, out);
  return true;
}

MONDEGREEN_INLINE bool phonetic_rules::spell(std::string_view word, phones& out) const {
  auto const start = out.size();
  bool complete = true;
  impl::for_each_lower(word, [&](char32_t c) {
    auto const& table = rules_->table;
    auto const letter = table.letters.of(c);
    bool const digit = c >= '0' && c <= '9';
    if (!digit && letter == impl::edge_symbol) return; // "O.V.H."
    auto const& named = digit ? table.digit_names[c - '0'] : table.letter_names[letter];
    complete = complete && !named.empty();
    out += named;
  });
  if (!complete) out.resize(start);
  return complete && out.size() > start;
}

MONDEGREEN_INLINE std::vector<phones> readings(std::string_view word, std::string_view language) {
  return readings(word, language, {});
}

MONDEGREEN_INLINE std::vector<phones> readings(std::string_view word, std::string_view language,
                                               std::string_view origin) {
  auto const& rules = phonetic_rules::of(language);
  auto const& latin = phonetic_rules::of({});
  auto const shape = impl::shape_of(word);
  bool const as_name = shape.capitals_first > 0;
  std::vector<phones> found;
  auto const read = [&](phonetic_rules const& with, std::string_view text) {
    phones sound;
    with.read(text, as_name, sound);
    return sound;
  };
  auto const spell = [&](std::string_view text) {
    phones sound;
    rules.spell(text, sound);
    return sound;
  };

  // Longer runs of capitals are a word that is shouted.
  constexpr std::size_t longest_acronym = 6;
  bool const acronym = shape.capitals >= 2 && !shape.has_lower && shape.letters <= longest_acronym;
  bool const word_first = shape.has_vowel && shape.letters > 3;
  if (acronym && !word_first) impl::add_reading(found, spell(word));
  if (shape.letters == 0 && shape.digits == 1) impl::add_reading(found, spell(word));
  if (!acronym || shape.has_vowel) {
    impl::add_reading(found, read(rules, word));
    // A lone capital is said by its name: Station F.
    if (as_name && shape.letters == 1 && shape.digits == 0) impl::add_reading(found, spell(word));
    if (find_language(origin) != nullptr) impl::add_reading(found, read(phonetic_rules::of(origin), word));
    impl::add_reading(found, read(latin, word));
    phones other;
    if (as_name && rules.read_otherwise(word, other)) impl::add_reading(found, std::move(other));
  }
  if (acronym && word_first) impl::add_reading(found, spell(word));
  if (shape.has_lower && shape.capitals_first >= 2 && shape.capitals_first <= longest_acronym) {
    auto sound = spell(word.substr(0, shape.capitals_bytes));
    if (!sound.empty()) rules.read(word.substr(shape.capitals_bytes), false, sound);
    impl::add_reading(found, std::move(sound));
  }
  if (found.empty()) found.push_back(read(rules, word));
  return found;
}

MONDEGREEN_INLINE std::string ipa(std::string_view sound) {
  std::string text;
  for (char const each : sound) text += impl::about(impl::to_phone(each)).ipa;
  return text;
}

MONDEGREEN_INLINE std::string coarse_key(std::string_view sound) {
  std::string key;
  for (char const each : sound)
    for (char const c : impl::about(impl::to_phone(each)).coarse)
      if (key.empty() || key.back() != c) key += c;
  return key;
}

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/phonetics/distance.ipp>
#endif
