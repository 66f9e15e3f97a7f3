"""convert, the list of formats, and formats of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

import mondegreen as mg
from samples import SRT, VTT


def test_formats() -> None:
    known = {each.id: each for each in mg.formats()}
    assert {"srt", "webvtt", "text", "json"} <= set(known)
    assert known["webvtt"].extensions[0] == "vtt"
    assert known["srt"].can_read and known["srt"].can_write and "times" in known["srt"].carries
    assert known["srt"].name == "SubRip" and "srt" in repr(known["srt"])


def test_results_of_recognisers_are_read() -> None:
    talk = mg.loads('{"result": [{"word": "la", "start": 0.1, "end": 0.4, "conf": 0.9}, '
                    '{"word": "marée", "start": 0.4, "end": 1.0, "conf": 0.5}], "text": "la marée"}')
    assert talk.format == "kaldi"
    assert [cue.text for cue in talk] == ["la marée"]
    assert talk[0].start_ms == 100 and talk[0].end_ms == 1000


def test_paragraphs_have_stamps_where_asked() -> None:
    talk = mg.loads("[00:00:01] Inès : Bonjour.\n[00:00:03] Léa : Bonjour Inès.\n[00:01:10] Léa : On part.\n")
    assert talk.dumps("markdown") == "**[00:00:01] Inès:** Bonjour.\n\n**[00:00:03] Léa:** Bonjour Inès. On part.\n"
    assert talk.dumps("text", stamps="none") == "Inès: Bonjour.\n\nLéa: Bonjour Inès. On part.\n"
    assert talk.dumps("text", stamps=1).count("[") == 2
    for wrong in ("often", 0):
        with pytest.raises(mg.Error):
            talk.dumps("text", stamps=wrong)


def test_convert(tmp_path: Path) -> None:
    (tmp_path / "port.srt").write_text(SRT, encoding="utf-8")
    assert mg.convert(tmp_path / "port.srt", tmp_path / "port.vtt") == []
    back = tmp_path / "retour.txt"
    mg.convert(tmp_path / "port.vtt", str(back), format="webvtt", to="srt")
    assert [cue.text for cue in mg.load(back, format="srt")] == [cue.text for cue in mg.loads(SRT)]
    mg.convert(tmp_path / "port.srt", tmp_path / "port16.srt", output_encoding="UTF-16BE")
    assert (tmp_path / "port16.srt").read_bytes() == SRT.encode("utf-16-be")


def test_convert_tells_what_is_lost(tmp_path: Path) -> None:
    (tmp_path / "bateau.vtt").write_text(VTT, encoding="utf-8")
    told = mg.convert(tmp_path / "bateau.vtt", tmp_path / "bateau.srt")
    assert "format.lost" in {each.code for each in told}
    assert {str(each) for each in mg.loads(VTT, name=told[0].file).losses("srt")} <= {str(each) for each in told}


def test_convert_raises(tmp_path: Path) -> None:
    (tmp_path / "port.srt").write_text(SRT, encoding="utf-8")
    with pytest.raises(FileNotFoundError):
        mg.convert(tmp_path / "rien.srt", tmp_path / "port.vtt")
    with pytest.raises(mg.Error):
        mg.convert(tmp_path / "port.srt", tmp_path / "port.hologram")
    with pytest.raises(mg.Error, match="extension"):
        mg.convert(tmp_path / "port.srt", tmp_path / "port")
    with pytest.raises(FileNotFoundError):
        mg.convert(tmp_path / "port.srt", tmp_path / "nulle" / "part.vtt")
    assert [each.name for each in tmp_path.iterdir()] == ["port.srt"]


def read_ticks(text: str) -> mg.Transcript:
    talk = mg.Transcript()
    for line in text.splitlines():
        tick, _, words = line.partition("=")
        talk.add(words.replace("/", "\n"), int(tick) * 100, int(tick) * 100 + 100)
    return talk


def write_ticks(talk: mg.Transcript) -> str:
    return "".join("{}={}\n".format(cue.start_ms // 100, cue.text.replace("\n", "/")) for cue in talk)


mg.register_format("ticks", ["tick", ".tk"], read=read_ticks, write=write_ticks, name="Ticks")


def test_a_format_of_ones_own(tmp_path: Path) -> None:
    (known,) = [each for each in mg.formats() if each.id == "ticks"]
    assert (known.name, known.extensions, known.can_read, known.can_write) == ("Ticks", ("tick", "tk"), True, True)
    source = tmp_path / "cloche.tick"
    source.write_text("0=Ding/dong\n12=et ding\n", encoding="utf-8")
    talk = mg.load(source)
    assert (talk.format, [cue.text for cue in talk]) == ("ticks", ["Ding\ndong", "et ding"])
    assert [cue.line for cue in talk] == [1, 2]
    assert talk.dumps("tick") == "0=Ding/dong\n12=et ding\n"
    mg.convert(source, tmp_path / "cloche.srt")
    mg.convert(tmp_path / "cloche.srt", tmp_path / "retour.tk")
    assert (tmp_path / "retour.tk").read_text(encoding="utf-8") == source.read_text(encoding="utf-8")


def test_edits_find_their_place_in_a_format_of_ones_own() -> None:
    text = "0=Ding/dong\n12=puis Douar Nenez\n"
    talk = mg.loads(text, format="ticks")
    _, edits = mg.clean(talk, names=mg.Names([mg.Name("Douarnenez", ["Douar Nenez"])]), lang="fr", only=["names"])
    (edit,) = edits
    assert (edit.line, edit.column, edit.before) == (2, 9, "Douar Nenez")
    assert mg.replay(edits, text) == "0=Ding/dong\n12=puis Douarnenez\n"


def test_a_reader_may_let_the_library_read() -> None:
    """A reader that takes a wrapping off: places in the inner text would be nonsense in the outer one."""
    mg.register_format("wrapped", read=lambda text: mg.loads("WEBVTT\n\nNOTE un commentaire\n\n" + text[1:]))
    text = "#00:01.000 --> 00:02.000\nOn va à Douar Nenez.\n"
    talk = mg.loads(text, format="wrapped", name="boîte.w")
    assert [(cue.line, cue.column) for cue in talk] == [(2, 1)]
    talk.dumps("webvtt"), talk.dumps("srt"), talk.to_dict(), talk[:1], [str(each) for each in talk.diagnostics]
    result = mg.clean(talk, names=mg.Names([mg.Name("Douarnenez", ["Douar Nenez"])]), lang="fr")
    assert mg.replay(result.edits, text) == text.replace("Douar Nenez", "Douarnenez")


def test_what_readers_and_writers_raise_comes_through(tmp_path: Path) -> None:
    class Broken(Exception):
        pass

    def fail(what: object) -> mg.Transcript:
        raise Broken(type(what).__name__)

    mg.register_format("broken", ["broken"], read=fail, write=fail)  # type: ignore[arg-type]
    with pytest.raises(Broken, match="str"):
        mg.loads("x", format="broken")
    talk = mg.loads(SRT)
    for misuse in (
        lambda: talk.dumps("broken"),
        lambda: talk.save(tmp_path / "a.broken", encoding="UTF-16LE"),
        lambda: talk.save(tmp_path / "a.broken"),
        lambda: mg.convert(tmp_path / "port.srt", tmp_path / "a.broken"),
    ):
        (tmp_path / "port.srt").write_text(SRT, encoding="utf-8")
        with pytest.raises(Broken, match="Transcript"):
            misuse()
        assert not (tmp_path / "a.broken").exists()
    assert len(mg.loads(SRT)) == 3


def test_readers_and_writers_of_the_wrong_type() -> None:
    mg.register_format("odd", read=lambda text: text, write=lambda talk: 3)  # type: ignore[arg-type,return-value]
    with pytest.raises(TypeError, match="returns a Transcript"):
        mg.loads("x", format="odd")
    with pytest.raises(TypeError, match="returns a str"):
        mg.loads(SRT).dumps("odd")
    mg.register_format("readonly", read=read_ticks)
    with pytest.raises(mg.Error) as cannot:
        mg.loads(SRT).dumps("readonly")
    assert cannot.value.code == "cannot_write"
    for taken in ("srt", "odd"):
        with pytest.raises(mg.Error, match="already"):
            mg.register_format(taken, read=read_ticks)


def test_convert_fixes_what_is_certain(tmp_path: Path) -> None:
    damaged = tmp_path / "a.srt"
    damaged.write_text("0:00:01.000 -> 0:00:02.000\nUn\n", encoding="utf8")
    told = mg.convert(damaged, tmp_path / "b.srt", fix=True)
    assert (tmp_path / "b.srt").read_text(encoding="utf8") == "1\n00:00:01,000 --> 00:00:02,000\nUn\n"
    fixes = {each.code: each.fix for each in told}
    number = fixes["srt.number"]
    assert number is not None and number.replacement == "1\n"
    assert (number.line, number.column, number.end_line, number.end_column) == (1, 1, 1, 1)
    assert mg.convert(tmp_path / "b.srt", tmp_path / "c.srt", fix=True) == []
