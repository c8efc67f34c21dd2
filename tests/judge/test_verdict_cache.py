"""The verdict cache: what it gives back, what it never keeps, and how long."""

from __future__ import annotations

import multiprocessing
import os
import random
import time
from pathlib import Path

import pytest

from pytest_lean import Declaration, Message, Pos, Reason, Sorry
from pytest_lean.judge.verdict_cache import Verdict, VerdictCache

KEY = "0123456789abcdef" * 4
PLACE = Pos(3, 4), Pos(3, 9)
VERDICT = Verdict(
    messages=(Message(*PLACE, "type mismatch: ⊢ 1 = 2\nμ", "error", "lean.code"),),
    unproved=(Reason("error", "Lean reports an error", PLACE[0]), Reason("option", "x is set")),
    sorries=(Sorry(*PLACE, "⊢ False"),),
    declarations=(Declaration("Foo.bar", "theorem", *PLACE),),
    unread=(2,),
    axioms=("propext",),
    seconds=0.25,
)


@pytest.fixture
def cache(tmp_path: Path) -> VerdictCache:
    """An empty cache."""
    return VerdictCache(tmp_path)


def _file(folder: Path, key: str = KEY) -> Path:
    return folder / "verdicts" / key[:2] / key


def test_what_was_put_in_comes_out(cache):
    assert cache.get(KEY) is None
    assert cache.put(KEY, VERDICT)
    assert cache.get(KEY) == VERDICT
    assert (cache.hits, cache.misses, cache.kept) == (1, 1, 1)


def test_another_process_finds_it(cache, tmp_path):
    cache.put(KEY, VERDICT)
    assert VerdictCache(tmp_path).get(KEY) == VERDICT


def test_a_verdict_becomes_the_response_it_was(cache):
    response = VERDICT.response("text", "A.lean")
    assert (response.text, response.path, response.env) == ("text", "A.lean", -1)
    assert Verdict.of(response) == Verdict(**{**vars(VERDICT), "axioms": None})


def test_no_other_key_finds_it(cache):
    cache.put(KEY, VERDICT)
    chance = random.Random(20)
    for _ in range(10_000):
        at = chance.randrange(len(KEY))
        other = KEY[:at] + chance.choice("0123456789abcdef") + KEY[at + 1 :]
        assert other == KEY or cache.get(other) is None


def test_an_entry_under_another_key_is_a_miss(cache, tmp_path):
    cache.put(KEY, VERDICT)
    other = "01" + "f" * 62
    os.replace(_file(tmp_path), _file(tmp_path, other))
    assert cache.get(other) is None


def test_a_damaged_entry_is_a_miss(cache, tmp_path):
    cache.put(KEY, VERDICT)
    whole = _file(tmp_path).read_bytes()
    for at in range(0, len(whole), 7):
        for damaged in (whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]):
            _file(tmp_path).write_bytes(damaged)
            assert cache.get(KEY) is None
    cache.put(KEY, VERDICT)
    assert cache.get(KEY) == VERDICT


@pytest.mark.parametrize(
    "words",
    [
        "(kernel) excessive memory consumption detected at 'whnf' (potential solution: ...)",
        "(deterministic) timeout at `whnf`, maximum number of heartbeats (200000) has been reached",
        "maximum recursion depth has been reached",
        "elaboration interrupted",
        "object file 'A.olean' of module A does not exist",
    ],
)
def test_what_lean_says_of_the_machine_is_not_kept(cache, words):
    message = Message(*PLACE, words, "error")
    assert not cache.put(KEY, Verdict((message,), VERDICT.unproved))
    assert cache.get(KEY) is None


@pytest.mark.parametrize("name", ["imports", "unknown"])
def test_what_could_not_be_found_out_is_not_kept(cache, name):
    assert not cache.put(KEY, Verdict(unproved=(Reason(name, "who knows"),)))


def test_a_key_that_is_none_is_refused(cache):
    with pytest.raises(ValueError, match="digest in hexadecimal"):
        cache.get("../../etc/passwd")


def test_a_place_that_cannot_be_written_keeps_nothing(tmp_path):
    (tmp_path / "file").write_text("no folder")
    cache = VerdictCache(tmp_path / "file")
    assert not cache.put(KEY, VERDICT)
    assert cache.get(KEY) is None
    assert cache.prune() == 0


def _fill(folder: str, number: int) -> int:
    cache = VerdictCache(Path(folder))
    wrong = 0
    for turn in range(60):
        key = f"{turn % 20:064x}"
        verdict = Verdict(seconds=float(turn % 20), refusal="x" * (turn % 20 * 500))
        found = cache.get(key)
        wrong += found is not None and found != verdict
        cache.put(key, verdict)
    return wrong


@pytest.mark.slow
def test_many_processes_read_and_write_at_once(tmp_path):
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        assert pool.starmap(_fill, [(str(tmp_path), number) for number in range(3)]) == [0, 0, 0]
    assert not list(tmp_path.rglob(".*"))


def test_what_nobody_asks_for_is_removed(cache, tmp_path):
    other = "f" * 64
    for key in (KEY, other):
        cache.put(key, VERDICT)
    long_ago = time.time() - 31 * 86400
    for key in (KEY, other):
        os.utime(_file(tmp_path, key), (long_ago, long_ago))
    assert cache.get(KEY) == VERDICT
    assert cache.prune(at_most_every=0) == 1
    assert cache.get(KEY) == VERDICT
    assert cache.get(other) is None


def test_the_oldest_are_removed_when_there_are_too_many(tmp_path):
    cache = VerdictCache(tmp_path, most_mb=0.01)
    now = time.time()
    for number in range(20):
        key = f"{number:064x}"
        cache.put(key, Verdict(refusal="x" * 900))
        os.utime(_file(tmp_path, key), (now - 20 + number, now - 20 + number))
    assert cache.prune(at_most_every=0) > 5
    found = [cache.get(f"{number:064x}") is not None for number in range(20)]
    assert found == sorted(found)
    assert found[-1]


def test_only_one_process_prunes_a_day(cache):
    assert cache.prune() == 0
    cache.put(KEY, VERDICT)
    os.utime(cache._file(KEY), (0, 0))
    assert cache.prune() == 0
    assert cache.prune(at_most_every=0) == 1
