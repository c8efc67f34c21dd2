"""The life of a worker, told by what comes through its transport: no process is started."""

from __future__ import annotations

import json
import threading

import pytest
from wires import Wire

from pytest_lean import LeanCrashError, LeanMemoryError, LeanTimeoutError, Toolchain
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.mailbox import State
from pytest_lean.server.worker import WarmWorker

NOWHERE = Toolchain("explicit", ("lean",), (4, 35, 0), "a worker without a process")


@pytest.fixture
def worker() -> WarmWorker:
    """A worker that has just been started."""
    return WarmWorker(NOWHERE, "", {}, connect=Wire)


@pytest.fixture
def wire(worker) -> Wire:
    """The other end of its transport."""
    return worker._transport


def now() -> Deadline:
    """A deadline that has passed."""
    return Deadline(0)


def progress(wire: Wire, line: int) -> dict:
    """Lean's message that it is at ``line`` of the document."""
    part = {"range": {"start": {"line": line, "character": 0}}}
    [opened] = [one for one in wire.sent if one["method"] == "textDocument/didOpen"]
    version = opened["params"]["textDocument"]["version"]
    params = {"textDocument": {"version": version}, "processing": [part]}
    return {"method": "$/lean/fileProgress", "params": params}


def test_it_is_starting_until_it_says_something(worker, wire):
    assert worker.state is State.STARTING
    wire.say(progress(wire, 0))
    assert worker.state is State.LOADING
    assert worker.load_seconds is None
    assert worker.busy_place() == (0, 0)


def test_where_it_is_busy_is_read_in_what_came_last_for_this_version(worker, wire):
    told = progress(wire, 7)
    wire.say({"method": told["method"], "unparsed": json.dumps(told).encode()})
    late = progress(wire, 3)
    late["params"]["textDocument"]["version"] -= 1
    wire.say(late)
    wire.say({"method": told["method"], "unparsed": b"{"})
    assert worker.busy_place() == (7, 0)


def test_it_is_idle_once_its_first_document_is_answered(worker, wire):
    wire.answer()
    assert worker.state is State.IDLE
    assert worker.load_seconds is not None


def test_it_is_busy_while_it_elaborates(worker, wire):
    wire.answer()
    with pytest.raises(LeanTimeoutError):
        worker.elaborate("#check Nat", now())
    assert worker.state is State.BUSY
    wire.answer()
    assert worker.state is State.IDLE
    assert worker.answered is None


def test_it_still_loads_when_its_first_document_is_edited_before_the_answer(worker, wire):
    wire.say(progress(wire, 0))
    with pytest.raises(LeanTimeoutError):
        worker.elaborate("#check Nat", now())
    assert worker.state is State.LOADING
    first, second = wire.barriers()
    wire.say({"id": first, "result": {}})
    assert worker.state is State.BUSY
    wire.say({"id": second, "result": {}})
    assert worker.state is State.IDLE


def test_an_answer_is_returned_by_elaborate(worker, wire):
    wire.answer()
    wire.on_barrier = wire.answer
    elaboration = worker.elaborate("#check Nat", Deadline(30))
    assert elaboration.finished
    assert worker.answered == "#check Nat"


def test_a_closed_stream_loses_it(worker, wire):
    wire.answer()
    wire.hang_up("the process closed its output")
    assert worker.state is State.LOST
    assert not worker.is_alive()
    with pytest.raises(LeanCrashError, match="closed its output") as caught:
        worker.elaborate("#check Nat", Deadline(30))
    assert caught.value.cause == "exited"


def test_an_answer_that_is_an_error_loses_it(worker, wire):
    wire.say({"id": wire.barriers()[-1], "error": {"code": -32603}})
    assert worker.state is State.LOST
    assert worker.death().cause == "protocol"


def test_what_is_lost_before_it_said_anything_could_not_be_started(worker, wire):
    wire.hang_up("the process closed its output")
    assert worker.death().cause == "start"


def test_a_signal_is_named(worker, wire):
    wire.say(progress(wire, 0))
    wire.code = -9
    wire.hang_up("the process closed its output")
    assert worker.death().cause == "killed"


def test_no_memory_is_named(worker, wire):
    wire.stderr = "INTERNAL PANIC: out of memory"
    wire.hang_up("the process closed its output")
    assert isinstance(worker.death(), LeanMemoryError)


def test_the_last_messages_of_a_process_that_is_gone_are_waited_for(worker, wire):
    wire.answer()
    wire.gone = 0.5
    wire.on_barrier = wire.answer
    assert not worker.is_alive()
    assert worker.elaborate("#check Nat", Deadline(30)).finished


def test_a_process_that_is_gone_and_says_nothing_more_is_lost(worker, wire):
    wire.answer()
    wire.gone = 5.0
    with pytest.raises(LeanCrashError, match="the process ended"):
        worker.elaborate("#check Nat", Deadline(30))
    assert worker.state is State.LOST


@pytest.mark.parametrize("end", [lambda wire, _: wire.hang_up("over"), lambda _, one: one.close()])
def test_what_it_says_after_its_end_does_not_bring_it_back(worker, wire, end):
    end(wire, worker)
    ended = worker.state
    wire.say(progress(wire, 0))
    wire.answer()
    assert worker.state is ended
    assert not worker.is_alive()


def test_who_waits_for_a_worker_that_is_closed_is_told(worker, wire):
    wire.answer()
    waiting = threading.Event()
    wire.on_barrier = waiting.set
    closing = threading.Thread(target=lambda: (waiting.wait(30), worker.close()))
    closing.start()
    with pytest.raises(LeanCrashError):
        worker.elaborate("#check Nat", Deadline(30))
    closing.join()
    assert worker.state is State.CLOSED
