"""Writes gallery.md: failing assertions and what they say, from real runs.

``python docs/gallery.py`` writes it; ``tests/packaging/test_gallery.py`` checks that it is current.
"""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest_lean
from pytest_lean import Lean, LeanConfig, LeanRejection, LeanServer, Toolchain

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
}


def page(toolchain: Toolchain | None = None) -> str:
    """Return the page, from a run of all cases on ``toolchain``; the embedded one if None."""
    config = LeanConfig(toolchain=toolchain or "embedded")
    parts = [INTRODUCTION]
    with LeanServer(config) as server:
        for title, code in CASES.items():
            body = textwrap.dedent(code).strip()
            parts.append(
                f"## {title}\n\n```python\n{body}\n```\n\n```text\n{_run(server, body)}\n```\n"
            )
    return "\n".join(parts)


def _run(server: LeanServer, body: str) -> str:
    names = {name: getattr(pytest_lean, name) for name in pytest_lean.__all__}
    try:
        exec(body, {**names, "lean": Lean(server)})
    except LeanRejection as failure:
        return _FOLDERS.sub("", str(failure)).rstrip()
    raise SystemExit(f"this is no failure:\n{body}")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
