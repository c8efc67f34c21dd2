"""Every setting from every source, and which source wins."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pytest_lean.plugin.settings import SETTINGS, Setting

SHOW = """
import json
from pytest_lean.plugin.run import run_of

def test_show(pytestconfig):
    chosen = run_of(pytestconfig).settings
    with open("seen.json", "w") as file:
        json.dump({name: str(value) for name, value in vars(chosen).items()}, file)
"""

# Setting; then text and value in the configuration file, in the environment, on the command line.
CASES = [
    ("timeout", ("30", 30.0), ("0.5", 0.5), ("none", None)),
    ("memory", ("1024", 1024), ("none", None), ("256", 256)),
    ("parallel", ("false", False), ("0", False), ("true", True)),
    ("incremental", ("off", False), ("1", True), ("no", False)),
    ("max_total_memory", ("0.5", 0.5), ("1", 1.0), ("0.25", 0.25)),
    ("max_process_memory", ("0.5", 0.5), ("1", 1.0), ("0.25", 0.25)),
    ("restart_attempts", ("1", 1), ("2", 2), ("3", 3)),
    ("threads", ("1", 1), ("none", None), ("2", 2)),
    ("imports", ("A B", ("A", "B")), ("C", ("C",)), ("D E", ("D", "E"))),
    ("imports", ("A", ("A",)), ("none", ()), ("'«B C»' D.E", ("«B C»", "D.E"))),
    ("targets", ("A B", ("A", "B")), ("", ()), ("'B C' D", ("B C", "D"))),
    ("toolchains", ("embedded", ("embedded",)), ("v4.9.0", ("v4.9.0",)), ("a b", ("a", "b"))),
    (
        "version",
        ("v4.9.0", "v4.9.0"),
        ("none", None),
        ("a/b:v1", "a/b:v1"),
    ),
    ("install", ("true", True), ("0", False), ("yes", True)),
    ("build", ("always", "always"), ("auto", "auto"), ("never", "never")),
    ("build_timeout", ("30", 30.0), ("0.5", 0.5), ("1e3", 1000.0)),
    ("cache_get", ("true", True), ("0", False), ("on", True)),
    ("worker_memory", ("512", 512), ("none", None), ("64", 64)),
    ("project", ("none", None), ("auto", "auto"), ("none", None)),
    ("files", ("*.lean", ("*.lean",)), ("", ()), ("a.lean", ("a.lean",))),
    (
        "sweep_checks",
        ("sorry axioms", ("axioms", "sorry")),
        ("sorry", ("sorry",)),
        ("messages", ("messages",)),
    ),
    ("cost_tolerance", ("0.5", 0.5), ("1", 1.0), ("0.05", 0.05)),
    ("proofs", ("*.jsonl", ("*.jsonl",)), ("", ()), ("a.jsonl", ("a.jsonl",))),
    ("options", ("a.b=1", {"a.b": 1}), ("", {}), ("c=true d=x", {"c": True, "d": "x"})),
    ("missing", ("skip", "skip"), ("fail", "fail"), ("skip", "skip")),
    ("auto_workers", ("memory", "memory"), ("xdist", "xdist"), ("memory", "memory")),
    ("toolchain", ("embedded", "embedded"), ("auto", "auto"), ("/usr/lean", "/usr/lean")),
    ("trust", ("certified", "certified"), ("checked", "checked"), ("elaborated", "elaborated")),
    ("verbose", ("true", True), ("false", False), ("on", True)),
]
IDS = [f"{case[0]}-{index}" for index, case in enumerate(CASES)]


def setting(name: str) -> Setting:
    return next(one for one in SETTINGS if one.name == name)


# These settings all choose a Lean, so one run can have only one of them.
WHICH_LEAN = ("toolchain", "toolchains", "version")


def groups() -> list[list[tuple]]:
    """Group the cases such that one run can have all settings of a group."""
    found: list[list[tuple]] = []
    for case in CASES:
        taken = WHICH_LEAN if case[0] in WHICH_LEAN else (case[0],)
        free = [group for group in found if not any(other[0] in taken for other in group)]
        if not free:
            free = [[]]
            found += free
        free[0].append(case)
    return found


GROUPS = groups()
SOURCES = ("default", "ini", "environment", "option")


@pytest.fixture(scope="module")
def known() -> dict[tuple[int, str], dict[str, str]]:
    """The values that runs have shown, by group of cases and by the last source that was given."""
    return {}


@pytest.fixture
def show(pytester, monkeypatch, known):
    """Return a function that runs pytest with cases given in all sources up to ``last``."""

    def run(cases: list[tuple], last: str) -> dict[str, str]:
        count = SOURCES.index(last)
        pytester.makepyfile(SHOW)
        ini, arguments = ["[pytest]"], []
        for name, *texts in cases:
            one = setting(name)
            (in_ini, _), (in_environment, _), (in_option, _) = texts
            ini += [f"{one.ini} = {in_ini}"] if count > 0 else []
            if count > 1:
                monkeypatch.setenv(one.variable, in_environment)
            arguments += [f"{one.option}={in_option}"] if count > 2 else []
        pytester.makeini("\n".join(ini) + "\n")
        pytester.runpytest_inprocess(*arguments).assert_outcomes(passed=1)
        return json.loads((pytester.path / "seen.json").read_text())

    def show(case: tuple, last: str) -> str:
        [number] = [number for number, group in enumerate(GROUPS) if case in group]
        if (number, last) not in known:
            known[number, last] = run(GROUPS[number], last)
        return known[number, last][case[0]]

    return show


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_the_command_line_wins_over_the_environment_over_the_ini_file(show, case):
    name, *texts = case
    assert show(case, "default") == str(setting(name).default)
    for source, (_, value) in zip(SOURCES[1:], texts, strict=True):
        assert show(case, source) == str(value)


WRONG = [
    ("timeout", "0"),
    ("timeout", "-1"),
    ("timeout", "soon"),
    ("timeout", ""),
    ("memory", "1.5"),
    ("memory", "0"),
    ("parallel", "perhaps"),
    ("max_total_memory", "1.1"),
    ("max_total_memory", "0"),
    ("restart_attempts", "0"),
    ("missing", "ignore"),
    ("auto_workers", "cpu"),
    ("options", "maxHeartbeats"),
    ("toolchain", ""),
    ("options", "a='b"),
    ("imports", "'"),
    ("imports", "A;B"),
    ("sweep", "A;B"),
    ("sweep_checks", "axiom"),
    ("cost_tolerance", "0"),
    ("cost_tolerance", "20%"),
    ("sweep_checks", "none"),
]


@pytest.mark.quick(15)
@pytest.mark.parametrize("source", ["ini", "environment", "option"])
@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_wrong_value_is_a_usage_error_that_names_setting_and_source(
    pytester, monkeypatch, name, value, source
):
    one = setting(name)
    pytester.makepyfile("def test_nothing(): pass")
    arguments = []
    if source == "ini":
        pytester.makeini(f"[pytest]\n{one.ini} = {value}\n")
        named = f"tox.ini: {one.ini}"
    elif source == "environment":
        monkeypatch.setenv(one.variable, value)
        named = f"environment variable {one.variable}"
    else:
        arguments, named = [f"{one.option}={value}"], one.option
    result = pytester.runpytest_inprocess(*arguments)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([f"ERROR: *{named}: *{value!r}* is not *"])


def test_an_error_in_a_value_given_with_o_says_so(pytester):
    pytester.makeini("[pytest]\nlean_timeout = 9\n")
    result = pytester.runpytest_inprocess("-o", "lean_timeout=9x")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: -o: lean_timeout: '9x' is not *"])


@pytest.mark.quick(2)
@pytest.mark.parametrize(
    "name", ["project", "cache_dir", "json", "sources", "search_path", "toolchain"]
)
def test_paths_are_relative_to_where_they_are_given(pytester, monkeypatch, name):
    """To the configuration file, or else to the current directory; ~ is a user's home."""
    pytester.mkdir("below")
    pytester.makefile(".py", **{"below/test_show": SHOW})
    one = setting(name)
    for folder in (pytester.path, pytester.path / "below"):
        (folder / "lib" / "one").mkdir(parents=True)
    below, home = pytester.path / "below", str(pytester.path / "home")
    monkeypatch.setenv("HOME", home)
    monkeypatch.setenv("USERPROFILE", home)
    monkeypatch.delenv(one.variable, raising=False)
    monkeypatch.chdir(below)

    def seen(*arguments: str, ini: str = "") -> str:
        pytester.makeini(f"[pytest]\n{ini}\n")
        pytester.runpytest_inprocess(*arguments).assert_outcomes(passed=1)
        text = json.loads((below / "seen.json").read_text())[name]
        return text.removeprefix("('").removesuffix("',)")

    assert seen(ini=f"{one.ini} = lib/one") == str(pytester.path / "lib" / "one")
    assert seen(f"{one.option}=lib/one") == str(below / "lib" / "one")
    assert seen(f"{one.option}=~/lib") == str(pytester.path / "home" / "lib")
    monkeypatch.setenv(one.variable, "lib/one")
    assert seen() == str(below / "lib" / "one")


