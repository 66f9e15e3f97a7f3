#!/usr/bin/env python3
"""Each rule of --list-rules has its page in docs/rules, with its summary, and each page its rule: rules_pages.py MONDEGREEN"""
import pathlib, re, subprocess, sys

PAGES = pathlib.Path(__file__).resolve().parent.parent.parent / "docs" / "rules"
listed = subprocess.run([sys.argv[1], "clean", "--list-rules"], capture_output=True, text=True, check=True).stdout
rules = dict(re.findall(r"(?m)^  ([a-z][\w.-]*) +(.*?)(?: \[[a-z ]+\])?(?: \([^()]*--[^()]*\))?$", listed))
pages = {p.stem: p.read_text(encoding="utf8") for p in PAGES.glob("*.md") if p.stem != "README"}
index = (PAGES / "README.md").read_text(encoding="utf8")
broken = [f"docs/rules/{i}.md: is missing" for i in sorted(rules.keys() - pages.keys())]
broken += [f"docs/rules/{i}.md: there is no such rule" for i in sorted(pages.keys() - rules.keys())]
for i in rules.keys() & pages.keys():
    if rules[i][1:] not in pages[i]:
        broken.append(f"docs/rules/{i}.md: lacks the rule's summary")
    if f"[{i}]({i}.md): {rules[i]}" not in index:
        broken.append(f"docs/rules/README.md: lacks [{i}]({i}.md): {rules[i]}")
print("\n".join(broken) or f"{len(rules)} rules, {len(pages)} pages")
sys.exit(bool(broken) or not rules)
