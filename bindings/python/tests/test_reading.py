"""load, loads, diagnostics, and what is raised."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import mondegreen as mg
from samples import PAGE, SRT, VTT


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "causerie.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def texts(talk: mg.Transcript) -> list[str]:
    return [cue.text for cue in talk]


def test_a_path_may_be_str_bytes_or_pathlike(page: Path) -> None:
    expected = texts(mg.load(page))
    assert len(expected) == 4
    assert texts(mg.load(str(page))) == expected
    assert texts(mg.load(os.fsencode(page))) == expected


def test_a_path_that_is_no_text(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.srt"
    with open(path, "w", encoding="utf-8") as file:
        file.write(SRT)
    talk = mg.load(path)
    assert len(talk) == 3
    assert os.fsencode(talk.name) == path


def test_text_in_memory_may_be_str_or_bytes() -> None:
    assert texts(mg.loads(SRT)) == texts(mg.loads(SRT.encode())) == texts(mg.loads(SRT.encode("utf-16")))


def test_a_str_is_never_taken_for_another_encoding() -> None:
    assert mg.loads("1\n00:00:01,000 --> 00:00:02,000\nÃ©tÃ©\n", format="srt")[0].text == "Ã©tÃ©"
    with pytest.raises(mg.Error, match="encoding="):
        mg.loads(SRT, encoding="latin-1")


def test_lone_surrogates_become_replacement_characters() -> None:
    assert mg.loads("0:01 un \ud800 deux\n0:03 trois\n", format="text")[0].text == "un \ufffd deux"


def test_bytes_in_an_old_encoding() -> None:
    coded = "1\n00:00:01,000 --> 00:00:02,000\nLe thé, déjà ?\n".encode("cp1252")
    assert mg.loads(coded, encoding="windows-1252")[0].text == "Le thé, déjà ?"
    guessed = mg.loads(coded)
    assert guessed[0].text == "Le thé, déjà ?"
    assert "encoding.guessed" in [each.code for each in guessed.diagnostics]


def test_detection_by_content_and_by_name() -> None:
    assert mg.loads(SRT).format == "srt"
    assert mg.loads(VTT).format == "webvtt"
    assert mg.loads(PAGE).format == "text"
    assert mg.loads(SRT, format="text").format == "text"


def test_files_raise_what_open_raises(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as missing:
        mg.load(tmp_path / "rien.txt")
    assert missing.value.filename == str(tmp_path / "rien.txt")
    with pytest.raises(IsADirectoryError):
        mg.load(tmp_path)
    with pytest.raises(FileNotFoundError):
        mg.Names.load(tmp_path / "rien.tsv")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(page: Path) -> None:
    page.chmod(0)
    with pytest.raises(PermissionError):
        mg.load(page)


def test_a_dash_is_a_file_like_any_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileNotFoundError):
        mg.load("-")


def test_misuse_raises_error() -> None:
    with pytest.raises(mg.Error, match="hologram") as unknown:
        mg.loads(SRT, format="hologram")
    assert isinstance(unknown.value, ValueError)
    assert unknown.value.code == "unknown_format"
    with pytest.raises(mg.Error) as encoding:
        mg.loads(b"x", encoding="morse")
    assert encoding.value.code == "unknown_encoding"
    with pytest.raises(TypeError):
        mg.load(3)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        mg.loads(None)  # type: ignore[arg-type]


def test_strict_refuses_what_is_else_read() -> None:
    unsigned = VTT.removeprefix("WEBVTT\n")
    assert len(mg.loads(unsigned, format="webvtt")) == 3
    with pytest.raises(mg.Error) as refused:
        mg.loads(unsigned, format="webvtt", strict=True)
    assert refused.value.code == "refused"
    assert len(mg.loads(VTT, format="webvtt", strict=True)) == 3


def test_a_diagnostic_says_where() -> None:
    text = SRT + "\n4\n00:00:02,000 --> 00:00:03,000\nRetour.\n"
    talk = mg.loads(text, name="pluie.srt")
    (odd,) = [each for each in talk.diagnostics if each.code == "time.order"]
    line = 2 + text.splitlines().index("4")  # where its times stand
    assert (odd.file, odd.line) == ("pluie.srt", line)
    assert odd.severity == "warning"
    assert odd.message and odd.explanation
    assert str(odd).startswith(f"pluie.srt:{line}:{odd.column}: warning: ")
    assert str(odd).endswith("[time.order]")
    assert odd.render().startswith(str(odd)) and "^" in odd.render()
    assert "\x1b[" in odd.render(color=True)
    assert odd.to_dict()["line"] == line and odd.to_dict()["code"] == "time.order"
    assert (odd.end_line, odd.end_column) >= (odd.line, odd.column)


def test_nothing_at_all() -> None:
    talk = mg.loads("")
    assert len(talk) == 0 and list(talk) == []
    assert [each.code for each in talk.diagnostics] == ["input.empty"]


@pytest.mark.parametrize("junk", [b"\0" * 1000, bytes(range(256)) * 8, b"\xff\xfe\x00", b"00:00 " * 2000])
def test_junk_is_read_without_an_exception(junk: bytes) -> None:
    talk = mg.loads(junk)
    talk.to_dict()
    for each in talk.diagnostics:
        assert str(each)
