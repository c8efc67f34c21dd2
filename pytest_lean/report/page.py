"""Renders a page from a template: one HTML text that has its style, scripts and data inside.

Promises: all that comes from a run is escaped, as text and as data. Should something slip through
all the same, the page's Content-Security-Policy lets only our two scripts run, which it names by
their digests, and lets nothing be loaded from anywhere.
"""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2
import markupsafe

from pytest_lean import __version__
from pytest_lean.report import words
from pytest_lean.report.source import carets

_FOLDER = Path(__file__).parent / "templates"


def render(template: str, **values: Any) -> str:
    """Return a page.

    Args:
        template: its file name.
        values: what it shows.
    """
    own = {
        "policy": _policy(),
        "style": markupsafe.Markup(_text("page.css")),
        "theme_script": markupsafe.Markup(_text("theme.js")),
        "page_script": markupsafe.Markup(_text("page.js")),
        "version": __version__,
    }
    text = _environment().get_template(template).render({**own, **values})
    # The name of a file may have lone surrogates, which UTF-8 cannot encode.
    return text.encode("utf-8", "replace").decode("utf-8")


@functools.cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for function in (words.count, words.duration, words.memory, words.moment, words.plural):
        environment.filters[function.__name__] = function
    environment.filters["carets"] = carets
    return environment


@functools.cache
def _text(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


@functools.cache
def _policy() -> str:
    """Return the page's Content-Security-Policy: its own scripts and styles, nothing else."""
    scripts = " ".join(f"'sha256-{_digest(_text(script))}'" for script in ("theme.js", "page.js"))
    rules: Mapping[str, str] = {
        "default-src": "'none'",
        "script-src": scripts,
        "style-src": "'unsafe-inline'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {what}" for name, what in rules.items())


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
