"""The assertions about environments: each passes, fails with words that help, refuses misuse."""

from __future__ import annotations

import pytest

from pytest_lean import (
    LeanRejection,
    Pos,
    assert_axioms,
    assert_declares,
    assert_defeq,
    assert_eval,
    assert_goal,
    assert_no_sorry,
    assert_not_declared,
    assert_proves,
    assert_reducible_to,
    assert_type,
    assert_unchanged,
)

MODEL = """\
def double (n : Nat) : Nat := n + n
theorem double_zero : double 0 = 0 := rfl
axiom choice_of_ours : ∀ p : Prop, p
theorem cheap : 1 = 2 := choice_of_ours _
theorem by_propext (p q : Prop) (h : p ↔ q) : p = q := propext h
inductive Color | red | green
structure Point where
  x : Nat
  y : Nat
abbrev Number := Nat
instance : Inhabited Color := ⟨.red⟩
private theorem hidden : 1 = 1 := rfl
def poly {α : Type u} (a : α) : α := a
namespace Left
theorem open' : 2 = 2 := rfl
"""


@pytest.fixture(scope="module")
def lean_preamble():
    return "def from_preamble : Nat := 3"


@pytest.fixture
def model(lean):
    lean.env = lean.run(MODEL).env  # it has an axiom, which define() refuses
    return lean


def failure(call, *args, **kwargs):
    with pytest.raises(LeanRejection) as caught:
        call(*args, **kwargs)
    return str(caught.value)


# Declarations


@pytest.mark.quick(5)
@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("double", "def"),
        ("double_zero", "theorem"),
        ("double_zero", "lemma"),
        ("choice_of_ours", "axiom"),
        ("Color", "inductive"),
        ("Color.red", "constructor"),
        ("Point", "structure"),
        ("Point.x", "field"),
        ("Number", "abbrev"),
        ("instInhabitedColor", "instance"),
        ("hidden", "theorem"),
        ("Left.open'", "theorem"),
        ("from_preamble", "def"),
        ("Nat.rec", "recursor"),
        ("propext", "axiom"),
    ],
)
def test_a_declaration_is_found_by_its_full_name_and_kind(model, name, kind):
    assert model.assert_declares(name, kind=kind).name == name


@pytest.mark.quick(2)
@pytest.mark.parametrize(
    ("name", "type"),
    [
        ("double", "Nat → Nat"),
        ("double", "(n : Number) → Nat"),
        ("double_zero", "0 = 0"),
        ("by_propext", "∀ p q : Prop, (p ↔ q) → p = q"),
        ("poly", "{α : Type _} → α → α"),
        ("Nat.add_comm", "∀ a b : Nat, a + b = b + a"),
    ],
)
def test_the_type_of_a_declaration_is_compared_by_lean(model, name, type):
    assert_declares(model, name, type=type)


def test_a_missing_declaration_is_named_with_the_closest(model):
    shown = failure(model.assert_declares, "doubel")
    assert shown.startswith("there is no declaration doubel\n\nclosest: double")


def test_another_kind_or_type_is_shown(model):
    shown = failure(model.assert_declares, "double_zero", kind="def")
    assert shown.startswith("double_zero is of kind theorem, not def")
    assert "theorem double_zero : double 0 = 0" in shown
    shown = failure(model.assert_declares, "double", type="Nat → Int")
    assert "expected:  Nat → Int\nits type:  Nat → Nat" in shown
    assert "written as abbrev" in failure(model.assert_declares, "Number", kind="def")


def test_a_type_that_lean_does_not_accept_is_shown_with_a_caret(model):
    shown = failure(model.assert_declares, "double", type="Nat →\n  Natt")
    assert "<type>:2:2: error [lean.unknownIdentifier]: Unknown identifier `Natt`" in shown
    assert "  2 |   Natt\n    |   ^^^^" in shown


def test_a_name_that_is_not_declared(model):
    assert_not_declared(model, "triple")
    shown = failure(model.assert_not_declared, "double")
    assert shown == "double is declared\n\ndef double (n : Nat) : Nat"


def test_an_unsafe_definition_is_one_as_well(lean):
    lean.define("unsafe def foo : Nat := 1")
    assert lean.assert_declares("foo", kind="def").axioms == frozenset()
    assert failure(lean.assert_not_declared, "foo").startswith("foo is declared")


