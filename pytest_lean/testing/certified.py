"""The second look in a test: what :class:`~pytest_lean.judge.second_look.SecondLook` says there.

Promises: a refusal is a :class:`~pytest_lean.testing.failure.LeanRejection` whose first line says
which check refused and what it saw; what could not be looked at stays an exception of
:mod:`pytest_lean.errors`.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from pytest_lean.judge.refusal import Refusal
from pytest_lean.judge.sources import name_examples
from pytest_lean.server.request import Configured
from pytest_lean.testing.failure import LeanRejection
from pytest_lean.testing.questions import require_text
from pytest_lean.testing.render import Failure, Said

if TYPE_CHECKING:
    from pytest_lean.judge.certificate import Certificate
    from pytest_lean.judge.second_look import SecondLook
    from pytest_lean.judge.trusted_side import TrustedStart
    from pytest_lean.testing.subject import Start, Subject

# Which words a check that refuses stands behind.
_CHECKS = {
    "compiled": "Lean does not accept the text",
    "file": "the compiled file is malformed",
    "imports": "it imports what is not trusted",
    "kernel": "the kernel refuses it",
    "theorem": "the theorem is not there",
    "statement": "another statement is proved",
    "axioms": "it rests on what is not allowed",
}


class Certifier:
    """The second look of one test.

    Args:
        lean: the test's.
        start: what it starts from.
        look: gives the processes that look, which belong to whoever gives them; None to have
            some of its own.
    """

    def __init__(
        self, lean: Subject, start: Start, look: Callable[[], SecondLook] | None = None
    ) -> None:
        self._lean = lean
        self._given = start
        self._look = look or self._own_look

    def certify(
        self,
        text: str | os.PathLike[str],
        theorem: str,
        statement: str | None = None,
        *,
        allowed: Iterable[str] | None = None,
        timeout: float | None = None,
    ) -> Certificate:
        """Certify what ``text`` proves; see :meth:`pytest_lean.Lean.certify`."""
        theorem = require_text("theorem", theorem)  # without a name no ``example`` is looked at
        if statement is not None:
            require_text("statement", statement)
        start = self._start(self._history())
        with refusals(text if isinstance(text, str) else None, str(text)):
            return self._look().certify(
                text,
                start,
                theorem=theorem,
                statement=statement,
                allowed={*self._lean.allowed_axioms, *(allowed or ())},
                timeout=self._timeout() if timeout is None else timeout,
            )

    def check(self, text: str, path: str | None = None) -> Certificate:
        """Certify all that ``text`` declares, each ``example`` under a name of ours."""
        with refusals(text, path):
            return self._look().certify(
                name_examples(text),
                self._start(self._history()),
                theorem=None,
                allowed=self._lean.allowed_axioms,
                own_axioms=True,
                timeout=self._timeout(),
            )

    def proves(self, statement: str, by: str, allowed: Iterable[str]) -> Certificate:
        """Certify that ``by``, a proof or a theorem's name, proves ``statement``.

        The statement means what it means where the test started, if Lean accepts it there, and
        else what it means behind all that the test defined.
        """
        name = f"pytestLeanProof{secrets.token_hex(8)}"
        text = f"theorem _root_.{name} : (\n{statement}\n) := (\n{by}\n)"
        start = self._start(self._history())
        with refusals(text, None):
            return self._look().certify(
                text,
                start,
                theorem=name,
                statement=statement,
                statement_starts=(self._start(()), start),
                allowed=allowed,
                timeout=self._timeout(),
            )

    def declares(
        self, name: str | None, allowed: Iterable[str] | None, type: str | None = None
    ) -> Certificate:
        """Certify what is declared under a name, or all of it: axioms and, if given, the type."""
        defined = self._history()
        text = "\n".join(defined) if name is None else ""
        with refusals(text, None):
            return self._look().certify(
                text,
                self._start(() if name is None else defined),
                theorem=name,
                statement=type,
                any_kind=True,
                own_axioms=True,
                allowed=None if allowed is None else {*self._lean.allowed_axioms, *allowed},
                timeout=self._timeout(),
            )

    @cached_property
    def _own(self) -> SecondLook:
        from pytest_lean.judge.second_look import SecondLook

        return SecondLook(self._lean.server.config)

    def _own_look(self) -> SecondLook:
        return self._own

    def _history(self) -> list[str]:
        """Return what the test defined, in order."""
        return [step.response.text for step in self._lean.history()]

    def _start(self, defined: Iterable[str]) -> TrustedStart:
        from pytest_lean.judge.trusted_side import TrustedStart

        given = self._given
        imports = self._lean.server.config.imports if given.imports is None else given.imports
        texts = tuple(text for text in (given.preamble, *defined) if text.strip())
        return TrustedStart(imports, texts, given.options)

    def _timeout(self) -> float | None:
        """Return the test's own timeout, in seconds; None for none."""
        timeout = self._given.timeout
        return self._lean.server.config.timeout if isinstance(timeout, Configured) else timeout


class refusals:
    """Turn a refusal of the second look into a failure of the test.

    Args:
        text: the source that it is about, for carets; None if it is not at hand.
        path: the file that it is in, or None.
    """

    def __init__(self, text: str | None, path: str | None) -> None:
        self._text = text
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        if not isinstance(error, Refusal):
            return
        first, _, rest = str(error).partition("\n")
        headline = f"not certified: {_CHECKS[error.check]} ({error.check}): {first}"
        text = self._text or ""
        told = [message for message in error.messages if message.severity == "error"]
        parts = [
            Said(reason, text, None if self._text == self._path else self._path) for reason in told
        ]
        raise LeanRejection(Failure(headline, (*filter(None, [rest]), *parts))) from error
