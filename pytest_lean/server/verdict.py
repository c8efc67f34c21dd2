"""Is it proved? The one module in which Lean's messages become a verdict.

Lean's messages alone are not enough: a warning can be switched off, an error can be swallowed,
Lean says nothing of an axiom, and nothing behind ``#exit`` is read. Where a text, an earlier
command or an import gives a reason (:mod:`~pytest_lean.server.hints`), Lean is asked once more
(:mod:`~pytest_lean.server.inquiry`). The result is a :class:`~pytest_lean.server.trust.Trust`.

Promises: a text that gives no reason is not asked about, so it costs no other elaboration; a
question without an answer counts against the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pytest_lean.messages import Declaration, Message, Pos, Reason, Sorry
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.declarations import find_declarations
from pytest_lean.server.document import Document
from pytest_lean.server.environment import Source
from pytest_lean.server.findings import Before, Findings
from pytest_lean.server.inquiry import inquire, inquire_by_name
from pytest_lean.server.mailbox import Elaboration
from pytest_lean.server.reading import unread_spans
from pytest_lean.server.sorries import find_sorries, warns_of_sorry
from pytest_lean.server.transport import Json
from pytest_lean.server.trust import Trust
from pytest_lean.server.worker import Worker

# It is a message of its own, or a tactic quotes it as what the kernel said.
_OUT_OF_MEMORY = re.compile(
    r"^\s*(?:\(kernel\) )?excessive memory consumption detected\b", re.MULTILINE
)


@dataclass(frozen=True)
class Judgement:
    """What one elaboration means.

    Attributes:
        messages: the command's messages, sorted by position.
        sorries: each ``sorry`` that was elaborated.
        declarations: the command's declarations.
        trust: what is known of the environment that the command leads to.
        clean: whether Lean reported no error in the command.
        reaches_end: whether Lean reads a command behind it; None if that is not known.
        source: the command in the form that later commands continue: a final ``#exit`` is blanked.
        unread: the indices of the spans in which Lean read no command.
    """

    messages: list[Message]
    sorries: tuple[Sorry, ...]
    declarations: tuple[Declaration, ...]
    trust: Trust
    clean: bool
    reaches_end: bool | None
    source: Source
    unread: tuple[int, ...] = ()


def judge(
    worker: Worker, document: Document, elaboration: Elaboration, deadline: Deadline, before: Before
) -> Judgement:
    """Read what Lean said, and ask for what it may not have said.

    Args:
        worker: the worker that has just elaborated ``document``.
        document: the document.
        elaboration: its outcome.
        deadline: the command's deadline.
        before: what bears on the command from outside its text.
    """
    messages = document.messages(elaboration.diagnostics)
    clean = not any(message.severity == "error" for message in messages)
    # If the process has ended, each further question takes another elaboration.
    is_gone = elaboration.complete is not None
    is_brief = is_gone and not clean and not before.details
    is_dear = is_gone and (not before.details or before.spans is not None)
    if elaboration.complete is not None and not is_brief:
        if elaboration.info is None or not is_dear:
            elaboration.info = elaboration.complete(deadline)

    def outline() -> list[Json]:
        # It is known what the declarations are; where they end is not worth another elaboration.
        asked = None if is_dear else worker.ask("textDocument/documentSymbol", {}, deadline)
        return asked or []

    declared = find_declarations(document, elaboration.info, outline)
    unread = unread_spans(
        before.spans or (),
        document,
        elaboration.info,
        lambda: worker.ask("textDocument/semanticTokens/full", {}, deadline),
    )
    sorries = () if is_brief else find_sorries(worker, document, messages, deadline)
    text = Findings(document, messages, declared, before)
    answers = None
    if text.asks and before.asks and not is_brief:
        question = text.question(elaboration)
        answers = inquire(worker, question, deadline)
        if text.lacks_names(answers):
            answers = inquire_by_name(worker, question, deadline) or answers
    reasons = [*text.reasons(), *_of_sorries(messages, sorries)]
    if answers is not None:
        reasons += text.reasons_in(answers)
    elif text.asks:
        reasons.append(Reason("unknown", "Lean was not asked what bears on the text"))
    if clean:
        stops = (_as_message(reason, text) for reason in reasons if reason.name == "unread")
        messages = sorted(
            [*messages, *stops],
            key=lambda message: (message.start_pos, message.end_pos),
        )
    return Judgement(
        messages=messages,
        sorries=sorries,
        declarations=declared,
        trust=before.trust.then(text.trust(reasons, answers, clean=clean)),
        clean=clean,
        reaches_end=text.reaches_end(answers, clean=clean),
        source=text.source,
        unread=unread,
    )


def tells_of_memory(message: Message) -> bool:
    """Return whether Lean says that it gave up for want of memory; a text can say so as well."""
    return message.severity == "error" and bool(_OUT_OF_MEMORY.search(message.data))


def _of_sorries(messages: Iterable[Message], sorries: Iterable[Sorry]) -> Iterator[Reason]:
    """Yield a reason for each place at which Lean itself tells of a ``sorry``."""
    warned = [message.start_pos for message in messages if warns_of_sorry(message)]
    for at in warned or [found.start_pos for found in sorries]:
        yield Reason("sorry", f"line {at.line} uses `sorry`", at)


def _as_message(reason: Reason, text: Findings) -> Message:
    place = reason.pos or Pos(1, 0)
    return Message(place, Pos.at(text.source.text, len(text.source.text)), reason.sentence, "error")