def test_a_text_that_answers_for_print_makes_no_declaration_unknown(lean):
    lean.define("""
    def foo := 1
    macro (priority := high) "#print " x:ident : command => `(#check nope)
    """)
    assert "no answer can be trusted" in failure(lean.assert_not_declared, "foo")


# Axioms and sorry


def test_axioms_are_returned(model):
    assert model.assert_axioms("double_zero") == frozenset()
    assert model.assert_axioms("by_propext") == {"propext"}
    assert model.axioms("cheap") == {"choice_of_ours"}


def test_an_axiom_that_is_not_allowed_is_named(model):
    shown = failure(assert_axioms, model, "cheap")
    assert shown.startswith("cheap depends on an axiom not allowed")
    assert "choice_of_ours: an axiom of the text itself" in shown
    assert "allowed: Classical.choice, Quot.sound, propext" in shown


def test_the_allowlist_is_what_is_given(model):
    model.assert_axioms("cheap", allowed=["choice_of_ours"])
    assert "allowed: none" in failure(model.assert_axioms, "by_propext", allowed=())


def test_a_hook_adds_to_the_default_allowlist(pytester):
    pytester.makeconftest("def pytest_lean_allowed_axioms(): return ['ours']")
    pytester.makepyfile(
        """
        import pytest
        from pytest_lean import LeanRejection

        def test_allowed(lean):
            lean.define("axiom ours : 1 = 1\\ntheorem t : 1 = 1 := ours")
            lean.assert_axioms("t")

        def test_only_what_is_given(lean):
            lean.define("axiom ours : 1 = 1\\ntheorem t : 1 = 1 := ours")
            with pytest.raises(LeanRejection):
                lean.assert_axioms("t", allowed=["propext"])

        def test_no_other(lean):
            lean.define("axiom theirs : 1 = 1")
        """
    )
    pytester.runpytest().assert_outcomes(passed=2, failed=1)


@pytest.mark.parametrize(
    ("axiom", "words"),
    [
        ("sorryAx", "the proof uses `sorry`"),
        ("Lean.ofReduceBool", "trusts the compiler"),
        ("t._native.native_decide.ax_1", "trusts the compiler"),
        ("Some.other", "not on the allowlist"),
    ],
)
def test_what_an_axiom_means_is_said(lean, axiom, words):
    from pytest_lean.testing.assertions.declarations import require_allowed

    assert words in failure(require_allowed, lean, "t", frozenset({axiom}), frozenset())


def test_no_sorry_in_a_response_and_in_an_environment(model):
    assert_no_sorry(model.run("theorem t : 1 = 1 := rfl"))
    assert_no_sorry(model)
    model.assert_no_sorry("double_zero", "Nat.add_comm")


def test_a_sorry_is_shown_with_its_goal(lean):
    response = lean.run("theorem t (n : Nat) : n = 0 := by\n  sorry")
    shown = failure(assert_no_sorry, response)
    assert shown.startswith("not proved: the text uses `sorry`")
    assert "goal of the sorry:\nn : Nat\n⊢ n = 0" in shown


def test_a_sorry_in_an_example_is_found(lean):
    lean.define("theorem t : 1 = 1 := rfl")
    lean.env = lean.run("example : 1 = 2 := sorry").env
    assert "uses `sorry`" in failure(lean.assert_no_sorry)


def test_a_declaration_through_sorry_is_named(lean):
    lean.env = lean.run("theorem a : 1 = 2 := sorry\ntheorem b : 1 = 2 := a").env
    shown = failure(lean.assert_no_sorry)
    assert shown == "2 depend on `sorry`\n\ntheorem a : 1 = 2\ntheorem b : 1 = 2"
    assert failure(lean.assert_no_sorry, "b").startswith("1 depend on `sorry`")


# Types, equality, proofs, values


@pytest.mark.quick(3)
@pytest.mark.parametrize(
    ("expression", "type"),
    [
        ("double 3", "Nat"),
        ("double 3", "Number"),
        ("fun n => double n", "Nat → Nat"),
        ("[]", "List Nat"),
        ("@Left.open'", "2 = 2"),
        ("Nat", "Type"),
        ("1 -- a comment", "Nat -- another"),
    ],
)
def test_a_type_is_compared_by_lean(model, expression, type):
    assert_type(model, expression, type)


