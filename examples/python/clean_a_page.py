"""Clean a pasted video page: read it, repair names, write subtitles, show what was changed.

Run it in the folder examples/.
"""

import mondegreen as mg

talk = mg.load("demo/emission.txt")
names = mg.Names.load("demo/names.txt")

result = mg.clean(talk, names=names, lang="fr")
for edit in result.edits:
    print(f"{edit.line}:{edit.column} {edit.before} -> {edit.after} [{edit.rule}]")

print()
print(result.transcript.dumps("srt"), end="")
