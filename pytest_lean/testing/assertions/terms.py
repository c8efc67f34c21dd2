"""Assertions about terms: types, equality, proofs, values. Lean decides all of them.

What a test says means what it means in the earliest environment of the test in which Lean
accepts it; :mod:`pytest_lean.testing.questions` tells why and how.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from pytest_lean.language.values import is_known_type, lean_literal
from pytest_lean.public import public
from pytest_lean.server.hints import is_plain
from pytest_lean.testing.assertions.allowed import allowlist, require_allowed
from pytest_lean.testing.assertions.notation import require_usual_notation
from pytest_lean.testing.failure import LeanRejection
from pytest_lean.testing.printed import readable_type_of
from pytest_lean.testing.questions import (
    SAMENESS_AT_A_TYPE,
    TYPES,
    Answer,
    Questions,
    require_text,
)
from pytest_lean.testing.render import Failure, all_said
from pytest_lean.testing.script import USUAL_NOTATION, Script, said_on
from pytest_lean.testing.subject import Subject, check_lean

_PLAIN = (
    "set_option format.width 1000000",
    "set_option pp.raw false",
    *(f"set_option {option}" for option in USUAL_NOTATION),
)
_MOST_UNIVERSES = 3


@public
def assert_type(lean: Subject, expression: str, type: str) -> None:
    """Assert the type of an expression, up to definitional equality.

    It is the expression's own type: no coercion, and no numeral that could also be of
    another type. Only if it has none by itself (``[]``, ``none``), ``type`` decides.

    Args:
        lean: where.
        expression: a term of Lean.
        type: a type of Lean.

    Raises:
        LeanRejection: with the type that it has.
        TypeError, ValueError: for a wrong argument.
    """
    check_lean("assert_type", lean)
    require_type(lean, require_text("expression", expression), type, expression)


@public
def assert_defeq(lean: Subject, a: str, b: str) -> None:
    """Assert that two expressions are equal by definition; ``b`` is read at the type of ``a``.

    Lean decides with its default transparency: what is irreducible, such as functions by
    well-founded recursion, is not unfolded.

    Args:
        lean: where.
        a: a term of Lean.
        b: another.

    Raises:
        LeanRejection: they are not.
        TypeError, ValueError: for a wrong argument.
    """
    check_lean("assert_defeq", lean)
    a, b = require_text("a", a), require_text("b", b)
    ask, question = lean.questions, Script()
    at_once = ask.ask_at_once(
        lambda kit: _two_terms(ask, a, b, controls=kit), Script(), *_sameness(ask)
    )
    if at_once is not None:
        if not at_once[1]:
            require_usual_notation(lean, a, b)
        return
    put = ask.put(question, *_sameness(ask))
    response, early = ask.lay_and_run(_two_terms(ask, a, b), question)
    if not early:
        require_usual_notation(lean, a, b)
    answer = ask.answer(response, put)
    if not answer.holds:
        lines = [f"a:  {a}", f"b:  {b}", *_reduced(lean, a, b)]
        headline = "a and b are not equal by definition"
        raise LeanRejection(Failure(headline, ("\n".join(lines),)), answer.response)


@public
def assert_reducible_to(lean: Subject, expression: str, normal_form: str) -> None:
    """Assert what an expression reduces to, as ``#reduce`` does.

    ``normal_form`` has to be one: equal to the expression by definition, and such that
    ``#reduce`` leaves it as it is.

    Args:
        lean: where.
        expression: a term of Lean.
        normal_form: what is left of it.

    Raises:
        LeanRejection: with what it reduces to.
        TypeError, ValueError: for a wrong argument.
    """
    check_lean("assert_reducible_to", lean)
    a, b = require_text("expression", expression), require_text("normal_form", normal_form)
    ask, question = lean.questions, Script()
    env, early = ask.lay(_two_terms(ask, a, b))
    if not early:
        require_usual_notation(lean, a, b)
    put = ask.put(question, *_sameness(ask))
    answer = ask.answer(ask.run(question, env), put)
    if not answer.holds:
        parts = (f"expected:  {b}", *_reduced(lean, a, b))
        raise LeanRejection(Failure(f"{a} reduces to something else", parts), answer.response)
    script = Script(*_PLAIN)
    reduced = script.term("#reduce", "normal_form", b)
    checked = script.term("#check", "normal_form", b)
    response = ask.run(script, env)
    told = said_on(response)
    if response.errors or reduced not in told:
        raise ask.refusal("Lean cannot reduce it", script, response)
    if not told.get(checked, "").startswith(told[reduced] + " :"):
        parts = (f"it reduces to:  {told[reduced]}",)
        raise LeanRejection(Failure(f"{b} is not a normal form", parts), response)


@public
def assert_proves(
    lean: Subject,
    statement: str,
    by: str,
    *,
    allowed: Iterable[str] | None = None,
    certified: bool = False,
) -> frozenset[str]:
    """Assert that a term or a tactic block proves a statement.

    Args:
        lean: where.
        statement: a proposition of Lean.
        by: its proof: a term, or ``by ...``.
        allowed: the axioms that it may depend on, as for :func:`assert_axioms`.
        certified: whether a second look at what the test defined, from outside of the process
            that elaborated it, has to agree; see docs/verdicts.md.

    Returns:
        The axioms that it depends on.

    Raises:
        LeanRejection: with Lean's error, or with an axiom that is not allowed.
        TypeError, ValueError: for a wrong argument.
    """
    check_lean("assert_proves", lean)
    statement, by = require_text("statement", statement), require_text("by", by)
    accepted = allowlist(lean, allowed)
    axioms = _proved_at_once(lean, statement, by)
    if axioms is None:
        axioms = _proved(lean, statement, by)
    require_allowed(lean, "the proof", axioms, accepted)
    if certified:
        seen = lean.certifier.proves(statement, by, accepted).axioms
        require_allowed(lean, "the proof", frozenset(seen), accepted)
    return axioms


def _proved_at_once(lean: Subject, statement: str, by: str) -> frozenset[str] | None:
    """Return, if ``by`` proves ``statement``, the axioms that it depends on.

    None if one command does not tell: where the proof gives Lean's messages a reason not to be
    enough, and where something is wrong.
    """
    ask = lean.questions
    proof, claim = _proof(ask, statement, by), ask.name("claim")
    if not is_plain(str(proof)):
        return None
    at_once = ask.ask_at_once(
        lambda kit: _statement(ask, statement, controls=kit), proof, *_proves_it(ask)
    )
    if at_once is None:
        return None
    answer, early = at_once
    if not early:
        require_usual_notation(lean, statement)
    made = {one.name for one in answer.response.declarations} - ask.of_controls()
    return answer.axioms if made <= {claim, *_parts_of(claim, made)} else None


def _statement(ask: Questions, statement: str, *, controls: bool = True) -> Script:
    script = ask.script(controls=controls)
    script.term(f"def _root_.{ask.name('statement')} : Prop :=", "statement", statement)
    return script


def _proves_it(ask: Questions) -> tuple[str, str]:
    """Return statement and proof of the question whether the claim is the statement.

    With the ``@`` nothing is put in for what the claim supposes. Without it Lean would take the
    instances among the variables of an open section, which the question would suppose as well.
    """
    return f" : {ask.name('statement')}", f"@{ask.name('claim')}"


def _proved(lean: Subject, statement: str, by: str) -> frozenset[str]:
    """Return the axioms of ``by``, which has to prove ``statement``.

    Raises:
        LeanRejection: it does not.
    """
    ask = lean.questions
    proof = _proof(ask, statement, by)
    response, early = ask.lay_and_run(_statement(ask, statement), proof, asks=True)
    if not early:
        require_usual_notation(lean, statement)
    made = {declaration.name for declaration in response.declarations}
    if response.errors or response.has_sorry:
        raise ask.refusal("the statement is not proved", proof, response)
    other = [reason for reason in response.unproved if reason.name != "axiom"]
    if other:
        raise LeanRejection(f"the statement is not proved: {ask.readable(str(other[0]))}", response)
    if not made <= {ask.name("claim"), *_parts_of(ask.name("claim"), made)}:
        raise LeanRejection(f"the proof is more than a proof: it declares {sorted(made)}", response)
    answer = ask.certify(response.env, *_proves_it(ask))
    if not answer.accepted:
        headline = (
            "what is proved is not the statement: its notation means something else than "
            "where the test started, or a variable of an open section stands before it"
        )
        raise LeanRejection(Failure(headline, tuple(_lean_on(ask, answer))), answer.response)
    return answer.axioms


@public
def assert_eval(lean: Subject, expression: str, value: Any) -> None:
    """Assert the value that Lean computes for an expression.

    It is Lean that compares, with the equality that the type has where the test started. A
    type without one, or without a way to write ``value`` in it, is compared as the text
    that ``#eval`` prints, if ``value`` is a str.

    Args:
        lean: where.
        expression: a term of Lean.
        value: an int, bool, str, None, or a list or tuple of such.

    Raises:
        LeanRejection: with the value that it has.
        TypeError, ValueError: for a wrong argument.
    """
    check_lean("assert_eval", lean)
    expression = require_text("expression", expression)
    lean_literal(value)  # a wrong one is found before Lean is asked
    type_text = readable_type_of(lean, expression)
    if not _has_value(lean, expression, type_text, value):
        shown = _evaluated(lean, expression)
        parts = (f"expected:  {_shown(value)}", f"value:     {shown}", f"type:      {type_text}")
        raise LeanRejection(Failure(f"{expression} has another value", ("\n".join(parts),)))


def _shown(value: object) -> str:
    try:
        return repr(value)
    except ValueError:  # it has a number in it that Python does not print
        return lean_literal(value)


def require_type(lean: Subject, expression: str, type: str, shown: str) -> None:
    """Fail unless ``expression``, which is ``shown``, is of the type ``type``."""
    type = require_text("type", type)
    ask = lean.questions
    early = _has_type_at_once(ask, expression, type)
    if early is not None:
        if not early:
            require_usual_notation(lean, type)
        return
    env, early = ask.lay(_type(ask, type))
    if not early:
        require_usual_notation(lean, type)
    subject = Script()
    subject.term(f"noncomputable def _root_.{ask.name('term')} :=", "expression", expression)
    response = ask.run(subject, env)
    if response.errors and any(_leaves_open(error.data, error.code) for error in response.errors):
        subject = Script()
        before = f"noncomputable def _root_.{ask.name('term')} : {ask.name('type')} :="
        subject.term(before, "expression", expression)
        response = ask.run(subject, env)
    if response.errors or response.has_sorry:
        raise ask.refusal(f"{shown} is not of type {type}", subject, response)
    term, wanted = ask.name("term"), ask.name("type")
    for count in range(_MOST_UNIVERSES + 1):
        levels = ", ".join(ask.name(f"u{index}") for index in range(count))
        universes = f".{{{levels}}}" if count else ""
        statement = f" : @{ask.name('hastype')} _ @{term}{universes} {wanted}{universes}"
        proof = f"@{ask.name('owntype')} _ @{term}{universes}"
        answer = ask.certify(response.env, universes + statement, proof)
        if answer.holds:
            return
    actual = lean.type_of(expression)
    parts = (f"expected:  {type}\nits type:  {actual}",)
    raise LeanRejection(Failure(f"{shown} is of another type", parts), answer.response)


def _has_type_at_once(ask: Questions, expression: str, type: str) -> bool | None:
    """Return, if ``expression`` is of the type ``type``, whether there are later texts.

    None if one command does not tell: what has universes, or no type of its own, takes more.
    """
    subject = Script()
    subject.term(f"noncomputable def _root_.{ask.name('term')} :=", "expression", expression)
    statement = f" : @{ask.name('hastype')} _ @{ask.name('term')} {ask.name('type')}"
    proof = f"@{ask.name('owntype')} _ @{ask.name('term')}"
    at_once = ask.ask_at_once(lambda kit: _type(ask, type, controls=kit), subject, statement, proof)
    return None if at_once is None else at_once[1]


def _type(ask: Questions, type: str, *, controls: bool = True) -> Script:
    script = ask.script(TYPES, controls=controls)
    script.term(f"noncomputable def _root_.{ask.name('type')} :=", "type", type)
    return script


def _two_terms(ask: Questions, a: str, b: str, *, controls: bool = True) -> Script:
    script = ask.script(SAMENESS_AT_A_TYPE, controls=controls)
    script.term(f"noncomputable def _root_.{ask.name('a')} :=", "a", a)
    before = (
        f"noncomputable def _root_.{ask.name('b')} : @{ask.name('typeof')} _ @{ask.name('a')} :="
    )
    script.term(before, "b", b)
    return script


def _sameness(ask: Questions) -> tuple[str, str]:
    """Return statement and proof of the question whether two terms are the same by definition."""
    statement = f" : @{ask.name('same')} _ @{ask.name('a')} @{ask.name('b')}"
    return statement, f"@{ask.name('refl')} _ @{ask.name('a')}"


def _proof(ask: Questions, statement: str, by: str) -> Script:
    """Return the claim: the statement as it reads now, so that tactics see it, and its proof."""
    lines = statement.split("\n")
    script = Script(f"theorem _root_.{ask.name('claim')} :", *lines, ":=")
    script.term("-- the proof", "by", by)
    return script


def _parts_of(name: str, made: Iterable[str]) -> list[str]:
    return [instance for instance in made if instance.startswith(f"{name}.")]


def _leaves_open(message: str, code: str | None) -> bool:
    """Return whether Lean could not find the type of a term by itself."""
    return code == "lean.inferDefTypeFailed" or "don't know how to synthesize" in message


def _reduced(lean: Subject, *expressions: str) -> list[str]:
    """Return what ``#reduce`` makes of ``expressions``, for a failure; nothing if it cannot."""
    script = Script(*_PLAIN)
    lines = [script.term("#reduce", "expression", expression) for expression in expressions]
    response = lean.run_on(str(script), lean.env, asks=False)
    told = said_on(response)
    return [
        f"{expression}  reduces to:  {told[line]}"
        for expression, line in zip(expressions, lines, strict=True)
        if line in told and told[line] != expression
    ]


