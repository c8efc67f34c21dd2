"""The lane: a fresh process for each text, its verdicts, its limits and its ends."""

from __future__ import annotations

import gc
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import lane_texts as texts
import psutil
import pytest
from library import Library
from waiting import wait_until

from pytest_lean import LeanCrashError, LeanMemoryError, LeanTimeoutError, Toolchain
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.lane import way
from pytest_lean.server.lane.lane import Lane
from pytest_lean.server.lane.snapshots import Snapshots
from pytest_lean.toolchain.cache import compile_module

LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a fork is Linux's")
SOON = 600.0


def soon() -> Deadline:
    return Deadline(SOON)


def test_an_accepted_text_becomes_a_module(lane: Lane, folder: Path) -> None:
    done = lane.compile(texts.HONEST, folder, soon())
    assert done.olean == folder / "Proof.olean"
    assert done.olean.read_bytes().startswith(b"olean")
    assert (done.exit_code, done.messages) == (0, ())


@LINUX
def test_on_linux_it_is_forked_from_a_warm_process_on_a_snapshot_of_its_imports(
    lane: Lane, folder: Path
) -> None:
    assert lane.compile(texts.HONEST, folder, soon()).how == "zygote, snapshot"


def test_the_module_is_byte_for_byte_what_lean_compiles(
    lane: Lane, folder: Path, toolchain: Toolchain, tmp_path: Path
) -> None:
    done = lane.compile(texts.HONEST, folder, soon())
    source = tmp_path / "Proof.lean"
    source.write_text(texts.HONEST, encoding="utf-8")
    plain = source.with_suffix(".olean")
    compile_module(toolchain, tmp_path, source, plain, cache=tmp_path)
    assert done.olean is not None
    assert done.olean.read_bytes() == plain.read_bytes()


def test_a_rejected_text_is_no_module_and_says_why(lane: Lane, folder: Path) -> None:
    done = lane.compile(texts.FALSE, folder, soon())
    assert (done.olean, done.exit_code) == (None, 1)
    [message] = done.messages
    assert message.severity == "error"
    assert (message.start_pos.line, message.start_pos.column) == (1, 28)


def test_a_module_has_the_name_that_is_asked_for(lane: Lane, folder: Path) -> None:
    done = lane.compile("private def mine := 1\n", folder, soon(), module="Group.Proof7")
    assert done.olean == folder / "Group" / "Proof7.olean"
    assert b"_private.Group.Proof7.0.mine" in done.olean.read_bytes() or (
        b"Proof7" in done.olean.read_bytes()
    )


def test_a_text_can_use_the_modules_of_further_folders(
    lane: Lane, folder: Path, library: Library
) -> None:
    library.compile("Base", "def base := 41\n")
    text = "import Base\ntheorem t : base + 1 = 42 := rfl\n"
    assert lane.compile(text, folder, soon(), search_path=library.path).olean is not None


def test_no_text_sees_what_another_declared(lane: Lane) -> None:
    assert lane.elaborate("def left := 1\n", soon()).diagnostics == []
    [error] = lane.elaborate("#check left\n", soon()).diagnostics
    assert "left" in error["message"]


def test_each_text_has_a_process_of_its_own_that_is_gone_afterwards(lane: Lane) -> None:
    lane.elaborate("def other := 1", soon())
    assert lane.pid is not None
    before = psutil.Process(lane.pid).children(recursive=True)
    lane.elaborate(texts.HONEST, soon())
    left = psutil.Process(lane.pid).children(recursive=True)
    assert not set(before) & set(left)
    assert len(left) <= 1  # one may wait for the next text


def test_what_declares_what_is_told_as_a_worker_tells_it(lane: Lane) -> None:
    info = lane.elaborate(texts.HONEST, soon()).info
    assert info is not None
    assert info["decls"]["t"][:4] == [0, 0, 0, 57]


