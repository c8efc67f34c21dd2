"""The list of ``mutations.py`` fits the code: each check is there once, and has its test.

That the tests notice is seen by ``python tests/judge/mutations.py``, which takes some minutes.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from mutations import MUTATIONS, Mutation, mutated, source

HERE = Path(__file__).parent


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda one: one.check)
def test_each_check_is_in_the_code_and_has_a_test(mutation: Mutation) -> None:
    before = source(mutation).read_text(encoding="utf-8")
    assert before.count(mutation.code) == 1
    ast.parse(mutated(mutation))
    file, _, test = mutation.tests.partition("::")
    assert f"def {test}(" in (HERE / file).read_text(encoding="utf-8") or not test
