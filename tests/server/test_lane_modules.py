"""Modules that are mapped before a text: what it finds there is what it imports, or nothing."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import lane_texts as texts
import pytest
from library import Library
from waiting import wait_until

from pytest_lean import Toolchain
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.lane.lane import Lane
from pytest_lean.server.lane.modules import Modules
from pytest_lean.toolchain.olean import moved

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a fork is Linux's")

USES = "import Changing\n#eval value\n"


@pytest.fixture
def own(toolchain: Toolchain, library: Library, warm_cache: Path) -> Iterator[Lane]:
    """A lane with a library and a cache of its own."""
    with Lane(toolchain, search_path=library.path, cache_dir=warm_cache) as lane:
        yield lane


def value(lane: Lane) -> str:
    found = lane.elaborate(USES, Deadline(600))
    assert found.how == "zygote, snapshot"
    [message] = found.diagnostics
    return str(message["message"])


def mapped(process: int | str | None) -> set[str]:
    """Return the compiled modules that a process has mapped."""
    lines = Path(f"/proc/{process}/maps").read_text(encoding="utf-8").splitlines()
    return {line.split(maxsplit=5)[5] for line in lines if line.endswith(".olean")}


def map_changing(lane: Lane, library: Library, expected: str) -> None:
    """Elaborate texts until the warm process has the module mapped that they import."""
    changed = (library.folder / "Changing.olean").stat().st_ctime_ns
    # No snapshot is made of a module that was changed in the same moment.
    wait_until(lambda: time.time_ns() > changed + 100_000_000)
    for _ in range(3):
        assert value(lane) == expected
    wait_until(lambda: any(name.endswith("/Changing.olean") for name in mapped(lane.pid)))


def test_texts_with_the_same_imports_find_them_mapped(
    own: Lane, library: Library, warm_cache: Path
) -> None:
    library.compile("Changing", "def value := 1\n")
    map_changing(own, library, "1")
    for names in warm_cache.glob("snapshot/*/*/header.snap.deps"):
        names.unlink()  # what Lean would need to map them by itself
    assert value(own) == "1"
    assert own.notes == ()


@pytest.mark.parametrize(
    "in_place",
    [pytest.param(False, id="replaced", marks=pytest.mark.slow), pytest.param(True, id="in place")],
)
def test_one_that_is_compiled_again_is_read_again(
    own: Lane, library: Library, in_place: bool
) -> None:
    library.compile("Changing", "def value := 1\n")
    map_changing(own, library, "1")
    if in_place:
        (library.folder / "again").mkdir()
        again = Library(library.toolchain, library.folder / "again")
        again.compile("Changing", "def value := 2\n")
        compiled = (again.folder / "Changing.olean").read_bytes()
        (library.folder / "Changing.olean").write_bytes(compiled)
    else:
        library.compile("Changing", "def value := 2\n")
    map_changing(own, library, "2")


@pytest.mark.slow
def test_texts_with_other_imports_are_read_with_those(own: Lane, library: Library) -> None:
    library.compile("Changing", "def value := 1\n")
    library.compile("Other", "import Changing\ndef other := value + 1\n")
    map_changing(own, library, "1")
    [message] = own.elaborate("import Other\n#eval other\n", Deadline(600)).diagnostics
    assert message["message"] == "2"
    assert own.elaborate(texts.HONEST, Deadline(600)).diagnostics == []
    assert value(own) == "1"


@pytest.mark.slow
def test_where_lean_comes_to_no_end_with_them_it_reads_them_itself(
    own: Lane, library: Library, warm_cache: Path
) -> None:
    library.compile("Changing", "def value := 1\n")
    map_changing(own, library, "1")
    for snapshot in warm_cache.glob("snapshot/*/*/bare.snap"):
        snapshot.unlink()
        snapshot.write_bytes(b"olean, but no snapshot")
    assert own.elaborate(USES, Deadline(600)).how == "zygote"
    assert value(own) == "1"
    [note] = own.notes
    assert "mapped" in note


def taken(process: int | None, *, behind: int) -> int:
    """Return an address at which a process has memory, of that region which begins behind one."""
    for line in Path(f"/proc/{process}/maps").read_text(encoding="utf-8").splitlines():
        start, end = (int(bound, 16) for bound in line.split()[0].split("-"))
        if start >= behind and end - start >= 1 << 20:
            return -(-start // 65536) * 65536
    raise AssertionError("it has no memory there")


def move_changing(library: Library, address: int) -> None:
    """Compile the module, and have it as it would be if it were compiled for an address."""
    library.compile("Changing", "def value := 1\n")
    compiled = library.folder / "Changing.olean"
    [data] = moved([compiled.read_bytes()], address)
    compiled.unlink()
    compiled.write_bytes(data)


def test_where_the_heap_is_at_its_address_the_warm_process_starts_again(
    own: Lane, library: Library
) -> None:
    assert own.elaborate(texts.HONEST, Deadline(600)).diagnostics == []
    before = own.pid
    move_changing(library, taken(before, behind=0))  # the heap of Lean, which stands by chance
    changed = (library.folder / "Changing.olean").stat().st_ctime_ns
    wait_until(lambda: time.time_ns() > changed + 100_000_000)
    found = [own.elaborate(USES, Deadline(600)) for _ in range(4)]
    assert [one.diagnostics[0]["message"] for one in found] == ["1"] * 4
    assert found[-1].how == "zygote, snapshot"
    assert own.pid != before
    wait_until(lambda: any(name.endswith("/Changing.olean") for name in mapped(own.pid)))
    assert own.notes == ()


@pytest.mark.slow
def test_where_a_program_is_at_its_address_texts_are_right_all_the_same(
    own: Lane, library: Library
) -> None:
    assert own.elaborate(texts.HONEST, Deadline(600)).diagnostics == []
    move_changing(library, taken(own.pid, behind=0x7000_0000_0000))
    lives = set()
    for _ in range(10):
        assert own.elaborate(USES, Deadline(600)).diagnostics[0]["message"] == "1"
        lives.add(own.pid)
    assert len(lives - {None}) <= 3  # another life does not help, so there are few


class TestModules:
    """What one process has mapped."""

    @pytest.fixture
    def states(self, library: Library, tmp_path: Path) -> Path:
        library.compile("Changing", "def value := 1\n")
        return self.write(tmp_path / "states.json", library.folder / "Changing.olean")

    def write(self, states: Path, *files: Path) -> Path:
        found = {str(file): file.stat() for file in files}
        as_data = {
            path: [state.st_mtime_ns, state.st_ctime_ns, state.st_size, state.st_ino]
            for path, state in found.items()
        }
        states.write_text(json.dumps({**as_data, "/absent": None}), encoding="utf-8")
        return states

    def test_they_are_mapped_until_they_are_let_go(self, states: Path, library: Library) -> None:
        modules = Modules()
        modules.hold(str(states))
        assert str(library.folder / "Changing.olean") in mapped("self")
        modules.let_go()
        assert not any(name.endswith("Changing.olean") for name in mapped("self"))

    def test_none_is_mapped_if_one_is_not_what_it_was(self, states: Path, library: Library) -> None:
        library.compile("Second", "def second := 1\n")
        files = [library.folder / "Changing.olean", library.folder / "Second.olean"]
        self.write(states, *files)
        files[1].touch()
        modules = Modules()
        modules.hold(str(states))
        assert modules.states is None
        assert "not what it was" in modules.refused[str(states)]
        assert not modules.taken
        assert not any(name.endswith("Changing.olean") for name in mapped("self"))

    def test_none_is_mapped_where_something_is(self, states: Path, tmp_path: Path) -> None:
        first, second = Modules(), Modules()
        first.hold(str(states))
        try:
            again = tmp_path / "again.json"
            again.write_bytes(states.read_bytes())
            second.hold(str(again))
            assert second.states is None
            assert "mmap" in second.refused[str(again)]
            assert second.taken == {str(again)}
        finally:
            first.let_go()

    def test_what_is_no_module_is_not_mapped(self, tmp_path: Path) -> None:
        file = tmp_path / "Text.olean"
        file.write_text("no module" * 100, encoding="utf-8")
        states = self.write(tmp_path / "states.json", file)
        modules = Modules()
        modules.hold(str(states))
        assert "no compiled module" in modules.refused[str(states)]
