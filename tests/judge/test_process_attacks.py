"""Texts that attack the process that compiles them, or what it leaves: none is certified for it.

What is certified below is what the text honestly proves beside its attack. Each case is done in
the sandbox, if this kernel has all of it, and without.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import lane_texts
import psutil
import pytest

from pytest_lean import LeanBuildError, LeanConfig, LeanTimeoutError
from pytest_lean.judge.refusal import Refusal
from pytest_lean.judge.second_look import SecondLook
from pytest_lean.server.lane.sandbox import Mode

CHEAT = "theorem t : 1 = 2"


@pytest.fixture(params=["auto", pytest.param("off", marks=pytest.mark.slow)])
def own(request: pytest.FixtureRequest, warm_cache: Path) -> Iterator[tuple[SecondLook, Path]]:
    """A second look on a core library of its own, and the folder of that library."""
    mode: Mode = request.param
    config = LeanConfig(toolchain="embedded", cache_dir=warm_cache, sandbox=mode)
    with SecondLook(config) as look:
        certificate = look.certify(lane_texts.HONEST, theorem="t", timeout=120)
        if mode == "auto" and "none" in certificate.sandbox:
            pytest.skip("this kernel has no sandbox for us")
        [core] = (warm_cache / "core").iterdir()
        yield look, core


def is_sandboxed(request: pytest.FixtureRequest) -> bool:
    return request.node.callspec.params["own"] == "auto"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["Init.olean", "Init/Reflect/AC.olean"])
def test_what_rewrites_the_core_library_gets_no_certificate(
    own: tuple[SecondLook, Path], request: pytest.FixtureRequest, name: str
) -> None:
    """The second file is one that nothing reads any more: Lean ends without an error."""
    look, core = own
    module = core / name
    before = module.read_bytes()
    with pytest.raises((Refusal, LeanBuildError)) as caught:
        look.certify(lane_texts.writes(module), theorem="t", timeout=120)
    if is_sandboxed(request):
        assert isinstance(caught.value, Refusal)
        assert caught.value.check == "compiled"
        assert module.read_bytes() == before
        assert look.certify(lane_texts.HONEST, theorem="t", timeout=120).theorem == "t"
    else:
        assert "was changed since" in str(caught.value)
        with pytest.raises(LeanBuildError, match="was changed since"):
            look.certify(lane_texts.HONEST, theorem="t", timeout=120)


def test_a_compiled_file_that_the_text_wrote_itself_is_judged_as_what_it_is(
    own: tuple[SecondLook, Path],
) -> None:
    look, _ = own
    attack = lane_texts.does('do IO.FS.writeFile "Proof.olean" "no module"; IO.Process.exit 0')
    with pytest.raises(Refusal) as caught:
        look.certify(attack, theorem="t", timeout=120)
    assert caught.value.check in ("file", "compiled")


def test_a_text_that_leaves_no_compiled_file_is_refused(own: tuple[SecondLook, Path]) -> None:
    look, _ = own
    with pytest.raises(Refusal, match="no compiled file is there"):
        look.certify(lane_texts.ENDS_ITSELF, theorem="cheat", timeout=120)


@pytest.mark.slow
def test_a_daemon_that_waits_for_the_compiled_file_cannot_change_the_verdict(
    own: tuple[SecondLook, Path],
) -> None:
    look, _ = own
    mark = f"{time.time_ns()}"
    script = (
        f"setsid /bin/sh -c ': {mark}; while :; do [ -e Proof.olean ] && echo x > Proof.olean; "
        "sleep 0.01; done' > /dev/null 2>&1 < /dev/null &"
    )
    text = lane_texts.runs(script, wait_ms=200)
    try:
        seen = look.certify(text, theorem="t", timeout=120).statement
    except Refusal as refusal:
        seen = refusal.check
    assert seen in ("∀ (a : Nat) (b : Nat), a + b = b + a", "file", "compiled")
    assert not [one for one in psutil.process_iter(["cmdline"]) if mark in str(one.info["cmdline"])]


@pytest.mark.slow
def test_a_text_that_sleeps_beyond_its_deadline_is_no_verdict(own: tuple[SecondLook, Path]) -> None:
    look, _ = own
    with pytest.raises(LeanTimeoutError):
        look.certify(f"{lane_texts.HONEST}#eval (IO.sleep 60000 : IO Unit)", theorem="t", timeout=5)
    assert look.certify(lane_texts.HONEST, theorem="t", timeout=120).theorem == "t"
