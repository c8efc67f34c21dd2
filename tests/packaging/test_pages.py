"""What the README and the pages of the documentation show is what happens.

Each page with a console is followed from an empty folder, block by block; what stands on the others
is run together. What cannot be run here says so on its page, and is counted in ``NOT_RUN``.
"""

from __future__ import annotations

import ast
import configparser
import re
import shlex
import subprocess
import sys

import pytest
from pages import CHECKOUT, FIXTURES, HOOKS, Block, blocks, commands, prints

from pytest_lean.plugin.settings import SETTINGS

README = (CHECKOUT / "README.md").read_text(encoding="utf-8")
PLUGIN = (CHECKOUT / "docs" / "plugin.md").read_text(encoding="utf-8")
# Pages that a script writes from what it has run; each has a test of its own.
WRITTEN = ("docs/gallery.md", "docs/attacks.md", "docs/faults.md", "docs/architecture.md")
PAGES = [
    page
    for page in ("README.md", *(str(one.relative_to(CHECKOUT)) for one in sorted(
        (CHECKOUT / "docs").rglob("*.md")
    )))
    if page not in WRITTEN and not page.startswith("docs/reference/")
]  # fmt: skip
BLOCKS = [block for page in PAGES for block in blocks(page)]
FOLLOWED = sorted({block.page for block in BLOCKS if block.language == "console"})
# How many blocks of a page are not run: what they need cannot be had here.
NOT_RUN = {
    "docs/assertions.md": 2,  # tests/testing/test_costs.py
    "docs/ci.md": 3,  # workflows
    "docs/from/lean-interact.md": 1,  # LeanInteract
    "docs/from/shell-loop.md": 1,  # a lean on the path
    "docs/guides/library-author.md": 2,  # a Lake project, and a workflow
    "docs/judge.md": 4,  # Slurm, submitit, KubeRay; what the guide of researchers runs
    "docs/libraries.md": 3,  # tests/plugin/test_sweep_costs.py, the changes to all of the example
    "docs/model.md": 1,  # tests/plugin/test_mutate.py
    "docs/neighbours.md": 1,  # a snapshot of syrupy
    "docs/tutorial.md": 1,  # a workflow
}
# What the tests' environment has done already.
DONE = ("pip install", "python3 -m venv", "mkdir")


def test_blocks_that_are_not_run_are_counted_and_say_so():
    counts: dict[str, int] = {}
    for block in BLOCKS:
        if not block.is_run:
            counts[block.page] = counts.get(block.page, 0) + 1
    assert counts == NOT_RUN


def test_every_block_is_of_a_kind_that_is_run():
    kinds = ("console", "python", "ini")
    for block in BLOCKS:
        assert not block.is_run or block.title or block.language in kinds, block


