"""Files that verdicts rest on stay what they were, or there is no verdict."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from library import Library

from pytest_lean import LeanBuildError, LeanConfig, LeanFileError
from pytest_lean.judge.second_look import SecondLook
from pytest_lean.judge.trusted import TrustedFiles
from pytest_lean.judge.trusted_side import TrustedStart
from pytest_lean.server.lane.lane import Compiled, Lane
from pytest_lean.toolchain.cache import publish
from pytest_lean.toolchain.file_state import file_state


def test_a_file_that_stays_is_fine_and_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.olean"
    path.write_bytes(b"one")
    files = TrustedFiles()
    files.verify([str(path)])
    monkeypatch.setattr(Path, "read_bytes", None)
    files.verify([str(path)])


@pytest.mark.parametrize("way", ["written", "replaced", "written with its old times"])
def test_a_file_that_was_changed_is_told(tmp_path: Path, way: str) -> None:
    path = tmp_path / "a.olean"
    path.write_bytes(b"one")
    files = TrustedFiles()
    files.verify([str(path)])
    before = path.stat()
    if way == "replaced":
        other = tmp_path / "b"
        other.write_bytes(b"two")
        other.replace(path)
    else:
        path.write_bytes(b"two")
    if way == "written with its old times":
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    with pytest.raises(LeanBuildError, match="was changed since this run began"):
        files.verify([str(path)])


def test_a_file_that_is_touched_and_the_same_is_fine(tmp_path: Path) -> None:
    path = tmp_path / "a.olean"
    path.write_bytes(b"one")
    files = TrustedFiles()
    files.verify([str(path)])
    path.write_bytes(b"one")
    assert files.have_changed([str(path)])
    files.verify([str(path)])
    assert not files.have_changed([str(path)])
    assert files.states == {str(path): file_state(str(path))}


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(LeanBuildError, match="is gone"):
        TrustedFiles().verify([str(tmp_path / "none.olean")])


def test_a_file_of_the_cache_is_what_was_built_also_in_another_process(tmp_path: Path) -> None:
    def build(folder: Path) -> None:
        (folder / "sub").mkdir()
        (folder / "sub" / "a.olean").write_bytes(b"one")

    made, _ = publish(tmp_path, "thing", "key", build)
    path = made / "sub" / "a.olean"
    TrustedFiles().verify([str(path)])
    path.write_bytes(b"two")
    with pytest.raises(LeanBuildError, match="was changed since it was built"):
        TrustedFiles().verify([str(path)])


@pytest.mark.slow
def test_a_module_of_the_users_own_may_be_built_again(library: Library) -> None:
    library.compile("Mine", "def f := 1")
    config = LeanConfig(toolchain=library.toolchain, search_path=library.path)
    start = TrustedStart(imports=("Mine",))
    with SecondLook(config) as look:
        ask = ("theorem t : f = 1 := rfl", "theorem t : f = 2 := rfl")
        assert look.certify(ask[0], start, theorem="t", statement="f = 1", timeout=120).compared
        library.compile("Mine", "def f := 2")
        assert look.certify(ask[1], start, theorem="t", statement="f = 2", timeout=120).compared


@pytest.mark.slow
def test_a_module_that_is_built_while_a_text_is_judged_gives_no_certificate(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.compile("Mine", "def f := 1")
    config = LeanConfig(toolchain=library.toolchain, search_path=library.path)
    start = TrustedStart(imports=("Mine",))
    with SecondLook(config) as look:
        for _ in range(2):
            look.certify("theorem t : f = 1 := rfl", start, theorem="t", timeout=120)
        real = Lane.compile

        def compile(*arguments: Any, **named: Any) -> Compiled:
            library.compile("Mine", "def f := 2")
            return real(*arguments, **named)

        with monkeypatch.context() as patch:
            patch.setattr(Lane, "compile", compile)
            with pytest.raises(LeanBuildError, match="was changed since this run began"):
                look.certify("theorem t : f = 1 := rfl", start, theorem="t", timeout=120)
        text = "theorem t : f = 2 := rfl"
        assert look.certify(text, start, theorem="t", timeout=120).theorem == "t"


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, look: SecondLook) -> None:
    with pytest.raises(LeanFileError, match="cannot be read"):
        look.certify(tmp_path / "None.lean", theorem="t", timeout=120)
    path = tmp_path / "A.lean"
    path.write_bytes(b"\xff")
    with pytest.raises(LeanFileError, match="not UTF-8"):
        look.certify(path, theorem="t", timeout=120)
