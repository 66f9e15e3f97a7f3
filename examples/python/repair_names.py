"""Repair names in plain text, without files and without times."""

import mondegreen as mg

names = mg.Names(
    [
        "Framasoft",
        mg.Name("Ada Lovelace", type="person"),
        mg.Name("Inria", heard_as=["In Ria"]),
    ]
)

text = "Le prix Ada Lovelasse de l'In Ria va cette année à Framassoft."
print(names.repair(text, lang="fr"))
for edit in names.edits(text, lang="fr"):
    print(f"  {edit.before} -> {edit.after}, because:")
    for reason in edit.evidence:
        print(f"    {reason}")
