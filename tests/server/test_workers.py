"""The life of a server's workers, on transports without processes: who is lent, kept, replaced."""

from __future__ import annotations

import threading

import pytest
from wires import Wire

from pytest_lean import (
    LeanConfig,
    LeanCrashError,
    LeanMemoryError,
    LeanServerError,
    LeanTimeoutError,
    Toolchain,
)
from pytest_lean.server import workers
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.document import Document
from pytest_lean.server.environment import Source
from pytest_lean.server.imports import ImportStamps
from pytest_lean.server.stats import ServerStats
from pytest_lean.server.worker import Worker
from pytest_lean.server.workers import Phase, Workers

NOWHERE = Toolchain("explicit", ("lean",), (4, 35, 0), "a worker without a process")
FIRST = 10_000_000  # above all process ids that there can be


class Launcher:
    """Starts workers without processes, which answer every document at once."""

    toolchain = NOWHERE

    def __init__(self) -> None:
        self.wires: list[Wire] = []
        self.is_missing = False

    def close(self) -> None:
        """Keeps nothing."""

    def start(self, kind: type[Worker], text: str) -> Worker:
        worker = kind(NOWHERE, text, {}, connect=Wire)
        wire = worker._transport
        wire.pid = FIRST + len(self.wires)
        wire.on_barrier = wire.answer
        wire.answer()
        self.wires.append(wire)
        return worker

    def stamps(self, header) -> ImportStamps:
        return ImportStamps(header, [])

    def is_ready(self) -> bool:
        return not self.is_missing

    def make_ready(self, deadline, command=None) -> None:
        self.is_missing = False


@pytest.fixture
def launcher() -> Launcher:
    """What starts the workers."""
    return Launcher()


@pytest.fixture
def lent(launcher) -> Workers:
    """The workers of a server that runs; the first one is there."""
    workers = Workers(LeanConfig(toolchain=NOWHERE), launcher, "", ServerStats())
    workers.start()
    return workers


@pytest.fixture(autouse=True)
def _no_process_is_looked_at(monkeypatch):
    monkeypatch.setattr(workers, "_take_back", lambda worker, document: worker.text == "kept")


def document(text: str = "#check Nat", *header: str) -> Document:
    return Document(header, "", [], Source(text))


def use(lent: Workers, error: Exception | None = None, *header: str) -> None:
    """Elaborate a text; ``error`` comes up while the worker is used."""
    asked = document("#check Nat", *header)
    with lent.using(asked, Deadline(30), count=True) as worker:
        worker.elaborate(asked.text, Deadline(30))
        if error is not None:
            raise error


def test_a_worker_is_lent_again(lent, launcher):
    use(lent)
    use(lent)
    assert len(launcher.wires) == 1
    assert (lent._stats.cold, lent._stats.warm) == (1, 1)


def test_each_header_has_a_worker_and_the_oldest_makes_room(lent, launcher):
    use(lent, None, "import A")
    use(lent, None, "import B")
    assert lent.pids() == [FIRST + 1, FIRST + 2]
    assert launcher.wires[0].gone == 0.0


def test_a_dead_worker_is_told_and_nothing_is_lent_until_a_restart(lent, launcher):
    use(lent)
    launcher.wires[0].hang_up("the process closed its output")
    assert not lent.are_alive()
    with pytest.raises(LeanCrashError, match="closed its output") as caught:
        use(lent)
    assert caught.value.command == "#check Nat"
    assert lent.phase is Phase.LOST
    with pytest.raises(LeanServerError, match=r"is not running: .*closed its output.*restart\(\)"):
        use(lent)
    lent.start()
    use(lent)
    assert lent.phase is Phase.RUNNING


def test_only_what_was_lost_is_started_again(lent, launcher):
    use(lent, None, "import A")
    with pytest.raises(LeanCrashError):
        use(lent, LeanCrashError("nonsense", cause="protocol"), "import A")
    lent.revive([])
    assert lent.pids() == [FIRST, FIRST + 2]
    assert launcher.wires[-1].sent[1]["params"]["textDocument"]["text"].startswith("import A ")


def test_a_worker_that_never_loaded_is_left_to_the_next_command(lent, launcher):
    use(lent)
    [worker] = lent._pool.workers()
    worker._mailbox.loaded = None
    launcher.wires[0].hang_up("over")
    lent.revive([])
    assert lent.pids() == []
    assert lent.are_alive()
    use(lent)
    assert lent.pids() == [FIRST + 1]


