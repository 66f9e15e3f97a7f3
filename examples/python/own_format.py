"""A format of your own: karaoke lines, "seconds|text", read and written like any other."""

import mondegreen as mg


def read_karaoke(text: str) -> mg.Transcript:
    song = mg.Transcript()
    for line in text.splitlines():
        seconds, _, words = line.partition("|")
        start = int(seconds) * 1000
        song.add(words, start, start + 2000)
    return song


def write_karaoke(song: mg.Transcript) -> str:
    return "".join(f"{cue.start_ms // 1000}|{cue.text}\n" for cue in song)


mg.register_format("karaoke", ["kar"], read=read_karaoke, write=write_karaoke, name="Karaoke lines")

song = mg.loads("0|Au clair de la lune\n3|Mon ami Piairot\n", name="chanson.kar")
names = mg.Names([mg.Name("Pierrot", heard_as=["Piairot"])])
cleaned, edits = mg.clean(song, names=names, lang="fr")

for edit in edits:
    print(f"{edit.file}:{edit.line}:{edit.column}: {edit.before} -> {edit.after}")
print(cleaned.dumps("webvtt"), end="")
print()
print(cleaned.dumps("karaoke"), end="")
