"""Line breaks, profiles, layout and check."""

import json
import pathlib

import pytest

import mondegreen as mg

TALK = """00:00 Nous avons longtemps cherché une maison dans la
00:04 vallée parce que ma mère voulait un grand jardin avec
00:08 des pommiers. Mon père disait que c'était trop loin.
"""


def test_break_lines() -> None:
    marked = mg.break_lines("Le boulanger a fermé parce que son four était trop vieux.", lang="fr")
    assert marked.endswith(" <eob>")
    assert mg.break_lines(marked, lang="fr") == marked
    assert mg.break_lines("un deux", lang="fr", max_cpl=4, max_lines=1) == "un <eob> deux <eob>"
    with pytest.raises(mg.Error):
        mg.break_lines("un", max_cpl=0)


def test_profiles(tmp_path: pathlib.Path) -> None:
    known = {p.id: p for p in mg.profiles()}
    assert known["netflix-fr"].characters_a_second == 17
    assert known["bbc"].source
    own = tmp_path / "ours.toml"
    own.write_text('inherits = "netflix-fr"\n[lines]\ncharacters = 30\n')
    for line in mg.break_lines("Le boulanger a fermé parce que son four était trop vieux.", lang="fr", profile=str(own)).replace("<eob>", "<eol>").split("<eol>"):
        assert len(line.strip()) <= 30
    with pytest.raises(mg.Error, match="netfilx"):
        mg.break_lines("un", profile="netfilx")
    own.write_text("[duration]\nleast_ms = 9\nmost_ms = 8\n")
    with pytest.raises(mg.Error, match="9"):
        mg.break_lines("un", profile=str(own))


def test_lay_out_and_check() -> None:
    talk = mg.loads(TALK, language="fr")
    before = " ".join(cue.text for cue in talk).split()
    assert any(f.rule == "lines.length" and f.limit == "> 42" for f in mg.check(talk, profile="netflix"))
    laid = mg.lay_out(talk, profile="netflix")
    assert " ".join(cue.text for cue in laid).split() == before
    assert len(talk) == 3
    assert not [f for f in mg.check(laid, profile="netflix") if f.severity != "note" and f.rule != "reading.speed"]
    mg.lay_out(talk, profile="netflix", inplace=True)
    assert [c.text for c in talk] == [c.text for c in laid]


def test_report() -> None:
    talk = mg.loads(TALK, language="fr")
    made = json.loads(mg.check_report(talk, "json", profile="netflix-fr"))
    assert made["files"][0]["errors"] > 0
    assert mg.check_report(talk, "html").startswith("<!DOCTYPE html>")
    with pytest.raises(mg.Error):
        mg.check_report(talk, "pdf")  # type: ignore[arg-type]
