"""clean, the ledger, and rules of one's own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import mondegreen as mg
from samples import PAGE

NAMES = mg.Names([mg.Name("Mireille Kervadec", ["Mireille Kervadeq"])])


@mg.rule("shout")
def shout(text: str) -> Iterator[mg.Finding]:
    """Bigger violins."""
    for found in re.finditer("violons", text):
        yield found.start(), found.end(), "VIOLONS"


def test_clean_leaves_its_argument_alone() -> None:
    talk = mg.loads(PAGE, name="luthière.txt")
    before = talk.to_dict()
    result = mg.clean(talk, names=NAMES, lang="fr")
    assert talk.to_dict() == before
    assert "Mireille Kervadec." in result.transcript[0].text
    assert result.transcript.diagnostics == [] or result.transcript.diagnostics[0].code == talk.diagnostics[0].code


def test_an_edit_says_everything() -> None:
    talk = mg.loads(PAGE, name="luthière.txt")
    _, edits = mg.clean(talk, names=NAMES, lang="fr")
    (edit,) = [each for each in edits if each.rule == "names"]
    line = PAGE.splitlines()[edit.line - 1]
    assert line[edit.column - 1 :].startswith(edit.before)
    start, end = edit.column - 1, edit.column - 1 + len(edit.before)
    assert line[:start] + edit.after + line[end:] == line.replace("deq", "dec")
    assert (edit.file, edit.line, edit.cue, edit.start_ms, edit.end_ms) == ("luthière.txt", 3, 0, 0, 4000)
    assert edit.status == "applied" and 0.5 < edit.confidence <= 1 and edit.evidence
    assert json.loads(edit.to_json()) == edit.to_dict()
    assert edit.to_dict()["before"] == edit.before
    assert edit == edits[edits.index(edit)] and edit != 3
    assert edit.before in repr(edit)


def test_two_runs_give_the_same_ledger_and_a_second_pass_changes_nothing() -> None:
    first = mg.clean(mg.loads(PAGE), names=NAMES, lang="fr")
    assert first.edits == mg.clean(mg.loads(PAGE), names=NAMES, lang="fr").edits
    again = mg.clean(first.transcript, names=NAMES, lang="fr")
    assert [each for each in again.edits if each.status == "applied"] == []


def test_in_place_keeps_the_cues() -> None:
    talk = mg.loads(PAGE)
    cue = talk[0]
    result = mg.clean(talk, names=NAMES, lang="fr", inplace=True)
    assert cue.text.endswith("Mireille Kervadec.")
    assert result.transcript[0] == cue


def test_in_place_follows_cues_past_those_taken_out() -> None:
    twice = PAGE + "Ici on répare des violons, des altos, et un violoncelle par an.\n"
    talk = mg.loads(twice)
    held = list(talk)
    texts = [cue.text for cue in held]
    mg.clean(talk, lang="fr", skip=["typography"], inplace=True)
    for cue, text in zip(held, texts):
        if any(cue == left for left in talk):
            assert cue.text.split("\n")[0] == text.split("\n")[0]


def test_replay_and_diff() -> None:
    talk = mg.loads(PAGE, name="luthière.txt")
    result = mg.clean(talk, names=NAMES, lang="fr", rules=[shout])
    replayed = mg.replay(result.edits, talk)
    assert "Mireille Kervadec." in replayed and "des VIOLONS" in replayed
    assert replayed == mg.replay(reversed(result.edits), PAGE) == mg.replay(result.edits, talk.source or "")
    assert mg.replay([], talk) == PAGE
    assert mg.replay(result.edits, "\ufeff" + PAGE) == "\ufeff" + replayed
    undone = mg.replay([each for each in result.edits if each.rule != "shout"], talk)
    assert "des violons" in undone and "Mireille Kervadec." in undone
    with pytest.raises(mg.Error, match="another text"):
        mg.replay(result.edits, PAGE.replace("atelier", "bureau du atelier"))
    with pytest.raises(TypeError):
        mg.replay([3], PAGE)  # type: ignore[list-item]
    assert "+" in result.diff() and "Kervadec" in result.diff()
    assert result.diff() == mg.diff(result.edits)
    assert "\x1b[" in result.diff(color=True)
    assert mg.diff([]) == ""


def test_edits_of_two_texts_do_not_mix() -> None:
    first = mg.clean(mg.loads(PAGE), names=NAMES, lang="fr")
    second = mg.clean(mg.loads(PAGE + "\n"), names=NAMES, lang="fr")
    with pytest.raises(mg.Error, match="more than one"):
        mg.replay(first.edits + second.edits, PAGE)


def test_choosing_rules() -> None:
    ids = [each.id for each in mg.rules()]
    assert {"names", "chrome", "duplicates"} <= set(ids)
    assert all(each.summary for each in mg.rules())
    talk = mg.loads(PAGE)
    assert {each.rule for each in mg.clean(talk, names=NAMES, lang="fr", only=["names"]).edits} == {"names"}
    assert "names" not in {each.rule for each in mg.clean(talk, names=NAMES, lang="fr", skip={"names"}).edits}
    for wrong in ({"only": ["nmaes"]}, {"skip": ["nmaes"]}):
        with pytest.raises(mg.Error, match="names") as unknown:
            mg.clean(talk, **wrong)  # type: ignore[arg-type]
        assert unknown.value.code == "unknown_rule"
    with pytest.raises(TypeError):
        mg.clean(talk, only="names")
    with pytest.raises(mg.Error, match="apply"):
        mg.clean(talk, apply="some")  # type: ignore[arg-type]


def test_applying_nothing() -> None:
    talk = mg.loads(PAGE)
    result = mg.clean(talk, names=NAMES, lang="fr", apply="none", rules=[shout])
    assert result.transcript.to_dict() == talk.to_dict()
    assert {each.status for each in result.edits} <= {"suggested", "reported"}
    assert {"names", "shout"} <= {each.rule for each in result.edits}


def test_a_review_is_gone_by() -> None:
    talk = mg.loads(PAGE)
    first = mg.clean(talk, names=NAMES, lang="fr")
    said = [each.to_dict() for each in first.edits]
    for each in said:
        each["status"] = "rejected"
    nothing = mg.clean(talk, names=NAMES, lang="fr", review=said)
    assert nothing.transcript.to_dict() == talk.to_dict()
    assert [each.to_dict() for each in nothing.edits] == said
    assert mg.clean(talk, names=NAMES, lang="fr", review=first.edits).transcript.to_dict() == first.transcript.to_dict()
    assert mg.not_followed(talk, said, nothing.edits) == []
    assert [each.to_dict() for each in mg.not_followed(talk, said, first.edits)] == [
        each for each, made in zip(said, first.edits) if made.status == "applied"
    ]
    said[0]["before"] = "of another text"
    with pytest.raises(mg.Error, match="<review>:1"):
        mg.clean(talk, review=said)
    by_hand = mg.Transcript()
    by_hand.add("oui", 0, 1000)
    with pytest.raises(mg.Error, match="by hand"):
        mg.clean(by_hand, review=said)


def test_a_rule_of_ones_own() -> None:
    talk = mg.loads(PAGE)
    result = mg.clean(talk, lang="fr", rules=[shout], only=["shout"])
    (edit,) = result.edits
    assert (edit.rule, edit.line, edit.before, edit.after) == ("shout", 4, "violons", "VIOLONS")
    assert "des VIOLONS," in result.transcript[1].text
    assert mg.clean(talk, rules=[shout], only=["shout"], skip=["shout"]).edits == []
    assert shout.__doc__ == "Bigger violins." and list(shout("violons")) == [(0, 7, "VIOLONS")]


def test_any_object_with_an_id_and_an_apply_is_a_rule() -> None:
    class Rain:
        """Positions behind characters of one, two, three and four bytes."""

        id = "rain"

        def apply(self, text: str) -> list[mg.Finding]:
            assert text == "aé–🌧 pluie pluie"
            found: list[mg.Finding] = [(11, 16, "neige"), (0, 0, "« "), (3, 4, "☔")]
            return [*found, (5, 10, "grêle", "suggested"), (4, 5, "", "reported")]

    talk = mg.Transcript()
    talk.add("aé–🌧 pluie pluie", 0, 1000)
    result = mg.clean(talk, rules=[Rain()], only=["rain"])
    assert result.transcript[0].text == "« aé–☔ pluie neige"
    assert sorted(each.status for each in result.edits) == ["applied"] * 3 + ["reported", "suggested"]


def own(findings: Iterable[object]) -> mg.OwnRule:
    return mg.OwnRule("odd", lambda text: findings)  # type: ignore[arg-type,return-value]


@pytest.mark.parametrize(
    ("findings", "error", "says"),
    [
        ([(0, 10_000, "")], mg.Error, "not in the text"),
        ([(-1, 1, "")], mg.Error, "not in the text"),
        ([(2, 1, "")], mg.Error, "not in the text"),
        ([(0, 2, "a"), (1, 3, "b")], mg.Error, "overlap"),
        ([(0, 2)], mg.Error, "finding is"),
        ([(0, 2, "a", "perhaps")], mg.Error, "status"),
        ([(0, 2, 3)], TypeError, None),
        ([("0", 2, "a")], TypeError, None),
        (5, TypeError, None),
    ],
)
def test_a_rule_that_is_wrong_is_told(findings: Iterable[object], error: type[Exception], says: str | None) -> None:
    with pytest.raises(error, match=says):
        mg.clean(mg.loads(PAGE), rules=[own(findings)])


def test_what_a_rule_raises_comes_through_and_nothing_is_changed() -> None:
    class Oops(Exception):
        pass

    @mg.rule("fails")
    def fails(text: str) -> Iterator[mg.Finding]:
        yield 0, 1, "X"
        raise Oops("violon")

    talk = mg.loads(PAGE)
    before = talk.to_dict()
    with pytest.raises(Oops, match="violon"):
        mg.clean(talk, rules=[fails, shout], inplace=True)
    assert talk.to_dict() == before


def test_a_rule_may_use_the_library() -> None:
    talk = mg.loads(PAGE)

    @mg.rule("nested")
    def nested(text: str) -> Iterator[mg.Finding]:
        talk[0].text = "changé entre-temps"
        repaired = NAMES.repair(text, lang="fr")
        if repaired != text:
            yield 0, len(text), repaired

    result = mg.clean(talk, rules=[nested], only=["nested"])
    assert "Kervadec" in result.transcript[0].text
    assert talk[0].text == "changé entre-temps"


def test_ids_of_ones_own_rules_are_their_own() -> None:
    with pytest.raises(mg.Error, match="already"):
        mg.clean(mg.loads(PAGE), rules=[mg.OwnRule("names", shout.apply)])
    with pytest.raises(mg.Error, match="needs an id"):
        mg.clean(mg.loads(PAGE), rules=[mg.OwnRule("", shout.apply)])
    with pytest.raises(AttributeError):
        mg.clean(mg.loads(PAGE), rules=[object()])  # type: ignore[list-item]


def test_a_configuration_file_gives_the_arguments(tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text("Anaïs Delcourt: Annaïs Delcour\n", encoding="utf8")
    (tmp_path / "mondegreen.toml").write_text(
        'language = "fr"\nnames = "names.txt"\nprofile = "strict"\nskip = "turns"\nmine = false\napply = "all"\n'
        '[rules.typography.marks]\nno-break = "ascii"\n',
        encoding="utf8",
    )
    folder = tmp_path / "season"
    folder.mkdir()
    found = mg.find_config(folder / "talk.txt")
    assert found is not None
    settings = mg.load_config(found)
    assert {key: value for key, value in settings.items() if key != "names"} == {
        "lang": "fr",
        "profile": ["strict"],
        "skip": ["turns"],
        "mine": False,
        "apply": "all",
        "settings": {"typography.marks": {"no-break": "ascii"}},
    }
    talk = mg.loads("00:01 Annaïs Delcour est là ?\n")
    assert mg.clean(talk, **settings).transcript[0].text == "Anaïs Delcourt est là ?"


def test_mistakes_in_a_configuration_are_told_all_at_once(tmp_path: Path) -> None:
    path = tmp_path / "mondegreen.toml"
    path.write_text('langage = "fr"\nskip = ["nmes"]\n', encoding="utf8")
    with pytest.raises(mg.Error) as wrong:
        mg.load_config(path)
    assert "did you mean 'language'?" in str(wrong.value)
    assert "did you mean 'names'?" in str(wrong.value)
    with pytest.raises(FileNotFoundError):
        mg.load_config(tmp_path / "none.toml")
