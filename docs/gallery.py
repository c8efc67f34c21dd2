"""Writes gallery.md: failing assertions and what they say, from real runs.

``python docs/gallery.py`` writes it; ``tests/packaging/test_gallery.py`` checks that it is current.
"""

# ruff: noqa: E501 - a row of a table is a line

from __future__ import annotations

import re
import textwrap
import warnings
from pathlib import Path

import pytest_lean
from pytest_lean import Lean, LeanConfig, LeanRejection, LeanServer, Toolchain
from pytest_lean.plugin.settings import as_option
from pytest_lean.toolchain.wording import tell_with

PAGE = Path(__file__).parent / "gallery.md"
INTRODUCTION = """\
# A gallery of failures

What the assertions say when they fail. Each block is a test's body and, below it, the text of
its failure, as pytest shows it behind `E` (in its own colours). This page is written by
`python docs/gallery.py` from real runs; `tests/packaging/test_gallery.py` checks that it is
current.
"""

# Where Lean looked for a module: it differs from machine to machine.
_FOLDERS = re.compile(r"^/\S+\n", re.MULTILINE)

CASES = {
    "An error where none should be": """
        assert_ok(lean.run('''
        theorem two : 2 = 2 := rfl
        theorem bad (n : Nat) : n + 1 = 3 := by
          exact rfl
        '''))
    """,
    "A `sorry` (`sorry`)": """
        lean.check("theorem open' (p q : Prop) (h : p) : p ∨ q := by sorry")
    """,
    "A near miss: the error is there, on another line": """
        response = lean.run("def a := 1\\n#check nope")
        assert_error(response, "Unknown identifier", line=1)
    """,
    "A near miss: a regular expression that was meant as plain text": """
        response = lean.run("example : [1] = [2] := rfl")
        assert_error(response, "[1] = [2]")
    """,
    "Wide characters": """
        response = lean.run('def «名前» := "中文" ++ nope ++ "𝒳"')
        assert_no_messages(response, severity="error")
    """,
    "Messages as a block, in the vocabulary of `#guard_msgs`": """
        response = lean.run("#check nope\\n#eval 1 + 1\\n#eval 2 + 2")
        assert_messages(response, '''
            error: Unknown identifier `nope`
            ---
            info: 3
            ---
            info: 4
            ''')
    """,
    "A declaration that isn't there": """
        lean.define("theorem add_zero' (n : Nat) : n + 0 = n := rfl")
        lean.assert_declares("add_zero")
    """,
    "A declaration of another type": """
        lean.define("def double (n : Nat) : Nat := n + n")
        lean.assert_declares("double", kind="def", type="Nat → Int")
    """,
    "An axiom (`axiom`)": """
        lean.define("axiom oracle : ∀ p : Prop, p\\ntheorem fermat : 1 = 2 := oracle _")
    """,
    "An axiom that is not allowed, in an assertion": """
        lean.env = lean.run("axiom oracle : ∀ p : Prop, p\\ntheorem fermat : 1 = 2 := oracle _").env
        lean.assert_axioms("fermat")
    """,
    "An axiom below (`axiom`)": """
        lean.env = lean.run("axiom oracle : ∀ p : Prop, p").env
        lean.check("theorem fermat : 1 = 2 := oracle _")
    """,
    "A header that cannot be loaded (`imports`, `error`)": """
        lean.check("import Nope\\ntheorem t : 1 = 1 := rfl")
    """,
    "A text with a core library of its own (`prelude`)": """
        lean.check("prelude\\nimport Init\\ntheorem t : 1 = 1 := rfl")
    """,
    "A text that ends before its end (`unread`)": """
        lean.check("theorem one : 1 = 1 := rfl\\n#exit\\ntheorem two : 1 = 2 := rfl")
    """,
    "A theorem that another command takes (`swallowed`)": """
        lean.check('''
        syntax "later" command : command
        macro_rules | `(later $_) => `(open Nat)
        later theorem two : 1 = 2 := rfl
        ''')
    """,
    "An error that #guard_msgs takes away (`dropped`)": """
        lean.check('''
        #guard_msgs (drop error) in
        theorem two : 1 = 2 := rfl
        ''')
    """,
    "A `sorry` whose warning is kept back (`sorry`)": """
        lean.check('''
        set_option warn.sorry false
        theorem two : 1 = 2 := by sorry
        ''')
    """,
    "A `sorry` below (`sorry`)": """
        lean.env = lean.run("theorem two : 1 = 2 := sorry").env
        lean.check("theorem four : 2 = 1 := two.symm")
    """,
    "An unsafe definition for a proof (`unsafe`)": """
        lean.check("unsafe def cheat : 1 = 2 := cheat")
    """,
    "An option for Lean's developers (`option`)": """
        lean.check("set_option debug.proofAsSorry true in\\ndef two : Nat := 2")
    """,
    "A question with a known answer that comes out otherwise (`bent`)": """
        lean.check('''
        macro_rules | `(command| #print axioms $_:ident) => `(command| #check Nat.add)
        set_option warn.sorry false
        theorem two : 1 = 1 := rfl
        ''')
    """,
    "A declaration without a name, with a `sorry` around (`unknown`)": """
        lean.env = lean.run('''
        theorem two : 1 = 2 := sorry
        macro "claim" : command => `(example : 1 = 2 := two)
        ''').env
        lean.check("claim")
    """,
    "A type, with no coercion to help": """
        lean.assert_type("1 + 1", "Int")
    """,
    "Not equal by definition": """
        lean.define("def double (n : Nat) : Nat := n + n")
        lean.assert_defeq("double 3", "7")
    """,
    "Not yet a normal form": """
        lean.define("def double (n : Nat) : Nat := n + n")
        lean.assert_reducible_to("double 3", "3 + 3")
    """,
    "A proof that does not prove it": """
        lean.assert_proves("∀ p q : Prop, p ∧ q → q ∧ p", '''by
          intro p q h
          exact h''')
    """,
    "A proof of something that only looks like the statement": """
        lean.define('''
        notation:50 (priority := 10000) a:51 " = " b:51 => (fun _ _ => True) a b
        theorem cheat : 1 = 2 := trivial
        ''')
        lean.assert_proves("1 = 2", "cheat")
    """,
    "A kernel that was told not to check (`kernel`)": """
        lean.check('''
        set_option debug.skipKernelTC true in
        theorem cheat : 1 = 2 := by decide +kernel
        ''')
    """,
    "Another value": """
        lean.assert_eval("[1, 2, 3].map (· * 2)", [2, 4, 8])
    """,
    "Another goal": """
        lean.assert_goal('''
        theorem t (n : Nat) : n + 0 = n := by
          induction n with
          | zero => rfl
          | succ n ih => sorry
        ''', "n = n + 1")
    """,
    "An environment that changed": """
        lean.define("def a := 1")
        before = lean.snapshot()
        lean.define("def b := 2\\ntheorem t : a = 1 := rfl")
        assert_unchanged(before, lean.snapshot())
    """,
    "Python code that does not agree with its model": """
        lean.define('''
        def put (x : Nat) : List Nat → List Nat
          | [] => [x]
          | y :: ys => if x ≤ y then x :: y :: ys else y :: put x ys
        def sort : List Nat → List Nat
          | [] => []
          | x :: xs => put x (sort xs)
        ''')
        lean.agrees(lambda xs: sorted(set(xs)), "sort", lean.strategy("List Nat"))
    """,
}

