"""Timeouts and asyncio on the ``lean`` fixture: what the test starts from holds for both."""

from __future__ import annotations

import asyncio

import pytest

from pytest_lean import LeanRejection, LeanTimeoutError

SPIN = "partial def spin (n : Nat) : Nat := spin (n + 1)\n#eval spin 0"
ADDS_UP = "def total (n : Nat) : Nat := Id.run do\n  let mut s := 0\n"
ADDS_UP += "  for i in [0:n] do\n    s := s + i\n  return s\n#eval total 50000"


def test_a_command_of_a_task_starts_from_the_tests_environment(lean):
    lean.define("def base := 41")
    response = asyncio.run(lean.async_run("#eval base + 1"))
    assert response.infos[0].data == "42"


def test_a_task_continues_what_another_returned(lean):
    async def main() -> str:
        lean.env = (await lean.async_run("def base := 1")).env
        return (await lean.async_run("#eval base")).infos[0].data

    assert asyncio.run(main()) == "1"
    assert [one.name for one in lean.declarations] == ["base"]


def test_tasks_get_each_its_own_answer(lean):
    async def main() -> list[str]:
        answers = await asyncio.gather(*(lean.async_run(f"#eval {n} + {n}") for n in range(10)))
        return [answer.infos[0].data for answer in answers]

    assert asyncio.run(main()) == [str(2 * n) for n in range(10)]


@pytest.mark.lean(timeout=1)
def test_the_marker_s_timeout_holds_for_tasks(lean):
    with pytest.raises(LeanTimeoutError) as caught:
        asyncio.run(lean.async_run(SPIN))
    assert caught.value.elapsed < 60


@pytest.mark.lean(options={"autoImplicit": False, "pp.all": True})
def test_the_marker_s_options_hold_for_tasks(lean):
    response = asyncio.run(lean.async_run("def f (x : α) : α := x\n#check 1 + 1"))
    assert not response.ok
    assert "HAdd.hAdd" in response.infos[0].data


PREAMBLED = """
import asyncio, pytest

@pytest.fixture(scope="session")
def lean_preamble():
    return "def base := 41\\n@[simp] theorem base_is : base = 41 := rfl"

def test_the_preamble_is_there(lean):
    assert asyncio.run(lean.async_run("#eval base + 1")).infos[0].data == "42"

def test_what_works_on_the_preamble_s_text_only_works(lean):
    assert asyncio.run(lean.async_run("attribute [-simp] base_is")).ok
    assert asyncio.run(lean.async_run("example : base = 41 := by simp")).ok
"""


def test_the_preamble_holds_for_tasks(pytester):
    pytester.makepyfile(PREAMBLED)
    result = pytester.runpytest("--lean-toolchain=embedded")
    result.assert_outcomes(passed=2)


@pytest.mark.parametrize("method", ["run", "check", "define"])
def test_a_command_has_a_timeout_of_its_own(lean, method):
    with pytest.raises(LeanTimeoutError):
        getattr(lean, method)(SPIN, timeout=0.5)


def test_a_task_has_a_timeout_of_its_own(lean):
    with pytest.raises(LeanTimeoutError):
        asyncio.run(lean.async_run(SPIN, timeout=0.5))


@pytest.mark.lean(timeout=0.001)
def test_a_longer_timeout_than_the_marker_s_can_be_given(lean):
    assert lean.run(ADDS_UP, timeout=60).ok
    assert lean.define("def a := 1", timeout=None).ok
    assert asyncio.run(lean.async_run("#eval a", timeout=60)).ok


def test_a_rejection_is_none_of_a_timeout(lean):
    with pytest.raises(LeanRejection):
        lean.check("example : 1 = 2 := rfl", timeout=60)


@pytest.mark.parametrize("timeout", ["1", float("nan"), True])
def test_what_is_no_number_of_seconds_is_refused(lean, timeout):
    with pytest.raises(TypeError, match="timeout must be a number"):
        lean.run("#eval 1", timeout=timeout)