def test_another_type_is_shown_and_no_coercion_helps(model):
    shown = failure(model.assert_type, "double 3", "Int")
    assert shown.startswith("double 3 is of another type")
    assert "expected:  Int\nits type:  Nat" in shown


def test_a_term_that_lean_does_not_accept_is_shown_with_a_caret(model):
    shown = failure(model.assert_type, "double + nope", "Nat")
    assert "<expression>:1:9: error [lean.unknownIdentifier]: Unknown identifier `nope`" in shown
    assert "    |          ^^^^" in shown


def test_terms_that_are_equal_by_definition(model):
    model.assert_defeq("double 3", "6")
    assert_defeq(model, "fun n => double n", "double")
    model.assert_defeq("Number", "Nat")


def test_terms_that_are_not_equal_are_shown_with_what_they_reduce_to(model):
    shown = failure(model.assert_defeq, "double 3", "7")
    assert shown.startswith("a and b are not equal by definition")
    assert "double 3  reduces to:  6" in shown


def test_a_term_reduces_to_its_normal_form(model):
    assert_reducible_to(model, "double 3", "6")
    model.assert_reducible_to("[1, 2].map double", "[2, 4]")


def test_what_is_left_of_a_term_is_shown(model):
    shown = failure(model.assert_reducible_to, "double 3", "5")
    assert shown.startswith("double 3 reduces to something else")
    assert "double 3  reduces to:  6" in shown
    shown = failure(model.assert_reducible_to, "double 3", "3 + 3")
    assert shown == "3 + 3 is not a normal form\n\nit reduces to:  6"


def test_a_proof_is_accepted_and_its_axioms_returned(model):
    assert model.assert_proves("∀ n, double n = n + n", "fun _ => rfl") == frozenset()
    by = "by\n  intro p q h\n  exact by_propext p q h"
    assert assert_proves(model, "∀ p q : Prop, (p ↔ q) → p = q", by) == {"propext"}


def test_a_proof_that_fails_is_shown_with_leans_error(model):
    shown = failure(model.assert_proves, "∀ n, double n = n", "by\n  intro n\n  rfl")
    assert shown.startswith("the statement is not proved\n\n<by>:3:2: error: ")
    assert "  3 |   rfl\n    |   ^^^" in shown


def test_a_proof_by_an_axiom_that_is_not_allowed_is_refused(model):
    shown = failure(model.assert_proves, "1 = 2", "cheap")
    assert shown.startswith("the proof depends on an axiom not allowed")
    model.assert_proves("1 = 2", "cheap", allowed=["choice_of_ours"])


def test_a_statement_may_speak_of_earlier_texts(model):
    model.define("end Left\ndef triple (n : Nat) := double n + n")
    model.assert_proves("∀ n, triple n = double n + n", "fun _ => rfl")
    model.assert_proves("from_preamble = 3", "rfl")


@pytest.mark.quick(2)
@pytest.mark.parametrize(
    "head",
    [
        "universe u v\nvariable {α : Type u}",
        "noncomputable section",
        "set_option warningAsError true",
        "set_option pp.all true",
        "set_option format.width 20\nset_option pp.maxSteps 3",
        "set_option autoImplicit true",
        'local notation "ℕ" => Nat',
        "set_option trace.Meta.synthInstance true",
        "open Classical",
    ],
)
def test_what_a_text_leaves_open_does_not_get_in_the_way(lean, head):
    lean.define(f"{head}\ntheorem t : 1 = 1 := rfl\ndef d (n : Nat) : Nat := n + 1")
    assert lean.assert_axioms("t") == frozenset()
    lean.assert_declares("d", kind="def", type="Nat → Nat")
    lean.assert_not_declared("e")
    lean.assert_proves("∀ n, d n = n + 1", "fun _ => rfl")
    lean.assert_type("d 1", "Nat")
    lean.assert_defeq("d 1", "2")
    lean.assert_reducible_to("d 1", "2")
    lean.assert_goal("theorem g : 2 = 1 + 1 := sorry", "2 = 2")


