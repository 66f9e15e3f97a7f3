"""The GIL is released, and sharing objects between threads is safe."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

import mondegreen as mg

LINES = "".join(
    f"{i // 60}:{i % 60:02} Le {i}e jour, la marée montait à Douarnené, disait le gardien.\n"
    for i in range(3000)
)
NAMES = mg.Names(["Douarnenez", "Anatole Lebraz"])


def ticks_during(call: Callable[[], object]) -> int:
    """How often this thread gets to run while another is inside one call: not at all if the call keeps the GIL, but for
    the moments before and after it."""
    inside = threading.Event()
    done = False

    def work() -> None:
        nonlocal done
        inside.set()
        call()
        done = True

    worker = threading.Thread(target=work)
    worker.start()
    inside.wait()
    ticks = 0
    while not done:
        time.sleep(0.0002)
        ticks += 1
    worker.join()
    return ticks


LONG = LINES * 10
TALK = mg.loads(LONG, format="text")


@pytest.mark.parametrize(
    "call",
    [
        lambda: mg.loads(LONG, format="text"),
        lambda: mg.clean(TALK, lang="fr"),
        lambda: mg.clean(TALK[:3000], names=NAMES, lang="fr", inplace=True),
        lambda: TALK.dumps("json"),
        lambda: NAMES.repair(LINES, lang="fr"),
        lambda: NAMES.repair([LINES], lang="fr"),
    ],
    ids=["loads", "clean", "clean in place", "dumps", "repair", "repair a list"],
)
def test_other_threads_run_during_a_call(call: Callable[[], object]) -> None:
    # On a busy machine the other thread may not get its turn; with the GIL kept it never does.
    assert any(ticks_during(call) > 5 for _ in range(20))


def test_many_threads_give_the_result_of_one() -> None:
    expected = NAMES.repair(LINES, lang="fr")
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda _: NAMES.repair(LINES, lang="fr"), range(8))) == [expected] * 8
        ledgers = list(pool.map(lambda _: mg.clean(mg.loads(LINES), names=NAMES, lang="fr").edits, range(4)))
    assert all(each == ledgers[0] for each in ledgers)


def test_a_transcript_may_be_changed_while_it_is_written() -> None:
    talk = mg.loads(LINES, format="text")
    names = mg.Names(["Douarnenez"])
    stop = threading.Event()
    failures: list[BaseException] = []

    def keep_changing() -> None:
        i = 0
        try:
            while not stop.is_set():
                cue = talk[i % len(talk)]
                cue.text = f"{i} fois la marée"
                cue.start_ms = i
                talk.shift(1)
                names.merge(mg.Names([f"Phare {i % 50}"]))
                i += 1
        except BaseException as failure:  # noqa: BLE001 - handed to the main thread
            failures.append(failure)

    threads = [threading.Thread(target=keep_changing) for _ in range(2)]
    for thread in threads:
        thread.start()
    try:
        for _ in range(10):
            assert talk.dumps("srt").count("-->") == len(talk)
            talk.to_dict()
            mg.clean(talk, names=names, lang="fr")
            talk[10:20].dumps("webvtt")
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    assert failures == []


def test_rules_in_python_run_on_many_threads() -> None:
    @mg.rule("tide")
    def tide(text: str) -> list[mg.Finding]:
        at = text.find("marée")
        return [(at, at + 5, "houle")] if at >= 0 else []

    talk = mg.loads(LINES[:20_000])
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda _: mg.clean(talk, rules=[tide], only=["tide"]), range(8)))
    assert all(len(each.edits) == len(talk) for each in results)
