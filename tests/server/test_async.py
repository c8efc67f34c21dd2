"""async_run: the loop is never blocked, and a cancelled task stops its command."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import subprocess
import sys
import threading

import psutil
import pytest
from waiting import wait_until

from pytest_lean import (
    AutoLeanServer,
    Command,
    LeanConfig,
    LeanServer,
    LeanTimeoutError,
    UnknownEnvError,
)

# Stops soon when it is edited away; does not end by itself within a test.
SLOW = "partial def spin (n : Nat) : Nat := spin (n + 1)\n#eval spin 0"
STOPPABLE = "set_option maxHeartbeats 0\ntheorem t : 1 = 1 := by repeat (have h : 1 = 1 := rfl)"


@pytest.fixture(params=[LeanServer, AutoLeanServer])
def any_server(request, toolchain):
    with request.param(LeanConfig(toolchain=toolchain, timeout=600)) as server:
        yield server


@pytest.mark.slow
def test_200_tasks_get_each_its_own_answer(any_server):
    base = any_server.run("def a := 1000")

    async def one(n: int) -> str:
        response = await any_server.async_run(Command(f"#eval a + {n}", base.env))
        return response.messages[0].data

    async def main() -> list[str]:
        return await asyncio.gather(*(one(n) for n in range(200)))

    before = set(threading.enumerate())
    assert asyncio.run(main()) == [str(1000 + n) for n in range(200)]
    assert len(set(threading.enumerate()) - before) <= 1


def test_the_loop_goes_on_while_lean_works(server):
    async def main() -> int:
        task = asyncio.create_task(server.async_run(SLOW, timeout=1))
        ticks = 0
        while not task.done():
            await asyncio.sleep(0.01)
            ticks += 1
        with pytest.raises(LeanTimeoutError):
            await task
        return ticks

    assert asyncio.run(main()) > 20


def test_a_cancelled_command_is_stopped_and_the_server_stays_usable(any_server, caplog):
    async def main() -> str:
        task = asyncio.create_task(any_server.async_run(STOPPABLE, timeout=300))
        await asyncio.sleep(0.3)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        response = await any_server.async_run("#eval 1 + 1", timeout=300)
        return response.messages[0].data

    with caplog.at_level(logging.WARNING):
        assert asyncio.run(main()) == "2"
    assert "never retrieved" not in caplog.text


def test_a_cancelled_command_that_waits_is_never_started(server):
    async def main() -> int:
        first = asyncio.create_task(server.async_run(SLOW, timeout=1))
        waiting = asyncio.create_task(server.async_run("#eval 1"))
        await asyncio.sleep(0.1)
        waiting.cancel()
        await asyncio.gather(first, waiting, return_exceptions=True)
        return server.stats.commands

    assert asyncio.run(main()) == 1


def test_a_deadline_counts_the_wait_for_other_tasks(server):
    async def main() -> LeanTimeoutError:
        first = asyncio.create_task(server.async_run(SLOW, timeout=600))
        await asyncio.to_thread(wait_until, server.is_busy)
        with pytest.raises(LeanTimeoutError, match="was not started") as caught:
            await server.async_run("#eval 1", timeout=0.2)
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first
        return caught.value

    error = asyncio.run(main())
    assert error.server_stayed_warm is None
    assert error.elapsed < 60


def test_an_error_reaches_the_task(server):
    async def main() -> None:
        with pytest.raises(UnknownEnvError):
            await server.async_run(Command("#check Nat", 99))
        with pytest.raises(TypeError):
            await server.async_run(None)

    asyncio.run(main())


def test_tasks_and_threads_share_a_server(server):
    async def main() -> list[str]:
        tasks = [server.async_run(f"#eval {n}") for n in range(20)]
        threads = [asyncio.to_thread(server.run, f"#eval {n}") for n in range(20, 40)]
        responses = await asyncio.gather(*tasks, *threads)
        return [response.messages[0].data for response in responses]

    assert asyncio.run(main()) == [str(n) for n in range(40)]


def test_one_server_serves_one_loop_after_the_other(server):
    for n in range(3):
        response = asyncio.run(server.async_run(f"#eval {n}"))
        assert response.messages[0].data == str(n)


ENDLESS = """
import asyncio, sys, threading, time
from pytest_lean import AutoLeanServer, LeanConfig

server = AutoLeanServer(LeanConfig())
spin = "partial def spin (n : Nat) : Nat := spin (n + 1)\\n#eval spin 0"
run = lambda: asyncio.run(server.async_run(spin, timeout=None))
threading.Thread(target=run, daemon=True).start()
deadline = time.monotonic() + 60
while not server.is_busy():
    assert time.monotonic() < deadline
    time.sleep(0.01)
print(server.pid)
"""


def test_the_interpreter_ends_without_waiting_for_lean(toolchain):
    pid = subprocess.check_output([sys.executable, "-c", ENDLESS], timeout=300)
    with contextlib.suppress(psutil.NoSuchProcess):
        psutil.Process(int(pid)).wait(timeout=300)
