#!/usr/bin/env python3
"""Makes include/mondegreen/impl/languages/*.words, the ordinary words of a language, most frequent first.

    pip install wordfreq==3.1.1 spylls==0.1.7
    scripts/make_word_lists.py fr fr.aff's-path-without-.aff
    scripts/make_word_lists.py en en_US.aff's-path-without-.aff      and so on for de, es, it

Frequencies are wordfreq's (WORDS-LICENSE.txt). The spelling dictionary (Debian: hunspell-fr-classical, hunspell-en-us,
hunspell-de-de, hunspell-es, hunspell-it) only tells words that are names and nothing else: it accepts "Paul" and rejects
"paul". Nothing of it enters the list. German writes its nouns as its names, so that only first names can be told there.
"""
import pathlib
import re
import sys

import wordfreq
from spylls.hunspell import Dictionary

HERE = pathlib.Path(__file__).parent.parent / "include/mondegreen/impl"
SIZE = {"fr": 30_000, "en": 20_000, "de": 30_000, "es": 30_000, "it": 30_000}

# Words the dictionary rejects in both cases are slang and abbreviations while they are frequent, later mostly names. Those of
# Spanish and Italian have few names, so that there they are names from the beginning.
UNKNOWN_UP_TO = {"fr": 6_000, "en": 6_000, "de": 6_000, "es": 0, "it": 0}

# English writes these with a capital though they are ordinary words.
ENGLISH_WORD = re.compile(
    r".*'|.*(?:ican|ian|ish|ese)s?$|(?:mon|tues|wednes|thurs|fri|satur|sun)days?$"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)$"
)

# Spelling dictionaries do not have them all.
FIRST_NAMES = set((HERE / "names/given.words").read_text(encoding="utf-8").split())


def ordinary(word, rank, language, spelling):
    if not re.fullmatch(r"[^\W\d_]+(?:['-][^\W\d_]+)*'?", word):
        return False
    # An elided article is a word by itself: "dell'arte".
    if language == "it" and "'" in word[:-1]:
        return False
    if language == "en" and ENGLISH_WORD.match(word):
        return True
    if spelling.lookup(word):
        return True
    if spelling.lookup(word.capitalize()):
        return language == "de" and word not in FIRST_NAMES
    return rank <= UNKNOWN_UP_TO[language] and word not in FIRST_NAMES


def main():
    language, dictionary = sys.argv[1:3]
    spelling = Dictionary.from_files(dictionary)
    words = []
    for rank, word in enumerate(wordfreq.top_n_list(language, 2 * SIZE[language]), 1):
        if len(words) == SIZE[language]:
            break
        if ordinary(word, rank, language, spelling):
            words.append(word)
    text = 'R"words(\n' + "".join(word + "\n" for word in words) + ')words"\n'
    (HERE / f"languages/{language}.words").write_text(text, encoding="utf-8")


main()
