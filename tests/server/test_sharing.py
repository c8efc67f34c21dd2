"""One server and many threads; one config and many processes; and nothing left behind."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import pickle
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import psutil
import pytest
from lengths import length
from waiting import wait_until

from pytest_lean import (
    AutoLeanServer,
    Command,
    LeanConfig,
    LeanServer,
    LeanServerError,
    LeanTimeoutError,
)

SLOW = "partial def spin (n : Nat) : Nat := spin (n + 1)\n#eval spin 0"


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        (LeanServer, 20),
        pytest.param(LeanServer, length("THREAD_COMMANDS"), marks=pytest.mark.slow),
        (AutoLeanServer, 20),
    ],
)
def test_8_threads_with_many_commands_each(toolchain, kind, count):
    def work(thread: int) -> list[str]:
        return [
            server.run(Command(f"#eval a + {n}", bases[thread])).messages[0].data
            for n in range(count)
        ]

    with (
        kind(LeanConfig(toolchain=toolchain, timeout=600)) as server,
        ThreadPoolExecutor(8) as pool,
    ):
        bases = [server.run(f"def a := {1000 * n}").env for n in range(8)]
        results = list(pool.map(work, range(8)))
    assert results == [[str(1000 * thread + n) for n in range(count)] for thread in range(8)]


def test_handles_are_unique_over_threads(server):
    with ThreadPoolExecutor(8) as pool:
        handles = list(pool.map(lambda n: server.run(f"#eval {n}").env, range(100)))
    assert sorted(handles) == list(range(100))


def test_a_deadline_counts_the_wait_for_other_threads(server):
    started = threading.Event()

    def slow() -> None:
        started.set()
        with contextlib.suppress(LeanTimeoutError):
            server.run(SLOW, timeout=2)

    thread = threading.Thread(target=slow)
    thread.start()
    started.wait()
    wait_until(server.is_busy)
    with pytest.raises(LeanTimeoutError, match="was not started"):
        server.run("#eval 1", timeout=0.1)
    thread.join()


def test_kill_ends_a_command_of_another_thread_with_an_error(server):
    def kill() -> None:
        wait_until(server.is_busy)
        server.kill()

    thread = threading.Thread(target=kill)
    thread.start()
    with pytest.raises(LeanServerError):
        server.run(SLOW, timeout=300)
    thread.join()
    assert not server.is_alive()
    assert server.pid is None


def test_looking_at_a_server_while_others_use_it(toolchain):
    config = LeanConfig(toolchain=toolchain, max_warm_headers=1)
    over = threading.Event()

    def look() -> int:
        count = 0
        while not over.is_set():
            server.is_alive(), server.pid, server.get_memory_usage()
            count += 1
        return count

    with LeanServer(config) as server, ThreadPoolExecutor(2) as pool:
        looking = pool.submit(look)
        try:
            for name in ("A", "B", "C", "D"):
                server.run(f"import {name}")
        finally:
            over.set()
        assert looking.result() > 0


def serve(data: bytes, n: int) -> tuple[int, str]:
    with LeanServer(pickle.loads(data)) as server:
        return os.getpid(), server.run(f"#eval {n} * {n}").messages[0].data


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_4_processes_with_one_pickled_config(toolchain, method):
    config = LeanConfig(toolchain=toolchain, options={"pp.all": True}, imports=("Init",))
    data = pickle.dumps(config)
    assert pickle.loads(data) == config
    with multiprocessing.get_context(method).Pool(4) as pool:
        results = pool.starmap(serve, [(data, n) for n in range(8)], chunksize=1)
    assert [answer for _, answer in results] == [str(n * n) for n in range(8)]


@pytest.mark.parametrize("kind", [LeanServer, AutoLeanServer])
def test_a_server_after_fork_says_what_to_do_and_the_parent_s_still_works(toolchain, kind):
    with kind(LeanConfig(toolchain=toolchain, timeout=600)) as server:
        for call in ("run('#eval 1')", "restart()", "kill()"):
            child = os.fork()
            if child == 0:
                code = 1
                try:
                    eval(f"server.{call}")
                except LeanServerError as error:
                    code = 0 if "make a server of its own" in str(error) else 2
                finally:
                    os._exit(code)
            assert os.waitpid(child, 0)[1] == 0, call
        assert server.run("#eval 1").ok


@pytest.mark.parametrize("kind", [LeanServer, AutoLeanServer])
def test_no_server_is_pickled(toolchain, kind):
    server = kind(LeanConfig(toolchain=toolchain, timeout=600))
    with server, pytest.raises(TypeError, match="pickle its LeanConfig"):
        pickle.dumps(server)


def resources() -> tuple[int, int, int]:
    process = psutil.Process()
    return process.num_fds(), threading.active_count(), len(process.children(recursive=True))


@pytest.mark.quick(2)
@pytest.mark.parametrize("end", ["kill", "timeout", "context", "garbage", "restart", "headers"])
def test_nothing_is_left_behind(toolchain, end):
    config = LeanConfig(toolchain=toolchain, memory_hard_limit_mb=4000)

    def use() -> None:
        server = LeanServer(config)
        server.run("#eval 1")
        if end == "kill":
            server.kill()
        elif end == "context":
            with server:
                pass
        elif end == "restart":
            server.restart()
            server.kill()
        elif end == "timeout":
            with pytest.raises(LeanTimeoutError):
                server.run(SLOW, timeout=0.1)
        elif end == "headers":
            for name in ("A", "B", "C"):
                server.run(f"import {name}")

    others = set(threading.enumerate())
    use()
    gc.collect()
    settled = settle(resources(), others)
    for _ in range(2):
        use()
        gc.collect()
    assert settle(settled, others) == settled


def settle(expected: tuple[int, int, int], others: set[threading.Thread]) -> tuple[int, int, int]:
    """Wait for threads that are about to end; ``others`` are none of the server's."""
    for thread in set(threading.enumerate()) - others:
        if thread.name.startswith("pytest-lean"):
            thread.join(timeout=30)
    found = resources()
    return found if found != expected else expected


