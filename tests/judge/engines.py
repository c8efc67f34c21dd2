"""Engines and workers for tests of the judge: they do at once what a proof's text says."""

from __future__ import annotations

import os
import time
from collections import deque
from multiprocessing.connection import Connection

from pytest_lean.judge.answer import Answer
from pytest_lean.judge.engines.protocol import EngineStats, Reply
from pytest_lean.judge.engines.worker import Begun, Cancel, done
from pytest_lean.judge.work import Outcome, Setup, Work


def outcome_of(work: Work) -> Outcome:
    """Return ``proved`` unless the text's first word is another verdict, or a cause."""
    word = work.text.split()[0]
    if word in ("timeout", "memory", "crash", "input"):
        return Outcome("none", work.trust, word, word)
    if word == "flaky" and not work.fresh:
        return Outcome("none", work.trust, "once", "crash")
    return Outcome("rejected" if word == "rejected" else "proved", work.trust, seconds=0.25)


class StubEngine:
    """Does one thing after the other, and notes what it was given."""

    def __init__(self, workers: int = 1, depth: int = 2) -> None:
        self.stats = EngineStats(workers=workers)
        self.given: list[Work] = []
        self.cancelled: list[int] = []
        self.is_closed = False
        self._depth = depth
        self._queue: deque[tuple[int, Work]] = deque()

    def start(self) -> None:
        pass

    def room(self) -> int:
        return self._depth - len(self._queue)

    def headers_wanted(self) -> tuple[tuple[str, ...], ...]:
        return (self.given[-1].header,) if self.given else ()

    def submit(self, number: int, work: Work, header: tuple[str, ...]) -> None:
        assert self.room() > 0
        self.given.append(work)
        self._queue.append((number, work))

    def cancel(self, number: int) -> None:
        self.cancelled.append(number)
        work = dict(self._queue)[number]
        self._queue.remove((number, work))
        self._queue.append((number, Work("crash", None, None, (), work.trust, None)))

    def wait(self, seconds: float) -> list[Reply]:
        if not self._queue:
            time.sleep(min(seconds, 0.01))
            return []
        number, work = self._queue.popleft()
        if work.text.startswith("lost"):
            return [Reply(number, None, "crash", "the worker process ended")]
        return [Reply(number, Answer.of(outcome_of(work)))]

    def wake(self) -> None:
        pass

    def close(self) -> None:
        self.is_closed = True


def worker(file: int) -> None:
    """A worker process without Lean: ``die`` ends it, ``sleep N`` takes N seconds."""
    os.set_inheritable(file, False)
    connection = Connection(file)
    setup = connection.recv()
    assert isinstance(setup, Setup)
    connection.send(Begun())
    while True:
        try:
            message = connection.recv()
        except EOFError:
            return
        if isinstance(message, Cancel):
            continue
        number, *fields = message
        work = Work(*fields)
        if work.text.startswith("die"):
            os._exit(7)
        if work.text.startswith("sleep"):
            time.sleep(float(work.text.split()[1]))
        connection.send(done(number, outcome_of(work), 0.0))


def broken(file: int) -> None:
    """A worker that ends before it is ready."""
    raise SystemExit("no Lean today")
