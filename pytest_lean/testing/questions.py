"""Questions to Lean whose answers the text under test cannot bend.

A text can redefine notation, shadow names, rewrite commands by macros, and print what looks
like a message. So nothing is asked in words that such a text could have changed:

- What a test says (a statement, a type, a value) is elaborated in the **earliest** of its
  environments in which Lean accepts it, before the text that comes later; that text is
  then elaborated once more on top, and what it proves is held against the first meaning.
- The names of a question are random, and the question is put to the kernel as a theorem
  about those names, in no notation at all.
- Beside each question stand **controls** whose answers are known: a theorem that holds, one
  that does not, an axiom that ``#print axioms`` has to find. If one comes out otherwise,
  there is no answer, and the assertion fails. An environment does not change, so in one
  whose texts have no macros it is enough that the controls came out right once.

An exception of the server passes through: it is never an answer. Metaprograms that change
the environment behind Lean's back are out of reach from inside Lean; ``docs/assertions.md``
says what that leaves open.
"""

from __future__ import annotations

import dataclasses
import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Protocol

from pytest_lean.language.syntax import read_header, tokens
from pytest_lean.messages import CommandResponse
from pytest_lean.server.hints import is_plain
from pytest_lean.server.hints import read as read_hints
from pytest_lean.server.inquiry import PLAIN_NAMES, axioms_in
from pytest_lean.server.request import NotSupposed
from pytest_lean.testing.failure import LeanRejection
from pytest_lean.testing.render import Failure, said
from pytest_lean.testing.script import Script, answers

# What questions are put with, by topic. Each question needs the first; each costs Lean time.
_KIT = {
    "proof": """\
def _root_.{yes} : Prop := ∀ p : Prop, p → p
def _root_.{no} : Prop := ∀ p : Prop, p""",
    "sameness": """\
noncomputable def _root_.{same}.{{{u}}} {{α : Sort {u}}} (a b : α) : Prop :=
  ∀ p : α → Prop, p a → p b
theorem _root_.{refl}.{{{u}}} {{α : Sort {u}}} (a : α) : {same} a a := fun _ h => h""",
    "the type of another": """\
@[reducible] noncomputable def _root_.{typeof}.{{{u}}} {{α : Sort {u}}} (_ : α) : Sort {u} := α""",
    "the type": """\
noncomputable def _root_.{hastype}.{{{u}}} {{α : Sort {u}}} (_ : α) (β : Sort {u}) : Prop :=
  ∀ p : Sort {u} → Prop, p α → p β
theorem _root_.{owntype}.{{{u}}} {{α : Sort {u}}} (a : α) : {hastype} a α := fun _ h => h""",
}
SAMENESS: Final = ("sameness",)
SAMENESS_AT_A_TYPE: Final = ("sameness", "the type of another")
TYPES: Final = ("the type",)
# The topic of questions behind what is read in the earliest environment of a test, which is the
# same environment for its controls whatever the test says there.
_AT_ONCE = "at once"
FULL_NAMES: Final = " ".join(f"set_option {option}" for option in PLAIN_NAMES)
# With these reasons in a text of the test Lean's answers say nothing.
_UNTRUSTED = frozenset(("prelude", "kernel", "option", "bent", "swallowed", "unread"))
# A rule for `#print axioms` can tell a question from its controls by what stands before it. So
# where there may be such rules, what Lean said of the texts themselves counts against each answer.
_HIDDEN_BY_RULES = frozenset(("axiom", "sorry", "unknown", "dropped"))
_OF_CONTROLS = ("axiom", "accepted", "wrong", "unchecked")
_ROLES = "u same refl typeof hastype owntype yes no".split()


@dataclass(frozen=True)
class Step:
    """A text that was run: the handle it continued, and Lean's response."""

    parent: int | None
    response: CommandResponse


