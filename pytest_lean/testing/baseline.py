"""Baselines: what Lean says, compared with a text file that is committed beside the test.

``lean.baseline("name", what)`` in ``tests/test_x.py`` compares with
``tests/baselines/test_x/name.txt``. ``--lean-update`` writes the files; where the environment
variable ``CI`` is set that is refused, unless ``--lean-update-force`` is given as well. What
the summary says of it is in :mod:`pytest_lean.testing.baseline_log`.
"""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from pytest_lean.language.guard_msgs import message_block
from pytest_lean.messages import CommandResponse
from pytest_lean.testing.baseline_log import BaselineLog, Status, folder_of, shown_path
from pytest_lean.testing.cost_table import CostTableError, other_lean, read_costs
from pytest_lean.testing.cost_table import headline as cost_headline
from pytest_lean.testing.facts import Facts, Snapshot
from pytest_lean.testing.failure import LeanRejection
from pytest_lean.testing.render import Failure
from pytest_lean.toolchain.cache import write_whole

if TYPE_CHECKING:
    from pytest_lean.testing.costs import Costs

_NAME = re.compile(r"[\w][\w.+-]*")
_NOTHING = "(nothing)"


class Baselines:
    """The baselines of one test.

    Args:
        log: gets to know what became of each.
        test_file: the file of the test.
        root: the folder that shown paths are relative to.
        update: whether texts are written instead of compared.
        tolerance: by which share a declaration may take more than its baseline has for it.
    """

    def __init__(
        self, log: BaselineLog, test_file: Path, *, root: Path, update: bool, tolerance: float
    ) -> None:
        self._log = log
        self._folder = folder_of(test_file)
        self._root = root
        self._update = update
        self._tolerance = tolerance

    def compare(self, name: str, what: object, tolerance: float | None = None) -> str:
        """Compare ``what`` with the committed text, or write that; return the text.

        Args:
            name: of the baseline.
            what: the costs of a text, or what :func:`baseline_text` takes.
            tolerance: for costs, in place of the one of all baselines.

        Raises:
            LeanRejection: it differs, or there is none.
            TypeError, ValueError: for a wrong argument.
        """
        if not isinstance(name, str):
            raise TypeError(f"the name of a baseline is a str, not {type(name).__name__}")
        if not _NAME.fullmatch(name):
            raise ValueError(f"a baseline is named by letters, digits and . _ + -, not {name!r}")
        path = self._folder / f"{name}.txt"
        from pytest_lean.testing.costs import Costs  # few tests with the fixture get here

        if isinstance(what, Costs):
            return self._compare_costs(path, what, self._checked(tolerance))
        if tolerance is not None:
            raise TypeError(f"tolerance is for lean.costs(...), not for {type(what).__name__}")
        text = baseline_text(what)
        self._check_twice(path, text)
        before = _read(path)
        if self._update:
            self._write(path, before, text)
        elif before is None:
            self._record(path, "missing")
            headline = f"there is no baseline {self._shown(path)}; --lean-update writes it"
            raise LeanRejection(Failure(headline, (text,)))
        elif before != text:
            self._record(path, "different")
            headline = f"not as in the baseline {self._shown(path)}; --lean-update accepts it"
            raise LeanRejection(Failure(headline, (_difference(before, text),)))
        else:
            self._record(path, "as committed")
        return text

    def _compare_costs(self, path: Path, costs: Costs, tolerance: float) -> str:
        """:meth:`compare`, of costs: what takes less, or not much more, is no difference."""
        text, shown = _read(path), self._shown(path)
        try:
            before = None if text is None else read_costs(text)
        except CostTableError as error:
            before = None
            if not self._update:
                self._record(path, "different")
                headline = f"the baseline {shown} is no table of costs ({error})"
                raise LeanRejection(f"{headline}; --lean-update writes it") from None
        committed = {} if before is None else before.of("")
        if self._update or before is None or text is None:
            measured = costs.table(committed).text().rstrip()
            self._check_twice(path, measured)
            if not self._update:
                self._record(path, "missing")
                headline = f"there is no baseline {shown}; --lean-update writes it"
                raise LeanRejection(Failure(headline, (measured,)))
            self._write(path, text, measured)
            return measured
        changes = costs.changes(committed, tolerance)
        self._record(path, "different" if changes else "as committed")
        if changes:
            told = [change.sentence(tolerance) for change in changes]
            headline = cost_headline(changes, f"the baseline {shown}")
            raise LeanRejection(Failure(headline, (*told, *other_lean(before, costs.lean))))
        return text

    def _checked(self, tolerance: object) -> float:
        """Return the tolerance that a test gave, if it gave one."""
        if tolerance is None:
            return self._tolerance
        if isinstance(tolerance, bool) or not isinstance(tolerance, (int, float)):
            raise TypeError(f"tolerance is a number, not {type(tolerance).__name__}")
        if not 0 <= tolerance < math.inf:
            raise ValueError(f"tolerance is a share of at least 0, 0.2 for 20 %, not {tolerance!r}")
        return float(tolerance)

    def _write(self, path: Path, before: str | None, text: str) -> None:
        if before != text:
            write_whole(path, f"{text}\n")
        written: Status = "written" if before is None else "changed"
        self._record(path, "as committed" if before == text else written)

    def _check_twice(self, path: Path, text: str) -> None:
        texts = self._log.texts
        key = self._shown(path)
        if texts.setdefault(key, text) != text and self._update:
            headline = f"two different texts were written to one baseline in this run: {key}"
            raise LeanRejection(Failure(headline, (_difference(texts[key], text),)))

    def _record(self, path: Path, status: Status) -> None:
        self._log.add(self._shown(path), status)

    def _shown(self, path: Path) -> str:
        return shown_path(self._root, path)


def baseline_text(what: object) -> str:
    """Return the text that stands in a baseline for ``what``.

    Args:
        what: a response (its messages), a snapshot, what Lean says of a declaration, a text,
            or a collection of texts; a set is sorted.

    Raises:
        TypeError: for anything else.
    """
    if isinstance(what, CommandResponse):
        text = message_block(what.messages)
    elif isinstance(what, str):
        text = what
    elif isinstance(what, Facts):
        text = _facts_text(what)
    elif isinstance(what, Snapshot):
        text = "\n".join(_facts_text(facts) for facts in what.facts.values())
    elif isinstance(what, (set, frozenset)):
        text = "\n".join(sorted(_texts(what)))
    elif isinstance(what, (list, tuple)):
        text = "\n".join(_texts(what))
    else:
        raise TypeError(
            "a baseline is made of a response, a snapshot, facts, or texts, "
            f"not of {type(what).__name__}"
        )
    return text.rstrip().replace("\r\n", "\n") or _NOTHING


def _facts_text(facts: Facts) -> str:
    depends = ", ".join(sorted(facts.axioms))
    return f"{facts.kind} {facts.signature}" + (f"\n  axioms: {depends}" if depends else "")


def _texts(items: Iterable[object]) -> list[str]:
    texts = list(items)
    for text in texts:
        if not isinstance(text, str):
            raise TypeError(f"a baseline is made of texts, not of {type(text).__name__}")
    return [str(text) for text in texts]


def _read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8").rstrip()
    except FileNotFoundError:
        return None


def _difference(before: str, after: str) -> str:
    lines = difflib.ndiff(before.split("\n"), after.split("\n"))
    return "- baseline, + as it is:\n" + "\n".join(line.rstrip("\n") for line in lines)
