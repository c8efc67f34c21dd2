"""The local engine: worker processes come, die, hang, and end with their driver."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import psutil
import pytest

from pytest_lean import LeanConfig, LeanCrashError
from pytest_lean.judge import Proof, judge
from pytest_lean.judge.engines import local
from pytest_lean.judge.engines.local import LocalEngine
from pytest_lean.judge.work import Setup

SETUP = Setup(LeanConfig(timeout=60))
STUB = ("judge.engines", "worker")


@pytest.fixture
def engine() -> Iterator[LocalEngine]:
    engine = LocalEngine(SETUP, 2, STUB)
    yield engine
    engine.close()


def workers() -> set[int]:
    found = psutil.Process().children()
    return {one.pid for one in found if "judge.engines" in " ".join(one.cmdline())}


def test_workers_answer_and_end_with_the_run(engine: LocalEngine) -> None:
    texts = ["proved", "rejected", "memory"] * 20
    found = list(judge([Proof(i, f"{text} {i}") for i, text in enumerate(texts)], engine=engine))
    assert sorted(one.id for one in found) == list(range(60))
    assert [one.verdict for one in sorted(found, key=lambda one: one.id)][:3] == [
        "proved",
        "rejected",
        "none",
    ]
    assert not workers()


def test_a_worker_that_dies_costs_what_it_was_examining(engine: LocalEngine) -> None:
    proofs = [Proof(i, "die" if i == 5 else f"proved {i}") for i in range(20)]
    found = {one.id: one for one in judge(proofs, engine=engine)}
    assert {id for id, one in found.items() if one.verdict != "proved"} == {5}
    assert (found[5].cause, found[5].attempts) == ("crash", 2)
    assert "exit code 7" in found[5].reason
    assert engine.stats.lost == 2


@pytest.mark.slow
def test_a_worker_that_is_killed_loses_nothing(engine: LocalEngine) -> None:
    judgements = judge((Proof(i, f"sleep 0.1 {i}") for i in range(20)), engine=engine)
    seen = [next(judgements)]
    for pid in workers():
        psutil.Process(pid).kill()
    seen += judgements
    assert sorted(one.id for one in seen) == list(range(20))
    assert {one.verdict for one in seen} == {"proved"}
    assert engine.stats.lost == 2


@pytest.mark.slow
def test_a_worker_that_does_not_answer_is_replaced(
    engine: LocalEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "_GRACE", 0.5)
    proofs = [Proof("hung", "sleep 600", timeout=0.5), Proof("other", "proved")]
    found = {one.id: one for one in judge(proofs, engine=engine)}
    assert (found["hung"].cause, found["hung"].attempts) == ("timeout", 2)
    assert found["other"].verdict == "proved"


@pytest.mark.slow
def test_workers_that_never_start_end_the_run() -> None:
    engine = LocalEngine(SETUP, 2, ("judge.engines", "broken"))
    with pytest.raises(LeanCrashError, match="before they were ready") as caught:
        list(judge([Proof(1, "proved")], engine=engine))
    assert "no Lean today" in str(caught.value)


def test_workers_end_when_their_driver_is_killed() -> None:
    script = (
        "from pytest_lean import LeanConfig\n"
        "from pytest_lean.judge import Proof, judge\n"
        "from pytest_lean.judge.engines.local import LocalEngine\n"
        "from pytest_lean.judge.work import Setup\n"
        f"engine = LocalEngine(Setup(LeanConfig(timeout=600)), 2, {STUB!r})\n"
        "for one in judge([Proof(1, 'proved'), Proof(2, 'sleep 1'), Proof(3, 'sleep 1 more')],\n"
        "    engine=engine):\n"
        "    print('one', flush=True)\n"
    )
    environment = {**os.environ, "PYTHONPATH": ":".join(filter(None, sys.path))}
    driver = subprocess.Popen([sys.executable, "-c", script], stdout=-1, env=environment)
    assert driver.stdout is not None
    try:
        assert driver.stdout.readline() == b"one\n"
        children = psutil.Process(driver.pid).children()
        assert len(children) == 2
    finally:
        driver.kill()
        driver.wait()
        driver.stdout.close()
    _, alive = psutil.wait_procs(children, timeout=60)
    assert not alive
