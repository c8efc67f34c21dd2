"""A child that is forked ahead is used once, and only while it is what a new one would be."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import lane_texts as texts
import psutil
import pytest
from library import Library
from waiting import wait_until

from pytest_lean import LeanConfig, LeanServer, LeanTimeoutError, Toolchain
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.lane import way
from pytest_lean.server.lane.children import Forker
from pytest_lean.server.lane.forkserver import NO_NETWORK, ForkServer
from pytest_lean.server.lane.lane import Lane
from pytest_lean.server.lane.sandbox import Plan
from pytest_lean.server.lane.talk import Ended, Job

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux tells a process's children"
)
SOON = 600.0
IDLE_MB = 8


def soon() -> Deadline:
    return Deadline(SOON)


def children(pid: int | None) -> list[psutil.Process]:
    assert pid is not None
    return psutil.Process(pid).children(recursive=True)


def waiting(pid: int | None) -> psutil.Process:
    """Return the one child of a process, when there is one that runs nothing yet."""
    found: list[psutil.Process] = []

    def is_there() -> bool:
        found[:] = children(pid)
        with contextlib.suppress(psutil.Error):
            return len(found) == 1 and found[0].num_threads() == 1
        return False

    wait_until(is_there)
    return found[0]


class Programs:
    """Runs programs of the system in the sandbox, each with the next one foreseen."""

    def __init__(self, tmp_path: Path, server: ForkServer | None = None) -> None:
        self.server = ForkServer((NO_NETWORK,), {}) if server is None else server
        self.write = tmp_path / "write"
        self.write.mkdir()
        self.seen = tmp_path / "seen"
        self.plan = Plan("auto", (*way.SYSTEM, str(self.seen)), str(self.write), execute=True)

    def run(self, *command: str, plan: Plan | None = None, foreseen: Plan | None = None) -> Ended:
        plan = self.plan if plan is None else plan
        job = Job(
            command,
            {"PATH": "/usr/bin:/bin"},
            plan,
            next=self.plan if foreseen is None else foreseen,
        )
        return self.server.run(job, soon())

    def ahead(self) -> psutil.Process:
        """Run something; return the child that waits behind it."""
        self.run("true")
        return waiting(self.server.pid)

    def read(self) -> bytes:
        """Return what a program sees in the file ``seen/file``; nothing if there is none."""
        return self.run("cat", str(self.seen / "file")).stdout


@pytest.fixture(scope="module")
def server() -> Iterator[ForkServer]:
    """A warm process for all tests that leave it alive."""
    server = ForkServer((NO_NETWORK,), {})
    yield server
    server.close()


@pytest.fixture
def programs(tmp_path: Path, server: ForkServer) -> Programs:
    return Programs(tmp_path, server)


def make(folder: Path, content: str) -> None:
    folder.mkdir()
    (folder / "file").write_text(content)


class TestUse:
    def test_the_child_that_waits_runs_the_next_job(self, programs: Programs) -> None:
        child = programs.ahead()
        told = programs.run("sh", "-c", "grep NSpid /proc/self/status; exec sleep 0")
        assert told.code == 0
        assert not child.is_running()
        assert waiting(programs.server.pid).pid != child.pid

    def test_it_is_the_very_process(self, programs: Programs) -> None:
        child = programs.ahead()
        talk = programs.server.open(Job(("cat",), {"PATH": "/usr/bin:/bin"}, programs.plan), soon())
        wait_until(lambda: child.name() == "cat")
        talk.close()
        assert children(programs.server.pid) == []

    def test_a_job_with_another_plan_has_a_child_of_its_own(
        self, programs: Programs, tmp_path: Path
    ) -> None:
        child = programs.ahead()
        other = tmp_path / "other"
        other.mkdir()
        ended = programs.run("pwd", plan=replace(programs.plan, write=str(other)))
        assert ended.stdout.decode().strip() == str(other)
        assert not child.is_running()

    def test_what_confines_it_is_what_confines_any(self, programs: Programs) -> None:
        first = programs.run("true")
        waiting(programs.server.pid)
        assert programs.run("true").held == first.held

    def test_it_has_nothing_open_of_the_process_that_forked_it(self, programs: Programs) -> None:
        """But for its three streams: where it tells how far it is, and where it is told its job."""
        child = programs.ahead()

        def open_files() -> list[str]:
            found = []
            with contextlib.suppress(FileNotFoundError):  # it was closed just now
                for link in Path(f"/proc/{child.pid}/fd").iterdir():
                    opened = os.readlink(link)
                    # Some builds of libffi keep their own file open, from which they make code.
                    if int(link.name) > 2 and "/libffi.so" not in opened:
                        found.append(opened.partition(":")[0])
            return sorted(found)

        wait_until(lambda: open_files() == ["pipe", "socket"])  # until then it builds its walls

    def test_it_has_the_environment_of_its_job(self, programs: Programs) -> None:
        programs.ahead()
        job = Job(("env",), {"PATH": "/usr/bin:/bin", "ONE": "1"}, programs.plan)
        assert b"ONE=1" in programs.server.run(job, soon()).stdout.splitlines()

    def test_none_is_forked_where_nothing_is_foreseen(self, programs: Programs) -> None:
        programs.server.run(Job(("true",), {"PATH": "/usr/bin:/bin"}, programs.plan), soon())
        assert children(programs.server.pid) == []


class TestStale:
    """What changes behind a child that waits is what the next job sees."""

    def test_a_folder_that_is_another_one_now(self, programs: Programs, tmp_path: Path) -> None:
        make(programs.seen, "old")
        programs.ahead()
        programs.seen.rename(tmp_path / "moved")
        make(programs.seen, "new")
        assert programs.read() == b"new"

    def test_a_folder_that_was_not_there(self, programs: Programs) -> None:
        programs.ahead()
        make(programs.seen, "new")
        assert programs.read() == b"new"

    def test_a_folder_that_is_gone(self, programs: Programs, tmp_path: Path) -> None:
        make(programs.seen, "old")
        programs.ahead()
        programs.seen.rename(tmp_path / "moved")
        assert programs.read() == b""

    def test_a_link_that_leads_elsewhere(self, programs: Programs, tmp_path: Path) -> None:
        make(tmp_path / "a", "old")
        make(tmp_path / "b", "new")
        programs.seen.symlink_to(tmp_path / "a")
        programs.ahead()
        programs.seen.unlink()
        programs.seen.symlink_to(tmp_path / "b")
        assert programs.read() == b"new"

    def test_a_file_that_is_another_one_now(self, programs: Programs, tmp_path: Path) -> None:
        file = tmp_path / "named"
        file.write_text("old")
        programs.plan = replace(programs.plan, read=(*way.SYSTEM, str(file)))
        programs.ahead()
        (tmp_path / "new").write_text("new")
        os.replace(tmp_path / "new", file)
        assert programs.run("cat", str(file)).stdout == b"new"

    def test_a_file_in_a_folder(self, programs: Programs, tmp_path: Path) -> None:
        make(programs.seen, "old")
        programs.ahead()
        (tmp_path / "new").write_text("new")
        os.replace(tmp_path / "new", programs.seen / "file")
        assert programs.read() == b"new"

    def test_the_folder_that_may_be_written_to(self, programs: Programs, tmp_path: Path) -> None:
        programs.ahead()
        programs.write.rename(tmp_path / "moved")
        programs.write.mkdir()
        programs.run("touch", "made")
        assert (programs.write / "made").is_file()

    def test_a_folder_that_changes_while_the_child_builds_its_walls(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What was there before the fork counts, not what is there behind it."""
        seen, write = tmp_path / "seen", tmp_path / "write"
        make(seen, "old")
        write.mkdir()
        forker = Forker(lambda _: 0, (), has_no_network=False)
        fork = forker._fork_with_walls

        def fork_and_build_anew(plan: Plan) -> tuple[int, bool]:
            forked = fork(plan)
            if forked[0]:
                seen.rename(tmp_path / "moved")
                make(seen, "new")
            return forked

        monkeypatch.setattr(forker, "_fork_with_walls", fork_and_build_anew)
        forker.fork_ahead(Plan("off", (str(seen),), str(write)))
        child = forker._waiting
        assert child is not None
        assert child.waits()
        assert not child.is_current()
        child.discard()
        os.waitpid(child.pid, 0)

    def test_a_folder_that_something_is_mounted_in(self, tmp_path: Path) -> None:
        script = Path(__file__).with_name("mounting.py")
        done = subprocess.run(
            [sys.executable, str(script), str(tmp_path)],
            capture_output=True,
            check=False,
            text=True,
        )
        if done.returncode == 77:
            pytest.skip("this machine lets no user mount anything")
        assert (done.returncode, done.stdout, done.stderr) == (0, "new\n", "")


