"""Temporary folders of the lane: gone with their owner, or by the next one."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from pytest_lean.server.lane import folders
from pytest_lean.server.lane.folders import OwnFolder, sweep

KIND = "pytest-lean-kind-"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary folders of the test's own."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(folders, "_swept", set())
    return tmp_path


def abandoned() -> Path:
    """Return the folder of a process that was killed."""
    script = (
        "import sys, time\nfrom pytest_lean.server.lane.folders import OwnFolder\n"
        f"print(OwnFolder({KIND!r}).path, flush=True)\ntime.sleep(600)"
    )
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        path = Path(process.stdout.readline().strip())
        assert path.is_dir()
        assert sweep(KIND, young=0) == []
    finally:
        process.kill()
        process.communicate()
    return path


def test_the_folder_of_a_killed_owner_is_removed_by_the_next() -> None:
    path = abandoned()
    (path / "left").mkdir()
    (path / "left" / "Proof.lean").write_text("theorem t : True := trivial")
    old = path.stat().st_mtime - 3600
    os.utime(path, (old, old))
    folder = OwnFolder(KIND)
    assert not path.exists()
    assert folder.path.is_dir()
    folder.remove()


def test_the_folder_of_a_living_owner_and_a_young_one_are_left_alone() -> None:
    young, mine = abandoned(), OwnFolder(KIND)
    old = mine.path.stat().st_mtime - 3600
    os.utime(mine.path, (old, old))
    assert sweep(KIND) == []
    assert young.is_dir()
    assert mine.path.is_dir()
    mine.remove()
    assert sweep(KIND, young=0) == [young]


def test_what_is_no_folder_of_ours_is_left_alone(place: Path) -> None:
    other = place / f"{KIND}other"
    other.mkdir()
    link = place / f"{KIND}link"
    link.symlink_to(other)
    assert sweep(KIND, young=0) == []
    assert other.is_dir()
    assert link.is_symlink()


def test_its_end_removes_it() -> None:
    folder = OwnFolder(KIND)
    (folder.path / "file").touch()
    folder.remove()
    folder.remove()
    assert not folder.path.exists()
