#!/usr/bin/env python3
"""What must not go wrong whatever the input is, beyond the golden cases: bad_input_test.py MONDEGREEN"""
import json, os, pathlib, resource, signal, subprocess, sys, tempfile, time, unittest

CLI = os.path.abspath(sys.argv.pop(1))


def run(*arguments, cwd, **more):
    return subprocess.run([CLI, *map(str, arguments)], cwd=cwd, capture_output=True, timeout=300, **more)


class BadInput(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.here = pathlib.Path(folder.name)

    def put(self, name, content):
        path = self.here / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def names(self):
        return sorted(p.name for p in self.here.iterdir())

    def test_one_endless_line(self):
        words = "0:01 " + "la mer monte, " * (64 * 1024 * 1024 // 14)
        self.put("talk.txt", words)
        ran = run("convert", "talk.txt", "--to", "json", "-q", cwd=self.here)
        self.assertEqual((ran.returncode, ran.stderr), (0, b""))
        self.assertEqual(json.loads(ran.stdout)["cues"][0]["text"], words[5:].strip())

    def test_endless_line_of_damage(self):
        # A diagnostic in a long line shows a part of the line, not all of it.
        self.put("film.srt", b"1\n00:00:01,000 --> 00:00:02,000\n" + b"\xc3\xa9t\xc3\xa9 \xff et puis tout le reste de la "
                 b"phrase, qui est longue, qui est longue, qui est longue et qui ne dit rien; " * 40_000)
        ran = run("convert", "film.srt", "-o", "out.vtt", cwd=self.here)
        self.assertEqual(ran.returncode, 0)
        self.assertLess(len(ran.stderr), 20_000)
        self.assertIn(b"more like", ran.stderr)

    def test_full_disk(self):
        self.put("talk.txt", "0:01 La mer monte.\n" * 50_000)
        self.put("out.vtt", "old")

        def little_room():
            resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

        ran = run("convert", "talk.txt", "-o", "out.srt", "-o", "out.vtt", "-q", cwd=self.here, preexec_fn=little_room)
        self.assertEqual(ran.returncode, 3, ran.stderr)
        self.assertIn(b"out.srt", ran.stderr)
        self.assertEqual(self.names(), ["out.vtt", "talk.txt"])
        self.assertEqual((self.here / "out.vtt").read_text(), "old")

    def test_full_standard_output(self):
        self.put("talk.txt", "0:01 Bonjour.\n")
        with open("/dev/full", "wb") as full:
            ran = subprocess.run([CLI, "convert", "talk.txt", "--to", "srt"], cwd=self.here, stdout=full,
                                 stderr=subprocess.PIPE)
        self.assertEqual(ran.returncode, 3)
        self.assertIn(b"standard output", ran.stderr)

    def test_interrupted(self):
        for i in range(40):
            self.put(f"talk{i}.txt", "".join(f"0:01 La mer monte de {i + 40 * line} millimètres.\n" for line in range(3000)))
        inputs = [f"talk{i}.txt" for i in range(40)]
        (self.here / "out").mkdir()
        whole = None
        for wait in (0.02, 0.1, 0.3, 0.6):
            child = subprocess.Popen([CLI, "clean", *inputs, "--lang", "fr", "-o", "out/", "--to", "srt", "-q"],
                                     cwd=self.here, stderr=subprocess.DEVNULL)
            time.sleep(wait)
            child.send_signal(signal.SIGINT)
            child.wait()
            for path in (self.here / "out").iterdir():
                self.assertEqual(path.suffix, ".srt", f"left behind: {path.name}")
                # Each has as many cues as its input has lines, or does not exist.
                whole = path.read_text().count(" --> ")
                self.assertEqual(whole, 3000, path.name)
        self.assertEqual([n for n in self.names() if not n.startswith("talk")], ["out"])

    def test_unreadable_file(self):
        self.put("talk.txt", "0:01 Bonjour.\n").chmod(0)
        if os.access(self.here / "talk.txt", os.R_OK):
            self.skipTest("root reads everything")
        ran = run("clean", "talk.txt", "-o", "out.srt", cwd=self.here)
        self.assertEqual(ran.returncode, 3)
        self.assertIn(b"permission", ran.stderr)

    def test_line_filter_answers_at_once(self):
        self.put("names.txt", "Hydroport: Idroport\n")
        with subprocess.Popen([CLI, "names", "repair", "--live", "--names", "names.txt", "--lang", "fr"],
                              cwd=self.here,
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0) as filter_:
            for _ in range(3):
                filter_.stdin.write(b"Chez Idroport.\n")
                self.assertEqual(filter_.stdout.readline(), b"Chez Hydroport.\n")
            filter_.stdin.close()
            self.assertEqual(filter_.wait(), 0)

    def test_control_characters_never_reach_the_terminal(self):
        self.put("talk.txt", "0:10 Bonjour \x1b]0;titre\x07.\n0:05 \x1b[2J\n")
        ran = run("clean", "talk.txt", "--diff", "--color", "never", cwd=self.here)
        self.assertNotIn(b"\x1b", ran.stdout + ran.stderr)

    def test_color(self):
        self.put("talk.txt", "• il y a 2 jours\nTranscription\n0:01 Bonjour.\n")
        for environment, choice, expected in (({}, "auto", False), ({}, "always", True), ({"NO_COLOR": "1"}, "always", True)):
            ran = run("clean", "talk.txt", "--diff", "--color", choice, cwd=self.here, env=os.environ | environment)
            self.assertEqual(b"\x1b" in ran.stdout, expected)

    def test_progress_only_when_asked_for_in_a_pipe(self):
        for name in ("un.txt", "deux.txt"):
            self.put(name, "0:01 Bonjour.\n")
        for choice, expected in (("auto", False), ("always", True), ("never", False)):
            ran = run("clean", "un.txt", "deux.txt", "-o", "out/", "--to", "srt", "--progress", choice, cwd=self.here)
            self.assertEqual(b"[1/2]" in ran.stderr, expected)

    def test_many_files_are_told_in_order(self):
        inputs = [f"{i}.txt" for i in range(30)]
        for i, name in enumerate(inputs):
            self.put(name, "".join(f"0:01 Jour {line}.\n" for line in range(1 + (29 - i) * 40)))
        ran = run("clean", *inputs, "--lang", "fr", "-o", "out/", "--to", "srt", "-j", "4", cwd=self.here)
        told = [line.split(b":")[0].decode() for line in ran.stderr.splitlines() if b"to change" in line]
        self.assertEqual(told, inputs)

    def test_same_ledger_twice(self):
        self.put("names.txt", "Hydroport\nMaëlle Kerguelen\n")
        self.put("talk.txt", "0:01 Chez Idroport, Maelle Kerguélin.\n" * 200)
        ledgers = []
        for i in range(2):
            run("clean", "talk.txt", "--names", "names.txt", "--lang", "fr", "--edits", f"{i}.jsonl", cwd=self.here)
            ledgers.append((self.here / f"{i}.jsonl").read_bytes())
        self.assertEqual(*ledgers)


if __name__ == "__main__":
    unittest.main()
