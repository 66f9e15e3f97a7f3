"""Law 1: no public header includes Boost, ICU, fmt or nlohmann in compiled mode, directly or not.

Also: none includes a standard header that would double what every user pays to include ours.
"""

import concurrent.futures
import re
import subprocess

import tree

FORBIDDEN = re.compile(r"/(boost|unicode|fmt|nlohmann|toml\+\+|CLI|pugixml)(/|\.)")
HEAVY = {"functional", "chrono", "filesystem", "iostream", "regex", "unordered_map"}


def check(header):
    run = subprocess.run(
        [tree.COMPILER, "-std=c++20", "-M", "-x", "c++", "-I", str(tree.ROOT / "include"), str(header)],
        capture_output=True, text=True)
    if run.returncode:
        return [f"{tree.relative(header)}: does not compile alone\n{run.stderr}"]
    found = sorted({p for p in run.stdout.replace("\\\n", " ").split() if FORBIDDEN.search(p)})
    direct = [f"{tree.relative(header)}:{n}: <{name}> is heavy" for n, name in tree.includes(header) if name in HEAVY]
    return [f"{tree.relative(header)}: includes {p}" for p in found[:3]] + direct


with concurrent.futures.ThreadPoolExecutor(2) as pool:
    broken = [line for lines in pool.map(check, tree.public_headers()) for line in lines]
tree.verdict(broken, "law 1, light headers")
