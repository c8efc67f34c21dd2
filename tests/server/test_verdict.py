"""The room of the verdict: each reason for which a text is not proved, its neighbours, and what
happens to the tests if one of the reasons is switched off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from pytest_lean import Command, LeanConfig, LeanServer, Pos
from pytest_lean.language.written import declarations, guards, is_left_behind
from pytest_lean.messages import Reason
from pytest_lean.server import findings, hints, inquiry, tracing, trust, verdict
from pytest_lean.server.compiled import axioms_of
from pytest_lean.server.document import Document
from pytest_lean.server.environment import Source
from pytest_lean.server.findings import Before, Findings
from pytest_lean.server.trust import SORRY, UNKNOWN, Claim, Trust

NO = "axiom no : ∀ p : Prop, p"
SUITE = (
    'syntax "suite" str command : command\nmacro_rules | `(suite $_:str $_:command) => `(open Nat)'
)
HUSH = 'macro "hush" : command => `(set_option $(Lean.mkIdent (.str `debug "skipKernelTC")) true)'

MK = 'macro "mk" n:num : term => do return Lean.quote (n.getNat + 1)\n'
WRONG = "class Wrong : Prop where\n  wrong : 1 = 2\n"
# A macro that makes a command, with the name of an axiom that it computes.
MAKES = 'macro "make" : command => do\n  let n := Lean.mkIdent `no\n  `({})\n'
# A macro around what it is given, which makes the names that it needs out of pieces.
OPTION = 'Lean.mkIdent (.str (.str .anonymous ("de" ++ "bug")) ("skipKernel" ++ "TC"))'
SCOPED = f"Lean.mkIdent (Lean.addMacroScope `here ({OPTION}).getId 3)"
CHEAT = "theorem t : 1 = 2 := by hush decide +kernel"
NODE = """\
macro "hush" t:tactic : tactic => do
  let seq := .node .none `Lean.Parser.Tactic.tacticSeq1Indented #[.node .none `null #[t.raw]]
  let seq := .node .none `Lean.Parser.Tactic.tacticSeq #[seq]
  let atom (word : String) : Lean.Syntax := .atom .none word
  return ⟨.node .none `Lean.Parser.Tactic.set_option
    #[atom "a b", OPTION, .node .none `null #[], atom "true", atom "in", seq]⟩
""".replace("OPTION", OPTION)
GUARD = """\
macro "hush" c:command : command => do
  let node (kind : Lean.Name) (all : Array Lean.Syntax) : Lean.Syntax := .node .none kind all
  let atom (word : String) : Lean.Syntax := .atom .none word
  let drop := node `null #[node `Lean.guardMsgsFilterAction #[node `token.drop #[atom "drop"]]]
  let all := node `Lean.guardMsgsFilterSeverity #[node `token.all #[atom "all"]]
  let one := node `Lean.guardMsgsSpecElt #[node `Lean.guardMsgsFilter #[drop, all]]
  let spec := node `Lean.guardMsgsSpec #[atom "(", node `null #[one], atom ")"]
  let kind : Lean.Name := .str (.str .anonymous "Lean") ("guard" ++ "MsgsCmd")
  return ⟨node kind #[node `null #[], atom "x", node `null #[spec], atom "in", c.raw]⟩
"""


def hushing(body, category="tactic"):
    """Return a macro of terms or tactics that computes an option's name."""
    return f'macro "hush" t:{category} : {category} => do {body}\n'.replace("OPTION", OPTION)


@pytest.fixture(scope="module")
def shared(toolchain) -> Iterator[LeanServer]:
    with LeanServer(LeanConfig(toolchain=toolchain, timeout=600)) as server:
        yield server


def last(server, texts):
    """Run each text on the one before; return the response to the last."""
    env = None
    for text in texts:
        response = server.run(Command(text, env))
        env = response.env
    return response


