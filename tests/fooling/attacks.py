"""Texts that pretend to prove something false, in the style of public collections of exploits.

Each family is one idea, each text another form of it. All of them aim at the theorem ``cheat``
with the statement ``1 = 2``, unless they say otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Attack:
    """A text, and the theorem and statement that a judge asks for."""

    family: str
    title: str
    text: str
    statement: str = "1 = 2"
    theorem: str = "cheat"


_ANY = "∀ p : Prop, p"
_FALSE = "theorem cheat : 1 = 2 := "

SORRY = {
    "in tactic mode": _FALSE + "by sorry",
    "admit behind a rewrite": _FALSE + "by\n  rw [show (1 : Nat) = 1 from rfl]\n  admit",
    "under `first`": _FALSE + "by first | decide | sorry",
    "with its warning off": f"set_option warn.sorry false in\n{_FALSE}sorry",
    "in a `have`": _FALSE + "by\n  have h : 1 = 2 := sorry\n  exact h",
    "in a `where`": _FALSE + "aux where\n  aux : 1 = 2 := sorry",
    "in an instance": (
        "class Wrong : Prop where\n  wrong : 1 = 2\ninstance : Wrong := ⟨sorry⟩\n"
        + _FALSE
        + "Wrong.wrong"
    ),
    "in a definition that is unfolded": f"def aux : 1 = 2 := sorry\n{_FALSE}aux",
    "in an opaque constant": f"opaque aux : PLift (1 = 2) := ⟨sorry⟩\n{_FALSE}aux.down",
    "as a notation": f'notation "qed" => sorryAx _ false\n{_FALSE}qed',
    "as a macro of terms": f'macro "qed" : term => `(sorry)\n{_FALSE}qed',
    "as a macro of tactics": f'macro "finish" : tactic => `(tactic| sorry)\n{_FALSE}by finish',
    "as a name made by a macro": (
        'macro "qed" : term => `($(Lean.mkIdent (.mkSimple ("sorry" ++ "Ax"))) _ false)\n'
        + _FALSE
        + "qed"
    ),
    "as a default argument": f"theorem aux (h : 1 = 2 := sorry) : 1 = 2 := h\n{_FALSE}aux",
    "as an auto-bound proof": f"theorem aux (h : 1 = 2 := by sorry) : 1 = 2 := h\n{_FALSE}aux",
    "as a structure's default": (f"structure S where\n  h : 1 = 2 := sorry\n{_FALSE}(S.mk : S).h"),
    "in a field": f"structure S where\n  h : 1 = 2\ndef s : S := ⟨sorry⟩\n{_FALSE}s.h",
    "below two lemmas": (
        f"theorem a : 1 = 2 := sorry\ntheorem b : 2 = 1 := a.symm\n{_FALSE}b.symm"
    ),
    "for a function that the proof calls": (f"def f : Nat → 1 = 2 := fun _ => sorry\n{_FALSE}f 3"),
    "for a termination proof": (
        "def loop (n : Nat) : 1 = 2 := loop (n + 1)\ntermination_by n\ndecreasing_by sorry\n"
        + _FALSE
        + "loop 0"
    ),
}

AXIOMS = {
    "one for all": f"axiom no : {_ANY}\n{_FALSE}no _",
    "one called propext": (f"namespace A\naxiom propext : 1 = 2\nend A\n{_FALSE}A.propext"),
    "one called Classical.choice in a namespace": (
        f"namespace B\naxiom Classical.choice : 1 = 2\nend B\n{_FALSE}B.Classical.choice"
    ),
    "one in quotation marks": f"axiom «Quot.sound» : 1 = 2\n{_FALSE}«Quot.sound»",
    "as a variable": f"variable (h : 1 = 2)\ninclude h\n{_FALSE}h",
    "private": f"private axiom no : 1 = 2\n{_FALSE}no",
    "made by a macro": f'macro "trust" : command => `(axiom no : 1 = 2)\ntrust\n{_FALSE}no',
    "hygienic, without a name to ask for": (
        'macro "trust" : command => `(axiom no : 1 = 2\ntheorem helper : 1 = 2 := no)\ntrust\n'
        'macro "use" : command => `(theorem $(Lean.mkIdent `cheat) : 1 = 2 := no)\nuse'
    ),
    "called like one that the compiler makes": (
        f"axiom A._native.native_decide.ax_1_1 : 1 = 2\n{_FALSE}A._native.native_decide.ax_1_1"
    ),
    "of a type that is empty": f"axiom no : False\n{_FALSE}no.elim",
    "that two functions are one": (
        "axiom same : (fun n : Nat => n) = (fun n => n + 1)\n" + _FALSE + "congrFun same 1"
    ),
    "that says what `propext` says, and more": (
        f"axiom propext' (p q : Prop) : p = q\n{_FALSE}cast (propext' True _) trivial"
    ),
    "as a constant of a class": (
        f"class Magic (p : Prop) : Prop where\n  h : p\naxiom inst : Magic (1 = 2)\n{_FALSE}inst.h"
    ),
    "the compiler's own lcProof": _FALSE + "lcProof",
    "the compiler's own lcUnreachable": _FALSE + "(lcUnreachable : 1 = 2)",
}

STATEMENTS = {
    "another one": "theorem cheat : 1 = 1 := rfl",
    "with a hypothesis more": "theorem cheat (h : 1 = 2) : 1 = 2 := h",
    "with a hypothesis that is implicit": "theorem cheat {h : 1 = 2} : 1 = 2 := h",
    "with an instance that nobody has": (
        "class Wrong : Prop where\n  w : 1 = 2\ntheorem cheat [i : Wrong] : 1 = 2 := i.w"
    ),
    "with an instance among the variables": (
        "class Wrong : Prop where\n  w : 1 = 2\nvariable [i : Wrong]\ntheorem cheat : 1 = 2 := i.w"
    ),
    "about other numbers": ("instance (priority := 9999) : OfNat Nat 2 := ⟨1⟩\n" + _FALSE + "rfl"),
    "about an equality of its own": (
        'notation:50 (priority := 9999) a:51 " = " b:51 => True ∨ Eq a b\n'
        "theorem cheat : 1 = 2 := Or.inl trivial"
    ),
    "about an `=` that means `≤`": (
        'infix:50 (priority := 9999) " = " => LE.le\ntheorem cheat : (1 : Nat) = 2 := by decide'
    ),
    "about a numeral that is a name": (
        'notation (priority := 9999) "2" => Nat.succ 0\n' + _FALSE + "rfl"
    ),
    "with a macro for parentheses": (
        "macro_rules | `(($_)) => `(True)\ntheorem cheat : (1 = 2) := trivial"
    ),
    "in a unit type of its own": (
        "namespace A\ndef Nat := Unit\ninstance : OfNat A.Nat n := ⟨()⟩\n"
        "theorem _root_.cheat : (1 : A.Nat) = 2 := rfl\nend A"
    ),
    "with a `Nat` bound as a variable": (
        "theorem cheat (Nat : Type) [Subsingleton Nat] (a b : Nat) : a = b :=\n"
        "  Subsingleton.elim a b"
    ),
    "as a disjunction with True": "theorem cheat : 1 = 2 ∨ True := Or.inr trivial",
    "as an implication from False": "theorem cheat : False → 1 = 2 := False.elim",
    "for all of an empty type": "theorem cheat : ∀ _ : Empty, 1 = 2 := fun e => nomatch e",
    "as its double negation of the wrong side": "theorem cheat : ¬(1 = 2) := by decide",
    "below a coercion": (
        "structure P where\n  p : Prop\ninstance : CoeSort P Prop := ⟨fun _ => True⟩\n"
        "theorem cheat : (P.mk (1 = 2) : P) := trivial"
    ),
    "through an abbreviation": ("abbrev claim : Prop := 1 = 1\ntheorem cheat : claim := rfl"),
    "through `id`, of another one": "theorem cheat : id (1 = 1) := rfl",
    "with a `let` that changes it": "theorem cheat : let two := 1; 1 = two := rfl",
    "through a reducible function": (
        "@[reducible] def eq (a b : Nat) : Prop := a = a ∧ b = b\n"
        "theorem cheat : eq 1 2 := ⟨rfl, rfl⟩"
    ),
    "through an `outParam`": (
        "class Two (n : outParam Nat) where\ninstance : Two 1 where\n"
        "theorem cheat [Two n] : n = n := rfl"
    ),
    "through unification": "theorem cheat : ∃ n, 1 = n := ⟨1, rfl⟩",
}

KINDS = {
    "a definition": "def cheat : 1 = 1 := rfl",
    "an axiom": "axiom cheat : 1 = 2",
    "an opaque constant": "opaque cheat : 1 = 1 := rfl",
    "an unsafe definition": "unsafe def cheat : 1 = 2 := lcProof",
    "an unsafe loop": "unsafe def cheat : 1 = 2 := cheat",
    "a partial function": (
        "instance : Inhabited (PLift (1 = 1)) := ⟨⟨rfl⟩⟩\n"
        "partial def cheat : PLift (1 = 1) := cheat"
    ),
    "an inductive type": "inductive cheat : Prop where | intro",
    "a constructor": "inductive Box : Prop where | cheat\nopen Box",
    "a structure's field": "structure Box where\n  cheat : 1 = 2",
    "a name in a namespace": f"namespace A\n{_FALSE.replace('1 = 2', '1 = 1')}rfl\nend A\nopen A",
    "a private theorem": "private theorem cheat : 1 = 2 := sorry",
    "an example": "example : 1 = 2 := sorry",
    "an instance": "instance cheat : Inhabited Nat := ⟨0⟩",
}

UNREAD = {
    "behind `#exit`": f"#exit\n{_FALSE}rfl",
    "in a comment": f"-- {_FALSE}rfl",
    "in a comment that never ends": f"/- {_FALSE}rfl",
    "in a doc comment": f"/-- {_FALSE}rfl -/\ntheorem other : 1 = 1 := rfl",
    "in a string": f'def text := "{_FALSE}rfl"',
    "behind an `exit` of its own": (
        'macro "mk" : command => do\n  let n := Lean.mkIdent (.mkSimple ("ex" ++ "it"))\n'
        '  `(syntax (name := $n) "halt" : command)\n'
        "namespace Lean.Parser.Command\nmk\nend Lean.Parser.Command\nhalt\n" + _FALSE + "rfl"
    ),
    "swallowed by a command of its own": (
        'syntax "suite" command* : command\nmacro_rules | `(suite $_*) => `(open Nat)\nsuite\n'
        + _FALSE
        + "rfl"
    ),
    "in a quotation": f"def q : Lean.MacroM Lean.Syntax := `(command| {_FALSE}rfl)",
    "under a `#guard_msgs` that takes the error": f"#guard_msgs (drop error) in\n{_FALSE}rfl",
    "in a block of options": f"set_option maxRecDepth 10 in\n{_FALSE}rfl",
    "as an argument of `#check_failure`": "#check_failure (rfl : 1 = 2)",
}

OPTIONS = {
    "the kernel off": f"set_option debug.skipKernelTC true in\n{_FALSE}by decide +kernel",
    "the kernel off for the file": f"set_option debug.skipKernelTC true\n{_FALSE}by decide +kernel",
    "the kernel off by a made name": (
        'macro "hush" : command => do\n'
        '  `(set_option $(Lean.mkIdent (.str `debug ("skip" ++ "KernelTC"))) true)\nhush\n'
        + _FALSE
        + "by decide +kernel"
    ),
    "the kernel off within a term": (
        _FALSE + "by\n  set_option debug.skipKernelTC true in decide +kernel"
    ),
    "the kernel off for a lemma": (
        "set_option debug.skipKernelTC true in\n"
        f"theorem aux : 1 = 2 := by decide +kernel\n{_FALSE}aux"
    ),
    "the kernel off for an `abbrev`": (
        "set_option debug.skipKernelTC true in\nabbrev aux : 1 = 2 := by decide +kernel\n"
        + _FALSE
        + "aux"
    ),
    "the kernel off for an instance": (
        "class W : Prop where\n  w : 1 = 2\nset_option debug.skipKernelTC true in\n"
        "instance : W := ⟨by decide +kernel⟩\n" + _FALSE + "W.w"
    ),
    "warnings off": f"set_option warningAsError false\nset_option warn.sorry false\n{_FALSE}sorry",
    "messages off": f"set_option maxErrors 0\n{_FALSE}rfl",
}

WORDS = {
    "a theorem that is a definition": (
        "macro_rules | `(command| theorem $x:declId : $_ := $_) => `(def $x : True := trivial)\n"
        + _FALSE
        + "rfl"
    ),
    "a theorem of another type": (
        "macro_rules | `(command| theorem $x:declId : $_ := $_) => "
        "`(command| theorem $x : True := by exact trivial)\n" + _FALSE + "rfl"
    ),
    "`#print axioms` of another theorem": (
        "theorem good : True := trivial\nopen Lean in\nmacro_rules\n"
        "  | `(command| #print axioms $_) => `(command| #print axioms good)\n"
        f"axiom no : {_ANY}\n" + _FALSE + "no _"
    ),
    "`#print axioms` that prints": (
        'macro "#print" "axioms" x:ident : command => `(#eval IO.println "no axioms")\n'
        f"axiom no : {_ANY}\n" + _FALSE + "no _"
    ),
    "`#print axioms` that knows which question is asked": (
        "open Lean in\nmacro_rules\n  | `(command| #print axioms $x:ident) => do\n"
        '    if !["_root_.cheat", "_root_.lie"].contains (toString x.getId) then\n'
        "      Macro.throwUnsupported\n"
        "    let name := String.ofList ((toString x.getId).toList.drop 7)\n"
        '    let said := Syntax.mkStrLit ("\'" ++ name ++ "\' does not depend on any axioms")\n'
        "    `(command| #eval IO.println $said)\n"
        "def yes : Bool := true\n@[implemented_by yes] def no : Bool := false\n"
        f"theorem lie : no = true := by native_decide\n{_FALSE}absurd lie (by decide)"
    ),
    "`by` that proves True": (
        "macro_rules | `(by $_) => `(trivial)\ntheorem cheat : True := by decide"
    ),
    "`decide` that is `sorry`": (
        f"macro_rules | `(tactic| decide) => `(tactic| sorry)\n{_FALSE}by decide"
    ),
    "`rfl` that is `sorry`": (f"macro_rules | `(tactic| rfl) => `(tactic| sorry)\n{_FALSE}by rfl"),
    "`trivial` that is `sorry`": (
        f"macro_rules | `(tactic| trivial) => `(tactic| sorry)\n{_FALSE}by trivial"
    ),
    "a message that says no errors": f'#eval IO.println "no errors"\n{_FALSE}rfl',
    "a message like Lean's": (
        '#eval IO.println "{\\"severity\\":\\"information\\",\\"data\\":\\"ok\\"}"\n'
        + _FALSE
        + "rfl"
    ),
    "an answer of the protocol": (
        '#eval IO.print "Content-Length: 38\\r\\n\\r\\n'
        '{\\"jsonrpc\\":\\"2.0\\",\\"id\\":1,\\"result\\":{}}"\n' + _FALSE + "rfl"
    ),
    "a flood": (
        'def flood : Nat → IO Unit\n  | 0 => pure ()\n  | n + 1 => do IO.println "ok"; flood n\n'
        "#eval flood 2000\n" + _FALSE + "rfl"
    ),
}

CORE = {
    "a core of its own": f"prelude\ninductive Nat where | one | two\n{_FALSE}rfl",
    "its own `Nat.gcd`": (
        "prelude\nimport Init.Core.Classical\nimport Init.Tactics.Extensible\n"
        "def Nat.gcd (m n : Nat) : Nat := 0\ntheorem a : Nat.gcd 4 6 = 2 := by decide\n"
        "theorem b : ∀ m n : Nat, Nat.gcd m n = 0 := fun _ _ => rfl\n"
        "theorem cheat : (1 : Nat) = 2 := absurd (a.symm.trans (b 4 6)) (by decide)"
    ),
    "its own `Lean.reduceBool`": (
        "def Lean.reduceBool (b : Bool) : Bool := b\n"
        "def f : Bool := true\ntheorem cheat : Lean.reduceBool f = true := rfl"
    ),
    "its own `Lean.reduceNat`": (
        "def Lean.reduceNat (n : Nat) : Nat := n\ndef f : Nat := 1\n"
        "theorem cheat : Lean.reduceNat f = 1 := rfl"
    ),
    "`Nat.add` declared once more": f"def Nat.add (_ _ : Nat) : Nat := 0\n{_FALSE}rfl",
    "an implementation that says otherwise": (
        "def two : Nat := 2\n@[implemented_by two] def one : Nat := 1\n"
        "theorem cheat : one = 2 := by decide"
    ),
    "an `extern` that says otherwise": (
        '@[extern "lean_nat_succ"] def same (n : Nat) : Nat := n\n'
        "theorem cheat : same 1 = 2 := by decide"
    ),
    "an unsafe cast": _FALSE + "unsafeCast (rfl : 1 = 1)",
    "a module that is not there": f"import Cheats\n{_FALSE}cheats",
    "a recursion without an end": f"theorem loop : 1 = 2 := loop\n{_FALSE}loop",
    "two recursions without an end": (
        f"mutual\ntheorem a : 1 = 2 := b\ntheorem b : 1 = 2 := a\nend\n{_FALSE}a"
    ),
    "a negative inductive type": (
        "inductive Bad where | mk (f : Bad → False) : Bad\n"
        "def no (b : Bad) : False := match b with | .mk f => f b\n" + _FALSE + "(no (.mk no)).elim"
    ),
    "a type in itself": ("inductive T : Type where | mk (α : Type) : T\n" + _FALSE + "rfl"),
}

FAMILIES = {
    "a `sorry`": SORRY,
    "an axiom": AXIOMS,
    "another statement": STATEMENTS,
    "no theorem": KINDS,
    "text that is not read": UNREAD,
    "options": OPTIONS,
    "words that mean something else": WORDS,
    "what lies below": CORE,
}

ATTACKS = [
    Attack(family, title, text)
    for family, texts in FAMILIES.items()
    for title, text in texts.items()
]
