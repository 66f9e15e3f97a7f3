#!/usr/bin/env python3
"""Golden cases: run.py --cli MONDEGREEN [--update] [CASE...]; run.py --codes

A case is a folder tests/golden/AREA/CASE with a file `cmd`: the arguments of one call of mondegreen a line, as a shell
would read them; lines with # say what the case is for. The other files are its input, but for those it must produce:

    stdout stderr exit      what it prints and its exit status; a missing file stands for nothing, and for 0
    out.* out_* edits.jsonl diagnostics.jsonl      files it writes; out_a.srt stands for out/a.srt
    after.NAME              what becomes of the input NAME; without it the input must stay as it is
    stdin                   goes to standard input

It runs in a copy of its folder. Everything is compared byte for byte, and a file nobody expects is an error, too.
--update writes down what is produced now: look at the diff before you commit it.
--codes checks that every diagnostic of diagnostics.def stands in what some case expects.
"""
import concurrent.futures, difflib, os, pathlib, re, shlex, shutil, subprocess, sys, tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PRINTED = {"stdout", "stderr", "exit"}


def is_expectation(name):
    return name in PRINTED or name.startswith(("out.", "out_", "after.")) or name in ("edits.jsonl", "diagnostics.jsonl")


def calls(case):
    lines = (case / "cmd").read_text(encoding="utf8").splitlines()
    return [shlex.split(line) for line in lines if line.strip() and not line.startswith("#")]


def produce(case, cli):
    """What the case prints and writes: {name: bytes}."""
    made = {"stdout": b"", "stderr": b"", "exit": b""}
    inputs = {p.name: p.read_bytes() for p in case.iterdir()
              if p.is_file() and p.name != "cmd" and not is_expectation(p.name)}
    environment = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "LC_ALL", "LANG")} | {"LC_ALL": "C.UTF-8"}
    with tempfile.TemporaryDirectory() as folder:
        for name, content in inputs.items():
            (pathlib.Path(folder) / name).write_bytes(content)
        for call in calls(case):
            ran = subprocess.run([cli, *call], cwd=folder, env=environment, input=inputs.get("stdin", b""),
                                 capture_output=True, timeout=120)
            made["stdout"] += ran.stdout
            made["stderr"] += ran.stderr
            made["exit"] += b"" if ran.returncode == 0 else b"%d\n" % ran.returncode
        for path in pathlib.Path(folder).rglob("*"):
            name = path.relative_to(folder).as_posix().replace("/", "_")
            if path.is_dir() or inputs.get(name) == path.read_bytes():
                continue
            made["after." + name if name in inputs else name] = path.read_bytes()
        for name in inputs:
            if not (pathlib.Path(folder) / name).exists():
                made["after." + name] = b"(gone)"
    return {name: content for name, content in made.items() if content or name not in PRINTED}


def difference(name, expected, got):
    if expected is None:
        return f"  {name}: not expected\n" + got.decode("utf8", "replace")[:2000]
    if got is None:
        return f"  {name}: expected, not there"
    lines = [text.decode("utf8", "backslashreplace").splitlines(keepends=True) for text in (expected, got)]
    return "".join(list(difflib.unified_diff(*lines, f"{name} expected", f"{name} got"))[:60]) or f"  {name}: bytes differ"


def check(case, cli, update):
    """The differences, as text."""
    got = produce(case, cli)
    expected = {p.name: p.read_bytes() for p in case.iterdir() if p.is_file() and is_expectation(p.name)}
    if update:
        for name in expected.keys() - got.keys():
            (case / name).unlink()
        for name, content in got.items():
            if not is_expectation(name):
                return f"  writes '{name}': name it out.* so that it is known to be no input"
            (case / name).write_bytes(content)
        return ""
    return "\n".join(difference(n, expected.get(n), got.get(n)) for n in sorted(expected.keys() | got.keys())
                     if expected.get(n) != got.get(n))


def cases():
    return sorted(p.parent for p in HERE.glob("*/*/cmd"))


def check_codes():
    listed = re.findall(r'(?m)^MONDEGREEN_DIAGNOSTIC\((\w+), "([^"]+)"',
                        (ROOT / "include/mondegreen/diagnostics.def").read_text(encoding="utf8"))
    seen = set()
    for case in cases():
        for path in case.iterdir():
            if path.name in ("stderr", "diagnostics.jsonl"):
                text = path.read_text(encoding="utf8", errors="replace")
                seen |= set(re.findall(r'"code":"([^"]+)"', text)) | set(re.findall(r"\[([a-z]+\.[a-z-]+)\]", text))
    tests = "".join(p.read_text(encoding="utf8") for p in (ROOT / "tests").rglob("*_test.cpp"))
    # The command line reads no pronunciation rules: those codes have unit tests.
    missing = [name for enumerator, name in listed
               if name not in seen and not (name.startswith("rules.") and f"code::{enumerator}" in tests)]
    for name in missing:
        print(f"{name}: no golden case shows it")
    return 1 if missing else 0


def main(arguments):
    if "--codes" in arguments:
        return check_codes()
    cli = os.path.abspath(arguments[arguments.index("--cli") + 1] if "--cli" in arguments else shutil.which("mondegreen") or "mondegreen")
    wanted = [a for i, a in enumerate(arguments) if not a.startswith("-") and (i == 0 or arguments[i - 1] != "--cli")]
    chosen = [c for c in cases() if not wanted or any(w in c.relative_to(HERE).as_posix() for w in wanted)]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for case, wrong in zip(chosen, pool.map(lambda c: check(c, cli, "--update" in arguments), chosen)):
            if wrong:
                failed += 1
                print(f"{case.relative_to(HERE).as_posix()}\n{wrong}\n")
    print(f"{len(chosen) - failed} of {len(chosen)} golden cases {'written' if '--update' in arguments else 'as expected'}")
    return 1 if failed or not chosen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