REFUSED = {
    "error": ("error", ["theorem t : 1 = 2 := rfl"]),
    "imports": ("imports", ["-- first\nimport Nope\nexample : 1 = 1 := rfl"]),
    "prelude": ("prelude", ["prelude\nimport Init\ntheorem t : 1 = 1 := rfl"]),
    "prelude behind a comment": ("prelude", ["/- c -/\nprelude\nimport Init\ndef a := 1"]),
    "unread": ("unread", ["theorem t : 1 = 1 := rfl\n#exit\ntheorem u : 1 = 2 := rfl"]),
    "unread example": ("unread", ["#exit\nexample : 1 = 2 := rfl"]),
    "an end by a computed name": (
        "unread",
        [
            'macro "mk" : command => do\n'
            '  let n := Lean.mkIdent (.mkSimple ("eo" ++ "i"))\n'
            '  `(syntax (name := $n) "finish" : command)\n'
            "namespace Lean.Parser.Command\nmk\nend Lean.Parser.Command",
            "finish\ntheorem t : 1 = 2 := rfl",
        ],
    ),
    "swallowed": ("swallowed", [f'{SUITE}\nsuite "a" theorem t : 1 = 2 := rfl']),
    "swallowed example": ("swallowed", [f'{SUITE}\nsuite "a" example : 1 = 2 := rfl']),
    "swallowed by what was declared before": (
        "swallowed",
        [SUITE, 'suite "a" theorem t : 1 = 2 := rfl'],
    ),
    "dropped": ("dropped", ["#guard_msgs (drop error) in\ntheorem t : 1 = 2 := rfl"]),
    "dropped with all": ("dropped", ["#guard_msgs (drop all) in\nexample : 1 = 2 := rfl"]),
    "dropped as an empty substring": (
        "dropped",
        ["#guard_msgs (substring := true) in\ntheorem t.{u} : 1 = 2 := rfl.{5}"],
    ),
    "dropped though expected": (
        "dropped",
        ["/-- error: Type -/\n#guard_msgs (substring := true) in\ntheorem t : 1 = 2 := rfl"],
    ),
    "dropped from an instance": (
        "dropped",
        ["#guard_msgs (drop error) in\ninstance : Inhabited (1 = 2) := ⟨rfl⟩"],
    ),
    "sorry": ("sorry", ["theorem t : 1 = 2 := sorry"]),
    "sorry kept back": ("sorry", ["set_option warn.sorry false in\nexample : 1 = 2 := by sorry"]),
    "sorry below an error": ("sorry", ["theorem t : 1 = 2 := rfl", "theorem u : 1 = 2 := t"]),
    "sorry without its arguments": ("sorry", ["theorem t : 1 = 2 := id @sorryAx _ true"]),
    "sorry printed as the text wants it": (
        "sorry",
        ['macro "fine" : tactic => `(tactic| sorry)\nset_option pp.all true',
         "theorem t : 1 = 2 := by fine"],
    ),
    "compiler in an example that a macro makes": (
        "unknown",
        ['macro "claim" : command => `(example : 1 = 1 := by decide +native)\nclaim'],
    ),
    "kernel behind an end of a section of before": (
        "kernel",
        [f"namespace A\n{HUSH}", "end A\nhush\ntheorem t : 1 = 2 := by decide +kernel"],
    ),
    "axiom by a tactic of before": (
        "axiom",
        ['macro "fine" : tactic => `(tactic| decide +native)', "theorem t : 1 = 1 := by fine"],
    ),
    "axiom by a default proof of before": (
        "axiom",
        ["theorem d (p : Prop) [Decidable p] (h : p := by decide +native) : p := h",
         "theorem t : 1 = 1 := d _"],
    ),
    "axiom that a command of before declares": (
        "axiom",
        ['macro "claim" : command => `(axiom no : 1 = 2)', "claim"],
    ),
    "axiom": ("axiom", [NO]),
    "axiom of a theorem": ("axiom", [NO, "theorem t : 1 = 2 := no _"]),
    "axiom of an example": ("axiom", [NO, "example : 1 = 2 := no _"]),
    "axiom of an instance that a macro makes": (
        "axiom",
        [NO, f"{WRONG}{MAKES.format('instance : Wrong := ⟨$n _⟩')}structure P where\n  x : Nat\n"
         "deriving Repr\nmake"],
    ),
    "axiom of an example that a macro makes": (
        "unknown",
        [NO, MAKES.format("example : 1 = 2 := $n _") + "inductive C | r\nderiving Repr\nmake"],
    ),
    "axiom of a theorem that a macro makes under a name of its own": (
        "unknown",
        [NO, MAKES.format("theorem t : 1 = 2 := $n _") + "inductive C | r\nderiving Repr\nmake"],
    ),
    "an example that a rule turns into a question": (
        "sorry",
        ["macro_rules | `(command| example : $t := $_) => `(#check $t)\nexample : 1 = 2 := rfl"],
    ),
    "an example that a command of its own stands for": (
        "sorry",
        [
            'macro "example" ":" t:term ":=" term : command => `(#check $t)\n'
            "example : 1 = 2 := rfl"
        ],
    ),
    "axiom of an instance": ("axiom", [NO, "instance : Inhabited (1 = 2) := ⟨no _⟩"]),
    "axiom two handles below": ("axiom", [NO, "def a := 1", "theorem t : 1 = 2 := no _"]),
    "axiom of a familiar name": (
        "axiom",
        ["namespace A\naxiom propext : 1 = 2", "theorem t : 1 = 2 := propext"],
    ),
    "axiom by a macro": ("axiom", ['macro "ax" : command => `(axiom no : 1 = 2)\nax']),
    "private axiom": ("axiom", ["private axiom no : 1 = 2\ntheorem t : 1 = 2 := no"]),
    "an axiom that is exported": (
        "axiom",
        ["namespace Z\naxiom no : 1 = 2\nend Z\nexport Z (no)", "theorem t : 1 = 2 := no"],
    ),
    "a private axiom two handles below": (
        "axiom",
        ["namespace Q\nprivate axiom no : 1 = 2\ntheorem a : 1 = 2 := no\nend Q",
         "theorem b : 1 = 2 := Q.a", "theorem c : 1 = 2 := b"],
    ),
    "an axiom behind what looks like a comment": (
        "axiom",
        ["def P := {x : Int //-1 < x}\naxiom no : 1 = 2\ntheorem t : 1 = 2 := no"],
    ),
    "an axiom between what looks like strings": (
        "axiom",
        ["def c := ['\n', '\"']\naxiom no : 1 = 2\ndef d := '\"'\ntheorem t : 1 = 2 := no"],
    ),
    "an axiom between names with quotes": (
        "unknown",
        ['def «\n"» := 1\naxiom no : 1 = 2\ndef «\n2"» := 1\ntheorem t : 1 = 2 := no'],
    ),
    "an axiom behind a notation that looks like a comment": (
        "axiom",
        ['notation:65 a " +/" b => a + b',
         "def x := 1 +/-1\naxiom no : 1 = 2\ntheorem t : 1 = 2 := no"],
    ),
    "an axiom between notations that look like strings": (
        "axiom",
        ['notation "one\\"" => 1',
         'def x := one"\naxiom no : 1 = 2\ndef y := one"\ntheorem t : 1 = 2 := no'],
    ),
    "an axiom right behind a number": (
        "axiom",
        ["def one := 1axiom no : 1 = 2\ntheorem t : 1 = 2 := no"],
    ),
    "an axiom right behind a raised digit": (
        "axiom",
        ["instance : Inv Nat := ⟨id⟩\ndef one (x : Nat) := x⁻¹axiom no : 1 = 2",
         "theorem t : 1 = 2 := no"],
    ),
    "a theorem that is unsafe, right behind a number": (
        "unsafe",
        ["def one := 1unsafe def t : 1 = 2 := t"],
    ),
    "an axiom of a macro right behind a number": (
        "axiom",
        ['def one := 1macro "ax" : command => `(axiom no : 1 = 2)\nax'],
    ),
    "no proof inside of a string": (
        "axiom",
        ['def x := s! "{let rec no : 1 = 2 := lcProof; 1}"', "theorem t : 1 = 2 := x.no"],
    ),
    "an axiom of the name of sorry": (
        "axiom",
        ["namespace N\naxiom sorryAx : 1 = 2\ntheorem t : 1 = 2 := sorryAx"],
    ),
    "an axiom by a macro that is given the name": (
        "axiom",
        ['macro "decl" n:ident : command => `(axiom $n : 1 = 2)\ndecl no\n'
         "theorem t : 1 = 2 := no"],
    ),
    "a sorry of a class's default": (
        "sorry",
        ["set_option warn.sorry false\nclass K where\n  p : 1 = 2 := sorry\n"
         "instance : K := {}\ntheorem t : 1 = 2 := K.p"],
    ),
    "a sorry of a coercion": (
        "sorry",
        ["set_option warn.sorry false\n"
         "instance : Coe Unit (PLift (1 = 2)) := ⟨fun _ => sorry⟩",
         "theorem t : 1 = 2 := ((() : Unit) : PLift (1 = 2)).down"],
    ),
    "a sorry of a measure": (
        "sorry",
        ["def f (n : Nat) : 1 = 2 := f (n + 1)\ndecreasing_by sorry"],
    ),
    "dropped from a mutual block": (
        "dropped",
        ["#guard_msgs (drop all) in\nmutual\ntheorem t : 1 = 2 := rfl\n"
         "theorem u : 1 = 1 := rfl\nend"],
    ),
    "dropped twice": (
        "dropped",
        ["#guard_msgs (drop error) in\n#guard_msgs (pass info,\n  drop error) in\n"
         "set_option pp.all true in open Nat in theorem t : 1 = 2 := rfl"],
    ),
    "unsafe": ("unsafe", ["unsafe def t : 1 = 2 := t"]),
    "unsafe function": ("unsafe", ["unsafe def t (n : Nat) : n = n + 1 := t n"]),
    "kernel": (
        "kernel",
        ["set_option debug.skipKernelTC true in\ntheorem t : 1 = 2 := by decide +kernel"],
    ),
    "kernel in a tactic": (
        "kernel",
        ["theorem t : 1 = 2 := by set_option debug.skipKernelTC true in decide +kernel"],
    ),
    "kernel in a term": (
        "kernel",
        ["theorem t : 1 = 2 := set_option debug.skipKernelTC true in (by decide +kernel)"],
    ),
    "kernel in quotes": ("kernel", ["set_option debug.«skipKernelTC» true\ndef a := 1"]),
    "kernel spelled by a macro": ("kernel", [f"{HUSH}\nhush\ndef a := 1"]),
    "kernel by a macro of before": ("kernel", [HUSH, "hush\ntheorem t : 1 = 1 := rfl"]),
    "kernel in a tactic by a macro": (
        "kernel",
        [hushing("`(tactic| set_option $(OPTION) true in $t:tactic)") + CHEAT],
    ),
    "kernel in a choice by a macro": (
        "kernel",
        [hushing("`(tactic| first | set_option $(OPTION) true in $t:tactic | rfl)") + CHEAT],
    ),
    "kernel under a scoped name": (
        "kernel",
        [hushing(f"`(tactic| set_option $({SCOPED}) true in $t:tactic)") + CHEAT],
    ),
    "kernel under another keyword": ("kernel", [NODE + CHEAT]),
    "kernel on the macro's own line": (
        "kernel",
        [
            hushing("`(set_option $(OPTION) true in $t)", "term").rstrip("\n")
            + " theorem t : 1 = 2 := hush (by decide +kernel)"
        ],
    ),
    "kernel by a rule for parentheses": (
        "kernel",
        [
            "@[macro Lean.Parser.Term.paren] def hush : Lean.Macro := fun _ => do\n"
            f"  `(set_option $({OPTION}) true in by decide +kernel)\n"
            "theorem t : 1 = 2 := (rfl)"
        ],
    ),
    "kernel by a binder": (
        "kernel",
        [
            f'binder_predicate x " ⊏ " y:term => do `(set_option $({OPTION}) true in $x < $y)\n'
            "theorem t (h : ∃ x ⊏ 3, x = 1) : ∃ x ⊏ 3, x = 1 := h"
        ],
    ),
    "kernel, printed to no depth": (
        "kernel",
        [
            hushing("`(tactic| set_option pp.raw true in set_option pp.raw.maxDepth 0 in "
                    "set_option $(OPTION) true in $t:tactic)") + CHEAT
        ],
    ),
    "kernel, below": ("kernel", ["set_option debug.skipKernelTC true", "def a := 1"]),
    "option": ("option", ["set_option debug.proofAsSorry true\ndef a := 1"]),
    "internal option": ("option", ["set_option internal.cmdlineSnapshots false in\ndef a := 1\n"
                                   "set_option internal.cmdlineSnapshots true in\ndef b := 1"]),
    "bent": (
        "bent",
        [
            "macro_rules | `(command| #print axioms $_:ident) => `(command| #check Nat.add)\n"
            "set_option warn.sorry false\ntheorem t : 1 = 1 := rfl"
        ],
    ),
    "unknown in a mutual block": (
        "unknown",
        [NO, 'macro "claim" : command => `(mutual example : 1 = 2 := no _ end)\nclaim'],
    ),
    "unknown below its documentation": (
        "unknown",
        [NO, 'macro "claim" : command => `(/-- it -/ example : 1 = 2 := no _)\nclaim'],
    ),
    "unknown behind a guard of a macro's": ("unknown", [f"{GUARD}hush example : 1 = 1 := rfl"]),
    "unknown": (
        "unknown",
        [f'{NO}\nmacro "claim" : command => `(example : 1 = 2 := no _)', "claim"],
    ),
}  # fmt: skip
# A text that looks like one of those, and is proved.
PROVED = {
    "a comment on prelude": ["-- prelude\ntheorem t : 1 = 1 := rfl"],
    "a string with #exit": ['def s := "#exit"\ntheorem t : 1 = 1 := rfl'],
    "a final #exit": ["theorem t : 1 = 1 := rfl\n#exit\n-- theorem u : 1 = 2 := rfl"],
    "behind a final #exit": ["theorem t : 1 = 1 := rfl\n#exit", "theorem u : 1 = 1 := t"],
    "a command around a theorem": [
        'macro "twice" c:command : command => `($c:command)\ntwice theorem t : 1 = 1 := rfl'
    ],
    "an example that is expected to fail": [
        "/-- error: failed to synthesize -/\n#guard_msgs (substring := true) in\n"
        "example (p : Nat × Bool) := p + p"
    ],
    "an error of a question": ["#guard_msgs (drop error) in\n#eval nope"],
    "a guarded theorem": ["#guard_msgs in\ntheorem t : 1 = 1 := rfl"],
    "a name of an option": ['def debug.skipKernelTC := "debug.skipKernelTC"'],
    "an option that is off": ["set_option debug.skipKernelTC false in\ntheorem t : 1 = 1 := rfl"],
    "an option of a macro that is off": [
        'macro "loud" : command => `(set_option $(Lean.mkIdent (.str `debug "skipKernelTC")) false)'
        "\nloud\ntheorem t : 1 = 1 := rfl"
    ],
    "a block that is aligned to its first line": [
        f"{MK}theorem t : mk 3 = 4 := by skip\n                           rfl"
    ],
    "a comment behind a macro": [f"{MK}/- one -/ -- two\n\n/-- it -/\ntheorem t : mk 3 = 4 := rfl"],
    "a macro behind what it is not for": [f"theorem t : 1 = 1 := rfl\nexample := 1\n{MK}"],
    "a guard behind a macro": [f"{MK}/-- info: 4 -/\n#guard_msgs in\n#eval mk 3"],
    "a trace of the text's own": [f"{MK}set_option trace.Elab.step true in\nexample := mk 3"],
    "an option that a macro may set": [
        hushing("`(set_option maxRecDepth $(Lean.quote 2000):num in $t)", "term")
        + "theorem t : 1 = 1 := hush rfl"
    ],
    "classes that are derived": [
        "structure P where\n  x : Nat\nderiving Repr, DecidableEq, Inhabited\n"
        "theorem t : (default : P) = default := rfl"
    ],
    "classes that are derived beside a macro": [
        NO,
        f"namespace A\n{MK}structure P where\n  x : Nat\nderiving Repr, DecidableEq, Inhabited\n"
        "inductive C | r | g\nderiving instance DecidableEq for C\n"
        "theorem t : mk 1 = 2 ∧ C.r ≠ C.g := by decide\nend A",
    ],
    "classes that are derived beside a macro, behind a `sorry`": [
        "theorem u : 1 = 2 := sorry",
        f"{MK}inductive C | r | g\nderiving Ord, Hashable, BEq\ntheorem t : mk 1 = 2 := rfl",
    ],
    "dotted names beside a macro": [
        NO,
        f"{MK}protected theorem A.t : mk 1 = 2 := rfl\nprivate theorem A.B.u : 1 = 1 := rfl\n"
        "mutual\ntheorem v : 1 = 1 := rfl\n@[simp] theorem w : mk 0 = 1 := rfl\nend",
    ],
    "an instance that a macro makes": [
        NO,
        "class Right : Prop where\n  right : 1 = 1\n"
        + MAKES.format("instance : Right := ⟨rfl⟩").replace("`no", "`rfl")
        + "make",
    ],
    "axiom as a field": ["structure S where\n  «axiom» : Nat\ntheorem t (s : S) : s = s := rfl"],
    "texts with words in them": [
        'def s := "a \\\n   #exit axiom sorry" ++ r#"sorry " axiom"#\ntheorem t : s = s := rfl'
    ],
    "a tactic with two rules": [
        'syntax "easy" : tactic\nmacro_rules | `(tactic| easy) => `(tactic| rfl)\n'
        "macro_rules | `(tactic| easy) => `(tactic| simp)\ntheorem t : 1 = 1 := by easy"
    ],
    "a macro with a loop": [
        'macro "pow" n:num : term => do\n  let mut r ← `(1)\n'
        "  for _ in [0:n.getNat] do r ← `(2 * $r)\n  return r\n"
        "private theorem u : pow 2 = 4 := rfl\n"
        "theorem A.v : pow 1 = 2 ∧ True := by\n  constructor\n  · rfl\n  · trivial"
    ],
    "an instance that a macro makes beside a default proof": [
        "structure S where\n  h : 1 = 1 := by first | rfl | native_decide",
        "theorem t : 1 = 1 := S.h {}\n"
        'macro "make" : command => `(instance : Inhabited S := ⟨{}⟩)\nmake',
    ],
    "names with universes": [
        "set_option pp.all true\nnamespace A\ndef propext := 1\n-- an axiom\n"
        "theorem t.{u} (α : Type u) (a : α) : (Classical.choice ⟨a⟩ : α) = Classical.choice ⟨a⟩ ∧ "
        "(True ∨ ¬ True) := ⟨rfl, Classical.em _⟩"
    ],
    "an end of a section of before": [
        "namespace A\nsection",
        f"{MK}theorem t : mk 3 = 4 := rfl\n-- an axiom\nend\nend A",
    ],
    "a word in a comment": ["-- an axiom, native_decide, unsafe\ntheorem t : 1 = 1 := rfl"],
    "an unsafe program": ["unsafe def f (n : Nat) : Nat := f (n + 1)"],
    "what does not use the axiom": [NO, "theorem t : 1 = 1 := rfl"],
    "a notation of before": ['notation "two" => 2', "theorem t : two = 2 := rfl"],
    "admit as a name": ["theorem t (admit : 1 = 1) : 1 = 1 := by exact admit"],
    "a deprecated name": [
        '@[deprecated "declaration uses `sorry`" (since := "2020-01-01")]\n'
        "theorem old : 1 = 1 := rfl\ntheorem new : 1 = 1 := old"
    ],
}


