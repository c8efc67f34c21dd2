"""Texts that try to pass for a proof. None of them may."""

from __future__ import annotations

import os

import pytest

from pytest_lean import Lean, LeanConfig, LeanRejection, LeanServer, assert_error, assert_ok

SWALLOWED = "set_option warn.sorry false\ntheorem cheat : 1 = 2 := sorry"

CHEATS = {
    "sorry": "theorem cheat : 1 = 2 := sorry",
    "admit": "theorem cheat : 1 = 2 := by admit",
    "sorryAx": "theorem cheat : 1 = 2 := sorryAx _",
    "a sorry in a lemma": "theorem aux : 1 = 2 := sorry\ntheorem cheat : 1 = 2 := aux",
    "a local axiom": "axiom no : ∀ p : Prop, p\ntheorem cheat : 1 = 2 := no _",
    "an axiom named like one of Lean's": (
        "namespace A\naxiom propext : 1 = 2\nend A\nopen A\ntheorem cheat : 1 = 2 := A.propext"
    ),
    "an axiom named like one of Lean's in a namespace that stays open": (
        "namespace A\naxiom propext : 1 = 2\ntheorem _root_.cheat : 1 = 2 := A.propext"
    ),
    "a sorry that is printed in another way": (
        'macro "fine" : tactic => `(tactic| sorry)\nset_option pp.all true\n'
        "theorem cheat : 1 = 2 := by fine"
    ),
    "a notation over =": (
        'notation:50 (priority := 10000) a:51 " = " b:51 => (fun _ _ => True) a b\n'
        "theorem cheat : 1 = 2 := trivial"
    ),
    "a False of its own": (
        "namespace A\ndef False : Prop := 1 = 1\ntheorem _root_.cheat : False := rfl\nend A"
    ),
    "an instance that changes a numeral": (
        "instance (priority := 100000) : OfNat Nat 2 := ⟨1⟩\ntheorem cheat : 1 = 2 := rfl"
    ),
    "an instance that changes <": (
        "instance (priority := 100000) : LT Nat := ⟨fun _ _ => True⟩\n"
        "theorem cheat : 2 < 1 := trivial"
    ),
    "a macro for parentheses": (
        "macro_rules | `(($_)) => `(True)\ntheorem cheat : (1 = 2) := trivial"
    ),
    "an option that silences messages": SWALLOWED,
    "an error that guard_msgs swallows": (
        "#guard_msgs (drop error) in\ntheorem cheat : 1 = 2 := rfl"
    ),
    "a macro that hides an error": (
        'macro "hidden " t:term : term => `(by first | exact $t | exact sorry)\n'
        "theorem cheat : 1 = 2 := hidden rfl"
    ),
    "a kernel that does not check": (
        "set_option debug.skipKernelTC true in\ntheorem cheat : 1 = 2 := by decide +kernel"
    ),
    "text behind #exit": "#exit\ntheorem cheat : 1 = 2 := rfl",
    "a comment that never ends": "/- theorem cheat : 1 = 2 := rfl",
    "an error message that is a success": '#eval "no errors"\ntheorem cheat : 1 = 2 := rfl',
    "no theorem at all": "-- theorem cheat : 1 = 2 := rfl",
    "another statement": "theorem cheat : 1 = 1 := rfl",
    "an instance among the variables of a section": (
        "class Wrong : Prop where\n  w : 1 = 2\nvariable [wrong : Wrong]\n"
        "theorem cheat : 1 = 2 := wrong.w"
    ),
    "print axioms that says what it likes": (
        'macro "#print" "axioms" x:ident : command =>\n'
        '  `(#eval IO.println ("\'" ++ toString "cheat" ++ "\' does not depend on any axioms"))\n'
        "axiom no : ∀ p : Prop, p\ntheorem cheat : 1 = 2 := no _"
    ),
    "a theorem command that proves True": (
        "macro_rules | `(command| theorem $x:declId : $_ := $_) => `(def $x : True := trivial)\n"
        "theorem cheat : 1 = 2 := rfl"
    ),
}

STATEMENTS = {
    "a False of its own": "False",
    "an instance that changes <": "2 < 1",
    "a macro for parentheses": "(1 = 2)",
}


@pytest.mark.quick(8)
@pytest.mark.parametrize("name", CHEATS)
def test_a_cheat_does_not_prove_the_statement(lean, name):
    with pytest.raises(LeanRejection):
        _prove(lean, CHEATS[name], STATEMENTS.get(name, "1 = 2"))


