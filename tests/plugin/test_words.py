"""The messages that a user reads first when something is wrong."""

from __future__ import annotations

import html
import json
import re

import pytest

from pytest_lean.testing.missing_types import NAMES

FILE = """
import pytest
from pathlib import Path

def test_one(lean): lean.check("theorem t :\\n  1 + 1 = 3 := by\\n    rfl")
def test_two(lean): lean.check("#check nope\\ntheorem u : 1 = 2 := by decide")
def test_sorry(lean): lean.check("theorem t : 1 + 1 = 3 := by sorry")
def test_file(lean):
    Path("Bad.lean").write_text("#check nope")
    lean.check(Path("Bad.lean"))
def test_type(lean): lean.assert_type("1", "String")
"""


def test_the_short_summary_says_what_is_wrong_in_eighty_columns(pytester, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    pytester.makepyfile(test_x=FILE)
    result = pytester.runpytest("-rf")
    summary = [line for line in result.outlines if line.startswith("FAILED")]
    assert summary == [
        "FAILED test_x.py::test_one - 3:4 Tactic rfl failed: The left-hand side 1 + 1 ...",
        "FAILED test_x.py::test_two - 2 errors, 1:7 Unknown identifier nope",
        "FAILED test_x.py::test_sorry - not proved: the text uses sorry",
        "FAILED test_x.py::test_file - Bad.lean:1:7 Unknown identifier nope",
        "FAILED test_x.py::test_type - 1 is of another type",
    ]


def test_junit_has_that_line_as_well(pytester):
    pytester.makepyfile(test_x=FILE)
    pytester.runpytest("--junitxml=junit.xml", "-k", "test_type or test_two")
    text = (pytester.path / "junit.xml").read_text(encoding="utf-8")
    assert 'message="1 is of another type"' in text
    assert 'message="2 errors, 1:7 Unknown identifier nope"' in text


@pytest.mark.parametrize(
    ("call", "error"),
    [
        ("lean.check(None)", "TypeError: wanted is Lean source, *or a file, *, not NoneType"),
        ("lean.run(b'x')", "TypeError: wanted is Lean source, * not bytes; decode it first"),
        ("lean.define(('x',))", "TypeError: wanted is Lean source, * not tuple; give its texts *"),
        ("lean.server.run(1)", "TypeError: wanted is Lean source, * not int"),
        ("lean.run(Command('x'))", "TypeError: *a Command is for lean.server.run()"),
        ("lean.heartbeats(1)", "TypeError: wanted is Lean source, * not int"),
        ("lean.assert_declares('a b')", "ValueError: not the full name of a declaration: 'a b'"),
    ],
)
def test_a_wrong_argument_is_one_sentence_at_the_call(pytester, call, error):
    pytester.makepyfile(f"from pytest_lean import Command\n\ndef test_it(lean):\n    {call}")
    result = pytester.runpytest()
    result.stdout.fnmatch_lines([f">   *{call}", f"E   *{error}"])
    result.stdout.no_fnmatch_line("*pytest_lean/*.py:*")


def test_a_path_is_read_as_a_file_everywhere(pytester):
    pytester.makefile(".lean", A="theorem t : 1 = 1 := rfl", S="theorem s : 1 = 1 := by sorry")
    pytester.makepyfile(
        """
        from pathlib import Path

        A = Path("A.lean")

        def test_it(lean):
            assert lean.run(A).path == str(A.absolute())
            assert lean.server.run(A).ok
            assert lean.signatures(A) == lean.signatures("A.lean") == ("theorem t : 1 = 1",)
            assert lean.heartbeats(A) > 0
            lean.assert_max_heartbeats(A, 100)
            lean.assert_goal(Path("S.lean"), "1 = 1")
            assert lean.certify(A, theorem="t").theorem == "t"
            assert lean.define(A).ok
            lean.assert_declares("t")
        """
    )
    pytester.runpytest().assert_outcomes(passed=1)


@pytest.mark.parametrize(
    ("call", "shown"),
    [
        ("lean.eval('1 +')", ["E   *:1:9: error: unexpected end of input", "E *1 | #eval 1 +"]),
        ("lean.type_of('nope')", ["E * Unknown identifier `nope`", "E *1 | #check nope"]),
        ("lean.assert_type('1 +', 'Nat')", ["E *:1:3: error: unexpected end of input; *"]),
    ],
)
def test_an_error_in_an_expression_does_not_show_our_text_around_it(pytester, call, shown):
    pytester.makepyfile(f"def test_it(lean): {call}")
    result = pytester.runpytest()
    result.stdout.fnmatch_lines(shown)
    for ours in ("*set_option*", "*unexpected token*", "E * | )"):
        result.stdout.no_fnmatch_line(ours)


@pytest.mark.parametrize("imports", ["Mathlib", "Mathlib.Tactic.Ring"])
def test_a_library_that_the_embedded_lean_lacks_is_reported_with_what_to_do(pytester, imports):
    pytester.makepyfile(
        f"""
        import pytest

        def test_text(lean): lean.check("import {imports}\\nexample : 1 = 1 := rfl")

        @pytest.mark.lean(imports=["{imports}"])
        def test_marker(lean): lean.check("example : 1 = 1 := rfl")
        """
    )
    result = pytester.runpytest()
    told = [line for line in result.outlines if "is in no folder that Lean looks in" in line]
    assert len(told) == 2
    assert all("a Lake project that requires it (--lean-project FOLDER" in one for one in told)


@pytest.mark.quick(2)
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("theorem t (a : ℕ) (b : Real) : a = a := rfl", "ℕ, Real"),
        ("theorem t (a : Nat) (b : Float) : a = a := rfl", None),
        ("theorem t {Real : Type} (a : Real) : a = a := rfl", None),
        ("variable (ℝ : Type)\\ntheorem t (a : ℝ) : a = a := rfl", None),
        ("-- Real\\ntheorem t : 1 = 1 := rfl", None),
        ("theorem t (a : Widget) : a = a := rfl", "Widget"),
        ("theorem t (a : List Nat) (P : Prop) : (fun Any : Nat => Any) 1 = 1 := rfl", None),
        ("inductive Widget | one\\ntheorem t (a : Widget) : a = a := rfl", None),
    ],
)
def test_a_missing_type_that_lean_takes_for_a_variable_is_warned_of(pytester, text, names):
    pytester.makepyfile(f"def test_it(lean): lean.check('{text}')")
    result = pytester.runpytest()
    result.assert_outcomes(passed=1, warnings=0 if names is None else 1)
    if names is not None:
        result.stdout.fnmatch_lines([f"*.py:1: LeanWarning: Lean knows no {names} here*"])