class TestNoVerdict:
    """What comes to no end costs nothing but itself."""

    def test_an_endless_text_is_killed_at_its_deadline(self, lane: Lane) -> None:
        lane.elaborate("", soon())
        warm = lane.pid
        with pytest.raises(LeanTimeoutError) as caught:
            lane.elaborate(texts.ENDLESS, Deadline(1.0))
        assert caught.value.elapsed < 60
        assert lane.elaborate(texts.HONEST, soon()).diagnostics == []
        assert lane.pid == warm

    def test_a_hungry_text_is_killed_at_its_memory_limit(self, toolchain: Toolchain) -> None:
        with Lane(toolchain, memory_mb=150) as lane:
            with pytest.raises(LeanMemoryError, match="above its limit of 150 MiB") as caught:
                lane.elaborate(texts.HUNGRY, soon())
            assert caught.value.peak_mb > 150
            warm = lane.pid
            assert lane.elaborate(texts.HONEST, soon()).diagnostics == []
            assert lane.pid == warm

    @pytest.mark.slow
    def test_a_stack_overflow_is_a_crash_with_its_cause(self, lane: Lane, folder: Path) -> None:
        with pytest.raises(LeanCrashError) as caught:
            lane.compile(texts.DEEP, folder, soon())
        assert caught.value.cause == "stack overflow"
        assert "recursion" in caught.value.stderr_tail

    def test_a_text_that_ends_its_process_before_its_end_is_no_success(self, lane: Lane) -> None:
        with pytest.raises(LeanCrashError, match="before the end of the text") as caught:
            lane.elaborate(texts.ENDS_ITSELF, soon())
        assert caught.value.cause == "exited"

    def test_a_text_that_ends_its_process_compiles_to_nothing(
        self, lane: Lane, folder: Path
    ) -> None:
        assert lane.compile(texts.ENDS_ITSELF, folder, soon()).olean is None

    @LINUX
    def test_a_killed_warm_process_is_replaced_for_the_next_text(
        self, toolchain: Toolchain
    ) -> None:
        with Lane(toolchain) as lane:
            lane.elaborate(texts.HONEST, soon())
            assert lane.pid is not None
            psutil.Process(lane.pid).kill()
            psutil.Process(lane.pid).wait(10)
            assert lane.elaborate(texts.HONEST, soon()).diagnostics == []

    def test_a_warm_process_killed_under_a_text_is_a_crash(self, toolchain: Toolchain) -> None:
        with Lane(toolchain) as lane:
            lane.elaborate("", soon())
            assert lane.pid is not None
            killer = threading.Timer(0.5, os.kill, (lane.pid, signal.SIGKILL))
            killer.start()
            with pytest.raises(LeanCrashError) as caught:
                lane.elaborate(texts.ENDLESS, soon())
            killer.join()
            assert caught.value.cause == "killed"

    def test_closing_it_from_another_thread_ends_what_runs(self, toolchain: Toolchain) -> None:
        with Lane(toolchain) as lane:
            lane.elaborate("", soon())
            closer = threading.Timer(0.5, lane.close)
            closer.start()
            with pytest.raises(LeanCrashError):
                lane.elaborate(texts.ENDLESS, soon())
            closer.join()
            assert not lane.is_alive()

    def test_a_cancelled_text_stops_at_once(self, lane: Lane) -> None:
        deadline = soon()

        def cancel() -> None:
            deadline.cancel()
            lane.wake()

        lane.elaborate("", soon())
        canceller = threading.Timer(0.3, cancel)
        canceller.start()
        with pytest.raises(LeanTimeoutError) as caught:
            lane.elaborate(texts.ENDLESS, deadline)
        canceller.join()
        assert caught.value.elapsed < 60

    def test_a_text_waits_for_its_turn_within_its_deadline(self, lane: Lane) -> None:
        lane.elaborate("", soon())

        def spin() -> None:
            with pytest.raises(LeanTimeoutError):
                lane.elaborate(texts.ENDLESS, Deadline(2.0))

        other = threading.Thread(target=spin)
        other.start()
        wait_until(lane.is_busy)
        with pytest.raises(LeanTimeoutError, match="waited"):
            lane.elaborate(texts.HONEST, Deadline(0.2))
        other.join()


