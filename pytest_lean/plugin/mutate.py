"""``--lean-mutate``: makes small changes to models, and reports which of them no test notices."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pytest_lean.testing.mutant_log import Changed, MutantLog

if TYPE_CHECKING:
    from pytest_lean.testing.lean import Lean
    from pytest_lean.testing.model.noticing import Mutant

_OUTPUT = "lean_mutants"
_MOST_SHOWN = 60


def examine(lean: Lean, item: pytest.Item, log: MutantLog) -> None:
    """Change the models that a test has compared with, and record who notices.

    Args:
        lean: the ``Lean`` of the test, whose comparisons have passed.
        item: the test.
        log: records what became of each change.
    """
    from pytest_lean.testing.model.mutants import mutants

    texts = lean.texts()

    def place(mutant: Mutant) -> str:
        return _place(item, texts[mutant.text], mutant.line)

    record(log, place, lambda is_known: mutants(lean, lean.agreements, is_known))


def record(
    log: MutantLog,
    place: Callable[[Mutant], str],
    made: Callable[[Callable[[Mutant], bool]], Iterable[Mutant]],
) -> None:
    """Make changes, and record who notices each.

    Args:
        log: records what became of each change.
        place: returns where a change is, as the summary shows it.
        made: makes the changes. Its argument says of a change whether it was noticed already,
            so that it need not be tried again.
    """

    def change(mutant: Mutant) -> Changed:
        where = place(mutant)
        return Changed(mutant.definition, where, mutant.source, mutant.before, mutant.after)

    for mutant in made(lambda mutant: log.is_known(change(mutant))):
        if mutant.noticed_by is not None:
            log.add(change(mutant), mutant.noticed_by)


def _place(item: pytest.Item, text: str, line: int) -> str:
    """Return where a line of a test's text is: in the test's file, if the text occurs there once.

    Otherwise, as for an f-string, the line is counted in the text itself.
    """
    path, shown = item.path, shown_path(item, item.path)
    try:
        source = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        source = ""
    at = source.find(text)
    if at < 0 or source.find(text, at + 1) >= 0:
        return f"{shown}, line {line} of the text"
    return f"{shown}:{source.count(chr(10), 0, at) + line}"


def shown_path(item: pytest.Item, path: Path) -> str:
    """Return a path as the summary shows it: from ``rootdir`` if it is below that."""
    root = item.config.rootpath
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def finish(config: pytest.Config, log: MutantLog) -> None:
    """Send what became of the changes to the controller, if this is an xdist worker."""
    output = getattr(config, "workeroutput", None)
    if output is not None:
        output[_OUTPUT] = log.sent()


def add_worker(log: MutantLog, output: dict[str, Any]) -> None:
    """Add what became of the changes in an xdist worker that has ended."""
    log.receive(output.get(_OUTPUT, []))


def write_summary(terminal: pytest.TerminalReporter, log: MutantLog) -> None:
    """Write which changes were not noticed, if any were made."""
    lines = list(_lines(log))
    if lines:
        terminal.write_sep("-", "Lean definitions, changed")
        for line in lines:
            terminal.write_line(line)


def _lines(log: MutantLog) -> Iterator[str]:
    if not log.noticed:
        return
    count = len(log.noticed)
    left = [mutant for mutant, by in log.noticed.items() if not by]
    agreement = sum(by.startswith("the agreement") for by in log.noticed.values())
    proof = count - len(left) - agreement
    share = 100 * (count - len(left)) / count
    yield (
        f"{count} changes: {count - len(left)} noticed ({share:.0f} %), {proof} of them by "
        f"Lean, {agreement} by an agreement; {len(left)} not noticed"
    )
    for mutant in sorted(left, key=lambda mutant: (mutant.place, mutant.before, mutant.after)):
        change = f"{_short(mutant.before)} -> {_short(mutant.after)}"
        yield f"not noticed: {mutant.place}: {mutant.model}: {change}"
        yield f"    {mutant.line}"


def _short(text: str) -> str:
    flat = " ".join(text.split()) or "nothing"
    return flat if len(flat) <= _MOST_SHOWN else f"{flat[:_MOST_SHOWN]}..."
