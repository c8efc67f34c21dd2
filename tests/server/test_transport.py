"""A worker that misbehaves: whatever it sends, the caller gets an error and never hangs."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading

import psutil
import pytest
from standin_worker import STANDIN

from pytest_lean import (
    Command,
    LeanConfig,
    LeanCrashError,
    LeanServer,
    LeanTimeoutError,
    Toolchain,
)
from pytest_lean.server.transport import Transport


@pytest.fixture
def standin():
    """A server on the stand-in worker."""
    with LeanServer(LeanConfig(toolchain=STANDIN, timeout=300)) as server:
        yield server


@pytest.mark.parametrize(
    "order",
    [
        "garbage",
        "garbage-without-end",
        "not-json",
        "not-utf8",
        "negative-length",
        "endless-length",
        "half-message-and-end",
        "swallowed-in-fileProgress",
        "swallowed-in-ileanInfoUpdate",
        "second-header",
        "refused",
    ],
)
def test_what_is_not_the_protocol_ends_the_worker(standin, order):
    pid = standin.pid
    with pytest.raises(LeanCrashError) as caught:
        standin.run(f"-- do: {order}")
    assert caught.value.cause == "protocol"
    assert f"-- do: {order}" in str(caught.value)
    assert not psutil.pid_exists(pid)


def test_a_closed_output_ends_the_worker(standin):
    pid = standin.pid
    with pytest.raises(LeanCrashError):
        standin.run("-- do: closed-output")
    assert not psutil.pid_exists(pid)


@pytest.mark.parametrize("order", ["half-message-and-silence", "silence"])
def test_silence_is_a_timeout(standin, order, monkeypatch):
    if order == "silence":  # a busy machine may need longer than the shortest grace
        monkeypatch.setattr("pytest_lean.server.workers._SHORTEST_GRACE", 60.0)
    pid = standin.pid
    with pytest.raises(LeanTimeoutError) as caught:
        standin.run(f"-- do: {order}", timeout=0.3)
    assert isinstance(caught.value, TimeoutError)
    assert caught.value.server_stayed_warm is (order == "silence")
    assert psutil.pid_exists(pid) is (order == "silence")


def test_a_timeout_takes_back_the_command_and_not_what_it_continues(standin):
    before = standin.run("def before := 1").env
    with pytest.raises(LeanTimeoutError):
        standin.run(Command("-- do: silence", before), timeout=0.3)
    (worker,) = standin._workers._pool.workers()
    assert "def before := 1" in worker.text
    assert "silence" not in worker.text


def test_a_death_is_told_with_exit_code_and_the_last_lines(standin):
    with pytest.raises(LeanCrashError) as caught:
        standin.run("-- do: exit-3")
    error = caught.value
    assert isinstance(error, ConnectionError)
    assert error.exit_code == 3
    assert error.stderr_tail.endswith("line 999\nthe last words\n")
    assert error.stderr_tail.startswith("line 0\n")
    assert "[... 961 lines ...]" in error.stderr_tail
    assert len(error.stderr_tail.splitlines()) == 41
    assert "exit code: 3" in str(error)


def test_a_flood_on_stderr_blocks_nobody(standin):
    assert standin.run("-- do: stderr-flood").ok


def test_the_workers_own_requests_are_not_taken_for_replies(standin):
    response = standin.run("-- do: colliding-ids")
    assert [message.data for message in response.messages] == ["the true answer"]


def test_diagnostics_of_another_version_are_not_taken(standin):
    response = standin.run("-- do: old-version")
    assert [message.data for message in response.messages] == ["this version"]


def test_a_huge_message_arrives_whole(standin):
    [message] = standin.run("-- do: huge-message").messages
    assert len(message.data) == 20_000_000


def test_a_server_that_is_dropped_leaves_no_process_and_no_thread():
    before = set(threading.enumerate())
    server = LeanServer(LeanConfig(toolchain=STANDIN))
    process = psutil.Process(server.pid)
    server.run("nothing")
    del server
    gc.collect()
    process.wait(timeout=300)
    for thread in set(threading.enumerate()) - before:
        thread.join(timeout=300)
        assert not thread.is_alive()


def test_a_command_that_cannot_be_run_is_a_crash_at_the_start():
    missing = Toolchain("explicit", ("/no/such/lean",), (4, 35, 0), "")
    with pytest.raises(LeanCrashError, match="could not be started") as caught:
        LeanServer(LeanConfig(toolchain=missing))
    assert caught.value.cause == "start"


@pytest.mark.parametrize("order", ["silent-error", "unknown-severity"])
def test_no_error_is_left_out(standin, order):
    response = standin.run(f"-- do: {order}")
    assert not response.ok
    assert len(response.errors) == 1


_ECHO = "import sys\nwhile data := sys.stdin.buffer.read1():\n"
_ECHO += "    sys.stdout.buffer.write(data)\n    sys.stdout.buffer.flush()\n"


def test_messages_for_a_process_that_does_not_read_block_nobody_and_arrive_in_order():
    received, ended, everything = list[dict](), threading.Event(), threading.Event()

    def deliver(message: dict) -> None:
        received.append(message)
        if message["id"] == 20:
            everything.set()

    transport = Transport(
        [sys.executable, "-c", _ECHO], os.environ, deliver, lambda reason: ended.set()
    )
    os.kill(transport.pid, signal.SIGSTOP)
    sent = [{"id": n, "text": "x" * (300_000 * (n % 3))} for n in range(20)]
    for message in sent[:10]:
        transport.send(message)
    transport.send(*sent[10:])
    assert not received
    os.kill(transport.pid, signal.SIGCONT)
    transport.send({"id": 20})
    assert everything.wait(300)
    assert received == [{"jsonrpc": "2.0", **one} for one in [*sent, {"id": 20}]]
    transport.close()
    assert ended.wait(300)
    transport.send({"id": 21})  # to nobody, and nobody minds