def test_nothing_is_built_for_a_revival(lent, launcher):
    launcher.wires[0].hang_up("over")
    launcher.is_missing = True
    lent.revive([])
    assert lent.pids() == []
    use(lent)
    assert not launcher.is_missing


def test_memory_that_ran_out_ends_the_worker(lent):
    use(lent)
    with pytest.raises(LeanMemoryError):
        use(lent, LeanMemoryError("too much"))
    assert lent.phase is Phase.LOST
    assert lent.pids() == []


@pytest.mark.parametrize("kept", [True, False])
def test_a_command_that_passed_its_deadline_is_taken_back(lent, kept):
    def run_late() -> None:
        with lent.using(document(), Deadline(0)) as worker:
            worker.text = "kept" if kept else "not kept"
            raise LeanTimeoutError("late")

    with pytest.raises(LeanTimeoutError, match="Lean did not answer within") as caught:
        run_late()
    assert caught.value.server_stayed_warm is kept
    assert lent.are_alive() is kept
    assert len(lent.pids()) == kept


def test_who_cancels_a_command_is_not_told_that_its_worker_was_lost(lent):
    deadline = Deadline(None)

    def run_cancelled() -> None:
        with lent.using(document(), deadline):
            deadline.cancel()
            raise LeanTimeoutError("late")

    with pytest.raises(LeanTimeoutError):
        run_cancelled()
    assert lent.pids() == []
    assert lent.are_alive()
    use(lent)


def test_an_interrupt_leaves_no_worker_of_which_nothing_is_known(lent):
    with pytest.raises(KeyboardInterrupt):
        use(lent, KeyboardInterrupt())
    assert lent.pids() == []
    assert lent.are_alive()


def test_a_lean_server_error_leaves_the_worker_as_it_is(lent):
    with pytest.raises(LeanServerError, match="no verdict"):
        use(lent, LeanServerError("no verdict"))
    assert lent.pids() == [FIRST]
    assert lent.are_alive()


class TestEnds:
    def test_a_kill_ends_all_workers_and_the_command_that_runs(self, lent, launcher):
        def kill_amid() -> None:
            with lent.using(document(), Deadline(30)) as worker:
                launcher.wires[0].on_barrier = lambda: lent.stop(Phase.KILLED, "it was killed")
                worker.elaborate("#check Nat", Deadline(30))

        with pytest.raises(LeanCrashError):
            kill_amid()
        assert lent.phase is Phase.KILLED
        assert lent.why_ended() == "the server was killed"
        assert lent.pids() == []

    @pytest.mark.parametrize("begin", [Workers.start, lambda lent: lent.revive([])])
    def test_what_was_under_way_starts_no_worker_after_a_kill(self, lent, begin):
        lent.stop(Phase.KILLED, "it was killed")
        begin(lent)
        assert lent.pids() == []
        with pytest.raises(LeanServerError, match="it was killed"):
            use(lent)

    def test_a_command_that_comes_after_a_kill_may_start_workers(self, lent):
        lent.stop(Phase.KILLED, "it was killed")
        lent.admit()
        assert lent.phase is Phase.AT_REST
        assert lent.why_ended() is None
        lent.revive([])
        use(lent)

    @pytest.mark.parametrize("phase", [Phase.KILLED, Phase.AT_REST])
    def test_what_is_over_stays_over(self, lent, phase):
        lent.stop(Phase.OVER, "the night shift is over")
        lent.stop(phase, "it was killed")
        lent.admit()
        lent.start()
        assert lent.phase is Phase.OVER
        assert lent.why_ended() == "the night shift is over"
        assert lent.pids() == []

    def test_a_worker_that_is_just_being_started_is_ended_too(self, lent, launcher, monkeypatch):
        """A kill that comes while a process is started waits for it, and ends it."""
        starting, killed = threading.Event(), threading.Event()
        killing = threading.Thread(
            target=lambda: (starting.wait(30), lent.stop(Phase.KILLED, "killed"), killed.set())
        )
        killing.start()
        real = launcher.start

        def start(kind: type[Worker], text: str) -> Worker:
            starting.set()
            assert not killed.wait(0.05)
            return real(kind, text)

        monkeypatch.setattr(launcher, "start", start)
        lent.revive([])
        lent._start(("import A",), "")
        killing.join(30)
        assert lent.phase is Phase.KILLED
        assert lent.pids() == []
