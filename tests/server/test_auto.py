"""AutoLeanServer: limits between commands, the session, recycling, staleness, statistics."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import math
import os
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from runaways import RUNAWAYS

from pytest_lean import (
    AutoLeanServer,
    Command,
    LeanConfig,
    LeanCrashError,
    LeanMemoryError,
    LeanServerError,
    LeanTimeoutError,
    Toolchain,
    UnknownEnvError,
)
from pytest_lean.server import auto
from pytest_lean.server.machine import Memory, read_memory

GIB = 2**30


@pytest.fixture
def config(toolchain: Toolchain) -> LeanConfig:
    """The usual configuration."""
    return LeanConfig(toolchain=toolchain, timeout=600)


@pytest.fixture
def server(config: LeanConfig) -> Iterator[AutoLeanServer]:
    """A server with the usual limits."""
    with AutoLeanServer(config) as server:
        yield server


@pytest.mark.parametrize("share", [0, -0.5, 1.5])
@pytest.mark.parametrize("name", ["max_total_memory", "max_process_memory"])
def test_a_share_is_between_0_and_1(config, name, share):
    with pytest.raises(ValueError, match=name):
        AutoLeanServer(config, **{name: share})


def test_at_least_one_start_is_needed(config):
    with pytest.raises(ValueError, match="max_restart_attempts"):
        AutoLeanServer(config, max_restart_attempts=0)


class TestDeadlines:
    def test_the_configured_timeout_is_the_default(self, config):
        with AutoLeanServer(dataclasses.replace(config, timeout=0.3)) as server:
            with pytest.raises(LeanTimeoutError):
                server.run("partial def spin (n : Nat) : Nat := spin (n + 1)\n#eval spin 0")
            assert server.run("#check Nat", timeout=None).ok

    @pytest.mark.parametrize("timeout", [0, -1])
    def test_a_deadline_of_nothing_is_refused_at_once(self, server, timeout):
        with pytest.raises(LeanTimeoutError, match="was not started"):
            server.run("#check Nat", timeout=timeout)
        assert server.run("#check Nat").ok


class TestTotalMemory:
    """``max_total_memory`` with the machine's memory as the test says it is."""

    @pytest.fixture
    def used(self, monkeypatch) -> list[int]:
        """The memory in use, as read; the last value stays."""
        values = [0]
        monkeypatch.setattr(
            auto,
            "read_memory",
            lambda: Memory(10 * GIB, values.pop(0) if values[1:] else values[0]),
        )
        monkeypatch.setattr(auto, "_WAIT_FOR_MEMORY", 0.2)
        monkeypatch.setattr(auto, "_MEMORY_AGE", 0.0)
        return values

    def test_a_busy_neighbour_never_restarts_a_small_server(self, server, used):
        server.run("#check Nat")
        pid, used[:] = server.pid, [9 * GIB]
        with pytest.raises(LeanMemoryError, match="would not help"):
            server.run("#check Nat")
        assert server.pid == pid
        assert server.stats.restarts == {}

    def test_a_short_peak_is_waited_for(self, server, used, monkeypatch):
        monkeypatch.setattr(auto, "_WAIT_FOR_MEMORY", 60)
        used[:] = [9 * GIB, 9 * GIB, GIB]
        assert server.run("#check Nat").ok

    def test_a_large_server_is_recycled_where_that_helps(self, server, used, monkeypatch):
        server.run("#check Nat")
        monkeypatch.setattr(server, "get_memory_usage", lambda: 2048.0)
        monkeypatch.setattr(auto, "_WAIT_FOR_MEMORY", 60)
        used[:] = [9 * GIB, GIB]
        assert server.run("#check Nat").ok
        assert server.stats.restarts == {"memory": 1}

    def test_what_a_restart_gave_back_counts_also_where_there_is_no_time_left(
        self, server, used, monkeypatch
    ):
        server.run("#check Nat")
        monkeypatch.setattr(server, "get_memory_usage", lambda: 2048.0)
        monkeypatch.setattr(auto, "_WAIT_FOR_MEMORY", 0.0)
        used[:] = [9 * GIB, GIB]
        assert server.run("#check Nat").ok
        assert server.stats.restarts == {"memory": 1}


