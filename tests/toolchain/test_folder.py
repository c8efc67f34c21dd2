"""A plain folder of Lean sources, compiled into the cache directory."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from pytest_lean import LeanConfig, Toolchain
from pytest_lean.errors import LeanBuildError, ToolchainError
from pytest_lean.toolchain.folder import CompiledFolder, compile_folder, prepare_folder

A, B, C = "def a := 1", "import Lib.A\ndef b := a", "import Lib.B\ntheorem c : b = 1 := rfl"
Compile = Callable[[], CompiledFolder]


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """Three modules; C imports B, and B imports A."""
    folder = tmp_path / "sources"
    (folder / "Lib").mkdir(parents=True)
    for name, text in (("A", A), ("B", B), ("C", C)):
        (folder / "Lib" / f"{name}.lean").write_text(text)
    return folder


@pytest.fixture
def wanted(sources: Path, tmp_path: Path) -> LeanConfig:
    return LeanConfig(sources=sources, cache_dir=tmp_path / "cache")


@pytest.fixture
def compile(toolchain: Toolchain, wanted: LeanConfig) -> Compile:
    return lambda: compile_folder(toolchain, wanted)


def edit(sources: Path, name: str, text: str) -> None:
    (sources / "Lib" / f"{name}.lean").write_text(text)


def test_modules_are_compiled_after_those_that_they_import(compile, sources):
    found = compile()
    assert found.built == 3
    assert found.failed == {}
    for name in ("A", "B", "C"):
        assert (found.output / "Lib" / f"{name}.olean").stat().st_size > 0


def test_nothing_is_written_beside_the_sources(compile, sources):
    before = sorted(sources.rglob("*"))
    compile()
    assert sorted(sources.rglob("*")) == before


def test_only_what_changed_and_what_imports_it_is_compiled_again(compile, sources):
    first = compile()
    assert compile() == CompiledFolder(first.output, first.messages, first.failed, 0)
    edit(sources, "C", f"{C}\n-- an end")
    assert compile().built == 1
    edit(sources, "B", f"{B}\n-- an end")
    assert compile().built == 2
    edit(sources, "B", B)
    edit(sources, "C", C)
    assert compile().built == 0


def test_a_newer_modification_time_alone_compiles_nothing_again(compile, sources):
    compile()
    edit(sources, "A", A)
    assert compile().built == 0


@pytest.mark.slow
def test_a_changed_option_of_lean_compiles_everything_again(
    toolchain, wanted, compile, sources, tmp_path
):
    compile()
    options = {"maxRecDepth": 900}
    other = LeanConfig(sources=sources, cache_dir=tmp_path / "cache", options=options)
    assert compile_folder(toolchain, other).built == 3


@pytest.mark.slow
def test_processes_that_start_together_compile_once(compile):
    found: list[CompiledFolder] = []
    threads = [threading.Thread(target=lambda: found.append(compile())) for _ in range(3)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(300)
    assert sorted(one.built for one in found) == [0, 0, 3]


def test_a_rejected_module_is_reported_and_the_others_are_compiled(compile, sources):
    edit(sources, "B", "import Lib.A\ndef b : Nat := nope")
    found = compile()
    assert (found.output / "Lib" / "A.olean").is_file()
    assert not (found.output / "Lib" / "B.olean").is_file()
    assert "nope" in found.failed["Lib.B"]
    assert found.failed["Lib.C"] == "it imports Lib.B, which was not compiled"
    assert [one.severity for one in found.messages["Lib.B"].wrong] == ["error"]


@pytest.mark.slow
def test_a_rejection_is_remembered_until_the_module_is_changed(compile, sources):
    edit(sources, "B", "import Lib.A\ndef b : Nat := nope")
    assert compile().built == 2
    again = compile()
    assert (again.built, set(again.failed)) == (0, {"Lib.B", "Lib.C"})
    edit(sources, "B", B)
    assert compile().failed == {}


@pytest.mark.slow
def test_a_toolchain_is_not_ready_while_a_module_is_rejected(toolchain, wanted, sources):
    edit(sources, "B", "import Lib.A\ndef b : Nat := nope")
    with pytest.raises(LeanBuildError, match=r"Lib\.B, Lib\.C\n.*Lib/B\.lean:2:15: .*nope"):
        prepare_folder(toolchain, wanted)


def test_warnings_are_kept_with_their_places(compile, sources):
    edit(sources, "A", "def a : Nat := sorry")
    compile()
    [told] = compile().messages["Lib.A"].wrong
    assert str(told) == "warning: Lib/A.lean:1:4: declaration uses `sorry`"
    assert told.is_of_sorry


def test_imports_in_a_circle_are_an_error_that_names_the_modules(compile, sources):
    edit(sources, "A", "import Lib.C")
    with pytest.raises(ToolchainError, match=r"circle: Lib\.\w -> Lib\.\w -> Lib\.\w -> Lib\.\w"):
        compile()


def test_a_missing_import_is_reported_in_lean_s_words(compile, sources):
    edit(sources, "A", "import Nowhere")
    found = compile()
    assert "Nowhere" in found.failed["Lib.A"]


def test_a_lean_that_exits_early_is_an_error_and_no_rejection(compile, sources):
    edit(sources, "C", "#eval (IO.Process.exit 3 : IO Unit)")
    with pytest.raises(LeanBuildError, match="exit code 3"):
        compile()


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda folder: None, "there is no folder"),
        (lambda folder: folder.mkdir(), "no .lean file"),
        (
            lambda folder: (folder.mkdir(), (folder / "lakefile.toml").touch()),
            "name it with lean_project",
        ),
    ],
)
def test_a_folder_that_cannot_be_compiled_is_refused(toolchain, tmp_path, make, why):
    make(tmp_path / "folder")
    with pytest.raises(ToolchainError, match=why):
        compile_folder(toolchain, LeanConfig(sources=tmp_path / "folder"))


@pytest.mark.slow
def test_tests_can_import_modules_of_the_folder(wanted, toolchain, sources, pytester):
    pytester.makeini(f"[pytest]\nlean_toolchain = embedded\nlean_sources = {sources}\n")
    pytester.makepyfile(
        """
        import pytest

        @pytest.mark.lean(imports=["Lib.C"])
        def test_c(lean):
            lean.check("example : b = 1 := c")
        """
    )
    pytester.runpytest().assert_outcomes(passed=1)
