"""A genuine ELF ``lean`` in a sysroot does all that the embedded one does."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from runaways import EATERS, RUNAWAYS

from pytest_lean import (
    AutoLeanServer,
    LeanConfig,
    LeanMemoryError,
    LeanTimeoutError,
    Toolchain,
)
from pytest_lean.toolchain.find import find_toolchain

pytestmark = pytest.mark.slow

EXAMPLES = Path(__file__).parents[2] / "examples"
MAGIC = b"\x7fELF"


@pytest.fixture(scope="module")
def native(sysroot: Path) -> Toolchain:
    return find_toolchain(LeanConfig(toolchain=str(sysroot)))


@pytest.fixture
def run(tmp_path):
    """Run pytest in a folder."""

    def run(*arguments: str, cwd: Path = tmp_path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments]
        return subprocess.run(
            command, cwd=cwd, capture_output=True, text=True, timeout=1800, check=False
        )

    return run


def test_it_is_a_program_and_found_as_a_users_toolchain(sysroot, native):
    assert (sysroot / "bin" / "lean").read_bytes()[:4] == MAGIC
    assert native.label == "Lean 4.35.0 (explicit)"
    assert native.command == (str(sysroot / "bin" / "lean"),)
    assert native.search_path == ()  # it finds its library itself


def test_the_examples_pass(run, sysroot, tmp_path):
    examples = shutil.copytree(
        EXAMPLES, tmp_path / "examples", ignore=shutil.ignore_patterns("__pycache__")
    )
    done = run("-q", f"--lean-toolchain={sysroot}", "--lean-timeout=600", cwd=examples)
    assert done.returncode == 0, done.stdout
    assert "Lean 4.35.0 (explicit)" in done.stdout


def test_the_doctor_finds_it_usable(run, sysroot):
    done = run("--lean-doctor", f"--lean-toolchain={sysroot}")
    assert done.returncode == 0, done.stdout
    assert f"ok     command   {sysroot}/bin/lean" in done.stdout
    assert "ok     theorem   1 + 1 = 2 is accepted, 1 + 1 = 3 is rejected" in done.stdout


def test_a_matrix_runs_on_it_and_on_the_embedded_one(run, sysroot, tmp_path):
    (tmp_path / "test_it.py").write_text(
        "def test_it(lean):\n    lean.check('theorem t : 1 + 1 = 2 := rfl')\n"
    )
    done = run("-v", f"--lean-toolchains={sysroot} embedded")
    assert f"test_it[{sysroot.name}] PASSED" in done.stdout
    assert "test_it[embedded] PASSED" in done.stdout


def test_a_timeout_ends_the_command_and_the_next_one_is_answered(native):
    with AutoLeanServer(LeanConfig(toolchain=native)) as server:
        server.run("theorem t : 1 + 1 = 2 := rfl")
        with pytest.raises(LeanTimeoutError):
            server.run(RUNAWAYS["eval"], timeout=5)
        assert server.run("theorem t : 1 + 1 = 2 := rfl").ok


def test_a_memory_limit_ends_the_worker(native):
    config = LeanConfig(toolchain=native, memory_hard_limit_mb=400)
    with AutoLeanServer(config) as server, pytest.raises(LeanMemoryError):
        server.run(EATERS["eval"], timeout=300)


def test_a_worker_ends_when_the_process_that_started_it_is_killed(native, tmp_path):
    told = tmp_path / "pid"
    script = (
        "import os, signal, pathlib\n"
        "from pytest_lean import LeanConfig, LeanServer\n"
        f"server = LeanServer(LeanConfig(toolchain={str(native.command[0])!r}))\n"
        "server.run('theorem t : 1 + 1 = 2 := rfl')\n"
        f"pathlib.Path({str(told)!r}).write_text(str(server.pid))\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", script], check=False, timeout=300)
    pid = int(told.read_text())
    deadline = time.monotonic() + 60
    while _is_lean(pid) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not _is_lean(pid)


def _is_lean(pid: int) -> bool:
    try:
        process = psutil.Process(pid)
        return process.status() != psutil.STATUS_ZOMBIE and process.name().startswith("lean")
    except psutil.NoSuchProcess:
        return False