@pytest.mark.quick(16)
@pytest.mark.parametrize("case", REFUSED)
def test_the_reason_is_given(shared, case):
    name, texts = REFUSED[case]
    response = last(shared, texts)
    assert name in [reason.name for reason in response.unproved]
    assert all(reason.sentence for reason in response.unproved)


@pytest.mark.slow
@pytest.mark.parametrize("case", REFUSED)
def test_the_reason_is_given_though_all_code_is_taken_for_comments(shared, monkeypatch, case):
    for module in (hints, findings):
        monkeypatch.setattr(module, "code", lambda text: re.sub(r"[^\n]", " ", text))
    monkeypatch.setattr(hints, "is_read_for_sure", lambda _: True)
    hints.read.cache_clear()
    try:
        test_the_reason_is_given(shared, case)
    finally:
        hints.read.cache_clear()


@pytest.mark.parametrize("word", ["run_cmd", "elab", "addDeclIf", "modifyEnv", "set_option $o"])
def test_what_may_hide_a_message_is_a_hint_in_a_comment_too(word):
    assert hints.read(f"-- {word}").hides_on
    assert hints.read(f"def a := 1{word}").hides_on


@pytest.mark.parametrize("text", ["def a := x +/-Meta", 'def a := s!"{Meta}"', "def a : Meta := 1"])
def test_a_word_that_prose_has_as_well_is_a_hint_where_it_may_be_code(text):
    assert hints.read(text).hides_on
    assert not hints.read("-- Meta").hides_on
    assert hints.read("-- Meta", has_notations=True).hides_on


