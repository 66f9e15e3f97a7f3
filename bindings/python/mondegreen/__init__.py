"""From a raw timestamped transcript to subtitles a professional would sign.

    import mondegreen as mg

    talk = mg.load("talk.txt")
    names = mg.Names.load("names.txt")
    result = mg.clean(talk, names=names, lang="fr")
    result.transcript.save("talk.srt")
    for edit in result.edits:
        print(edit.line, edit.before, "->", edit.after, edit.confidence)

Times are milliseconds on the media clock where a name ends in ``_ms``, ``datetime.timedelta`` elsewhere. Lines and
columns count from 1, columns in code points, in the file as you have it. Odd text gives diagnostics and never an
exception; misuse raises ``mondegreen.Error``, files that cannot be read or written raise OSError.

Everything that parses, repairs or writes releases the GIL, and objects may be shared between threads.
"""

from ._core import (
    CheckFinding,
    Cue,
    CueNode,
    Diagnostic,
    Edit,
    Fix,
    Format,
    KeptBlock,
    Mark,
    MinedName,
    Name,
    NameCase,
    Names,
    Profile,
    RuleInfo,
    Spelling,
    Transcript,
    Word,
)
from ._core import version as __version__
from ._errors import Error
from ._functions import (
    CleanOptions,
    CleanResult,
    break_lines,
    check,
    check_report,
    clean,
    convert,
    diff,
    find_config,
    formats,
    lay_out,
    load,
    load_config,
    loads,
    profiles,
    mine,
    names_file,
    not_followed,
    register_format,
    replay,
    rules,
    sound,
)
from ._own_rule import Finding, OwnRule, Rule, rule

__all__ = [
    "CheckFinding",
    "CleanOptions",
    "CleanResult",
    "Cue",
    "CueNode",
    "Diagnostic",
    "Edit",
    "Fix",
    "Error",
    "Finding",
    "Format",
    "KeptBlock",
    "Mark",
    "MinedName",
    "Name",
    "NameCase",
    "Names",
    "OwnRule",
    "Profile",
    "Rule",
    "RuleInfo",
    "Spelling",
    "Transcript",
    "Word",
    "__version__",
    "break_lines",
    "check",
    "check_report",
    "clean",
    "convert",
    "diff",
    "find_config",
    "formats",
    "lay_out",
    "load",
    "load_config",
    "loads",
    "profiles",
    "mine",
    "names_file",
    "not_followed",
    "register_format",
    "replay",
    "rule",
    "rules",
    "sound",
]

# Where users find them: in error messages and help().
for _each in (CheckFinding, CleanResult, Cue, CueNode, Diagnostic, Edit, Error, Fix, Format, KeptBlock, Mark, MinedName, Name, NameCase, Names, OwnRule, Profile, Rule, RuleInfo, Spelling,
              Transcript, Word):  # fmt: skip
    _each.__module__ = __name__
del _each
