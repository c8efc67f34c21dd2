"""What `.lean` files cost as tests, in real pytest runs.

Prints, from one run on one machine, ratios of wall time and of the CPU time of all processes:

- a file of 1,000 theorems through pytest, less what pytest takes for 1,001 empty tests, against
  ``lean`` on the same file (at most 1.5);
- a second run of it against the first and against pytest's own for empty tests, and ``lean``
  against finding what is known of the file: key, entry, and what of it belongs to which item (at
  least 50 times faster);
- reading 1,000 files of about 100 declarations, as pytest's collection does (at most 3 s), and how
  that grows: 2,000 declarations in one file against 1,000 (linear: 2).

``python benchmarks/lean_files.py [FOLDER]`` reads the ``.lean`` files below a folder instead.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path

from pytest_lean import CommandResponse, Declaration, LeanConfig, Pos, Toolchain
from pytest_lean.judge.verdict_cache import Verdict, VerdictCache
from pytest_lean.judge.verdict_key import VerdictKeys
from pytest_lean.plugin.lean_files.assignment import Assignment
from pytest_lean.plugin.lean_files.plan import Plan, make_plan
from pytest_lean.toolchain.cache import cache_path

THEOREMS = 1000
FILES = 1000
SHAPES = (
    "theorem t{n} (n : Nat) : n + {n} = {n} + n := Nat.add_comm n {n}",
    "theorem t{n} (p q : Prop) (hp : p) (hq : q) : p ∧ q := ⟨hp, hq⟩",
    "/-- The list {n}. -/\n@[simp] theorem t{n} (xs : List Nat) : (xs ++ []) = xs := by\n  simp",
    "theorem t{n} (a b c : Nat) (h : a ≤ b) : a ≤ b + c := by\n  omega",
    "theorem t{n} : {n} + 0 = {n} := by\n  rfl",
)
EMPTY = f"""
import pytest

@pytest.mark.parametrize("n", range({THEOREMS + 1}))
def test_nothing(n): pass
"""
INI = "[pytest]\nlean_files = *.lean\nlean_toolchain = embedded\n"

Cost = tuple[float, float]


def theorems(count: int) -> str:
    """Return a text of so many theorems that no cache knows."""
    body = "\n\n".join(SHAPES[n % len(SHAPES)].format(n=n) for n in range(count))
    return f"-- {uuid.uuid4()}\nnamespace Big\n\n{body}\n\nend Big\n"


def cost(command: list[str], folder: Path, environment: dict[str, str]) -> Cost:
    """Run a command; return its wall time and the CPU time of all its processes, in seconds."""
    before, started = _used(), time.monotonic()
    done = subprocess.run(
        command, cwd=folder, env=environment, check=False, capture_output=True, text=True
    )
    wall = time.monotonic() - started
    if done.returncode:
        raise SystemExit(f"{command} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return wall, _used() - before


def _used() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def ratio(what: str, one: Cost, other: Cost) -> None:
    """Print how two costs compare."""
    wall, cpu = (a / max(b, 1e-9) for a, b in zip(one, other, strict=True))
    print(f"{what:60} wall {wall:6.2f}   CPU {cpu:6.2f}")


def less(one: Cost, other: Cost) -> Cost:
    """Return what is left of a cost without another."""
    return max(one[0] - other[0], 1e-3), max(one[1] - other[1], 1e-3)


def elaboration(toolchain: Toolchain, folder: Path) -> None:
    """Compare a run of one long file with ``lean`` on it, and with a second run."""
    (folder / "pytest.ini").write_text(INI)
    (folder / "Big.lean").write_text(theorems(THEOREMS))
    (folder / "test_empty.py").write_text(EMPTY)
    pytest = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    own = {**os.environ, "PYTEST_LEAN_CACHE": "on"}
    cost([*pytest, "test_empty.py"], folder, own)
    empty = cost([*pytest, "test_empty.py"], folder, own)
    lean = cost([*toolchain.command, "Big.lean"], folder, toolchain.environment())
    first = cost([*pytest, "Big.lean"], folder, own)
    again = cost([*toolchain.command, "Big.lean"], folder, toolchain.environment())
    second = cost([*pytest, "Big.lean"], folder, own)
    mean = (lean[0] + again[0]) / 2, (lean[1] + again[1]) / 2
    print(f"{'lean on the file':60} wall {mean[0]:5.2f} s  CPU {mean[1]:5.2f} s")
    ratio("pytest on it / lean", first, mean)
    ratio("pytest on it, less pytest's own / lean  (goal 1.5)", less(first, empty), mean)
    ratio("first run / second run", first, second)
    ratio("second run / pytest on as many empty tests", second, empty)
    found = known(toolchain, (folder / "Big.lean").read_text())
    print(f"the verdict is found in {found * 1000:.1f} ms")
    print(f"lean / finding the verdict  (goal 50): CPU {mean[1] / found:.0f}")


def known(toolchain: Toolchain, text: str) -> float:
    """Return the CPU seconds in which a process that starts finds what is known of a text."""
    config = LeanConfig(toolchain=toolchain)
    started = time.process_time()
    plan = make_plan(text)
    keys = VerdictKeys(config)
    cache = VerdictCache(cache_path())
    key = keys.key(text, asked=("benchmark",))
    assert key is not None
    response = CommandResponse(0, declarations=_declared(plan), text=text)
    if cache.get(key) is None:
        cache.put(key, Verdict.of(response))
        return known(toolchain, text)
    verdict = cache.get(key)
    assert verdict is not None
    assignment = Assignment(plan, verdict.response(text))
    assert not any(assignment.wrong(one) for one in (None, *plan.targets))
    return time.process_time() - started


def _declared(plan: Plan) -> tuple[Declaration, ...]:
    found = []
    for one in plan.targets:
        start, end = Pos(one.line, 0), Pos(one.line, len(one.command.keyword))
        found.append(Declaration(f"Big.{one.name}", "theorem", start, end))
    return tuple(found)


def collection(folder: str | None) -> None:
    """Time what collection does with many files."""
    if folder is None:
        texts = [theorems(100) for _ in range(FILES)]
    else:
        texts = [one.read_text(encoding="utf-8") for one in Path(folder).rglob("*.lean")]
    started = time.process_time()
    items = sum(len(make_plan(text).targets) for text in texts)
    taken = time.process_time() - started
    size = sum(map(len, texts)) / 1e6
    print(f"{len(texts)} files, {items} items, {size:.1f} MB read in {taken:.2f} s  (goal 3)")
    times = []
    for count in (10_000, 20_000):
        text = theorems(count)
        started = time.process_time()
        make_plan(text)
        times.append(time.process_time() - started)
    print(f"20,000 theorems / 10,000: {times[1] / times[0]:.2f}  (linear: 2)")


def main() -> None:
    """Print all of it."""
    toolchain = LeanConfig(toolchain="embedded").prepare()
    collection(sys.argv[1] if len(sys.argv) > 1 else None)
    with tempfile.TemporaryDirectory() as folder:
        elaboration(toolchain, Path(folder))


if __name__ == "__main__":
    main()
