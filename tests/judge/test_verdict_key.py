"""The key of a verdict: what changes it, and what has none."""

from __future__ import annotations

import dataclasses
import os

import pytest

from pytest_lean import LeanConfig
from pytest_lean.judge import verdict_key
from pytest_lean.judge.closure import Closures
from pytest_lean.judge.verdict_key import VerdictKeys

TEXT = "theorem t : 1 = 1 := rfl\n"


@pytest.fixture
def config(toolchain, library):
    """A configuration with a library of the test's own."""
    return LeanConfig(toolchain=toolchain, search_path=(str(library.folder),))


@pytest.fixture
def keys(config):
    """Makes keys for it."""
    return VerdictKeys(config)


def test_equal_questions_have_equal_keys(config, keys):
    assert keys.key(TEXT) is not None
    assert keys.key(TEXT) == VerdictKeys(config).key(TEXT)


CHANGES = {
    "text": {"text": TEXT + "\n"},
    "options": {"options": {"autoImplicit": True}},
    "an option's value": {"options": {"autoImplicit": 1}},
    "axioms": {"axioms": ["Lean.trustCompiler"]},
    "trust": {"trust": "certified"},
    "asked": {"asked": ["t"]},
    "asked twice": {"asked": ["t", "1 = 1"]},
    "imports": {"imports": ["Init.Prelude"]},
}


def test_each_part_of_a_question_changes_the_key(keys):
    found = [keys.key(**{"text": TEXT, **change}) for change in CHANGES.values()]
    assert len({*found, keys.key(TEXT)}) == len(CHANGES) + 1


@pytest.mark.slow
def test_another_lean_or_another_package_has_other_keys(config, keys, monkeypatch):
    other = dataclasses.replace(config.toolchain, version_text="Lean (version 4.36.0, ...)")
    given = dataclasses.replace(
        config.toolchain, command=(*config.toolchain.command, "-DautoImplicit=true")
    )
    found = [keys.key(TEXT), *(VerdictKeys(config, one).key(TEXT) for one in (other, given))]
    monkeypatch.setattr(verdict_key, "_package", lambda: "another")
    assert len({*found, keys.key(TEXT)}) == 4


def test_a_module_that_is_compiled_again_changes_the_key_if_its_content_does(library, keys):
    importing = f"import Leaf\n{TEXT}"
    library.compile("Base", "def base := 1\n")
    library.compile("Leaf", "import Base\ndef leaf := base\n")
    first = keys.key(importing)
    assert first is not None
    library.compile("Base", "def base := 1\n")
    assert keys.key(importing) == first
    library.compile("Base", "def base := 2\n")
    assert keys.key(importing) not in (None, first)


def test_what_was_read_of_modules_serves_the_next_process(library, config, keys, monkeypatch):
    library.compile("Base", "def base := 1\n")
    first = keys.key(f"import Base\n{TEXT}")
    keys.save()
    monkeypatch.setattr("pytest_lean.judge.closure._read", lambda place: None)
    assert VerdictKeys(config).key(f"import Base\n{TEXT}") == first


def test_digests_that_are_damaged_are_made_again(library, tmp_path):
    def digest():
        found = Closures([str(library.folder)], [], tmp_path / "cache")
        try:
            return found.digest(["prelude", "import Base"])
        finally:
            found.save()

    library.compile("Base", "prelude\ninductive T : Type | t\n")
    first = digest()
    [file] = (tmp_path / "cache").rglob("*.json")
    whole = file.read_bytes()
    assert first is not None
    for damaged in (whole[:-9], b"", b"[]", b'{"Base": {}}', b"\xff"):
        file.write_bytes(damaged)
        assert digest() == first
        assert file.read_bytes() == whole


def test_a_module_that_is_not_there_leaves_no_key(library, keys):
    text = f"import Base\n{TEXT}"
    assert keys.key(text) is None
    library.compile("Base", "def base := 1\n")
    assert keys.key(text) is not None
    os.truncate(library.folder / "Base.olean", 50)
    assert keys.key(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "#eval IO.monoMsNow",
        "run_cmd pure ()",
        'def x := include_str "data.txt"',
        "initialize x : Nat ← pure 1",
        'elab "now" : command => pure ()',
        "@[tactic foo] def f := 1",
        "unsafe def f := 1",
        "example : True := by run_tac pure ()",
    ],
)
def test_a_text_that_can_run_code_has_no_key(keys, text):
    assert keys.key(text) is None
    assert keys.key(f"-- {text}\n/- {text} -/") is not None


def test_a_library_that_can_read_files_leaves_no_key(library, keys):
    library.compile("Reads", "def load := IO.FS.readFile\n")
    library.compile("Pure", "def pure' := 1\n")
    assert keys.key(f"import Reads\n{TEXT}") is None
    assert keys.key(f"import Pure\n{TEXT}") is not None
