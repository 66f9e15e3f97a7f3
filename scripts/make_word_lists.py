#!/usr/bin/env python3
"""Makes include/mondegreen/impl/languages/*.words, the ordinary words of a language, most frequent first.

    pip install wordfreq==3.1.1 spylls==0.1.7
    scripts/make_word_lists.py fr fr.aff's-path-without-.aff
    scripts/make_word_lists.py en en_US.aff's-path-without-.aff

Frequencies are wordfreq's (WORDS-LICENSE.txt). The spelling dictionary (Debian: hunspell-fr-classical, hunspell-en-us)
only tells words that are names and nothing else: it accepts "Paul" and rejects "paul". Nothing of it enters the list.
"""
import pathlib
import re
import sys

import wordfreq
from spylls.hunspell import Dictionary

SIZE = {"fr": 30_000, "en": 20_000}

# Words the dictionary rejects in both cases are slang and abbreviations while they are frequent, later mostly names.
UNKNOWN_UP_TO = 6_000

# English writes these with a capital though they are ordinary words.
ENGLISH_WORD = re.compile(
    r".*'|.*(?:ican|ian|ish|ese)s?$|(?:mon|tues|wednes|thurs|fri|satur|sun)days?$"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)$"
)


def ordinary(word, rank, language, spelling):
    if not re.fullmatch(r"[^\W\d_]+(?:['-][^\W\d_]+)*'?", word):
        return False
    if language == "en" and ENGLISH_WORD.match(word):
        return True
    return spelling.lookup(word) or (rank <= UNKNOWN_UP_TO and not spelling.lookup(word.capitalize()))


def main():
    language, dictionary = sys.argv[1:3]
    spelling = Dictionary.from_files(dictionary)
    words = []
    for rank, word in enumerate(wordfreq.top_n_list(language, 2 * SIZE[language]), 1):
        if len(words) == SIZE[language]:
            break
        if ordinary(word, rank, language, spelling):
            words.append(word)
    folder = pathlib.Path(__file__).parent.parent / "include/mondegreen/impl/languages"
    text = 'R"words(\n' + "".join(word + "\n" for word in words) + ')words"\n'
    (folder / f"{language}.words").write_text(text, encoding="utf-8")


main()