def _prove(lean, text, statement):
    """Take in a text without looking at it, as a careless test would; then ask."""
    lean.env = lean.run(text).env
    lean.assert_proves(statement, "cheat")


@pytest.mark.quick(5)
@pytest.mark.parametrize(
    "name",
    [
        "sorry",
        "admit",
        "sorryAx",
        "a sorry in a lemma",
        "a local axiom",
        "an axiom named like one of Lean's",
        "an axiom named like one of Lean's in a namespace that stays open",
        "a sorry that is printed in another way",
        "an option that silences messages",
        "an error that guard_msgs swallows",
        "a macro that hides an error",
        "a kernel that does not check",
        "text behind #exit",
        "no theorem at all",
        "print axioms that says what it likes",
    ],
)
def test_a_cheat_does_not_pass_the_allowlist(lean, name):
    lean.env = lean.run(CHEATS[name]).env
    with pytest.raises(LeanRejection):
        lean.assert_axioms("cheat")


@pytest.mark.lean(
    preamble=CHEATS["an axiom named like one of Lean's in a namespace that stays open"],
    axioms=["A.propext"],
)
def test_an_axiom_has_its_full_name_in_each_question(lean):
    for _ in range(2):
        assert lean.assert_proves("1 = 2", "cheat") == {"A.propext"}
        with pytest.raises(LeanRejection, match=r"A\.propext"):
            lean.assert_proves("1 = 2", "cheat", allowed=["propext"])


NATIVE = "«A»._native.native_decide.ax_1_1"
LIKE_THE_COMPILERS = {
    "written": f"axiom {NATIVE} : 1 = 2\ntheorem cheat : 1 = 2 := {NATIVE}",
    "private": f"private axiom {NATIVE} : 1 = 2\ntheorem cheat : 1 = 2 := {NATIVE}",
    "hygienic": (
        f'macro "trust" n:ident : command => `(axiom {NATIVE} : 1 = 2\n'
        f"theorem $n : 1 = 2 := {NATIVE})\ntrust cheat"
    ),
    "by a macro": (
        f'macro "trust" n:ident : command => do\n  let a := Lean.mkIdent `{NATIVE}\n'
        "  `(axiom $a : 1 = 2\ntheorem $n : 1 = 2 := $a)\ntrust cheat"
    ),
}


@pytest.mark.quick(1)
@pytest.mark.parametrize("how", LIKE_THE_COMPILERS)
@pytest.mark.lean(axioms=["Lean.trustCompiler"])
def test_who_trusts_the_compiler_trusts_no_axiom_that_is_called_like_one_of_it(lean, how):
    lean.env = lean.run(LIKE_THE_COMPILERS[how]).env
    for ask in (
        lambda: lean.check(LIKE_THE_COMPILERS[how].replace("«A»", "B").replace("cheat", "lie")),
        lambda: lean.check("theorem later : 1 = 2 := cheat"),
        lambda: lean.assert_axioms("cheat"),
        lambda: lean.assert_proves("1 = 2", "cheat"),
    ):
        with pytest.raises(LeanRejection):
            ask()


@pytest.mark.lean(axioms=["Lean.trustCompiler"])
def test_who_trusts_the_compiler_beside_an_axiom_can_use_native_decide(lean):
    lean.env = lean.run("axiom other : 1 = 1").env
    lean.check("theorem t : 10 < 20 := by native_decide")
    lean.assert_proves("10 < 20", "by native_decide")


PRINTING = {
    "pp.analyze": "true",
    "pp.exprSizes": "true",
    "pp.raw": "true",
    "pp.coercions": "false",
    "pp.numericTypes": "true",
    "eval.type": "true",
    "trace.Elab.command": "true",
    "trace.Elab.step": "true",
    "trace.Meta.synthInstance": "true",
    "trace.Kernel": "true",
    "trace.profiler": "true",
}


@pytest.mark.quick(2)
@pytest.mark.parametrize("option", PRINTING)
def test_answers_are_read_however_a_text_has_lean_print(lean, option):
    lean.define(f"set_option {option} {PRINTING[option]}")
    lean.define("theorem t (p : Prop) : p ∨ ¬p := Classical.em p")
    assert "propext" in lean.assert_axioms("t")
    assert "propext" in lean.assert_proves("∀ p : Prop, p ∨ ¬p", "t")
    assert lean.assert_declares("t", type="∀ p : Prop, p ∨ ¬p").kind == "theorem"
    lean.assert_no_sorry()
    lean.assert_eval("1 + 1", 2)
    lean.assert_type("(1 : Nat)", "Nat")
    lean.assert_reducible_to("1 + 1", "2")
    lean.assert_not_declared("nothing")
    lean.env = lean.run("axiom no : 1 = 2\ntheorem cheat : 1 = 2 := no").env
    for ask in (
        lambda: lean.assert_axioms("cheat"),
        lambda: lean.assert_proves("1 = 2", "cheat"),
        lambda: lean.check("theorem later : 1 = 2 := cheat"),
    ):
        with pytest.raises(LeanRejection):
            ask()


