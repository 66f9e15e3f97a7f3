"""Names: files, lists, repair, sounds."""

from __future__ import annotations

from pathlib import Path

import pytest

import mondegreen as mg

PLAIN = """\
# les invités
Anatole Lebraz: Anatole Le Brasse | Anatol Lebras
Douarnenez
"""


def test_a_list() -> None:
    names = mg.Names(["Douarnenez", mg.Name("Inria", ["In Ria"], type="org")])
    assert len(names) == 2 and [each.form for each in names] == ["Douarnenez", "Inria"]
    assert "Inria" in names and "In Ria" not in names
    (inria,) = [each for each in names if each.type == "org"]
    assert (inria.heard_as, inria.language, inria.policy) == (("In Ria",), "", "auto")
    assert (inria.context, inria.not_context) == ((), ())
    assert names.diagnostics == [] and len(mg.Names()) == 0


def test_files(tmp_path: Path) -> None:
    path = tmp_path / "noms.txt"
    path.write_text(PLAIN, encoding="utf-8")
    for names in (mg.Names.load(path), mg.Names.parse(PLAIN), mg.Names.parse(PLAIN.encode("utf-16"))):
        assert [each.form for each in names] == ["Anatole Lebraz", "Douarnenez"]
        assert next(iter(names)).heard_as == ("Anatole Le Brasse", "Anatol Lebras")


def test_a_table_with_a_broken_row_loads_the_rest() -> None:
    table = "name\theard_as\tcolour\nDouarnenez\tDouar Nenez\tblue\n\tsans nom\t\nInria\t\t\n"
    names = mg.Names.parse(table, "noms.tsv")
    assert [each.form for each in names] == ["Douarnenez", "Inria"]
    told = {each.line: each for each in names.diagnostics}
    assert told[1].file == "noms.tsv" and told[1].severity == "warning"
    assert told[3].severity == "error"


def test_repair() -> None:
    names = mg.Names.parse(PLAIN)
    assert names.repair("Merci à Anatole Le Brasse.", lang="fr") == "Merci à Anatole Lebraz."
    several = ["Anatol Lebras parle.", "Rien ici.", ""]
    assert names.repair(several, lang="fr") == ["Anatole Lebraz parle.", *several[1:]]
    assert names.repair("Il a une belle voix.", lang="fr") == "Il a une belle voix."
    assert names.repair("Merci à Anatole Le Brasse.", lang="fr", apply="none") == "Merci à Anatole Le Brasse."


def test_why() -> None:
    (edit,) = mg.Names.parse(PLAIN).edits("Merci à\nAnatole Le Brasse.", lang="fr")
    assert (edit.line, edit.cue, edit.rule, edit.status) == (2, None, "names", "applied")
    assert "Anatole Le Brasse."[edit.column - 1 :].startswith(edit.before)
    assert edit.evidence
    assert mg.replay([edit], "Merci à\nAnatole Le Brasse.") == "Merci à\nAnatole Lebraz."


def test_merge() -> None:
    names = mg.Names.parse(PLAIN)
    names.merge(mg.Names([mg.Name("Douarnenez", ["Douar Nenez"]), "Inria"]))
    assert [each.form for each in names] == ["Anatole Lebraz", "Douarnenez", "Inria"]
    assert names.repair("On va à Douar Nenez.", lang="fr") == "On va à Douarnenez."


def test_misuse() -> None:
    with pytest.raises(TypeError, match="Names.parse"):
        mg.Names("Douarnenez")
    with pytest.raises(mg.Error):
        mg.Names([" "])
    with pytest.raises(mg.Error):
        mg.Name("")
    with pytest.raises(mg.Error, match="policy"):
        mg.Name("Inria", policy="sometimes")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        mg.Name("Inria", "In Ria")
    with pytest.raises(TypeError):
        mg.Names([3])  # type: ignore[list-item]
    with pytest.raises(mg.Error, match="apply"):
        mg.Names().repair("x", apply="maybe")  # type: ignore[call-overload]


def test_sound() -> None:
    assert mg.sound("eau", "fr")[0] == mg.sound("haut", "fr")[0] == "o"
    assert all(isinstance(each, str) for each in mg.sound("Douarnenez", "fr"))


