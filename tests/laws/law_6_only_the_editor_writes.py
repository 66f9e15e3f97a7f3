"""Law 6: every change is an edit. Rules and name repair change text through the editor only.

The type system does most of it (tests/compile_fail/rule_writes_to_cue.cpp): the editor hands out constants. This
closes the ways round it: calling splice, casting const away, keeping a transcript of one's own to write to.
"""

import tree

FORBIDDEN = {
    r"\bsplice\s*\(": "calls splice; say editor.replace",
    r"\bconst_cast\b": "casts const away",
    r"\btranscript\s*&": "takes a transcript it could write to",
}

broken = []
for folder in ("rules", "names"):
    for path in tree.sources(f"include/mondegreen/impl/{folder}", suffixes=(".hpp", ".ipp")):
        for pattern, why in FORBIDDEN.items():
            broken += [f"{tree.relative(path)}:{line}: {why}" for line, _ in tree.find(path, pattern)]
for path in (tree.IMPL / "names.ipp",):
    if path.exists():
        broken += [f"{tree.relative(path)}:{line}: calls splice; say editor.replace"
                   for line, _ in tree.find(path, r"\bsplice\s*\(")]
tree.verdict(broken, "law 6, only the editor writes")
