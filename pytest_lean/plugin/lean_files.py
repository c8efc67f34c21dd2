"""``.lean`` files as tests: an item for each declaration, and one for the file itself.

A file is read as text to find its declarations; it is elaborated once in a process, when
the first of its items runs, and each item gets the messages that stand in its declaration, as
Lean itself tells where that begins and ends. What stands in no declaration, and whether Lean
read the file to its end, is the file's own item.
"""

from __future__ import annotations

import fnmatch
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pytest_lean.plugin.fixtures import skip_if_missing_may_be
from pytest_lean.plugin.outcome import recorded
from pytest_lean.plugin.run import run_of
from pytest_lean.plugin.settings import toolchain_id

if TYPE_CHECKING:
    from pytest_lean.errors import LeanError
    from pytest_lean.judge.certificate import Certificate
    from pytest_lean.messages import CommandResponse, Declaration, Message, Pos, Reason
    from pytest_lean.server.auto import AutoLeanServer
    from pytest_lean.testing.failure import LeanRejection

_MODIFIERS = re.compile(
    r"(?:(?:@\[[^\]\n]*\]|private|protected|public|noncomputable|unsafe|partial|nonrec|scoped|local)"
    r"[ \t]+)+\Z"
)
# A line that begins another command; only an unnamed or broken declaration needs it.
_COMMAND = re.compile(
    r"#|@\[|(?:attribute|deriving instance|elab|end|export|include|infix[lr]?|initialize|local"
    r"|macro|macro_rules|mutual|namespace|noncomputable|notation|omit|open|partial|postfix|prefix"
    r"|private|protected|run_cmd|scoped|section|set_option|syntax|universe|unsafe|variable)\b"
)
_WHOLE = "file"
# What keeps a whole file from being proved: no item of it passes.
_OF_ALL = frozenset(("imports", "prelude", "kernel", "option", "bent"))
# A parse error, but for that about what stands behind a whole declaration and is no command.
_PARSE_ERROR = re.compile(r"(?:unexpected|expected)\b(?!.*expected command)", re.DOTALL)


def is_test_file(path: Path, config: pytest.Config) -> bool:
    """Return whether ``path`` matches one of the patterns of the setting ``files``."""
    return path.suffix == ".lean" and matches(path, run_of(config).settings.files, config)


def matches(path: Path, patterns: tuple[str, ...], config: pytest.Config) -> bool:
    """Return whether ``path`` matches one of ``patterns``.

    A pattern without a slash is compared with the name, else with the path from ``rootdir``.
    """
    if not patterns:
        return False
    relative = path.relative_to(config.rootpath).as_posix() if _below(path, config) else str(path)
    return any(
        fnmatch.fnmatch(relative if "/" in pattern else path.name, pattern) for pattern in patterns
    )


class LeanFile(pytest.File):
    """A ``.lean`` file."""

    def collect(self) -> Iterator[LeanItem]:
        """Yield the item of the file, and those of its declarations, for each toolchain."""
        text = self.path.read_text(encoding="utf-8", errors="replace")
        starts = dict(_declarations(text))
        for chosen in run_of(self.config).settings.toolchains or (None,):
            check = _Check(self, chosen, starts)
            label = "" if chosen is None else f"[{toolchain_id(chosen)}]"
            yield LeanItem.from_parent(self, name=_WHOLE + label, check=check, owner=None)
            for owner in starts:
                yield LeanItem.from_parent(self, name=owner + label, check=check, owner=owner)


