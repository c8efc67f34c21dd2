"""A run: proofs in, verdicts out, in the order in which they are reached.

Promises: each proof has exactly one judgement, whatever dies meanwhile; equal proofs are judged
once; memory does not grow with their number. What gives no verdict is tried once more, on
processes that nothing else has used, before that is final.
"""

from __future__ import annotations

import contextlib
import dataclasses
import marshal
from collections import Counter, deque
from collections.abc import Generator, Iterable, Iterator
from typing import Literal

from pytest_lean.config import LeanConfig
from pytest_lean.judge.answer import Answer, Reached, told_of
from pytest_lean.judge.capacity import auto_workers
from pytest_lean.judge.disk_map import DiskMap, digest_of
from pytest_lean.judge.engines.protocol import Engine, Reply
from pytest_lean.judge.examiner import Examiner
from pytest_lean.judge.feeder import AtOnce, Feeder, Source
from pytest_lean.judge.line_up import LineUp, Task
from pytest_lean.judge.proof import RUNGS, Id, Judgement, Misread, Proof, Rung
from pytest_lean.judge.tally import Tally
from pytest_lean.judge.work import ISOLATIONS, Isolation, Setup, Work
from pytest_lean.public import public

_MOST_ATTEMPTS = 2
# So many proofs a worker are known at most: enough to find equal ones, and ones with the imports
# that a worker has loaded.
_WINDOW_PER_WORKER, _SMALLEST_WINDOW = 32, 256
_LONGEST_WAIT = 0.5
# So many proofs are taken in before somebody looks what is done meanwhile.
_MOST_AT_ONCE = 256


@public
def judge(
    proofs: Iterable[Proof | Misread],
    config: LeanConfig | None = None,
    *,
    workers: int | None = None,
    trust: Rung = "checked",
    isolation: Isolation = "fresh",
    first_pass_wins: bool = False,
    cache: bool = True,
    engine: Literal["local", "ray"] | Engine = "local",
    address: str | None = None,
    tally: Tally | None = None,
) -> Iterator[Judgement]:
    """Judge proofs, and yield the verdicts in the order in which they are reached.

    Args:
        proofs: any number of them; read in a thread of its own, not far ahead.
        config: how Lean is set up: toolchain, imports, options, deadline, memory limit.
        workers: how many proofs are judged at once; None for what cores and memory allow.
        trust: how far they are checked: ``elaborated``, ``checked`` or ``certified``.
        isolation: ``fresh``: each text is elaborated in a process of its own, in a sandbox;
            ``shared``: on a warm worker, for texts of one's own.
        first_pass_wins: whether the other attempts at a problem are skipped once one is proved.
        cache: whether verdicts of earlier runs count, and those of this one are kept.
        engine: ``local``: processes on this machine; ``ray``: actors on a Ray cluster.
        address: of the cluster, ``auto`` for the one that runs; None to start one here.
        tally: is counted into.

    Raises:
        LeanError: no proof could be judged: no Lean, or wrong imports, options, sandbox; raised
            by the call, before anything is judged.
        TypeError, ValueError: a wrong argument.
    """
    config = LeanConfig() if config is None else config
    if trust not in RUNGS:
        raise ValueError(f"trust is one of {', '.join(RUNGS)}, not {trust!r}")
    if isolation not in ISOLATIONS:
        raise ValueError(f"isolation is one of {', '.join(ISOLATIONS)}, not {isolation!r}")
    setup = Setup(config, trust, isolation, cache)
    if isinstance(engine, str):
        engine, setup = prepare(setup, workers, engine, address)
    run = Run(proofs, setup, engine, first_pass_wins=first_pass_wins, tally=tally)
    return _one_by_one(run)


def _one_by_one(run: Run) -> Iterator[Judgement]:
    with contextlib.closing(run.batches()) as batches:
        for batch in batches:
            for reached in batch:
                yield reached.judgement()


