"""What a trace shows of the declarations that macros make, where Lean prints them node by node."""

from __future__ import annotations

import pytest

from pytest_lean.server import tracing

NO_MODIFIERS = "(Command.declModifiers [] [] [] [] [] [] [])"
SIMP = (
    '(Command.declModifiers\n [] [(Term.attributes "@[" [(Term.attrInstance (Term.attrKind [])\n'
    ' (Attr.simp "simp" [] [] []))] "]")]\n [] [] [] [] [])'
)
THEOREM = '(Command.theorem "theorem" (Command.declId `t []) (Command.declSig [] `x))'
RULE = (
    '(Command.definition "def" (Command.declId `rule []) (Command.declValSimple ":="\n'
    f' (Command.quot "`(" (Command.declaration {NO_MODIFIERS} {THEOREM}) ")")))'
)


@pytest.mark.parametrize(
    ("nodes", "made"),
    [
        pytest.param(f"{NO_MODIFIERS}\n {THEOREM}", 1, id="a theorem"),
        pytest.param(f"{SIMP}\n {THEOREM}", 1, id="a theorem with an attribute"),
        pytest.param(f"{NO_MODIFIERS}\n {RULE}", 0, id="a rule that has a theorem in it"),
        pytest.param(f"{SIMP}\n {RULE}", 0, id="the same with an attribute"),
        pytest.param(f'(Command.declModifiers [(Term.str "(")])\n {THEOREM}', 1, id="a bracket"),
        pytest.param("(Command.declModifiers [] [", 1, id="modifiers that come to no end"),
    ],
)
def test_theorems_are_counted(nodes, made):
    shown = tracing.read([f"[Elab.command] \u2705 (Command.declaration\n {nodes}"])
    assert shown.made == made
