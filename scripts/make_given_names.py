#!/usr/bin/env python3
"""Writes include/mondegreen/impl/names/given.words: make_given_names.py FORENAMES_US.txt FORENAMES_FR.tsv WORDS.words

First names, one a line, in lower case: those of the US Census, and the 2,500 most given ones of the INSEE's file of first
names (name, count). The 1,500 most frequent ordinary words of WORDS are no evidence of a person and are left out, but
for a few that are names first of all."""
import pathlib, sys

HERE = pathlib.Path(__file__).resolve().parent
NAMES_FIRST = {"bill", "christian", "john", "mark", "peter", "rich", "will", "jack"}


def main():
    american = open(sys.argv[1], encoding="utf8").read().split()
    french = [line.split("\t")[0] for line in open(sys.argv[2], encoding="utf8")][:2500]
    ordinary = {word for word in open(sys.argv[3], encoding="utf8").read().split("\n")[1:1500]}
    names = {n.strip().lower() for n in american + french}
    names = sorted(n for n in names if len(n) > 2 and (n not in ordinary or n in NAMES_FIRST))
    to = HERE.parent / "include/mondegreen/impl/names/given.words"
    to.write_text('R"words(\n' + "\n".join(names) + '\n)words"\n', encoding="utf8")


main()
