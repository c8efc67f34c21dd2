"""How tests are spread over xdist's workers."""

from __future__ import annotations

import json

import pytest

from pytest_lean.server import machine

GIB = 2**30


@pytest.fixture
def workers(pytester, monkeypatch):
    """Run ``-n auto`` on a machine with 8 cores and the given free memory; count the workers."""
    monkeypatch.delenv("PYTEST_XDIST_AUTO_NUM_WORKERS", raising=False)

    def workers(free_gib: float, *arguments: str, environment: str = "") -> int:
        memory = machine.Memory(100 * GIB, int((80 - free_gib) * GIB))
        monkeypatch.setattr(machine, "read_memory", lambda: memory)
        pytester.makeconftest(
            """
            import pytest

            @pytest.hookimpl(trylast=False)
            def pytest_xdist_auto_num_workers(config): return 8

            def pytest_configure(config):
                count = config.hook.pytest_xdist_auto_num_workers(config=config)
                print(f"workers: {count}")
                config.option.numprocesses = 0
                config.option.dist, config.option.tx = "no", []
            """
        )
        pytester.makepyfile("def test_nothing(): pass")
        if environment:
            monkeypatch.setenv("PYTEST_XDIST_AUTO_NUM_WORKERS", environment)
        result = pytester.runpytest("-s", *arguments)
        [line] = [line for line in result.outlines if line.startswith("workers: ")]
        return int(line.split()[1])

    return workers


def test_by_default_xdist_decides(workers):
    assert workers(0.1) == 8


def test_workers_follow_the_free_memory(workers):
    chosen = ("--lean-auto-workers=memory", "--lean-worker-memory=1024")
    assert workers(3.5, *chosen) == 3


def test_there_is_always_one_worker(workers):
    assert workers(0.1, "--lean-auto-workers=memory", "--lean-worker-memory=1024") == 1


def test_never_more_than_xdist_itself_would_start(workers):
    assert workers(50, "--lean-auto-workers=memory", "--lean-worker-memory=1024") == 8


def test_the_variable_of_xdist_is_honoured(workers):
    chosen = ("--lean-auto-workers=memory", "--lean-worker-memory=1024")
    assert workers(0.1, *chosen, environment="8") == 8


GROUPED = """
import pytest

def test_usual(lean): pass

@pytest.mark.lean(imports=["Init.Core.Logic"])
def test_one(lean): pass

@pytest.mark.lean(imports=["Init.Core.Logic"])
def test_two(lean): pass

@pytest.mark.lean(preamble="import Init.Core.Logic\\ndef a := 1")
def test_preamble(lean): pass

@pytest.mark.xdist_group("mine")
@pytest.mark.lean(imports=["Init.Core.Logic"])
def test_mine(lean): pass
"""


@pytest.mark.slow
def test_loadgroup_keeps_tests_with_the_same_unusual_imports_together(pytester):
    """Checks the marker that xdist reads, since xdist 3.8 groups nothing under pytest 9.2."""
    pytester.makepyfile(GROUPED)
    pytester.makeconftest(
        """
        import json, pytest

        def pytest_collection_modifyitems(items):  # xdist's own is no earlier
            groups = {
                item.name: [mark.args[0] for mark in item.iter_markers("xdist_group")]
                for item in items
            }
            with open("groups.json", "w") as file:
                json.dump(groups, file)
        """
    )
    pytester.runpytest("-n", "1", "--dist", "loadgroup").assert_outcomes(passed=5)
    assert json.loads((pytester.path / "groups.json").read_text()) == {
        "test_usual": [],
        "test_one": ["lean: Init.Core.Logic"],
        "test_two": ["lean: Init.Core.Logic"],
        "test_preamble": ["lean: Init.Core.Logic"],
        "test_mine": ["mine"],
    }


def test_without_loadgroup_no_test_is_grouped(pytester):
    pytester.makepyfile(
        GROUPED
        + """
def test_marker(request):
    for item in request.session.items:
        assert item.name == "test_mine" or item.get_closest_marker("xdist_group") is None
"""
    )
    pytester.runpytest().assert_outcomes(passed=6)