@pytest.mark.parametrize(
    "name",
    [
        "sorry",
        "admit",
        "sorryAx",
        "a sorry in a lemma",
        "an option that silences messages",
        "an error that guard_msgs swallows",
        "a macro that hides an error",
        "a kernel that does not check",
        "text behind #exit",
        "a comment that never ends",
        "an error message that is a success",
    ],
)
def test_a_cheat_is_not_ok(lean, name):
    with pytest.raises(LeanRejection):
        assert_ok(lean.run(CHEATS[name]))


# The last control before a question switches on what answers in Lean's place.
PATIENT = """
open Lean in
macro_rules
  | `(command| theorem $n:ident : $t := by decide +kernel) => do
    if (← Macro.hasDecl `stage) then Macro.throwUnsupported
    `(def $(mkIdent `_root_.stage) := 0
      theorem $n:ident : $t := by decide +kernel)
open Lean in
macro_rules
  | `(command| #print axioms $x:ident) => do
    if !(← Macro.hasDecl `stage) then Macro.throwUnsupported
    let name := String.ofList ((toString x.getId).toList.drop "_root_.".length)
    let said := Syntax.mkStrLit ("'" ++ name ++ "' does not depend on any axioms")
    `(command| #eval IO.println $said)
"""


@pytest.mark.parametrize(
    "proof", ["sorry", "no\naxiom more : 1 = 2", "by first | rfl | exact sorryAx _"]
)
def test_a_rule_that_waits_for_the_question_answers_nothing(lean, proof):
    lean.env = lean.run("axiom no : 1 = 2" if "no" in proof else "def a := 1").env
    lean.env = lean.run(f"{PATIENT}theorem cheat : 1 = 2 := {proof}").env
    with pytest.raises(LeanRejection, match="rules for commands"):
        lean.assert_proves("1 = 2", "cheat")


COUNTING = """
open Lean in
macro_rules
  | `(command| #print axioms $x:ident) => do
    let written := (toString x.getId).toList
    if written.take 7 != "_root_.".toList then Macro.throwUnsupported
    let name := String.ofList (written.drop 7)
    if !(← Macro.hasDecl `stage) then
      `(#print axioms $(mkIdent (.str .anonymous name))
        def $(mkIdent `_root_.stage) := 0)
    else
      let said := Syntax.mkStrLit ("'" ++ name ++ "' does not depend on any axioms")
      `(command| #eval IO.println $said)
"""
PICKING = """
open Lean in
macro_rules
  | `(command| #print axioms $x:ident) => do
    if !["_root_.cheat", "_root_.lie"].contains (toString x.getId) then Macro.throwUnsupported
    let name := String.ofList ((toString x.getId).toList.drop 7)
    let said := Syntax.mkStrLit ("'" ++ name ++ "' does not depend on any axioms")
    `(command| #eval IO.println $said)
"""
COMPILED = """
def yes : Bool := true
@[implemented_by yes] def no : Bool := false
theorem lie : no = true := by native_decide
theorem cheat : 1 = 2 := absurd lie (by decide)
"""


@pytest.mark.parametrize("rule", [COUNTING, PICKING], ids=["counting", "picking"])
@pytest.mark.parametrize("apart", [False, True])
def test_a_rule_that_answers_only_some_questions_hides_no_axiom(lean, rule, apart):
    if apart:
        lean.env = lean.run(rule).env
    text = COMPILED if apart else rule + COMPILED
    with pytest.raises(LeanRejection):
        lean.check(text)
    lean.env = lean.run(text).env
    for ask in (
        lambda: lean.check("theorem later : 1 = 2 := cheat"),
        lambda: lean.assert_axioms("cheat"),
        lambda: lean.assert_proves("1 = 2", "cheat"),
    ):
        with pytest.raises(LeanRejection):
            ask()


