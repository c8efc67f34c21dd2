"""Lake projects: built by the first process that needs them; failures shown once; nothing stale.

elan, lake and the full lean are stand-ins (tests/standins); what they compile is compiled by
the real embedded Lean.
"""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from pytest_lean import (
    LeanBuildError,
    LeanConfig,
    LeanServer,
    LeanTimeoutError,
    Toolchain,
    ToolchainError,
)
from pytest_lean.toolchain import lake as lakes
from pytest_lean.toolchain import project as projects
from pytest_lean.toolchain.find import find_toolchain
from pytest_lean.toolchain.lake import as_arguments, find_project, read_options, sample_module

DEMO = "theorem demo : 1 + 1 = 2 := rfl\n"


@pytest.fixture
def lean(machine) -> Path:
    """A full toolchain made of stand-ins."""
    return machine.install_lean(machine.folder / "sysroot", "4.35.0")


@pytest.fixture
def project(machine) -> Path:
    """A project with one module."""
    return machine.project(Demo=DEMO)


@pytest.fixture
def prepare(machine, lean, project):
    """Prepare the project, with more settings if need be."""

    def prepare(**more) -> Toolchain:
        return find_toolchain(LeanConfig(toolchain=str(lean), project=project, **more))

    return prepare


@pytest.fixture
def server(lean, project) -> Iterator[LeanServer]:
    """A server whose texts import the project's module."""
    config = LeanConfig(toolchain=str(lean), project=project, imports=("Demo",))
    with LeanServer(config) as server:
        yield server


@pytest.fixture
def another_run(monkeypatch):
    """Return a function that pretends that another run begins now."""

    def begin() -> None:
        now = time.time()
        monkeypatch.setattr(projects, "_RUN_OF_THIS_PROCESS", f"run {now}")
        monkeypatch.setattr(projects, "_began", lambda: now)

    return begin


def builds(machine) -> int:
    return len(machine.calls("lake build begins"))


def touch(path: Path, text: str) -> None:
    path.write_text(text)
    os.utime(path, ns=(time.time_ns(), time.time_ns() + 1_000_000))


