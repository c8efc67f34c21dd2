"""Which items a ``.lean`` file has, which errors fail each, and what comments change."""

from __future__ import annotations

import pytest


@pytest.fixture
def project(pytester):
    """A project whose .lean files are tests."""
    pytester.makeini("[pytest]\nlean_files = *.lean\nlean_toolchain = embedded\n")
    return pytester


def outcomes(project, text: str, *arguments: str) -> dict[str, str]:
    """Return the outcome of each item of a file with this text."""
    (project.path / "T.lean").write_bytes(text.encode())
    run = project.inline_run("-p", "no:xdist", *arguments)
    reports = run.getreports("pytest_runtest_logreport")
    found = {}
    for one in reports:
        if one.when == "call" or one.outcome == "skipped":
            word = "xfailed" if hasattr(one, "wasxfail") and one.skipped else one.outcome
            found[one.nodeid.partition("::")[2]] = word
    return found


CASES = {
    "a header error behind comments": (
        "/- c -/\n\n-- d\nimport Nope\ntheorem a : 1 = 1 := rfl\nexample : 1 = 2 := rfl",
        {"file": "failed", "a": "failed", "example": "failed"},
    ),
    "a header error behind `module`": (
        "module\nimport Nope\ntheorem a : 1 = 1 := rfl",
        {"file": "failed", "a": "failed"},
    ),
    "an import without a name": (
        "import\ntheorem a : 1 = 1 := rfl\nexample : 1 = 1 := rfl",
        {"file": "failed", "a": "failed", "example": "failed"},
    ),
    "a byte order mark": (
        "\ufeffimport Nope\ntheorem a : 1 = 1 := rfl\nexample : 1 = 1 := rfl",
        {"file": "failed", "a": "failed", "example": "failed"},
    ),
    "a dot behind an import": (
        "import Init.\ntheorem a : 1 = 1 := rfl",
        {"file": "failed", "a": "failed"},
    ),
    "an example behind a late import": (
        "theorem a : 1 = 1 := rfl\nimport Init\nexample : 1 = 1 := rfl\n#guard true\n#eval 1",
        {"file": "failed", "a": "passed", "example": "failed", "guard": "failed", "eval": "failed"},
    ),
    "a lone carriage return": (
        "theorem a : 1 = 1 := rfl\r\n\rtheorem b : 1 = 1 := rfl",
        {"file": "failed", "a": "passed", "b": "passed"},
    ),
    "checks": (
        "#guard 1 = 1\n#guard 1 = 2\n/-- info: 3 -/\n#guard_msgs in\n#eval 3\n"
        "/-- info: 4 -/\n#guard_msgs in\n#eval 3\n#eval 1\n#eval nope\n#check 1",
        {
            **{"file": "passed", "guard": "passed", "guard-2": "failed", "guard_msgs": "passed"},
            **{"guard_msgs-2": "failed", "eval": "passed", "eval-2": "failed"},
        },
    ),
    "a failure that is guarded": (
        '/-- error: Type -/\n#guard_msgs (substring := true) in\nexample : Nat := ""\n'
        "theorem fine : 1 = 1 := rfl",
        {"file": "passed", "example": "passed", "fine": "passed"},
    ),
    "a parse error behind the end that Lean tells": (
        "theorem a : 1 = 2 := by\n  exact match 1 with | _ =>\n rfl\ntheorem b : 1 = 1 := rfl",
        {"file": "passed", "a": "failed", "b": "passed"},
    ),
    "a helper": (
        "theorem a : 1 = 1 := b where\n  b : 1 = 1 := nope\ntheorem c : 1 = 1 := rfl",
        {"file": "passed", "a": "failed", "c": "passed"},
    ),
    "what another command has swallowed": (
        'syntax "skip_it" command : command\nmacro_rules | `(skip_it $c:command) => `(#check 1)\n'
        "skip_it example : 1 = 2 := rfl\ntheorem a : 1 = 1 := rfl",
        {"file": "passed", "example": "failed", "a": "passed"},
    ),
    "the words of an unfinished comment": (
        "theorem a : 1 = 1 := rfl\n/- unfinished\ntheorem b : 1 = 2 := rfl",
        {"file": "failed", "a": "passed"},
    ),
}