def test_each_type_in_the_list_of_missing_types_is_missing(server):
    response = server.run("\n".join(f"#check @{name}" for name in NAMES))
    assert [message.start_pos.line for message in response.errors] == [*range(1, len(NAMES) + 1)]


def test_a_failure_shows_the_log_of_its_own_test(pytester):
    loop = "example : True := by\\n  repeat (first | skip)"
    pytester.makepyfile(
        f"""
        def test_first(lean): lean.run("{loop}", timeout=0.5)
        def test_second(lean): lean.run("{loop}", timeout=5)
        """
    )
    result = pytester.runpytest()
    log = [line for line in result.outlines if line[2:3] == ":" and "LeanTimeoutError" in line]
    first, second = (float(re.search(r"within ([\d.]+) s", line)[1]) for line in log)
    assert 0.5 <= first < 5 <= second
    result.stdout.fnmatch_lines(["*2 lean errors in *"])


def test_one_item_is_counted_in_the_singular(pytester):
    pytester.makepyfile("def test_it(lean): lean.run('#check 1')")
    pytester.runpytest().stdout.fnmatch_lines(["1 command, *"])


MARKERS = """
import pytest

@pytest.mark.lean(timeout=-1, memory="x")
@pytest.mark.parametrize("n", range(3))
def test_a(lean, n): pass

@pytest.mark.lean(impotrs=["A"])
def test_b(lean): pass

def test_good(lean): pass
"""


@pytest.mark.quick(1)
@pytest.mark.parametrize("distribution", [("-p", "no:xdist"), ("-n2",)])
def test_all_wrong_markers_are_reported_at_once(pytester, distribution):
    pytester.makepyfile(test_k=MARKERS)
    result = pytester.runpytest(*distribution)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    told = [line for line in result.errlines if "@pytest.mark.lean" in line]
    assert [one.removeprefix("ERROR: ").partition(": @")[0] for one in told] == [
        "test_k.py::test_a[0] (and 2 more tests)",
        "test_k.py::test_b",
    ]
    assert "timeout must be" in told[0]
    assert "memory must be" in told[0]
    assert "did you mean imports?" in told[1]


def test_a_wrong_marker_of_a_test_that_is_not_selected_stops_nothing(pytester):
    pytester.makepyfile(test_k=MARKERS)
    pytester.runpytest("-k", "good").assert_outcomes(passed=1, deselected=4)


def test_a_mistyped_variable_gets_the_closest_name(pytester, monkeypatch):
    monkeypatch.setenv("PYTEST_LEAN_TIMOUT", "3")
    pytester.makepyfile("def test_it(): pass")
    result = pytester.runpytest()
    result.assert_outcomes(passed=1, warnings=1)
    result.stdout.fnmatch_lines(["*PYTEST_LEAN_TIMOUT is no * did you mean PYTEST_LEAN_TIMEOUT?"])


def test_a_mistyped_toolchain_gets_the_closest_name(pytester, machine):
    pytester.makepyfile("def test_it(lean): pass")
    result = pytester.runpytest("--lean-toolchain=embeded")
    result.stdout.fnmatch_lines(["*embeded*; did you mean embedded?"])