class TestEnvironment:
    def test_modules_of_the_project_can_be_imported(self, prepare):
        with LeanServer(LeanConfig(toolchain=prepare(), imports=("Demo",))) as server:
            assert server.run("theorem t : 1 + 1 = 2 := demo").ok

    def test_its_own_folders_are_watched_and_those_of_packages_are_not(self, prepare, project):
        found = prepare()
        assert found.watched == (str(project / ".lake/build/lib/lean"),)
        assert str(project / ".lake/packages/dep/.lake/build/lib/lean") in found.search_path
        assert found.project == str(project)

    def test_folders_of_local_packages_are_watched(self, machine, prepare, project):
        machine.project("other")
        entry = {"name": "other", "type": "path", "dir": "../other"}
        (project / "lake-manifest.json").write_text(json.dumps({"packages": [entry]}))
        assert str(project.parent / "other/.lake/build/lib/lean") in prepare().watched

    def test_relative_folders_of_an_older_lake_are_read_from_the_project(
        self, machine, prepare, project, tmp_path, monkeypatch
    ):
        expected = prepare()
        (project / "Demo.lean").write_text(DEMO + "theorem later : True := trivial\n")
        machine.behave(lake_env="relative")
        monkeypatch.chdir(tmp_path)
        found = prepare()
        assert (found.search_path, found.watched) == (expected.search_path, expected.watched)
        assert found.sources == expected.sources == (str(project),)

    def test_a_rebuilt_module_is_noticed_by_a_running_server(self, prepare, project):
        with LeanServer(LeanConfig(toolchain=prepare(), imports=("Demo",))) as server:
            assert not server.run("#check later").ok
            touch(project / "Demo.lean", DEMO + "theorem later : True := trivial\n")
            prepare()
            assert server.run("#check later").ok

    def test_a_source_that_changes_is_built_for_the_next_command(self, machine, server, project):
        assert not server.run("#check later").ok
        touch(project / "Demo.lean", DEMO + "theorem later : True := trivial\n")
        assert server.run("#check later").ok
        assert server.run("#check later").ok
        assert (builds(machine), server.stats.stale) == (2, 1)

    def test_a_new_source_is_built_for_the_next_text_that_imports_it(self, server, project):
        assert not server.run("import New\n#check new").ok
        (project / "New.lean").write_text("theorem new : True := trivial\n")
        assert server.run("import New\n#check new").ok

    def test_a_source_that_no_longer_compiles_leaves_no_verdict(self, server, project):
        touch(project / "Demo.lean", "theorem demo : 1 + 1 = 3 := rfl\n")
        for _ in range(2):
            with pytest.raises(LeanBuildError, match=r"Building Demo"):
                server.run("theorem t : 1 + 1 = 2 := demo")
        touch(project / "Demo.lean", DEMO)
        assert server.run("theorem t : 1 + 1 = 2 := demo").ok

    def test_a_build_between_two_commands_counts_towards_the_deadline(
        self, machine, server, project
    ):
        go = machine.folder / "go"
        machine.behave(lake_build=f"wait for {go}")
        touch(project / "Demo.lean", DEMO + "theorem later : True := trivial\n")
        with pytest.raises(LeanTimeoutError, match="being built again, since its files changed"):
            server.run("#check later", timeout=0.5)
        go.touch()
        assert server.run("#check later").ok
        assert builds(machine) == 2

    def test_with_build_never_a_changed_source_is_not_built(self, machine, lean, project, prepare):
        prepare()
        config = LeanConfig(toolchain=str(lean), project=project, build="never", imports=("Demo",))
        with LeanServer(config) as server:
            assert server.run("#check demo").ok
            touch(project / "Demo.lean", DEMO + "theorem later : True := trivial\n")
            assert not server.run("#check later").ok
            assert server.stats.stale == 0
        assert builds(machine) == 1

    def test_only_lake_s_own_folder_appears_in_the_project(self, prepare, project):
        before = {one.name for one in project.iterdir()}
        prepare()
        assert {one.name for one in project.iterdir()} - before == {".lake"}

    def test_a_lake_that_prints_garbage_is_an_error_with_what_it_printed(self, machine, prepare):
        machine.behave(lake_env="garbage")
        with pytest.raises(LeanBuildError, match=r"printed no LEAN_PATH(?s:.)*surprise"):
            prepare()

    def test_a_lake_that_hangs_after_the_build_is_an_error(self, machine, prepare, monkeypatch):
        monkeypatch.setattr(lakes, "QUESTION_SECONDS", 1.0)
        machine.behave(lake_env="hang")
        with pytest.raises(LeanBuildError, match="`lake env` did not end within 1 s"):
            prepare()

    def test_a_folder_without_a_lakefile_is_no_project(self, machine, lean, tmp_path):
        with pytest.raises(
            ToolchainError, match=r"is no Lake project: it has no lakefile\.lean or"
        ):
            find_toolchain(LeanConfig(toolchain=str(lean), project=tmp_path))

    def test_a_toolchain_without_lake_is_an_error(self, lean, prepare):
        lean.with_name("lake").unlink()
        with pytest.raises(ToolchainError, match="has no lake beside"):
            prepare()

    def test_the_project_is_found_upward(self, project):
        (project / "deep" / "down").mkdir(parents=True)
        assert find_project(project / "deep" / "down") == project
        assert find_project(project.parent) is None


class TestOptions:
    @pytest.mark.parametrize("how", ["", "old"])
    def test_options_of_the_project_apply_to_commands(self, machine, prepare, project, how):
        machine.behave(lake_setup=how)
        with (project / "lakefile.toml").open("a") as file:
            file.write("[leanOptions]\npp.unicode.fun = true\n")
        with LeanServer(LeanConfig(toolchain=prepare())) as server:
            [message] = server.run("#check fun x : Nat => x").messages
            assert "fun x ↦ x" in message.data

    def test_options_of_a_command_win_over_the_project_s(self, prepare, project):
        with (project / "lakefile.toml").open("a") as file:
            file.write("[leanOptions]\npp.unicode.fun = true\n")
        config = LeanConfig(toolchain=prepare(), options={"pp.unicode.fun": False})
        with LeanServer(config) as server:
            [message] = server.run("#check fun x : Nat => x").messages
            assert "fun x => x" in message.data

    def test_an_option_of_a_library_that_is_not_imported_is_ignored(self, prepare, project):
        with (project / "lakefile.toml").open("a") as file:
            file.write("[leanOptions]\nlinter.ofSomeLibrary = true\n")
        with LeanServer(LeanConfig(toolchain=prepare(build="never"))) as server:
            assert server.run(DEMO).ok

    @pytest.mark.parametrize("how", ["garbage", "fail"])
    def test_if_lake_does_not_print_the_options_there_is_a_note(self, machine, prepare, how):
        machine.behave(lake_setup=how)
        [note] = prepare().notes
        assert "the leanOptions of" in note
        assert "are not applied" in note

    @pytest.mark.parametrize("printed", ["", "[]", "3", '{"options": 4}'])
    def test_output_that_is_no_setup_is_refused(self, printed):
        with pytest.raises(ToolchainError, match="printed no setup"):
            read_options(printed)

    @pytest.mark.parametrize(
        ("version", "arguments"),
        [
            ((4, 12, 0), ["-Dweak.autoImplicit=false", "-Dweak.n=900", "-Dweak.linter.x=true"]),
            ((4, 11, 0), ["-DautoImplicit=false", "-Dn=900"]),
        ],
    )
    def test_options_are_written_as_each_version_of_lean_reads_them(self, version, arguments):
        options = {"autoImplicit": False, "n": 900, "weak.linter.x": True}
        assert list(as_arguments(options, version)) == arguments

    def test_the_options_of_a_root_module_stand_for_the_project(self, tmp_path):
        for name in ("A.lean", "B.lean", "C.lean", "lakefile.lean"):
            (tmp_path / name).touch()
        (tmp_path / "B").mkdir()
        assert sample_module(tmp_path, [str(tmp_path)], []) == tmp_path / "B.lean"
        assert sample_module(tmp_path, [str(tmp_path)], ["@/C:olean"]) == tmp_path / "C.lean"
        assert sample_module(tmp_path / "B", [], []) is None


