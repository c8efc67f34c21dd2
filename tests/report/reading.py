"""Reads a page as a browser would, as far as its elements go."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any


class Page(HTMLParser):
    """Elements and texts of a page.

    Attributes:
        elements: names and attributes, in their order.
        text: all that a reader could read.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._inside: list[str] = []
        self._data = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._inside.append(f"data {dict(attrs).get('type')}" if tag == "script" else tag)

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside[:-1] if tag in ("script", "style") else self._inside

    def handle_data(self, data: str) -> None:
        inside = self._inside[-1] if self._inside else ""
        if inside == "data application/json":
            self._data += data
        elif inside not in ("style", "data None"):
            self.text += data

    @property
    def data(self) -> Any:
        """What the page's script reads."""
        return json.loads(self._data)

    def named(self, name: str) -> list[dict[str, str | None]]:
        """Return the attributes of each element of a kind."""
        return [attributes for tag, attributes in self.elements if tag == name]