def test_a_server_near_its_limit_is_recycled_between_commands(config, monkeypatch):
    limited = dataclasses.replace(config, memory_hard_limit_mb=1000)
    with AutoLeanServer(limited, max_process_memory=0.5) as server:
        base = server.run("def a := 1").env
        monkeypatch.setattr(server, "get_memory_usage", lambda: 600.0)
        assert server.run(Command("#eval a", base)).ok
        assert server.stats.restarts == {"memory": 1}


def test_a_server_is_recycled_after_so_many_commands(config):
    with AutoLeanServer(config, max_commands=2) as server:
        pids = []
        for _ in range(6):
            server.run("#check Nat")
            pids.append(server.pid)
        assert pids[0] == pids[1] != pids[2] == pids[3] != pids[4] == pids[5]
        assert server.stats.restarts == {"recycled": 2}


def test_a_server_is_recycled_after_so_many_minutes(config):
    with AutoLeanServer(config, max_minutes=1e-9) as server:
        base = server.run("def a := 1").env
        assert server.run(Command("#eval a", base)).messages[0].data == "1"
        assert server.stats.restarts["recycled"] >= 1


class TestSession:
    def test_what_is_in_the_cache_is_elaborated_at_once_after_a_restart(self, server):
        env = server.run("def a := 1", add_to_session_cache=True).env
        server.restart()
        assert server.run(Command("#eval a", env)).messages[0].data == "1"
        assert list(server.session) == [env]

    def test_what_is_not_in_the_cache_survives_too(self, server):
        env = server.run("def a := 1").env
        server.run("def b := 2", add_to_session_cache=True)
        server.restart()
        assert server.run(Command("#eval a", env)).messages[0].data == "1"

    def test_a_removed_handle_is_unknown(self, server):
        env = server.run("def a := 1", add_to_session_cache=True).env
        child = server.run(Command("def b := a + 1", env)).env
        server.session.remove(env)
        assert env not in server.session
        with pytest.raises(UnknownEnvError, match=f"{env} is no environment"):
            server.run(Command("#eval a", env))
        assert server.run(Command("#eval b", child)).messages[0].data == "2"

    def test_a_cleared_cache_forgets_its_handles(self, server):
        envs = [server.run(f"def a := {n}", add_to_session_cache=True).env for n in range(3)]
        server.session.clear()
        assert len(server.session) == 0
        for env in envs:
            with pytest.raises(UnknownEnvError):
                server.run(Command("#eval a", env))


class TestImports:
    """Modules on disk that change while a server runs."""

    @pytest.fixture
    def compile_module(self, toolchain, tmp_path):
        """Write a module and compile it."""

        def compile_module(name: str, text: str) -> None:
            source = tmp_path / f"{name}.lean"
            source.write_text(text)
            output = [f"-o{tmp_path / name}.olean", f"-i{tmp_path / name}.ilean"]
            subprocess.run(
                [*toolchain.command, "-R", str(tmp_path), *output, str(source)],
                env=toolchain.environment([str(tmp_path)]),
                check=True,
            )

        return compile_module

    @pytest.fixture
    def server(self, config, tmp_path) -> Iterator[AutoLeanServer]:
        """A server that finds the modules."""
        with AutoLeanServer(dataclasses.replace(config, search_path=(str(tmp_path),))) as server:
            yield server

    def test_a_rebuilt_module_is_seen_by_the_next_command(self, server, compile_module):
        compile_module("Facts", "def answer := 41")
        assert server.run("import Facts\n#eval answer").messages[0].data == "41"
        compile_module("Facts", "def answer := 42")
        assert server.run("import Facts\n#eval answer").messages[0].data == "42"
        assert server.stats.stale == 1

    def test_a_module_behind_an_import_counts_too(self, server, compile_module):
        compile_module("Deep", "def deep := 1")
        compile_module("Top", "import Deep\ndef top := deep")
        assert server.run("import Top\n#eval top").messages[0].data == "1"
        compile_module("Deep", "def deep := 2")
        compile_module("Top", "import Deep\ndef top := deep")
        assert server.run("import Top\n#eval top").messages[0].data == "2"

    def test_a_missing_module_is_found_once_it_is_there(self, server, compile_module):
        response = server.run("import Late\n#eval late")
        assert not response.ok
        assert "Late" in response.errors[0].data
        compile_module("Late", "def late := 7")
        assert server.run("import Late\n#eval late").messages[0].data == "7"

    def test_a_handle_whose_import_broke_it_is_reported_on_the_handle(self, server, compile_module):
        compile_module("Facts", "def answer := 41")
        env = server.run("import Facts\ndef next := answer + 1").env
        compile_module("Facts", "def reply := 41")
        with pytest.raises(LeanServerError, match=f"environment {env} was without error"):
            server.run(Command("#check next", env))
        assert server.run("#check Nat").ok


