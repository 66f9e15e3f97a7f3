"""Law 2: every public header has a test file of its own name, which includes it first, and stands in mondegreen.hpp.

That each compiles alone is checked by the build (VERIFY_INTERFACE_HEADER_SETS, target headers_stand_alone).
"""

import tree

broken = []
everything = tree.PUBLIC / "mondegreen.hpp"
included = {name for _, name in tree.includes(everything)}
for header in tree.public_headers():
    name = f"mondegreen/{header.name}"
    if header != everything and name not in included:
        broken.append(f"{tree.relative(everything)}: does not include <{name}>")
    test = tree.ROOT / "tests" / f"{header.stem}_test.cpp"
    if not test.exists():
        broken.append(f"tests/{test.name}: missing")
        continue
    first = next((i for _, i in tree.includes(test) if i != "catch.hpp"), None)
    if first != name:
        broken.append(f"tests/{test.name}: includes <{first}> before <{name}>, which may hide what the header lacks")
tree.verdict(broken, "law 2, a test for every header")