class TestOwner:
    """Everything ends with the process that made the lane, and nothing in a fork of it."""

    def test_a_lane_that_is_dropped_ends_its_process_and_its_folder(
        self, toolchain: Toolchain
    ) -> None:
        lane = Lane(toolchain)
        lane.elaborate("", soon())
        assert lane.pid is not None
        warm, place = psutil.Process(lane.pid), lane.place
        assert place.is_dir()
        del lane
        gc.collect()
        assert not warm.is_running()
        assert not place.exists()

    def test_all_ends_with_the_process_that_made_it(self, toolchain: Toolchain) -> None:
        script = (
            "import sys, threading\n"
            "from pytest_lean.server.lane.lane import Lane\n"
            "from pytest_lean.server.deadline import Deadline\n"
            "from pytest_lean.toolchain.embedded import find_embedded\n"
            "lane = Lane(find_embedded())\n"
            "lane.elaborate('', Deadline(60))\n"
            "print(lane.pid, flush=True)\n"
            f"lane.elaborate({texts.ENDLESS!r}, Deadline(60))\n"
        )
        with subprocess.Popen(
            [sys.executable, "-c", script], stdout=subprocess.PIPE, text=True
        ) as owner:
            assert owner.stdout is not None
            warm = psutil.Process(int(owner.stdout.readline()))
            wait_until(lambda: bool(warm.children(recursive=True)))
            children = warm.children(recursive=True)
            owner.kill()
        _, alive = psutil.wait_procs([warm, *children], timeout=20)
        assert alive == []

    def test_a_fork_of_its_owner_does_it_no_harm(self, lane: Lane) -> None:
        lane.elaborate("", soon())
        warm = lane.pid
        child = os.fork()
        if child == 0:
            lane.close()
            os._exit(0)
        os.waitpid(child, 0)
        assert lane.elaborate(texts.HONEST, soon()).diagnostics == []
        assert lane.pid == warm


