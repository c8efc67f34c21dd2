"""The table of docs/toolchains.md has each statement that is run on the real elan, and no more."""

from __future__ import annotations

import ast
import re
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs" / "toolchains.md"
TESTS = Path(__file__).with_name("test_elan_statements.py")


def test_the_statements_of_the_docs_are_those_that_are_run():
    section = DOCS.read_text(encoding="utf-8").partition("### elan, statement by statement\n")[2]
    rows = re.findall(r"^\| (.*?) \| yes", section, re.MULTILINE)
    functions = (
        one
        for one in ast.parse(TESTS.read_text(encoding="utf-8")).body
        if isinstance(one, ast.FunctionDef)
    )
    run = [
        " ".join((ast.get_docstring(one) or "").split()).removesuffix(".")
        for one in functions
        if one.name.startswith("test_")
    ]
    assert sorted(rows) == sorted(run)
