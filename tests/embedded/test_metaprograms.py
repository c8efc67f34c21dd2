"""Elaborators written in Lean on the embedded library: what is bound, and what they cannot fool.

A binding is called as its type says. So one that the binary lacks, or whose type is not the
binary's, ends the process: each has to be there, and to be called in a chapter (``lean/*.lean``).
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from pytest_lean import Lean, LeanRejection
from pytest_lean.toolchain.embedded import core_sources, find_library

PROGRAMS = {name: path for name, path in core_sources().items() if name.startswith("Lean.")}
CHAPTERS = [
    Path(__file__).parents[1] / "lean" / f"{name}.lean" for name in ("Metaprograms", "Terms")
]
HEAD = "import Lean\nopen Lean Meta Elab Tactic\n"

_SCOPE = re.compile(r"(?:namespace|end) (\S+)")
_BINDING = re.compile(
    r'@\[extern "native"[^]]*\](?: protected)?\s+opaque (?P<name>«[^»]+»|[^\s:]+)'
)
_MISSING = """
import ctypes, sys
library = ctypes.CDLL(sys.argv[1])
for symbol in sys.stdin.read().split():
    if not (hasattr(library, symbol) or hasattr(library, f"{symbol}___boxed")):
        print(symbol)
"""
CHEATS = {
    "it admits the goal": (
        'elab "cheat" : tactic => do (← getMainGoal).admit\ntheorem t : 1 = 2 := by cheat'
    ),
    "its proof is a sorry": (
        'elab "cheat" : tactic => do (← getMainGoal).assign (← mkSorry (← getMainTarget) true)\n'
        "theorem t : 1 = 2 := by cheat"
    ),
    "its proof is a sorry made by hand": (
        'elab "cheat" : tactic => do\n'
        "  let sorryAt := mkConst ``sorryAx [.zero]\n"
        "  (← getMainGoal).assign (mkApp2 sorryAt (← getMainTarget) (mkConst ``Bool.true))\n"
        "theorem t : 1 = 2 := by cheat"
    ),
    "its proof is one of something else": (
        'elab "cheat" : tactic => do (← getMainGoal).assign (mkConst ``True.intro)\n'
        "theorem t : 1 = 2 := by cheat"
    ),
    "it forgets the goal": (
        'elab "cheat" : tactic => do setGoals []\ntheorem t : 1 = 2 := by cheat'
    ),
    "it elaborates a term to a sorry": (
        'elab "cheat" : term <= type => do mkSorry type true\ntheorem t : 1 = 2 := cheat'
    ),
    "it declares an axiom": (
        "run_cmd Command.elabCommand (← `(axiom $(mkIdent `bad) : 1 = 2))\ntheorem t : 1 = 2 := bad"
    ),
    "it swallows the error": (
        'elab "#quiet " c:command : command => do\n'
        "  try Command.elabCommand c catch _ => pure ()\n"
        "#quiet theorem t : 1 = 2 := by rfl"
    ),
    "it takes the place of the theorem": (
        'elab_rules : command | `(command| theorem $_ $_ $_) => logInfo "fine"\n'
        "theorem t : 1 = 2 := by rfl"
    ),
    "it hides what it says": (
        'elab "cheat" : tactic => do\n'
        "  (← getMainGoal).admit\n"
        "  logInfo \"'t' does not depend on any axioms\"\n"
        "theorem t : 1 = 2 := by cheat"
    ),
}

# Each answers that a theorem rests on no axiom, whatever Lean's own command would say.
LIES = {
    "about every name": (
        "elab_rules : command | `(command| #print axioms $x:ident) => do\n"
        "  logInfo s!\"'{x.getId}' does not depend on any axioms\""
    ),
    "about one name": (
        "elab_rules : command | `(command| #print axioms $x:ident) => do\n"
        "  if x.getId matches `t | `_root_.t then\n"
        "    logInfo s!\"'t' does not depend on any axioms\"\n"
        "  else throwUnsupportedSyntax"
    ),
    "by an attribute": (
        "@[command_elab Lean.Parser.Command.printAxioms]\n"
        "def lie : Command.CommandElab := fun stx => do\n"
        "  unless stx[2].getId matches `t | `_root_.t do throwUnsupportedSyntax\n"
        "  logInfo s!\"'{stx[2].getId}' does not depend on any axioms\""
    ),
    "for a kind by its name": (
        "elab_rules (kind := Lean.Parser.Command.printAxioms) : command\n"
        "  | `(command| #print axioms $x:ident) =>\n"
        "    logInfo s!\"'{x.getId}' does not depend on any axioms\""
    ),
}
TRUSTS_THE_COMPILER = (
    "@[implemented_by Nat.succ] def same (n : Nat) : Nat := n\n"
    "theorem t : 1 = 2 := absurd (show same 1 = 2 by native_decide) (by decide)\n"
)
OWN_COMMANDS = {
    "elab": 'elab "#told " x:ident : command => logInfo m!"{x.getId}"\n#told t',
    "an attribute": (
        'syntax (name := told) "#told" : command\n'
        '@[command_elab told] def elabTold : Command.CommandElab := fun _ => logInfo "told"\n'
        "#told"
    ),
    "rules": (
        'syntax "#told " ident : command\n'
        'elab_rules : command | `(command| #told $x:ident) => logInfo m!"{x.getId}"\n#told t'
    ),
    "rules of a tactic": (
        'syntax "told" : tactic\nelab_rules : tactic | `(tactic| told) => logInfo "told"\n'
        "example : True := by told; trivial"
    ),
}


def bindings() -> list[str]:
    """Return the full names of what is bound to functions of the binary."""
    found = []
    for path in PROGRAMS.values():
        scopes: list[str] = []
        for line in path.read_text(encoding="utf-8").splitlines():
            if scope := _SCOPE.match(line):
                if line.startswith("namespace"):
                    scopes.append(scope[1])
                else:
                    assert scopes.pop() == scope[1]
            elif binding := _BINDING.match(line):
                name = binding["name"]
                inner = ".".join([*scopes, name])
                found.append(name.removeprefix("_root_.") if name.startswith("_root_.") else inner)
    return found


def symbol(name: str) -> str:
    """Return the name that Lean's compiler gives to a function of ``name``."""

    def mangled(character: str) -> str:
        if character == "_":
            return "__"
        if character.isascii() and character.isalnum():
            return character
        return f"_x{ord(character):02x}" if ord(character) < 256 else f"_u{ord(character):04x}"

    parts = re.findall(r"«[^»]*»|[^.]+", name)
    return "l_" + "_".join("".join(map(mangled, part.strip("«»"))) for part in parts)