class _Check:
    """What Lean says about a file, item by item.

    Args:
        file: the file.
        chosen: one of ``lean_toolchains``, or None.
        starts: where the keyword of each declaration stands, in the order of the text.
    """

    def __init__(self, file: LeanFile, chosen: str | None, starts: dict[str, Pos]) -> None:
        self.starts = starts
        self._file = file
        self._chosen = chosen
        self._outcome: CommandResponse | LeanError | None = None
        self._second: Certificate | LeanError | LeanRejection | None = None

    def server(self) -> AutoLeanServer:
        """Return the server that is asked.

        Raises:
            ToolchainError: there is none.
        """
        return run_of(self._file.config).servers.default(self._chosen)

    def response(self) -> CommandResponse:
        """Return what Lean says about the file; it is asked once.

        Raises:
            LeanError: there is no verdict; the same for each of its items.
        """
        from pytest_lean.errors import LeanError
        from pytest_lean.messages import FileCommand

        if self._outcome is None:
            try:
                self._outcome = self.server().run(FileCommand(self._file.path))
            except LeanError as error:
                self._outcome = error
        if isinstance(self._outcome, LeanError):
            raise self._outcome.with_traceback(None)
        return self._outcome

    def look_again(self) -> None:
        """Take the second look at the file; once, for all its items.

        Raises:
            LeanRejection: it does not agree.
            LeanError: there is no verdict.
        """
        from pytest_lean.errors import LeanError
        from pytest_lean.testing.certified import Certifier
        from pytest_lean.testing.failure import LeanRejection
        from pytest_lean.testing.lean import Lean
        from pytest_lean.testing.subject import Start

        if self._second is None:
            servers, server = run_of(self._file.config).servers, self.server()
            start = Start(allowed_axioms=frozenset(server.config.allowed_axioms))
            lean = Lean(server, start)
            certifier = Certifier(lean, start, lambda: servers.second_look(server.config))
            try:
                self._second = certifier.check(self.response().text, str(self._file.path))
            except (LeanError, LeanRejection) as error:
                self._second = error
        if isinstance(self._second, (LeanError, LeanRejection)):
            raise self._second.with_traceback(None)

    def wrong(self, owner: str | None) -> list[Message]:
        """Return the errors, and what else keeps it from being proved, of the item ``owner``."""
        response = self.response()
        known = {self._declared_at(one): one for one in response.declarations}
        wrong = [
            message
            for message in response.messages
            if (message.severity == "error" or _tells_of_sorry(message))
            and self._owner(message.start_pos, response, known, message.data) == owner
        ]
        start = self.starts.get(owner) if owner is not None else None
        for one in response.unproved:
            if self._concerns(one, owner, response, known) and not (wrong and one.name == "sorry"):
                wrong.append(_as_message(one, start))
        if owner is None or wrong or self._was_read(owner, response, known):
            return wrong
        at = self.starts[owner]
        return [_error(at, "Lean did not read this: the item of the file says why")]

    def _concerns(
        self,
        reason: Reason,
        owner: str | None,
        response: CommandResponse,
        known: dict[str | None, Declaration],
    ) -> bool:
        """Return whether ``reason`` keeps the item ``owner`` from being proved."""
        if reason.name == "error":
            return False  # its messages are told, each where it stands
        if reason.name in _OF_ALL or reason.pos is None:
            return True
        if reason.name == "unread":
            return owner is None or self.starts[owner] >= reason.pos
        return self._owner(reason.pos, response, known) == owner

    def _was_read(
        self, owner: str, response: CommandResponse, known: dict[str | None, Declaration]
    ) -> bool:
        """Return whether Lean elaborated the item ``owner``, of which it says nothing bad."""
        from pytest_lean.server.written import UNNAMED

        return owner.partition("-")[0] in UNNAMED or owner in known

    def _declared_at(self, declaration: Declaration) -> str | None:
        """Return the item whose keyword stands in ``declaration``."""
        inside = (
            name
            for name, start in self.starts.items()
            if declaration.start_pos <= start <= declaration.end_pos
        )
        return next(inside, None)

    def _owner(
        self,
        at: Pos,
        response: CommandResponse,
        known: dict[str | None, Declaration],
        said: str = "",
    ) -> str | None:
        """Return the item that what stands at ``at`` belongs to.

        Lean does not say where an ``example`` ends, nor what it could not read; and a parse error
        in a declaration stands behind the place where it cuts that off.
        """
        for name, declaration in known.items():
            if declaration.start_pos <= at <= declaration.end_pos:
                return name
        before = [name for name, start in self.starts.items() if start <= at]
        if not before:
            return None
        is_whole = before[-1] in known and _has_end(known[before[-1]], response.text)
        if is_whole and _PARSE_ERROR.search(said) is None:
            return None
        lines = response.text.split("\n")[self.starts[before[-1]].line : at.line]
        return None if any(map(_COMMAND.match, lines)) else before[-1]