def test_behind_a_notation_such_a_word_is_a_hint_in_a_comment_too():
    document = Document((), "", [], Source("-- Meta"))
    notation = hints.read('notation:65 a " +/" b => a + b').syntax
    before = Before(trust=Trust(syntax=notation), imports=frozenset(), options={}, allowed=())
    assert Findings(document, [], (), before).hints.hides_on
    assert not Findings(document, [], (), replace(before, trust=Trust())).hints.hides_on


@pytest.mark.parametrize("word", ["lcProof", "lcUnreachable", "lcAny", "lcErased", "lcVoid"])
def test_every_axiom_of_the_compiler_s_own_is_a_hint(word):
    assert hints.read(f"def a := {word}").names_axioms
    assert not hints.read("def a := elcAny lcm").names_axioms


def test_a_configuration_of_decide_may_say_that_the_compiler_is_trusted():
    assert hints.read("example := by decide /- -/ (config := ⟨false, true⟩)").offers
    assert not hints.read("example := by simp (config := {decide := true})").offers
    assert hints.read("example := 1native_decide").offers
    assert not hints.read("instance : Alternative Option := sorry -- an alternative").offers


@pytest.mark.parametrize("case", PROVED)
def test_a_neighbour_is_proved(shared, case):
    assert last(shared, PROVED[case]).unproved == ()


