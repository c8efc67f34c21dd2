"""Faults on the real process: the right exception, the next command right, nothing left over.

Each case runs with parallel elaboration on and with it off; the second is slow where the
elaborating threads have no part in the fault. What a case saw is a property in JUnit's file,
from which ``python docs/faults.py`` makes the table of the docs.
"""

from __future__ import annotations

import gc
import os
import shutil
import signal
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from runaways import EATERS, RUNAWAYS
from small_core import FALSE, TRUE

from pytest_lean import (
    AutoLeanServer,
    CacheDirError,
    Command,
    CommandResponse,
    LeanConfig,
    LeanCrashError,
    LeanError,
    LeanMemoryError,
    LeanServerError,
    LeanTimeoutError,
    Toolchain,
)
from pytest_lean.messages import Request
from pytest_lean.server import memory
from pytest_lean.server.worker import WarmWorker
from pytest_lean.toolchain.cache import locked
from pytest_lean.toolchain.embedded import find_embedded

BASE = "def before : Nat := 41"
OVERFLOW = "partial def fall (n : Nat) : Nat := fall (n + 1) + 1\n#eval fall 0"
FLOOD = """
set_option stderrAsMessages false
def flood : Nat → Nat
  | 0 => 0
  | n + 1 => dbgTrace "a flood of words that nobody reads" fun _ => flood n
macro "flooded" : term => if flood 50000 == 0 then `("dry") else `("wet")
#eval flooded
"""
HOLD = """
def hold : Nat → List Nat → Nat
  | 0, l => l.length
  | n + 1, l => hold n (n :: l)
#eval hold 200000 []
"""
SLEEPER = "#eval (do IO.sleep 2500; IO.println (toString (spin 0)) : IO Unit)"
KERNEL_EATER = (
    "def grow : Nat → List Nat → List Nat\n  | 0, l => l\n  | n + 1, l => grow n (n :: l)\n"
    "set_option maxHeartbeats 0\nset_option maxRecDepth 1000000\n"
    "theorem t : (grow 60000 []).length = 60000 := by decide +kernel"
)
ABORT = '@[extern "no_such_symbol"] opaque missing (n : UInt8) : IO Unit\n#eval missing 3'


# For faults that come from what Lean's threads do, or that meet them in the middle of it.
BOTH_WAYS = pytest.mark.parametrize(
    "parallel", [True, False], ids=["parallel", "serial"], indirect=True
)


@pytest.fixture(
    params=[
        pytest.param(True, id="parallel"),
        pytest.param(False, id="serial", marks=pytest.mark.slow),
    ]
)
def parallel(request) -> bool:
    """Parallel elaboration on, and off."""
    return request.param


class Seen:
    """An observer that writes down each error and each restart, in the words of the table."""

    def __init__(self) -> None:
        self.events: list[str] = []

    def command(self, _: Request, outcome: CommandResponse | LeanError) -> None:
        """Note an error, and what there is to know of it."""
        if isinstance(outcome, LeanTimeoutError):
            self.events.append(f"{type(outcome).__name__} after {outcome.elapsed:.2f} s")
        elif isinstance(outcome, LeanCrashError):
            self.events.append(f"{type(outcome).__name__}: {outcome.cause}")
        elif isinstance(outcome, LeanMemoryError):
            self.events.append(f"{type(outcome).__name__}: peak {outcome.peak_mb:.0f} MiB")
        elif isinstance(outcome, LeanError):
            self.events.append(type(outcome).__name__)

    def restart(self, cause: str) -> None:
        """Note a restart."""
        self.events.append(f"restart ({cause})")


@pytest.fixture
def make(toolchain: Toolchain, parallel: bool, request) -> Iterator[type[AutoLeanServer]]:
    """Make servers; at the end, no process that they started may be left."""
    servers = []
    seen = Seen()

    def make(config: LeanConfig | None = None, **more) -> AutoLeanServer:
        config = config or LeanConfig(toolchain=toolchain, timeout=300)
        config = replace(config, enable_parallel_elaboration=parallel)
        servers.append(AutoLeanServer(config, observer=seen, **more))
        return servers[-1]

    before = {child.pid for child in psutil.Process().children(recursive=True)}
    yield make
    for server in servers:
        server.kill()
    gc.collect()
    started = [one for one in psutil.Process().children(recursive=True) if one.pid not in before]
    _, alive = psutil.wait_procs(started, timeout=300)
    assert alive == []
    request.node.user_properties.append(("seen", ", ".join(seen.events) or "no error"))


@pytest.fixture
def server(make) -> AutoLeanServer:
    """A server with the usual limits."""
    return make()


