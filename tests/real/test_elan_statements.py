"""What docs/toolchains.md says of elan, each statement on three versions of the real one.

The first line of a docstring is the statement, as it stands in the table of the docs. Nothing
here reaches a network: what elan asks of one ends at a proxy of the test's own.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from obtainable import cannot
from real_elan import NAME, RealElan, can_be_without_network

from pytest_lean import LeanConfig, LeanServer, Toolchain, ToolchainError, ToolchainNotFoundError
from pytest_lean.toolchain.find import find_toolchain

pytestmark = pytest.mark.slow

NO_NETWORK = "403|[Cc]ould(n't| not) (resolve|connect)"
CHECKS = """
def test_it(lean):
    lean.check("theorem t : 1 + 1 = 2 := rfl")
"""


def find(elan: RealElan, **config: object) -> Toolchain:
    return find_toolchain(LeanConfig(**config), start=elan.place)  # type: ignore[arg-type]


def write(elan: RealElan, settings: str = "") -> None:
    (elan.place / "test_it.py").write_text(CHECKS)
    (elan.place / "pytest.ini").write_text(f"[pytest]\n{settings}")


def pin(elan: RealElan, text: str) -> None:
    (elan.place / "lean-toolchain").write_text(text)


@pytest.mark.parametrize("name", [NAME, "v4.35.0", "4.35.0"])
def test_names(elan, name):
    """A release is found by each of its names."""
    elan.link(NAME)
    found = find(elan, lean_version=name)
    assert found.label == "Lean 4.35.0 (elan)"
    assert found.command == (str(elan.home / "toolchains/leanprover--lean4---v4.35.0/bin/lean"),)


def test_a_linked_name(elan):
    """A linked toolchain is found by its name."""
    elan.link("mine")
    pin(elan, "mine")
    assert find(elan).label == "Lean 4.35.0 (elan)"


@pytest.mark.parametrize("name", [NAME, "mine"])
def test_default(elan, name):
    """`auto` uses the default toolchain, also a linked one."""
    elan.link(NAME, "mine")
    elan.elan("default", name) if name == "mine" else elan.set_default(name)
    found = find(elan)
    assert found.kind == "elan"
    assert name.rpartition(":")[2] in found.command[0]


def test_default_stable(elan):
    """A default `stable` is used: the newest installed release, or a toolchain of that name."""
    is_resolved = elan.version >= (4,)
    elan.link("leanprover/lean4:v4.9.0", NAME if is_resolved else "stable")
    elan.set_default("stable")
    expected = "leanprover--lean4---v4.35.0" if is_resolved else "stable"
    assert find(elan).command == (str(elan.home / "toolchains" / expected / "bin" / "lean"),)


@pytest.mark.parametrize("name", ["stable", NAME, "mine"])
def test_default_that_is_missing(elan, name):
    """A default that is not installed is an error; the embedded Lean is not used for it."""
    elan.set_default(name)
    with pytest.raises(ToolchainNotFoundError, match="it is elan's default toolchain") as caught:
        find(elan)
    assert "not used in place of a Lean that is broken" in str(caught.value)
    assert elan.proxy.asked == []


def test_no_default(elan):
    """Without a default the embedded Lean is used, and the header says why."""
    elan.link(NAME)
    write(elan)
    printed = elan.pytest().stdout
    assert "lean: Lean 4.35.0 (embedded, small core library), timeout" in printed
    assert "lean: the embedded one because no other Lean was found: no lean-toolchain" in printed
    assert f"lean on PATH: {elan.bin}/lean is elan's proxy" in printed
    assert "elan has no default toolchain" in printed
    assert "1 passed" in printed


def test_nothing_installed(elan):
    """An elan without any toolchain is understood."""
    assert find(elan).kind == "embedded"


def test_order(elan, monkeypatch):
    """`ELAN_TOOLCHAIN` is stronger than an override, and that than `lean-toolchain` beside it."""
    elan.link("one", "two", "three")
    pin(elan, "one")
    assert "toolchains/one/" in find(elan).command[0]
    elan.elan("override", "set", "two", cwd=elan.place)
    assert "toolchains/two/" in find(elan).command[0]
    monkeypatch.setenv("ELAN_TOOLCHAIN", "three")
    assert "toolchains/three/" in find(elan).command[0]


def test_nearest(elan):
    """Of overrides and `lean-toolchain` files the nearest one upward counts."""
    elan.link("one", "two")
    elan.elan("override", "set", "one", cwd=elan.place)
    below = elan.place / "a" / "b"
    below.mkdir(parents=True)
    assert "toolchains/one/" in find_toolchain(LeanConfig(), start=below).command[0]
    (below.parent / "lean-toolchain").write_text("two\n")
    assert "toolchains/two/" in find_toolchain(LeanConfig(), start=below).command[0]


def test_path(elan):
    """A path in `lean-toolchain` is used."""
    (elan.place / "lean").symlink_to(elan.sysroot)
    for text in (str(elan.sysroot), "./lean"):
        pin(elan, text)
        found = find(elan)
        assert found.kind == "explicit"
        assert Path(found.command[0]).samefile(elan.sysroot / "bin" / "lean")


def test_missing(elan):
    """A version that is missing is an error with the command that installs it; nothing is asked
    of a network, and nothing is downloaded."""
    elan.link(NAME)
    pin(elan, "leanprover/lean4:v4.20.0")
    with pytest.raises(ToolchainNotFoundError, match=r"elan toolchain install leanprover/lean4:v4"):
        find(elan)
    assert elan.proxy.asked == []
    assert not (elan.home / "toolchains" / "leanprover--lean4---v4.20.0").exists()


def test_missing_can_be_skipped(elan):
    """With `lean_missing = skip` its tests are skipped with that reason."""
    pin(elan, "leanprover/lean4:v4.20.0")
    write(elan, "lean_missing = skip\n")
    printed = elan.pytest("-rs").stdout
    assert "1 skipped" in printed
    assert "elan does not have leanprover/lean4:v4.20.0" in printed


def test_install(elan, monkeypatch):
    """`--lean-install` asks the network; without one, elan's reason is in the summary line, and
    no backtrace is shown."""
    monkeypatch.setenv("RUST_BACKTRACE", "1")
    pin(elan, "leanprover/lean4:v4.20.0")
    write(elan)
    printed = elan.pytest("--lean-install=true").stdout
    [line] = [one for one in printed.splitlines() if one.startswith("LEAN ERROR test_it.py")]
    assert "`elan toolchain install leanprover/lean4:v4.20.0` failed: " in line
    assert re.search(NO_NETWORK, line)
    assert "info: backtrace:" not in printed
    assert elan.proxy.asked != []


def test_proxies(elan):
    """elan's proxies are known as such, and none is run."""
    elan.link(NAME)
    elan.set_default(NAME)
    with pytest.raises(ToolchainError, match="is elan's proxy"):
        find(elan, toolchain=str(elan.bin / "lean"))
    assert find(elan).kind == "elan"
    assert elan.calls("lean", "lake") == []


