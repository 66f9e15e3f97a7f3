#!/usr/bin/env python3
"""How right the cleaning rules are: measure_cleaning.py DATA [--cli MONDEGREEN]

DATA is the evaluation set (docs/figures.md): cleanup/disfluency, cleanup/hallucinations, cleanup/mojibake, layout and names.
Where a list was chosen by looking at data, odd lines were looked at and even lines are quoted. Prints a line a figure."""
import difflib, json, pathlib, re, subprocess, sys, tempfile

DATA = pathlib.Path(sys.argv[1])
CLI = sys.argv[sys.argv.index("--cli") + 1] if "--cli" in sys.argv else "mondegreen"


def clean(lines, *options):
    """The ledger of a run over a cue a line, by cue, and the texts that result."""
    with tempfile.TemporaryDirectory() as folder:
        source, ledger, out = (pathlib.Path(folder) / name for name in ("in.json", "edits.jsonl", "out.json"))
        cues = [{"id": str(i), "start_ms": 4000 * i, "end_ms": 4000 * i + 2500, "text": line} for i, line in enumerate(lines)]
        source.write_text(json.dumps({"mondegreen": 1, "cues": cues}, ensure_ascii=False), encoding="utf8")
        subprocess.run([CLI, "clean", source, "-q", "--no-mine", "--edits", ledger, "-o", out, *options], check=True)
        edits = [json.loads(line) for line in ledger.read_text(encoding="utf8").split("\n") if line]
        left = {int(c["id"]): c["text"] for c in json.loads(out.read_text(encoding="utf8"))["cues"]}
    by_cue = {}
    for edit in edits:
        by_cue.setdefault(edit["cue"], []).append(edit)
    return by_cue, [left.get(i) for i in range(len(lines))]


def tokens(text):
    return re.findall(r"\w+['’]?|[^\w\s]", text.lower().replace("’", "'"))


def removed(before, after):
    """Indices of the words of `before` that `after` lacks."""
    out = set()
    for what, i, j, _, _ in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what in ("delete", "replace"):
            out |= {k for k in range(i, j) if before[k][0].isalpha()}
    return out


def rows(name):
    text = (DATA / name).read_text(encoding="utf8").splitlines()
    head, *lines = [line.split("\t") for line in text]
    return [dict(zip(head, line)) for line in lines]


def share(right, all_of):
    return f"{right} of {all_of} ({100 * right / max(all_of, 1):.1f} %)"


def fillers(pairs, half):
    chosen = [p for i, p in enumerate(pairs) if i % 2 == half]
    _, got = clean([p["without_reparanda"] for p in chosen], "--only", "fillers", "--lang", "fr")
    right = took = wanted = 0
    for pair, text in zip(chosen, got):
        before = tokens(pair["without_reparanda"])
        gold, mine = removed(before, tokens(pair["without_reparanda_and_euh"])), removed(before, tokens(text or ""))
        # By how many of each word: which of two equal ones an alignment takes is chance.
        count = lambda some: {w: sum(before[k] == w for k in some) for w in {before[k] for k in some}}
        g, m = count(gold), count(mine)
        right += sum(min(m[w], g.get(w, 0)) for w in m)
        took += sum(m.values())
        wanted += sum(g.values())
    return f"sure fillers: precision {share(right, took)}, recall {share(right, wanted)}"


CLOSED = set("je tu il elle on ils elles le la les un une des du de d' l' j' c' qu' n' s' à au aux en dans pour par avec sans sous sur "
             "que qui où et ou mais donc ce cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs me te se ne".split())


def repeats(pairs, half, rules, skip):
    """Closed-class words that stand twice in a row, marks (or what else `skip` has) between: gone or not, as the annotators say."""
    chosen = [p for i, p in enumerate(pairs) if i % 2 == half]
    texts = [p["verbatim"] for p in chosen]
    _, got = clean(texts, "--only", rules, "--lang", "fr")
    right = took = wanted = 0
    wrong = []
    for pair, text in zip(chosen, got):
        before = [t for t in tokens(pair["verbatim"]) if t not in skip]
        gold = [t for t in tokens(pair["without_reparanda"]) if t not in skip]
        mine = [t for t in tokens(text or "") if t not in skip]
        twice = {before[i] for i in range(1, len(before)) if before[i] == before[i - 1] and before[i] in CLOSED}
        runs = lambda some, w: sum(1 for i in range(1, len(some)) if some[i] == some[i - 1] == w)
        for word in twice:
            there, meant, left = runs(before, word), runs(gold, word), runs(mine, word)
            should, did = there - meant, there - left
            right += min(should, did)
            took += did
            wanted += should
            if did > should:
                wrong.append(pair["verbatim"])
    return f"closed-class repeats: precision {share(right, took)}, recall {share(right, wanted)}", wrong


