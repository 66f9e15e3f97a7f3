#!/usr/bin/env python3
"""Do players see as many cues as we wrote? usage: read_back.py MONDEGREEN INPUT... [--names FILE]

Cleans each input into SRT and WebVTT and counts the cues that ffprobe reads from both and that a <track> in headless
Chromium reads from the WebVTT. A player that is not installed is left out and named. Exit status 1 if any count differs."""
import functools
import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading

PAGE = """<!doctype html><meta charset=utf-8><video><track default kind=subtitles src="%s"></video><pre id=out>…</pre><script>
const track = document.querySelector('track');
const tell = text => { document.querySelector('#out').textContent = text; };
track.addEventListener('load', () => tell('cues=' + track.track.cues.length));
track.addEventListener('error', () => tell('cues=-1'));
track.track.mode = 'showing';
</script>"""


def written(mondegreen, source, folder, options):
    """How many cues the transcript has after cleaning; a.srt and a.vtt stand in the folder."""
    outputs = [os.path.join(folder, name) for name in ("a.srt", "a.vtt", "a.json")]
    arguments = [mondegreen, "clean", source, "-q", *options]
    for output in outputs:
        arguments += ["-o", output]
    subprocess.run(arguments, check=True, stderr=subprocess.DEVNULL)
    with open(outputs[2], encoding="utf8") as file:
        return len(json.load(file)["cues"])


def by_ffprobe(path):
    out = subprocess.run(["ffprobe", "-v", "error", "-count_packets", "-show_entries", "stream=nb_read_packets", "-of",
                          "csv=p=0", path], capture_output=True, text=True).stdout
    return int(out.strip() or 0)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def by_chromium(browser, folder):
    """A <track> is only read over HTTP, so the folder is served on loopback for the moment."""
    with open(os.path.join(folder, "index.html"), "w", encoding="utf8") as page:
        page.write(PAGE % "a.vtt")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        out = subprocess.run([browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                              "--disable-background-networking", "--disable-component-update", "--disable-sync",
                              f"--user-data-dir={folder}/profile", "--virtual-time-budget=5000", "--dump-dom",
                              f"http://127.0.0.1:{server.server_port}/index.html"], capture_output=True, text=True, timeout=120).stdout
    finally:
        server.shutdown()
    found = re.search(r"cues=(-?\d+)", out)
    return int(found[1]) if found else None


def main():
    arguments = sys.argv[1:]
    options = []
    if "--names" in arguments:
        at = arguments.index("--names")
        options, arguments = arguments[at:at + 2], arguments[:at] + arguments[at + 2:]
    mondegreen, *inputs = arguments
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    ffprobe = shutil.which("ffprobe")
    for name, there in (("ffprobe", ffprobe), ("chromium", browser)):
        if not there:
            print(f"left out: {name} is not installed")
    bad = 0
    for source in inputs:
        with tempfile.TemporaryDirectory() as folder:
            want = written(mondegreen, source, folder, options)
            seen = {}
            if ffprobe:
                seen["ffprobe srt"] = by_ffprobe(os.path.join(folder, "a.srt"))
                seen["ffprobe vtt"] = by_ffprobe(os.path.join(folder, "a.vtt"))
            if browser:
                seen["chromium"] = by_chromium(browser, folder)
        right = all(count == want for count in seen.values())
        bad += not right
        print(f"{os.path.basename(source)}: {want} cues written; " + ", ".join(f"{who} {count}" for who, count in seen.items()) +
              ("" if right else "  DIFFERENT"))
    sys.exit(1 if bad else 0)


main()
