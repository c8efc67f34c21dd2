"""What is found about one command: why Lean is asked about it, and what the answers mean.

Promises: each reason why a text is not proved is made here, from the text and its settings alone
(:meth:`Findings.reasons`) or from what Lean answered (:meth:`Findings.reasons_in`). Which of Lean's
own messages count, and how the reasons become a verdict, is left to
:mod:`pytest_lean.server.verdict`.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pytest_lean.language.syntax import code, tokens
from pytest_lean.language.written import declarations as written_in
from pytest_lean.language.written import guards, is_left_behind
from pytest_lean.messages import Declaration, Message, OptionValue, Pos, Reason
from pytest_lean.server import hints as reading
from pytest_lean.server.document import Document
from pytest_lean.server.environment import Source
from pytest_lean.server.hints import Syntax
from pytest_lean.server.inquiry import Answers, Question, blank_exit
from pytest_lean.server.mailbox import Elaboration
from pytest_lean.server.reading import Span
from pytest_lean.server.sorries import warns_of_sorry
from pytest_lean.server.tracing import behind_first_rule
from pytest_lean.server.trust import SORRY, UNKNOWN, Trust, allowlist, as_claim, beyond

MACRO_AXIOM = "a macro declares an axiom, which has no name to allow it by"
UNREAD = "Lean stopped reading here: the rest was not checked"
_EXIT_WARNING = "using 'exit' to interrupt Lean"
_KERNEL_OPTION = re.compile(r"kernel|TC", re.IGNORECASE)


@dataclass(frozen=True)
class Before:
    """What bears on a command from outside its text.

    Attributes:
        trust: what is known of the environment that the command continues.
        imports: axioms of the imported modules; UNKNOWN is among them if they are not known.
        options: the configured options, and those of the command.
        allowed: full names of axioms that may be used besides Lean's own.
        asks: whether Lean may be asked about the text.
        spans: parts of the text of which the caller wants to know whether Lean read a command
            there; None if it does not want to know.
        details: whether to find out what may take another elaboration.
    """

    trust: Trust
    imports: frozenset[str]
    options: Mapping[str, OptionValue]
    allowed: Collection[str]
    asks: bool = True
    spans: Sequence[Span] | None = None
    details: bool = True


class Findings:
    """What is found about one command.

    Args:
        document: the document that was elaborated.
        messages: the command's messages.
        declared: the command's declarations.
        before: what bears on the command from outside its text.

    Attributes:
        source: the command in the form that later commands continue: a final ``#exit`` is blanked.
        hints: the reasons to ask Lean that its text gives.
        trace: whether macros may set options or declare things that only a trace shows.
    """

    def __init__(
        self,
        document: Document,
        messages: list[Message],
        declared: tuple[Declaration, ...],
        before: Before,
    ) -> None:
        self._document = document
        self._messages = messages
        self._declared = declared
        self._before = before
        self.source = _without_final_exit(document.source, messages)
        self._text = self.source.text
        self.hints = document.hints
        has_notations = bool(before.trust.syntax.tokens)
        if has_notations or self.source is not document.source:
            options = document.base + self.source.preface
            self.hints = reading.read(self._text, options, has_notations=has_notations)
        self._syntax = before.trust.syntax.then(self.hints.syntax)
        self._uses = self._syntax_in_use()
        accepted = allowlist(before.allowed)
        own = before.trust.own_axioms
        self._foreign = beyond(before.trust.around | before.imports, accepted, own)
        self._offered = self._foreign | beyond(self.hints.offers, accepted, own)
        self.trace = self._traces()

    def _syntax_in_use(self) -> Syntax:
        """Return the syntax that the text may use: its own, and that of earlier commands."""
        inherited = self._before.trust.syntax
        if inherited.tokens and inherited.is_used_by(self._text):
            return self._syntax
        return self.hints.syntax

    def _traces(self) -> bool:
        """Return whether macros may set options or declare things that only a trace shows."""
        used = self._uses
        named = used.computes or used.names_options or used.names_axioms
        named = named or bool(self._foreign) or self.hints.names_axioms
        return self.hints.names_options or (bool(used.tokens) and named)

    @property
    def asks(self) -> bool:
        """Whether the text, what it continues or what it imports gives a reason to ask Lean."""
        hints, used = self.hints, self._uses
        if hints.hides or hints.names_axioms or hints.may_stop or self.trace or used.has_commands:
            return True
        if not self._foreign:
            return False
        return bool(self._declared) or any(
            declaration.keyword == "example" for declaration in written_in(self._text)
        )

    def question(self, elaboration: Elaboration) -> Question:
        """Return what Lean is asked about the text whose outcome is ``elaboration``."""
        is_first = self._uses == self.hints.syntax and not self.hints.names_options
        return Question(
            self._document,
            self.source,
            self._declared,
            self._messages,
            about_unsafe=self.hints.is_unsafe,
            trace=self.trace,
            first_rule=behind_first_rule(self._document, elaboration.info)
            if self.trace and is_first
            else None,
        )

    def reasons(self) -> Iterator[Reason]:
        """Yield the reasons that the text, its settings and its messages give by themselves."""
        errors = [said for said in self._messages if said.severity == "error"]
        if errors:
            count = "an error" if len(errors) == 1 else f"{len(errors)} errors"
            yield Reason("error", f"Lean reports {count}", errors[0].start_pos)
        starts = {Pos.at(self._text, start) for start in self.source.header.starts}
        if self._document.header:  # without a header nothing is imported
            starts.add(Pos(1, 0))
        for error in errors:
            if error.start_pos == error.end_pos and error.start_pos in starts:
                sentence = f"what the text imports could not be loaded: {_brief(error.data)}"
                yield Reason("imports", sentence, error.start_pos)
        if "prelude" in self._document.header:
            sentence = (
                "the text begins with `prelude`: it declares anew what Lean and its kernel "
                "take for known"
            )
            yield Reason("prelude", sentence)
        wrong = reading.wrong_option(self._before.options)
        if wrong is not None:
            yield _of_option(wrong, "is configured")
        if self.hints.unchecked is not None:
            name, offset = self.hints.unchecked
            at = Pos.at(self._text, offset)
            sentence = f"line {at.line} can declare what the kernel has not checked ({name})"
            yield Reason("kernel", sentence, at)

    def reasons_in(self, answers: Answers) -> Iterator[Reason]:
        """Yield the reasons that Lean's answers give."""
        if not answers.read_to_end:
            yield self._unread()
            return
        if not answers.trusted:
            sentence = (
                "the text changes what Lean's own commands mean: a question whose answer is known "
                "came out otherwise"
            )
            yield Reason("bent", sentence)
        elif self._syntax.elaborates:
            sentence = (
                "the text, or what it continues, has a program that elaborates commands of Lean's "
                "own, so Lean's answers are that program's: `certify` does not need them"
            )
            yield Reason("bent", sentence)
        yield from self._of_macros(answers)
        dropped = list(self._dropped(answers))
        yield from dropped
        known = {(said.start_pos, said.data) for said in self._messages}
        for message in answers.messages:
            if warns_of_sorry(message) and (message.start_pos, message.data) not in known:
                line = message.start_pos.line
                sentence = f"line {line} uses `sorry`, and the warning about it is kept back"
                yield Reason("sorry", sentence, message.start_pos)
        yield from self._unanswered(answers, {reason.pos for reason in dropped})
        yield from self._swallowed()
        for declaration in self._declared:
            if declaration.name in answers.unsafe_proofs:
                sentence = (
                    f"`{declaration.name}` is unsafe: Lean does not check that it proves its type"
                )
                yield Reason("unsafe", sentence, declaration.start_pos, declaration.name)
        for example in answers.examples:
            if example.name in answers.unsafe_proofs:
                at = Pos.at(self._text, example.start)
                sentence = f"the example on line {at.line} is unsafe: it proves nothing"
                yield Reason("unsafe", sentence, at)

    def lacks_names(self, answers: Answers) -> bool:
        """Return whether declarations that nobody asked about may rest on an axiom."""
        written = len(self._written("theorem lemma example instance"))
        return bool(self._offered) and answers.shown.made > written

    def _of_macros(self, answers: Answers) -> Iterator[Reason]:
        """Yield the reasons that Lean's trace of the macros gives."""
        shown = answers.shown
        yield from (_of_option(name, "is set") for name in shown.options)
        for name in shown.hiding:
            sentence = f"`{name}` is set: Lean does not show then what the text's macros do"
            yield Reason("unknown", sentence)
        if not answers.is_traced:
            yield Reason("unknown", "Lean does not show which options the text's macros set")
        if shown.guards:
            yield Reason("unknown", "a macro keeps back what Lean says, as `#guard_msgs` does")
        if self.lacks_names(answers) and answers.further is None:
            sentence = (
                "a macro declares what has no name to ask for, and the text, or what it continues "
                f"or imports, has {_names(self._offered)}"
            )
            yield Reason("unknown", sentence)
        if shown.axioms > len(self._written("axiom")):
            yield Reason("axiom", MACRO_AXIOM)

    def trust(self, reasons: Iterable[Reason], answers: Answers | None, *, clean: bool) -> Trust:
        """Return what is known of the command by itself."""
        reasons = tuple(reasons)
        around = {*self._before.imports, *self.hints.offers}
        if not clean or any(reason.name in ("sorry", "unknown", "dropped") for reason in reasons):
            around.add(SORRY)
        if self.hints.hides_on or (self.asks and not _is_answered(answers)):
            around.add(UNKNOWN)
        claims = []
        if answers is not None and answers.trusted:
            for declaration in self._declared:
                axioms = answers.axioms.get(declaration.name)
                if axioms is not None:
                    claims.append(as_claim(declaration, axioms))
                    around |= axioms
            for name in answers.further or ():
                axioms = answers.axioms.get(name)
                if axioms is not None:
                    at = Pos(1, 0)
                    claims.append(as_claim(Declaration(name, "", at, at), axioms))
                    around |= axioms
            expected = self._expected_examples(answers)
            for example in answers.examples:
                axioms = answers.axioms.get(example.name)
                if axioms is not None and example.start not in expected:
                    at = Pos.at(self._text, example.start)
                    claims.append(as_claim(Declaration("", "example", at, at), axioms))
        lasting = tuple(
            reason for reason in reasons if reason.name in ("kernel", "option", "prelude")
        )
        return Trust(
            reasons=reasons,
            lasting=lasting,
            claims=tuple(claims),
            around=frozenset(around),
            own_axioms=own_axioms(self._declared, reasons),
            syntax=self.hints.syntax,
        )

    def reaches_end(self, answers: Answers | None, *, clean: bool) -> bool | None:
        """Return whether Lean reads a command behind the text; None if it was not asked."""
        if answers is not None:
            return answers.goes_on
        return None if not clean or self._syntax.tokens or self.asks else True

    def _unread(self) -> Reason:
        place = Pos.at(self._text, 0)
        for message in self._messages:
            if _EXIT_WARNING in message.data:
                place = message.start_pos
        return Reason("unread", UNREAD, place)

    def _dropped(self, answers: Answers) -> Iterator[Reason]:
        """Yield the errors that ``#guard_msgs`` takes from a declaration that stays behind.

        An error is also yielded if the guard drops it without saying which error it expects.
        """
        known = {said.start_pos for said in self._messages if said.severity == "error"}
        found = guards(self._text)
        for message in answers.messages:
            if message.severity != "error" or message.start_pos in known:
                continue
            at = message.start_pos.offset_in(self._text)
            guard = next(
                (candidate for candidate in reversed(found) if candidate.start <= at), None
            )
            if guard is None:
                continue
            kept = is_left_behind(self._text, guard)
            if kept is None and (
                not self._is_example(guard.end)
                or (guard.states_messages and not guard.drops_errors)
            ):
                continue
            line = Pos.at(self._text, guard.start).line
            behind = next(
                (
                    declaration
                    for declaration in written_in(self._text)
                    if declaration.start > guard.end
                ),
                None,
            )
            name = behind.name if behind is not None and kept else ""
            what = f"`{name}`" if name else "what it guards"
            sentence = (
                f"#guard_msgs on line {line} takes away an error of {what}: {_brief(message.data)}"
            )
            yield Reason("dropped", sentence, message.start_pos, name or None)

    def _is_example(self, offset: int) -> bool:
        first = next(
            (declaration for declaration in written_in(self._text) if declaration.start >= offset),
            None,
        )
        between = code(self._text)[offset : first.start] if first is not None else "#"
        return first is not None and first.keyword == "example" and "#" not in between

    def _expected_examples(self, answers: Answers) -> set[int]:
        """Return where the examples begin whose error a guard expects; they declare nothing."""
        guarded = self._guarded_examples()
        known = {said.start_pos for said in self._messages if said.severity == "error"}
        wrong = [
            message.start_pos.offset_in(self._text)
            for message in answers.messages
            if message.severity == "error" and message.start_pos not in known
        ]
        starts = [declaration.start for declaration in written_in(self._text)]
        expected = set[int]()
        for example in answers.examples:
            if example.start not in guarded:
                continue
            end = min((start for start in starts if start > example.start), default=len(self._text))
            if any(example.start <= at < end for at in wrong):
                expected.add(example.start)
        return expected

    def _guarded_examples(self) -> set[int]:
        """Return where the examples begin that follow a ``#guard_msgs``."""
        ends = [guard.end for guard in guards(self._text) if self._is_example(guard.end)]
        starts = [declaration.start for declaration in written_in(self._text)]
        return {min(start for start in starts if start >= end) for end in ends}

    def _unanswered(self, answers: Answers, dropped: Collection[Pos | None]) -> Iterator[Reason]:
        """Yield a reason for each declaration whose axioms Lean did not tell."""
        for declaration in self._declared:
            if answers.axioms.get(declaration.name) is None:
                sentence = f"Lean does not say what `{declaration.name}` depends on"
                yield Reason("unknown", sentence, declaration.start_pos, declaration.name)
        for name in answers.further or ():
            if answers.axioms.get(name) is None:
                sentence = f"Lean does not say what `{name}` depends on, which a macro declares"
                yield Reason("unknown", sentence, None, name)
        wrong = self._expected_examples(answers)
        failed = {said.start_pos.line for said in self._messages if said.severity == "error"}
        for example in answers.examples:
            at = Pos.at(self._text, example.start)
            if answers.axioms.get(example.name) is None and example.start not in wrong:
                if at.line not in failed and at not in dropped:
                    sentence = f"Lean did not declare the example on line {at.line}"
                    yield Reason("swallowed", sentence, at)

    def _swallowed(self) -> Iterator[Reason]:
        """Yield a reason for each declaration in the text that Lean did not make."""
        if not self._uses.tokens or any(said.severity == "error" for said in self._messages):
            return
        names = {_bare(declaration.name) for declaration in self._declared}
        for declaration in written_in(self._text):
            name = _bare(declaration.name.removeprefix("_root_."))
            if not name or any(known == name or known.endswith(f".{name}") for known in names):
                continue
            at = Pos.at(self._text, declaration.start)
            sentence = (
                f"`{declaration.name}` stands on line {at.line} and is not declared: "
                "another command has taken it"
            )
            yield Reason("swallowed", sentence, at)

    def _written(self, keywords: str) -> list[int]:
        wanted = keywords.split()
        return [
            declaration.start
            for declaration in written_in(self._text)
            if declaration.keyword in wanted
        ]


