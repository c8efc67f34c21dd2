"""Texts that attack the machine, with the sandbox and without it: what was seen of each.

Each attack is made on the lane's way that lets it go furthest: a plain process may execute
programs even in the sandbox, a forked one finds none.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import lane_texts as texts
import psutil
import pytest

from pytest_lean import LeanCrashError, LeanTimeoutError, Toolchain
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.lane import landlock, way
from pytest_lean.server.lane.lane import Compiled, Lane
from pytest_lean.server.lane.sandbox import Mode

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the sandbox is Linux's"
)
SOON = 60.0
# An argument that no other process has.
UNIQUE = f"86399.{os.getpid()}"


def compiled(lane: Lane, text: str, folder: Path, seconds: float = SOON) -> Compiled:
    return lane.compile(text, folder, Deadline(seconds))


def has_sandbox(toolchain: Toolchain) -> bool:
    with Lane(toolchain) as lane:
        return lane.elaborate("", Deadline(SOON)).held.is_whole


@pytest.fixture(scope="module", autouse=True)
def whole_sandbox(toolchain: Toolchain) -> None:
    if not has_sandbox(toolchain):
        pytest.skip("this machine does not allow all of the sandbox")


@pytest.fixture(scope="module")
def guarded(toolchain: Toolchain) -> Iterator[Lane]:
    """In the sandbox, forked."""
    with Lane(toolchain, sandbox="require") as lane:
        yield lane


@pytest.fixture(scope="module")
def programs(toolchain: Toolchain) -> Iterator[Lane]:
    """In the sandbox, as a program, which may execute others."""
    with pytest.MonkeyPatch.context() as patch:  # no longer than this lane is made: others fork
        patch.setattr(way, "by_fork", lambda toolchain: None)
        lane = Lane(toolchain, sandbox="require")
    with lane:
        lane.elaborate("", Deadline(SOON))
        yield lane


@pytest.fixture(scope="module")
def unguarded(toolchain: Toolchain) -> Iterator[Lane]:
    """Without a sandbox."""
    with Lane(toolchain, sandbox="off") as lane:
        yield lane


def strays() -> list[int]:
    """The processes that an attack left behind."""
    found = []
    for process in psutil.process_iter(["cmdline"]):
        with contextlib.suppress(psutil.Error):
            if UNIQUE in (process.info["cmdline"] or ()):
                found.append(process.pid)
    return found


class TestFiles:
    def test_it_writes_outside_its_folder_without_a_sandbox_only(
        self, guarded: Lane, unguarded: Lane, folder: Path, tmp_path: Path
    ) -> None:
        target = tmp_path / "target"
        done = compiled(guarded, texts.writes(target), folder)
        assert done.exit_code == 1
        assert not target.exists()
        assert compiled(unguarded, texts.writes(target), folder).exit_code == 0
        assert target.read_text() == "written by a text"

    def test_it_writes_into_its_own_folder(self, guarded: Lane, folder: Path) -> None:
        compiled(guarded, texts.writes("mine.txt"), folder)
        assert (folder / "mine.txt").read_text() == "written by a text"

    def test_it_rewrites_the_core_library_without_a_sandbox_only(
        self, guarded: Lane, toolchain: Toolchain, warm_cache: Path, folder: Path
    ) -> None:
        # The one that the process uses; in the sandbox it is really that one.
        real = Path(toolchain.search_path[0]) / "Init.olean"
        before = real.read_bytes()
        done = compiled(guarded, texts.writes(real), folder)
        assert done.exit_code == 1
        assert real.read_bytes() == before
        [copy] = warm_cache.glob("core/*/Init.olean")
        with Lane(toolchain, sandbox="off", cache_dir=warm_cache) as lane:
            assert compiled(lane, texts.writes(copy), folder).exit_code == 0
        assert copy.read_bytes() == b"written by a text"

    @pytest.mark.parametrize("what", ["/etc/passwd", "home"])
    def test_it_reads_what_is_no_concern_of_its_without_a_sandbox_only(
        self, guarded: Lane, unguarded: Lane, folder: Path, tmp_path: Path, what: str
    ) -> None:
        path = Path(what)
        if what == "home":
            path = tmp_path / "secret"
            path.write_text("root: a secret", encoding="utf-8")
        assert compiled(guarded, texts.reads(path), folder).exit_code == 1
        done = compiled(unguarded, texts.reads(path), folder)
        assert any("root" in message.data for message in done.messages)

    def test_it_sees_no_variables_of_its_caller(
        self, guarded: Lane, folder: Path, monkeypatch: pytest.MonkeyPatch, toolchain: Toolchain
    ) -> None:
        monkeypatch.setenv("SECRET_TOKEN", "hidden")
        text = '#eval (do IO.println s!"{(← IO.getEnv "SECRET_TOKEN")}" : IO Unit)'
        said = [message.data for message in compiled(guarded, text, folder).messages]
        assert said == ["none\n"]
        with Lane(toolchain, sandbox="off") as lane:
            said = [message.data for message in compiled(lane, text, folder).messages]
        assert said == ["(some hidden)\n"]

    @pytest.mark.parametrize("place", ["guarded", "unguarded"])
    def test_one_that_deletes_its_output_has_none(
        self, request: pytest.FixtureRequest, folder: Path, place: str
    ) -> None:
        lane: Lane = request.getfixturevalue(place)
        text = texts.does('do IO.FS.writeFile "Proof.olean" "x"; IO.FS.removeFile "Proof.lean"')
        done = compiled(lane, text, folder)
        assert not (folder / "Proof.lean").exists()
        assert done.olean is None or done.olean.read_bytes().startswith(b"olean")

    @pytest.mark.parametrize("place", ["programs", "unguarded"])
    def test_a_link_in_place_of_its_output_is_no_output(
        self, request: pytest.FixtureRequest, folder: Path, place: str
    ) -> None:
        lane: Lane = request.getfixturevalue(place)
        script = "(while :; do ln -sf /etc/passwd Proof.olean; done) &"
        done = compiled(lane, texts.runs(script, wait_ms=300), folder)
        assert done.olean is None or done.olean.read_bytes().startswith(b"olean")

    def test_it_cannot_fill_the_disk(self, toolchain: Toolchain, folder: Path) -> None:
        script = "i=0; while :; do i=$((i+1)); head -c 30000000 /dev/zero > f$i; done"
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(way, "by_fork", lambda toolchain: None)
            lane = Lane(toolchain, sandbox="require", file_mb=100)
            with lane, pytest.raises(LeanCrashError, match="more than 100 MiB"):
                compiled(lane, texts.runs(script, wait_ms=50000), folder)
        written = sum(path.stat().st_size for path in folder.iterdir())
        assert written < 4000 * 1024 * 1024


DAEMONS = {
    "child": f"echo begun > begun; sleep {UNIQUE}",
    "background": f"sleep {UNIQUE} &\necho begun > begun",
    "own session": f"setsid sleep {UNIQUE} &\necho begun > begun",
    "double fork": f"(setsid sh -c '(setsid sleep {UNIQUE} &)' &)\necho begun > begun",
}


class TestProcesses:
    @pytest.mark.parametrize("kind", DAEMONS)
    @pytest.mark.parametrize("place", ["programs", "unguarded"])
    def test_whatever_it_starts_ends_with_it(
        self, request: pytest.FixtureRequest, folder: Path, place: str, kind: str
    ) -> None:
        lane: Lane = request.getfixturevalue(place)
        compiled(lane, texts.runs(DAEMONS[kind], wait_ms=700), folder)
        assert (folder / "begun").exists()
        assert strays() == []

    @pytest.mark.parametrize("place", ["programs", "unguarded"])
    def test_a_daemon_ends_with_a_text_that_passes_its_deadline(
        self, request: pytest.FixtureRequest, folder: Path, place: str
    ) -> None:
        lane: Lane = request.getfixturevalue(place)
        text = texts.runs(DAEMONS["double fork"], wait_ms=50000)
        with pytest.raises(LeanTimeoutError):
            compiled(lane, text, folder, seconds=3.0)
        assert strays() == []

    def test_in_the_sandbox_a_forked_lean_finds_no_program(
        self, guarded: Lane, folder: Path
    ) -> None:
        done = compiled(guarded, texts.runs("echo begun > begun"), folder)
        assert "could not execute external process '/bin/sh'" in done.stderr
        assert not (folder / "begun").exists()

    def test_it_sees_and_kills_no_process_of_others_without_a_sandbox_only(
        self, programs: Lane, unguarded: Lane, folder: Path
    ) -> None:
        for lane, is_killed in ((programs, False), (unguarded, True)):
            with subprocess.Popen(["sleep", "60"]) as victim:
                text = texts.runs(f"kill -9 {victim.pid}", wait_ms=500)
                compiled(lane, text, folder)
                assert (victim.poll() is not None) == is_killed
                victim.kill()

    def test_one_that_sleeps_after_its_output_is_a_timeout(
        self, guarded: Lane, folder: Path
    ) -> None:
        text = texts.does('do IO.FS.writeFile "Proof.olean" "olean"; IO.sleep 60000')
        with pytest.raises(LeanTimeoutError):
            compiled(guarded, text, folder, seconds=2.0)


class TestNetwork:
    def test_it_opens_a_connection_without_a_sandbox_only(
        self, programs: Lane, unguarded: Lane, folder: Path
    ) -> None:
        bash = shutil.which("bash")
        if bash is None:
            pytest.skip("needs bash")
        with socket.create_server(("127.0.0.1", 0)) as listening:
            listening.settimeout(0.5)
            port = listening.getsockname()[1]
            text = texts.runs(f"exec 3<>/dev/tcp/127.0.0.1/{port}", shell=bash, wait_ms=500)
            compiled(programs, text, folder)
            with pytest.raises(TimeoutError):
                listening.accept()
            compiled(unguarded, text, folder)
            listening.accept()[0].close()


class TestAnswers:
    FORGED = (
        '{\\"severity\\":\\"error\\",\\"data\\":\\"forged\\",\\"kind\\":\\"\\",'
        '\\"pos\\":{\\"line\\":1,\\"column\\":0}}\\n'
    )

    @pytest.mark.parametrize("place", ["guarded", "unguarded"])
    def test_what_it_writes_to_its_stdout_is_no_verdict(
        self, request: pytest.FixtureRequest, folder: Path, place: str
    ) -> None:
        lane: Lane = request.getfixturevalue(place)
        forged = "Content-Length: 2\\r\\n\\r\\n{}"
        text = texts.does(f'IO.FS.writeFile "/proc/self/fd/1" "{forged}"') + texts.CHEAT
        done = compiled(lane, text, folder)
        assert done.olean is None
        with pytest.raises(LeanCrashError) as caught:
            lane.elaborate(text, Deadline(SOON))
        assert caught.value.cause == "protocol"

    @pytest.mark.parametrize("place", ["guarded", "unguarded"])
    def test_an_error_cannot_be_taken_back(
        self, request: pytest.FixtureRequest, place: str
    ) -> None:
        lane: Lane = request.getfixturevalue(place)
        text = texts.does(f'IO.FS.writeFile "/proc/self/fd/1" "{self.FORGED}"') + texts.CHEAT
        said = [one["message"] for one in lane.elaborate(text, Deadline(SOON)).diagnostics]
        assert any("rfl" in one for one in said)

    def test_one_that_forges_and_ends_is_a_crash(self, unguarded: Lane) -> None:
        text = texts.does('do IO.FS.writeFile "Command.ilean" "{}"; IO.Process.exit 0')
        with pytest.raises(LeanCrashError, match="before the end of the text"):
            unguarded.elaborate(text, Deadline(SOON))


class TestWhatTheMachineAllows:
    """In a container without user namespaces, or on an older kernel, it works and says so."""

    # Run behind `unshare`, where the machine's own limit on user namespaces is the test's.
    SCRIPT = """
        import ctypes, struct, sys, tempfile
        from pathlib import Path
        if "no-landlock" in sys.argv:
            libc = ctypes.CDLL(None, use_errno=True)
            load, jump, ret = 0x20, 0x15, 0x06
            steps = [(load, 0, 0, 0), (jump, 2, 0, 444), (jump, 1, 0, 445), (jump, 0, 1, 446),
                     (ret, 0, 0, 0x00050000 | 38), (ret, 0, 0, 0x7FFF0000)]
            code = b"".join(struct.pack("=HBBI", *step) for step in steps)
            held = ctypes.create_string_buffer(code)
            program = struct.pack("=HxxxxxxQ", len(steps), ctypes.addressof(held))
            assert libc.prctl(38, 1, 0, 0, 0) == 0
            assert libc.prctl(22, 2, program, 0, 0) == 0, ctypes.get_errno()
        from pytest_lean.server.deadline import Deadline
        from pytest_lean.server.lane.lane import Lane
        from pytest_lean.toolchain.embedded import find_embedded
        with Lane(find_embedded(), sandbox=sys.argv[1]) as lane:
            done = lane.compile(sys.argv[2], Path(tempfile.mkdtemp()), Deadline(60))
            print(done.olean is not None, "|", done.held)
    """

    def say(self, mode: Mode, *arguments: str, namespaces: bool) -> str:
        """Return what the script prints, or else its error."""
        script = textwrap.dedent(self.SCRIPT)
        command = [sys.executable, "-c", script, mode, texts.HONEST, *arguments]
        if not namespaces:
            if shutil.which("unshare") is None:
                pytest.skip("needs unshare")
            forbid = 'echo 0 > /proc/sys/user/max_user_namespaces && exec "$@"'
            command = ["unshare", "-Ur", "sh", "-c", forbid, "sh", *command]
        done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300)
        return done.stdout or done.stderr

    def test_without_namespaces_there_is_landlock_alone(self) -> None:
        said = self.say("auto", namespaces=False)
        assert said.startswith(f"True | Landlock {landlock.abi()}; limits (no namespaces: ")

    def test_without_landlock_there_are_namespaces_alone(self) -> None:
        said = self.say("auto", "no-landlock", namespaces=True)
        assert said.startswith("True | user, pid, mount and net namespaces; limits (no Landlock: ")

    def test_without_either_it_works_and_says_so(self) -> None:
        said = self.say("auto", "no-landlock", namespaces=False)
        assert said.startswith("True | limits (no namespaces: ")
        assert "no Landlock" in said

    @pytest.mark.quick(1)
    @pytest.mark.parametrize("namespaces", [True, False])
    def test_required_it_runs_nothing_without_either(self, namespaces: bool) -> None:
        said = self.say("require", "no-landlock", namespaces=namespaces)
        assert "SandboxError: lean_sandbox is require, and not all of it can be had here" in said

    @pytest.mark.slow
    def test_off_it_says_so(self, unguarded: Lane, folder: Path) -> None:
        assert str(compiled(unguarded, texts.HONEST, folder).held) == (
            "no sandbox (lean_sandbox is off)"
        )
