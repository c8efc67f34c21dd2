"""Does the usual notation still mean what it meant where the test started?

A statement that speaks of what a text declares can only be read behind that text, which
may have changed ``=`` or ``5`` on the way. So the notation that the statement uses is held
against its meaning before the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pytest_lean.language.syntax import words
from pytest_lean.testing.assertions.variables import reads_the_same_before
from pytest_lean.testing.failure import LeanRejection
from pytest_lean.testing.questions import SAMENESS
from pytest_lean.testing.script import Script
from pytest_lean.testing.subject import Subject

# A closed term for each sign; which of them Lean knows where the test starts is found out.
_TERMS = {
    "=": ("fun (α : Type) (x y : α) => x = y",),
    "≠": ("fun (α : Type) (x y : α) => x ≠ y",),
    "≍": ("fun (α β : Type) (x : α) (y : β) => x ≍ y",),
    "∧": ("fun (p q : Prop) => p ∧ q",),
    "∨": ("fun (p q : Prop) => p ∨ q",),
    "¬": ("fun (p : Prop) => ¬ p",),
    "↔": ("fun (p q : Prop) => p ↔ q",),
    "→": ("fun (p q : Prop) => p → q", "fun (p q : Type) => p → q"),
    "∀": ("fun (p : Type → Prop) => ∀ x, p x",),
    "∃": ("fun (p : Type → Prop) => ∃ x, p x",),
    "×": ("fun (p q : Type) => p × q",),
    "<": ("fun (x y : Nat) => x < y", "fun (x y : Int) => x < y"),
    ">": ("fun (x y : Nat) => x > y", "fun (x y : Int) => x > y"),
    "≤": ("fun (x y : Nat) => x ≤ y", "fun (x y : Int) => x ≤ y"),
    "≥": ("fun (x y : Nat) => x ≥ y", "fun (x y : Int) => x ≥ y"),
    "∣": ("fun (x y : Nat) => x ∣ y", "fun (x y : Int) => x ∣ y"),
    "+": ("fun (x y : Nat) => x + y", "fun (x y : Int) => x + y"),
    "-": ("fun (x y : Nat) => x - y", "fun (x y : Int) => x - y", "fun (x : Int) => -x"),
    "*": ("fun (x y : Nat) => x * y", "fun (x y : Int) => x * y"),
    "/": ("fun (x y : Nat) => x / y", "fun (x y : Int) => x / y"),
    "%": ("fun (x y : Nat) => x % y", "fun (x y : Int) => x % y"),
    "^": ("fun (x y : Nat) => x ^ y",),
    "(": ("fun (p : Prop) => (p)",),
}
_NAMES = frozenset(
    "True False Nat Int Bool String Char List Array Option Prod Eq Ne And Or Not Iff Exists "
    "true false".split()
)
_NUMERAL = re.compile(r"(?<![\w.'!?])\d+(?![\w.])")


def require_usual_notation(lean: Subject, *texts: str) -> None:
    """Fail if ``texts`` mean something else than where the test started.

    Raises:
        LeanRejection: it names the notation, or the text.
    """
    history = lean.history()
    if not history:
        return
    same = [reads_the_same_before(lean, text) for text in texts]
    terms = _terms_in(text for text, is_same in zip(texts, same, strict=True) if not is_same)
    if terms:
        _require_same_terms(lean, terms)
    if False in same:
        raise LeanRejection(
            f"the text changes what `{texts[same.index(False)]}` means: read before the text, with "
            "variables in the place of what the text declares, it is something else",
            history[-1].response,
        )


def _require_same_terms(lean: Subject, terms: list[str]) -> None:
    ask = lean.questions
    known = _known(lean, terms)
    script = ask.script(SAMENESS)
    for index, term in enumerate(known):
        script.line(f"noncomputable def _root_.{ask.name(f'old{index}')} := {term}")
    env, _ = ask.lay(script)
    question = Script()
    lines = {}
    for index, term in enumerate(known):
        now, old = ask.name(f"new{index}"), ask.name(f"old{index}")
        first = question.line(f"noncomputable def _root_.{now} := {term}")
        statement = f"{ask.name('same')} {old} {now}"
        proof = f"{ask.name('refl')} {old}"
        question.line(f"theorem _root_.{ask.name(f'alike{index}')} : {statement} := {proof}")
        lines[first] = lines[first + 1] = term
    response = ask.run(question, env)
    wrong = [
        lines[error.start_pos.line] for error in response.errors if error.start_pos.line in lines
    ]
    if wrong or response.errors:
        which = f": `{wrong[0]}`" if wrong else ""
        raise LeanRejection(
            f"the text changes what Lean's own notation means{which} is something else than "
            "where the test started",
            lean.history()[-1].response,
        )
    ask.certify(response.env, None)


def _terms_in(texts: Iterable[str]) -> list[str]:
    found: list[str] = []
    for text in texts:
        for sign, terms in _TERMS.items():
            if sign in text:
                found += terms
        found += [word for word, _ in words(text) if word in _NAMES]
        for number in _NUMERAL.findall(text):
            found += [f"({number} : Nat)", f"({number} : Int)"]
    return list(dict.fromkeys(found))


def _known(lean: Subject, terms: list[str]) -> list[str]:
    """Return those of ``terms`` that Lean accepts where the test starts."""
    start = lean.history()[0].parent
    script = Script()
    lines = [script.line(f"noncomputable example := {term}") for term in terms]
    response = lean.run_on(str(script), start, asks=False)
    wrong = {message.start_pos.line for message in response.errors}
    return [term for line, term in zip(lines, terms, strict=True) if line not in wrong]
