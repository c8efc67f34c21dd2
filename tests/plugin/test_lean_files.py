"""``.lean`` files as tests."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

CHAPTER = """
/-! A chapter. theorem in_a_comment : False -/
theorem good : 1 + 1 = 2 := rfl

@[simp] theorem Foo.bad (n : Nat) : n = n + 1 := by
  rfl

example : 2 = 2 := rfl
example : 2 = 3 := by decide

theorem open_end : 1 = 2 := by
  sorry
"""


@pytest.fixture
def project(pytester):
    """A project whose .lean files are tests."""
    pytester.makeini("[pytest]\nlean_files = *.lean\nlean_toolchain = embedded\n")
    (pytester.path / "Chapter.lean").write_text(CHAPTER)
    return pytester


def test_pytest_says_which_theorem_broke(project):
    result = project.runpytest("-v")
    result.stdout.fnmatch_lines(
        [
            "lean: Lean 4.35.0 *",
            "Chapter.lean::file PASSED*",
            "Chapter.lean::good PASSED*",
            "Chapter.lean::Foo.bad FAILED*",
            "Chapter.lean::example PASSED*",
            "Chapter.lean::example-2 FAILED*",
            "Chapter.lean::open_end FAILED*",
            "*Lean does not accept Foo.bad*",
            "*Chapter.lean:*: error: *",
            "*| @?simp? theorem Foo.bad (n : Nat) : n = n + 1 := by*",
            "*Lean does not accept open_end*",
            "*declaration uses*sorry*",
            "*3 failed, 3 passed*",
        ]
    )


def test_a_theorem_can_be_selected_and_run_again(project):
    result = project.runpytest("-v", "Chapter.lean::good")
    result.assert_outcomes(passed=1)
    project.runpytest()
    project.runpytest("--lf").assert_outcomes(failed=3)


def test_a_file_is_elaborated_once(project):
    result = project.runpytest()
    result.stdout.fnmatch_lines(["1 command, *"])


@pytest.mark.slow
def test_they_run_under_xdist(project):
    project.runpytest("-n", "2").assert_outcomes(passed=3, failed=3)


def test_an_error_outside_of_declarations_belongs_to_the_file(project):
    (project.path / "Chapter.lean").write_text("#check nope\ntheorem good : 1 = 1 := rfl\n")
    result = project.runpytest("-v")
    result.stdout.fnmatch_lines(["*::file FAILED*", "*::good PASSED*"])


PLACES = """
theorem a : 1 = 1 := rfl

@[nope]
theorem b : 2 = 2 := rfl
set_option no.such true in
theorem c : 3 = 3 := rfl
#check nope
example : 4 = 4 := rfl
#check nope
theorem d : := by
  rfl
@[simp]
theorem e (n : Nat) : n = n + 1 := by
  rfl
structure S where
  x : nope
