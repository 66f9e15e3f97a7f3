#!/usr/bin/env python3
"""Writes HTML's named character references as a table, sorted by name in byte order.

    scripts/make_character_references.py > include/mondegreen/impl/formats/character_references.def

The names come from Python's html.entities, which has them from the HTML standard.
"""

from html.entities import html5

print("// HTML's named character references: MONDEGREEN_CHARACTER_REFERENCE(name, text), by name in byte order.")
print("// Those without a semicolon are read without one. Made by scripts/make_character_references.py.")
for name in sorted(html5, key=str.encode):
    value = "".join(f"\\{byte:03o}" for byte in html5[name].encode())
    print(f'MONDEGREEN_CHARACTER_REFERENCE("{name}", "{value}")')