def human():
    """Sentences that people wrote or mended: the reference sides."""
    out = {"fr": [], "en": []}
    for lang in out:
        for line in (DATA / "layout" / "mustcinema" / f"dev.{lang}").read_text(encoding="utf8").splitlines():
            out[lang].append(re.sub(r" +", " ", re.sub(r"<eo[lb]>", "", line)).strip())
    for path in sorted((DATA / "names").glob("*.tsv")):
        if path.name.startswith("fr"):
            continue # single words
        lines = [line.split("\t") for line in path.read_text(encoding="utf8").split("\n") if line]
        out["en"] += [line[1] for line in lines if len(line) > 1]
    return {lang: [s for s in some if s] for lang, some in out.items()}


def main():
    pairs = rows("cleanup/disfluency/fr-ud-spoken-pairs.tsv")
    for half, name in ((0, "looked at"), (1, "held out")):
        print(f"{name}: {fillers(pairs, half)}")
        print(f"{name}: {repeats(pairs, half, 'stutters', {',', '…'})[0]}")
        print(f"{name}, fillers between: {repeats(pairs, half, 'fillers,stutters', {',', '…', 'euh', 'hum', 'heu'})[0]}")
    phrases = rows("cleanup/hallucinations/merged.tsv")
    rules = "hallucinations,loops,sounds"
    by_cue, left = clean([p["phrase"] for p in phrases], "--only", rules)
    for kind in ("subtitle-credit", "video-outro", "sound-tag", "plausible-speech"):
        for half, name in ((0, "looked at"), (1, "other half")):
            some = [i for i, p in enumerate(phrases) if p["kind"] == kind and i % 2 == half]
            print(f"hallucinations, {kind}, {name}: {share(sum(i in by_cue for i in some), len(some))}")
    all_human = human()
    sentences = all_human["fr"] + all_human["en"]
    sentences = (sentences + [p["without_reparanda_and_euh"] for p in pairs])[:10000]
    by_cue, _ = clean(sentences, "--only", "hallucinations")
    print(f"hallucinations on {len(sentences)} human sentences: {len(by_cue)} touched")
    for lang, some in all_human.items():
        by_cue, _ = clean(some, "--skip", "names,typography", "--lang", lang)
        words = sum(len(s.split()) for s in some)
        applied = [e for edits in by_cue.values() for e in edits if e["status"] == "applied"]
        print(f"edits on human text, {lang}: {len(applied)} in {words} words, {1e4 * len(applied) / max(words, 1):.2f} per 10,000")
        for rule in sorted({e["rule"] for e in applied}):
            print(f"    {rule}: {sum(e['rule'] == rule for e in applied)}")
        if "--show" in sys.argv:
            for e in applied:
                print("   ", e["rule"], some[e["cue"]][:160], "|", repr(e["before"]), "->", repr(e["after"]))
    for name in ("in-the-wild", "synthetic", "negative"):
        cases = json.loads((DATA / "cleanup" / "mojibake" / f"ftfy.{name}.json").read_text(encoding="utf8"))
        _, got = clean([c["original"] for c in cases], "--only", "mojibake")
        wrong = [(c, g) for c, g in zip(cases, got) if g not in (c["fixed"], c.get("fixed-encoding", c["fixed"]))]
        print(f"ftfy's cases, {name}: {share(len(cases) - len(wrong), len(cases))}")
        if "--show" in sys.argv:
            for case, text in wrong:
                print("   ", repr(case["original"][:80]), repr((text or "")[:80]), repr(case.get("fixed-encoding", case["fixed"])[:80]))


main()