instance : Inhabited Nat := ⟨nope⟩
mutual
def f : Nat := 1
def g : Nat := nope
end
"""


def test_an_error_belongs_to_the_declaration_that_lean_places_it_in(project):
    (project.path / "Chapter.lean").write_text(PLACES)
    result = project.runpytest("-v")
    told = {
        line.split("::")[1].split()[0]: line.split()[1]
        for line in result.outlines
        if line.startswith("Chapter.lean::")
    }
    assert {name for name, outcome in told.items() if outcome == "FAILED"} == {
        *("file", "b", "d", "e", "S", "instance", "g")
    }
    assert {name for name, outcome in told.items() if outcome == "PASSED"} == {
        *("a", "c", "example", "f")
    }


def test_a_missing_lean_is_skipped_if_that_was_asked_for(project):
    project.makeini("[pytest]\nlean_files = *.lean\nlean_toolchain = /no/such\n")
    result = project.runpytest("--lean-missing=skip")
    result.assert_outcomes(skipped=6)


def test_each_of_several_toolchains_checks_them(project):
    project.makeini("[pytest]\nlean_files = *.lean\nlean_toolchains = embedded /no/such\n")
    result = project.runpytest("-v")
    result.stdout.fnmatch_lines(
        [
            "Chapter.lean::good?embedded? PASSED*",
            "Chapter.lean::Foo.bad?embedded? FAILED*",
            "Chapter.lean::good?such? LEAN ERROR*",
            "*3 failed, 3 passed, 6 lean error*",
        ]
    )


@pytest.mark.parametrize(
    "text",
    [
        "theorem a : 1 = 1 := rfl\n#exit\ntheorem b : 1 = 2 := rfl\n",
        "#guard_msgs (drop all) in\ntheorem b : 1 = 2 := rfl\n",
        "set_option warn.sorry false in\ntheorem b : 1 = 2 := sorry\n",
    ],
    ids=["exit", "dropped", "hidden"],
)
def test_a_file_with_a_hidden_problem_fails(project, text):
    (project.path / "Chapter.lean").write_text(text)
    assert project.runpytest().ret == pytest.ExitCode.TESTS_FAILED


def test_without_a_verdict_on_the_file_each_item_is_a_lean_error(project):
    (project.path / "Chapter.lean").write_text(
        "theorem a : 1 = 1 := rfl\npartial def spin (n : Nat) : Nat := spin (n + 1)\n#eval spin 0\n"
    )
    result = project.runpytest("--lean-timeout=1")
    result.stdout.fnmatch_lines(
        ["*LEAN ERRORS*", "*and 3 more tests for the same reason", "*4 lean errors*"]
    )


def test_without_the_setting_no_lean_file_is_a_test(pytester):
    (pytester.path / "Chapter.lean").write_text(CHAPTER)
    assert pytester.runpytest().ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_a_pattern_with_a_slash_is_a_path(project):
    project.makeini("[pytest]\nlean_files = good/*.lean\nlean_toolchain = embedded\n")
    project.mkdir("good")
    (project.path / "good" / "One.lean").write_text("theorem one : 1 = 1 := rfl\n")
    project.runpytest().assert_outcomes(passed=2)


ITEMS = {
    "empty": ("", {"file": "passed"}),
    "only comments": ("-- nothing\n/- at all -/\n", {"file": "passed"}),
    "a hidden sorry beside one that is told": (
        "theorem a : 1 = 2 := by sorry\nset_option warn.sorry false in\n"
        "theorem b : 1 = 3 := by sorry\ntheorem c : 1 = 1 := rfl",
        {"file": "passed", "a": "failed", "b": "failed", "c": "passed"},
    ),
    "behind #exit": (
        "theorem a : 1 = 1 := rfl\n#exit\ntheorem b : 1 = 2 := rfl\nexample : 1 = 2 := rfl",
        {"file": "failed", "a": "passed", "b": "failed", "example": "failed"},
    ),
    "behind an import that is not there": (
        "import Nope\ntheorem a : 1 = 2 := rfl\nexample : 1 = 2 := rfl",
        {"file": "failed", "a": "failed", "example": "failed"},
    ),
    "behind a late import": (
        "theorem a : 1 = 1 := rfl\nimport Init\ntheorem b : 1 = 2 := rfl",
        {"file": "failed", "a": "passed", "b": "failed"},
    ),
    "names": (
        "theorem foo.{u} (α : Type u) : α = α := rfl\ntheorem «a b» : 1 = 1 := rfl\n"
        "theorem file : 1 = 2 := rfl\ninstance named : Inhabited Nat := ⟨1⟩",
        {
            "file": "passed",
            "foo": "passed",
            "«a b»": "passed",
            "file-2": "failed",
            "named": "passed",
        },
    ),
    "what only looks like a declaration": (
        "@[instance] def i : Inhabited Nat := ⟨1⟩\nattribute [instance] i\n"
        'macro "ex" n:ident : command => `(theorem $n : 1 = 2 := rfl)\n'
        'macro "ey" : command => `(theorem other : (1) = 1 := rfl)\n'
        "theorem t : 1 = 1 := rfl\ney",
        {"file": "passed", "i": "passed", "t": "passed"},
    ),
    "modifiers": (
        "theorem t : 1 = 1 := rfl\nscoped instance : Inhabited Nat := ⟨1⟩\n"
        "@[simp] private theorem p : 1 = 2 := rfl",
        {"file": "passed", "t": "passed", "instance": "failed", "p": "failed"},
    ),
    "quotes": (
        "def q := ['\\'', '\"']\ntheorem t : 1 = 2 := rfl",
        {"file": "passed", "q": "passed", "t": "failed"},
    ),
    "a mutual block": (
        "mutual\ninductive A | a : B → A\ninductive B | b : A → B | c\nend\n"
        "structure S where\n  x : Nat",
        {"file": "passed", "A": "passed", "B": "passed", "S": "passed"},
    ),
}


@pytest.mark.quick(4)
@pytest.mark.parametrize("case", ITEMS)
def test_each_item_fails_for_its_own_errors_only(project, case):
    text, outcomes = ITEMS[case]
    (project.path / "Chapter.lean").write_text(text)
    items = project.inline_run("-p", "no:xdist").getreports("pytest_runtest_logreport")
    found = {one.nodeid.partition("::")[2]: one.outcome for one in items if one.when == "call"}
    assert found == outcomes


def test_junit_has_the_same_properties_for_an_item_as_for_a_test(project):
    project.runpytest("--junitxml=report.xml")
    for test in ElementTree.parse(project.path / "report.xml").iter("testcase"):
        names = {one.attrib["name"] for one in test.iter("property")}
        assert names == {"lean_version", "lean_seconds", "lean_restarts", "lean_trust"}


def test_fixtures_that_a_conftest_overrides_do_not_affect_files(pytester):
    pytester.makeini("[pytest]\nlean_files = *.lean\n")
    pytester.mkdir("a")
    for folder in (pytester.path, pytester.path / "a"):
        (folder / "conftest.py").write_text(
            "import dataclasses, pytest\n\n@pytest.fixture(scope='session')\n"
            "def lean_config(lean_config):\n"
            "    return dataclasses.replace(lean_config, options={'pp.all': True})\n"
        )
    (pytester.path / "a" / "test_a.py").write_text("def test_it(lean): lean.check('#check 1')")
    for name in ("T.lean", "U.lean"):
        (pytester.path / name).write_text("theorem t : 1 = 1 := rfl")
    result = pytester.runpytest("T.lean", "a", "U.lean")
    result.assert_outcomes(passed=5)
    result = pytester.runpytest("T.lean")
    result.stdout.fnmatch_lines(["lean: Lean 4.35.0 (embedded*"])