class TestObservation:
    def test_statistics_count_what_happened(self, server):
        server.run("#check Nat")
        server.run("#check Nat")
        os.kill(server.pid, 9)
        deadline = time.monotonic() + 300
        while server.is_alive():
            assert time.monotonic() < deadline
        server.run("#check Nat")
        stats = server.stats
        assert (stats.commands, stats.cold, stats.warm) == (3, 2, 1)
        assert stats.restarts == {"crash": 1}
        assert stats.lean_seconds > 0
        assert stats.peak_memory_mb > 1

    def test_statistics_are_a_copy(self, server):
        before = server.stats
        server.run("#check Nat")
        assert before.commands == 0

    def test_an_observer_sees_commands_and_restarts(self, config):
        seen = []

        class Observer:
            def command(self, request, outcome):
                seen.append((request, type(outcome).__name__))

            def restart(self, cause):
                seen.append(cause)

        with AutoLeanServer(config, observer=Observer()) as server:
            server.run("#check Nat")
            server.restart()
            with pytest.raises(UnknownEnvError):
                server.run(Command("#check Nat", 77))
        assert seen[:2] == [("#check Nat", "CommandResponse"), "asked"]
        assert seen[2][1] == "UnknownEnvError"

    def test_it_is_quiet_by_default(self, server, caplog, capfd):
        server.run("#check Nat")
        server.restart()
        assert capfd.readouterr() == ("", "")
        assert [record for record in caplog.records if record.levelname == "WARNING"] == []


class TestMachineMemory:
    """The container's memory, read from cgroup files that the test writes."""

    def read(self, folder: Path, own: str) -> Memory:
        membership = folder / "membership"
        membership.write_text(own)
        return read_memory(folder, membership)

    def test_cgroup_v2(self, tmp_path):
        group = tmp_path / "a" / "b"
        group.mkdir(parents=True)
        (group / "memory.max").write_text("max\n")
        (group.parent / "memory.max").write_text(f"{GIB}\n")
        (group.parent / "memory.current").write_text(f"{GIB - 1000}\n")
        (group.parent / "memory.stat").write_text("anon 5\ninactive_file 500\n")
        assert self.read(tmp_path, "0::/a/b\n") == Memory(GIB, GIB - 1500)

    def test_cgroup_v1(self, tmp_path):
        group = tmp_path / "memory" / "docker"
        group.mkdir(parents=True)
        (group / "memory.limit_in_bytes").write_text(f"{GIB}\n")
        (group / "memory.usage_in_bytes").write_text(f"{GIB - 7}\n")
        (group / "memory.stat").write_text("total_inactive_file 3\n")
        found = self.read(tmp_path, "3:cpu:/docker\n4:memory:/docker\n")
        assert found == Memory(GIB, GIB - 10)

    def test_without_a_limit_the_machine_counts(self, tmp_path):
        found = self.read(tmp_path, "0::/\n")
        assert found.total > GIB
        assert 0 < found.share < 1