def expect_right_answers(server: AutoLeanServer, env: int) -> None:
    """The next commands are right: a proof, a false proof, and a handle from before."""
    assert server.run("theorem t : 1 + 1 = 2 := rfl").ok
    assert not server.run("theorem t : 1 + 1 = 3 := rfl").ok
    assert [m.data for m in server.run(Command("#eval before + 1", env)).messages] == ["42"]
    assert server.is_alive()


def expect_right_answers_of_the_small_core(server: AutoLeanServer, env: int) -> None:
    """As above, where the core library is small and has no notation."""
    assert server.run(TRUE).ok
    assert not server.run(FALSE).ok
    assert server.run(Command("theorem t : Eq before 41 := Eq.refl 41", env)).ok
    assert server.is_alive()


def test_killed_while_idle(server):
    env = server.run(BASE).env
    os.kill(server.pid, signal.SIGKILL)
    expect_right_answers(server, env)
    assert server.stats.restarts == {"crash": 1}


@pytest.mark.quick(1)
@BOTH_WAYS
def test_killed_in_a_command_that_is_then_run_again(server):
    env = server.run(BASE).env
    victim = server.pid
    killer = threading.Timer(0.5, os.kill, (victim, signal.SIGKILL))
    killer.start()
    with pytest.raises(LeanTimeoutError):  # the second attempt runs into the deadline
        server.run(RUNAWAYS["eval"], timeout=2)
    assert server.stats.restarts["crash"] == 1
    expect_right_answers(server, env)


def test_a_command_that_kills_each_worker_is_named_as_the_cause(server, tmp_path):
    env = server.run(BASE).env
    begun = tmp_path / "begun"
    stop = threading.Event()

    def kill_who_begins() -> None:
        while not stop.wait(0.02):
            if begun.exists():
                begun.unlink()
                psutil.Process(server.pid).kill()

    killer = threading.Thread(target=kill_who_begins)
    killer.start()
    text = f'#eval IO.FS.writeFile "{begun}" ""\n{RUNAWAYS["eval"]}'
    try:
        with pytest.raises(LeanCrashError, match="ended two workers") as caught:
            server.run(text, timeout=300)
    finally:
        stop.set()
        killer.join()
    assert caught.value.cause == "killed"
    assert caught.value.command == text
    assert server.stats.restarts == {"crash": 2}
    expect_right_answers(server, env)


def test_stopped_while_idle(server):
    env = server.run(BASE).env
    stopped = psutil.Process(server.pid)
    stopped.suspend()
    with pytest.raises(LeanTimeoutError) as caught:
        server.run("#check Nat", timeout=0.5)
    assert caught.value.server_stayed_warm is False
    stopped.wait(timeout=300)
    expect_right_answers(server, env)


@pytest.mark.quick(1)
@BOTH_WAYS
def test_stopped_in_a_command(server):
    env = server.run(BASE).env
    stopped = psutil.Process(server.pid)
    timer = threading.Timer(0.3, stopped.suspend)
    timer.start()
    with pytest.raises(LeanTimeoutError) as caught:
        server.run(RUNAWAYS["eval"], timeout=1)
    assert caught.value.server_stayed_warm is False
    timer.join()
    stopped.wait(timeout=300)
    expect_right_answers(server, env)


@pytest.mark.slow
def test_a_flood_on_stderr(server):
    env = server.run(BASE).env
    assert [message.data for message in server.run(FLOOD).messages] == ['"dry"']
    expect_right_answers(server, env)
    with pytest.raises(LeanCrashError) as caught:
        server.run(f"{FLOOD}{ABORT}")
    assert "a flood of words" in caught.value.stderr_tail
    assert "Could not find native implementation" in caught.value.stderr_tail
    assert len(caught.value.stderr_tail) < 20_000
    expect_right_answers(server, env)


@pytest.mark.quick(1)
@BOTH_WAYS
def test_an_abort(server):
    env = server.run(BASE).env
    with pytest.raises(LeanCrashError) as caught:
        server.run(ABORT)
    assert caught.value.cause == "aborted"
    expect_right_answers(server, env)


@pytest.mark.quick(1)
@BOTH_WAYS
def test_stack_overflow(make, monkeypatch):
    monkeypatch.setenv("LEAN_STACK_SIZE_KB", "8192")  # Lean's own takes ten seconds to fill
    server = make()
    env = server.run(BASE).env
    with pytest.raises(LeanCrashError) as caught:
        server.run(OVERFLOW)
    assert caught.value.cause == "stack overflow"
    assert "deep recursion" in caught.value.stderr_tail
    expect_right_answers(server, env)


