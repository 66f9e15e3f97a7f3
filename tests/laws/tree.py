"""What the law scripts share: the files of the tree, and how a broken law is reported."""

import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
COMPILER = sys.argv[2] if len(sys.argv) > 2 else "g++"
PUBLIC = ROOT / "include" / "mondegreen"
IMPL = PUBLIC / "impl"

_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"]', re.MULTILINE)
_NOT_CODE = re.compile(
    r'R"(?P<d>[^()\\\s]{0,16})\(.*?\)(?P=d)"'  # raw strings: rule files, word lists
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|(?<![0-9a-zA-Z_])'(?:[^'\\\n]|\\.)+'"
    r"|//[^\n]*|/\*.*?\*/",
    re.DOTALL,
)


def public_headers():
    return sorted(PUBLIC.glob("*.hpp"))


def sources(*folders, suffixes=(".hpp", ".ipp", ".cpp", ".def")):
    """All files of ours under the folders of the root that end so."""
    found = []
    for folder in folders:
        found += [p for p in (ROOT / folder).rglob("*") if p.suffix in suffixes]
    return sorted(found)


def includes(path):
    """(line number, included name) for each #include."""
    text = path.read_text(encoding="utf-8")
    return [(text.count("\n", 0, m.start()) + 1, m.group(1)) for m in _INCLUDE.finditer(text)]


def code_only(path):
    """The text with comments and literals blanked; line numbers stay."""
    text = path.read_text(encoding="utf-8")
    return _NOT_CODE.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text)


def find(path, pattern):
    """(line number, match) of a pattern in the code of a file."""
    text = code_only(path)
    return [(text.count("\n", 0, m.start()) + 1, m) for m in re.finditer(pattern, text)]


def listed(definition, macro):
    """The first arguments of the MACRO(…) lines of a .def file."""
    text = definition.read_text(encoding="utf-8")
    return re.findall(rf"^{macro}\(([A-Za-z0-9_]+)", text, re.MULTILINE)


def relative(path):
    return path.resolve().relative_to(ROOT)


def verdict(broken, law):
    """Ends the script: 0 if `broken` is empty, else 1 with a line for each."""
    for line in broken:
        print(line)
    if broken:
        sys.exit(f"{law}: broken in {len(broken)} place(s)")
    print(f"{law}: kept")