@pytest.mark.slow
@pytest.mark.parametrize("page", FOLLOWED)
def test_a_page_can_be_followed(page, pytester, monkeypatch):
    """From an empty folder, from top to bottom, by its text alone."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)  # files change within a second
    monkeypatch.setenv("PYTEST_LEAN_TOOLCHAIN", "auto")
    for block in blocks(page):
        if block.title is not None:
            path = pytester.path / block.title
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
        elif block.language == "console" and block.is_run:
            for command, expected in commands(block):
                if not command.startswith(DONE):
                    output, code = run(command, pytester)
                    assert expected or code == 0, f"{command}\n{output}"
                    assert not expected or prints(expected, output), f"{command}\n{output}"


def run(command: str, pytester: pytest.Pytester) -> tuple[str, int]:
    """Run a command of a page; return what it prints, and its exit code."""
    words = shlex.split(command)
    if words[0] == "pytest":
        in_process = "-n" not in words
        run = pytester.runpytest_inprocess if in_process else pytester.runpytest_subprocess
        result = run(*words[1:])
        return result.stdout.str() or result.stderr.str(), int(result.ret)
    if words[0] == "pytest-lean":
        command = f"{shlex.quote(sys.executable)} -m pytest_lean {command.partition(' ')[2]}"
    done = subprocess.run(
        command,
        shell=True,
        cwd=pytester.path,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
        check=False,
    )
    return done.stdout, done.returncode


def loose(language: str) -> list[Block]:
    """Return the blocks without a title, of a language, that are run."""
    return [one for one in BLOCKS if one.language == language and one.is_run and not one.title]


def test_the_tests_on_the_pages_pass(pytester):
    tests = [block for block in loose("python") if block.has_tests]
    assert len(tests) >= 5
    for block in tests:
        name = re.sub(r"\W", "_", f"{block.page}_{block.number}")
        (pytester.path / f"test_{name}.py").write_text(block.text, encoding="utf-8")
    count = sum(len(re.findall(r"^def test_", block.text, re.M)) for block in tests)
    pytester.runpytest("--lean-toolchain=embedded").assert_outcomes(passed=count)


SCRIPTS = [block for block in loose("python") if not block.has_tests]


@pytest.mark.parametrize(
    "block",
    [
        pytest.param(
            block,
            id=f"{block.page}:{block.number}",
            marks=[pytest.mark.slow] * ("judge" in block.text),  # which starts processes
        )
        for block in SCRIPTS
    ],
)
def test_a_script_on_a_page_runs(block, warm, monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(tmp_path)
    exec(compile(block.text, f"{block.page}:{block.number}", "exec"), {"__name__": "__main__"})
    assert capsys.readouterr().out, "it prints what came of it"


CONFIGURATIONS = [one for one in BLOCKS if one.language == "ini"]


@pytest.mark.parametrize("block", CONFIGURATIONS, ids=lambda block: f"{block.page}:{block.number}")
def test_a_configuration_on_a_page_has_existing_settings(block):
    parser = configparser.ConfigParser(
        interpolation=None
    )  # like pytest's: no comments behind values
    parser.read_string(block.text)
    by_key = {one.ini: one for one in SETTINGS}
    keys = [key for key in parser["pytest"] if key.startswith("lean")]
    assert keys
    for key in keys:
        by_key[key].parse(parser["pytest"][key])


def test_every_option_that_a_page_names_exists():
    """On every page: in text, in workflows, in consoles."""
    known = {one.option for one in SETTINGS} | {"--lean-doctor"}
    for page in PAGES:
        text = (CHECKOUT / page).read_text(encoding="utf-8")
        for option in re.findall(r"(?<![\w-])--lean-[a-z-]*[a-z]", text):
            assert option in known, f"{page}: {option}"


def test_every_page_that_the_readme_names_exists():
    pages = re.findall(r"\]\((docs/[^)#]+)", README)
    assert len(pages) >= 5
    for page in pages:
        assert (CHECKOUT / page).is_file(), page


def test_the_page_of_the_plugin_lists_every_fixture_and_hook():
    assert len(FIXTURES) >= 7
    assert len(HOOKS) >= 5
    for name in FIXTURES:
        assert f"| `{name}` |" in PLUGIN
    for name in HOOKS:
        assert f"| `{name}(" in PLUGIN


def test_the_output_shown_on_a_page_is_compared_line_by_line():
    page = "a\n...\nlast 0.20 s\n"
    assert prints(page, "a\nb\nc\nlast 1.5 s\n")
    assert prints(page, "a\nlast 1.5 s\n")
    assert not prints(page, "a\nb\n")
    assert not prints(page, "b\nlast 1.5 s\n")
    assert not prints(page, "a\nlast 1.5 s\nmore\n")
    assert prints("=== 1 passed in 0.1s ===", "===== 1 passed in 72.34s (0:01:12) =====")
    assert not prints("=== 1 passed in 0.1s ===", "=== 2 passed in 0.1s ===")


TROUBLES = re.findall(
    r"^### `(.*)`$", (CHECKOUT / "docs" / "troubleshooting.md").read_text("utf-8"), re.MULTILINE
)


@pytest.fixture(scope="module")
def messages() -> list[str]:
    """Every text in our code that is shown to somebody, with ``...`` for what is filled in."""
    found = []
    for path in sorted((CHECKOUT / "pytest_lean").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docstrings = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
        for node in ast.walk(tree):
            if id(node) in docstrings:
                continue
            if isinstance(node, ast.JoinedStr):
                parts = [getattr(one, "value", None) for one in node.values]
                found.append("".join(one if isinstance(one, str) else "..." for one in parts))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.append(node.value)
    return found


@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_message_quoted_in_troubleshooting_is_in_our_code(messages, trouble):
    parts = [re.escape(part) for part in trouble.replace("``", "`").split("...")]
    pattern = re.compile(".*".join(parts), re.DOTALL)
    assert len(max(parts, key=len)) >= 15, "it can be told from others"
    assert any(pattern.search(one) for one in messages)
