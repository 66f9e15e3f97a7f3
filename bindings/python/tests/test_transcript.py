"""Transcript and Cue: what can be seen and changed, and what is written then."""

from __future__ import annotations

import copy
import json
from datetime import timedelta
from pathlib import Path

import pytest

import mondegreen as mg
from samples import PAGE, SRT, VTT


@pytest.fixture
def rain() -> mg.Transcript:
    return mg.loads(SRT)


def test_what_a_cue_shows(rain: mg.Transcript) -> None:
    cue = rain[1]
    assert cue.text == "Tant mieux, dit-elle :\nles seiches aiment ça."
    assert (cue.start_ms, cue.end_ms) == (4000, 6000)
    assert cue.start == timedelta(seconds=4) and cue.duration == timedelta(seconds=2)
    assert (cue.id, cue.index, cue.speaker, cue.words) == ("2", 1, None, [])
    (italic,) = cue.marks
    assert (italic.kind, italic.text, cue.text[italic.start : italic.end]) == ("italic", "Tant mieux", "Tant mieux")
    assert (cue.line, cue.column) == (7, 4)
    assert "Tant mieux" in repr(cue) and "3 cues" in repr(rain)


def test_the_tree_of_a_cue(rain: mg.Transcript) -> None:
    italic, rest = rain[1].tree
    assert (italic.kind, [n.value for n in italic.children]) == ("italic", ["Tant mieux"])
    assert (rest.kind, rest.value, rest.children, rest.time_ms) == ("text", rain[1].text[10:], [], None)
    talk = mg.loads("WEBVTT\n\n00:01.000 --> 00:02.000\n<v.loud Ana>Oui &amp; <lang en>no</lang> <00:01.500>si", format="vtt")
    (voice,) = talk[0].tree
    assert (voice.kind, voice.value, voice.classes) == ("voice", "Ana", "loud")
    assert [(n.kind, n.value, n.time_ms) for n in voice.children] == [
        ("text", "Oui & ", None), ("language", "en", None), ("text", " ", None), ("time", "", 1500), ("text", "si", None),
    ]  # fmt: skip
    assert "Ana" in repr(voice)


def test_positions_count_code_points() -> None:
    text = "Ça va « déborder » 🌧 à Douar Nenez."
    (edit,) = mg.Names([mg.Name("Douarnenez", ["Douar Nenez"])]).edits(text, lang="fr")
    assert edit.column == text.index("Douar") + 1


def test_iteration_and_indices(rain: mg.Transcript) -> None:
    assert len(rain) == 3
    assert [cue.index for cue in rain] == [0, 1, 2]
    assert rain[-1] == rain[2] != rain[0]
    assert len({rain[0], rain[0], rain[1]}) == 2
    assert [cue.index for cue in reversed(list(rain))] == [2, 1, 0]
    assert rain.cues[0] == rain[0]
    for wrong in (3, -4, 10**9):
        with pytest.raises(IndexError):
            rain[wrong]
    with pytest.raises(TypeError):
        rain["1"]  # type: ignore[call-overload]


def test_what_is_set_is_what_is_written(rain: mg.Transcript) -> None:
    cue = rain[0]
    cue.start = timedelta(seconds=1, microseconds=499_600)
    cue.end_ms = 3600
    cue.text = "Il pleut sur le vieux port."
    cue.id = "1bis"
    assert cue.start_ms == 1500
    written = rain.dumps("srt")
    assert "00:00:01,500 --> 00:00:03,600\nIl pleut sur le vieux port.\n" in written
    # What nobody touched is written as it stood.
    assert written.endswith(SRT[SRT.index("2\n00:00:04") :])