def _is_answered(answers: Answers | None) -> bool:
    """Return whether Lean told what each declaration that it was asked about depends on."""
    return answers is not None and answers.trusted and None not in answers.axioms.values()


def own_axioms(declared: Iterable[Declaration], reasons: Iterable[Reason]) -> frozenset[str]:
    """Return the axioms that a text declares itself; UNKNOWN stands for those of a macro."""
    names = {declaration.name for declaration in declared if declaration.kind == "axiom"}
    if any(reason.sentence == MACRO_AXIOM for reason in reasons):
        names.add(UNKNOWN)
    return frozenset(names)


def _of_option(name: str, how: str) -> Reason:
    if _KERNEL_OPTION.search(name):
        sentence = f"`{name}` {how}: the kernel does not check what is declared"
        return Reason("kernel", sentence)
    return Reason(
        "option",
        f"`{name}` {how}: an option for Lean's developers, with which proofs are no proofs",
    )


def _without_final_exit(source: Source, messages: Iterable[Message]) -> Source:
    """Return ``source`` without an ``#exit`` behind which nothing but comments stands."""
    for message in messages:
        if message.severity == "warning" and _EXIT_WARNING in message.data:
            rest = source.text[message.end_pos.offset_in(source.text) :]
            if all(kind == "comment" for kind, _, _ in tokens(rest)):
                text = blank_exit(source.text, message.start_pos)
                return dataclasses.replace(source, text=text)
    return source


def _bare(name: str) -> str:
    return name.replace("«", "").replace("»", "")


def _brief(text: str) -> str:
    return text.strip().split("\n", 1)[0][:200]


def _names(axioms: Collection[str]) -> str:
    known = sorted(axioms - {UNKNOWN}) if isinstance(axioms, frozenset) else sorted(axioms)
    return ", ".join(f"`{axiom}`" for axiom in known) or "axioms that are not known"
