"""How a proof is laid out for Lean when it has to state what was asked for.

The statement stands before the text, where nothing of the text can have changed what it means;
behind the text a theorem of ours states it, and the text's theorem has to prove that. The names
are random. What a text may do to that theorem by macros is no matter of the layout: such a text
gets a second look (:func:`may_deceive`).
"""

from __future__ import annotations

import dataclasses
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from pytest_lean.language.syntax import code, read_header, tokens
from pytest_lean.messages import Message, Pos, Reason
from pytest_lean.server import hints
from pytest_lean.server.inquiry import blank_exit

Where = Literal["text", "statement", "claim"]
# What runs code of the text's while it is elaborated, or changes what is run.
_RUNS = re.compile(
    r"#eval|#reduce|\b(?:initialize|builtin_initialize|simproc|dsimproc|implemented_by|extern|csimp"
    r"|run_\w+|unsafe|IO|reducible_eval|by_elab)\b"
)


@dataclass(frozen=True)
class Layout:
    """A text with the statement above it and the claim below, and the way back.

    Attributes:
        text: what Lean is given.
        asked: the name of the statement; empty if none is asked for.
        claim: the name of the theorem behind the text; empty likewise.
        head: the line of the text's header on which the statement is put in.
        above: how many lines that adds.
        last: the number of the last line of the text, in what Lean is given.
    """

    text: str
    asked: str = ""
    claim: str = ""
    head: int = 0
    above: int = 0
    last: int = 0

    def where(self, message: Message) -> Where:
        """Return what a message is about."""
        if not self.claim:
            return "text"
        line = message.start_pos.line
        if line > self.last:
            return "claim"
        return "statement" if self.head < line <= self.head + self.above else "text"

    def moved(self, messages: Iterable[Message]) -> tuple[Message, ...]:
        """Return the messages about the text, at their places in it."""
        if not self.claim:
            return tuple(messages)
        return tuple(
            dataclasses.replace(
                message,
                start_pos=self._back(message.start_pos),
                end_pos=self._back(message.end_pos),
            )
            for message in messages
            if self.where(message) == "text"
        )

    def told(self, reasons: Iterable[Reason]) -> tuple[str, ...]:
        """Return the sentences of the reasons about the text, with its own numbers of lines.

        A reason about what stands around the text is left out, if the text has one of its own: it
        says the same of a name that nobody has written.
        """
        ours = {self.asked, self.claim} - {""}
        own = [reason for reason in reasons if reason.declaration not in ours]
        return tuple(map(self._sentence, own or reasons))

    def _sentence(self, reason: Reason) -> str:
        if reason.pos is None:
            return reason.sentence
        line = self._back(reason.pos).line
        return re.sub(rf"\bline {reason.pos.line}\b", f"line {line}", reason.sentence)

    def _back(self, at: Pos) -> Pos:
        return at if at.line <= self.head else Pos(at.line - self.above, at.column)


def lay_out(text: str, theorem: str | None, statement: str | None) -> Layout:
    """Return what Lean is given for a text that has to prove a statement, if one is given."""
    if theorem is None or statement is None:
        return Layout(text)
    text = _without_final_exit(text)
    mark = secrets.token_hex(8)
    asked, claim = f"pytestLeanStatement{mark}", f"pytestLeanClaim{mark}"
    end = read_header(text).end
    # A name that is not there is an error, not a variable that the statement holds for as well.
    above = (
        f"\nset_option autoImplicit false in\nnoncomputable def _root_.{asked} : Prop := (\n"
        f"{statement}\n)\n"
    )
    head = text.count("\n", 0, end) + 1
    # The rest of the header's line goes on the last line that is added, so each later line of the
    # text moves down by as many.
    laid = f"{text[:end]}{above}{text[end:]}"
    last = laid.count("\n") + 1
    behind = f"\ntheorem _root_.{claim} : _root_.{asked} := @_root_.{theorem}\n"
    return Layout(laid + behind, asked, claim, head if end else 0, above.count("\n"), last)


def _without_final_exit(text: str) -> str:
    """Return ``text`` with an ``#exit`` blanked behind which nothing but comments stands.

    Lean would not read the theorem that is put there.
    """
    if "#exit" not in text:
        return text
    code_in = [(start, end) for kind, start, end in tokens(text) if kind != "comment"]
    start, end = code_in[-2][0] if len(code_in) > 1 else 0, code_in[-1][1]
    begins_a_line = not text[text.rfind("\n", 0, start) + 1 : start].strip()
    if text[start:end] != "#exit" or not begins_a_line:
        return text
    return blank_exit(text, Pos.at(text, start))


def may_deceive(text: str) -> bool:
    """Return whether a text can have bent what Lean says of it from inside Lean's process.

    It cannot if it neither changes syntax nor options for Lean's developers, nor runs code of its
    own. A word in a comment at the most costs a second look.
    """
    found = hints.read(text)
    if found.syntax != hints.Syntax() or found.hides_on or found.names_options:
        return True
    return found.unchecked is not None or found.may_stop or bool(_RUNS.search(code(text)))