# What a user saw before, and the call that shows what is seen now.
WORDS = {
    "No text at all": (
        "lean.check(None)",
        "TypeError: argument of type 'NoneType' is not iterable, below four frames of ours",
    ),
    "Bytes": (
        'lean.check(b"example : 1 = 1 := rfl")',
        "TypeError: a bytes-like object is required, not 'str'",
    ),
    "A list": (
        'lean.check(["example : 1 = 1 := rfl"])',
        "TypeError: Command.cmd is Lean source, not list",
    ),
    "Half an expression": (
        'lean.eval("1 +")',
        "two errors, unexpected token ')', in a text of ours with ten lines of set_option",
    ),
    "A library that the embedded Lean does not have": (
        'lean.check("import Mathlib")',
        "unknown module prefix 'Mathlib', and nothing about what to do",
    ),
    "A tactic of Mathlib": (
        'lean.check("example (a b : Nat) : a + b = b + a := by ring")',
        "as now",
    ),
    "A type that is not there": (
        'lean.check("theorem t (x : Real) : x = x := rfl")',
        "nothing: the test passed, on a theorem about any type",
    ),
}
# The same for a whole run; tests/plugin/test_words.py compares each.
RUNS = """\
| what | before | now |
|---|---|---|
| a rejected proof in the short summary | `FAILED test_x.py::test_a - pytest_lean.LeanRejection: Lean reports an error` | `FAILED test_x.py::test_a - 3:4 Tactic rfl failed: The left-hand side 1 + 1 ...` |
| two errors there | `... - pytest_lean.LeanRejection: Lean reports 2 errors` | `... - 2 errors, 1:7 Unknown identifier nope` |
| a `Path` for a text | `TypeError: argument of type 'PosixPath' is not iterable` | the file is elaborated, by every method |
| wrong markers | the first one alone, of any test that was collected | all of them, each once, with the number of its tests; only those of selected tests |
| `@pytest.mark.lean(impotrs=...)` | `it takes imports, preamble, ...` | `...; did you mean imports?` |
| `PYTEST_LEAN_TIMOUT=3` | nothing | `... is no setting of pytest-lean; did you mean PYTEST_LEAN_TIMEOUT?`, a warning |
| `--lean-toolchain=embeded` | `embeded needs elan (it was asked for), and elan is not installed` | `...; did you mean embedded?` |
| `--lean-toolchain=embedded --lean-version=v4.20.0` | an error of each test | `ERROR: --lean-version: 'v4.20.0' contradicts --lean-toolchain: 'embedded', which is Lean 4.35.0; leave out one of them` |
| `--help` | `--lean-build=BUILD` | `--lean-build={auto,always,never}` |
| 40 tests without a Lean | 40 lines | `LEAN ERROR test_x.py::test_a[0] - ToolchainNotFoundError: ...`, and ` and 39 more tests for the same reason`; all of them with `-v` |
| the server's log below a failure | the last 50 lines of all tests | those of the test |
| counts | `1 commands`, `2 lean error` | `1 command`, `2 lean errors` |
| no verdict in CTRF | `failed` | `other`, with `no verdict, LeanTimeoutError: ...` |
| no verdict in pytest-html | `Failed` | `Lean error`, and their number above the table |
| no verdict in an annotation of GitHub | `pytest_lean.LeanTimeoutError: ...` | `no verdict, LeanTimeoutError: ...` |
"""