@pytest.mark.quick(5)
@pytest.mark.parametrize("case", CASES)
def test_each_item_answers_for_its_own_text(project, case):
    text, expected = CASES[case]
    assert outcomes(project, text) == expected


def test_an_item_behind_a_header_error_also_fails_if_it_runs_alone(project):
    text = "/- c -/\nimport Nope\nexample : 1 = 1 := rfl"
    assert outcomes(project, text, "T.lean::example") == {"example": "failed"}


@pytest.mark.parametrize("head", ["import", "import Init\nimport", "module\npublic import all"])
def test_a_declaration_behind_an_import_without_a_name_is_an_item_that_fails(project, head):
    text = f"{head}\ntheorem a : 1 = 1 := rfl"
    assert outcomes(project, text) == {"file": "failed", "a": "failed"}


def test_an_item_behind_the_last_reported_error_does_not_pass(project):
    text = "\n".join(f"theorem t{n} : 1 = 2 := rfl" for n in range(60)) + "\nexample : 1 = 1 := rfl"
    found = outcomes(project, text)
    assert {found[f"t{n}"] for n in range(60)} == {"failed"}
    assert found["example"] == "failed"


DIRECTIVES = {
    "xfail": (
        "-- pytest: xfail not yet\ntheorem a : 1 = 2 := rfl\ntheorem b : 1 = 1 := rfl",
        {"file": "passed", "a": "xfailed", "b": "passed"},
    ),
    "skip": (
        "-- pytest: skip not yet\n/-- doc -/\n@[simp] theorem a : 1 = 2 := rfl\n"
        "theorem b : 1 = 1 := rfl",
        {"file": "passed", "a": "skipped", "b": "passed"},
    ),
    "error": (
        "-- pytest: error /[Uu]nknown identifier/\ntheorem a : 1 = 1 := nope\n"
        "-- pytest: error /mismatch/\ntheorem b : 1 = 1 := nope\n"
        "-- pytest: error /nope/\ntheorem c : 1 = 1 := rfl\n"
        "-- pytest: error /nope/\n#eval nope",
        {"file": "passed", "a": "passed", "b": "failed", "c": "failed", "eval": "passed"},
    ),
    "two errors": (
        "-- pytest: error /nope/\n-- pytest: error /nowhere/\ntheorem a : 1 = 1 ∧ 1 = 1 :=\n"
        "  ⟨nope, nowhere⟩\n-- pytest: error /nope/\ntheorem b : 1 = 1 ∧ 1 = 1 := ⟨nope, nowhere⟩",
        {"file": "passed", "a": "passed", "b": "failed"},
    ),
}


@pytest.mark.parametrize("case", DIRECTIVES)
def test_comments_say_what_is_expected(project, case):
    text, expected = DIRECTIVES[case]
    assert outcomes(project, text) == expected


@pytest.mark.slow
def test_a_command_can_have_a_timeout_of_its_own(project):
    text = (
        "namespace A\ntheorem a : 1 = 1 := rfl\n"
        "partial def spin (n : Nat) : Nat := spin (n + 1)\n"
        "-- pytest: timeout=1\n#eval spin 0\ntheorem b : 1 = 1 := a\nend A\n"
    )
    (project.path / "T.lean").write_text(text)
    result = project.runpytest("-v")
    result.stdout.fnmatch_lines(
        [
            "T.lean::file LEAN ERROR*",
            "T.lean::a PASSED*",
            "T.lean::spin PASSED*",
            "T.lean::eval LEAN ERROR*",
            "T.lean::b LEAN ERROR*",
        ]
    )


def test_a_command_within_its_timeout_has_its_ordinary_outcome(project):
    text = (
        "namespace A\ntheorem a : 1 = 1 := rfl\n\n  -- pytest: timeout=60\n"
        "  theorem b : 1 = 3 := a\nexample : 1 = 1 := a\ntheorem c : 1 = 2 := a\nend A\n"
    )
    expected = {"file": "passed", "a": "passed", "b": "failed", "example": "passed", "c": "failed"}
    assert outcomes(project, text) == expected
    result = project.runpytest("T.lean")
    result.stdout.fnmatch_lines(["*T.lean:5:23: error*", "*T.lean:7:21: error*"])


