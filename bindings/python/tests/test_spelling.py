from pathlib import Path

import mondegreen as mg
import pytest


@pytest.fixture
def dictionaries(tmp_path: Path) -> mg.Spelling:
    """Portuguese of five words, where Hunspell is installed."""
    (tmp_path / "pt_PT.aff").write_text("SET UTF-8\nSFX S Y 1\nSFX S 0 s .\n", encoding="utf8")
    (tmp_path / "pt_PT.dic").write_text("5\nontem\nfalou\ncomboio/S\ncoração\nde\n", encoding="utf8")
    try:
        return mg.Spelling.load(tmp_path)
    except mg.Error as why:
        if "need the Hunspell library" in str(why):
            pytest.skip(str(why))
        raise


def test_what_a_dictionary_knows(dictionaries: mg.Spelling) -> None:
    assert dictionaries.languages == ("pt_PT",)
    assert dictionaries.knows("comboios", "pt") is True
    assert dictionaries.knows("coração", "pt-PT") is True
    assert dictionaries.knows("coracao", "pt") is False
    assert dictionaries.knows("comboios", "fr") is None


def test_names_in_lower_case_are_repaired_where_a_dictionary_knows_the_other_words(dictionaries: mg.Spelling) -> None:
    names = mg.Names(["Zuckerberg"])
    text = "ontem falou zuquerberg"
    right = "ontem falou Zuckerberg"
    assert names.repair(text, lang="pt") == text
    assert names.repair(text, lang="pt", spelling=dictionaries) == right
    assert names.repair([text, "comboios"], lang="pt", spelling=dictionaries) == [right, "comboios"]
    assert [edit.after for edit in names.edits(text, lang="pt", spelling=dictionaries)] == ["Zuckerberg"]
    assert [case.outcome for case in names.explain(text, lang="pt", spelling=dictionaries)] == ["applied"]
    talk = mg.loads("00:01 " + text + "\n")
    cleaned = mg.clean(talk, names=names, lang="pt", spelling=dictionaries).transcript
    assert "Zuckerberg" in cleaned[0].text


def test_a_configuration_names_them(tmp_path: Path, dictionaries: mg.Spelling) -> None:
    path = tmp_path / "mondegreen.toml"
    path.write_text('spelling = "pt_PT.dic"\n', encoding="utf8")
    assert mg.load_config(path)["spelling"].knows("ontem", "pt") is True


def test_what_is_not_there_is_told(tmp_path: Path, dictionaries: mg.Spelling) -> None:
    with pytest.raises(mg.Error, match="none.dic"):
        mg.Spelling.load(tmp_path / "none.dic")
    path = tmp_path / "mondegreen.toml"
    path.write_text('spelling = "none.dic"\n', encoding="utf8")
    with pytest.raises(mg.Error, match="none.dic"):
        mg.load_config(path)
