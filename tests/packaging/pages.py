"""Reads the pages of the documentation as somebody would who follows them from top to bottom.

A page is a list of fenced blocks. What each is follows from its language and its title:

- a title is the name of a file, which has that content from there on;
- ``console`` has commands behind ``$``, and below each what it prints. ``...`` on a line of its own
  stands for any number of lines, within a line for any text; times and amounts of memory are as
  good as each other;
- ``python`` without a title is a test file, if it has tests, else a script;
- ``ini`` is configuration: its settings have to be there, and to accept their values;
- a block behind a line that begins with ``*Not run`` is not run, and the reader sees that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from pytest_lean.plugin import hooks, hookspecs

CHECKOUT = Path(__file__).parents[2]
# What the plugin gives to tests and to conftests, which pages have to tell.
FIXTURES = [name for name in hooks.__all__ if name.startswith("lean")]
HOOKS = [name for name in vars(hookspecs) if name.startswith("pytest_lean_")]
_BLOCK = re.compile(
    r"^(?P<indent> *)```(?P<language>\w*)(?: title=\"(?P<title>[^\"]+)\")?\n"
    r"(?P<text>.*?)^(?P=indent)```$",
    re.MULTILINE | re.DOTALL,
)
_AMOUNTS = re.compile(r"\b\d+(?:\.\d+)? ?(?:s|ms|MiB|%)(?!\w)|\b0x[0-9a-f]+|\b\d\d:\d\d:\d\d\b")
_MINUTES = re.compile(r" \(\d+:\d\d:\d\d\)")  # which pytest adds from a minute on
_BAR = re.compile(r"([=_-])\1{2,}")


@dataclass(frozen=True)
class Block:
    """A fenced block of a page.

    Attributes:
        page: the page's path below the checkout.
        number: which block of the page it is, from 1.
        language: what stands behind its fence.
        title: the name of the file that it is, or None.
        text: what it says.
        is_run: whether the page does not say that it is not.
    """

    page: str
    number: int
    language: str
    title: str | None
    text: str
    is_run: bool

    @property
    def has_tests(self) -> bool:
        """Whether it is a test file."""
        return self.language == "python" and re.search(r"^def test_", self.text, re.M) is not None


def blocks(page: str) -> list[Block]:
    """Return the blocks of a page."""
    text = (CHECKOUT / page).read_text(encoding="utf-8")
    found = []
    for number, match in enumerate(_BLOCK.finditer(text), 1):
        before = text[: match.start()].rstrip().rpartition("\n\n")[2]
        body = re.sub(rf"^{match['indent']}", "", match["text"], flags=re.M)
        is_run = not before.lstrip().startswith("*Not run")
        found.append(Block(page, number, match["language"], match["title"], body, is_run))
    return found


def commands(block: Block) -> list[tuple[str, str]]:
    """Return the commands of a console, each with what it prints."""
    pieces = re.split(r"^\$ (.*)\n", block.text, flags=re.M)
    assert not pieces[0].strip(), f"{block.page}: a console begins with a command"
    return list(zip(pieces[1::2], pieces[2::2], strict=True))


def prints(expected: str, output: str) -> bool:
    """Return whether ``output`` is what a page says."""
    lines = [_plain(line) for line in expected.rstrip().split("\n")]
    patterns = [
        r"(?:.*\n)*?" if line == "..." else re.escape(line).replace(r"\.\.\.", ".*") + "\n"
        for line in lines
    ]
    seen = "".join(f"{_plain(line)}\n" for line in output.rstrip().split("\n"))
    return re.fullmatch("".join(patterns), seen) is not None


def _plain(line: str) -> str:
    """Return a line without what differs from run to run."""
    return _BAR.sub(r"\1\1\1", _AMOUNTS.sub("N", _MINUTES.sub("", line))).rstrip()
