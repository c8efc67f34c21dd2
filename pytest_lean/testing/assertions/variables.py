"""Does a statement about what a text declares read the same before that text?

Such a statement is accepted only behind the text, which may have changed what the rest of it
means: by a notation, an instance, a coercion, or a name that shadows another. So it is also read
before the text, with variables in the place of what the text declares, and the kernel is asked
whether both are the same. What needs more of the text than its functions (a type, an instance, a
notation of its own) cannot be read so.
"""

from __future__ import annotations

import re

from pytest_lean.language.syntax import NAME, code
from pytest_lean.testing.failure import LeanRejection
from pytest_lean.testing.questions import SAMENESS, Questions
from pytest_lean.testing.script import Script, said_on
from pytest_lean.testing.subject import Subject

_PRINT = (
    "set_option format.width 1000000",
    "set_option pp.maxSteps 1000000000",
    "set_option pp.deepTerms true",
    "set_option pp.all true",
)


def reads_the_same_before(lean: Subject, text: str) -> bool | None:
    """Return whether ``text`` means the same before the last text of the test.

    Args:
        lean: where Lean accepts ``text``.
        text: a term of Lean that needs names of the last text.

    Returns:
        None if it cannot be read there, or if Lean gives no answer.
    """
    types = _types(lean, text)
    if not types:
        return None
    ask = lean.questions
    variables = {word: ask.name(f"variable {word}") for word in types}
    binders = " ".join(f"({variables[word]} : {of})" for word, (_, of) in types.items())
    script = ask.script(SAMENESS)
    script.term(
        f"noncomputable def _root_.{ask.name('before')} {binders} :=",
        "term",
        _with(text, variables),
    )
    try:
        env, is_before = ask.lay(script)
    except LeanRejection:
        return None
    return _are_same(ask, env, text, [full for full, _ in types.values()]) if is_before else None


def _are_same(ask: Questions, env: int, text: str, names: list[str]) -> bool | None:
    """Return whether what was read before is, of ``names``, what ``text`` is now."""
    before, now, applied = ask.name("before"), ask.name("now"), ask.name("applied")
    terms, question = Script(), Script()
    terms.term(f"noncomputable def _root_.{now} :=", "term", text)
    arguments = " ".join(f"@_root_.{name}" for name in names)
    terms.line(f"noncomputable def _root_.{applied} := {before} {arguments}")
    read = ask.run(terms, env)
    if read.errors:
        return None
    put = ask.put(question, f" : {ask.name('same')} {applied} {now}", f"{ask.name('refl')} {now}")
    try:
        return ask.answer(ask.run(question, read.env), put).holds
    except LeanRejection:
        return None


def _types(lean: Subject, text: str) -> dict[str, tuple[str, str]]:
    """Return the full name and the type of each declaration of the last text, by its word in it."""
    steps = lean.history()
    if not steps:
        return {}
    declared = [declaration.name for declaration in steps[-1].response.declarations]
    found: dict[str, str] = {}
    for word in dict.fromkeys(match[0] for match in NAME.finditer(code(text))):
        full = [name for name in declared if name == word or name.endswith(f".{word}")]
        if full:
            found[word] = word if word in full else full[-1]
    if not found:
        return {}
    known, shown = Script(), Script(*_PRINT)
    lines = {known.line(f"#check @{word}"): word for word in found}
    refused = {
        error.start_pos.line
        for error in lean.run_on(str(known), steps[-1].parent, asks=False).errors
    }
    asked = {
        shown.line(f"#check @_root_.{found[word]}"): word
        for line, word in lines.items()
        if line in refused
    }
    if not asked:
        return {}
    response = lean.run_on(str(shown), lean.env, asks=False)
    told = said_on(response)
    types = {}
    for line, word in asked.items():
        _, colon, of = re.sub(r"\s*\n\s*", " ", told.get(line, "")).partition(" : ")
        if not colon:
            return {}
        types[word] = found[word], of
    return types


def _with(text: str, variables: dict[str, str]) -> str:
    """Return ``text`` with variables in the place of words."""
    parts, at = list[str](), 0
    for match in NAME.finditer(code(text)):
        parts += text[at : match.start()], variables.get(match[0], match[0])
        at = match.end()
    return "".join([*parts, text[at:]])
