"""The Leans and projects of one pytest run. The full ones are stand-ins (tests/standins)."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

NAME = "leanprover/lean4:v4.35.0"
DEMO = "theorem demo : 1 + 1 = 2 := rfl\n"
USES_DEMO = """
import pytest

@pytest.mark.lean(imports=["Demo"])
def test_demo(lean):
    lean.check("theorem t : 1 + 1 = 2 := demo")
"""
ASKS = """
def test_which(lean_toolchain, lean):
    lean.check("theorem t : 1 + 1 = 2 := rfl")
    print("ran on", lean_toolchain.label)
"""


@pytest.fixture
def run(run_there):
    """Run pytest in a folder of the machine."""

    def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        return run_there(folder, "-rA", *arguments)

    return run


@pytest.fixture
def sysroot(machine):
    return machine.install_lean(machine.folder / "sysroot", "4.35.0")


def write(folder: Path, text: str, settings: str = "") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "test_it.py").write_text(text)
    (folder / "pytest.ini").write_text(f"[pytest]\n{settings}")
    return folder


def test_the_project_around_the_tests_is_built_and_imported(machine, run):
    machine.install_elan()
    machine.install_toolchain(NAME, "4.35.0")
    project = machine.project(pin=NAME, Demo=DEMO)
    result = run(write(project / "tests", USES_DEMO))
    assert "1 passed" in result.stdout, result.stdout
    assert "Lean 4.35.0 (elan)" in result.stdout
    assert f"pytest-lean: lake build in {project}" in result.stderr
    assert "1 built" in result.stdout


@pytest.mark.slow
def test_a_marker_asks_for_another_project_which_is_prepared_once(machine, sysroot, run):
    machine.project("one", Demo=DEMO)
    machine.project("two", Demo="theorem two : True := trivial\n")
    text = """
        import pytest

        @pytest.mark.lean(project="one", imports=["Demo"])
        def test_one(lean):
            assert lean.run("#check demo").ok and not lean.run("#check two").ok

        @pytest.mark.parametrize("n", range(3))
        @pytest.mark.lean(project="two", imports=["Demo"])
        def test_two(lean, n):
            assert lean.run("#check two").ok and not lean.run("#check demo").ok
    """
    text = text.replace("\n        ", "\n")
    result = run(write(machine.folder, text, f"lean_toolchain = {sysroot}\n"))
    assert "4 passed" in result.stdout, result.stdout
    assert len(machine.calls("lake build begins")) == 2
    assert len(machine.calls("lean --version")) == 3  # the run's own, and one for each project


def test_a_matrix_runs_every_test_on_every_toolchain(machine, sysroot, run):
    machine.install_elan()
    machine.install_toolchain("mine", "4.21.0")
    settings = f"lean_toolchains = {sysroot.parent.parent} mine\n"
    result = run(write(machine.folder / "tests", ASKS, settings))
    assert "2 passed" in result.stdout, result.stdout
    assert "PASSED test_it.py::test_which[sysroot]" in result.stdout
    assert "PASSED test_it.py::test_which[mine]" in result.stdout
    assert "ran on Lean 4.35.0 (explicit)" in result.stdout
    assert "ran on Lean 4.21.0 (elan)" in result.stdout


def test_in_a_matrix_only_the_tests_of_a_missing_toolchain_fail(machine, sysroot, run):
    settings = f"lean_toolchains = {sysroot} v4.1.0\n"
    result = run(write(machine.folder / "tests", ASKS, settings))
    assert "1 passed, 1 lean error" in result.stdout, result.stdout
    assert "v4.1.0 needs elan" in result.stdout


def test_in_a_matrix_the_tests_of_a_missing_toolchain_can_be_skipped(machine, sysroot, run):
    settings = f"lean_toolchains = {sysroot} v4.1.0\nlean_missing = skip\n"
    result = run(write(machine.folder / "tests", ASKS, settings))
    assert "1 passed, 1 skipped" in result.stdout, result.stdout


def test_a_matrix_of_a_lake_project_is_refused(machine, sysroot, run):
    folder = write(machine.project(Demo=DEMO), ASKS, f"lean_toolchains = {sysroot} v4.1.0\n")
    result = run(folder)
    assert result.returncode == 4
    assert "its compiled modules are of one Lean" in result.stderr


def test_a_matrix_beside_a_lake_project_leaves_it_alone(machine, sysroot, run):
    settings = f"lean_toolchains = {sysroot} {sysroot.parent.parent}\nlean_project = none\n"
    result = run(write(machine.project(Demo=DEMO), ASKS, settings))
    assert "2 passed" in result.stdout, result.stdout
    assert machine.calls("lake") == []


def test_a_test_can_have_a_matrix_of_its_own(machine, sysroot, run):
    text = (
        "import pytest\n\n"
        f"@pytest.mark.parametrize('lean_toolchain', [{str(sysroot)!r}], indirect=True)" + ASKS
    )
    result = run(write(machine.folder / "tests", text, "lean_toolchains = v4.1.0\n"))
    assert "1 passed" in result.stdout, result.stdout


def test_a_test_without_lean_is_not_multiplied(machine, run):
    text = "def test_plain(): pass\n"
    result = run(write(machine.folder / "tests", text, "lean_toolchains = a b\n"))
    assert "1 passed" in result.stdout


def test_what_an_old_lean_lacks_is_noted_once(machine, run):
    lean = machine.install_lean(machine.folder / "old", "4.12.0")
    text = ASKS + ASKS.replace("test_which", "test_again")
    result = run(write(machine.folder / "tests", text, f"lean_toolchain = {lean}\n"))
    assert result.stdout.count("note: Lean 4.12.0 (explicit) has no parallel elaboration") == 1


def test_a_lean_that_is_too_old_is_a_lean_error_that_names_the_oldest(machine, run):
    lean = machine.install_lean(machine.folder / "old", "4.8.0")
    result = run(write(machine.folder / "tests", ASKS, f"lean_toolchain = {lean}\n"))
    assert "1 lean error" in result.stdout, result.stdout
    assert "pytest-lean needs Lean 4.9.0 or newer" in result.stdout


def test_the_project_fixture_can_be_overridden(machine, sysroot, run):
    project = machine.project("elsewhere", Demo=DEMO)
    folder = write(machine.folder / "tests", USES_DEMO, f"lean_toolchain = {sysroot}\n")
    (folder / "conftest.py").write_text(
        "import pathlib, pytest\n\n"
        "@pytest.fixture(scope='session')\n"
        f"def lean_project(): return pathlib.Path({str(project)!r})\n"
    )
    result = run(folder)
    assert "1 passed" in result.stdout, result.stdout


@pytest.mark.quick(1)
@pytest.mark.parametrize("order", [("a", "b", "c"), ("c", "b", "a"), ("b", "a", "c")])
def test_a_toolchain_that_a_folder_chooses_counts_for_its_tests_only(machine, sysroot, run, order):
    tests = write(machine.folder / "tests", "")
    (tests / "test_it.py").unlink()
    machine.install_elan()
    machine.install_toolchain(NAME, "4.35.0")
    (machine.folder / "lean-toolchain").write_text(NAME)
    demo = machine.project("elsewhere", Demo=DEMO)
    chosen = (
        f"lean_toolchain(): return pytest_lean.LeanConfig(toolchain={str(sysroot)!r}).prepare()",
        f"lean_project(): return pathlib.Path({str(demo)!r})",
        None,
    )
    texts = (
        "def test_a(lean): assert lean.server.toolchain.kind == 'explicit'",
        f"def test_b(lean): assert str(lean.server.config.project) == {str(demo)!r}",
        "def test_c(lean):\n    assert lean.server.toolchain.kind == 'elan'\n"
        "    assert lean.server.config.project is None",
    )
    for folder, fixture, text in zip("abc", chosen, texts, strict=True):
        (tests / folder).mkdir()
        (tests / folder / f"test_{folder}.py").write_text(text)
        if fixture is not None:
            (tests / folder / "conftest.py").write_text(
                "import pathlib, pytest, pytest_lean\n\n"
                f"@pytest.fixture(scope='session')\ndef {fixture}\n"
            )
    result = run(tests, *order)
    assert "3 passed" in result.stdout, result.stdout


@pytest.mark.slow
def test_a_source_that_changes_in_a_run_counts_from_the_next_command(machine, run):
    machine.install_elan()
    machine.install_toolchain(NAME, "4.35.0")
    project = machine.project(pin=NAME, Demo=DEMO)
    text = f"""
import pytest
from pathlib import Path

pytestmark = pytest.mark.lean(imports=["Demo"], preamble="theorem base : 1 + 1 = 2 := demo")

def test_before(lean):
    lean.check("theorem t : 1 + 1 = 2 := base")

def test_change(lean):
    source = Path({str(project)!r}, "Demo.lean")
    source.write_text(source.read_text() + "theorem later : True := trivial")
    lean.check("theorem t : True := later")

def test_after(lean):
    lean.check("theorem t : 1 + 1 = 2 ∧ True := ⟨base, later⟩")
"""
    result = run(write(project / "tests", text))
    assert "3 passed" in result.stdout, result.stdout
    assert len(machine.calls("lake build begins")) == 2
