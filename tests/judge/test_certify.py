"""``lean.certify``: what is proved is certified, what only looks like it is refused by a check."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path

import pytest

from pytest_lean import Certificate, Lean, LeanBuildError, LeanRejection, LeanTimeoutError
from pytest_lean.judge.refusal import Refusal
from pytest_lean.judge.second_look import SecondLook
from pytest_lean.judge.trusted_side import TrustedStart, parts_of
from pytest_lean.testing.lean import Start

ADD = "theorem t (a b : Nat) : a + b = b + a := Nat.add_comm a b"
HOSTILE = Path(__file__).with_name("hostile")
# file: (theorem, statement that is asked for, the check that refuses it)
CASES = {
    "split_option": ("cheat", "1 = 2", "kernel"),
    "aim_at_theorem": ("cheat", "1 = 2", "statement"),
    "aim_at_print_axioms": ("cheat", "1 = 2", "axioms"),
    "late": ("cheat", "1 = 2", "statement"),
    "prelude": ("boom", "False", "imports"),
    "forge": ("cheat", "1 = 2", "compiled"),
    "halt": ("cheat", "1 = 2", "theorem"),
    "clash": ("pytestLeanExample0", "1 = 2", "statement"),
    "weaker": ("cheat", "1 = 2", "statement"),
    "redefined": ("Goal.cheat", "∀ a b : Nat, a = b", "statement"),
    "theorem_swallowed": ("cheat", "1 = 2", "theorem"),
}


def refused(look: SecondLook, text: str, theorem: str, statement: str, **more: object) -> Refusal:
    with pytest.raises(Refusal) as caught:
        look.certify(text, theorem=theorem, statement=statement, timeout=120, **more)
    return caught.value


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_text_is_refused_by_the_check_that_it_is_for(look: SecondLook, name: str) -> None:
    theorem, statement, check = CASES[name]
    text = (HOSTILE / f"{name}.lean").read_text(encoding="utf-8")
    assert refused(look, text, theorem, statement).check == check


def test_all_hostile_texts_are_looked_at() -> None:
    assert {path.stem for path in HOSTILE.glob("*.lean")} == CASES.keys()


def test_a_link_is_no_compiled_file(tmp_path: Path) -> None:
    (tmp_path / "Other.olean").write_bytes(b"olean")
    (tmp_path / "Proof.olean").symlink_to(tmp_path / "Other.olean")
    assert parts_of(tmp_path / "Other.olean") == (b"olean",)
    assert parts_of(tmp_path / "Proof.olean") == ()


def test_a_certificate_tells_what_was_found(look: SecondLook) -> None:
    found = look.certify(ADD, theorem="t", statement="∀ a b : Nat, a + b = b + a", timeout=120)
    assert (found.theorem, found.statement) == ("t", "∀ a b : Nat, a + b = b + a")
    assert found.compared
    assert found.axioms == ()
    assert found.kernel == "replayed by Lean 4.35.0"
    assert re.fullmatch("[0-9a-f]{64}", found.digest)
    first, second, third = str(found).split("\n")
    assert first == "certified: t : ∀ a b : Nat, a + b = b + a, the statement asked for"
    assert second.startswith("axioms: none; kernel: replayed by Lean 4.35.0; sandbox: ")
    assert third.startswith(f"sha256: {found.digest}; ")
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.theorem = "u"  # type: ignore[misc]


def test_a_certificate_goes_through_json(look: SecondLook) -> None:
    found = look.certify(
        "theorem t (p : Prop) : p ∨ ¬p := Classical.em p", theorem="t", timeout=120
    )
    assert found.axioms == ("Classical.choice", "Quot.sound", "propext")
    assert json.loads(found.to_json())["axioms"] == list(found.axioms)
    assert Certificate.from_json(found.to_json()) == found
    with pytest.raises(ValueError, match="no certificate"):
        Certificate.from_json('{"theorem": "t"}')


def test_without_a_statement_the_certificate_tells_what_is_proved(look: SecondLook) -> None:
    found = look.certify(ADD, theorem="t", timeout=120)
    assert found.statement == "∀ (a : Nat) (b : Nat), a + b = b + a"
    assert not found.compared
    assert ", the statement asked for" not in str(found)


def test_the_digest_depends_on_all_that_was_asked(look: SecondLook) -> None:
    statement = "∀ a b : Nat, a + b = b + a"
    digests = [
        look.certify(ADD, theorem="t", timeout=120).digest,
        look.certify(ADD, theorem="t", statement=statement, timeout=120).digest,
        look.certify(ADD + "\n", theorem="t", statement=statement, timeout=120).digest,
        look.certify(ADD, TrustedStart(texts=("def f := 1",)), theorem="t", timeout=120).digest,
    ]
    assert len(set(digests)) == len(digests)
    assert look.certify(ADD, theorem="t", timeout=120).digest == digests[0]


@pytest.mark.parametrize(
    ("statement", "proved"),
    [
        ("∀ a b : Nat, a + b = b + a", "(a b : Nat) : a + b = b + a"),
        ("∀ {b : Nat} (a : Nat), b + a = a + b", "(x y : Nat) : x + y = y + x"),
        ("∀ n : Nat, (match n with | 0 => 1 | k + 1 => k + 2) = n + 1", None),
        ("∀ {α : Sort u} (a : α), a = a", "{β : Sort v} (b : β) : b = b"),
        ("∃ n : Nat, n * n = 49", None),
    ],
)
def test_binders_universes_and_matchers_may_be_called_otherwise(
    look: SecondLook, statement: str, proved: str | None
) -> None:
    proof = (
        "by first | exact Nat.add_comm _ _ | rfl | exact ⟨7, rfl⟩"
        " | exact fun n => by cases n <;> rfl"
    )
    before = "def before : Nat → Nat | 0 => 1 | k + 1 => k + 2"
    text = f"{before}\ntheorem t {proved or ': ' + statement} := {proof}"
    start = TrustedStart(texts=("universe u",))
    assert look.certify(text, start, theorem="t", statement=statement, timeout=120).compared


def test_a_text_may_use_what_the_test_declares(look: SecondLook) -> None:
    start = TrustedStart(
        texts=(
            "open Nat\ndef f (n : Nat) := n + 1\n",
            'namespace A\nvariable (m : Nat)\nlocal notation "two" => 2\ndef g := f 1',
        )
    )
    found = look.certify(
        "theorem t : g = two ∧ succ m = f m := ⟨rfl, rfl⟩",
        start,
        theorem="A.t",
        statement="∀ m : Nat, g = two ∧ succ m = f m",
        timeout=120,
    )
    assert found.compared


def test_the_texts_own_definitions_are_no_part_of_the_statement(look: SecondLook) -> None:
    with pytest.raises(ValueError, match=r"(?s)not accepted by Lean.*compiled apart from the text"):
        look.certify(
            "def f := 1\ntheorem t : f = 1 := rfl", theorem="t", statement="f = 1", timeout=120
        )


def test_an_axiom_of_the_start_is_allowed_by_name(look: SecondLook) -> None:
    start = TrustedStart(texts=("axiom ax : 1 = 2",))
    text = "theorem t : 2 = 1 := ax.symm"
    with pytest.raises(Refusal, match="t rests on the axiom ax, not among those allowed"):
        look.certify(text, start, theorem="t", timeout=120)
    assert look.certify(text, start, theorem="t", allowed=["ax"], timeout=120).axioms == ("ax",)


def test_an_axiom_of_the_text_is_refused_though_its_name_is_allowed(look: SecondLook) -> None:
    text = "axiom ax : 1 = 2\ntheorem t : 2 = 1 := ax.symm"
    refusal = refused(look, text, "t", "2 = 1", allowed=["ax"])
    assert refusal.check == "axioms"
    assert "which it declares itself" in str(refusal)


def test_a_sorry_of_the_start_is_found_below_the_proof(look: SecondLook) -> None:
    start = TrustedStart(texts=("theorem open_case : 1 = 2 := sorry",))
    with pytest.raises(Refusal, match=r"the axiom sorryAx \(a `sorry`\)"):
        look.certify("theorem t : 2 = 1 := open_case.symm", start, theorem="t", timeout=120)


def test_what_lean_rejects_is_refused_with_its_messages_at_their_places(look: SecondLook) -> None:
    start = TrustedStart(texts=("open Nat\ndef f := 1",))
    with pytest.raises(Refusal) as caught:
        look.certify("\ntheorem t : f = 2 := rfl", start, theorem="t", timeout=120)
    assert caught.value.check == "compiled"
    errors = [one for one in caught.value.messages if one.severity == "error"]
    assert {error.start_pos.line for error in errors} == {2}


@pytest.mark.parametrize(
    ("text", "theorem", "told"),
    [
        ("def t : 1 = 1 := rfl", "t", "t is a definition, not a theorem"),
        ("namespace A\ntheorem t : 1 = 1 := rfl", "t", "the text declares no t; its theorems: A.t"),
        ("-- nothing", "t", "the text declares no t, and no theorem"),
        ("theorem t : 1 = 1 := rfl", "t..u", "'t..u' is not the name of a declaration"),
        (
            "theorem Nat.add_comm' : 1 = 1 := rfl",
            "Nat.add_comm",
            "the text declares no Nat.add_comm",
        ),
    ],
)
def test_a_theorem_that_is_not_there_is_told(
    look: SecondLook, text: str, theorem: str, told: str
) -> None:
    with pytest.raises(Refusal) as caught:
        look.certify(text, theorem=theorem, timeout=120)
    assert caught.value.check == "theorem"
    assert str(caught.value).startswith(told)


def test_a_start_that_does_not_compile_is_no_verdict(look: SecondLook) -> None:
    start = TrustedStart(texts=("def f : Nat := true",))
    with pytest.raises(LeanBuildError, match="what the test starts from cannot be compiled"):
        look.certify(ADD, start, theorem="t", timeout=120)


def test_a_text_that_takes_too_long_is_no_verdict(look: SecondLook) -> None:
    look.certify(ADD, theorem="t", timeout=120)
    with pytest.raises(LeanTimeoutError):
        look.certify(f"#eval (IO.sleep 60000 : IO Unit)\n{ADD}", theorem="t", timeout=3)
    assert look.certify(ADD, theorem="t", timeout=120).theorem == "t"


def test_a_file_is_certified_as_its_text_is(look: SecondLook, tmp_path: Path) -> None:
    path = tmp_path / "Proof.lean"
    path.write_text(ADD, encoding="utf-8")
    by_path, by_text = (look.certify(one, theorem="t", timeout=120) for one in (path, ADD))
    assert by_path.digest == by_text.digest


# The fixture, the gate, the assertions.


@pytest.mark.parametrize("wrong", [{"theorem": None}, {"theorem": "t", "statement": 1}])
def test_certify_takes_the_name_of_a_theorem_and_a_statement(lean, wrong) -> None:
    """A certificate of no theorem in particular would say nothing of an ``example``."""
    text = "set_option warn.sorry false\ntheorem t : True := trivial\nexample : 1 = 2 := sorry"
    with pytest.raises(TypeError, match="is a text of Lean's"):
        lean.certify(text, **wrong)


def test_certify_of_the_fixture_fails_the_test_with_the_check_and_the_source(lean) -> None:
    assert lean.certify(ADD, theorem="t", statement="∀ a b : Nat, a + b = b + a").compared
    with pytest.raises(LeanRejection) as caught:
        lean.certify("theorem t : 1 = 1 := rfl", theorem="t", statement="1 = 2")
    first = str(caught.value).split("\n")[0]
    assert first == (
        "not certified: another statement is proved (statement): t proves another statement: 1 = 1"
    )
    with pytest.raises(LeanRejection, match=r"(?s)does not accept.*theorem t : 1 = 2 := rfl\n.*\^"):
        lean.certify("theorem t : 1 = 2 := rfl", theorem="t", statement="1 = 2")


def test_certify_starts_from_what_the_test_defined(lean) -> None:
    lean.define("def f (n : Nat) := n + 1")
    assert lean.certify("theorem t : f 1 = 2 := rfl", theorem="t", statement="f 1 = 2").compared


SPLIT = (
    'macro "hush" : command => do\n'
    '  `(set_option $(Lean.mkIdent (.str `debug ("skipKernel" ++ "TC"))) true)\n'
    "hush\ntheorem cheat : 1 = 2 := by decide +kernel"
)


@pytest.mark.lean(trust="certified")
def test_under_certified_every_check_is_looked_at_again(lean) -> None:
    lean.check("example (a b : Nat) : a + b = b + a := Nat.add_comm a b")
    lean.define("def f (n : Nat) := n + 1\ntheorem f_one : f 1 = 2 := rfl\n#eval f 1")
    lean.check("theorem t : f 1 = 2 := f_one")


class Refusing:
    """A second look that refuses all that it is shown."""

    def __init__(self) -> None:
        self.shown: list[str] = []

    def certify(self, text: str, *_: object, **__: object) -> Certificate:
        self.shown.append(text)
        raise Refusal("kernel", "t: application type mismatch")


def test_under_certified_nothing_passes_that_the_second_look_refuses(lean) -> None:
    look = Refusing()
    certified = Lean(lean.server, Start(trust="certified"), look=lambda: look)
    for act in (certified.check, certified.define):
        with pytest.raises(
            LeanRejection, match=r"the kernel refuses it \(kernel\): t: application"
        ):
            act("example : 1 = 1 := rfl\ntheorem t : 2 = 2 := rfl")
    assert certified.env is None
    assert all("def _root_.pytestLeanExample" in text for text in look.shown)
    assert Lean(lean.server, look=lambda: look).check("theorem t : 1 = 1 := rfl").ok


@pytest.mark.lean(trust="elaborated")
def test_under_elaborated_only_errors_and_sorry_count(lean) -> None:
    lean.check("axiom no : 1 = 2\ntheorem t : 2 = 1 := no.symm")
    for text in ("theorem t : 1 = 2 := rfl", "theorem t : 1 = 2 := sorry"):
        with pytest.raises(LeanRejection):
            lean.check(text)


def test_certified_assertions_agree_with_what_holds(lean) -> None:
    lean.define(
        "def f (n : Nat) := n + 1\ntheorem f_one : f 1 = 2 := rfl\n"
        "theorem em (p : Prop) : p ∨ ¬p := Classical.em p"
    )
    assert lean.assert_proves("f 1 = 2", "f_one", certified=True) == frozenset()
    lean.assert_proves("∀ a b : Nat, a + b = b + a", "Nat.add_comm", certified=True)
    assert lean.assert_axioms("em", certified=True) == lean.axioms("em")
    assert lean.assert_axioms("Nat.add_comm", certified=True) == frozenset()
    lean.assert_no_sorry(certified=True)
    lean.assert_no_sorry("f_one", certified=True)
    assert lean.assert_declares("f_one", type="f 1 = 2", certified=True).kind == "theorem"


def test_certified_assertions_see_what_the_kernel_was_kept_from(lean) -> None:
    lean.env = lean.run(SPLIT).env
    for ask in (
        lambda: lean.assert_axioms("cheat", certified=True),
        lambda: lean.assert_no_sorry("cheat", certified=True),
        lambda: lean.assert_no_sorry(certified=True),
        lambda: lean.assert_proves("1 = 2", "cheat", certified=True),
        lambda: lean.assert_declares("cheat", type="1 = 2", certified=True),
    ):
        with pytest.raises(LeanRejection):
            ask()
