"""How a second look refuses a proof."""

from __future__ import annotations

from typing import Literal

from pytest_lean.messages import Message

Check = Literal["compiled", "file", "imports", "kernel", "theorem", "statement", "axioms"]


class Refusal(Exception):
    """A check that a proof does not pass.

    Attributes:
        check: which one: ``compiled`` (Lean accepts the text), ``file`` (what it left is a
            compiled module), ``imports`` (only trusted ones), ``kernel`` (the replay), ``theorem``
            (it is there and is one), ``statement`` (it is the one asked for), ``axioms``.
        messages: what Lean said of the text, if that is why.
    """

    def __init__(self, check: Check, reason: str, messages: tuple[Message, ...] = ()) -> None:
        super().__init__(reason)
        self.check: Check = check
        self.messages = messages