@pytest.mark.parametrize(
    ("toolchain", "version", "is_refused"),
    [
        ("embedded", "v4.20.0", True),
        ("embedded", "4.35.0", False),
        ("v4.21.0", "v4.20.0", True),
        ("leanprover/lean4:v4.20.0", "v4.20.0", False),
        ("auto", "v4.20.0", False),
    ],
)
def test_a_version_that_contradicts_the_toolchain_is_a_usage_error(
    pytester, toolchain, version, is_refused
):
    pytester.makepyfile("def test_it(): pass")
    result = pytester.runpytest(f"--lean-toolchain={toolchain}", f"--lean-version={version}")
    assert (result.ret == pytest.ExitCode.USAGE_ERROR) == is_refused
    if is_refused:
        result.stderr.fnmatch_lines([f"*'{version}' contradicts --lean-toolchain: '{toolchain}'*"])


def test_the_help_lists_the_choices(pytester):
    result = pytester.runpytest("--help")
    result.stdout.fnmatch_lines(
        ["*--lean-build={auto,always,never}*", "*--lean-parallel={true,false}*"]
    )


NO_VERDICT = """
def test_none(lean): lean.run("example : True := by\\n  repeat (first | skip)", timeout=0.5)
def test_bad(lean): lean.check("#check nope")
"""


def test_no_verdict_is_neither_passed_nor_failed_for_ctrf(pytester):
    pytest.importorskip("ctrf")
    pytester.makepyfile(NO_VERDICT)
    pytester.runpytest("--ctrf", "ctrf.json")
    results = json.loads((pytester.path / "ctrf.json").read_text())["results"]
    assert [one["status"] for one in results["tests"]] == ["other", "failed"]
    assert (results["summary"]["failed"], results["summary"]["other"]) == (1, 1)
    assert results["tests"][0]["message"].startswith("no verdict, LeanTimeoutError: ")


def test_no_verdict_has_its_own_word_in_html(pytester):
    pytest.importorskip("pytest_html")
    pytester.makepyfile(NO_VERDICT)
    pytester.runpytest("--html=report.html", "--self-contained-html")
    page = html.unescape((pytester.path / "report.html").read_text(encoding="utf-8"))
    assert page.count('<td class=\\"col-result\\">Lean error</td>') == 1
    assert page.count('<td class=\\"col-result\\">Failed</td>') == 1
    assert "1 lean error among them: no verdict was reached" in page


def test_no_verdict_is_named_in_annotations_and_in_reportlog(pytester, monkeypatch):
    pytest.importorskip("pytest_reportlog")
    pytest.importorskip("pytest_github_actions_annotate_failures")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    pytester.makepyfile(NO_VERDICT)
    result = pytester.runpytest("--report-log=log.jsonl")
    result.stderr.fnmatch_lines(["::error *no verdict, LeanTimeoutError: *"])
    lines = map(json.loads, (pytester.path / "log.jsonl").read_text().splitlines())
    failed = [one for one in lines if one.get("outcome") == "failed"]
    assert ["lean_error" in one for one in failed] == [True, False]


@pytest.mark.parametrize(
    ("option", "told"),
    [
        (
            "--lean-timout=3",
            "--lean-timout is no option of pytest-lean; did you mean --lean-timeout?",
        ),
        ("--lean-xyz", "--lean-xyz is no option of pytest-lean; pytest --help lists them*"),
    ],
)
def test_an_unknown_option_is_refused_with_the_closest(pytester, option, told):
    result = pytester.runpytest(option)
    result.stderr.fnmatch_lines([f"ERROR: {told}"])


def test_an_option_of_a_conftest_may_begin_like_ours(pytester):
    pytester.makeconftest("def pytest_addoption(parser): parser.addoption('--lean-mine')")
    pytester.makepyfile("def test_it(pytestconfig): assert pytestconfig.getoption('lean_mine')")
    pytester.runpytest("--lean-mine=1").assert_outcomes(passed=1)


def test_a_missing_project_folder_is_reported_before_a_missing_lean(pytester):
    pytester.makepyfile("def test_it(lean): pass")
    result = pytester.runpytest("--lean-project=nowhere")
    result.stdout.fnmatch_lines(
        ["*there is no folder */nowhere (it was given as the Lake project); --lean-project *"]
    )


def test_the_error_for_a_type_without_values_names_that_type(lean):
    pytest.importorskip("hypothesis")
    with pytest.raises(
        TypeError, match=r"^lean\.strategy has no values of Nat → Nat: Nat → Nat is"
    ):
        lean.strategy("Nat → Nat")


def test_a_function_whose_arguments_differ_from_its_model_s_is_refused(lean):
    pytest.importorskip("hypothesis")

    def added(a, b):
        return a + b

    told = r"added\(a, b\) cannot be called with the arguments of Nat.succ, which takes n: missing"
    with pytest.raises(TypeError, match=told):
        lean.agrees(added, "Nat.succ")


def test_a_file_that_cannot_be_read_shows_no_frame_of_ours(pytester):
    pytester.makepyfile(
        "from pathlib import Path\ndef test_it(lean): lean.check(Path('Missing.lean'))"
    )
    result = pytester.runpytest()
    result.stdout.fnmatch_lines(["*LeanFileError: *Missing.lean cannot be read: No such file*"])
    result.stdout.no_fnmatch_line("*The above exception was the direct cause*")