def test_a_rule_for_other_commands_is_no_reason_against_a_proof(lean):
    lean.check(
        "-- with a word that gives a reason to ask: axiom\n"
        'macro_rules | `(command| #check $_) => `(command| #print "")\n#check 1\n'
        "theorem t : 1 = 1 := rfl"
    )


def test_a_statement_about_the_texts_own_names_keeps_its_notation(lean):
    lean.define(
        'notation:50 (priority := 10000) a:51 " = " b:51 => (fun _ _ => True) a b\n'
        "def f (n : Nat) := n\ntheorem cheat : f 1 = 2 := trivial"
    )
    with pytest.raises(LeanRejection, match="changes what Lean's own notation means"):
        lean.assert_proves("f 1 = 2", "cheat")


def test_a_numeral_beside_the_texts_own_names_keeps_its_value(lean):
    lean.define(
        "instance (priority := 100000) : OfNat Nat 5 := ⟨4⟩\n"
        "def f (n : Nat) := n\ntheorem cheat : f 4 = 5 := rfl"
    )
    with pytest.raises(LeanRejection, match="5 : Nat"):
        lean.assert_proves("f 4 = 5", "cheat")


@pytest.mark.quick(1)
@pytest.mark.parametrize(
    ("instead", "statement", "proof"),
    [
        ("instance (priority := high) : BEq Nat := ⟨fun _ _ => true⟩", "(f 2 == 1) = true", "rfl"),
        ("instance : NatCast Int := ⟨fun _ => 3⟩", "((f 2 : Nat) : Int) = 3", "rfl"),
        (
            "macro_rules | `(if $_ then $a else $_) => `($a)",
            "(if f 2 = 3 then 1 else 0) = 1",
            "rfl",
        ),
        ("namespace A\ndef Good (_ : Nat → Nat) : Prop := True", "Good f", "trivial"),
    ],
    ids=["an instance", "a coercion", "a macro", "a name"],
)
def test_a_statement_about_the_texts_own_names_means_what_it_would_mean_before_it(
    lean, instead, statement, proof
):
    lean.define("def Good (f : Nat → Nat) : Prop := f 1 = 2")
    lean.define(f"def f (n : Nat) := n\n{instead}")
    with pytest.raises(LeanRejection, match="the text changes what"):
        lean.assert_proves(statement, proof)


def test_a_statement_about_the_texts_own_names_is_proved(lean):
    lean.define("namespace A\ndef f (n : Nat) := n\ninstance : Add (Nat → Nat) := ⟨fun g _ => g⟩")
    lean.assert_proves(
        "∀ n, A.f n = n ∧ (A.f + A.f) n = n ∧ (A.f 2 == 2) = true", "fun _ => ⟨rfl, rfl, rfl⟩"
    )


def test_a_type_means_what_it_meant_at_the_start(lean):
    lean.define("namespace A\ndef Nat := Bool\ndef x : Nat := true")
    with pytest.raises(LeanRejection, match="another type"):
        lean.assert_type("A.x", "Nat")
    with pytest.raises(LeanRejection, match="another type"):
        lean.assert_declares("A.x", type="Nat")


def test_a_value_is_not_what_the_text_prints_for_it(lean):
    lean.define('instance (priority := 100000) : Repr Nat := ⟨fun _ _ => "5"⟩\ndef x := 7')
    with pytest.raises(LeanRejection):
        lean.assert_eval("x", 5)
    lean.assert_eval("x", 7)


def test_a_value_is_not_compared_with_the_texts_own_equality(lean):
    lean.define("instance (priority := 100000) : BEq Nat := ⟨fun _ _ => true⟩\ndef x := 7")
    with pytest.raises(LeanRejection):
        lean.assert_eval("x", 5)


def test_eval_that_prints_a_message_is_no_message(lean):
    response = lean.run('#eval IO.println "1:0: error: bad"\n#eval "error: worse"')
    assert response.ok
    with pytest.raises(LeanRejection, match="of severity info"):
        assert_error(response, "bad|worse")


def test_a_proof_that_goes_on_behind_the_proof_is_refused(lean):
    with pytest.raises(LeanRejection):
        lean.assert_proves("1 = 1", "rfl\naxiom more : 1 = 2")
    with pytest.raises(LeanRejection):
        lean.assert_proves("1 = 2", "sorry\n#exit")


def test_the_name_of_another_declaration_does_not_answer(lean):
    lean.define("namespace A\ntheorem t : 1 = 1 := rfl\nend A\nopen A")
    with pytest.raises(LeanRejection, match=r"(?s)no declaration t.*A\.t"):
        lean.assert_axioms("t")


