"""Running tools: what they print arrives, and nothing outlives its deadline or its owner."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time

import psutil
import pytest

from pytest_lean import LeanBuildError, ToolchainError
from pytest_lean.toolchain.process import run_tool, tail


def python(code: str) -> list[str]:
    return [sys.executable, "-S", "-E", "-c", code]


def test_both_streams_and_the_exit_code_are_returned():
    output = run_tool(python("import sys; print('out'); sys.stderr.write('err'); sys.exit(3)"))
    assert (output.out, output.err, output.code) == ("out\n", "err", 3)


def test_much_output_on_both_streams_blocks_nothing():
    code = "import sys\nfor _ in range(9000): print('o' * 90); print('e' * 90, file=sys.stderr)"
    output = run_tool(python(code))
    assert len(output.out) == len(output.err) == 9000 * 91


def test_output_that_is_not_utf_8_is_no_failure():
    assert "�" in run_tool(python("import os; os.write(1, b'\\xff\\xfe\\n')")).out


def test_a_tool_gets_no_input():
    assert run_tool(python("import sys; print(repr(sys.stdin.read()))")).out == "''\n"


def test_a_failure_is_an_error_with_the_last_lines_and_a_hint():
    code = "import sys\nfor n in range(100): print('line', n)\nsys.exit(4)"
    with pytest.raises(LeanBuildError) as caught:
        run_tool(python(code)).require_success("read on", LeanBuildError)
    assert "failed (exit code 4); read on:\n[40 lines above this]\nline 40" in str(caught.value)


def test_a_tool_that_is_not_there_is_an_error():
    with pytest.raises(ToolchainError, match=r"exit code 127(?s:.)*No such file"):
        run_tool(["/no/such/tool"]).require_success()


def test_a_signal_gives_the_exit_code_of_a_shell():
    assert run_tool(python("import os; os.kill(os.getpid(), 9)")).code == 137


def test_a_deadline_also_kills_what_the_tool_started():
    code = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-S', '-c', 'import time; time.sleep(600)'])\n"
        "print(child.pid, flush=True); time.sleep(600)"
    )
    with pytest.raises(ToolchainError, match=r"did not end within 2 s and was killed") as caught:
        run_tool(python(code), seconds=2)
    child = int(str(caught.value).split()[-1])
    assert not is_running(child)


def test_whoever_watches_a_tool_may_end_it_and_what_it_started():
    running: list[int] = []

    def watch(pid: int) -> None:
        running[:] = [child.pid for child in psutil.Process(pid).children(recursive=True)]
        if len(running) == 2:
            raise KeyError("enough")

    code = (
        "import subprocess, sys, time\n"
        "subprocess.Popen([sys.executable, '-S', '-c', 'import time; time.sleep(600)'])\n"
        "time.sleep(600)"
    )
    with pytest.raises(KeyError, match="enough"):
        run_tool(python(code), seconds=300, watch=watch)
    assert not any(map(is_running, running))


def test_a_deadline_holds_for_a_tool_that_is_watched():
    with pytest.raises(ToolchainError, match="did not end within 1 s"):
        run_tool(python("import time; time.sleep(600)"), seconds=1, watch=lambda _: None)


def test_a_process_that_a_tool_leaves_behind_ends_with_it():
    code = (
        "import subprocess, sys\n"
        "child = subprocess.Popen([sys.executable, '-S', '-c', 'import time; time.sleep(600)'])\n"
        "print(child.pid)"
    )
    assert not is_running(int(run_tool(python(code), seconds=300).out))


def test_tools_end_when_their_owner_is_killed():
    code = (
        "import sys; from pytest_lean.toolchain.process import run_tool\n"
        "run_tool([sys.executable, '-S', '-c', "
        "'import os, time; print(os.getpid(), flush=True); time.sleep(600)'], "
        "progress=lambda line: print(line, flush=True))"
    )
    owner = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    try:
        assert owner.stdout is not None
        tool = int(owner.stdout.readline())
        assert is_running(tool, patience=0)
    finally:
        os.kill(owner.pid, signal.SIGKILL)
        owner.communicate(timeout=300)
    assert not is_running(tool)


def test_a_shortened_output_keeps_its_end():
    assert tail("a\nb\nc\n", lines=2) == "[1 lines above this]\nb\nc"


def is_running(pid: int, patience: float = 300) -> bool:
    deadline = time.monotonic() + patience
    with contextlib.suppress(psutil.NoSuchProcess):
        while psutil.Process(pid).status() != psutil.STATUS_ZOMBIE:
            if time.monotonic() >= deadline:
                return True
            time.sleep(0.01)
    return False
