"""``.lean`` files as tests: an item for each declaration, and one for the file itself.

A file is read as text to find its declarations; it is elaborated once in a process, when
the first of its items runs, and each item gets the messages of its own lines. What stands in
no declaration, and whether Lean read the file to its end, is the file's own item.
"""

from __future__ import annotations

import fnmatch
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pytest_lean.options import settings

if TYPE_CHECKING:
    from pytest_lean.errors import LeanError
    from pytest_lean.messages import CommandResponse, Message
    from pytest_lean.servers import ServerSet

_SERVERS = pytest.StashKey["ServerSet"]()
_NAMED = frozenset("theorem lemma def abbrev structure class inductive axiom opaque".split())
_UNNAMED = frozenset(("example", "instance"))
_NAME = re.compile(r"[\w.'!?«»]+")
_WHOLE = "file"


def is_test_file(path: Path, config: pytest.Config) -> bool:
    """Return whether ``path`` matches one of the patterns of the setting ``files``.

    A pattern without a slash is compared with the name, else with the path from ``rootdir``.
    """
    patterns = settings(config).files
    if not patterns or path.suffix != ".lean":
        return False
    relative = path.relative_to(config.rootpath).as_posix() if _below(path, config) else str(path)
    return any(
        fnmatch.fnmatch(relative if "/" in pattern else path.name, pattern) for pattern in patterns
    )


def end_servers(config: pytest.Config) -> None:
    """End the servers that ``.lean`` files were checked on."""
    servers = config.stash.get(_SERVERS, None)
    if servers is not None:
        servers.__exit__()


class LeanFile(pytest.File):
    """A ``.lean`` file."""

    _outcome: CommandResponse | LeanError | None = None

    def collect(self) -> Iterator[LeanItem]:
        """Yield the item of the file, and those of its declarations."""
        text = self.path.read_text(encoding="utf-8", errors="replace")
        starts = list(_declarations(text))
        ends = [start for _, start in starts[1:]] + [text.count("\n") + 2]
        first = starts[0][1] if starts else ends[-1]
        yield LeanItem.from_parent(self, name=_WHOLE, lines=range(1, first), whole=True)
        for (name, start), end in zip(starts, ends, strict=True):
            yield LeanItem.from_parent(self, name=name, lines=range(start, end), whole=False)

    def response(self) -> CommandResponse:
        """Return what Lean says about the file; it is asked once.

        Raises:
            LeanError: there is no verdict; the same for each of its items.
        """
        from pytest_lean.errors import LeanError
        from pytest_lean.messages import FileCommand

        if self._outcome is None:
            try:
                self._outcome = _servers(self.config).default().run(FileCommand(self.path))
            except LeanError as error:
                self._outcome = error
        if isinstance(self._outcome, LeanError):
            raise self._outcome.with_traceback(None)
        return self._outcome


class LeanItem(pytest.Item):
    """One declaration of a file, or what stands in none.

    Args:
        lines: its lines, from 1.
        whole: whether it answers for what no other item answers for.
    """

    fixturenames = ("lean_toolchain",)  # so that the header counts it as a test of Lean

    def __init__(self, *, lines: range, whole: bool, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._lines = lines
        self._whole = whole

    def runtest(self) -> None:
        """Fail if Lean reports an error or a ``sorry`` in the item's lines."""
        from pytest_lean.rejection import LeanRejection, what_hides_errors
        from pytest_lean.render import Failure, said

        assert isinstance(self.parent, LeanFile)
        response = self.parent.response()
        wrong = [one for one in response.messages if self._is_wrong(one)]
        if wrong:
            raise LeanRejection(Failure(f"Lean does not accept {self.name}", said(response, wrong)))
        if self._whole:
            hidden = what_hides_errors(response.text)
            if hidden is not None:
                raise LeanRejection(f"{self.path.name} proves nothing: {hidden}")
            if response.has_sorry and not any(map(_tells_of_sorry, response.messages)):
                raise LeanRejection(f"{self.path.name} depends on a `sorry` that it hides")

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *_: Any) -> Any:
        """Return Lean's own words for a rejection, and pytest's for anything else."""
        from pytest_lean.rejection import LeanRejection

        if isinstance(excinfo.value, LeanRejection):
            return str(excinfo.value)
        return super().repr_failure(excinfo)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return where the item stands, and what its failure is headed with."""
        return self.path, self._lines.start - 1, f"{self.path.name}: {self.name}"

    def _is_wrong(self, message: Message) -> bool:
        if message.start_pos.line not in self._lines:
            return False
        return message.severity == "error" or _tells_of_sorry(message)


def _tells_of_sorry(message: Message) -> bool:
    from pytest_lean.server.verdict import warns_of_sorry

    return warns_of_sorry([message])


def _servers(config: pytest.Config) -> ServerSet:
    if _SERVERS not in config.stash:
        from pytest_lean.servers import ServerSet

        config.stash[_SERVERS] = ServerSet(config)
    return config.stash[_SERVERS]


def _below(path: Path, config: pytest.Config) -> bool:
    return config.rootpath in path.parents


def _declarations(text: str) -> Iterable[tuple[str, int]]:
    """Yield name and first line of each declaration; names that stand twice are numbered."""
    from pytest_lean.server.scan import words

    seen: Counter[str] = Counter()
    found = list(words(text))
    for (word, offset), (_, following) in zip(found, [*found[1:], ("", -1)], strict=True):
        name_at = _NAME.match(text, following) if following >= 0 else None
        if word in _NAMED and name_at and name_at[0] not in _NAMED:
            name = name_at[0]
        elif word in _UNNAMED:
            name = word
        else:
            continue
        seen[name] += 1
        number = f"-{seen[name]}" if seen[name] > 1 else ""
        yield name + number, text.count("\n", 0, offset) + 1
