#!/usr/bin/env python3
"""Do other libraries read our SubRip as the cues we wrote? usage: same_cues.py MONDEGREEN

Makes WebVTT of awkward words, converts it, and compares start, end and plain text of each cue with what ffmpeg, pysubs2
and srt read. One that is not installed is left out and named. Exit status 1 if any cue differs; 77 if none is there."""
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

WORDS = ["été", "l'œuvre", "42", "12:30", "漢字", "🎬", "- Oui.", "A & B", "a < b", "--&gt;", "<i>penché</i>", "<b>gras</b>",
         "<c.red>rouge</c>", "<v Zoé>Bonjour</v>", "&lt;i&gt;", "1", "…", "« non »"]


def document(dice):
    out, at = ["WEBVTT", ""], 0
    for _ in range(300):
        at += dice.randrange(1, 400_000)
        end = at + dice.randrange(1, 9000)
        clock = lambda ms: f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02}.{ms % 1000:03}"
        out.append(f"{clock(at)} --> {clock(end)}")
        out += [" ".join(dice.choice(WORDS) for _ in range(dice.randrange(1, 5))) for _ in range(dice.randrange(1, 4))]
        out.append("")
        at = end
    return "\n".join(out)


def folded(text):
    """Without tags, {override} blocks and the ways of writing blanks and line ends."""
    text = re.sub(r"<[^<>\n]*>|\{\\[^{}]*\}", "", text.replace("\\N", "\n").replace("\\h", " "))
    return re.sub(r"\s+", " ", text).strip()


def by_ffmpeg(path):
    out = subprocess.run(["ffprobe", "-v", "error", "-show_packets", "-show_data", "-of", "json", path],
                         capture_output=True, text=True, check=True).stdout
    cues = []
    for packet in json.loads(out)["packets"]:
        dump = re.findall(r"^[0-9a-f]{8}: ((?:[0-9a-f]{2,4} ?)+)", packet.get("data", ""), re.M)
        text = bytes.fromhex("".join(dump).replace(" ", "")).decode()
        start, length = (round(float(packet[key]) * 1000) for key in ("pts_time", "duration_time"))
        cues.append((start, start + length, text))
    return cues


def by_pysubs2(path):
    import pysubs2
    return [(each.start, each.end, each.plaintext) for each in pysubs2.load(path, encoding="utf8")]


def by_srt(path):
    import srt
    ms = lambda delta: round(delta.total_seconds() * 1000)
    with open(path, encoding="utf8") as file:
        return [(ms(each.start), ms(each.end), each.content) for each in srt.parse(file.read())]


def main():
    mondegreen = sys.argv[1]
    readers = {"ffmpeg": by_ffmpeg, "pysubs2": by_pysubs2, "srt": by_srt}
    bad, ran = 0, 0
    with tempfile.TemporaryDirectory() as folder:
        source, target = os.path.join(folder, "a.vtt"), os.path.join(folder, "a.srt")
        with open(source, "w", encoding="utf8") as file:
            file.write(document(random.Random(4)))
        subprocess.run([mondegreen, "convert", "-q", source, "-o", target], check=True)
        ours = subprocess.run([mondegreen, "convert", "-q", target, "--to", "json"], check=True, capture_output=True).stdout
        want = [(each["start_ms"], each["end_ms"], folded(each["text"])) for each in json.loads(ours)["cues"]]
        assert len(want) == 300
        for name, read in readers.items():
            try:
                if name == "ffmpeg" and not shutil.which("ffprobe"):
                    raise ImportError
                got = [(start, end, folded(text)) for start, end, text in read(target)]
            except ImportError:
                print(f"left out: {name} is not installed")
                continue
            ran += 1
            different = [pair for pair in zip(want, got) if pair[0] != pair[1]]
            right = len(got) == len(want) and not different
            bad += not right
            print(f"{name}: {len(got)} cues of {len(want)}" + ("" if right else f", {len(different)} differ: {different[:2]}"))
    sys.exit(1 if bad else 0 if ran else 77)


main()