@pytest.mark.parametrize(
    ("above", "begins"),
    [
        ("", "theorem t"),
        ('syntax "foo" : term\n', "theorem t"),
        ("example := 1\n", None),
        ('notation "two" => 2\n', None),
    ],
)
def test_a_trace_begins_behind_the_first_rule(shared, monkeypatch, above, begins):
    seen = []
    traced = inquiry._traced
    monkeypatch.setattr(inquiry, "_traced", lambda *given: seen.append(given) or traced(*given))
    assert shared.run(f"{above}{MK}\n-- it\ntheorem t : mk 3 = 4 := rfl").unproved == ()
    [(document, text, start, _)] = seen
    if begins is None:
        assert start < len(document.above)
    else:
        assert text[start:].startswith(begins)


def test_an_allowed_axiom_is_no_reason(shared):
    text = f"{NO}\ntheorem t : 1 = 2 := no _"
    assert shared.run(Command(text, axioms=("no",))).unproved == ()
    assert shared.run(Command(text, axioms=("A.no",))).unproved != ()


def test_an_option_from_outside_is_a_reason(shared):
    response = shared.run(Command("def a := 1", options={"debug.skipKernelTC": True}))
    assert [reason.name for reason in response.unproved] == ["kernel"]


def test_an_axiom_of_an_imported_module_is_asked_for(toolchain, library):
    library.compile("Bad", NO)
    library.compile("Between", "import Bad\ntheorem fine : 1 = 1 := rfl\ntheorem b : 1 = 2 := no _")
    config = LeanConfig(toolchain=toolchain, search_path=library.path, imports=("Between",))
    with LeanServer(config) as server:
        [reason] = server.run("theorem t : 1 = 2 := b").unproved
        assert (reason.name, reason.declaration) == ("axiom", "t")
        assert server.run("theorem t : 1 = 1 := fine").unproved == ()
        assert server.run(Command("theorem t : 1 = 2 := b", axioms=("no",))).unproved == ()


