"""The plugin's own hooks, through a small third-party plugin."""

from __future__ import annotations

import pytest

PLUGIN = """
import dataclasses, os

def pytest_lean_toolchain(config, toolchain):
    return dataclasses.replace(toolchain, version_text="adjusted")

def pytest_lean_config(config, lean_config):
    worker = getattr(config, "workerinput", {}).get("workerid", "main")
    return dataclasses.replace(lean_config, options={"pp.funBinderTypes": worker != "gw9"})

def pytest_lean_command(config, request, outcome):
    with open("commands.log", "a") as log:
        log.write(f"{type(request).__name__} {type(outcome).__name__}\\n")

def pytest_lean_restart(config, cause):
    with open("restarts.log", "a") as log:
        log.write(f"{cause}\\n")

def pytest_lean_allowed_axioms(config):
    return ["trust_me"]
"""


@pytest.fixture
def project(pytester):
    """A project with the third-party plugin installed."""
    pytester.makepyfile(third_party=PLUGIN)
    pytester.syspathinsert()
    return pytester


def test_toolchain_and_config_are_adjusted(project):
    project.makepyfile(
        """
        def test_it(lean, lean_toolchain):
            assert lean_toolchain.version_text == "adjusted"
            assert lean.run("#check fun x : Nat => x").messages[0].data.startswith("fun (x")
        """
    )
    project.runpytest("-p", "third_party").assert_outcomes(passed=1)


@pytest.mark.quick(1)
@pytest.mark.parametrize("workers", ["0", "1"])
def test_commands_and_restarts_are_seen(project, workers):
    project.makepyfile(
        """
        def test_it(lean):
            lean.check("example : 1 = 1 := rfl")
            lean.server.restart()
            try:
                lean.server.run("#check Nat", timeout=0)
            except TimeoutError:
                pass
        """
    )
    run = project.runpytest if workers == "0" else project.runpytest_subprocess
    run("-p", "third_party", "-n", workers).assert_outcomes(passed=1)
    seen = (project.path / "commands.log").read_text().splitlines()
    assert seen == ["Command CommandResponse", "str LeanTimeoutError"]
    assert (project.path / "restarts.log").read_text() == "asked\n"


def test_a_hook_that_does_not_exist_is_refused(pytester):
    pytester.makeconftest("def pytest_lean_nonsense(config): pass")
    result = pytester.runpytest()
    assert result.ret != pytest.ExitCode.OK
    assert "unknown hook 'pytest_lean_nonsense'" in result.stdout.str() + result.stderr.str()


def test_a_hook_adds_to_the_allowed_axioms(project):
    project.makepyfile(
        """
        import pytest
        from pytest_lean import LeanRejection

        def test_it(lean):
            lean.define("axiom trust_me : 1 = 2")
            lean.define("theorem a : 1 = 2 := trust_me")
            assert lean.assert_axioms("a") == {"trust_me"}
            with pytest.raises(LeanRejection, match="`other` is an axiom"):
                lean.define("axiom other : 1 = 2\\ntheorem b : 1 = 2 := other")
        """
    )
    project.runpytest("-p", "third_party").assert_outcomes(passed=1)
