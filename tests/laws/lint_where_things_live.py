"""What may stand where: third-party headers, Spirit's traps, one TU an .ipp, lists that agree with the files."""

import re

import tree

broken = []


def forbid(paths, pattern, why):
    for path in paths:
        broken.extend(f"{tree.relative(path)}:{line}: {match.group().strip()}: {why}"
                      for line, match in tree.find(path, pattern))


# Spirit's character classes assert on bytes above 0x7F, that is, on every accent; `>` throws.
every_source = tree.sources("include", "src")
forbid(every_source, r"\bx3::(standard::|ascii::|standard_wide::)?(space|alpha|digit|alnum|blank|punct|upper|lower|graph|print|cntrl|xdigit)\b",
       "asserts on bytes above 0x7F; spell the set with char_")
forbid(every_source, r"\bx3::phrase_parse\b", "grammars see one line and skip nothing")

# Third-party headers are private: implementation only, so that a user never compiles them.
outside = [p for p in every_source if tree.IMPL not in p.parents and "cli" not in p.parts]
for path in outside:
    broken += [f"{tree.relative(path)}:{line}: <{name}> belongs into impl/" for line, name in tree.includes(path)
               if re.match(r"(boost|unicode|fmt|nlohmann|toml\+\+)/|pugixml", name)]

# In impl the namespaces impl::languages, impl::rules and impl::formats hide the functions of these names, but only where
# their headers were included before, that is, in header-only mode.
for path in tree.sources("include/mondegreen/impl", suffixes=(".ipp", ".hpp")):
    code = tree.code_only(path)
    if "MONDEGREEN_ABI::impl" in code:
        broken += [f"{tree.relative(path)}:{line}: say mondegreen::{match.group()}"
                   for line, match in tree.find(path, r"(?<![\w:.>])(languages|rules|formats)\(\)(?! noexcept)")]

# Definitions are inline in header-only mode: nothing with internal linkage, or each program part gets its own.
definitions = tree.sources("include", suffixes=(".ipp", ".hpp"))
forbid(definitions, r"(?m)^namespace\s*\{", "an anonymous namespace in a header")
forbid(definitions, r"(?m)^static\s", "a static at namespace scope in a header")

# Every .ipp is compiled by exactly one TU of the same name, and such a TU holds nothing else.
compiled = {}
for path in tree.sources("src", suffixes=(".cpp",)):
    if "cli" in path.relative_to(tree.ROOT / "src").parts:
        continue
    names = [name for _, name in tree.includes(path)]
    code = [line for line in tree.code_only(path).splitlines() if line.strip()]
    expected = f"mondegreen/impl/{path.relative_to(tree.ROOT / 'src').with_suffix('.ipp').as_posix()}"
    if names != [expected] or len(code) != 1:
        broken.append(f"{tree.relative(path)}: should hold #include <{expected}> and nothing else")
    compiled[expected] = path
for path in tree.sources("include", suffixes=(".ipp",)):
    name = path.relative_to(tree.ROOT / "include").as_posix()
    if name not in compiled:
        broken.append(f"{tree.relative(path)}: no TU in src/ includes it; the compiled library lacks it")

# In header-only mode mondegreen.hpp reaches every .ipp, or a program that includes it does not link.
reachable, waiting = set(), [tree.PUBLIC / "mondegreen.hpp"]
while waiting:
    path = waiting.pop()
    if path in reachable or not path.exists():
        continue
    reachable.add(path)
    waiting += [tree.ROOT / "include" / name for _, name in tree.includes(path) if name.startswith("mondegreen/")]
broken += [f"{tree.relative(path)}: mondegreen.hpp does not reach it; header-only programs will not link"
           for path in tree.sources("include", suffixes=(".ipp",)) if path not in reachable]

# The lists: each line has its file, each file its line.
for folder, definition, macro in (("formats", "formats.def", "MONDEGREEN_FORMAT"), ("rules", "rules.def", "MONDEGREEN_RULE"),
                                  ("languages", "languages.def", "MONDEGREEN_LANGUAGE")):
    directory = tree.IMPL / folder
    names = tree.listed(directory / definition, macro)
    # Other files of the folder define internals and no descriptor.
    present = {m.group(1) for p in directory.glob("*.ipp")
               for _, m in tree.find(p, r"(?m)^MONDEGREEN_INLINE (?:format|rule|language) const (\w+)")}
    broken += [f"{tree.relative(directory)}/{definition}: lists {n}, but {n}.ipp is missing" for n in names
               if not (directory / f"{n}.ipp").exists()]
    broken += [f"{tree.relative(directory)}/{n}.ipp: is not in {definition}" for n in sorted(present - set(names))]

tree.verdict(broken, "lint, where things live")