def test_real_lean(elan):
    """Servers run the real `lean`, without elan."""
    elan.link(NAME)
    elan.set_default(NAME)
    found = find(elan)
    asked = elan.calls()
    with LeanServer(LeanConfig(toolchain=found)) as server:
        assert server.run("theorem t : 1 + 1 = 2 := rfl").ok
        server.restart()
        assert not server.run("theorem t : 1 + 1 = 3 := rfl").ok
    assert elan.calls() == asked
    assert elan.calls("lean", "lake") == []


def test_other_version(elan):
    """A toolchain of another version than its name says is refused."""
    elan.link("leanprover/lean4:v4.20.0")
    pin(elan, "v4.20.0")
    with pytest.raises(ToolchainError, match=r"is Lean 4\.35\.0, and leanprover/lean4:v4\.20\.0"):
        find(elan)


@pytest.mark.parametrize(
    ("channel", "expected"),
    [
        ("stable", "leanprover--lean4---v4.35.0"),
        ("nightly", "leanprover--lean4-nightly---nightly-2026-02-01"),
    ],
)
def test_channels(elan, channel, expected):
    """A channel is the newest installed release of it; no network is asked."""
    elan.link("leanprover/lean4:v4.9.0", NAME)
    elan.link(*(f"leanprover/lean4-nightly:nightly-2026-{day}" for day in ("01-31", "02-01")))
    pin(elan, channel)
    assert find(elan).command == (str(elan.home / "toolchains" / expected / "bin" / "lean"),)
    assert elan.proxy.asked == []


def test_broken_link(elan):
    """A linked toolchain whose folder is gone is an error that names it."""
    elan.link("mine")
    elan.elan("default", "mine")
    link = elan.home / "toolchains" / "mine"
    link.unlink()
    link.symlink_to("/no/such/folder")
    with pytest.raises(ToolchainError, match="mine") as caught:
        find(elan)
    assert "not used in place of a Lean that is broken" in str(caught.value)


def test_home(elan, monkeypatch):
    """elan is found in its home when it is not on PATH."""
    elan.link(NAME)
    elan.set_default(NAME)
    monkeypatch.setenv("PATH", elan.path_without_elan)
    assert find(elan).kind == "elan"


def test_a_run_without_a_network(elan):
    """A whole run needs no network."""
    if not can_be_without_network():
        cannot("no process without a network can be started here")
    elan.link("mine")
    elan.elan("default", "mine")
    write(elan)
    printed = elan.pytest(offline=True).stdout
    assert "1 passed" in printed
    assert "lean: Lean 4.35.0 (elan), timeout" in printed


def test_doctor(elan):
    """The doctor shows where elan's toolchain is, and that it works."""
    elan.link("mine")
    pin(elan, "mine")
    done = elan.pytest("--lean-doctor")
    assert done.returncode == 0, done.stdout
    assert "lean-toolchain: Lean 4.35.0 (elan)" in done.stdout
    assert f"{elan.home}/toolchains/mine/bin/lean" in done.stdout
    assert done.stdout.endswith("\nLean is usable.\n")