def _lean_on(ask: Questions, answer: Answer) -> list[str]:
    """Return what Lean says against the question."""
    found = [
        re.sub(r"\s+", " ", ask.readable(message.data))
        for message in answer.response.errors
        if ask.name("no") not in message.data
    ]
    return [f"Lean says: {said}" for said in found[:1]]


def _has_value(lean: Subject, expression: str, type_text: str, value: Any) -> bool:
    """Return whether Lean computes ``value`` for ``expression``."""
    if type_text == "Prop" and isinstance(value, bool):  # `#eval` decides it
        expression, type_text = f"Decidable.decide (\n{expression}\n)", "Bool"
    literal = lean_literal(value, type_text)
    for equality in ("x == {}", "decide (x = {})"):
        verdict = _compare(lean, expression, type_text, literal, equality)
        if verdict is not None:
            return verdict
    if is_known_type(type_text):
        # Lean has no equality for it here. Is it the value's type at all?
        if not _is_accepted(lean, _value_script(lean.questions, type_text, literal)):
            return False
    elif not isinstance(value, str):
        return False
    return bool(lean.eval(expression) == value)


def _compare(
    lean: Subject, expression: str, type_text: str, literal: str, equality: str
) -> bool | None:
    """Let Lean compare; None if it has no such equality, or no such literal of the type."""
    ask = lean.questions
    script = _value_script(ask, type_text, literal)
    is_it = f"def _root_.{ask.name('is')} : {ask.name('T')} → Bool := fun x => "
    script.line(is_it + equality.format(ask.name("value")))
    for word in ("true", "false"):
        script.line(f"def _root_.{ask.name(word)} : Bool := Bool.{word}")
    if not _is_accepted(lean, script):
        return None
    env, _ = ask.lay(script)
    question = Script()
    question.term(f"def _root_.{ask.name('it')} : {ask.name('T')} :=", "expression", expression)
    lines = {word: question.line(f"#eval {ask.name(word)}") for word in ("true", "false")}
    asked = question.line(f"#eval {ask.name('is')} {ask.name('it')}")
    response = ask.run(question, env)
    if response.errors:
        raise ask.refusal("Lean does not evaluate it", question, response)
    told = said_on(response)
    # With an option of a text `#eval` prints the type as well.
    values = {line: said.removesuffix(" : Bool") for line, said in told.items()}
    if any(values.get(line) != word for word, line in lines.items()):
        headline = "no answer can be trusted: #eval does not print values"
        raise LeanRejection(Failure(headline, all_said(response)), response)
    return values.get(asked) == "true"


def _value_script(ask: Questions, type_text: str, literal: str) -> Script:
    script = ask.script()
    script.term(f"abbrev _root_.{ask.name('T')} :=", "type", type_text)
    script.term(f"def _root_.{ask.name('value')} : {ask.name('T')} :=", "value", literal)
    return script


def _is_accepted(lean: Subject, script: Script) -> bool:
    lean.questions.require_checked()
    try:
        lean.questions.lay(script)
    except LeanRejection:
        return False
    return True


def _evaluated(lean: Subject, expression: str) -> str:
    try:
        return _shown(lean.eval(expression))
    except LeanRejection as error:
        return error.failure.headline