def test_setting_text_moves_the_marks(rain: mg.Transcript) -> None:
    cue = rain[1]
    cue.text = "Oh ! Tant mieux, dit-elle :\r\nles seiches adorent ça."
    assert cue.text == "Oh ! Tant mieux, dit-elle :\nles seiches adorent ça."
    (italic,) = cue.marks
    assert italic.text == "Tant mieux"
    cue.text = "Oh ! Tant pis, dit-elle."
    assert cue.text == "Oh ! Tant pis, dit-elle."
    cue.text = "é"
    cue.text = "è"
    assert cue.text == "è"
    cue.text = ""
    assert cue.text == "" and "\n\n" in rain.dumps("srt")


def test_setting_text_keeps_the_times_of_words() -> None:
    talk = mg.loads(
        '{"mondegreen":1,"cues":[{"start_ms":0,"end_ms":900,"text":"un deux trois","words":['
        '{"text":"un","start_ms":0,"end_ms":300},{"text":"deux","start_ms":300,"end_ms":600},'
        '{"text":"trois","start_ms":600,"end_ms":900,"confidence":0.5}]}]}',
        format="json",
    )
    talk[0].text = "zéro un deux virgule trois"
    assert [(word.text, word.start_ms) for word in talk[0].words] == [("un", 0), ("deux", 300), ("trois", 600)]
    assert talk[0].words[2].confidence == 0.5 and talk[0].words[2].end.total_seconds() == 0.9
    talk.shift(100)
    assert talk[0].words[0].start_ms == 100


def test_setting_a_long_text() -> None:
    talk = mg.Transcript()
    cue = talk.add("mot " * 5000 + "fin", 0, 1)
    cue.text = "autre " * 5000 + "fin"
    assert cue.text == "autre " * 5000 + "fin"


def test_speakers() -> None:
    boat = mg.loads(VTT)
    assert boat.speakers == ("Solène", "Yannick")
    assert [cue.speaker for cue in boat] == ["Solène", "Yannick", None]
    boat[2].speaker = "Solène"
    boat[1].speaker = None
    assert [cue.speaker for cue in boat] == ["Solène", None, "Solène"]


def test_times_have_a_range(rain: mg.Transcript) -> None:
    with pytest.raises(mg.Error):
        rain[0].start_ms = 2**53 + 1
    with pytest.raises(TypeError):
        rain[0].start_ms = "1"  # type: ignore[assignment]
    rain[0].end_ms = 2**53
    with pytest.raises(mg.Error):
        rain.shift(1)
    assert rain[0].start_ms == 1000


def test_shift(rain: mg.Transcript) -> None:
    rain.shift(ms=-250)
    assert [cue.start_ms for cue in rain] == [750, 3750, 7000]
    rain.shift(250)
    assert rain.dumps("srt") == SRT


def test_shift_tells_what_would_lie_before_the_start(rain: mg.Transcript) -> None:
    told = rain.shift(-2000, before_ms=4000)
    assert [each.code for each in told] == ["retime.before-start"]
    assert [cue.start_ms for cue in rain] == [0, 4000, 7250]


def test_scale(rain: mg.Transcript) -> None:
    assert rain.scale(2) == []
    assert [cue.start_ms for cue in rain] == [2000, 8000, 14500]
    rain.scale(fps=(25, "50"))
    assert [cue.start_ms for cue in rain] == [1000, 4000, 7250]
    for factor, fps in ((None, None), (0.0, None), (None, (25, 0)), (2.0, (1, 2))):
        with pytest.raises(mg.Error):
            rain.scale(factor, fps=fps)


def test_sync(rain: mg.Transcript) -> None:
    rain.sync([(1000, 2000)])
    assert [cue.start_ms for cue in rain] == [2000, 5000, 8250]
    rain.sync([(2000, 2000), (5000, 8000)])
    assert [cue.start_ms for cue in rain] == [2000, 8000, 14500]
    with pytest.raises(mg.Error):
        rain.sync([])


def test_sync_like(rain: mg.Transcript) -> None:
    other = rain.copy()
    rain.shift(1500)
    fit, parts, told = rain.sync_like(other)
    assert fit > 0.99 and told == []
    assert parts == [(0, 3, 1.0, -1500.0)]