class TestBuilding:
    def test_is_skipped_if_nothing_changed(self, machine, prepare, another_run):
        assert prepare().built
        another_run()
        assert not prepare().built
        assert builds(machine) == 1

    def test_asks_lake_nothing_if_nothing_changed(self, machine, prepare, another_run):
        prepare()
        asked = machine.calls("lake")
        another_run()
        prepare()
        assert machine.calls("lake") == asked

    @pytest.mark.parametrize(
        "name", ["Demo.lean", "lakefile.toml", "lean-toolchain", "Sub/New.lean"]
    )
    def test_is_done_again_if_a_source_changed(self, machine, prepare, project, name):
        prepare()
        (project / "Sub").mkdir()
        touch(project / name, DEMO + "-- more\n" if name == "Demo.lean" else "# more\n")
        prepare()
        assert builds(machine) == 2

    def test_is_done_again_if_a_local_package_changed(self, machine, prepare, project):
        other = machine.project("other", Other="")
        entry = {"name": "other", "type": "path", "dir": "../other"}
        (project / "lake-manifest.json").write_text(json.dumps({"packages": [entry]}))
        prepare()
        touch(other / "Other.lean", "-- more\n")
        prepare()
        assert builds(machine) == 2

    def test_is_done_again_if_a_compiled_module_is_gone(self, machine, prepare, project):
        prepare()
        (project / ".lake/build/lib/lean/Demo.olean").unlink()
        prepare()
        assert builds(machine) == 2

    def test_is_not_done_for_a_file_that_lean_does_not_read(self, machine, prepare, project):
        prepare()
        (project / "test_demo.py").touch()
        (project / ".lake/notes.lean").touch()
        prepare()
        assert builds(machine) == 1

    def test_never_builds_nothing(self, machine, prepare):
        assert prepare(build="never").search_path
        assert builds(machine) == 0

    def test_always_builds_once_in_each_run(self, machine, prepare, another_run):
        prepare(build="always")
        prepare(build="always")
        assert builds(machine) == 1
        another_run()
        prepare(build="always")
        assert builds(machine) == 2

    def test_targets_are_passed_on(self, machine, prepare):
        prepare(targets=("Demo",))
        assert machine.calls("lake build Demo") == ["lake build Demo"]

    def test_its_output_is_shown_as_it_comes(self, machine, lean, project):
        lines: list[str] = []
        config = LeanConfig(toolchain=str(lean), project=project)
        find_toolchain(config, progress=lines.append)
        assert lines[0] == f"lake build in {project}"
        assert "ℹ [1/1] Built Demo" in lines

    def test_a_damaged_stamp_is_ignored(self, machine, prepare):
        prepare()
        [stamp] = (machine.cache / "projects").iterdir()
        stamp.write_bytes(b"\xff{")
        prepare()
        assert builds(machine) == 2


class TestArtifactCache:
    """Lake keeps compiled modules in its artifact cache, and leaves none in the build folder."""

    @pytest.fixture(autouse=True)
    def cache(self, machine, monkeypatch):
        monkeypatch.setenv("LAKE_ARTIFACT_CACHE", "true")

    def test_a_build_asks_for_restored_modules(self, prepare):
        with LeanServer(LeanConfig(toolchain=prepare(), imports=("Demo",))) as server:
            assert server.run("theorem t : 1 + 1 = 2 := demo").ok

    def test_the_user_s_own_variable_for_restoring_is_overridden(self, prepare, monkeypatch):
        monkeypatch.setenv("LAKE_RESTORE_ARTIFACTS", "false")
        assert prepare().built

    def test_a_lake_that_cannot_restore_is_an_error_with_the_cause(self, machine, project):
        lean = machine.install_lean(machine.folder / "old", "4.30.0")
        config = LeanConfig(toolchain=str(lean), project=project)
        with pytest.raises(
            LeanBuildError, match=r"Lake's artifact cache alone.*Demo\.olean"
        ) as told:
            find_toolchain(config)
        assert "restoreAllArtifacts = true in the lakefile" in str(told.value)

    def test_without_a_build_it_is_a_note(self, machine, project):
        lean = machine.install_lean(machine.folder / "old", "4.30.0")
        subprocess.run([lean.with_name("lake"), "build"], cwd=project, check=True, timeout=120)
        config = LeanConfig(toolchain=str(lean), project=project, build="never")
        assert any("artifact cache alone" in note for note in find_toolchain(config).notes)

    def test_a_module_without_an_index_is_not_missing(self, tmp_path):
        (tmp_path / "Demo.trace").touch()
        assert lakes.missing_modules([str(tmp_path)]) == []


