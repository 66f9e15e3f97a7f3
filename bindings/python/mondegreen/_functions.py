"""The functions of the package."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, TypeAlias, TypedDict, cast

from . import _core
from ._core import CheckFinding, Diagnostic, Edit, Format, MinedName, Names, Profile, RuleInfo, Spelling, Transcript
from ._errors import Error
from ._own_rule import Rule

Path: TypeAlias = "str | bytes | os.PathLike[str] | os.PathLike[bytes]"


class CleanResult(NamedTuple):
    """What ``clean`` made: the transcript, and the ledger of every change."""

    transcript: Transcript
    edits: list[Edit]

    def diff(self, *, color: bool = False, suggestions: bool = True) -> str:
        """The applied edits as a unified diff of the file, suggestions below it as comments."""
        return _core.diff(self.edits, color, suggestions)


class CleanOptions(TypedDict, total=False):
    """Keyword arguments of ``clean``, as ``load_config`` finds them in a file."""

    names: Names
    lang: str
    context: str
    mine: bool
    spelling: Spelling
    only: list[str]
    skip: list[str]
    also: list[str]
    profile: list[str]
    settings: dict[str, dict[str, str]]
    apply: Literal["auto", "all", "none"]


def find_config(path: Path) -> str | None:
    """The configuration file for a transcript: mondegreen.toml or .mondegreen.toml, in its folder or the nearest above."""
    return _core.find_config(path)


def load_config(path: Path) -> CleanOptions:
    """What a configuration file says, as keyword arguments: ``clean(talk, **load_config("mondegreen.toml"))``.

    What it says nothing of is not in it. The names files, the page and the dictionaries it names are read, too; paths in it are taken from
    its folder. The frame rate, which ``clean`` does not take, is left out.

    Raises OSError for a file that cannot be read, Error for dictionaries that are not there and for mistakes, all at once, each with its place and what was
    likely meant.
    """
    return cast(CleanOptions, _core.load_config(path))


def load(
    path: Path,
    *,
    format: str | None = None,
    encoding: str | None = None,
    language: str | None = None,
    strict: bool = False,
) -> Transcript:
    """Reads a transcript or subtitle file.

    ``format`` is an id or extension from ``formats()`` and ``encoding`` an IANA name; both are detected if not given.
    ``language`` is that of the speech, a BCP 47 tag. Odd text is told by ``Transcript.diagnostics`` and never an
    exception, unless ``strict`` asks for the format's specification and nothing more.

    Raises OSError (FileNotFoundError, IsADirectoryError, PermissionError) for a file that cannot be read, Error for an
    unknown format or encoding and, with ``strict``, for damage.
    """
    return _core.load(path, format, encoding, language, strict)


def loads(
    text: str | bytes,
    *,
    format: str | None = None,
    encoding: str | None = None,
    language: str | None = None,
    strict: bool = False,
    name: str = "<text>",
) -> Transcript:
    """Reads a transcript or subtitles from memory: the content of a file, as str or bytes.

    ``name`` is what diagnostics and edits call it, and its extension helps to detect the format. The rest is as in
    ``load``; ``encoding`` is for bytes only.
    """
    return _core.loads(text, format, encoding, language, strict, name)


def convert(
    source: Path,
    target: Path,
    *,
    format: str | None = None,
    to: str | None = None,
    encoding: str | None = None,
    output_encoding: str | None = None,
    strict: bool = False,
    fix: bool = False,
) -> list[Diagnostic]:
    """Changes the format of a file and touches nothing else.

    ``format`` and ``encoding`` are those of the source, detected if not given; ``to`` is the format of the target, by
    default that of its extension; the target is UTF-8 unless ``output_encoding`` says otherwise. The target appears
    whole or not at all.

    ``fix`` makes the repairs that are certain, ``Diagnostic.fix``, first: what is read stays the same, and becomes valid.

    Between SubRip and WebVTT no transcript is made: memory is the file's own size. Returns what was odd in the source
    and what the target cannot carry. Raises as ``load`` and ``Transcript.save`` do.
    """
    return _core.convert(source, target, format, to, encoding, output_encoding, strict, fix)


def clean(
    talk: Transcript,
    *,
    names: Names | None = None,
    lang: str | None = None,
    context: str = "",
    mine: bool = True,
    only: Iterable[str] = (),
    skip: Iterable[str] = (),
    also: Iterable[str] = (),
    profile: str | Iterable[str] = "clean",
    settings: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
    apply: Literal["auto", "all", "none"] = "auto",
    rules: Iterable[Rule] = (),
    inplace: bool = False,
    review: Iterable[Edit | Mapping[str, Any]] = (),
    spelling: Spelling | None = None,
) -> CleanResult:
    """Repairs names and tidies a transcript by the rules of ``rules()``, every change on the ledger.

    ``talk`` stays as it is; with ``inplace`` it is changed, and cues that you hold stay the same cues. ``lang`` is the
    language of the speech (None: the transcript's own, else detected), ``context`` text of the page around it, whose
    names count as evidence. Names that stand in the title, the description, the speaker labels or ``context`` repair
    too, with more care than those of ``names``; not with ``mine=False``. ``profile`` says how much of the wording may
    change: ``strict`` nothing, ``clean`` stutters, sure fillers and what nobody said, ``fluent`` all fillers and
    repetitions; or it is an id of ``profiles()`` or a .toml file to lay the cues out by (see ``lay_out``), or both in a
    list. Without one cues stay as they are. ``only`` and ``skip`` choose rules by id or group, ``also`` adds some that are off by default,
    ``settings`` sets their options: ``{"typography.marks": {"no-break": "ascii"}}``. ``apply``: ``auto`` makes the changes that are
    sure, ``all`` the suggested ones too, ``none`` only suggests. ``rules`` are rules of your own (see ``rule``); they
    run after the library's. What they raise comes through, and nothing is changed then. ``review`` are edits of an earlier
    run, each an Edit or a dict as ``Edit.to_dict`` gives it, whose ``"status"`` you may have changed: what is ``"rejected"``
    is not made, what is ``"applied"`` is, as it stands there; ``not_followed`` tells of what could not be followed. ``spelling``
    are dictionaries: what they know is an ordinary word and hardly a misheard name, and in a language without a list of ordinary
    words names in lower case are repaired only with them.

    Cleaning the result again changes nothing; the same input gives the same ledger. Raises Error for an unknown rule, and
    for a review of another text.
    """
    wordings = ("strict", "clean", "fluent")
    asked = [profile] if isinstance(profile, str) else list(profile)
    layouts = [each for each in asked if each not in wordings]
    for each in layouts:
        _core.break_lines("", lang, each, None, None)  # raises for one that there is not
    done = CleanResult(
        *_core.clean(
            talk,
            names,
            lang,
            context,
            only,
            skip,
            also,
            next((each for each in reversed(asked) if each in wordings), "clean"),
            {rule: dict(options) for rule, options in settings.items()},
            apply,
            rules,
            inplace,
            mine,
            _lines(review),
            spelling,
        )
    )
    for each in layouts:
        done = done._replace(transcript=_core.lay_out(done.transcript, each, lang, (), 0, inplace))
    return done


def not_followed(talk: Transcript, review: Iterable[Edit | Mapping[str, Any]], edits: Iterable[Edit]) -> list[Edit]:
    """What a run with ``review`` did not go by: rejected edits whose words were changed all the same, and applied ones that
    were not made, as another change has the words.

    ``talk`` is the transcript that was cleaned, ``edits`` what ``clean`` gave. Raises Error for a review of another text.
    """
    return _core.not_followed(talk, _lines(review), edits)


def _lines(review: Iterable[Edit | Mapping[str, Any]]) -> str:
    return "".join((each.to_json() if isinstance(each, Edit) else json.dumps(dict(each))) + "\n" for each in review)


def mine(
    talk: Transcript,
    *,
    lang: str | None = None,
    context: str = "",
    speech: bool = True,
) -> list[MinedName]:
    """The names that a transcript and its page show by themselves, as a proposal for a names file.

    Those of the title, the description, the speaker labels and ``context`` (text of the page), and, with ``speech``,
    those that the speech spells alike at least twice. Each says where it stands, what gave it away, and what it is a
    name of where the text shows it. ``names_file`` writes them; ``Names(each.name for each in mined)`` takes those you
    keep.
    """
    return _core.mine(talk, lang, context, speech)


def names_file(mined: Iterable[MinedName], form: Literal["tsv", "plain"] = "tsv") -> str:
    """The text of a names file: a table with a column ``note`` that says where each name was found, or plain lines."""
    return _core.names_file(mined, form)


def replay(edits: Iterable[Edit], text: str | Transcript) -> str:
    """Applies the ``applied`` edits to the text they were made for: the words of the cleaned transcript.

    ``text`` is what the file holds (line ends as they are: ``open(path, newline="")``) or a transcript read from it.
    Leave edits out to undo them. Raises Error if these are edits of another text.
    """
    if isinstance(text, Transcript):
        source = text.source
        if source is None:
            raise Error("the transcript was made by hand: there is no text to apply edits to")
        text = source
    return _core.replay(edits, text)


def diff(edits: Iterable[Edit], *, color: bool = False, suggestions: bool = True) -> str:
    """The applied edits as a unified diff of the text they were made for, suggestions below it as comments."""
    return _core.diff(edits, color, suggestions)


def formats() -> list[Format]:
    """The formats there are, your own included."""
    return _core.formats()


def rules() -> list[RuleInfo]:
    """The cleaning rules of the library in the order they run."""
    return _core.rules()


def sound(word: str, lang: str) -> list[str]:
    """How a word sounds in a language, in the International Phonetic Alphabet; each reading, the likeliest first.

    >>> sound("eau", "fr")[0]
    'o'
    """
    return _core.sound(word, lang)


def register_format(
    id: str,
    extensions: Iterable[str] = (),
    *,
    read: Callable[[str], Transcript] | None = None,
    write: Callable[[Transcript], str] | None = None,
    name: str = "",
) -> None:
    """Makes a format of your own known to ``load``, ``Transcript.save`` and everything else, for this process.

    ``read`` makes a transcript of a text, ``write`` a text of a transcript; either may be missing. A file is read as
    your format when you name it, or when its extension is yours and its text looks like no other format. Lines of a cue
    that stand in the text get their place in it, so edits can say where they are. What your functions raise comes
    through ``load`` and ``save``.

    Raises Error if the id is taken.
    """
    _core.register_format(id, extensions, read, write, name)


def break_lines(
    text: str,
    *,
    lang: str | None = None,
    profile: str | None = None,
    max_cpl: int | None = None,
    max_lines: int | None = None,
) -> str:
    """A sentence with ``<eol>`` where a line and ``<eob>`` where a cue ends.

    The limits are those of ``profile`` (an id of ``profiles()``, or a .toml file), else 42 characters and two lines;
    ``max_cpl`` and ``max_lines`` override them. Words are never changed, and marks in the text are taken out first.

    Raises Error for an unknown profile or limits out of range.
    """
    return _core.break_lines(text, lang, profile, max_cpl, max_lines)


def profiles() -> list[Profile]:
    """The profiles of the library: what clients and broadcasters ask of subtitles."""
    return _core.profiles()


def lay_out(
    talk: Transcript,
    profile: str = "netflix",
    *,
    lang: str | None = None,
    shot_changes: Iterable[float] = (),
    frame_rate: float = 0,
    inplace: bool = False,
) -> Transcript:
    """Readable cues by the rules of a profile: broken anew where that mends something, times fitted.

    ``profile`` is an id of ``profiles()`` or a .toml file. ``shot_changes`` are the cuts of the film in milliseconds;
    with ``frame_rate`` times fall on frames. Words are never changed; laying out the result again changes nothing.
    Returns the laid out transcript, which is ``talk`` itself with ``inplace``.

    Raises Error for an unknown profile or one that contradicts itself.
    """
    return _core.lay_out(talk, profile, lang, shot_changes, frame_rate, inplace)


def check(
    talk: Transcript,
    profile: str = "netflix",
    *,
    lang: str | None = None,
    shot_changes: Iterable[float] = (),
    frame_rate: float = 0,
) -> list[CheckFinding]:
    """What a subtitler's quality control would find: the rules of a profile, line breaks, damaged input."""
    return _core.check(talk, profile, lang, shot_changes, frame_rate)


def check_report(
    talk: Transcript,
    form: Literal["text", "json", "csv", "sarif", "junit", "html"] = "text",
    profile: str = "netflix",
    *,
    lang: str | None = None,
    shot_changes: Iterable[float] = (),
    frame_rate: float = 0,
) -> str:
    """The findings of ``check`` as a report; ``html`` is one page that needs no network."""
    return _core.check_report(talk, form, profile, lang, shot_changes, frame_rate)
