"""Bugs of other tools, one by one: the test that shows that each is not here.

The list is that of the bugs which users of such tools met. These have their test where the
subject has its own file:

- a handle points at another environment after a restart, or is refused too late:
  server/test_server.py; after a crash: test_faults.py; once it was removed: server/test_auto.py
- a misspelt keyword is swallowed: server/test_results.py
- a setting of the command is overwritten by the global one: server/test_lean_options.py
- a timeout leaves out the wait for other threads: server/test_sharing.py
- output that nobody asked for blocks the server, a byte that is not UTF-8 hangs the caller:
  server/test_transport.py
- a busy neighbour has the server restarted: server/test_auto.py
- changed imports, or a changed module, are ignored: server/test_headers.py
- `sorry` is valid: fooling/test_sorry.py
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import pytest
from runaways import RUNAWAYS

import pytest_lean
from pytest_lean import (
    AutoLeanServer,
    Command,
    LeanConfig,
    LeanCrashError,
    LeanServer,
    LeanServerError,
    LeanTimeoutError,
)
from pytest_lean.messages import Message, Pos
from pytest_lean.server.inquiry import axioms_in
from pytest_lean.server.verdict import tells_of_memory


@pytest.fixture(params=[LeanServer, AutoLeanServer])
def any_server(request, toolchain):
    with request.param(LeanConfig(toolchain=toolchain, timeout=600)) as server:
        yield server


@pytest.fixture
def auto(toolchain):
    with AutoLeanServer(LeanConfig(toolchain=toolchain, timeout=600)) as server:
        yield server


def data(response) -> list[str]:
    return [message.data for message in response.messages]


# Settings


def test_no_setting_of_a_config_is_ignored(toolchain, monkeypatch):
    started = []
    monkeypatch.setattr(
        "pytest_lean.server.workers.WarmWorker",
        lambda *arguments: started.append(arguments) or WarmWorker(*arguments),
    )
    from pytest_lean.server.worker import WarmWorker

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
    assert text.split()[:5] == ["import", "Init", "set_option", "pp.all", "true"]
    assert arguments == ["-j2", f"-M{3000 + toolchain.mapped_mb}", "-DElab.async=false"]
    assert "/no/such/folder" in environment["LEAN_PATH"]


# Time


def test_there_is_a_default_timeout():
    assert LeanConfig().timeout == 60


@pytest.mark.slow
def test_a_timeout_counts_the_replay(auto):
    # Lean needs far longer for it than the second command may take.
    slow = "def f : Nat → Nat\n| 0 => 0\n| 1 => 1\n| n + 2 => f (n + 1) + f n\n#eval f 30"
    base = auto.run(slow, timeout=300)
    auto.restart()
    with pytest.raises(LeanTimeoutError):
        auto.run(Command("#check f", base.env), timeout=0.2)
    assert auto.run(Command("#check f", base.env), timeout=300).ok


def test_the_server_is_not_killed_on_every_timeout(any_server, monkeypatch):
    monkeypatch.setattr("pytest_lean.server.workers._SHORTEST_GRACE", 20.0)  # on a busy machine
    any_server.run("#check Nat")
    pid = any_server.pid
    with pytest.raises(LeanTimeoutError) as caught:
        any_server.run(RUNAWAYS["elaborator"], timeout=0.3)
    assert caught.value.server_stayed_warm is True
    assert any_server.run("#check Nat").ok
    assert any_server.pid == pid


def test_out_of_memory_is_not_slept_over(toolchain, monkeypatch):
    slept = []
    sleep = time.sleep
    monkeypatch.setattr(time, "sleep", lambda seconds: (slept.append(seconds), sleep(seconds)))
    config = LeanConfig(toolchain=toolchain, memory_hard_limit_mb=1)
    with AutoLeanServer(config) as server:
        with pytest.raises(pytest_lean.LeanMemoryError):
            server.run("#eval 1")
        assert sum(slept) < 5


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
        timeout=300,
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
    subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, timeout=300)


def test_verbose_says_on_stderr_what_the_server_does(toolchain):
    script = (
        "from pytest_lean import *\n"
        "for verbose in (False, True):\n"
        "    with LeanServer(LeanConfig(toolchain='embedded', verbose=verbose)) as server:\n"
        "        server.run(f'#eval {verbose}')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=300
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
    # Python itself ends with an error if stderr holds something that it cannot write at the end.
    done = subprocess.run(
        [sys.executable, "-u", "-c", script],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=300,
    )
    assert done.stdout == "1\n"


def test_the_import_loads_nothing_heavy():
    script = "import sys, pytest_lean; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=300
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