def page(toolchain: Toolchain | None = None) -> str:
    """Return the page, from a run of all cases on ``toolchain``; the embedded one if None."""
    tell_with(as_option)  # as pytest's users are told
    config = LeanConfig(toolchain=toolchain or "embedded")
    parts = [INTRODUCTION]
    with LeanServer(config) as server:
        for title, code in CASES.items():
            body = textwrap.dedent(code).strip()
            parts.append(
                f"## {title}\n\n```python\n{body}\n```\n\n```text\n{_run(server, body)}\n```\n"
            )
        parts.append("# The words on the screen, before and now\n")
        for title, (body, before) in WORDS.items():
            parts.append(
                f"## {title}\n\n```python\n{body}\n```\n\nBefore: {before}. Now:\n\n"
                f"```text\n{_run(server, body)}\n```\n"
            )
    parts += ["## In a run\n", RUNS]
    return "\n".join(parts)


def _run(server: LeanServer, body: str) -> str:
    names = {name: getattr(pytest_lean, name) for name in pytest_lean.__all__}
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        try:
            exec(body, {**names, "lean": Lean(server)})
        except LeanRejection as failure:
            return _FOLDERS.sub("", str(failure)).rstrip()
        except TypeError as error:
            return f"TypeError: {error}"
    if warned:
        return f"LeanWarning: {warned[0].message}"
    raise SystemExit(f"this is no failure:\n{body}")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