class Asked(Protocol):
    """What the questions need of a :class:`~pytest_lean.testing.lean.Lean`."""

    env: int | None

    def run_on(self, text: str, env: int | None, *, asks: bool = True) -> CommandResponse:
        """Elaborate ``text`` on the environment ``env``; ``asks`` is as in a ``Command``."""

    def suppose(self, text: str, env: int | None) -> int:
        """Return a handle of what ``text`` leads to on ``env``, supposing that Lean accepts it."""

    def history(self) -> tuple[Step, ...]:
        """Return the texts that led to ``env``."""


@dataclass(frozen=True)
class Answer:
    """What the kernel says of a question.

    Attributes:
        accepted: it is a theorem, if only through ``sorry``.
        axioms: what it depends on.
        response: all that Lean said.
    """

    accepted: bool
    axioms: frozenset[str]
    response: CommandResponse

    @property
    def holds(self) -> bool:
        """True if it is a theorem, without ``sorry``."""
        return self.accepted and "sorryAx" not in self.axioms


@dataclass(frozen=True)
class Controls:
    """The lines of a script whose outcome is known.

    Attributes:
        accepted: the one that Lean has to accept.
        refused: those that it has to refuse.
        known: the ``#print axioms`` that has to name the axiom of the controls.
    """

    accepted: int
    refused: frozenset[int]
    known: int


@dataclass(frozen=True)
class Put:
    """The lines of a script with a question for the kernel.

    Attributes:
        controls: those whose outcome is known; None if they came out right before.
        question: the theorem; 0 if there is none.
        axioms: where it is asked what that depends on; 0 likewise.
    """

    controls: Controls | None
    question: int
    axioms: int