@pytest.mark.parametrize("value", ["30", '"30"'])
def test_tool_pytest_ini_options_are_read(pytester, value):
    pytester.makepyfile(SHOW)
    pytester.makepyprojecttoml(
        f"[tool.pytest.ini_options]\nlean_timeout = {value}\nlean_imports = ['A', 'B']\n"
    )
    pytester.runpytest_inprocess().assert_outcomes(passed=1)
    seen = json.loads((pytester.path / "seen.json").read_text())
    assert (seen["timeout"], seen["imports"]) == ("30.0", "('A', 'B')")


@pytest.mark.skipif(pytest.version_tuple < (9,), reason="[tool.pytest] came with pytest 9")
def test_tool_pytest_is_read_with_tomls_own_types(pytester):
    pytester.makepyfile(SHOW)
    pytester.makepyprojecttoml(
        "[tool.pytest]\nlean_timeout = 1.5\nlean_parallel = false\nlean_memory = 512\n"
        'lean_missing = "skip"\nlean_options = ["maxRecDepth=7"]\n'
    )
    pytester.runpytest_inprocess().assert_outcomes(passed=1)
    seen = json.loads((pytester.path / "seen.json").read_text())
    found = [seen[name] for name in ("timeout", "parallel", "memory", "missing", "options")]
    assert found == ["1.5", "False", "512", "skip", "{'maxRecDepth': 7}"]


def test_help_shows_every_setting(pytester):
    result = pytester.runpytest_inprocess("--help")
    for one in SETTINGS:
        result.stdout.fnmatch_lines([f"*{one.option}*", f"*{one.ini}*"], consecutive=False)


def test_the_settings_page_lists_every_setting():
    page = (Path(__file__).parents[2] / "docs" / "settings.md").read_text()
    for one in SETTINGS:
        assert f"| `{one.name}` |" in page
        assert one.help in page
