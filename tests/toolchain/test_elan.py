"""Elan's names and lists, and what is asked of it. Elan itself is a stand-in."""

from __future__ import annotations

import threading

import psutil
import pytest

from pytest_lean import ToolchainError, ToolchainNotFoundError
from pytest_lean.toolchain.elan import (
    Elan,
    Installed,
    find_elan,
    full_name,
    is_proxy,
    read_list,
    read_toolchain_file,
    resolve,
)

V4_20 = "leanprover/lean4:v4.20.0"


@pytest.fixture
def elan(machine):
    machine.install_elan()
    return Elan(machine.bin / "elan", seconds=10)


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("4.20.0", "leanprover/lean4:v4.20.0"),
        ("v4.20.0-rc1", "leanprover/lean4:v4.20.0-rc1"),
        ("leanprover/lean4:4.20.0", "leanprover/lean4:v4.20.0"),
        ("stable", "leanprover/lean4:stable"),
        ("nightly-2025-01-02", "leanprover/lean4-nightly:nightly-2025-01-02"),
        ("someone/fork:v4.1.0", "someone/fork:v4.1.0"),
    ],
)
def test_a_name_is_completed_as_elan_does_it(name, full):
    assert full_name(name) == full


@pytest.mark.parametrize("name", ["", "a b", "x/y/z:v1", "../v4.1.0", "-v$"])
def test_what_is_no_name_is_refused(name):
    with pytest.raises(ToolchainError, match="no name of a Lean toolchain"):
        full_name(name)


def test_a_list_is_read_with_its_default():
    printed = "leanprover/lean4:v4.19.0\nleanprover/lean4:v4.20.0 (default)\nmine\n"
    assert read_list(printed) == Installed(("leanprover/lean4:v4.19.0", V4_20, "mine"), V4_20)


def test_a_default_that_elan_resolved_is_read():
    assert read_list(f"{V4_20} (resolved from default 'stable')").default == V4_20


def test_an_empty_list_is_read():
    assert read_list("no installed toolchains\n") == Installed((), None)


@pytest.mark.parametrize("printed", ["", "error: no\n", "\x00\x01", "a b c\n"])
def test_what_is_no_list_is_refused(printed):
    with pytest.raises(ToolchainError, match="printed no list"):
        read_list(printed)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("v4.9.0", "leanprover/lean4:v4.9.0"),
        ("stable", "leanprover/lean4:v4.20.0"),
        ("beta", "leanprover/lean4:v4.21.0-rc2"),
        ("nightly", "leanprover/lean4-nightly:nightly-2025-02-01"),
        ("mine", "mine"),
        ("v4.22.0", None),
    ],
)
def test_a_channel_is_its_newest_installed_release(name, found):
    names = ("leanprover/lean4:v4.9.0", V4_20, "leanprover/lean4:v4.21.0-rc2", "mine")
    nightlies = (f"leanprover/lean4-nightly:nightly-2025-{day}" for day in ("01-31", "02-01"))
    assert resolve(name, Installed((*names, *nightlies), None)) == found


def test_a_toolchain_file_is_its_first_line(tmp_path):
    (tmp_path / "lean-toolchain").write_text(f"  {V4_20} \nmore\n")
    assert read_toolchain_file(tmp_path / "lean-toolchain") == V4_20


@pytest.mark.parametrize("content", [b"", b"\n", b"what is this\n", b"\xff\xfe"])
def test_a_toolchain_file_that_names_nothing_is_an_error_with_its_path(tmp_path, content):
    (tmp_path / "lean-toolchain").write_bytes(content)
    with pytest.raises(ToolchainError, match=str(tmp_path)):
        read_toolchain_file(tmp_path / "lean-toolchain")


def test_elan_is_found_in_its_home_without_path(elan, machine, monkeypatch):
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    assert find_elan() == Elan(machine.bin / "elan")


def test_a_proxy_is_known_by_elan_beside_it_and_through_links(elan, machine, tmp_path):
    (tmp_path / "lean").symlink_to(machine.bin / "lean")
    assert is_proxy(machine.bin / "lean")
    assert is_proxy(tmp_path / "lean")
    assert not is_proxy(machine.install_lean(tmp_path / "sysroot", "4.20.0"))


def test_the_real_lean_is_found_behind_the_proxy(elan, machine):
    lean = machine.install_toolchain(V4_20, "4.20.0")
    assert elan.real_lean(V4_20) == lean


@pytest.mark.parametrize("how", ["fail", "garbage", "wrong path"])
def test_a_which_that_tells_no_executable_is_an_error(elan, machine, how):
    machine.install_toolchain(V4_20, "4.20.0")
    machine.behave(elan_which=how)
    with pytest.raises(ToolchainError, match="elan which lean"):
        elan.real_lean(V4_20)


def test_an_elan_that_hangs_is_an_error_and_leaves_nothing_running(elan, machine):
    machine.behave(elan_list="hang")
    with pytest.raises(ToolchainError, match=r"`elan toolchain list` did not end within 0\.5 s"):
        Elan(elan.path, seconds=0.5).installed()
    assert psutil.wait_procs(machine.processes(), timeout=10)[1] == []


def test_an_elan_that_fails_is_an_error_with_its_words(elan, machine):
    machine.behave(elan_list="fail")
    with pytest.raises(ToolchainError, match="the stand-in fails as it was told"):
        elan.installed()


def test_an_install_shows_its_progress(elan, machine):
    machine.offer("4.20.0")
    lines: list[str] = []
    elan.install(V4_20, machine.cache, 30, lines.append)
    assert lines[0] == f"elan toolchain install {V4_20}"
    assert "Total: 181.0 MiB Speed: 17.7 MiB/s" in lines
    assert elan.installed().names == (V4_20,)


def test_an_install_without_a_network_says_so(elan, machine):
    machine.behave(elan_install="no network")
    with pytest.raises(ToolchainNotFoundError, match=r"is there a network(?s:.)*could not resolve"):
        elan.install(V4_20, machine.cache, 30, None)


def test_an_install_that_hangs_ends_at_its_deadline(elan, machine):
    machine.behave(elan_install="hang")
    with pytest.raises(ToolchainNotFoundError, match="did not end within 1 s"):
        elan.install(V4_20, machine.cache, 1, None)


def test_installs_at_once_download_once(elan, machine):
    machine.offer("4.20.0")
    threads = [
        threading.Thread(target=elan.install, args=(V4_20, machine.cache, 60, None))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert machine.calls("elan downloads") == [f"elan downloads {V4_20}"]