class Questions:
    """The questions of one test.

    Args:
        lean: answers them.
    """

    def __init__(self, lean: Asked) -> None:
        self._lean = lean
        self._names: dict[str, str] = {}
        self._laid: dict[tuple[str, int | None, int | None], int] = {}
        # In which environment, and for which topic, the controls came out right.
        self._controlled: set[tuple[int | None, str]] = set()
        roles = {role: self.name(role) for role in _ROLES}
        self._kit = {topic: text.format(**roles) for topic, text in _KIT.items()}

    def name(self, role: str) -> str:
        """Return the random name that stands for ``role`` in this test.

        Nothing in it tells the role, so that no macro can aim at a question; and no text of the
        test has it in it.
        """
        while role not in self._names:
            digits = secrets.token_hex(10)
            name = "abcdefgh"[int(digits[0], 16) % 8] + digits[: 14 + int(digits[-1], 16) % 6]
            if not any(name in step.response.text for step in self._lean.history()):
                self._names[role] = name
        return self._names[role]

    def readable(self, text: str) -> str:
        """Return ``text`` with the roles in place of the random names."""
        for role, name in self._names.items():
            text = text.replace(name, role)
        return text

    def script(self, topics: Iterable[str] = (), *, controls: bool = True) -> Script:
        """Return a script that begins with what questions about ``topics``, and controls, need."""
        needed = ("proof", *topics) if controls else topics
        return Script(*(self._kit[topic] for topic in needed))

    def lay(self, script: Script) -> tuple[int, bool]:
        """Elaborate ``script`` as early as Lean accepts it, and all later texts on top.

        Returns:
            The handle of the result, and whether there are later texts.

        Raises:
            LeanRejection: Lean accepts it nowhere, or a later text is not what it was behind it.
        """
        self.require_checked()
        refused: CommandResponse | None = None
        for env, later in self._starts():
            key = str(script), env, self._lean.env
            if key in self._laid:
                return self._laid[key], bool(later)
            response = self._lean.run_on(str(script), env)
            if response.ok and not response.has_sorry:
                self._laid[key] = self._replay(response.env, later)
                return self._laid[key], bool(later)
            refused = response
        assert refused is not None
        raise self.refusal("Lean does not accept what the test says", script, refused)

    def lay_and_run(
        self, script: Script, question: Script, *, asks: bool = False
    ) -> tuple[CommandResponse, bool]:
        """:meth:`lay` ``script``, and run ``question`` on that.

        Returns:
            Lean's response to the question, and whether there are later texts.

        Raises:
            LeanRejection: as :meth:`lay` does.
        """
        laid, is_early = self.lay(script)
        return self.run(question, laid, asks=asks), is_early

    def ask_at_once(
        self,
        laid: Callable[[bool], Script],
        question: Script,
        statement: str,
        proof: str,
    ) -> tuple[Answer, bool] | None:
        """Put a question in the same command as all that it is about.

        Args:
            laid: returns what is read in the earliest environment of the test, if it is told so
                with what controls need.
            question: what stands before the question, behind the texts of the test.
            statement: as for :meth:`certify`.
            proof: the same.

        Returns:
            The answer, if it holds, and whether there are later texts. None if one command does
            not tell: Lean does not accept ``laid`` in the earliest environment, a text around the
            question gives a reason to ask Lean more than its messages, or something is wrong.
        """
        needs_controls = not self.is_controlled(self._lean.env, _AT_ONCE)
        put = self.put(question, statement, proof, controls=needs_controls)
        script = laid(True)
        if not needs_controls and not self._is_laid(script):
            script = laid(False)
        run = self._run_at_once(script, question)
        if run is None:
            return None
        response, is_early = run
        try:
            answer = self.answer(response, put)
        except LeanRejection:
            return None
        self.note_controls(_AT_ONCE)
        return None if response.has_sorry or not answer.holds else (answer, is_early)

    def _run_at_once(self, script: Script, question: Script) -> tuple[CommandResponse, bool] | None:
        """:meth:`lay_and_run` in one command; None if that cannot be."""
        self.require_checked()
        env, later = next(self._starts())
        key = str(script), env, self._lean.env
        try:
            laid = self._laid.get(key)
            if laid is None:
                laid = self._lean.suppose(str(script), env)
                for text in later:
                    laid = self._lean.suppose(text, laid)
            response = self.run(question, laid)
        except NotSupposed:
            return None
        self._laid[key] = laid
        return response, bool(later)

    def _is_laid(self, script: Script) -> bool:
        """Return whether ``script`` was elaborated before, with all later texts on top."""
        env = self._lean.env
        return any(text == str(script) and at == env for text, _, at in self._laid)

    def kit(self, topics: Iterable[str] = ()) -> int:
        """Return the test's environment with what questions about ``topics`` need on top."""
        self.require_checked()
        script = self.script(topics)
        key = str(script), self._lean.env, self._lean.env
        if key not in self._laid:
            response = self._lean.run_on(str(script), self._lean.env)
            # An open section with included variables is no place for it.
            self._laid[key] = response.env if response.ok else self.lay(script)[0]
        return self._laid[key]

    def ask(
        self, body: Callable[[Script, bool], Controls | None], topic: str
    ) -> tuple[CommandResponse, Controls | None]:
        """Elaborate what ``body`` writes, with its controls, in the test's environment, at once.

        Args:
            body: it writes into a script that begins with what questions need; a second time,
                into one without, if the environment is no place for that. It is told whether it
                has to write controls; if not, there is nothing of ours in the script.
            topic: what is asked about; controls that came out right for one say nothing of others.
        """
        self.require_checked()
        if self.is_controlled(self._lean.env, topic):
            script = Script()
            body(script, False)
            return self.run(script, self._lean.env), None
        script = self.script()
        of_the_kit = script.last
        controls = body(script, True)
        assert controls is not None
        response = self.run(script, self._lean.env)
        refused = {error.start_pos.line for error in response.errors}
        if controls.accepted in refused or any(line <= of_the_kit for line in refused):
            # An open section with included variables is no place for it.
            env, _ = self.lay(self.script())
            script = Script()
            controls = body(script, True)
            response = self.run(script, env)
        return response, controls

    def is_controlled(self, env: int | None, topic: str) -> bool:
        """Return whether controls came out right in ``env`` before, for questions of a topic."""
        return (env, topic) in self._controlled

    def note_controls(self, topic: str) -> None:
        """Note that controls came out right in the test's environment, for a topic.

        Where the test's texts have a macro in them, this says nothing of the next question: it
        could tell that no controls stand there.
        """
        if all(is_plain(step.response.text) for step in self._lean.history()):
            self._controlled.add((self._lean.env, topic))

    def run(self, script: Script, env: int | None, *, asks: bool = False) -> CommandResponse:
        """Elaborate ``script`` on ``env``, for its messages alone unless it ``asks`` for more."""
        return self._lean.run_on(str(script), env, asks=asks)

    def certify(self, env: int, statement: str | None, proof: str = "") -> Answer:
        """Have the kernel check ``proof``, between controls.

        Args:
            env: a handle from :meth:`lay`, :meth:`kit`, or what was run on them.
            statement: random names, in no notation; None for the controls alone.
            proof: the same.

        Raises:
            LeanRejection: a control came out otherwise than it has to.
        """
        script = Script()
        put = self.put(script, statement, proof)
        return self.answer(self.run(script, env), put)

    def put(
        self, script: Script, statement: str | None, proof: str = "", *, controls: bool = True
    ) -> Put:
        """Write a question, with controls if need be, into ``script``; see :meth:`certify`."""
        known = self.controls(script) if controls else None
        question, own = 0, 0
        if statement is not None:
            question = script.line(f"theorem _root_.{self.name('question')}{statement} := {proof}")
            if known is None:  # else it stands among the controls
                script.line(FULL_NAMES)
            own = script.line(f"#print axioms _root_.{self.name('question')}")
        return Put(known, question, own)

    def answer(self, response: CommandResponse, put: Put) -> Answer:
        """Return the answer to a question that was :meth:`put` into the script of ``response``.

        Raises:
            LeanRejection: a control came out otherwise than it has to, or another line failed.
        """
        found = self.axioms(response, put.controls, may_fail=(put.question, put.axioms))
        refused = {message.start_pos.line for message in response.errors}
        accepted = put.question not in refused and put.axioms in found
        return Answer(accepted, found.get(put.axioms, frozenset()), response)

    def controls(self, script: Script) -> Controls:
        """Write the controls into ``script``: commands whose outcome is known."""
        ask = self.name
        script.line(f"axiom _root_.{ask('axiom')} : {ask('yes')}")
        accepted = script.line(f"theorem _root_.{ask('accepted')} : {ask('yes')} := {ask('axiom')}")
        script.line(FULL_NAMES)
        known = script.line(f"#print axioms _root_.{ask('accepted')}")
        wrong = script.line(f"theorem _root_.{ask('wrong')} : {ask('no')} := {ask('axiom')}")
        unchecked = script.line(
            f"theorem _root_.{ask('unchecked')} : _root_.False := by decide +kernel"
        )
        return Controls(accepted, frozenset((wrong, unchecked)), known)

    def of_controls(self) -> frozenset[str]:
        """Return the names of what the lines of a question, with its controls, declare."""
        return frozenset(map(self.name, (*_OF_CONTROLS, "question")))

    def axioms(
        self,
        response: CommandResponse,
        controls: Controls | None,
        may_fail: Iterable[int] = (),
    ) -> dict[int, frozenset[str]]:
        """Return what ``#print axioms`` says, by the line that it stands on.

        Args:
            response: of a script with ``controls``.
            controls: what was written into it; None if they came out right before.
            may_fail: the lines of it that Lean may refuse.

        Raises:
            LeanRejection: a control came out otherwise than it has to, or another line failed.
        """
        refused = {message.start_pos.line for message in response.errors}
        found = {
            message.start_pos.line: axioms_in(message.data)
            for message in answers(response)
            if message.start_pos.column == 0
        }
        trusted = controls is None or (
            controls.refused <= refused
            and found.get(controls.known) == frozenset((self.name("axiom"),))
        )
        unexpected = refused - set(may_fail) - (controls.refused if controls else frozenset())
        if not trusted or unexpected:
            raise self.no_answer(response, unexpected)
        return {line: axioms for line, axioms in found.items() if axioms is not None}

    def require_checked(self) -> None:
        """Fail if a text of the test keeps Lean from checking, or from telling, what is asked."""
        steps = self._lean.history()
        syntaxes = [read_hints(step.response.text).syntax for step in steps]
        bends = any(syntax.has_rules or syntax.has_commands for syntax in syntaxes)
        for step in steps:
            for reason in step.response.unproved:
                if reason.name in _UNTRUSTED:
                    raise LeanRejection(f"no answer can be trusted: {reason}", step.response)
                if bends and reason.name in _HIDDEN_BY_RULES:
                    headline = (
                        "no answer can be trusted: the test's texts give rules for commands, which "
                        f"could hide this from the answers: {reason}"
                    )
                    raise LeanRejection(headline, step.response)

    def refusal(self, headline: str, script: Script, response: CommandResponse) -> LeanRejection:
        """Return the failure for a script that Lean does not accept."""
        shown = self._without_names(script.of_a_piece(response))
        if shown.errors:
            return LeanRejection(Failure(headline, said(shown, shown.errors)), shown)
        reason = "it uses `sorry`" if response.has_sorry else "Lean gives no reason"
        return LeanRejection(f"{headline}: {reason}", shown)

    def _starts(self) -> Iterator[tuple[int | None, tuple[str, ...]]]:
        """Yield the environments of the test, the earliest first, each with the texts behind it."""
        steps = self._lean.history()
        texts = [step.response.text for step in steps]
        if not steps:
            yield self._lean.env, ()
            return
        first = steps[0].parent
        if first is None and (header := read_header(texts[0])).lines:
            # Only the header of the text can stand before what is asked.
            head = self._lean.run_on("\n".join(header.lines) + "\n", None)
            yield head.env, (texts[0][header.end :], *texts[1:])
        else:
            yield first, tuple(texts)
        for index, step in enumerate(steps, start=1):
            yield step.response.env, tuple(texts[index:])

    def _replay(self, env: int, texts: Iterable[str]) -> int:
        """Elaborate ``texts`` again behind what the test says; return the handle of the last.

        Read in a later environment, what the test says could mean something else: so there is
        no answer if one of them has an error now that it had not.
        """
        steps = self._lean.history()
        had_errors = {step.response.text: bool(step.response.errors) for step in steps}
        for text in texts:
            response = self._lean.run_on(text, env)
            if response.errors and not had_errors.get(text, False):
                headline = (
                    "no answer can be trusted: what the test says is read before its texts, and "
                    "behind that one of them is not accepted any more"
                )
                shown = self._without_names(response)
                raise LeanRejection(Failure(headline, said(shown, shown.errors)), shown)
            env = response.env
        return env

    def no_answer(self, response: CommandResponse, lines: set[int]) -> LeanRejection:
        """Return the failure for a question with a known answer that came out otherwise."""
        shown = self._without_names(response)
        errors = [message for message in shown.errors if message.start_pos.line in lines]
        return LeanRejection(
            Failure(
                "no answer can be trusted: the text changes what Lean's own commands mean "
                "(a question with a known answer came out otherwise)",
                said(shown, errors),
            ),
            shown,
        )

    def _without_names(self, response: CommandResponse) -> CommandResponse:
        messages = tuple(
            dataclasses.replace(message, data=self.readable(message.data))
            for message in response.messages
        )
        return dataclasses.replace(response, messages=messages, text=self.readable(response.text))


def require_text(name: str, value: object) -> str:
    """Return ``value``, the argument ``name``, without the white space around it.

    Raises:
        TypeError, ValueError: if it is no text, or nothing but comments.
    """
    if not isinstance(value, str):
        raise TypeError(f"{name} is a text of Lean's, not {type(value).__name__}")
    if all(kind == "comment" for kind, _, _ in tokens(value)):
        raise ValueError(f"{name} is empty")
    return value.strip()