@pytest.mark.quick(4)
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("-- pytest: xfial\ntheorem a : 1 = 1 := rfl", "line 1: *none of: xfail REASON*"),
        ("\n-- pytest: timeout 5\ndef a := 1", "line 2: *none of*"),
        ("-- pytest: timeout=0\ndef a := 1", "*above 0*"),
        ("-- pytest: error /(/\ndef a := 1", "*no regular expression*"),
        ("-- pytest: skip\n-- pytest: skip\ndef a := 1", "*twice*"),
        ("-- pytest skip\ndef a := 1", "*none of*"),
        ("-- pytest: skip\nopen Nat", "*is no item*"),
        ("def a := 1\n-- pytest: skip", "line 2: *no command follows*"),
        ("-- pytest: xfail\n-- pytest: error /a/\ndef a := 1", "*xfail or by error*"),
        ("mutual\n-- pytest: timeout=5\ndef a := 1\nend", "*mutual*"),
    ],
)
def test_a_wrong_comment_is_an_error_at_collection(project, text, told):
    (project.path / "T.lean").write_text(text)
    result = project.runpytest()
    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.stdout.fnmatch_lines([f"*T.lean: {told}" if told.startswith("line") else told])


def test_another_trust_is_applied_to_a_cached_file(project):
    text = (
        "axiom no : 1 = 2\ntheorem cheat : 1 = 2 := no\ntheorem gap : 1 = 1 := sorry\n"
        "theorem wrong : 1 = 2 := rfl\ntheorem right : 1 = 1 := rfl\n"
    )
    refused = {"gap": "failed", "wrong": "failed", "right": "passed"}
    shallow = outcomes(project, text, "--lean-trust=elaborated")
    assert shallow == {"file": "passed", "no": "passed", "cheat": "passed", **refused}
    checked = outcomes(project, text, "--lean-trust=checked")
    assert checked == {"file": "passed", "no": "failed", "cheat": "failed", **refused}
    assert outcomes(project, text, "--lean-trust=elaborated") == shallow


def test_a_file_that_is_named_is_collected_without_any_setting(pytester):
    (pytester.path / "Basic.lean").write_text("theorem a : 1 = 1 := rfl\n")
    (pytester.path / "Other.lean").write_text("theorem a : 1 = 1 := rfl\n")
    pytester.runpytest("Basic.lean", "--lean-toolchain=embedded").assert_outcomes(passed=2)
    pytester.runpytest("Basic.lean::a", "--lean-toolchain=embedded").assert_outcomes(passed=1)
    assert pytester.runpytest().ret == pytest.ExitCode.NO_TESTS_COLLECTED


@pytest.mark.slow
def test_files_get_markers_and_timeouts_by_pattern(pytester):
    pytester.makeini(
        "[pytest]\nlean_files = *.lean\nlean_toolchain = embedded\nmarkers = slow\n"
        "lean_files_marks = Slow*.lean=slow\nlean_files_timeout = Spin*.lean=1 300\n"
    )
    (pytester.path / "SlowOne.lean").write_text("theorem a : 1 = 1 := rfl\n")
    (pytester.path / "Spin.lean").write_text(
        "partial def spin (n : Nat) : Nat := spin (n + 1)\n#eval spin 0\n"
    )
    pytester.runpytest("-m", "slow").assert_outcomes(passed=2, deselected=3)
    result = pytester.runpytest("-m", "not slow")
    result.stdout.fnmatch_lines(["*did not answer within 1.00 s*", "*3 lean error*"])


@pytest.mark.parametrize(
    ("setting", "value"),
    [("files_timeout", "soon"), ("files_timeout", "A.lean=0"), ("files_marks", "slow")],
)
def test_a_wrong_pattern_is_a_usage_error(project, setting, value):
    result = project.runpytest(f"--lean-{setting.replace('_', '-')}={value}")
    assert result.ret == pytest.ExitCode.USAGE_ERROR


def test_declarations_without_an_item_are_listed_by_the_item_of_the_file(project):
    text = 'macro "mk" n:ident : command => `(theorem $n : 1 = 1 := rfl)\nmk hidden\n'
    (project.path / "T.lean").write_text(text)
    result = project.runpytest("-rP")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["declared without an item: hidden"])