@pytest.mark.quick(4)
@pytest.mark.parametrize("kind", RUNAWAYS)
@BOTH_WAYS
def test_a_runaway_ends_at_its_deadline(server, kind):
    env = server.run(BASE).env
    timeout = 5 if kind == "parser" else 1  # many commands stand before the one that is endless
    with pytest.raises(LeanTimeoutError) as caught:
        server.run(RUNAWAYS[kind], timeout=timeout)
    error = caught.value
    assert error.elapsed >= timeout
    assert error.server_stayed_warm in {True, False}
    assert error.command == RUNAWAYS[kind]
    last = len(RUNAWAYS[kind].splitlines())  # a command is finished when the next one is read
    assert error.line == (last - 1 if kind == "parser" else last)
    assert f"not finished: line {error.line}: " in str(error)
    assert ("stayed warm" in str(error)) is error.server_stayed_warm
    assert server.stats.restarts == ({} if error.server_stayed_warm else {"timeout": 1})
    expect_right_answers(server, env)


@pytest.mark.quick(2)
@pytest.mark.parametrize("kind", EATERS)
def test_an_eater_ends_at_the_memory_limit(make, toolchain, kind):
    server = make(LeanConfig(toolchain=toolchain, memory_hard_limit_mb=256))
    env = server.run(BASE).env
    with pytest.raises(LeanMemoryError) as caught:
        server.run(EATERS[kind], timeout=300)
    assert isinstance(caught.value, MemoryError)
    assert caught.value.peak_mb > 100
    expect_right_answers(server, env)


def test_a_text_below_the_memory_limit_is_answered(make, toolchain):
    """Although Lean's resident memory, its mapped library included, is above it."""
    server = make(LeanConfig(toolchain=toolchain, memory_hard_limit_mb=256))
    env = server.run(BASE).env
    assert [message.data for message in server.run(HOLD).messages] == ["200000"]
    assert 150 < server.stats.peak_memory_mb < 256
    expect_right_answers(server, env)


def test_a_missing_shared_library_cannot_be_started(make, toolchain):
    *host, _ = toolchain.command
    broken = replace(toolchain, command=(*host, "/no/such/libleanshared.so"))
    server = make(LeanConfig(toolchain=broken), max_restart_attempts=2)
    with pytest.raises(LeanCrashError, match="2 starts in a row failed") as caught:
        server.run("#check Nat")
    assert caught.value.cause == "start"
    assert "/no/such/libleanshared.so" in caught.value.stderr_tail


