"""`--lean-sweep`: an item for each compiled module of a library and each check."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from pytest_lean.toolchain.cache import cache_path

INI = "[pytest]\nlean_toolchain = embedded\nlean_sources = lib\nlean_sweep = L\n"
# The library is written for the small core, which has neither notation nor tactics.
SOUND = {
    "L.lean": "import L.Use\n",
    "L/Base.lean": (
        "def L.f (n : Nat) : Nat := Nat.succ n\n"
        "theorem L.pos (n : Nat) : Eq (L.f n) (Nat.succ n) := Eq.refl (Nat.succ n)\n"
    ),
    "L/Use.lean": (
        "import L.Base\n"
        "theorem L.use (n : Nat) : Eq (L.f (L.f n)) (Nat.succ (L.f n)) := L.pos (L.f n)\n"
    ),
}
PROOF = "Eq.refl (Nat.succ n)"
SORRY = "sorryAx _ Bool.false"
BASE, USE = "L/Base.lean", "L/Use.lean"
CHECKS = ("axioms", "sorry", "statements", "messages")


class Project:
    """A folder of Lean sources, and runs of pytest that sweep it."""

    def __init__(self, pytester: pytest.Pytester) -> None:
        self.pytester = pytester
        self.path = pytester.path
        pytester.makeini(INI)
        for name, text in SOUND.items():
            self.write(name, text)

    def write(self, name: str, text: str) -> None:
        file = self.path / "lib" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def edit(self, name: str, old: str, new: str) -> None:
        text = (self.path / "lib" / name).read_text()
        assert old in text
        self.write(name, text.replace(old, new))

    def run(self, *arguments: str) -> pytest.RunResult:
        return self.pytester.runpytest("-p", "no:cacheprovider", *arguments)

    def failed(self, *arguments: str) -> set[str]:
        """Return the items of a run that do not pass; check that all others pass."""
        result = self.run("-v", *arguments)
        told = [line.split() for line in result.outlines if line.startswith("L") and "::" in line]
        assert told, result.stdout.str()
        return {words[0] for words in told if words[1:2] != ["PASSED"]}


@pytest.fixture
def project(pytester: pytest.Pytester, small_core: Path) -> Project:
    """A library of three modules, without a lock."""
    return Project(pytester)


@pytest.fixture(scope="module")
def lock_text() -> list[str]:
    """The lock of the library, written by the first test that needs it."""
    return []


@pytest.fixture
def locked(project: Project, lock_text: list[str]) -> Project:
    """The library of three modules, with its lock."""
    lock = project.path / "lean.lock"
    if lock_text:
        lock.write_text(lock_text[0])
    else:
        assert project.run("--lean-update").ret == 0
        lock_text.append(lock.read_text())
    return project


def test_every_module_has_an_item_for_each_check(locked):
    result = locked.run("-v")
    result.stdout.fnmatch_lines(
        [f"{module}::{check} PASSED*" for module in ("L", "L.Base", "L.Use") for check in CHECKS]
    )
    result.assert_outcomes(passed=12)


def test_a_sorry_fails_every_module_that_rests_on_it_and_no_other_check(locked):
    locked.edit(BASE, PROOF, SORRY)
    assert locked.failed() == {"L.Base::sorry", "L.Use::sorry"}
    result = locked.run("-k", "Use and sorry")
    result.stdout.fnmatch_lines(
        [
            "_* L.Use: sorry _*",
            "E   L.Use is not proved: it rests on `sorry`",
            "E   L.use (line 2) rests on sorryAx:",
            "E       L.use → L.pos (in L.Base) → sorryAx",
        ]
    )


def test_an_axiom_that_is_not_allowed_is_reported_with_its_chain(locked):
    locked.edit(BASE, "theorem L.pos", "axiom L.pos")
    locked.edit(BASE, f":= {PROOF}", "")
    assert locked.failed() == {"L.Base::axioms", "L.Use::axioms", "L.Base::statements"}
    result = locked.run("-k", "axioms")
    result.stdout.fnmatch_lines(
        ["E   L.pos (line 2) is an axiom", "E       L.use → L.pos (in L.Base)"]
    )


@pytest.mark.slow
def test_an_allowed_axiom_passes_unless_it_is_new_below_a_locked_theorem(project):
    project.write("L/Oracle.lean", "axiom L.oracle (n : Nat) : Eq n (Nat.succ n)\n")
    allowed = "--lean-allowed-axioms=L.oracle"
    project.run("--lean-update", allowed)
    assert project.failed(allowed) == set()
    project.edit(USE, "import L.Base", "import L.Base\nimport L.Oracle")
    project.edit(USE, ":= L.pos", ":= have _unused := L.oracle n; L.pos")
    assert project.failed(allowed) == {"L.Use::axioms"}
    result = project.run("-k", "Use and axioms", allowed)
    result.stdout.fnmatch_lines(["E   L.use (line 3) rests on L.oracle, which lean.lock lacks"])


def test_a_changed_statement_fails_with_both_texts(locked):
    locked.edit(USE, "(n : Nat) :", "(n : Nat) (_ : Eq n Nat.zero) :")
    assert locked.failed() == {"L.Use::statements"}
    result = locked.run("-k", "Use")
    result.stdout.fnmatch_lines(
        [
            "E   changed: L.use (line 2)",
            "E     - ∀ (n : Nat), L.f (L.f n) = Nat.succ (L.f n)",
            "E     + ∀ (n : Nat), n = Nat.zero → L.f (L.f n) = Nat.succ (L.f n)",
        ]
    )


def test_a_definition_altered_under_unchanged_statements_fails_those_that_use_it(locked):
    locked.write("L/Other.lean", "theorem L.other : Eq 1 1 := Eq.refl 1\n")
    locked.run("--lean-update", "-k", "Other")
    locked.edit(BASE, "Nat := Nat.succ n", "Nat := id (Nat.succ n)")
    assert locked.failed() == {"L.Base::statements", "L.Use::statements"}
    result = locked.run("-k", "Use")
    result.stdout.fnmatch_lines(
        [
            "E   definitions under it were altered: L.use (line 2)",
            "E     L.f",
            "E     - Nat → Nat := fun (n : Nat) => Nat.succ n",
            "E     + Nat → Nat := fun (n : Nat) => id (Nat.succ n)",
        ]
    )


def test_a_new_axiom_of_lean_s_own_below_a_locked_theorem_is_reported(locked):
    chosen = "Classical.choice (Nonempty.intro n)"
    locked.edit(USE, ":= L.pos", f":= have _unused := {chosen}; L.pos")
    result = locked.run("L.Use::axioms")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        ["E   L.use (line 2) rests on Classical.choice, which lean.lock lacks"]
    )


@pytest.mark.slow
def test_a_changed_proof_passes(locked):
    locked.edit(BASE, PROOF, "Eq.refl (L.f n)")
    locked.edit(USE, "L.pos (L.f n)", "Eq.refl (L.f (L.f n))")
    assert locked.failed() == set()


@pytest.mark.slow
def test_new_and_vanished_statements_fail_where_they_stand(locked):
    locked.edit(USE, "L.use", "L.uses")
    result = locked.run("-k", "Use and statements")
    result.stdout.fnmatch_lines(["E   new: L.uses (line 2)", "E   vanished: L.use"])
    assert locked.failed() == {"L.Use::statements"}


@pytest.mark.slow
def test_a_module_that_is_gone_has_an_item_that_fails(locked):
    (locked.path / "lib" / USE).unlink()
    locked.write("L.lean", "import L.Base\n")
    assert locked.failed() == {"L.Use::statements"}


def test_an_update_accepts_the_present_statements(locked):
    lock = locked.path / "lean.lock"
    before = lock.read_text()
    locked.edit(USE, "L.use", "L.uses")
    result = locked.run("--lean-update")
    result.stdout.fnmatch_lines(["changed: lean.lock"])
    assert lock.read_text() == before.replace("theorem L.use\n", "theorem L.uses\n")
    assert locked.failed() == set()


@pytest.mark.slow
def test_an_update_of_selected_items_leaves_the_others(locked):
    before = (locked.path / "lean.lock").read_text()
    locked.edit(USE, "L.use", "L.uses")
    locked.edit(BASE, "L.pos", "L.positive")
    locked.edit(USE, "L.pos", "L.positive")
    locked.run("--lean-update", "L.Use::statements")
    assert (locked.path / "lean.lock").read_text() == before.replace("L.use\n", "L.uses\n")


def test_an_update_is_refused_in_ci(locked, monkeypatch):
    monkeypatch.setenv("CI", "true")
    result = locked.run("--lean-update")
    assert result.ret == pytest.ExitCode.USAGE_ERROR


@pytest.mark.slow
def test_a_warning_of_the_build_is_an_item_that_fails(locked):
    locked.edit(USE, "(n : Nat)", "(n m : Nat)")
    locked.run("--lean-update")
    assert locked.failed() == {"L.Use::messages"}
    result = locked.run("L.Use::messages")
    result.stdout.fnmatch_lines(["E   warning: L/Use.lean:2:17: *"])


def test_no_item_passes_of_a_module_that_was_not_compiled(locked):
    locked.edit(BASE, PROOF, "nope")
    failed = locked.failed()
    assert {f"L.Base::{check}" for check in CHECKS} <= failed
    assert {f"L.Use::{check}" for check in ("axioms", "sorry", "statements")} <= failed
    result = locked.run("L.Base::messages", "L.Use::sorry")
    result.stdout.fnmatch_lines(
        ["E   error: L/Base.lean:2:*nope*", "LeanBuildError: L.Use was not compiled: it imports *"]
    )


def wrong_use(project: Project, *arguments: str) -> str:
    result = project.run(*arguments)
    assert result.ret == pytest.ExitCode.USAGE_ERROR, result.stdout.str()
    return result.stderr.str() + result.stdout.str()


@pytest.mark.parametrize(
    "workers",
    [
        pytest.param((), id="alone"),
        pytest.param(("-n", "1"), id="xdist", marks=pytest.mark.slow),
    ],
)
def test_a_missing_lock_is_a_usage_error_that_says_what_to_do(project, workers):
    told = wrong_use(project, *workers)
    assert "there is no " in told
    assert "--lean-update writes it" in told
    assert "--lean-sweep-checks 'axioms sorry messages'" in told
    project.run("--lean-sweep-checks=axioms sorry messages").assert_outcomes(passed=9)


def test_a_library_that_is_not_found_is_a_usage_error(locked):
    assert "no compiled module Nowhere" in wrong_use(locked, "--lean-sweep=Nowhere")


def test_a_second_library_that_is_given_as_a_path_is_a_usage_error(locked):
    told = wrong_use(locked, "--lean-sweep", "L", "M", "N")
    assert "M is no file or folder" in told
    assert "write --lean-sweep L,M,N" in told


def test_several_libraries_are_separated_by_commas_or_given_one_by_one(locked):
    assert "no compiled module M" in wrong_use(locked, "--lean-sweep=L,M")
    assert "no compiled module M" in wrong_use(locked, "--lean-sweep=L", "--lean-sweep=M")
    locked.run("--lean-sweep=L.Base,L.Use", "--lean-sweep-checks=axioms,sorry").assert_outcomes(
        passed=4
    )


def test_a_lock_of_another_library_is_a_usage_error(locked):
    lock = locked.path / "lean.lock"
    lock.write_text(lock.read_text().replace("library L", "library M"))
    assert "is the lock of M, and holds nothing of L" in wrong_use(locked)


def test_a_lock_with_a_conflict_is_a_usage_error(locked):
    lock = locked.path / "lean.lock"
    lock.write_text(f"{lock.read_text()}<<<<<<< HEAD\n")
    assert "a conflict of a merge is not resolved" in wrong_use(locked)


def test_an_id_of_no_item_is_a_usage_error(locked):
    assert "there is no L.Use::nope" in wrong_use(locked, "L.Use::nope")
    assert "there is no L.Nope" in wrong_use(locked, "L.Nope")


def test_ids_select_items_as_paths_do(locked):
    locked.pytester.makepyfile("def test_x(): pass")
    locked.run().assert_outcomes(passed=13)
    locked.run("L.Use").assert_outcomes(passed=4)
    locked.run("L.Use::sorry", "L.Base::sorry").assert_outcomes(passed=2)
    locked.run("-k", "Use and sorry").assert_outcomes(passed=1, deselected=12)
    locked.run(str(locked.path)).assert_outcomes(passed=13)
    [test] = locked.path.glob("test_*.py")
    locked.run(test.name, "L.Use::sorry").assert_outcomes(passed=2)


@pytest.mark.slow
def test_a_configured_sweep_is_left_out_if_the_command_line_names_other_tests(locked):
    locked.pytester.makepyfile("def test_x(): pass")
    [test] = locked.path.glob("test_*.py")
    locked.run(test.name).assert_outcomes(passed=1)
    locked.run(test.name, "--lean-sweep=L").assert_outcomes(passed=13)


@pytest.mark.slow
def test_last_failed_runs_the_failed_items_again(locked):
    locked.edit(BASE, PROOF, SORRY)
    locked.pytester.runpytest()
    locked.pytester.runpytest("--lf").assert_outcomes(failed=2, deselected=10)


@pytest.mark.slow
def test_xdist_s_workers_share_one_examination(locked):
    locked.edit(BASE, PROOF, SORRY)
    folder = cache_path() / "sweeps"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "killed-long-ago.json").write_text("{}")
    os.utime(folder / "killed-long-ago.json", (0, 0))
    result = locked.run("-n", "2")
    result.assert_outcomes(passed=10, failed=2)
    assert list(folder.glob("*")) == []


@pytest.mark.slow
def test_workers_update_one_lock(project):
    project.run("-n", "2", "--lean-update")
    assert project.failed() == set()


@pytest.mark.slow
def test_a_missing_lean_is_a_lean_error_or_skips(locked):
    result = locked.run("--lean-toolchain=/no/such")
    result.stdout.fnmatch_lines(
        ["LEAN ERROR L::axioms - ToolchainNotFoundError*", "*4 lean error*"]
    )
    result = locked.run("--lean-toolchain=/no/such", "L.Use::sorry")
    result.stdout.fnmatch_lines(["LEAN ERROR L.Use::sorry - *", "*1 lean error*"])
    locked.run("--lean-toolchain=/no/such", "--lean-missing=skip").assert_outcomes(skipped=4)


@pytest.mark.slow
def test_compiled_modules_of_a_search_path_are_swept_without_their_messages(pytester, library):
    library.compile("S", "theorem S.t : 1 = 2 := sorry")
    pytester.makeini(f"[pytest]\nlean_toolchain = embedded\nlean_search_path = {library.folder}\n")
    result = pytester.runpytest("-v", "--lean-sweep=S", "--lean-sweep-checks=sorry messages")
    result.stdout.fnmatch_lines(["S::sorry FAILED*", "*1 failed in*"])


LOG = [
    {"level": "info", "message": "S.lean:1:0: a remark"},
    {"level": "warning", "message": "S.lean:1:8: unused variable `n`"},
]


def test_messages_of_a_lake_build_are_read_from_its_trace(pytester, library):
    """A STAND-IN for Lake's trace file, as its sources describe it, beside a real module."""
    library.compile("S", "theorem S.t : 1 = 1 := rfl")
    trace = library.folder / "S.trace"
    pytester.makeini(f"[pytest]\nlean_toolchain = embedded\nlean_search_path = {library.folder}\n")
    arguments = ("-v", "--lean-sweep=S", "--lean-sweep-checks=messages sorry")
    trace.write_text(json.dumps({"depHash": "1", "log": LOG}))
    result = pytester.runpytest(*arguments)
    result.stdout.fnmatch_lines(["S::messages FAILED*", "E   warning: S.lean:1:8: unused *"])
    trace.write_text(json.dumps({"schemaVersion": "2025-09-10", "depHash": "1", "log": LOG[:1]}))
    pytester.runpytest(*arguments).assert_outcomes(passed=2)
    trace.write_text("12345")  # as an older Lake has it
    pytester.runpytest(*arguments).assert_outcomes(passed=1)


@pytest.mark.slow
def test_a_lake_project_is_swept_without_modules_whose_source_is_gone(
    machine, run_there, toolchain
):
    """On the STAND-INS for elan and lake, over real Lean, whose own library is named."""
    machine.install_elan()
    machine.install_toolchain("leanprover/lean4:v4.35.0", "4.35.0", default=True)
    folder = machine.project(
        Demo="import Old\ntheorem demo : 1 = 1 := rfl", Old="theorem old : 1 = 2 := sorry"
    )
    arguments = ["-v", "--lean-sweep=Demo", "--lean-sweep=Old", "--lean-sweep-checks=sorry"]
    arguments += [f"--lean-search-path={one}" for one in toolchain.search_path]
    result = run_there(folder, *arguments)
    assert "Demo::sorry PASSED" in result.stdout
    assert "Old::sorry FAILED" in result.stdout
    (folder / "Old.lean").unlink()
    (folder / "Demo.lean").write_text("theorem demo : 1 = 1 := rfl")
    result = run_there(folder, *arguments)
    assert result.returncode == pytest.ExitCode.USAGE_ERROR
    assert "no compiled module Old" in result.stderr