def test_the_axioms_of_a_module_are_read_in_its_file(library, tmp_path):
    library.compile("Clean", "theorem t : 1 = 1 := rfl")
    library.compile("Own", "namespace A\naxiom own : 1 = 1")
    assert axioms_of(library.folder / "Clean.olean") == frozenset()
    assert "A.own" in axioms_of(library.folder / "Own.olean")
    library.compile(
        "Default", "theorem d (p : Prop) [Decidable p] (h : p := by decide +native) : p := h"
    )
    assert UNKNOWN in axioms_of(library.folder / "Default.olean")
    broken = tmp_path / "Broken.olean"
    broken.write_bytes((library.folder / "Clean.olean").read_bytes()[:500])
    assert UNKNOWN in axioms_of(broken)
    assert UNKNOWN in axioms_of(tmp_path / "missing.olean")


def test_trust_is_inherited_by_one_rule():
    kernel = Reason("kernel", "no kernel")
    parent = Trust().then(Trust(reasons=(kernel,), lasting=(kernel,), around=frozenset({"a"})))
    child = parent.then(Trust(around=frozenset({SORRY})))
    assert [one.name for one in child.unproved()] == ["kernel"]
    assert child.unproved()[0].sentence == "what the text continues is not proved: no kernel"
    assert child.then(Trust()).unproved() == child.unproved()
    assert child.around == {"a", SORRY}


