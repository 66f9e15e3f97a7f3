"""Law 3: layers only look down. A public header, and the implementation behind it, includes nothing of a layer above.

A public header has a layer. What lies under impl/ belongs to the layer of the header it defines or serves:
impl/<name>.ipp to <name>.hpp, a folder to the entry below. impl/text/ knows bytes and characters and nothing of ours.
"""

import tree

LAYERS = [
    "config result text damage pull signs",
    "source diagnostic",
    "timestamp cue transcript edit ledger_file file",
    "decode language",
    "layout profile format srt webvtt cue_tree retime",
    "phonetics lexicon spelling names",
    "rule check configuration",
    "pipeline convert batch",
    "mondegreen",
]
FOLDERS = {"text": "text", "edit": "edit", "decode": "decode", "grammar": "format", "formats": "format", "languages": "language", "phonetics": "phonetics",
           "lexicon": "lexicon", "spelling": "spelling", "names": "names", "profiles": "profile", "toml": "diagnostic", "rules": "rule", "check": "check", "layout": "layout", "retime": "retime"}

LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names.split()}


def subject(path):
    """The name whose layer a file under include/mondegreen belongs to."""
    parts = path.relative_to(tree.PUBLIC).parts
    if parts[0] != "impl":
        return path.stem
    return path.stem if len(parts) == 2 else FOLDERS.get(parts[1])


broken = []
for path in tree.sources("include", suffixes=(".hpp", ".ipp")):
    own = subject(path)
    if own not in LEVEL:
        broken.append(f"{tree.relative(path)}: has no layer; give it one in {__file__}")
        continue
    level = LEVEL[own]
    for line, name in tree.includes(path):
        if not name.startswith("mondegreen/"):
            continue
        target = tree.ROOT / "include" / name
        if not target.exists():
            broken.append(f"{tree.relative(path)}:{line}: <{name}> does not exist")
            continue
        if target.suffix == ".def":
            continue
        above = subject(target)
        if LEVEL.get(above, 0) > level:
            broken.append(f"{tree.relative(path)}:{line}: <{name}> lies in layer {LEVEL[above]} ({above}), "
                          f"above {own} in layer {level}")
tree.verdict(broken, "law 3, layers only look down")
