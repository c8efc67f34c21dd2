"""`--lean-sweep-checks costs`: what declarations of a library cost, held against `lean.costs`."""

from __future__ import annotations

from pathlib import Path

import pytest

INI = """\
[pytest]
lean_toolchain = embedded
lean_sources = lib
lean_sweep = L
lean_sweep_checks = costs
"""
CHEAP = "theorem L.pos (n : Nat) : Eq (L.f n) (Nat.succ n) := Eq.refl (Nat.succ n)\n"
MANY = " ".join(["(fun (h : Eq (L.f n) (Nat.succ n)) => h) ("] * 12)
DEAR = CHEAP.replace(":= Eq.refl (Nat.succ n)", f":= {MANY}Eq.refl (Nat.succ n){')' * 12}")
SOURCES = {
    "L.lean": "import L.Use\n",
    "L/Base.lean": f"def L.f (n : Nat) : Nat := Nat.succ n\n{CHEAP}",
    "L/Use.lean": (
        "import L.Base\n"
        "theorem L.use (n : Nat) : Eq (L.f (L.f n)) (Nat.succ (L.f n)) := L.pos (L.f n)\n"
    ),
}


TABLE = """\
# Thousands of heartbeats, one declaration a line; `pytest --lean-update` writes this file.
# Lean 4.35.0
[L.Base]
L.f 6
L.pos 5
[L.Use]
L.use 5
"""


class Project:
    """A library of three modules with its costs, and what pytest says of it."""

    def __init__(self, pytester: pytest.Pytester) -> None:
        self._pytester = pytester
        self.table = pytester.path / "lean.costs"
        pytester.makeini(INI)
        for name, text in SOURCES.items():
            self.write(name, text)
        self.table.write_text(TABLE)

    def write(self, name: str, text: str) -> None:
        file = self._pytester.path / "lib" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def remove(self, name: str) -> None:
        (self._pytester.path / "lib" / name).unlink()

    def run(self, *arguments: str) -> pytest.RunResult:
        return self._pytester.runpytest("-p", "no:cacheprovider", *arguments)


@pytest.fixture
def project(pytester: pytest.Pytester, small_core: Path) -> Project:
    return Project(pytester)


def test_a_proof_that_became_dearer_fails_at_its_module_until_it_is_accepted(project):
    project.write("L/Base.lean", SOURCES["L/Base.lean"].replace(CHEAP, DEAR))
    result = project.run("-v")
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(
        [
            "L.Base::costs FAILED*",
            "E   a declaration is dearer than in lean.costs; --lean-update accepts it",
            "E   dearer: L.pos (line 2) took 5 and takes *, * % more; accepted is 6 (20 % more)",
        ]
    )
    result = project.run("--lean-update")
    result.stdout.fnmatch_lines(["changed: lean.costs"])
    before, after = TABLE.splitlines(), project.table.read_text().splitlines()
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert [old for old, _ in changed] == ["L.pos 5"]  # what costs what it did keeps its line


@pytest.mark.slow
def test_new_and_gone_declarations_and_modules_are_told(project):
    project.write("L/Base.lean", SOURCES["L/Base.lean"].replace("L.pos", "L.positive"))
    project.remove("L/Use.lean")
    project.write("L.lean", "import L.Base\n")
    result = project.run("-v")
    result.assert_outcomes(passed=1, failed=2)
    result.stdout.fnmatch_lines(
        [
            "E   other declarations than in lean.costs; --lean-update accepts them",
            "E   new: L.positive (line 2) takes *",
            "E   gone: L.pos, which took 5",
            "E   gone: L.use, which took 5",
        ]
    )
    project.run("--lean-update").assert_outcomes(passed=3)
    assert project.table.read_text().splitlines()[2:4] == ["[L.Base]", "L.f 6"]
    assert "L.Use" not in project.table.read_text()
    project.run().assert_outcomes(passed=2)


@pytest.mark.slow
def test_workers_write_one_file(project):
    project.table.unlink()
    result = project.run("--lean-update", "-n", "2")
    result.assert_outcomes(passed=3)
    result.stdout.fnmatch_lines(["written: lean.costs"])
    assert project.table.read_text() == TABLE


@pytest.mark.slow
def test_an_update_of_one_module_leaves_the_others(project):
    project.table.write_text(TABLE.replace("L.use 5", "L.use 50").replace("L.f 6", "L.f 60"))
    project.run("--lean-update", "L.Use::costs").assert_outcomes(passed=1)
    assert project.table.read_text() == TABLE.replace("L.f 6", "L.f 60")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "*there is no *lean.costs, which the costs of L are compared with; --lean-update*"),
        ("<<<<<<< HEAD\n", "*lean.costs is no table of costs that can be read: line 1 *"),
    ],
    ids=["missing", "damaged"],
)
def test_a_file_that_is_missing_or_damaged_is_a_usage_error(project, text, told):
    if text is None:
        project.table.unlink()
    else:
        project.table.write_text(text)
    result = project.run()
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([told])