@pytest.mark.parametrize("allowed", ["Lean.trustCompiler", "Lean.ofReduceBool"])
def test_who_trusts_the_compiler_allows_native_decide(allowed):
    axioms = frozenset({"t._native.native_decide.ax_1", "propext"})
    found = Trust(claims=(Claim("t", Pos(1, 0), axioms),))
    assert [one.name for one in found.unproved()] == ["axiom"]
    assert found.unproved((allowed,)) == ()


def test_what_is_written_is_found_outside_of_quotations():
    text = (
        "theorem a : 1 = 1 := rfl\nmacro_rules | `(x) => `(theorem b : 1 = 1 := rfl)\nexample := 1"
    )
    assert [(one.keyword, one.name) for one in declarations(text)] == [
        ("theorem", "a"),
        ("example", ""),
    ]
    attributes = "@[instance] def a := 1\nattribute [-instance] a\nattribute [local instance] a"
    assert [one.name for one in declarations(attributes)] == ["a"]


@pytest.mark.parametrize(
    ("behind", "kept"),
    [
        ("example := 1", None),
        ("#eval 1", None),
        ("set_option pp.all true in\n#eval 1", None),
        ("open Nat in noncomputable example := 1", None),
        ("theorem t : 1 = 1 := rfl", "theorem"),
        ("@[simp] theorem t : 1 = 1 := rfl", "theorem"),
        ("claim t", ""),
    ],
)
def test_what_a_guard_leaves_behind(behind, kept):
    text = f"#guard_msgs in\n{behind}"
    [guard] = guards(text)
    assert is_left_behind(text, guard) == kept