def test_take_times(rain: mg.Transcript) -> None:
    text = mg.Transcript()
    for cue in rain:
        text.add(cue.text.upper())
    matched, words, told = text.take_times(rain)
    assert matched == words > 0 and told == []
    assert [cue.start_ms for cue in text] == [cue.start_ms for cue in rain]
    with pytest.raises(mg.Error):
        rain.take_times(_untimed())


def _untimed() -> mg.Transcript:
    text = mg.Transcript()
    text.add("Sans horloge.")
    return text


def test_a_slice_is_a_transcript_of_its_own(rain: mg.Transcript) -> None:
    part = rain[1:]
    assert isinstance(part, mg.Transcript)
    assert [cue.id for cue in part] == ["2", "3"]
    part[0].text = "Autre chose."
    assert rain[1].text.startswith("Tant mieux")
    assert part.dumps("srt").count("-->") == 2
    assert [cue.id for cue in rain[::-1]] == ["3", "2", "1"]
    assert len(rain[5:]) == 0


def test_a_slice_keeps_what_belongs_to_it() -> None:
    boat = mg.loads(VTT)
    assert boat[:].dumps("webvtt").count("NOTE") == 2  # between the first and the last cue, and none around them
    first = boat[:1].dumps("webvtt")
    assert first.startswith("WEBVTT\n") and "::cue" in first and "Solène" in first
    assert "NOTE" not in first and "filet" not in first


def test_cues_stay_who_they_are_when_others_go(rain: mg.Transcript) -> None:
    first, second, third = rain
    del rain[0]
    assert (len(rain), second.index, third.index) == (2, 0, 1)
    assert third.text.startswith("Ça va")
    with pytest.raises(mg.Error, match="no longer"):
        first.text
    assert "taken out" in repr(first)
    for cue in rain:
        del rain[cue.index]
    assert len(rain) == 0
    with pytest.raises(IndexError):
        del rain[0]


def test_del_of_a_slice(rain: mg.Transcript) -> None:
    last = rain[2]
    del rain[:2]
    assert [cue.id for cue in rain] == ["3"]
    assert last.index == 0


def test_a_cue_outlives_its_transcript() -> None:
    cue = mg.loads(SRT)[0]
    assert cue.text == "Il pleut sur le port."


def test_a_transcript_by_hand() -> None:
    talk = mg.Transcript(language="fr")
    cue = talk.add("On y va ?", 0, 1500, speaker="Maud", id="a")
    talk.add("Oui.", start_ms=1500, end_ms=2500)
    assert (cue.speaker, cue.id, cue.line, talk.source, talk.format) == ("Maud", "a", None, None, "")
    assert talk.timed and talk.language == "fr"
    assert "00:00:01,500 --> 00:00:02,500\nOui.\n" in talk.dumps("srt")
    with pytest.raises(mg.Error, match="start_ms and end_ms"):
        talk.add("Quand ?")
    with pytest.raises(mg.Error, match="both"):
        talk.add("Quand ?", 3)


def test_without_a_clock() -> None:
    talk = mg.Transcript()
    talk.add("Il était une fois un phare.")
    talk.add("Personne n'y montait plus.")
    assert not talk.timed
    for misuse in (lambda: talk.shift(1), lambda: talk.add("x", 1, 2), lambda: setattr(talk[0], "start_ms", 1)):
        with pytest.raises(mg.Error):
            misuse()
    assert [each.code for each in talk.losses("srt")] == ["time.estimated"]
    assert talk.dumps("srt").count("-->") == 2 and not talk.timed
    assert talk.estimate_times() and talk.timed and not talk.estimate_times()
    assert talk[1].start_ms >= 1000