def test_included_variables_do_not_keep_a_declaration_from_being_asked_for(lean):
    lean.define("section\nvariable (n : Nat) (h : n = 0)\ninclude h\ntheorem t : n = 0 := h")
    assert lean.assert_axioms("t") == frozenset()
    lean.assert_declares("t", kind="theorem", type="∀ n : Nat, n = 0 → n = 0")
    with pytest.raises(LeanRejection):
        lean.assert_axioms("nope")


def test_a_statement_can_be_asked_for_again_after_more_texts(lean):
    for name in ("first", "second"):
        lean.define(f"theorem {name} : 1 = 1 := rfl")
        lean.assert_proves("1 = 1", name)


def test_a_header_of_the_first_text_stays_at_the_head(server):
    from pytest_lean.testing.lean import Lean

    lean = Lean(server)
    lean.define("import Init\n\ntheorem t : 1 = 1 := rfl")
    lean.assert_proves("1 = 1", "t")
    lean.assert_axioms("t")


def test_a_text_without_any_library_proves_nothing(server):
    from pytest_lean.testing.lean import Lean

    lean = Lean(server)
    text = "prelude\ninductive N where | z | s (n : N)\ntheorem t (P : Prop) (h : P) : P := h"
    with pytest.raises(LeanRejection, match="begins with `prelude`"):
        lean.define(text)
    assert lean.declarations == ()


@pytest.mark.quick(3)
@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("double 21", 42),
        ("-(3 : Int)", -3),
        ("double 1 == 2", True),
        ("double 1 = 3", False),
        ('"a" ++ "\\n∀"', "a\n∀"),
        ("[1, 2].map double", [2, 4]),
        ("(some (double 1) : Option Nat)", 2),
        ("(none : Option Nat)", None),
        ("(double 1, true)", (2, True)),
    ],
)
def test_a_value_is_compared_by_lean(model, expression, value):
    assert_eval(model, expression, value)


def test_a_value_is_compared_however_the_text_wants_types_printed(model):
    model.define("set_option pp.all true\nset_option pp.maxSteps 1")
    assert_eval(model, "(some (double 1), [true])", (2, [True]))


def test_another_value_is_shown(model):
    shown = failure(model.assert_eval, "double 21", 41)
    assert "expected:  41\nvalue:     42\ntype:      Nat" in shown


@pytest.mark.parametrize("value", ["42", [42], None, True])
def test_a_value_of_another_type_is_another_value(model, value):
    assert "has another value" in failure(model.assert_eval, "double 21", value)


# The goal at a sorry

INDUCTION = """\
theorem t (n : Nat) : n + 0 = n := by
  induction n with
  | zero => rfl
  | succ n ih => sorry"""


def test_a_goal_is_compared_by_lean(lean):
    found = assert_goal(lean, INDUCTION, "n + 1 + 0 = n + 1", hypotheses={"ih": "n + 0 = n"})
    assert found.start_pos == Pos(4, 17)
    lean.assert_goal("theorem t (n : Nat) : n + 0 = n := sorry", "n = n", line=1)


def test_another_goal_is_shown(lean):
    shown = failure(lean.assert_goal, INDUCTION, "n = n + 1")
    assert shown.startswith("the goal at the `sorry` is another\n\nexpected:  ⊢ n = n + 1")
    assert "the goal is:\ncase succ\nn : Nat\nih : n + 0 = n\n⊢ n + 1 + 0 = n + 1" in shown
    assert "^^^^^" in shown
    shown = failure(lean.assert_goal, INDUCTION, "n + 1 = n + 1", hypotheses={"ih": "n = 0"})
    assert "expected:  ih : n = 0" in shown


def test_which_sorry_is_meant_has_to_be_clear(lean):
    text = "theorem a : 1 = 1 := sorry\ntheorem b : 2 = 2 := sorry"
    lean.assert_goal(text, "2 = 2", line=2)
    assert "there is 2 of them in the text; there is one on each of the lines 1, 2" in failure(
        lean.assert_goal, text, "1 = 1"
    )
    assert failure(lean.assert_goal, text, "1 = 1", line=3).startswith("there is no `sorry` on")


# Snapshots