class TestEnds:
    @pytest.fixture
    def programs(self, tmp_path: Path) -> Iterator[Programs]:
        programs = Programs(tmp_path)
        yield programs
        programs.server.close()

    def test_one_that_was_killed_is_replaced(self, programs: Programs) -> None:
        child = programs.ahead()
        child.kill()
        assert programs.run("echo", "on").stdout == b"on\n"

    def test_one_that_was_killed_is_no_zombie(self, programs: Programs) -> None:
        child = programs.ahead()
        child.kill()
        wait_until(lambda: children(programs.server.pid) == [])

    def test_it_ends_with_its_server(self, programs: Programs) -> None:
        child = programs.ahead()
        programs.server.close()
        assert not child.is_running()

    def test_it_ends_with_the_process_that_forked_it(self, programs: Programs) -> None:
        child = programs.ahead()
        assert programs.server.pid is not None
        os.kill(programs.server.pid, signal.SIGKILL)
        assert psutil.wait_procs([child], timeout=20)[1] == []

    @pytest.mark.slow
    def test_it_ends_with_the_process_that_made_the_server(self, tmp_path: Path) -> None:
        script = (
            f"import sys; sys.path[:0] = {sys.path!r}\n"
            "from pathlib import Path\n"
            "from test_lane_ahead import Programs\n"
            f"programs = Programs(Path({str(tmp_path)!r}))\n"
            "print(programs.server.pid, programs.ahead().pid, flush=True)\n"
            "print(programs.server.pid, flush=True)\n"
            "sys.stdin.read()\n"
        )
        command = [sys.executable, "-c", script]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        with subprocess.Popen(command, text=True, **pipes) as owner:  # type: ignore[call-overload]
            child = psutil.Process(int(owner.stdout.readline().split()[1]))
            warm = psutil.Process(int(owner.stdout.readline()))
            owner.kill()
        assert psutil.wait_procs([child, warm], timeout=20)[1] == []


