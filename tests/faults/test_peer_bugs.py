"""Bugs of other tools, one by one: the test that shows that each is not here.

The list is that of the bugs which users of such tools met. Where another file has the whole
story, the test here is its core.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import pytest
from runaways import RUNAWAYS
from standin_worker import STANDIN

import pytest_lean
from pytest_lean import (
    AutoLeanServer,
    Command,
    LeanConfig,
    LeanCrashError,
    LeanServer,
    LeanServerError,
    LeanTimeoutError,
    UnknownEnvError,
)
from pytest_lean.messages import Message, Pos
from pytest_lean.server.verdict import axioms_in, tells_of_memory


@pytest.fixture(params=[LeanServer, AutoLeanServer])
def any_server(request, toolchain):
    with request.param(LeanConfig(toolchain=toolchain)) as server:
        yield server


@pytest.fixture
def auto(toolchain):
    with AutoLeanServer(LeanConfig(toolchain=toolchain)) as server:
        yield server


def data(response) -> list[str]:
    return [message.data for message in response.messages]


# Handles


def test_handles_do_not_point_at_other_environments_after_a_restart(any_server):
    handles = [any_server.run(f"def a := {n}").env for n in range(5)]
    any_server.restart()
    later = any_server.run("def a := 100").env
    assert later not in handles
    for n in reversed(range(5)):
        assert data(any_server.run(Command("#eval a", handles[n]))) == [str(n)]


def test_handles_do_not_point_at_other_environments_after_a_crash(auto):
    handles = [auto.run(f"def a := {n}").env for n in range(3)]
    psutil.Process(auto.pid).kill()
    for n in range(3):
        assert data(auto.run(Command("#eval a", handles[n]))) == [str(n)]


def test_a_removed_handle_is_not_sent_to_the_server_as_a_number(auto):
    env = auto.run("def a := 1", add_to_session_cache=True).env
    auto.session.remove(env)
    with pytest.raises(UnknownEnvError, match=f"{env} is no environment"):
        auto.run(Command("#eval a", env))


@pytest.mark.parametrize("env", [-1, 0, 10**9, "0", 1.5])
def test_a_handle_that_was_never_given_out_is_refused(any_server, env):
    with pytest.raises(UnknownEnvError):
        any_server.run(Command("#check Nat", env))


# Settings


def test_no_setting_of_a_config_is_ignored(toolchain, monkeypatch):
    started = []
    monkeypatch.setattr(
        "pytest_lean.server.workers.Worker",
        lambda *arguments: started.append(arguments) or Worker(*arguments),
    )
    from pytest_lean.server.worker import Worker

    config = LeanConfig(
        toolchain=toolchain,
        search_path=("/no/such/folder",),
        imports=("Init",),
        options={"pp.all": True},
        memory_hard_limit_mb=3000,
        enable_parallel_elaboration=False,
        threads=2,
    )
    with LeanServer(config) as server:
        assert server.run("#check Nat").ok
    [(_, text, environment, arguments)] = started
    assert text.startswith("import Init\nset_option pp.all true\n")
    assert arguments == ["-j2", f"-M{3000 + toolchain.mapped_mb}", "-DElab.async=false"]
    assert "/no/such/folder" in environment["LEAN_PATH"]


@pytest.mark.parametrize(
    "call",
    [
        lambda server: server.run("#check Nat", time_out=1),
        lambda server: server.run("#check Nat", add_to_sesion_cache=True),
        lambda server: Command("#check Nat", enviroment=1),
        lambda server: LeanConfig(memory_limit=1),
        lambda server: AutoLeanServer(max_memory=1),
    ],
)
def test_a_misspelt_keyword_is_not_swallowed(any_server, call):
    with pytest.raises(TypeError, match="unexpected keyword"):
        call(any_server)


def test_a_per_command_setting_is_not_overwritten_by_the_global_one(toolchain):
    config = LeanConfig(toolchain=toolchain, options={"pp.funBinderTypes": True}, timeout=0.001)
    command = Command("#check fun (x : Nat) => x", options={"pp.funBinderTypes": False})
    with LeanServer(config) as server:
        assert data(server.run(command, timeout=60)) == ["fun x => x : Nat → Nat"]


# Time


def test_there_is_a_default_timeout():
    assert LeanConfig().timeout == 60


def test_a_timeout_counts_the_wait_for_the_lock(any_server):
    def run_away() -> None:
        with contextlib.suppress(LeanTimeoutError):
            any_server.run(RUNAWAYS["tactic"], timeout=1.5)

    slow = threading.Thread(target=run_away)
    slow.start()
    while not any_server.is_busy():
        time.sleep(0.01)
    with pytest.raises(LeanTimeoutError) as caught:
        any_server.run("#check Nat", timeout=0.1)
    slow.join()
    assert caught.value.elapsed < 1


def test_a_timeout_counts_the_replay(auto):
    # Lean needs far longer for it than the second command may take.
    slow = "def f : Nat → Nat\n| 0 => 0\n| 1 => 1\n| n + 2 => f (n + 1) + f n\n#eval f 30"
    base = auto.run(slow, timeout=120)
    auto.restart()
    with pytest.raises(LeanTimeoutError):
        auto.run(Command("#check f", base.env), timeout=0.2)
    assert auto.run(Command("#check f", base.env), timeout=120).ok


def test_the_server_is_not_killed_on_every_timeout(any_server, monkeypatch):
    monkeypatch.setattr("pytest_lean.server.workers._SHORTEST_GRACE", 20.0)  # on a busy machine
    any_server.run("#check Nat")
    pid = any_server.pid
    with pytest.raises(LeanTimeoutError) as caught:
        any_server.run(RUNAWAYS["elaborator"], timeout=0.3)
    assert caught.value.server_stayed_warm is True
    assert any_server.run("#check Nat").ok
    assert any_server.pid == pid


def test_out_of_memory_is_not_slept_over(toolchain):
    config = LeanConfig(toolchain=toolchain, memory_hard_limit_mb=1)
    with AutoLeanServer(config) as server:
        started = time.monotonic()
        with pytest.raises(pytest_lean.LeanMemoryError):
            server.run("#eval 1")
        assert time.monotonic() - started < 15


# Streams


@pytest.mark.parametrize("order", ["stderr-flood", "huge-message"])
def test_output_that_nobody_asked_for_does_not_block_the_server(order):
    with LeanServer(LeanConfig(toolchain=STANDIN, timeout=30)) as server:
        assert server.run(f"-- do: {order}").ok


def test_a_byte_that_is_not_utf_8_hangs_no_caller():
    server = LeanServer(LeanConfig(toolchain=STANDIN, timeout=30))
    with server, pytest.raises(LeanCrashError):
        server.run("-- do: not-utf8")


# Threads


def test_two_threads_on_a_dead_server_start_one_process(auto):
    auto.run("#eval 0")
    others = len(psutil.Process().children()) - 1
    psutil.Process(auto.pid).kill()
    answers: list[str] = []
    threads = [
        threading.Thread(target=lambda: answers.extend(data(auto.run("#eval 1")))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == ["1"] * 8
    assert len(psutil.Process().children()) - others == 1
    assert auto.stats.restarts == {"crash": 1}


def test_a_memory_check_in_one_thread_kills_no_command_of_another(toolchain):
    config = LeanConfig(toolchain=toolchain, memory_hard_limit_mb=4000)
    with AutoLeanServer(config, max_process_memory=0.001) as server:
        # Above its share from the first command on: it is recycled, between commands only.
        answers: list[str] = []
        threads = [
            threading.Thread(target=lambda n=n: answers.extend(data(server.run(f"#eval {n}"))))
            for n in range(6)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(answers) == [str(n) for n in range(6)]


# Memory


def test_no_address_space_limit_is_set(toolchain):
    config = LeanConfig(toolchain=toolchain, memory_hard_limit_mb=2000)
    with LeanServer(config) as server:
        soft, hard = psutil.Process(server.pid).rlimit(psutil.RLIMIT_AS)
        assert (soft, hard) == psutil.Process().rlimit(psutil.RLIMIT_AS)
        assert server.run("#eval 1").ok


def test_a_busy_neighbour_restarts_nothing(toolchain, monkeypatch):
    from pytest_lean.server import auto
    from pytest_lean.server.machine import Memory

    with AutoLeanServer(LeanConfig(toolchain=toolchain)) as server:
        server.run("#eval 1")
        pid = server.pid
        monkeypatch.setattr(auto, "_MEMORY_AGE", 0.0)
        monkeypatch.setattr(auto, "read_memory", lambda: Memory(2**40, 2**40 - 1))
        with pytest.raises(pytest_lean.LeanMemoryError, match="would not help"):
            server.run("#eval 1")
        assert server.pid == pid
        assert server.stats.restarts == {}


# Verdicts


def test_a_dead_server_is_never_no_errors(server):
    psutil.Process(server.pid).kill()
    with pytest.raises(LeanCrashError):
        server.run("theorem t : 1 = 2 := rfl")


def test_diagnostics_that_are_on_their_way_are_waited_for(server):
    for n in range(30):
        assert not server.run(f"theorem t : {n} = 100 := by decide").ok
        assert server.run(f"theorem t : {n} = {n} := by decide").ok


def test_a_failed_build_is_never_no_errors(toolchain, library):
    library.compile("A", "def a := 1")
    Path(library.folder, "A.olean").write_bytes(b"no olean")
    config = LeanConfig(toolchain=toolchain, search_path=library.path, imports=("A",))
    with LeanServer(config) as server:
        for text in ("theorem t : 1 = 1 := rfl", "theorem t : 1 = 2 := rfl"):
            with pytest.raises(LeanServerError, match=r"A\.olean"):
                server.run(text)
        assert not server.run("import A\ntheorem t : 1 = 1 := rfl").ok


@pytest.mark.parametrize("proof", ["sorry", "by sorry", "by admit"])
def test_sorry_is_not_valid(any_server, proof):
    assert any_server.run(f"theorem t : 1 = 2 := {proof}").has_sorry


def test_no_verdict_hangs_on_the_words_of_a_message(any_server):
    response = any_server.run('#eval "declaration uses sorry"\n#eval "error: no"')
    assert response.ok
    assert not response.has_sorry


def test_a_wrapped_list_of_axioms_is_read_whole(server):
    names = [f"anAxiomWithAVeryLongNameSoThatLeanWrapsTheLine{n}" for n in range(6)]
    text = "".join(f"axiom {name} : {n} = 0\n" for n, name in enumerate(names))
    proof = f"⟨{', '.join(names)}⟩"
    statement = " ∧ ".join(f"{n} = 0" for n in range(6))
    response = server.run(f"{text}theorem t : {statement} := {proof}\n#print axioms t")
    [answer] = data(response)
    assert "\n" in answer
    assert axioms_in(answer) == set(names)


def test_changed_imports_are_not_ignored(server):
    assert not server.run("#check Prop\n#check nope").ok
    assert "unknown module prefix" in server.run("import Nope\n#check Prop").errors[0].data
    assert server.run("import Init\n#check Prop").ok


def test_a_changed_module_is_not_ignored(toolchain, library):
    library.compile("A", "def a := 1")
    config = LeanConfig(toolchain=toolchain, search_path=library.path, imports=("A",))
    with LeanServer(config) as server:
        assert data(server.run("#eval a")) == ["1"]
        library.compile("A", "def a := 22")
        assert data(server.run("#eval a")) == ["22"]


# Guests


def test_nothing_is_written_beside_the_user_s_files_or_into_the_package(toolchain, tmp_path):
    package = Path(pytest_lean.__file__).parent

    def state() -> set[tuple[str, int]]:
        files = (one for one in package.rglob("*") if "__pycache__" not in one.parts)
        return {(str(one), one.stat().st_mtime_ns) for one in files if one.suffix != ".lean"}

    before = state()
    script = "from pytest_lean import *; print(LeanServer().run('#eval 1').ok)"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout == "True\n", done.stderr
    assert list(tmp_path.iterdir()) == []
    assert state() == before


def test_the_user_s_log_handlers_stay(toolchain):
    script = (
        "import logging\n"
        "from pytest_lean import *\n"
        "root = logging.getLogger()\n"
        "before = list(root.handlers), root.level\n"
        "with LeanServer(LeanConfig(toolchain='embedded', verbose=True)) as server:\n"
        "    server.run('#eval 1')\n"
        "assert (root.handlers, root.level) == before\n"
    )
    subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, timeout=120)


def test_verbose_says_on_stderr_what_the_server_does(toolchain):
    script = (
        "from pytest_lean import *\n"
        "for verbose in (False, True):\n"
        "    with LeanServer(LeanConfig(toolchain='embedded', verbose=verbose)) as server:\n"
        "        server.run(f'#eval {verbose}')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=120
    )
    started, command = done.stderr.splitlines()
    assert f"started {toolchain.label}, process " in started
    assert command.endswith("s in Lean: #eval True")


def test_a_log_that_cannot_be_written_fails_no_command(toolchain):
    script = (
        "import os\n"
        "from pytest_lean import *\n"
        "with LeanServer(LeanConfig(toolchain='embedded', verbose=True)) as server:\n"
        "    with open('/dev/full', 'wb') as full: os.dup2(full.fileno(), 2)\n"
        "    print(server.run('#eval 1').infos[0].data)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, check=True, timeout=120
    )
    assert done.stdout == "1\n"


def test_the_import_loads_nothing_heavy():
    script = "import sys, pytest_lean; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    ).stdout.split()
    heavy = {"psutil", "asyncio", "subprocess", "json", "filelock", "pytest", "pytest_lean.server"}
    assert not heavy & set(loaded)


@pytest.mark.parametrize(
    ("data", "is_memory"),
    [
        ("(kernel) excessive memory consumption detected at 'replace'", True),
        (
            "Tactic `decide` failed. [...], but the kernel fails with:\n\n"
            "  (kernel) excessive memory consumption detected at 'interpreter'",
            True,
        ),
        ("no excessive memory consumption detected", False),
    ],
)
def test_a_kernel_without_memory_rejects_nothing(data, is_memory):
    assert tells_of_memory(Message(Pos(1, 0), Pos(1, 1), data, "error")) is is_memory