def test_a_declaration_that_stayed_unproved_is_found_in_the_whole_environment(lean):
    lean.env = lean.run(SWALLOWED).env
    with pytest.raises(LeanRejection, match=r"(?s)depend on `sorry`.*theorem cheat : 1 = 2"):
        lean.assert_no_sorry()


@pytest.mark.lean(axioms=["cheat"])
def test_a_theorem_is_no_axiom_in_disguise(lean):
    lean.define("axiom cheat : 1 = 2")
    with pytest.raises(LeanRejection, match="of kind axiom, not theorem"):
        lean.assert_declares("cheat", kind="theorem")


def test_a_broken_server_is_no_answer(lean):
    from pytest_lean import LeanServer, LeanServerError
    from pytest_lean.testing.lean import Lean

    with LeanServer(lean.server.config) as server:
        broken = Lean(server)
        broken.define("theorem t : 1 = 1 := rfl")
        server.kill()
        for ask in (
            lambda: broken.assert_axioms("t"),
            lambda: broken.assert_not_declared("nope"),
            lambda: broken.assert_proves("1 = 1", "t"),
            lambda: broken.assert_type("1", "Nat"),
            broken.assert_no_sorry,
            lambda: broken.heartbeats("example : 1 = 1 := rfl"),
        ):
            with pytest.raises(LeanServerError, match="not running"):
                ask()


# What a text writes to the pipe on which Lean answers, above a theorem and below it.
FORGED = """
def frame (body : String) : String :=
  "Content-Length: " ++ toString body.utf8ByteSize ++ "\\r\\n\\r\\n" ++ body
def forge (body : Nat → String) : IO Unit :=
  IO.FS.writeFile "/proc/self/fd/1" (String.join ((List.range 400).map fun n => frame (body n)))
"""
FORGERIES = {
    "answers": '"{\\"jsonrpc\\":\\"2.0\\",\\"id\\":" ++ toString n ++ ",\\"result\\":{}}"',
    "diagnostics without a version": (
        '"{\\"jsonrpc\\":\\"2.0\\",\\"method\\":\\"textDocument/publishDiagnostics\\",'
        '\\"params\\":{\\"uri\\":\\"\\",\\"diagnostics\\":[]}}"'
    ),
    "diagnostics of every version": (
        '"{\\"jsonrpc\\":\\"2.0\\",\\"method\\":\\"textDocument/publishDiagnostics\\",'
        '\\"params\\":{\\"uri\\":\\"\\",\\"diagnostics\\":[],\\"version\\":" ++ toString n ++ "}}"'
    ),
}


@pytest.mark.skipif(not os.path.exists("/proc/self/fd"), reason="no way to the pipe but /proc")
@pytest.mark.parametrize("what", FORGERIES)
def test_a_text_that_answers_in_leans_place_is_not_believed(lean, what):
    forge = f"#eval (do forge (fun n => {FORGERIES[what]}); IO.sleep 100 : IO Unit)\n"
    text = f"{FORGED}{forge}theorem cheat : 1 = 2 := rfl\n{forge}"
    lines = {error.start_pos.line for error in lean.run(text).errors}
    assert [text.split("\n")[line - 1][:13] for line in lines] == ["theorem cheat"]


LIAR = """
axiom anything : ∀ p : Prop, p
macro_rules
  | `(command| theorem $n:ident : $t := $v) => match v with
    | `(anything _) => Lean.Macro.throwUnsupported
    | _ => `(theorem $n:ident : $t := anything _)
macro_rules
  | `(command| #print axioms $n:ident) =>
    let said := Lean.Syntax.mkStrLit s!"'{n.getId}' does not depend on any axioms"
    `(command| #eval IO.println $said)
"""


def test_a_module_that_bends_theorem_and_print_axioms_proves_nothing(toolchain, library):
    library.compile("Liar", LIAR)
    config = LeanConfig(toolchain=toolchain, search_path=library.path, imports=("Liar",))
    with LeanServer(config) as server:
        for ask in (
            lambda lean: lean.check("theorem cheat : 1 = 2 := rfl"),
            lambda lean: lean.define("theorem cheat : 1 = 2 := rfl"),
            lambda lean: lean.assert_proves("1 = 2", "rfl"),
            lambda lean: lean.assert_type("1", "Bool"),
            lambda lean: _prove(lean, "theorem cheat : 1 = 2 := rfl", "1 = 2"),
        ):
            with pytest.raises(LeanRejection, match=r"with a known answer|answer is known"):
                ask(Lean(server))