PAGE = """\
• il y a 3 jours
Maryvonne Kerbrazic, directrice des fouilles chez Archeolab, raconte le chantier de la baie.

Catégorie

News
Transcription
00:00 Bonjour Maryvonne Kerbrasique, parlons donc de ce chantier.
00:05 Oui, et Tregastel nous suit depuis le début de ce travail.
00:09 On dit souvent que Tregastel ne donne rien pour cela.
"""


def test_mine() -> None:
    talk = mg.loads(PAGE, name="page.txt")
    mined = mg.mine(talk)
    assert [each.form for each in mined] == ["Maryvonne Kerbrazic", "Archeolab", "Tregastel"]
    guest = mined[0]
    assert (guest.type, guest.found_in, guest.file, guest.line, guest.column) == ("person", "description", "page.txt", 2, 1)
    assert (guest.on_page, guest.in_text, guest.alike) == (1, 0, ("Maryvonne Kerbrasique",))
    assert guest.name.context == ("Archeolab",) and guest.why
    assert mined[2].found_in == "text" and mined[2].name.policy == "review"
    for form in ("tsv", "plain"):
        again = mg.Names.parse(mg.names_file(mined, form))
        assert [each.form for each in again] == [each.form for each in mined] and again.diagnostics == []
    assert [each.form for each in mg.mine(talk, speech=False)] == ["Maryvonne Kerbrazic", "Archeolab"]
    assert "Odile Kerjean" in mg.Names.mine(talk, context="Avec Odile Kerjean.")
    with pytest.raises(mg.Error):
        mg.names_file(mined, "xml")  # type: ignore[arg-type]


def test_clean_uses_the_page() -> None:
    talk = mg.loads(PAGE, name="page.txt")
    assert "Kerbrazic" in mg.clean(talk).transcript[0].text
    assert "Kerbrasique" in mg.clean(talk, mine=False).transcript[0].text


def test_a_saved_index_repairs_as_the_list(tmp_path: Path) -> None:
    names = mg.Names.parse(PLAIN)
    assert names.build("fr", "en") is names
    names.save(tmp_path / "noms.mgx")
    saved = mg.Names.load(tmp_path / "noms.mgx")
    assert [each.form for each in saved] == ["Anatole Lebraz", "Douarnenez"] and len(saved) == 2
    assert saved.repair("Merci à Anatole Le Brasse.", lang="fr") == "Merci à Anatole Lebraz."
    with pytest.raises(mg.Error, match="no language"):
        names.build("xx")
    with pytest.raises(OSError):
        names.save(tmp_path / "none" / "noms.mgx")
    damaged = bytearray((tmp_path / "noms.mgx").read_bytes())
    damaged[len(damaged) // 2] ^= 1
    (tmp_path / "noms.mgx").write_bytes(damaged)
    with pytest.raises(mg.Error, match="damaged"):
        mg.Names.load(tmp_path / "noms.mgx")


def test_explain() -> None:
    names = mg.Names([mg.Name("Maëlle Kerguelen", type="person")])
    (case,) = names.explain("Bonsoir.\nMaëlle Carguelin est là.", "Maëlle Kerguelen", lang="fr")
    assert (case.line, case.column, case.cue, case.outcome) == (2, 1, None, "applied")
    assert "".join(heard for heard, _, _ in case.phones) and all(0 <= cost <= 1 for *_, cost in case.phones)
    assert all(passed for _, passed in case.gates) and case.clues and case.confidence > 0.9
    assert "repaired" in str(case) and '"outcome":"applied"' in case.to_json()
    talk = mg.loads("00:00 On part demain pour Trogestol avec les enfants.\n00:04 Il pleut encore ici.\n", name="talk.txt")
    nearest = mg.Names().explain(talk, "Tregastel", lang="fr")[0]
    assert (nearest.before, nearest.outcome, nearest.cue) == ("Trogestol", "nearest", 0)
    assert mg.Names().explain(talk) == []
    page = mg.loads("Interview avec Maëlle Kerguelen\n\n00:00 Bonsoir Maëlle Carguelin.\n00:04 Bonsoir.\n")
    assert mg.Names().explain(page, lang="fr") == []
    case = mg.Names().explain(page, lang="fr", mine=True)[0]
    assert (case.after, case.outcome) == ("Maëlle Kerguelen", "suggested")
    with pytest.raises(TypeError):
        names.explain(3)  # type: ignore[arg-type]