class TestFailing:
    def test_shows_what_lake_printed(self, prepare, project):
        touch(project / "Demo.lean", "theorem demo : 1 + 1 = 3 := rfl\n")
        with pytest.raises(LeanBuildError) as caught:
            prepare()
        assert f"in the Lake project {project}: `lake build` failed (exit code 1)" in str(
            caught.value
        )
        assert "Demo.lean:1:" in str(caught.value)
        assert "error: build failed" in str(caught.value)

    def test_is_not_tried_again_in_the_same_run(self, machine, prepare):
        machine.behave(lake_build="fail")
        for _ in range(3):
            with pytest.raises(LeanBuildError, match="the stand-in fails as it was told"):
                prepare()
        assert builds(machine) == 1

    def test_holds_for_a_run_that_was_waiting_for_it(self, machine, prepare, monkeypatch):
        machine.behave(lake_build="fail")
        with pytest.raises(LeanBuildError):
            prepare()
        with pytest.raises(LeanBuildError):
            prepare(run_id="one that began before")
        assert builds(machine) == 1

    def test_is_tried_again_in_the_next_run(self, machine, prepare, another_run):
        machine.behave(lake_build="fail")
        with pytest.raises(LeanBuildError):
            prepare()
        machine.behave(lake_build="")
        another_run()
        assert prepare().built

    def test_is_tried_again_after_a_change(self, prepare, project):
        touch(project / "Demo.lean", "theorem demo : 1 + 1 = 3 := rfl\n")
        with pytest.raises(LeanBuildError):
            prepare()
        touch(project / "Demo.lean", DEMO)
        assert prepare().built

    def test_a_hanging_build_ends_at_its_deadline_with_all_it_started(self, machine, prepare):
        machine.behave(lake_build="hang")
        with pytest.raises(LeanBuildError, match="`lake build` did not end within 1 s"):
            prepare(build_timeout=1)
        assert psutil.wait_procs(machine.processes(), timeout=300)[1] == []


class TestChangingFiles:
    """A ``lake``, or a user, that changes files during the build."""

    def test_a_change_during_the_build_is_built_as_well(
        self, machine, prepare, project, another_run
    ):
        machine.behave(lake_build="change a file once")
        assert prepare().notes == ()
        assert (project / ".lake/build/lib/lean/New.olean").exists()
        assert builds(machine) == 2
        another_run()
        prepare()
        assert builds(machine) == 2

    def test_endless_changes_are_a_note_and_hold_for_the_run(self, machine, prepare):
        machine.behave(lake_build="change a file")
        [note] = prepare().notes
        assert "changed while Lake was building it" in note
        prepare()
        assert builds(machine) == 2

    def test_endless_changes_are_not_trusted_by_the_next_run(self, machine, prepare, another_run):
        machine.behave(lake_build="change a file")
        prepare()
        another_run()
        prepare()
        assert builds(machine) == 4


class TestMathlib:
    @pytest.fixture(autouse=True)
    def mathlib(self, project):
        entry = {"name": "mathlib", "type": "git", "url": "https://example.org", "rev": "0"}
        (project / "lake-manifest.json").write_text(json.dumps({"packages": [entry]}))

    def test_its_files_are_not_downloaded_unasked(self, machine, prepare):
        prepare()
        assert machine.calls("lake exe") == []

    def test_its_files_are_downloaded_before_the_build(self, machine, prepare):
        prepare(cache_get=True)
        assert machine.calls("lake exe") == ["lake exe cache get"]
        assert machine.calls("lake").index("lake exe cache get") == 0

    def test_without_a_network_nothing_is_built(self, machine, prepare):
        machine.behave(lake_cache="no network")
        with pytest.raises(
            LeanBuildError, match=r"`lake exe cache get` failed.*is there a network"
        ):
            prepare(cache_get=True)
        assert builds(machine) == 0

    def test_a_project_without_it_downloads_nothing(self, machine, prepare, project):
        (project / "lake-manifest.json").unlink()
        prepare(cache_get=True)
        assert machine.calls("lake exe") == []