def nothing(*_arguments, **_keywords):
    return iter(())


# What is switched off, and the case of REFUSED that notices.
@pytest.mark.parametrize(
    "text", [NO, f"{MK}example : mk 1 = 2 := rfl", "#exit\nexample : 1 = 2 := rfl"]
)
def test_a_text_that_lean_may_not_be_asked_about_is_not_proved(shared, text):
    response = shared.run(Command(text, asks=False))
    assert "unknown" in [reason.name for reason in response.unproved]


def test_an_axiom_that_lean_was_not_asked_about_is_one_for_what_comes_later(shared):
    below = shared.run(Command(NO, asks=False)).env
    cheat = shared.run(Command("theorem t : 1 = 2 := no _", below))
    assert [reason.name for reason in cheat.unproved] == ["axiom"]


def test_what_gives_no_reason_to_ask_is_proved_unasked(shared):
    assert shared.run(Command("theorem t : 1 = 1 := rfl", asks=False)).unproved == ()


MUTATIONS = [
    (verdict, "_of_sorries", nothing, "sorry"),
    (Findings, "_dropped", nothing, "dropped as an empty substring"),
    (Findings, "_swallowed", nothing, "swallowed"),
    (Findings, "_unanswered", nothing, "swallowed example"),
    (Findings, "reasons", nothing, "prelude"),
    (Findings, "reasons", nothing, "imports"),
    (Findings, "reasons", nothing, "error"),
    (Findings, "reasons_in", nothing, "unread"),
    (Findings, "_traces", lambda _: False, "kernel spelled by a macro"),
    (trust, "_of_axioms", nothing, "axiom of a theorem"),
    (trust, "beyond", lambda *_: frozenset(), "axiom two handles below"),
    (hints, "is_for_developers", lambda *_: False, "nothing"),
    (tracing, "is_for_developers", lambda *_: False, "option"),
    (inquiry, "_loud", lambda text: text, "dropped"),
    (inquiry, "_named", lambda document, source, _: (document.text, []), "axiom of an example"),
    (inquiry._Tail, "_is_unsafe_proof", lambda *_: False, "unsafe"),
    (inquiry._Tail, "_answer", lambda self, *_: frozenset({self._axiom}), "bent"),
    (tracing, "_made", lambda *_: [], "unknown"),
    (tracing.Shown, "names_of_all", lambda *_: (), "axiom of an instance that a macro makes"),
    (hints, "_offers", lambda _: frozenset(), "axiom by a default proof of before"),
    (Findings, "lacks_names", lambda *_: False, "axiom of an example that a macro makes"),
    (
        Findings,
        "_guarded_examples",
        lambda _: range(1000),
        "an example that a rule turns into a question",
    ),
    (Trust, "then", lambda _, own: own, "kernel, below"),
]


def test_axioms_of_which_lean_told_nothing_are_asked_about_behind_the_text(shared, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(inquiry._Tail, "_answer", lambda *_: frozenset())
        bent = shared.run("axiom no : 1 = 2\ntheorem t : 1 = 2 := no")
    assert [reason.name for reason in bent.unproved] == ["bent"]
    below = shared.run(Command("theorem u : 1 = 2 := t", env=bent.env))
    assert [reason.name for reason in below.unproved] == ["axiom"]


@pytest.mark.slow
@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda one: f"{one[1]}-{one[3]}")
def test_a_reason_that_is_switched_off_is_noticed(shared, monkeypatch, mutation):
    target, name, replacement, case = mutation
    monkeypatch.setattr(target, name, replacement)
    if case == "nothing":  # it is for options from outside
        options = {"debug.skipKernelTC": True}
        assert shared.run(Command("def a := 1", options=options)).unproved == ()
        return
    wanted, texts = REFUSED[case]
    assert wanted not in [reason.name for reason in last(shared, texts).unproved]
