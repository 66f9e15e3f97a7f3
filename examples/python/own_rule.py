"""A cleaning rule of your own: "[rires]" goes, and the ledger says so."""

import re
from collections.abc import Iterator

import mondegreen as mg


@mg.rule("laughter")
def laughter(text: str) -> Iterator[mg.Finding]:
    """Removes [rires]."""
    for found in re.finditer(r"\[rires\] ?", text):
        yield found.start(), found.end(), ""


talk = mg.loads("00:00 [rires] Vous plaisantez ?\n00:04 Pas du tout. [rires] Enfin, si.\n", name="rires.txt")
result = mg.clean(talk, lang="fr", rules=[laughter])

for edit in result.edits:
    print(edit.to_json())
for cue in result.transcript:
    print(cue.start, cue.text)