def test_metadata(rain: mg.Transcript) -> None:
    assert dict(rain.metadata) == {}
    rain.metadata = {"title": "Le port", "date": "2024"}
    assert rain.metadata["title"] == "Le port"
    with pytest.raises(TypeError):
        rain.metadata["title"] = "x"
    rain.metadata = {**rain.metadata, "title": "Le vieux port"}
    assert dict(rain.metadata) == {"title": "Le vieux port", "date": "2024"}
    rain.metadata = {}
    assert not rain.metadata


def test_a_page_loses_nothing() -> None:
    talk = mg.loads(PAGE)
    seen = [*talk.metadata.values(), *(block.text for block in talk.kept), *(cue.text for cue in talk)]
    for word in PAGE.split():
        assert word[0].isdigit() or any(word in text for text in seen), word
    assert {block.kind for block in talk.kept} <= {"chrome", "unknown", "header"}
    assert all(block.line for block in talk.kept)


@pytest.mark.parametrize("text", [SRT, VTT, SRT.replace("\n", "\r\n")])
def test_untouched_is_byte_for_byte(text: str, tmp_path: Path) -> None:
    talk = mg.loads(text)
    assert talk.dumps(talk.format) == text
    assert talk.source == text
    target = tmp_path / f"copie.{talk.format}"
    assert talk.save(target, talk.format) == []
    assert target.read_bytes() == text.encode()


def test_json_carries_everything() -> None:
    boat = mg.loads(VTT)
    again = mg.loads(boat.dumps("json"), format="json")
    assert again.to_dict() == boat.to_dict() == json.loads(boat.dumps("json"))
    assert [cue.text for cue in again] == [cue.text for cue in boat]
    assert boat.to_dict()["cues"][0]["start_ms"] == 1000


def test_copies_share_nothing(rain: mg.Transcript) -> None:
    for twin in (rain.copy(), copy.copy(rain), copy.deepcopy(rain)):
        twin[0].text = "Il neige."
        assert rain[0].text == "Il pleut sur le port."


def test_save(rain: mg.Transcript, tmp_path: Path) -> None:
    assert rain.save(tmp_path / "port.vtt") == []
    assert (tmp_path / "port.vtt").read_text(encoding="utf-8").startswith("WEBVTT\n")
    rain.save(str(tmp_path / "port"), "srt")
    assert (tmp_path / "port").read_text(encoding="utf-8") == SRT
    rain.save(tmp_path / "port16.srt", encoding="UTF-16LE", bom=True)
    assert (tmp_path / "port16.srt").read_bytes() == b"\xff\xfe" + SRT.encode("utf-16-le")
    told = rain.save(tmp_path / "port1252.srt", encoding="windows-1252")
    assert [each.code for each in told] == ["encoding.unmappable"]


def test_save_raises(rain: mg.Transcript, tmp_path: Path) -> None:
    with pytest.raises(mg.Error) as unknown:
        rain.save(tmp_path / "port.hologram")
    assert unknown.value.code == "unknown_format"
    with pytest.raises(mg.Error):
        rain.save(tmp_path / "port")
    with pytest.raises(mg.Error):
        rain.save(tmp_path / "port.srt", encoding="morse")
    with pytest.raises(FileNotFoundError):
        rain.save(tmp_path / "nulle" / "part.srt")
    with pytest.raises(IsADirectoryError):
        rain.save(tmp_path, "srt")
    assert list(tmp_path.iterdir()) == []


def test_iterating_makes_cues_as_they_are_asked_for(rain: mg.Transcript) -> None:
    cues = iter(rain)
    assert iter(cues) is cues
    first = next(cues)
    rain.add("encore", 90_000, 91_000)
    del rain[0]
    # Neither the cue added since nor anything twice; a cue taken out says so.
    assert [each.text for each in cues] == [each.text for each in rain][:-1]
    with pytest.raises(mg.Error):
        _ = first.text
    with pytest.raises(StopIteration):
        next(cues)
