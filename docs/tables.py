"""Writes the tables of settings, of marker arguments and of commands' options into their pages.

``python docs/tables.py`` writes them from the code; ``tests/packaging/test_site.py`` checks that
they are current.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path

from pytest_lean.judge import command
from pytest_lean.plugin import marker
from pytest_lean.plugin.settings import SETTINGS

DOCS = Path(__file__).parent
END = "<!-- end of the table -->"


def settings() -> Iterable[tuple[str, ...]]:
    """Yield the rows of the settings."""
    yield "name", "given as", "default", "meaning"
    for one in SETTINGS:
        given = "<br>".join(f"`{name}`" for name in (one.option, one.variable, one.ini))
        yield f"`{one.name}`", given, f"`{_default(one.default)}`", _escaped(one.help)


def arguments() -> Iterable[tuple[str, ...]]:
    """Yield the rows of the marker's arguments."""
    yield "argument", "must be", "meaning"
    for name, one in marker.ARGUMENTS.items():
        yield f"`{name}`", one.wanted, one.help


def judge_options() -> Iterable[tuple[str, ...]]:
    """Yield the rows of the options of ``pytest-lean judge``."""
    yield "option", "meaning"
    parser = argparse.ArgumentParser(add_help=False)
    command.add_arguments(parser)
    for one in parser._actions:
        names = ", ".join(one.option_strings) or str(one.metavar)
        values = f"{{{','.join(map(str, one.choices))}}}" if one.choices else one.metavar
        shown = f"{names} {values}" if one.option_strings and one.nargs != 0 else names
        yield f"`{_escaped(shown)}`", _escaped(one.help or "")


TABLES: dict[str, tuple[str, Callable[[], Iterable[tuple[str, ...]]]]] = {
    "settings": ("settings.md", settings),
    "marker": ("settings.md", arguments),
    "judge": ("reference/commands.md", judge_options),
}


def page(name: str, text: str) -> str:
    """Return the page ``text`` of the table ``name`` with that table made anew."""
    begin = f"<!-- the table {name}: python docs/tables.py -->"
    head, found, rest = text.partition(begin)
    assert found, name
    heading, *rows = TABLES[name][1]()
    lines = [heading, ("---",) * len(heading), *rows]
    table = "\n".join(f"| {' | '.join(row)} |" for row in lines)
    return f"{head}{begin}\n\n{table}\n\n{END}{rest.partition(END)[2]}"


def _default(value: object) -> str:
    if value in ((), {}, None):
        return "none"
    return " ".join(value) if isinstance(value, tuple) else str(value).lower()


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    for _name, (_file, _) in TABLES.items():
        _path = DOCS / _file
        _path.write_text(page(_name, _path.read_text(encoding="utf-8")), encoding="utf-8")
