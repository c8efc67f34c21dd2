"""The stand-in elan (tests/standins) answers as the real one of its version does."""

from __future__ import annotations

import pytest
from real_elan import NAME, RealElan
from standins import Standins

pytestmark = pytest.mark.slow

OLDER = "leanprover/lean4:v4.9.0"
NIGHTLY = "leanprover/lean4-nightly:nightly-2026-01-31"
QUESTIONS = (
    ["--version"],
    ["toolchain", "list"],
    ["override", "list"],
    ["show"],
    ["which", "lean"],
    ["dump-state", "--no-net"],
)


def nothing(elan: RealElan) -> None:
    pass


def linked(elan: RealElan) -> None:
    elan.link("mine", OLDER, NAME)


def with_default(elan: RealElan) -> None:
    linked(elan)
    elan.elan("default", "mine")


def with_a_release_as_default(elan: RealElan) -> None:
    linked(elan)
    elan.set_default(NAME)


def with_one_toolchain(elan: RealElan) -> None:
    elan.link("mine")
    elan.elan("default", "mine")


def with_a_channel_as_default(elan: RealElan) -> None:
    elan.link(OLDER, NAME, NIGHTLY, "leanprover/lean4:v4.36.0-rc1")
    elan.set_default("stable")


def with_a_missing_default(elan: RealElan) -> None:
    elan.set_default("stable")


def with_an_override(elan: RealElan) -> None:
    linked(elan)
    elan.elan("override", "set", "mine", cwd=elan.place)
    elan.elan("override", "set", NAME, cwd=elan.folder)


def with_an_override_of_a_folder_that_is_gone(elan: RealElan) -> None:
    with_default(elan)
    (elan.folder / "gone").mkdir()
    elan.elan("override", "set", NAME, cwd=elan.folder / "gone")
    (elan.folder / "gone").rmdir()


def with_a_file(elan: RealElan) -> None:
    linked(elan)
    (elan.place / "lean-toolchain").write_text("mine\n")


def with_a_broken_link(elan: RealElan) -> None:
    with_default(elan)
    link = elan.home / "toolchains" / "mine"
    link.unlink()
    link.symlink_to("/no/such/folder")


@pytest.mark.parametrize(
    "prepare",
    [
        nothing,
        linked,
        with_default,
        with_a_release_as_default,
        with_one_toolchain,
        with_a_channel_as_default,
        with_a_missing_default,
        with_an_override,
        with_an_override_of_a_folder_that_is_gone,
        with_a_file,
        with_a_broken_link,
    ],
)
def test_as_the_real_one_does(elan, toolchain, tmp_path, prepare):
    standins = Standins(tmp_path / "standins", toolchain)
    standins.install_elan(".".join(map(str, elan.version)))
    elan.home = standins.home  # both see the same toolchains and settings
    prepare(elan)
    for question in QUESTIONS:
        real = elan.run([str(elan.bin / "elan"), *question], cwd=elan.place)
        if _asked_the_network(elan):
            continue  # we put no such question
        answer = elan.run([str(standins.bin / "elan"), *question], cwd=elan.place)
        assert (answer.returncode == 0) == (real.returncode == 0), (question, real, answer)
        assert answer.stdout == real.stdout, question
        assert _error(answer.stderr) == _error(real.stderr), question


def _asked_the_network(elan: RealElan) -> bool:
    asked, elan.proxy.asked[:] = [*elan.proxy.asked], []
    return bool(asked)


def _error(printed: str) -> list[str]:
    return [line for line in printed.splitlines() if line.startswith("error: ")]
