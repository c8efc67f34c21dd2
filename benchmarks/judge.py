"""What judging many proofs costs: ratios, each within one run.

``python benchmarks/judge.py prices [PROOFS] [MODULES]``: small proofs on two workers, isolated and
shared, against a ``lean`` process for each, and against two bare lanes (processes that do nothing
but elaborate), and against leanclient's async client with two files open, if it is installed; with
MODULES, each imports so many generated modules.

``python benchmarks/judge.py faults [PROOFS] [FAULTS]``: the same with some that hang, crash or eat
memory, against those without them and the deadlines.

``python benchmarks/judge.py driver [WORKERS] [SECONDS]``: what the driver needs for so many workers
whose proofs take a second each; the workers are simulated by one process.

``python benchmarks/judge.py memory [LINES] [LINES]``: the memory of the driver over files of so
many lines, with the same simulated workers.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import contextlib
import heapq
import json
import multiprocessing
import os
import resource
import selectors
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from engine import new_leanclient
from lane import generated

from pytest_lean import LeanConfig
from pytest_lean.__main__ import main as command
from pytest_lean.judge import Proof, judge
from pytest_lean.judge.engines import local
from pytest_lean.judge.engines.channel import Channel
from pytest_lean.judge.engines.seat import Seat
from pytest_lean.judge.engines.worker import Begun, done
from pytest_lean.judge.tally import Tally
from pytest_lean.judge.work import Isolation, Outcome, Setup
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.lane.lane import Lane

TEXT = "theorem t{0} (a b : Nat) : a + b + {0} = b + a + {0} := by rw [Nat.add_comm a b]\n"
HANG = "partial def spin (n : Nat) : Nat := spin (n + {0})\n#eval spin 0\n"
CRASH = "#eval (IO.Process.exit {0} : IO Unit)\n" + TEXT
EAT = "def sq : Nat → Nat → Nat | 0, x => x | n + 1, x => sq n (x * x)\n#eval sq 4{0} 3\n"
WORKERS = 2
DEADLINE = 2.0


def prices(proofs: int = 400, modules: int = 0) -> None:
    """Print what a proof costs in each way, in lean processes."""
    toolchain = LeanConfig(toolchain="embedded").prepare()
    with generated(toolchain, modules) as (folder, header):
        config = LeanConfig(toolchain=toolchain, search_path=(folder,), timeout=600)
        texts = [header + TEXT.format(i) for i in range(proofs)]
        few = texts[: max(10, proofs // 10)]
        whole = processes(config, few) / len(few)
        bare, bare_cpu = lanes(config, texts)
        print(f"{proofs} proofs, {modules} modules, {WORKERS} workers; a lean process = 1")
        print(f"  two bare lanes       {bare / proofs / whole:.3f}")
        for isolation in ("fresh", "shared"):
            seconds, cpu = judged(config, texts, isolation)
            told = f"{seconds / proofs / whole:.3f}, {proofs * whole / seconds:.1f} times faster"
            if isolation == "fresh":
                told += f"; CPU of Lean {cpu / bare_cpu:.2f}, time {seconds / bare:.2f} of bare"
            print(f"  judge, {isolation:<13} {told}")
        try:
            seconds = leanclients(config, texts)
        except ImportError as error:
            print(f"  leanclient left out: {error}")
        else:
            print(f"  leanclient, async    {seconds / proofs / whole:.3f}")


def processes(config: LeanConfig, texts: list[str]) -> float:
    """Return the seconds for a process for each text, two at a time."""
    toolchain = config.prepare()
    environment = toolchain.environment(config.search_path)

    def run(text: str) -> None:
        command = [*toolchain.command, "--json", "--stdin"]
        done = subprocess.run(
            command, env=environment, input=text.encode(), capture_output=True, check=False
        )
        assert done.returncode == 0, done

    started = time.perf_counter()
    with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(run, texts))
    return time.perf_counter() - started


def leanclients(config: LeanConfig, texts: list[str]) -> float:
    """Return the seconds for one leanclient with as many files open as there are workers."""
    files = [f"Client{index}.lean" for index in range(WORKERS)]

    async def check(client: Any, file: str, own: list[str]) -> None:
        for text in own:
            await client.update(file, text)
            report = await client.diagnostics(file)
            assert not report.has_errors

    async def check_all(client: Any) -> float:
        await client.start()
        try:
            for file in files:
                await client.open(file)
                await check(client, file, texts[:1])  # its imports are loaded
            started = time.perf_counter()
            halves = (texts[index::WORKERS] for index in range(WORKERS))
            await asyncio.gather(*(check(client, *one) for one in zip(files, halves, strict=True)))
            return time.perf_counter() - started
        finally:
            await client.close()

    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(check_all(new_leanclient(config, Path(folder), files)))


def _bare(config: LeanConfig, texts: list[str], start: Any, done: Any) -> None:
    with Lane(config.prepare(), search_path=config.search_path) as lane:
        lane.elaborate(texts[0], Deadline(600))
        start.wait()
        for text in texts:
            lane.elaborate(text, Deadline(600))
        import psutil

        times = [one.cpu_times() for one in psutil.Process().children(recursive=True)]
        done.put(sum(sum(one[:4]) for one in times))


def lanes(config: LeanConfig, texts: list[str]) -> tuple[float, float]:
    """Return seconds, and CPU seconds of Lean, for two processes that only elaborate."""
    context = multiprocessing.get_context("spawn")
    start, done = context.Barrier(WORKERS + 1), context.Queue()
    halves = [texts[index::WORKERS] for index in range(WORKERS)]
    workers = [context.Process(target=_bare, args=(config, one, start, done)) for one in halves]
    for one in workers:
        one.start()
    start.wait()
    started = time.perf_counter()
    cpu = sum(done.get() for _ in workers)
    seconds = time.perf_counter() - started
    for one in workers:
        one.join()
    return seconds, cpu


def judged(config: LeanConfig, texts: list[str], isolation: Isolation) -> tuple[float, float]:
    """Return seconds from the first verdict on, and CPU seconds of Lean."""
    tally = Tally()
    proofs = (Proof(i, text) for i, text in enumerate(texts))
    verdicts = judge(proofs, config, workers=WORKERS, isolation=isolation, cache=False, tally=tally)
    assert next(verdicts).verdict == "proved"  # workers have started, imports are loaded
    started = time.perf_counter()
    assert all(one.verdict == "proved" for one in verdicts)
    return time.perf_counter() - started, tally.engine.lean_cpu_seconds


def faults(proofs: int = 1000, bad: int = 10) -> None:
    """Print what proofs without a verdict cost the others."""
    config = LeanConfig(toolchain="embedded", timeout=DEADLINE, memory_hard_limit_mb=400)
    good = [TEXT.format(i) for i in range(proofs - bad)]
    wrong = [(HANG, CRASH, EAT)[i % 3].format(i) for i in range(bad)]
    step = max(1, len(good) // max(1, bad))
    mixed = list(good)
    for i, text in enumerate(wrong):
        mixed.insert(i * (step + 1), text)
    seconds = []
    for texts in (good, mixed):
        started, tally = time.perf_counter(), Tally()
        items = (Proof(i, text) for i, text in enumerate(texts))
        ids = {one.id for one in judge(items, config, workers=WORKERS, cache=False, tally=tally)}
        seconds.append(time.perf_counter() - started)
        assert len(ids) == len(texts) == tally.total
        print("\n".join(tally.lines(WORKERS)))
    hung = len([one for one in wrong if one.startswith("partial")])
    deadlines = hung * 2 * DEADLINE / WORKERS
    print(f"with faults / (without + deadlines): {seconds[1] / (seconds[0] + deadlines):.2f}")


class Simulated:
    """A worker of the local engine that sleeps; all of them are played by one process."""

    players: Any = None

    def __init__(self, setup: Setup, main: object) -> None:
        ours, theirs = socket.socketpair()
        socket.send_fds(Simulated.players, [b"x"], [theirs.fileno()])
        theirs.close()
        self.connection = Channel(ours.detach())
        self.seat, self.is_ready, self.cpu_seconds, self.pid = Seat(), False, 0.0, 0

    def send(self, message: object) -> None:
        self.connection.send(message)

    def give(self, number: int, work: Any, header: tuple[str, ...]) -> None:
        self.seat.give(number, work, header)
        self.send((number, *work))

    def hear(self, message: object) -> None:
        self.is_ready = True

    def hear_done(self, number: int, cpu_seconds: float | None) -> None:
        self.seat.waiting.popleft()

    def is_late(self) -> bool:
        return False

    def let_go(self) -> None:
        self.connection.close()

    def end(self, seconds: float) -> tuple[int, str]:
        return 0, ""


def play(control: socket.socket, seconds: float) -> None:
    """Play the workers: answer each proof after so many seconds, one after the other."""
    selector = selectors.DefaultSelector()
    selector.register(control, selectors.EVENT_READ)
    due: list[tuple[float, int, int, Connection]] = []
    free_at: dict[int, float] = {}
    while True:
        pause = max(0.0, due[0][0] - time.monotonic()) if due else 1.0
        for key, _ in selector.select(pause):
            if key.fileobj is control:
                data, files, _, _ = socket.recv_fds(control, 1, 1)
                if not data:
                    return
                worker = Connection(files[0])
                selector.register(worker, selectors.EVENT_READ, worker)
                worker.send(Begun())
                continue
            worker = key.data
            try:
                number, *_ = worker.recv()
            except EOFError:
                selector.unregister(worker)
                continue
            at = max(time.monotonic(), free_at.get(worker.fileno(), 0.0)) + seconds
            free_at[worker.fileno()] = at
            heapq.heappush(due, (at, number, worker.fileno(), worker))
        while due and due[0][0] <= time.monotonic():
            _, number, _, worker = heapq.heappop(due)
            with contextlib.suppress(OSError):
                worker.send(done(number, Outcome("proved", "checked", seconds=seconds)))


def simulate(lines: int, workers: int, seconds: float) -> tuple[float, float, float]:
    """Run the command on a file; return wall seconds, CPU seconds and peak MiB of the driver."""
    ours, theirs = socket.socketpair()
    pid = os.fork()
    if pid == 0:
        ours.close()
        play(theirs, seconds)
        os._exit(0)
    theirs.close()
    Simulated.players = ours
    local._Process = Simulated  # type: ignore[assignment,misc]
    from pytest_lean.judge import command as judge_command

    def prepare(setup: Setup, count: int, *_: object) -> tuple[local.LocalEngine, Setup]:
        return local.LocalEngine(setup, count), setup

    judge_command.prepare = prepare  # type: ignore[assignment]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "proofs.jsonl"
        with path.open("w") as file:
            file.writelines(lines_of(lines))
        started, cpu = time.perf_counter(), time.process_time()
        options = ["--toolchain=embedded", "--no-cache", "--quiet", f"--workers={workers}"]
        assert command(["judge", str(path), "--out", f"{folder}/v.jsonl", *options]) == 0
        wall, cpu = time.perf_counter() - started, time.process_time() - cpu
        with Path(folder, "v.jsonl").open("rb") as file:
            assert sum(1 for _ in file) == lines
    ours.close()
    os.waitpid(pid, 0)
    return wall, cpu, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def lines_of(count: int) -> Iterator[str]:
    """Yield lines of different proofs."""
    for i in range(count):
        yield (
            json.dumps({"id": f"problem-{i}", "text": TEXT.format(i) * 5, "problem": i // 8}) + "\n"
        )


def driver(workers: int = 1000, seconds: float = 10) -> None:
    """Print the share of a core that the driver needs."""
    wall, cpu, _ = simulate(int(workers * seconds), workers, 1.0)
    each = cpu / (workers * seconds)
    print(f"{workers} workers with proofs of 1 s: {cpu / wall:.1%} of a core for the driver, "
          f"{each * 1e6:.0f} microseconds of CPU a proof: full at {1 / each:.0f}/s")  # fmt: skip


def memory(*counts: int) -> None:
    """Print the driver's peak memory for files of different lengths, each in a new process."""
    for lines in counts or (10_000, 100_000):
        done = subprocess.run([sys.executable, __file__, "_memory", str(lines)], check=True,
            capture_output=True, text=True)  # fmt: skip
        print(done.stdout.strip())


def _memory(lines: int) -> None:
    _, cpu, peak = simulate(lines, 4, 0.0)
    print(f"{lines} lines: peak {peak:.0f} MiB, {cpu / lines * 1e6:.0f} microseconds of CPU each")


if __name__ == "__main__":
    modes = {one.__name__: one for one in (prices, faults, driver, memory, _memory)}
    modes[sys.argv[1]](*map(int, sys.argv[2:]))
