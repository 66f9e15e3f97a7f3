"""Times a Python library on a file in memory: parse.py LIBRARY FILE SECONDS, as the parse.cpp of ours.

With `convert` for SECONDS pysubs2 writes the file as WebVTT beside it, once.
"""

import io
import json
import sys
import time

library, path, seconds = sys.argv[1:4]
with open(path, encoding="utf-8", newline="") as file:
    text = file.read()
vtt = text.startswith("WEBVTT")

if library == "pysubs2":
    import pysubs2
    work = lambda: len(pysubs2.SSAFile.from_string(text, format_="vtt" if vtt else "srt"))
elif library == "srt":
    import srt
    work = lambda: len(list(srt.parse(text)))
elif library == "webvtt-py":
    import webvtt
    work = lambda: len(webvtt.from_buffer(io.StringIO(text), format="vtt" if vtt else "srt"))
elif library == "json": # the parsing alone: what a script does before it looks at a word
    work = lambda: len(json.loads(text)["segments"])
elif library == "mondegreen":
    import mondegreen
    work = lambda: sum(1 for _ in mondegreen.load(path))
else:
    sys.exit(f"unknown library {library}")

if seconds == "convert":
    with open(path + ".pysubs2.vtt", "w", encoding="utf-8") as out:
        out.write(pysubs2.SSAFile.from_string(text, format_="srt").to_string("vtt"))
    sys.exit()

times = []
begin = time.process_time()
# One run of the slow ones says enough.
while not times or time.process_time() - begin < float(seconds):
    start = time.process_time()
    found = work()
    times.append(time.process_time() - start)
times.sort()
name = "mondegreen (Python)" if library == "mondegreen" else library
print(json.dumps({"name": name, "seconds": times[len(times) // 2], "bytes": len(text.encode()), "found": found}))
