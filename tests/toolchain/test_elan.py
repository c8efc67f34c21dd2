"""Reading elan's names and output, and asking elan for toolchains.

Elan itself is a stand-in here, for versions 3.1.1 and 4.1.2; tests/real runs real ones.
"""

from __future__ import annotations

import json
import threading
from pathlib import Path

import psutil
import pytest

from pytest_lean import ToolchainError, ToolchainNotFoundError
from pytest_lean.toolchain.elan import Elan, find_elan, is_proxy
from pytest_lean.toolchain.elan_names import can_be_installed, full_name, resolve
from pytest_lean.toolchain.elan_output import (
    Default,
    Listed,
    Override,
    read_dump,
    read_list,
    read_overrides,
    reason_of,
)
from pytest_lean.toolchain.pin import Pin, read_toolchain_file

V4_20 = "leanprover/lean4:v4.20.0"


@pytest.fixture(params=["3.1.1", "4.1.2"])
def elan(machine, request):
    machine.install_elan(request.param)
    return Elan(machine.bin / "elan", seconds=300)


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
def test_a_text_that_names_no_toolchain_is_refused(name):
    with pytest.raises(ToolchainError, match="no name of a Lean toolchain"):
        full_name(name)


def test_a_list_is_read_with_its_default():
    printed = "leanprover/lean4:v4.19.0\nleanprover/lean4:v4.20.0 (default)\nmine\n"
    assert read_list(printed) == Listed(("leanprover/lean4:v4.19.0", V4_20, "mine"), V4_20)


def test_a_default_that_elan_resolved_is_read():
    assert read_list(f"{V4_20} (resolved from default 'stable')").default == V4_20


def test_an_empty_list_is_read():
    assert read_list("no installed toolchains\n") == Listed((), None)


@pytest.mark.parametrize("printed", ["", "error: no\n", "\x00\x01", "a b c\n"])
def test_output_that_is_no_list_is_refused(printed):
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
    assert resolve(name, [*names, *nightlies]) == found


def test_a_release_is_found_under_the_plain_name_of_an_old_elan():
    assert resolve(V4_20, ["v4.20.0"]) == "v4.20.0"
    assert resolve("someone/fork:v4.20.0", ["v4.20.0"]) is None


@pytest.mark.parametrize(
    ("name", "is_so"),
    [("stable", True), (V4_20, True), ("nightly-2025-01-02", True), ("mine", False)],
)
def test_what_can_be_installed_is_a_release_or_a_channel(name, is_so):
    assert can_be_installed(name) == is_so


def test_overrides_of_deleted_folders_are_read_as_well():
    lines = ("/home/me/p              \tmine                ", f"/gone (not a directory)\t{V4_20}")
    assert read_overrides("\n".join(lines)) == {Path("/home/me/p"): "mine", Path("/gone"): V4_20}


@pytest.mark.parametrize("printed", ["", "{}", "[]", '{"toolchains": {"installed": 1}}', "no"])
def test_output_that_is_no_state_is_refused(printed):
    with pytest.raises(ToolchainError, match="printed no state of elan"):
        read_dump(printed)


def test_a_default_that_is_a_path_is_read():
    default = {
        "unresolved": {"Path": {"path": "/opt/lean"}},
        "resolved": {"live": {"Ok": "/opt/lean"}, "cached": "/opt/lean"},
    }
    state = {"installed": [], "default": default, "active_override": None, "resolved_active": None}
    assert read_dump(json.dumps({"toolchains": state})).default == Default("/opt/lean", None)


@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        (
            "info: downloading component 'lean'\nerror: error during download\n"
            "info: caused by: no route\ninfo: caused by: [6] no host\ninfo: backtrace:\n0: main",
            "error during download; [6] no host",
        ),
        (
            "thread 'main' panicked at 'called `Result::unwrap()` on an `Err` value: Error { "
            'description: "x", code: 6, extra: Some("no host") }\', src/utils.rs:519:32\nnote: run',
            "no host",
        ),
        ("thread 'main' panicked at src/main.rs:4:2:\nbinary not found\nnote:", "binary not found"),
        ("what is this\nelse", "what is this"),
        ("", "no output"),
    ],
)
def test_the_reason_of_a_failure_is_one_line(printed, reason):
    assert reason_of(printed) == reason


def test_only_the_first_line_of_a_toolchain_file_counts(tmp_path):
    file = tmp_path / "lean-toolchain"
    file.write_text(f"  {V4_20} \nmore\n")
    assert read_toolchain_file(file) == Pin(V4_20, f"{file} asks for it", tmp_path)
    assert not read_toolchain_file(file).is_path


@pytest.mark.parametrize("text", ["{0}/lean", "./lean", "../{1}/lean", "lean"])
def test_a_toolchain_file_can_name_a_path(tmp_path, text):
    (tmp_path / "lean" / "bin").mkdir(parents=True)
    (tmp_path / "lean" / "bin" / "lean").touch()
    (tmp_path / "lean-toolchain").write_text(text.format(tmp_path, tmp_path.name))
    pin = read_toolchain_file(tmp_path / "lean-toolchain")
    assert pin.is_path
    assert pin.sysroot == tmp_path / "lean"


