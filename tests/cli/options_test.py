#!/usr/bin/env python3
"""--help, the manual page and the completions name the same options: options_test.py MONDEGREEN"""
import pathlib, re, subprocess, sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
COMMANDS = ["clean"], ["convert"], ["shift"], ["scale"], ["sync"], ["names", "mine"], ["names", "build"], ["names", "repair"], ["names", "explain"], ["names", "sound"], ["layout"], ["check"]


def options(text):
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text))


def bash_options():
    """The long options the completion for bash offers for each command."""
    text = (ROOT / "src/cli/completions/mondegreen.bash").read_text()
    return {tuple(label.split()): options(body)
            for label, body in re.findall(r"'([a-z ]+) ?'\*?\)\s*options='([^']*)'", text)}


helped = {}
for command in COMMANDS:
    shown = subprocess.run([sys.argv[1], *command, "--help"], capture_output=True, text=True, check=True).stdout
    helped[tuple(command)] = options(shown.split("Example")[0].replace("with --to,", ""))
every = set().union(*helped.values()) | {"--version"}
broken = []
manual = (ROOT / "docs/man/mondegreen.1").read_text().replace("\\-", "-")
fish = {"--" + name for name in re.findall(r"^complete.*? -l ([a-z-]+)", (ROOT / "src/cli/completions/mondegreen.fish").read_text(), re.M)}
zsh = options((ROOT / "src/cli/completions/_mondegreen").read_text())
for place, found in ("docs/man/mondegreen.1", options(manual)), ("fish", fish), ("zsh", zsh):
    broken += [f"{place}: lacks {o}" for o in sorted(every - found)] + [f"{place}: knows {o}, --help does not" for o in sorted(found - every)]
for command, offered in bash_options().items():
    if command in helped:
        broken += [f"bash: {' '.join(command)} lacks {o}" for o in sorted(helped[command] - offered)]
        broken += [f"bash: {' '.join(command)} offers {o}, --help does not" for o in sorted(offered - helped[command])]
missing = set(helped) - set(bash_options())
broken += [f"bash: no options for {' '.join(c)}" for c in missing]
print("\n".join(broken) or "all the same")
sys.exit(bool(broken))
