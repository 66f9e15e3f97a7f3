"""The package as a whole: types, documentation, examples, and how it leaves."""

from __future__ import annotations

import doctest
import inspect
import pydoc
import subprocess
import sys
from pathlib import Path

import pytest

import mondegreen as mg
import mondegreen._own_rule

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
EXAMPLES = sorted((ROOT / "examples" / "python").glob("*.py"))


def run(*arguments: object, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *map(str, arguments)], cwd=cwd, capture_output=True, text=True, encoding="utf-8", timeout=300
    )


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 4


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: str(path.stem))
def test_an_example_prints_what_stands_beside_it(example: Path) -> None:
    ran = run("-X", "utf8", "-W", "error", example, cwd=ROOT / "examples")
    assert ran.stderr == ""  # nanobind tells here of objects that were leaked
    assert ran.stdout == example.with_suffix(".out").read_text(encoding="utf-8")


def test_mypy_is_content_with_the_package_the_examples_and_the_tests() -> None:
    pytest.importorskip("mypy")
    for files in (["-p", "mondegreen"], EXAMPLES, sorted(HERE.glob("*.py"))):
        checked = run("-m", "mypy", "--strict", "--config-file=", "--cache-dir", "/dev/null", *files, cwd=HERE)
        assert checked.returncode == 0, checked.stdout + checked.stderr


def test_everything_public_is_documented() -> None:
    for name in mg.__all__:
        what = getattr(mg, name)
        if name == "Finding" or name.startswith("__"):
            continue
        assert inspect.getdoc(what), name
        assert what.__module__.startswith("mondegreen"), name
        for member, value in vars(what).items() if inspect.isclass(what) else ():
            if member.startswith("_") or not (callable(value) or isinstance(value, property)):
                continue
            assert inspect.getdoc(value), f"{name}.{member}"


def test_help_reads_well() -> None:
    text = pydoc.plain(pydoc.render_doc(mg))
    assert "talk = mg.load" in text
    assert "class Transcript" in text and "_core.Transcript" not in text
    assert "names: 'Names | None' = None" in text or "names: Names | None = None" in text


def test_the_documentation_of_functions_holds() -> None:
    for module in (mg._functions, mondegreen._own_rule):
        assert doctest.testmod(module).failed == 0


def test_the_version_is_that_of_the_header() -> None:
    header = (ROOT / "include" / "mondegreen" / "config.hpp").read_text(encoding="utf-8")
    assert f'#define MONDEGREEN_VERSION "{mg.__version__}"' in header


def test_the_package_is_typed() -> None:
    assert mg.__file__ is not None
    folder = Path(mg.__file__).parent
    assert (folder / "py.typed").exists() and (folder / "_core.pyi").exists()


LEAVING = """
import threading, mondegreen as mg
names = mg.Names(["Inria"])
mg.register_format("own", ["own"], read=lambda text: mg.Transcript(), write=lambda talk: mg.Names.__name__)
talk = mg.loads("0:01 Bonjour.\\n0:02 Au revoir.\\n", format="text")
kept = [talk, talk[0], mg.clean(talk, names=names), *names, *talk.diagnostics, mg.formats(), mg.rules()]
kept.append(kept)
class Mine(mg.Transcript): pass
mine = Mine(); mine.me = mine; mine.cue = mine.add("Oui.", 0, 1)
try: mg.loads("x", format="none")
except mg.Error as error: saved = error
threading.Thread(target=lambda: mg.loads("x" * 1000)).start()
"""


def test_nothing_leaks_at_the_end() -> None:
    left = run("-c", LEAVING)
    assert (left.returncode, left.stdout, left.stderr) == (0, "", "")


def test_memory_stays_when_calls_repeat() -> None:
    import gc
    import resource

    def peak() -> int:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    def once() -> None:
        talk = mg.loads("0:01 Bonjour Inriya.\n0:02 Au revoir.\n" * 200, format="text")
        mg.clean(talk, names=mg.Names(["Inria"]), lang="fr").transcript.dumps("srt")
        with pytest.raises(mg.Error):
            mg.loads("x", format="hologram")
        talk.to_dict()
        gc.collect()

    for _ in range(20):
        once()
    before = peak()
    for _ in range(60):
        once()
    assert peak() - before < 20_000  # KiB
