#!/usr/bin/env python3
"""docs/diagnostics.md from diagnostics.def: without arguments checks that it is current, with --update writes it."""
import ast, pathlib, re, sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LISTED = ROOT / "include/mondegreen/diagnostics.def"
PAGE = ROOT / "docs/diagnostics.md"
STRING = r'"(?:[^"\\]|\\.)*"'
ENTRY = re.compile(rf'MONDEGREEN_DIAGNOSTIC\(\s*(\w+)\s*,\s*({STRING})\s*,\s*(\w+)\s*,\s*({STRING})\s*,\s*((?:{STRING}\s*)+)\)')


def text(literals):
    return "".join(ast.literal_eval(each) for each in re.findall(STRING, literals))


def page():
    out = ["# Diagnostics", "",
           "What a reader met in a text and what it did about it. Each stands on standard error as `file:line:column:",
           "severity: message [code]`, or in the file that `--diagnostics` names as one JSON object a line. Bad text never stops",
           "the work: a note is worth knowing, a warning means that something was odd and how it was taken, an error that",
           "something is not in the result. With `--strict`, warnings and errors give exit status 1.", "",
           "This page is made from [diagnostics.def](../include/mondegreen/diagnostics.def) by `tests/cli/diagnostics_page.py --update`.", ""]
    source = LISTED.read_text(encoding="utf8")
    for section in re.split(r"^// -- ", source, flags=re.M)[1:]:
        title, _, body = section.partition("\n")
        out += [f"## {title[0].upper()}{title[1:]}", ""]
        for _, name, level, summary, explanation in ENTRY.findall(body):
            out += [f"### `{text(name)}`", "", f"{level.capitalize()}: {text(summary)}. {text(explanation)}", ""]
    assert len(ENTRY.findall(source)) == source.count("\nMONDEGREEN_DIAGNOSTIC("), "an entry this script cannot read"
    return "\n".join(out).rstrip() + "\n"


if "--update" in sys.argv:
    PAGE.write_text(page(), encoding="utf8")
elif not PAGE.exists() or PAGE.read_text(encoding="utf8") != page():
    sys.exit("docs/diagnostics.md is not what diagnostics.def says; run tests/cli/diagnostics_page.py --update")