def test_a_server_that_is_shut_down_starts_nothing_again(toolchain):
    with AutoLeanServer(LeanConfig(toolchain=toolchain, timeout=600)) as server:
        server.run("#check Nat")
        pid = server.pid
        timer = threading.Timer(0.3, server.shut_down, ["the night shift is over"])
        timer.start()
        for command in (RUNAWAYS["eval"], "#check Nat"):
            with pytest.raises(LeanServerError, match="the night shift is over"):
                server.run(command, timeout=300)
        timer.join()
        assert server.stats.restarts == {}
        assert server.pid is None
        assert not psutil.pid_exists(pid)


@pytest.mark.parametrize(
    "wrong",
    [{"max_commands": 0}, {"max_commands": -3}, {"max_minutes": 0}, {"max_minutes": math.nan}],
)
def test_a_recycling_that_makes_no_sense_is_refused(config, wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        AutoLeanServer(config, **wrong)


def test_one_dead_header_costs_other_commands_no_restarts(config, library):
    library.compile("Z", "def z := 1")
    config = dataclasses.replace(config, search_path=library.path)
    with AutoLeanServer(config) as server:
        assert server.run("import Z\n#eval z").ok
        olean = library.folder / "Z.olean"
        half = olean.read_bytes()[: olean.stat().st_size // 2]
        other = olean.with_suffix(".half")
        other.write_bytes(half)
        os.replace(other, olean)
        with contextlib.suppress(LeanCrashError):
            assert not server.run("import Z\n#eval z").ok
        for _ in range(2):
            server.run("#eval 1")
        before = server.stats.restarts
        for _ in range(3):
            assert server.run("#eval 1").ok
        assert server.stats.restarts == before


def test_a_restart_elaborates_the_session_again_at_once(config):
    with AutoLeanServer(config) as server:
        slow = "def f : Nat → Nat\n| 0 => 0\n| 1 => 1\n| n + 2 => f (n + 1) + f n\n#eval f 24"
        env = server.run(slow, add_to_session_cache=True).env
        server.restart()
        [worker] = server._server._workers._pool.workers()
        assert "#eval f 24" in worker.text
        assert server.run(Command("#check f", env)).ok


def test_each_lost_worker_comes_back_with_the_session_of_its_imports(config):
    config = dataclasses.replace(config, max_warm_headers=2)
    other = ("Init.Data.List.Index",)
    with AutoLeanServer(config) as server:
        one = server.run("def one := 1", add_to_session_cache=True).env
        two = Command("def two := 2", imports=other)
        env = server.run(two, add_to_session_cache=True).env

        def held() -> list[bool]:
            texts = [worker.text for worker in server._server._workers._pool.workers()]
            return [any(part in text for text in texts) for part in ("one := 1", "two := 2")]

        server.restart()
        assert held() == [True, True]
        assert server.run(Command("#eval one", one)).ok  # what has not loaded is not started again
        assert server.run(Command("#eval two", env)).ok
        first, second = server._server._workers.pids()
        assert server.pid == second
        psutil.Process(first).kill()
        while server.is_alive():
            time.sleep(0.01)
        assert server.run(Command("#eval two", env)).ok
        assert held() == [True, True]
        assert server.pid == second
        assert server.stats.restarts == {"asked": 1, "crash": 1}
        assert server.run(Command("#eval one", one)).ok


def test_async_in_a_forked_child_says_so(config):
    with AutoLeanServer(config) as server:
        asyncio.run(server.async_run("#eval 1"))
        child = os.fork()
        if child == 0:
            try:
                asyncio.run(server.async_run("#eval 1", timeout=300))
            except LeanServerError as error:
                os._exit(0 if "forked" in str(error) else 1)
            finally:
                os._exit(2)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
