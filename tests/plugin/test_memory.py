"""How much memory a worker is expected to take, and how many workers that allows."""

from __future__ import annotations

import dataclasses
import json

import pytest

from pytest_lean.plugin import capacity
from pytest_lean.plugin.capacity import DEFAULT_WORKER_MB, WorkerMemory
from pytest_lean.plugin.settings import SETTINGS, Settings
from pytest_lean.server.machine import Memory

GIB = 1024**3


@pytest.fixture
def worker(tmp_path):
    """Return a function that makes a WorkerMemory with the given settings."""

    def worker(project=None, **more) -> WorkerMemory:
        values = {setting.name: setting.default for setting in SETTINGS}
        return WorkerMemory(Settings({**values, "cache_dir": tmp_path, **more}), project)

    return worker


@pytest.fixture
def machine_of(monkeypatch):
    """Return a function that pretends the machine has this much memory, and this much in use."""

    def machine_of(total: int, used: int) -> None:
        monkeypatch.setattr(capacity.machine, "read_memory", lambda: Memory(total, used))

    return machine_of


def test_without_a_measurement_it_is_a_default(worker):
    assert worker().expected_mb == DEFAULT_WORKER_MB


def test_it_is_what_a_worker_took_before_with_headroom(worker):
    worker().remember(4000.0)
    assert worker().expected_mb == 5100


def test_the_user_s_value_wins_over_the_measurement(worker):
    worker().remember(4000.0)
    assert worker(worker_memory=700).expected_mb == 700


def test_the_largest_value_of_a_run_counts(worker):
    worker().remember(4000.0)
    worker().remember(1000.0)
    assert worker().expected_mb == 5100


def test_a_later_run_measures_anew(worker, monkeypatch):
    worker().remember(4000.0)
    dataclasses.replace(worker(), run_id="another").remember(1000.0)
    assert worker().expected_mb == 1350


@pytest.mark.parametrize(
    "other", [{"imports": ("Mathlib",)}, {"toolchain": "embedded"}, {"version": "v4.20.0"}]
)
def test_another_lean_or_other_imports_are_measured_separately(worker, other):
    worker().remember(4000.0)
    assert worker(**other).measured_mb is None


def test_a_cache_that_cannot_be_written_is_no_failure(worker, tmp_path):
    (tmp_path / "file").touch()
    worker(cache_dir=tmp_path / "file").remember(4000.0)


def test_as_many_workers_as_fit_below_the_share_that_may_be_used(worker, machine_of):
    machine_of(16 * GIB, 2 * GIB)
    assert worker(worker_memory=2048, max_total_memory=0.75).most_workers() == 5


def test_there_is_always_one_worker(worker, machine_of):
    machine_of(4 * GIB, 4 * GIB)
    assert worker().most_workers() == 1


def test_imports_are_loaded_together_while_there_is_memory(worker, machine_of):
    machine_of(16 * GIB, 0)
    with worker(worker_memory=1024).loading(workers=4) as alone:
        assert not alone


def test_imports_are_loaded_one_after_the_other_when_memory_is_short(worker, machine_of, tmp_path):
    machine_of(16 * GIB, 12 * GIB)
    with worker(worker_memory=1024).loading(workers=4) as alone:
        assert alone
        assert (tmp_path / "locks" / "loading-imports.lock").exists()


@pytest.fixture
def run(machine, pytester):
    """Run a test that uses a stand-in for a full Lean; its servers are the embedded one's."""
    lean = machine.install_lean(machine.folder / "sysroot", "4.35.0")
    pytester.makepyfile("def test_it(lean): lean.check('theorem t : True := trivial')")

    def run(*arguments):
        options = (f"--lean-toolchain={lean}", f"--lean-cache-dir={machine.cache}")
        return pytester.runpytest_subprocess(*options, *arguments)

    return run


@pytest.mark.slow
def test_a_run_leaves_its_measurement(machine, run):
    run().assert_outcomes(passed=1)
    [measured] = (machine.cache / "memory").iterdir()
    assert json.loads(measured.read_text())["peak_mb"] > 0


@pytest.mark.slow
def test_n_auto_follows_the_measurement(machine, pytester, run):
    run()
    [measured] = (machine.cache / "memory").iterdir()
    measured.write_text(json.dumps({"peak_mb": 1500, "run": "an earlier one"}))
    pytester.makeconftest(
        """
        from pytest_lean.plugin import capacity
        from pytest_lean.server.machine import Memory

        capacity.machine.read_memory = lambda: Memory(8000 * 1024**2, 0)

        def pytest_xdist_auto_num_workers():
            return 9
        """
    )
    run("-n", "auto", "--lean-auto-workers=memory").stdout.fnmatch_lines(["*3 workers*"])


@pytest.mark.slow
def test_workers_that_do_not_fit_together_load_in_turn_and_work(machine, run):
    result = run("-n", "2", "--lean-worker-memory=99999999")
    result.assert_outcomes(passed=1)
    assert (machine.cache / "locks" / "loading-imports.lock").exists()