def prepare(
    setup: Setup, workers: int | None, engine: str, address: str | None = None
) -> tuple[Engine, Setup]:
    """Return an engine that can judge, and the setup with its toolchain found.

    Raises:
        LeanError: no proof could be judged.
        ValueError: there is no such engine, or it is not installed.
    """
    if engine not in ("local", "ray"):
        raise ValueError(f"engine is local or ray, not {engine!r}")
    config = dataclasses.replace(setup.config, toolchain=setup.config.prepare())
    found = dataclasses.replace(setup, config=config)
    examiner = Examiner(dataclasses.replace(found, cache=False))
    try:
        examiner.try_out()
    finally:
        examiner.close()
    if engine == "ray":
        from pytest_lean.judge.engines.ray import RayEngine

        return RayEngine(setup, workers, address), found
    from pytest_lean.judge.engines.local import LocalEngine

    count = workers or auto_workers(config.memory_hard_limit_mb)
    return LocalEngine(found, count), found


class Run:
    """One run.

    Args:
        proofs: what is judged.
        setup: what they have in common.
        engine: where; it is started, and ended, by the run.
        first_pass_wins: see :func:`judge`.
        solved: the problems that an earlier run has solved.
        tally: is counted into.
        is_quick: whether no proof has to be waited for, since they stand in a file.
    """

    def __init__(
        self,
        proofs: Iterable[Proof | Misread],
        setup: Setup,
        engine: Engine,
        *,
        first_pass_wins: bool = False,
        solved: DiskMap | None = None,
        tally: Tally | None = None,
        is_quick: bool = False,
    ) -> None:
        self._proofs = proofs
        self._is_quick = is_quick
        self._setup = setup
        self._engine = engine
        self._first_pass_wins = first_pass_wins
        self.tally = Tally() if tally is None else tally
        self.tally.engine = engine.stats
        self._waiting = LineUp()
        self._running: dict[int, Task] = {}
        self._by_key: dict[bytes, Task] = {}
        # With first_pass_wins: the tasks of each problem by number, and how many of them run.
        self._attempts: dict[Id | None, dict[int, Task]] = {}
        self._busy: Counter[Id | None] = Counter()
        self._ready: deque[Reached] = deque()
        self._open = 0
        self._numbers = 0
        self._known = DiskMap()
        self._solved = DiskMap() if solved is None else solved

    def batches(self) -> Generator[list[Reached], None, None]:
        """Yield the verdicts as they are reached; what runs ends when nobody asks for more."""
        source = AtOnce(self._proofs) if self._is_quick else Feeder(self._proofs, self._engine.wake)
        self._source: Source[Proof | Misread] = source
        try:
            self._engine.start()
            while True:
                is_more = self._take_in()
                self._hand_out()
                if self._source.is_over and not self._open and not self._ready:
                    return
                for reply in self._engine.wait(0 if is_more or self._ready else _LONGEST_WAIT):
                    self._hear(reply)
                self._hand_out()
                if self._ready:
                    yield self._drain()
        finally:
            self._source.stop()
            self._engine.close()
            self._known.close()
            self._solved.close()

    def _drain(self) -> list[Reached]:
        batch = list(self._ready)
        self._ready.clear()
        for reached in batch:
            self.tally.count(reached)
        return batch

    @property
    def _window(self) -> int:
        return max(_SMALLEST_WINDOW, _WINDOW_PER_WORKER * self._engine.stats.workers)

    def _take_in(self) -> bool:
        """Take proofs in, until there are enough, or many; return whether there may be more now."""
        window, take = self._window, self._source.take
        for _ in range(_MOST_AT_ONCE):
            if self._open >= window or len(self._ready) >= window:
                return False
            item = take()
            if item is None:
                return False
            if isinstance(item, Proof):
                self._receive(item)
            elif isinstance(item, Misread):
                reason = f"line {item.line}: {item.reason}"
                told = told_of("none", self._setup.trust, reason, "input")
                self._ready.append(Reached(None, "none", "input", told, line=item.line))
            else:
                raise TypeError(f"proofs are of the class Proof, not {type(item).__name__}")
        return True

    def _receive(self, proof: Proof) -> None:
        work = Work.of(proof, self._setup)
        digest = work.digest
        if self._first_pass_wins and self._is_solved(proof.problem):
            self._ready.append(_skipped(proof, work, digest))
            return
        key = bytes.fromhex(digest)
        if work.timeout != self._setup.config.timeout:
            key = digest_of(f"{digest} {work.timeout}")
        known = self._known.get(key)
        if known is not None:
            attempts, *answer = marshal.loads(known)
            self.tally.duplicates += 1
            self._ready.append(_reached(proof, digest, Answer(*answer), attempts, True))
            return
        self._open += 1
        task = self._by_key.get(key)
        if task is not None and not task.is_cancelled:
            task.proofs.append(proof)
        else:
            self._numbers += 1
            task = Task(self._numbers, key, digest, work, work.header, [proof])
            self._by_key[key] = task
            self._waiting.add(task)
        if self._first_pass_wins and proof.problem is not None:
            self._attempts.setdefault(proof.problem, {})[task.number] = task

    def _hand_out(self) -> None:
        """Give work to the engine, while it wants some."""
        waiting, engine = self._waiting, self._engine
        while waiting and engine.room():
            task = waiting.next(engine.headers_wanted(), self._busy)
            self._running[task.number] = task
            if self._first_pass_wins and task.problem is not None:
                self._busy[task.problem] += 1
            engine.submit(task.number, task.work, task.header)

    def _hear(self, reply: Reply) -> None:
        task = self._running.pop(reply.number)
        if self._busy and task.problem in self._busy:
            self._busy[task.problem] -= 1
            if not self._busy[task.problem]:
                del self._busy[task.problem]
        answer = reply.answer
        if answer is None:
            told = told_of("none", task.work.trust, reply.reason, reply.cause)
            answer = Answer("none", reply.cause, 0.0, False, told)
        task.attempts += not answer.is_cached
        task.seconds += answer.seconds
        is_final = answer.verdict != "none" or answer.cause == "input"
        if task.is_cancelled and answer.verdict == "none":
            self._leave(task)
            for proof in task.proofs:
                self._ready.append(_skipped(proof, task.work, task.digest))
        elif is_final or task.attempts >= _MOST_ATTEMPTS:
            self._finish(task, answer)
        else:
            task.work = task.work.again()
            self._waiting.add(task, first=True)

    def _finish(self, task: Task, answer: Answer) -> None:
        self._leave(task)
        if answer.seconds != task.seconds:
            answer = answer._replace(seconds=round(task.seconds, 6))
        self._known.put(task.key, marshal.dumps((task.attempts, *answer)))
        self.tally.cached += answer.is_cached
        self.tally.duplicates += len(task.proofs) - 1
        cached = answer.is_cached
        for proof in task.proofs:
            self._ready.append(_reached(proof, task.digest, answer, task.attempts, cached))
            cached = True
            if self._first_pass_wins and answer.verdict == "proved" and proof.problem is not None:
                self._solve(proof.problem)

    def _leave(self, task: Task) -> None:
        self._open -= len(task.proofs)
        if self._by_key.get(task.key) is task:
            del self._by_key[task.key]
        if not self._first_pass_wins:
            return
        for proof in task.proofs:
            attempts = self._attempts.get(proof.problem) if proof.problem is not None else None
            if attempts is not None:
                attempts.pop(task.number, None)
                if not attempts:
                    self._attempts.pop(proof.problem, None)

    def _is_solved(self, problem: Id | None) -> bool:
        return problem is not None and digest_of(repr(problem)) in self._solved

    def _solve(self, problem: Id) -> None:
        """Skip the other attempts at a problem."""
        if not self._solved.add(digest_of(repr(problem))):
            return
        for task in self._attempts.pop(problem, {}).values():
            others = [other for other in task.proofs if other.problem != problem]
            if not others and task.number in self._running:
                task.is_cancelled = True
                self._engine.cancel(task.number)
                continue
            for proof in task.proofs:
                if proof.problem == problem:
                    self._open -= 1
                    self._ready.append(_skipped(proof, task.work, task.digest))
            task.proofs = others
            if not others:
                self._waiting.remove(task)
                self._by_key.pop(task.key, None)


def _reached(proof: Proof, digest: str, answer: Answer, attempts: int, cached: bool) -> Reached:
    verdict, cause, seconds, _, told = answer
    return Reached(proof.id, verdict, cause, told, seconds, cached, attempts, digest, proof.problem)


def _skipped(proof: Proof, work: Work, digest: str) -> Reached:
    told = told_of("skipped", work.trust, f"another attempt at {proof.problem} is proved")
    return Reached(proof.id, "skipped", None, told, digest=digest, problem=proof.problem)