@pytest.mark.quick(1)
@pytest.mark.parametrize("kind", ["crash", "runaway"])
@BOTH_WAYS
def test_a_failed_replay_is_reported_for_its_handle(server, tmp_path, kind):
    kept = server.run(BASE).env
    mood = tmp_path / "mood"
    mood.write_text("good")
    bad = {"crash": "IO.Process.exit 3", "runaway": "IO.println (toString (spin 0))"}[kind]
    text = (
        f"{RUNAWAYS['eval'].splitlines()[0]}\n#eval show IO Unit from do\n"
        f'  let mood ← IO.FS.readFile "{mood}"\n  if mood == "bad" then {bad} else pure ()'
    )
    env = server.run(Command(text, kept)).env
    continued = server.run(Command("def a := 1", env)).env
    mood.write_text("bad")
    server.restart()
    told = {
        "crash": f"environment {continued} cannot be elaborated again",
        "runaway": f"it was elaborating environment {env} again",
    }[kind]
    with pytest.raises(LeanServerError, match=told) as caught:
        server.run(Command("#eval a", continued), timeout=3 if kind == "runaway" else 300)
    assert caught.value.line is None
    assert "ended two workers" not in str(caught.value)
    assert caught.value.command == (None if kind == "crash" else "#eval a")
    expect_right_answers(server, kept)
    mood.write_text("good")
    assert [m.data for m in server.run(Command("#eval a", continued)).messages] == ["1"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_imports_that_never_load(make, toolchain, tmp_path):
    os.mkfifo(tmp_path / "Endless.olean")
    server = make(LeanConfig(toolchain=toolchain, search_path=(tmp_path,)))
    env = server.run(BASE).env
    with pytest.raises(LeanTimeoutError, match="it was loading the imports"):
        server.run("import Endless\n#eval 1", timeout=2)
    expect_right_answers(server, env)


@pytest.mark.skipif(sys.platform != "linux", reason="address-space limits differ")
@pytest.mark.parametrize(("lacking", "kilobytes"), [("threads", 2_000_000), ("library", 150_000)])
def test_a_start_without_enough_memory_says_so(make, toolchain, lacking, kilobytes):
    shell = ("sh", "-c", f'ulimit -v {kilobytes}; exec "$@"', "sh")
    starved = replace(toolchain, command=(*shell, *toolchain.command))
    server = make(LeanConfig(toolchain=starved), max_restart_attempts=2)
    with pytest.raises(LeanServerError) as caught:
        server.run("#check Nat", timeout=300)
    assert isinstance(caught.value, (LeanMemoryError, LeanCrashError))
    assert caught.value.stderr_tail


@pytest.mark.slow
def test_a_cleared_cache_directory_is_filled_again(make, small_core, tmp_path):
    cache = tmp_path / "cache"
    server = make(LeanConfig(toolchain=find_embedded(cache), cache_dir=cache))
    env = server.run(BASE).env
    shutil.rmtree(cache)
    os.kill(server.pid, signal.SIGKILL)
    expect_right_answers_of_the_small_core(server, env)
    assert len((cache / "builds.log").read_text().splitlines()) == 1


@pytest.mark.quick(1)
@pytest.mark.parametrize("damage", ["missing", "zeroed"])
def test_a_damaged_core_library_gives_no_verdict(make, small_core, tmp_path, damage):
    cache = tmp_path / "cache"
    server = make(
        LeanConfig(toolchain=find_embedded(cache), cache_dir=cache), max_restart_attempts=2
    )
    env = server.run(BASE).env
    [core] = map(Path, server.toolchain.search_path)
    if damage == "zeroed":  # it looks whole, so nobody builds it again
        victim = core / "Init.olean"
        victim.write_bytes(bytes(victim.stat().st_size))
    else:
        next((core / "Init").rglob("*.olean")).unlink()
    os.kill(server.pid, signal.SIGKILL)
    if damage == "zeroed":
        for text in (FALSE, "this is no Lean {{{", Command("#check before", env)):
            with pytest.raises(LeanCrashError, match="could not load its library") as caught:
                server.run(text)
            assert caught.value.cause == "start"
    else:
        expect_right_answers_of_the_small_core(server, env)


@pytest.mark.slow
def test_a_deadline_holds_while_the_core_library_is_built_again(make, small_core, tmp_path):
    cache = tmp_path / "cache"
    server = make(LeanConfig(toolchain=find_embedded(cache), cache_dir=cache))
    server.run(BASE)
    shutil.rmtree(cache)
    [_, key] = server.toolchain.search_path[0].rsplit("/", 1)
    with locked(cache, f"core-{key}"):  # somebody else builds it, and takes long
        os.kill(server.pid, signal.SIGKILL)
        with pytest.raises(LeanTimeoutError, match="core library is being built again") as caught:
            server.run("#check Nat", timeout=0.5)
    assert caught.value.elapsed < 60


@pytest.mark.slow
def test_a_cache_that_cannot_be_used_hides_no_timeout(make, warm_cache):
    server = make(LeanConfig(toolchain=find_embedded(warm_cache), cache_dir=warm_cache))
    server.run(BASE)
    shutil.rmtree(warm_cache)
    warm_cache.write_text("in the way")
    with pytest.raises(LeanTimeoutError):
        server.run(RUNAWAYS["eval"], timeout=0.5)
    with pytest.raises(CacheDirError):
        server.run("#eval 1", timeout=300)
    warm_cache.unlink()


@pytest.mark.quick(1)
@BOTH_WAYS
def test_a_runaway_that_sleeps_is_not_taken_for_one_that_stopped(server):
    env = server.run(BASE).env
    with pytest.raises(LeanTimeoutError) as caught:
        server.run(f"{RUNAWAYS['eval'].splitlines()[0]}\n{SLEEPER}", timeout=0.5)
    assert caught.value.server_stayed_warm is False
    expect_right_answers(server, env)


@pytest.mark.slow
def test_a_kernel_out_of_memory_gives_no_verdict(make, toolchain, monkeypatch):
    """Where the kernel looks before the watcher does, which here kills nobody."""

    def note(state, _limit_mb):
        state.peak = max(state.peak, sum(map(memory.private_mb, state.pids)))

    monkeypatch.setattr(memory._State, "_sample", note)
    monkeypatch.setattr("pytest_lean.toolchain.model._MAPPED_EMBEDDED_MB", 0)
    server = make(LeanConfig(toolchain=toolchain, memory_hard_limit_mb=256))
    env = server.run(BASE).env
    with pytest.raises(LeanMemoryError):
        server.run(KERNEL_EATER, timeout=300)
    assert server.run(Command("theorem t : before = 41 := rfl", env)).ok


def run_beside(server: AutoLeanServer, timeout: float | None) -> Future[CommandResponse]:
    """Run an endless command in a thread of its own, and wait until it has begun."""
    pool = ThreadPoolExecutor(1)
    running = pool.submit(server.run, RUNAWAYS["eval"], timeout=timeout)
    pool.shutdown(wait=False)
    deadline = time.monotonic() + 300
    while not server.is_busy() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert server.is_busy()
    return running


@pytest.mark.quick(1)
@BOTH_WAYS
def test_kill_ends_the_command_that_runs_for_good(server):
    server.run(BASE)
    runaway = run_beside(server, None)
    time.sleep(0.3)
    server.kill()
    with pytest.raises(LeanServerError, match="killed"):
        runaway.result(timeout=300)
    assert server.pid is None
    assert server.run("#eval 1").ok
    assert server.stats.restarts == {"asked": 1}


@pytest.mark.slow
@pytest.mark.parametrize("end", ["kill", "shut_down"])
def test_a_server_that_is_ended_during_a_restart_stays_ended(server, monkeypatch, end):
    server.run(BASE)
    real = server._server.revive

    def revive(warm_up):
        server.kill() if end == "kill" else server.shut_down("it is over")
        real(warm_up)

    monkeypatch.setattr(server._server, "revive", revive)
    with pytest.raises(LeanTimeoutError):
        server.run(RUNAWAYS["eval"], timeout=0.5)
    assert server.pid is None


def test_a_kill_before_the_first_attempt_is_not_undone(server, monkeypatch):
    server.run(BASE)
    real = server._server.is_alive

    def is_alive() -> bool:
        server.kill()
        return real()

    monkeypatch.setattr(server._server, "is_alive", is_alive)
    with pytest.raises(LeanServerError, match="killed"):
        server.run("#eval 1")
    assert server.pid is None


def test_an_interrupt_while_a_timeout_is_handled(server, monkeypatch):
    env = server.run(BASE).env

    def drop(*_: object) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(WarmWorker, "drop", drop)
        with pytest.raises(KeyboardInterrupt):
            server.run(RUNAWAYS["eval"], timeout=0.5)
    expect_right_answers(server, env)


@pytest.mark.skipif(os.name != "posix", reason="there is no sh")
def test_a_process_that_holds_the_pipe_of_a_dead_worker_ends_with_it(make, toolchain):
    shell = ("sh", "-c", 'sleep 600 & exec "$@"', "sh")
    server = make(LeanConfig(toolchain=replace(toolchain, command=(*shell, *toolchain.command))))
    env = server.run(BASE).env
    [sleeper] = psutil.Process(server.pid).children()
    os.kill(server.pid, signal.SIGKILL)
    expect_right_answers(server, env)
    sleeper.wait(timeout=300)
    assert server.stats.restarts == {"crash": 1}


@pytest.mark.slow
def test_a_jump_of_the_wall_clock_changes_no_deadline(server, monkeypatch):
    env = server.run(BASE).env
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + 10_000_000)
    expect_right_answers(server, env)
    with pytest.raises(LeanTimeoutError):
        server.run(RUNAWAYS["eval"], timeout=0.5)
    monkeypatch.setattr(time, "time", lambda: real() - 10_000_000)
    expect_right_answers(server, env)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
def test_a_fork_in_the_middle_of_a_command(server):
    env = server.run(BASE).env
    runaway = run_beside(server, 1.5)
    child = os.fork()
    if child == 0:
        try:
            server.is_alive()
            server.run("#check Nat")
        except LeanServerError as error:
            os._exit(0 if "forked" in str(error) else 1)
        finally:
            os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    with pytest.raises(LeanTimeoutError):
        runaway.result(timeout=300)
    assert server.stats.restarts == {"timeout": 1}
    expect_right_answers(server, env)


def test_an_interrupt_in_the_middle_of_a_command(server):
    env = server.run(BASE).env
    timer = threading.Timer(0.4, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        server.run(RUNAWAYS["eval"], timeout=300)
    timer.join()
    expect_right_answers(server, env)


@pytest.mark.slow
def test_an_interrupt_that_does_not_end_the_wait_by_itself(server):
    """As when it comes in the moment before the wait begins: then only Python's flag is set."""
    env = server.run(BASE).env
    timer = threading.Timer(0.4, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()  # some other thread takes the signal
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        with pytest.raises(KeyboardInterrupt):
            server.run(RUNAWAYS["eval"], timeout=300)
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
    timer.join()
    expect_right_answers(server, env)