class LeanItem(pytest.Item):
    """One declaration of a file, or what stands in none.

    Args:
        check: knows what Lean says about the file.
        owner: the name of the declaration, or None.
    """

    fixturenames = ("lean_toolchain",)  # so that the header counts it as a test of Lean

    def __init__(self, *, check: _Check, owner: str | None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._check = check
        self._owner = owner

    def runtest(self) -> None:
        """Fail if anything keeps the item's declaration from being proved."""
        from pytest_lean.errors import ToolchainNotFoundError
        from pytest_lean.testing.failure import LeanRejection
        from pytest_lean.testing.render import Failure, said

        try:
            self.lean_server = self._check.server()
        except ToolchainNotFoundError as error:
            skip_if_missing_may_be(self.config, error)
            raise
        run = run_of(self.config)
        with recorded(self, self.lean_server, run.summary, run.settings.trust):
            response = self._check.response()
        wrong = self._check.wrong(self._owner)
        if wrong:
            raise LeanRejection(Failure(f"Lean does not accept {self.name}", said(response, wrong)))
        if run_of(self.config).settings.trust == "certified":
            self._check.look_again()

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *_: Any) -> Any:
        """Return Lean's own words for a rejection, and pytest's for anything else."""
        from pytest_lean.testing.failure import LeanRejection

        if isinstance(excinfo.value, LeanRejection):
            return str(excinfo.value)
        return super().repr_failure(excinfo)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return where the item stands, and what its failure is headed with."""
        line = 0 if self._owner is None else self._check.starts[self._owner].line - 1
        return self.path, line, f"{self.path.name}: {self.name}"


def _has_end(declaration: Declaration, text: str) -> bool:
    """Return whether Lean said where ``declaration`` ends; else it ends with its name."""
    start, end = declaration.start_pos.offset_in(text), declaration.end_pos.offset_in(text)
    return not text[start:end].endswith(declaration.name.rpartition(".")[2])


def _tells_of_sorry(message: Message) -> bool:
    from pytest_lean.server.sorries import warns_of_sorry

    return warns_of_sorry(message)


def _as_message(reason: Reason, start: Pos | None) -> Message:
    """Return ``reason`` as a message at its own place, or at the item's."""
    from pytest_lean.messages import Pos

    return _error(reason.pos or start or Pos(1, 0), reason.sentence)


def _error(at: Pos, sentence: str) -> Message:
    from pytest_lean.messages import Message

    return Message(at, at, sentence, "error")


def _below(path: Path, config: pytest.Config) -> bool:
    return config.rootpath in path.parents


def _declarations(text: str) -> Iterator[tuple[str, Pos]]:
    """Yield name and place of each declaration; names that stand twice are numbered."""
    from pytest_lean.messages import Pos
    from pytest_lean.server.written import declarations

    seen = Counter([_WHOLE])
    for one in declarations(text):
        label = one.name or one.keyword
        seen[label] += 1
        number = f"-{seen[label]}" if seen[label] > 1 else ""
        line = text[text.rfind("\n", 0, one.start) + 1 : one.start]
        modifiers = _MODIFIERS.search(line)
        yield label + number, Pos.at(text, one.start - (len(modifiers[0]) if modifiers else 0))