def test_a_path_without_a_lean_is_an_error_with_the_path(tmp_path):
    (tmp_path / "lean-toolchain").write_text("./lean")
    pin = read_toolchain_file(tmp_path / "lean-toolchain")
    assert pin.is_path
    with pytest.raises(ToolchainNotFoundError, match=f"there is no {tmp_path}/lean/bin/lean"):
        assert pin.sysroot


@pytest.mark.parametrize("content", [b"", b"\n", b"what is this\n", b"\xff\xfe"])
def test_a_toolchain_file_that_names_nothing_is_an_error_with_its_path(tmp_path, content):
    (tmp_path / "lean-toolchain").write_bytes(content)
    with pytest.raises(ToolchainError, match=str(tmp_path)):
        read_toolchain_file(tmp_path / "lean-toolchain")


def test_elan_is_found_in_its_home_if_it_is_not_on_path(elan, machine, monkeypatch):
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    assert find_elan() == Elan(machine.bin / "elan")


def test_a_proxy_is_recognised_by_elan_beside_it_also_through_links(elan, machine, tmp_path):
    (tmp_path / "lean").symlink_to(machine.bin / "lean")
    assert is_proxy(machine.bin / "lean")
    assert is_proxy(tmp_path / "lean")
    assert not is_proxy(machine.install_lean(tmp_path / "sysroot", "4.20.0"))


def test_the_real_lean_is_found_behind_the_proxy(elan, machine):
    lean = machine.install_toolchain(V4_20, "4.20.0")
    found = elan.find("v4.20.0")
    assert (found.name, found.lean) == (V4_20, lean)
    assert machine.calls("elan downloads") == []


def test_what_elan_lacks_is_not_found_and_not_downloaded(elan, machine):
    assert elan.find(V4_20) is None
    assert machine.calls("elan downloads") == []


@pytest.mark.parametrize("how", ["fail", "garbage", "wrong path"])
def test_an_elan_which_that_prints_no_executable_is_an_error(machine, how):
    machine.install_elan("3.1.1")
    machine.install_toolchain(V4_20, "4.20.0")
    machine.behave(elan_which=how)
    with pytest.raises(ToolchainError, match="elan which lean"):
        Elan(machine.bin / "elan").find(V4_20)


def test_a_toolchain_without_a_lean_is_an_error(elan, machine):
    machine.install_toolchain(V4_20, "4.20.0").unlink()
    with pytest.raises(ToolchainError, match=r"not a file: '.*/lean'|lean is no executable file"):
        elan.find(V4_20)


def test_the_default_is_returned_whether_it_is_installed_or_not(elan, machine):
    assert elan.default() is None
    machine.set_default("stable")
    assert elan.default().name in ("stable", "leanprover/lean4:stable")
    assert elan.default().installed is None
    machine.install_toolchain(V4_20, "4.20.0", default=True)
    assert elan.default() == Default(V4_20, V4_20)


def test_an_override_counts_in_the_folder_and_below(elan, machine):
    below = machine.folder / "here" / "below"
    below.mkdir(parents=True)
    machine.override(below.parent, V4_20)
    assert elan.override(below) == Override(V4_20, below.parent.resolve())
    assert elan.override(machine.folder) is None


def test_a_nearer_toolchain_file_wins_over_an_override(elan, machine):
    below = machine.folder / "here" / "below"
    below.mkdir(parents=True)
    machine.override(below.parent, V4_20)
    (below / "lean-toolchain").write_text("v4.9.0")
    assert elan.override(below) is None


def test_an_elan_that_hangs_is_an_error_and_leaves_nothing_running(elan, machine):
    machine.behave(elan_list="hang")
    asked = r"`elan (toolchain list|dump-state --no-net)` did not end within 3 s"
    with pytest.raises(ToolchainError, match=asked):
        Elan(elan.path, seconds=3).default()
    assert psutil.wait_procs(machine.processes(), timeout=300)[1] == []


def test_an_elan_that_fails_is_an_error_with_the_reason_in_its_first_line(elan, machine):
    machine.behave(elan_list="fail")
    with pytest.raises(ToolchainError, match=r"`elan .*` failed: the stand-in fails as"):
        elan.default()


def test_an_install_shows_its_progress(elan, machine):
    machine.offer("4.20.0")
    lines: list[str] = []
    elan.install(V4_20, machine.cache, 60, lines.append)
    assert lines[0] == f"elan toolchain install {V4_20}"
    assert "Total: 181.0 MiB Speed: 17.7 MiB/s" in lines
    assert elan.find(V4_20).name == V4_20


def test_an_install_without_a_network_says_so(elan, machine):
    machine.behave(elan_install="no network")
    with pytest.raises(
        ToolchainNotFoundError, match=r"could not resolve host: .*is there a network"
    ):
        elan.install(V4_20, machine.cache, 60, None)


def test_an_install_that_hangs_ends_at_its_deadline(elan, machine):
    machine.behave(elan_install="hang")
    with pytest.raises(ToolchainNotFoundError, match="did not end within 1 s"):
        elan.install(V4_20, machine.cache, 1, None)


def test_simultaneous_installs_download_once(elan, machine):
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
