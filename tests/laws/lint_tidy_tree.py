"""No path of somebody's machine, no file that outgrows its subject, no tab, no trailing space."""

import re
import subprocess

import tree

MACHINE = re.compile(r"(?<![\w.])/(work|home/\w+|root|Users/\w+)/")
TEXT = {".hpp", ".ipp", ".cpp", ".def", ".py", ".pyi", ".cmake", ".txt", ".md", ".toml", ".json", ".in", ".rules", ""}
CODE = {".hpp", ".ipp", ".cpp", ".py"}
LONGEST = 500

try:
    listing = subprocess.run(["git", "-C", str(tree.ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                             capture_output=True, check=True, text=True).stdout
    files = sorted(tree.ROOT / name for name in listing.split("\0") if name)
except (OSError, subprocess.CalledProcessError):  # an unpacked archive
    files = sorted(p for p in tree.ROOT.rglob("*") if p.is_file() and "build" not in p.relative_to(tree.ROOT).parts[:1])

ALLOWED_TOP = {"CMakeLists.txt", "include", "src", "examples", "tests", "bindings", "conan", "bench", "docs", ".ci", "scripts",
               "CMakePresets.json", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md",
               ".clang-format", ".clang-tidy", ".gitignore", ".gitattributes", ".github"}

broken = []
for path in files:
    name = path.relative_to(tree.ROOT)
    if name.parts[0] not in ALLOWED_TOP:
        broken.append(f"{name}: does not belong at the top level")
    if path.suffix not in TEXT or not path.is_file() or path == tree.ROOT / "tests/laws/lint_tidy_tree.py":
        continue
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        continue  # a test input
    for number, line in enumerate(text.splitlines(), 1):
        if MACHINE.search(line):
            broken.append(f"{name}:{number}: names a path of one machine")
        if path.suffix in CODE and (line != line.rstrip() or "\t" in line):
            broken.append(f"{name}:{number}: tab or trailing space")
    if path.suffix in CODE and text.count("\n") > LONGEST:
        broken.append(f"{name}: {text.count(chr(10))} lines; one file, one subject, at most {LONGEST}")

tree.verdict(broken, "lint, a tidy tree")