IDLE, IN_A_THREAD, IN_A_TASK = "", "work('''{slow}''')", "asyncio.run(later('''{slow}'''))"
ENDS = ["pass", "sys.exit(3)", "1 / 0", "os._exit(4)", "os.kill(os.getpid(), 9)", "os.abort()"]
QUICK = {(IDLE, "pass"), (IDLE, "1 / 0"), (IN_A_THREAD, ENDS[4]), (IN_A_TASK, ENDS[3])}


@pytest.mark.parametrize(
    ("busy", "end"),
    [
        pytest.param(busy, end, marks=() if (busy, end) in QUICK else pytest.mark.slow)
        for busy in (IDLE, IN_A_THREAD, IN_A_TASK)
        for end in ENDS
    ],
)
def test_no_lean_outlives_the_interpreter(end, busy):
    script = f"""
import asyncio, os, psutil, sys, threading, time
from pytest_lean import LeanConfig, LeanServer
server = LeanServer(LeanConfig(toolchain="embedded"))
server.run("#eval 1")
def work(text):
    threading.Thread(target=server.run, args=(text,), daemon=True).start()
    deadline = time.monotonic() + 60
    while not server.is_busy():
        assert time.monotonic() < deadline
        time.sleep(0.01)
async def later(text):
    task = asyncio.create_task(server.async_run(text, timeout=900))
    await asyncio.sleep(0.2)
{busy.format(slow=SLOW).replace(chr(10), chr(92) + "n")}
print(*(child.pid for child in psutil.Process().children(recursive=True)), flush=True)
{end}
"""
    with subprocess.Popen(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        pids = process.stdout.readline().split()
        process.wait(timeout=300)
    assert pids or "asyncio" in busy  # a cancelled command's worker may be gone already
    for pid in map(int, pids):
        with contextlib.suppress(psutil.NoSuchProcess):
            psutil.Process(pid).wait(timeout=300)