@pytest.mark.lean(axioms=["ours"])
def test_the_difference_of_two_environments(lean):
    lean.define("axiom ours : 1 = 1\ndef a := 1\ntheorem t : 1 = 1 := rfl")
    before = lean.snapshot()
    start = lean.history()[0].parent
    lean.env = start
    lean.define("axiom ours : 1 = 1\ndef a := true\ntheorem t : 1 = 1 := ours\ndef b := 2")
    found = before.diff(lean.snapshot())
    assert [one.name for one in found.added] == ["b"]
    assert str(found) == (
        "+ def b : Nat\n"
        "~ a: its type is another\n    - def a : Nat\n    + def a : Bool\n"
        "~ t: its axioms are others\n    + ours"
    )
    assert "- def b : Nat" in str(lean.snapshot().diff(before))
    assert not before.diff(before)


def test_an_environment_that_changed_is_shown(lean):
    lean.define("def a := 1")
    before = lean.snapshot()
    assert_unchanged(before, lean.snapshot())
    lean.define("def b := 2")
    after = lean.snapshot()
    assert_unchanged(before, after, allow_added=True)
    assert (
        failure(assert_unchanged, before, after) == "the environment has changed\n\n+ def b : Nat"
    )


def test_a_plain_comparison_of_snapshots_explains_itself(pytester):
    pytester.makepyfile(
        """
        def test_bad(lean):
            before = lean.snapshot()
            lean.define("def b := 2")
            assert before == lean.snapshot()
        """
    )
    pytester.runpytest().stdout.fnmatch_lines(["E*the two environments differ", "E*+ def b : Nat"])


# Wrong use


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda it: assert_declares("lean", "t"), TypeError, "takes the Lean of a test"),
        (lambda it: assert_axioms(it.run(""), "t"), TypeError, "not CommandResponse"),
        (lambda it: assert_no_sorry("x"), TypeError, "takes the Lean of a test"),
        (
            lambda it: assert_no_sorry(it.run(""), "t"),
            TypeError,
            "names and certified are for a Lean",
        ),
        (lambda it: it.assert_no_sorry(), ValueError, "declared nothing to ask about"),
        (lambda it: it.assert_declares(3), TypeError, "by its name, not by int"),
        (lambda it: it.assert_declares("a b"), ValueError, "not the full name"),
        (lambda it: it.assert_declares("t\n#eval 1"), ValueError, "not the full name"),
        (lambda it: it.assert_declares("Nat", kind="thing"), ValueError, "kind must be one of"),
        (lambda it: it.assert_declares("Nat", type=""), ValueError, "type is empty"),
        (lambda it: it.assert_not_declared(""), ValueError, "not the full name"),
        (lambda it: it.assert_axioms("Nat", allowed="propext"), TypeError, "not a str"),
        (lambda it: it.assert_axioms("Nat", allow=[]), TypeError, "unexpected keyword"),
        (lambda it: it.assert_type("1", 3), TypeError, "type is a text of Lean's"),
        (lambda it: it.assert_type(" ", "Nat"), ValueError, "expression is empty"),
        (lambda it: it.assert_defeq("1"), TypeError, "missing"),
        (lambda it: it.assert_defeq(1, "1"), TypeError, "a is a text"),
        (lambda it: it.assert_reducible_to("1", None), TypeError, "normal_form is a text"),
        (lambda it: it.assert_proves("1 = 1", ""), ValueError, "by is empty"),
        (lambda it: it.assert_proves("1 = 1", "rfl", allowed="x"), TypeError, "not a str"),
        (lambda it: it.assert_eval("1", 1.5), TypeError, "a value is an int"),
        (lambda it: it.assert_goal("x", ""), ValueError, "goal is empty"),
        (lambda it: it.assert_goal("x", "a", line="1"), TypeError, "line is a whole number"),
        (lambda it: it.assert_goal(INDUCTION, "a -- b"), ValueError, "no comment"),
        (lambda it: assert_unchanged(it, it), TypeError, "takes two Snapshots"),
        (lambda it: it.snapshot().diff(3), TypeError, "compared with another"),
    ],
)
def test_wrong_use_is_refused(lean, call, error, words):
    with pytest.raises(error, match=words):
        call(lean)


def test_a_name_stands_below_the_root_only_once(lean):
    lean.define("theorem t : 1 = 1 := rfl")
    assert lean.assert_axioms("_root_.t") == frozenset()
    with pytest.raises(ValueError, match="not the full name"):
        lean.assert_axioms("_root_._root_.t")
