"""From a pasted page to repaired names without a names file: what the page knows, and why it was used.

Run it in the folder examples/.
"""

import mondegreen as mg

talk = mg.load("demo/emission.txt")

mined = mg.mine(talk)
print(mg.names_file(mined), end="")
print()

names = mg.Names(each.name for each in mined if each.found_in != "text")
for case in names.explain(talk, "Élodie Kermarrec", lang="fr"):
    print(case, end="")
print()

# Plain text, a list at a time; the GIL is free while it works.
print(names.repair(["Bonjour Élodie Quermarec.", "Rien ici."], lang="fr"))