def test_all_that_is_bound_is_in_the_binary() -> None:
    symbols = [symbol(name) for name in bindings()]
    assert len(symbols) > 250
    done = subprocess.run(
        [sys.executable, "-c", _MISSING, str(find_library().path)],
        input="\n".join(symbols),
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    assert done.stdout == ""


def test_all_that_is_bound_is_called_in_a_chapter_or_by_the_library() -> None:
    texts = [path.read_text(encoding="utf-8") for path in CHAPTERS]
    # A notation, such as `m!`, and an instance are called by other names.
    texts += [
        _BINDING.sub("", path.read_text(encoding="utf-8"))
        for name, path in PROGRAMS.items()
        if not name.endswith("Notation")
    ]
    words = set(re.findall(r"[\w!?']+", "\n".join(texts)))
    called = {name for name in bindings() if name.split(".")[-1] in words}
    notation = {name for name in bindings() if re.search(r"\.«?(?:term|_aux|inst[A-Z])", name)}
    assert set(bindings()) - called - notation == set()


@pytest.mark.parametrize("cheat", CHEATS)
def test_a_metaprogram_proves_nothing_false(lean: Lean, cheat: str) -> None:
    with pytest.raises(LeanRejection):
        lean.check(HEAD + CHEATS[cheat])


@pytest.mark.parametrize("lie", LIES)
def test_a_metaprogram_does_not_answer_in_lean_s_stead(lean: Lean, lie: str) -> None:
    with pytest.raises(LeanRejection, match=r"commands of Lean's own|Lean's own commands mean"):
        lean.check(f"{HEAD}{LIES[lie]}\n{TRUSTS_THE_COMPILER}")


def test_nor_for_a_later_text_or_an_assertion(lean: Lean) -> None:
    lean.run(f"{HEAD}{LIES['about one name']}")
    lean.run(TRUSTS_THE_COMPILER)
    with pytest.raises(LeanRejection):
        lean.assert_axioms("t", allowed=())
    with pytest.raises(LeanRejection):
        lean.assert_proves("1 = 2", by="t")
    with pytest.raises(LeanRejection):
        lean.check("theorem later : 1 = 2 := t")


@pytest.mark.parametrize("own", OWN_COMMANDS)
def test_commands_of_its_own_are_no_reason_to_refuse_a_text(lean: Lean, own: str) -> None:
    lean.check(f"{HEAD}theorem t : True := trivial\n{OWN_COMMANDS[own]}")


def test_a_metaprogram_proves_what_is_true(lean: Lean) -> None:
    lean.define(
        f'{HEAD}elab "trivially" : tactic => do (← getMainGoal).assign (mkConst ``True.intro)\n'
        "theorem t : True := by trivially"
    )
    lean.assert_axioms("t", allowed=())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('throwError "nothing fits {← getMainTarget}"', "nothing fits 1 = 1"),
        ('throwTacticEx `mine (← getMainGoal) m!"no {1 + 1}"', r"`mine` failed: no 2\s+⊢ 1 = 1"),
        ('Lean.throwErrorAt .missing m!"here"', "here"),
        ("evalTactic (← `(tactic| fail))", "fail"),
        ("closeMainGoal `mine (mkConst ``True.intro)", "type mismatch|Type mismatch"),
        ("throwUnsupportedSyntax", "Unexpected syntax"),
        ('logErrorAt .missing m!"told"', "told"),
    ],
)
def test_an_error_of_a_tactic_is_told(lean: Lean, text: str, message: str) -> None:
    with pytest.raises(LeanRejection, match=message):
        lean.check(
            f'{HEAD}elab "mine" : tactic => withMainContext do {text}\nexample : 1 = 1 := by mine'
        )


@pytest.mark.parametrize("name", ["addDecl", "setEnv", "MonadEnv.modifyEnv", "Meta.Simp.Context"])
def test_what_is_not_bound_is_an_error(lean: Lean, name: str) -> None:
    with pytest.raises(LeanRejection, match="Unknown"):
        lean.check(f"{HEAD}#check @{name}")


@pytest.mark.parametrize("module", ["Lean.Elab.Tactic", "Lean.Meta.Basic", "Lean.Elab.Command"])
def test_a_module_of_lean_s_own_library_stands_for_all(lean: Lean, module: str) -> None:
    lean.check(f"import {module}\n#check @Lean.Elab.Tactic.getMainGoal\n#check @Lean.Meta.whnf")
