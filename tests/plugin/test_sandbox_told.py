"""The header says which sandbox this machine allows, and the summary which one was used."""

from __future__ import annotations

import re

import pytest

TEST = """
def test_it(lean):
    lean.check("theorem t (a b : Nat) : a + b = b + a := Nat.add_comm a b")
"""


@pytest.mark.quick(1)
@pytest.mark.parametrize(
    "options",
    [("-o", "lean_isolated=true"), ("--lean-trust=certified",)],
    ids=["isolated", "certified"],
)
def test_the_summary_names_the_sandbox_that_was_used(
    pytester: pytest.Pytester, options: tuple[str, ...]
) -> None:
    pytester.makepyfile(TEST)
    result = pytester.runpytest("--lean-toolchain=embedded", *options)
    result.assert_outcomes(passed=1)
    output = result.stdout.str()
    [said] = re.findall(r"^lean: .*, sandbox: (.*)$", output, re.MULTILINE)
    assert re.findall(r"^sandbox: (.*)$", output, re.MULTILINE) == [said]
    assert re.match(r"no sandbox|user, pid, mount and net namespaces|Landlock \d|limits", said)


def test_the_summary_says_if_the_sandbox_was_off(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(TEST)
    options = ("-o", "lean_isolated=true", "--lean-sandbox=off")
    result = pytester.runpytest("--lean-toolchain=embedded", *options)
    result.stdout.fnmatch_lines(
        ["lean: *, sandbox: no sandbox (lean_sandbox is off)*", "sandbox: no sandbox*is off)"]
    )


def test_a_run_without_fresh_processes_names_none(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(TEST)
    assert "sandbox" not in pytester.runpytest("--lean-toolchain=embedded").stdout.str()