class TestLane:
    """The lane foresees a text like the last one."""

    USES = "import Changing\n#eval value\n"

    def test_it_waits_behind_the_second_text_and_takes_little_memory(
        self, toolchain: Toolchain
    ) -> None:
        with Lane(toolchain) as lane:
            for _ in range(3):
                lane.elaborate(texts.HONEST, soon())
            child = waiting(lane.pid)
            assert child.memory_full_info().uss < IDLE_MB << 20
            running = threading.Thread(target=self.spin, args=(lane,))
            running.start()
            wait_until(lambda: child.num_threads() > 1)  # Lean's, in the child that waited
            lane.close()
            running.join()

    def spin(self, lane: Lane) -> None:
        with pytest.raises(Exception, match="ended"):
            lane.elaborate(texts.ENDLESS, soon())

    def test_a_deadline_holds_in_a_child_that_waited(self, lane: Lane) -> None:
        for _ in range(3):
            lane.elaborate(texts.HONEST, soon())
        with pytest.raises(LeanTimeoutError):
            lane.elaborate(texts.ENDLESS, Deadline(0.5))
        assert lane.elaborate(texts.HONEST, soon()).diagnostics == []

    @pytest.mark.slow
    def test_a_module_that_is_compiled_behind_it_is_read(
        self, toolchain: Toolchain, library: Library
    ) -> None:
        with Lane(toolchain, search_path=library.path) as lane:
            library.compile("Changing", "def value := 1\n")
            for _ in range(3):
                assert self.value(lane) == "1"
            waiting(lane.pid)
            library.compile("Changing", "def value := 2\n")
            assert self.value(lane) == "2"

    def test_a_library_that_is_built_anew_behind_it_is_read(
        self, toolchain: Toolchain, library: Library, tmp_path: Path
    ) -> None:
        with Lane(toolchain, search_path=library.path) as lane:
            for _ in range(3):
                assert "Changing" in self.value(lane)  # it is missing
            waiting(lane.pid)
            library.folder.rename(tmp_path / "old")
            library.folder.mkdir()
            library.compile("Changing", "def value := 2\n")
            assert self.value(lane) == "2"

    @pytest.mark.slow
    def test_it_waits_behind_a_text_with_an_error(self, toolchain: Toolchain) -> None:
        """What was asked about that text is ended with its answer, not with the next text."""
        with LeanServer(LeanConfig(toolchain=toolchain, isolated=True)) as server:
            for _ in range(2):
                assert not server.run(texts.FALSE).ok
            child = waiting(server.pid)
            assert server.run(texts.HONEST).ok
            assert not child.is_running()

    def test_what_two_texts_write_is_in_different_folders(self, lane: Lane) -> None:
        seen = []
        for _ in range(4):
            with lane.folder() as folder:
                assert lane.compile(texts.HONEST, folder, soon()).olean == folder / "Proof.olean"
                assert sorted(path.suffix for path in folder.iterdir()) == [
                    ".ilean",
                    ".lean",
                    ".olean",
                ]
                seen.append(folder)
        assert len(set(seen)) == len(seen)

    def value(self, lane: Lane) -> str:
        return str(lane.elaborate(self.USES, soon()).diagnostics[0]["message"])
