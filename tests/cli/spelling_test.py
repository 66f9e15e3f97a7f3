#!/usr/bin/env python3
"""--spelling does what it says in each command that has it: spelling_test.py MONDEGREEN"""
import pathlib, subprocess, sys, tempfile

broken = []
with tempfile.TemporaryDirectory() as at:
    folder = pathlib.Path(at)
    (folder / "pt_PT.aff").write_text("SET UTF-8\n")
    (folder / "pt_PT.dic").write_text("3\nontem\nfalou\nele\n")
    (folder / "names.txt").write_text("Zuckerberg\n")
    (folder / "talk.txt").write_text("00:01 ontem falou zuquerberg\n")

    def run(*words, text=""):
        done = subprocess.run([sys.argv[1], *words], cwd=folder, input=text, capture_output=True, text=True)
        return done.stdout + done.stderr, done.returncode

    def wants(found, *parts, status=0):
        shown, code = found
        if code != status or not all(part in shown for part in parts):
            broken.append(f"wanted {parts} and exit status {status}, not {code} with\n{shown}")

    told, status = run("names", "repair", "--names", "names.txt", "--spelling", ".", text="")
    if "need the Hunspell library" in told:
        print(told, "nothing else to try without it")
        sys.exit(0)
    names = "--names", "names.txt", "--lang", "pt"
    wants(run("names", "repair", *names, text="ontem falou zuquerberg\n"), "falou zuquerberg")
    wants(run("names", "repair", *names, "--spelling", ".", text="ontem falou zuquerberg\n"), "falou Zuckerberg")
    wants(run("names", "explain", *names, "--spelling", "pt_PT.dic", text="ontem falou zuquerberg\n"), "repaired")
    wants(run("names", "repair", "--names", "names.txt", "--lang", "nl", "--spelling", ".", text="\n"),
          "no spelling dictionary for the language 'nl'; there are: pt_PT")
    wants(run("clean", "talk.txt", *names, "--to", "srt"), "falou zuquerberg")
    wants(run("clean", "talk.txt", *names, "--to", "srt", "--spelling", "pt_PT.dic"), "falou Zuckerberg")
    wants(run("clean", "talk.txt", "--names", "names.txt", "--lang", "fr", "--to", "srt", "--spelling", "."),
          "no spelling dictionary for the language 'fr'; there are: pt_PT")
    wants(run("clean", "talk.txt", *names, "--to", "srt", "--spelling", "none.dic"), "error: none.dic: no such file", status=3)
    (folder / "mondegreen.toml").write_text('spelling = "pt_PT.dic"\n')
    wants(run("clean", "talk.txt", *names, "--to", "srt"), "falou Zuckerberg")
    wants(run("clean", "talk.txt", *names, "--to", "srt", "--spelling", "none"), "falou zuquerberg")
print("\n".join(broken) or "as it says")
sys.exit(bool(broken))
