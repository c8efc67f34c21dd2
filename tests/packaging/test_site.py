"""The site is complete: every public name is told with its parameters, and every setting."""

from __future__ import annotations

import html
import inspect
import os
import re
import runpy
import subprocess
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from pages import CHECKOUT, FIXTURES, HOOKS

import pytest_lean
from pytest_lean.plugin.settings import SETTINGS

DOCS = CHECKOUT / "docs"
NAMES = sorted(set(pytest_lean.__all__) - {"__version__"})
DATA = [
    name
    for name in NAMES
    if is_dataclass(getattr(pytest_lean, name)) and getattr(pytest_lean, name).__name__ == name
]
TABLES = runpy.run_path(str(DOCS / "tables.py"))


@pytest.mark.parametrize("name", TABLES["TABLES"])
def test_a_generated_table_is_current(name):
    text = (DOCS / TABLES["TABLES"][name][0]).read_text(encoding="utf-8")
    assert TABLES["page"](name, text) == text, "python docs/tables.py writes it"


def test_the_plots_are_current():
    plots = runpy.run_path(str(DOCS / "plots.py"))
    page = (DOCS / "benchmarks.md").read_text(encoding="utf-8")
    for name, bars in plots["PLOTS"].items():
        path = DOCS / "plots" / f"{name}.svg"
        assert path.read_text(encoding="utf-8") == plots["svg"](bars), "python docs/plots.py"
        described = re.search(rf"!\[([^]]*)\]\(plots/{name}.svg\)", page)[1]
        assert [bar.figures for bar in bars] == re.findall(r": (\d[^:]*?)\.(?: |$)", described)


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """The site that .ci/run has built, or one that is built now."""
    if "SITE_DIR" in os.environ:
        return Path(os.environ["SITE_DIR"])
    pytest.importorskip("mkdocs", reason="the extra docs is not installed")
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(
        command, cwd=CHECKOUT, capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def reference(site) -> dict[str, str]:
    """What the reference says of each name, as plain text, by its anchor."""
    told = {}
    for page in sorted((site / "reference").rglob("index.html")):
        text = page.read_text(encoding="utf-8")
        article = text[text.index("<article") : text.index("</article>")]
        pieces = re.split(r'(?=<h\d id="pytest_lean[^"]*")', article)
        for piece in pieces[1:]:
            anchor = re.match(r'<h\d id="([^"]*)"', piece)[1]
            told[anchor] = html.unescape(re.sub(r"<[^>]+>", "", piece))
    return told


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_public_name_is_in_the_reference_with_its_parameters(reference, name):
    told = reference[f"pytest_lean.{name}"]
    one = getattr(pytest_lean, name)
    if not callable(one):
        return
    if one.__name__ != name:  # another name for something that has a place of its own
        assert one.__name__ in told
        return
    for parameter in inspect.signature(one).parameters if not _is_exception(one) else ():
        assert re.search(rf"\b{parameter}\b", told), parameter


@pytest.mark.slow
@pytest.mark.parametrize("name", DATA)
def test_each_field_is_described_by_a_sentence(reference, name):
    for field in fields(getattr(pytest_lean, name)):
        if field.init and not field.name.startswith("_"):
            sentence = rf"\b{field.name}\s*\([^–]*\)\s*–\s*\S"
            assert re.search(sentence, reference[f"pytest_lean.{name}"]), field.name


@pytest.mark.slow
def test_each_fixture_and_hook_is_in_the_reference(reference):
    assert len(FIXTURES) >= 7
    assert len(HOOKS) >= 5
    for name in FIXTURES:
        assert f"pytest_lean.plugin.fixtures.{name}" in reference
    for name in HOOKS:
        assert f"pytest_lean.plugin.hookspecs.{name}" in reference


@pytest.mark.slow
def test_the_site_loads_nothing_from_elsewhere(site):
    """Neither fonts nor scripts: it can be read where there is no network."""
    pages = list(site.rglob("*.html"))
    assert len(pages) >= 20
    for page in pages:
        for tag in re.findall(r"<(?:script|link|img|iframe)\b[^>]*>", page.read_text("utf-8")):
            source = re.search(r'(?:src|href)="?([^"\s>]+)', tag)
            is_elsewhere = source is not None and re.match(r"(?:https?:)?//", source[1])
            assert not is_elsewhere or 'rel="canonical"' in tag, f"{page}: {tag}"


@pytest.mark.slow
def test_the_settings_are_on_the_site(site):
    text = (site / "settings" / "index.html").read_text(encoding="utf-8")
    for one in SETTINGS:
        assert f"<code>{one.option}</code>" in text
        assert f"<code>{one.variable}</code>" in text
        assert f"<code>{one.ini}</code>" in text


def _is_exception(one: object) -> bool:
    return isinstance(one, type) and issubclass(one, Exception)