class TestSnapshots:
    """A snapshot of imports is never older than the imports."""

    USES = "import Changing\n#eval value\n"

    def value(self, lane: Lane) -> str:
        [message] = lane.elaborate(self.USES, soon()).diagnostics
        return str(message["message"])

    def test_a_module_that_is_compiled_again_is_read_again(
        self, toolchain: Toolchain, library: Library
    ) -> None:
        with Lane(toolchain, search_path=library.path) as lane:
            library.compile("Changing", "def value := 1\n")
            assert self.value(lane) == "1"
            library.compile("Changing", "def value := 2\n")
            assert self.value(lane) == "2"

    def test_a_module_below_it_that_is_compiled_again_is_read_again(
        self, toolchain: Toolchain, library: Library
    ) -> None:
        with Lane(toolchain, search_path=library.path) as lane:
            library.compile("Below", "def below := 1\n")
            library.compile("Changing", "import Below\ndef value := below\n")
            assert self.value(lane) == "1"
            library.compile("Below", "def below := 2\n")
            library.compile("Changing", "import Below\ndef value := below\n")
            assert self.value(lane) == "2"

    def test_a_module_that_now_comes_first_is_the_one_that_is_read(
        self, toolchain: Toolchain, library: Library, tmp_path: Path
    ) -> None:
        first = Library(toolchain, tmp_path / "first")
        first.folder.mkdir()
        with Lane(toolchain, search_path=(*first.path, *library.path)) as lane:
            library.compile("Changing", "def value := 1\n")
            for _ in range(3):  # so often that it is known that nothing comes first
                assert self.value(lane) == "1"
            first.compile("Changing", "def value := 2\n")
            assert self.value(lane) == "2"

    def test_a_missing_module_is_an_error_until_it_is_there(
        self, toolchain: Toolchain, library: Library
    ) -> None:
        with Lane(toolchain, search_path=library.path) as lane:
            [error, *_] = lane.elaborate(self.USES, soon()).diagnostics
            assert "Changing" in error["message"]
            library.compile("Changing", "def value := 3\n")
            assert self.value(lane) == "3"

    @LINUX
    def test_another_process_uses_the_same_snapshot(
        self, toolchain: Toolchain, warm_cache: Path
    ) -> None:
        for _ in range(2):
            with Lane(toolchain, cache_dir=warm_cache) as lane:
                lane.elaborate("", soon())
            made = list(warm_cache.glob("snapshot/*/*/header.snap"))
        assert len(made) == 1

    @LINUX
    def test_a_damaged_snapshot_costs_a_plain_import_and_no_verdict(
        self, toolchain: Toolchain, warm_cache: Path, folder: Path
    ) -> None:
        with Lane(toolchain, cache_dir=warm_cache) as lane:
            lane.elaborate("", soon())
            [snapshot] = warm_cache.glob("snapshot/*/*/header.snap")
            content = bytearray(snapshot.read_bytes())
            content[len(content) // 2 :] = bytes(len(content) - len(content) // 2)
            snapshot.write_bytes(content)
            done = lane.compile(texts.HONEST, folder, soon())
            assert (done.how, done.exit_code) == ("zygote", 0)

    def test_a_module_that_changes_meanwhile_has_one_from_the_next_text_on(
        self, tmp_path: Path
    ) -> None:
        module = tmp_path / "library" / "Changing.olean"
        module.parent.mkdir()
        module.write_bytes(b"olean")
        changes = True

        def make(path: Path) -> bool:
            if changes:
                module.write_bytes(b"olean")
            path.write_bytes(b"a snapshot")
            path.with_name(f"{path.name}.deps").write_text(json.dumps([str(module)]))
            return True

        snapshots = Snapshots(tmp_path / "cache", ("lean",), (str(module.parent),))
        header = ("import Changing",)
        assert snapshots.get(header, make, None) is None
        changes = False
        changed = module.stat().st_ctime_ns
        wait_until(lambda: time.time_ns() > changed + 100_000_000)
        assert snapshots.get(header, make, None) is not None

    def test_without_a_cache_directory_there_is_just_no_snapshot(
        self, toolchain: Toolchain, tmp_path: Path
    ) -> None:
        blocked = tmp_path / "file"
        blocked.write_text("no folder")
        with Lane(toolchain, cache_dir=blocked / "cache") as lane:
            assert lane.elaborate(texts.HONEST, soon()).how in ("zygote", "process")


class TestPlainProcesses:
    """Where no warm process can be had, a plain one does the same."""

    @pytest.fixture(autouse=True)
    def without_fork(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(way, "by_fork", lambda toolchain: None)

    def test_a_text_is_compiled(self, toolchain: Toolchain, folder: Path) -> None:
        with Lane(toolchain) as lane:
            done = lane.compile(texts.HONEST, folder, soon())
        assert done.how.startswith("process")
        assert done.olean is not None

    def test_an_endless_one_is_killed(self, toolchain: Toolchain) -> None:
        with Lane(toolchain) as lane:
            lane.elaborate("", soon())
            with pytest.raises(LeanTimeoutError):
                lane.elaborate(texts.ENDLESS, Deadline(1.0))
            assert lane.elaborate(texts.HONEST, soon()).diagnostics == []


@LINUX
def test_a_warm_process_that_is_not_this_lean_is_not_used(
    toolchain: Toolchain, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "libleanshared.so"
    broken.write_bytes(b"no library")
    real = way.by_fork(toolchain)
    assert real is not None
    other = way.Way("zygote", (str(broken),), real.command, (), False)
    monkeypatch.setattr(way, "by_fork", lambda toolchain: other)
    with Lane(toolchain) as lane:
        found = lane.elaborate(texts.HONEST, soon())
        assert found.how.startswith("process")
        [note] = lane.notes
        assert "plain process" in note
