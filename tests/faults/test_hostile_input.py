"""Malformed and hostile input: a message or a bounded failure, and then business as usual.

Nothing here may hang: each command has a deadline, and after each the next command is right.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pytest_lean import (
    AutoLeanServer,
    Command,
    FileCommand,
    LeanConfig,
    LeanCrashError,
    LeanError,
    LeanMemoryError,
    LeanTimeoutError,
    Toolchain,
)

DEADLINE = 2.0
MEMORY_MB = 2048
# The ways in which a command may end without a verdict.
BOUNDED = (LeanTimeoutError, LeanMemoryError, LeanCrashError)
BASE = "def base := 41\n"

LOOPING_MACRO = 'syntax "again" : term\nmacro_rules | `(again) => `(again)\n#eval again'
GROWING_MACRO = (
    'syntax "grow " term : term\nmacro_rules | `(grow $t) => `(grow ($t + $t))\n#eval grow 1'
)
LOOPING_TACTIC = (
    'macro "forever" : tactic => `(tactic| repeat (first | skip | fail))\n'
    "theorem t : 1 = 2 := by forever"
)

HOSTILE = {
    "parentheses": "#check " + "(" * 10_000 + "1" + ")" * 10_000,
    "parentheses without an end": "#check " + "(" * 10_000,
    "brackets": "#check " + "[" * 10_000 + "]" * 10_000,
    "closing parentheses": "#check " + ")" * 10_000,
    "a long identifier": f"def {'x' * 1_000_000} := 1",
    "a long dotted identifier": f"def {'.'.join('x' * 5_000)} := 1",
    "a long quoted identifier": f"def «{'x y ' * 250_000}» := 1",
    "an identifier without an end": "def «" + "x" * 100_000,
    "a long numeral": "#eval " + "9" * 20_000,
    "a long string": f'def s := "{"a" * 1_000_000}"',
    "a string without an end": 'def s := "' + "a" * 10_000,
    "a comment without an end": "/- " + "a " * 10_000,
    "nested comments without an end": "/-" * 10_000,
    "a doc comment without an end": "/-- " + "a " * 10_000,
    "a macro that loops": LOOPING_MACRO,
    "a macro that grows": GROWING_MACRO,
    "a tactic that loops": LOOPING_TACTIC,
    "deep application": "#check " + "f (" * 3_000 + "x" + ")" * 3_000,
    "a long application": "#check f " + "x " * 20_000,
    "a long sum": "#check " + " + ".join(["1"] * 3_000),
    "many arrows": "#check " + " → ".join(["Nat"] * 3_000),
    "many binders": "#check fun " + " ".join(f"x{n}" for n in range(2_000)) + " => 1",
    "many lambdas": "#check " + "fun x => " * 2_000 + "1",
    "nested namespaces": "".join(f"namespace N{n}\n" for n in range(500)),
    "nested by": "theorem t : 1 = 1 := " + "by exact " * 500 + "rfl",
    "a very long line": "#eval [" + ", ".join(["1"] * 5_000) + "].length",
    "a tower of powers": "#eval 10 ^ 10 ^ 10 ^ 10",
    "a large power": "theorem t : 2 ^ 100000000000 = 1 := by decide",
    "a hard decision": "theorem t : ∀ a, a < 3000 → ∀ b, b < 3000 → a + b = b + a := by decide",
    "an endless evaluation": "partial def f (n : Nat) : Nat := f (n + 1)\n#eval f 0",
    "a deep evaluation": "def f : Nat → Nat | 0 => 0 | n + 1 => f n + 1\n#eval f 10000000",
    "an endless instance": (
        "class C (n : Nat) where\n  x : Nat\n"
        "instance (n : Nat) [C (n + 1)] : C n := ⟨0⟩\n#eval (C.x 0)"
    ),
    "an endless simp set": (
        "theorem back (f : Nat → Nat → Prop) (h : ∀ a b, f a b = f b (a + 1)) : f 1 2 := by\n"
        "  simp only [h]"
    ),
    "an endless elaboration": "example (h : ∀ a b : Nat, a = b) : 1 = 2 := by repeat rw [h 1 1]",
    "coercions in a circle": (
        "structure A where\nstructure B where\ninstance : Coe A B := ⟨fun _ => ⟨⟩⟩\n"
        "instance : Coe B A := ⟨fun _ => ⟨⟩⟩\nexample (a : A) : Nat := a"
    ),
    "an unknown option": "set_option maxRecDepth 99999999999999999999 in\n#eval 1",
    "no recursion depth": "set_option maxRecDepth 0 in\n#eval 1 + 1",
    "an attribute that aborts": "@[term_parser] def p : Nat := 1",
    "an unknown import": "import No.Such.Module\n#eval 1",
    "nothing but operators": "+ - * / := => → ∀ ∃ λ | ⟨ ⟩",
    "only a combining mark": "\u0301" * 1_000,
    "right-to-left text": "def \u202eabc := 1",
    "a zero-width space": "def a\u200bb := 1",
}


@pytest.fixture(scope="module")
def hostile_server(toolchain: Toolchain) -> Iterator[AutoLeanServer]:
    config = LeanConfig(toolchain=toolchain, timeout=DEADLINE, memory_hard_limit_mb=MEMORY_MB)
    with AutoLeanServer(config) as server:
        yield server


@pytest.fixture
def lean(hostile_server: AutoLeanServer) -> Iterator[AutoLeanServer]:
    """The server; whatever a test does to it, the next command is right."""
    base = hostile_server.run(BASE, timeout=300).env
    yield hostile_server
    right = hostile_server.run(
        Command("#eval base + 1\ntheorem t : base = 42 := rfl", base), timeout=300
    )
    assert [message.data for message in right.infos] == ["42"]
    assert {error.start_pos.line for error in right.errors} == {2}


def ends(lean: AutoLeanServer, text: str) -> str:
    """Run ``text`` and return how it ended: its messages, or the error that bounded it."""
    try:
        response = lean.run(text)
    except BOUNDED as error:
        return f"{type(error).__name__}: {error}"
    return "\n".join(map(str, response.messages))


@pytest.mark.quick(8)
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_ends(lean: AutoLeanServer, name: str) -> None:
    ends(lean, HOSTILE[name])


@pytest.mark.parametrize(
    "name",
    [
        "parentheses without an end",
        "closing parentheses",
        "an identifier without an end",
        "a string without an end",
        "a comment without an end",
        "nested comments without an end",
        "a doc comment without an end",
        "a macro that loops",
        "coercions in a circle",
        "an unknown import",
        "nothing but operators",
    ],
)
def test_what_is_malformed_is_reported(lean: AutoLeanServer, name: str) -> None:
    assert lean.run(HOSTILE[name], timeout=300).errors


@pytest.mark.quick(8)
@pytest.mark.parametrize("code", [*range(32), 127], ids="{:#04x}".format)
def test_a_control_character_in_code(lean: AutoLeanServer, code: int) -> None:
    response = lean.run(f"def a := 1{chr(code)}\n#eval a", timeout=300)
    assert response.errors or [message.data for message in response.infos] == ["1"]


@pytest.mark.quick(8)
@pytest.mark.parametrize("code", [*range(32), 127], ids="{:#04x}".format)
def test_a_control_character_in_a_comment_or_string(lean: AutoLeanServer, code: int) -> None:
    response = lean.run(f'-- {chr(code)}\ndef s := "{chr(code)}"\n#eval s.length', timeout=300)
    assert response.errors or [message.data for message in response.infos] == ["1"]


@pytest.mark.parametrize("code", [0xD800, 0xDBFF, 0xDC00, 0xDFFF], ids=hex)
def test_a_lone_surrogate_is_refused_with_its_place(lean: AutoLeanServer, code: int) -> None:
    with pytest.raises(ValueError, match=r"^2:10: .* is a lone surrogate"):
        lean.run(f'def a := 1\ndef s := "{chr(code)}"')


def test_an_emoji_counts_as_one_column(lean: AutoLeanServer) -> None:
    response = lean.run('#check "👩‍🔬" ++ nope')
    [error] = response.errors
    assert error.start_pos.column == len('#check "👩‍🔬" ++ ')


def test_an_emoji_in_a_name_is_a_syntax_error(lean: AutoLeanServer) -> None:
    assert not lean.run("def 👩‍🔬 := 1").ok


def test_an_emoji_in_a_quoted_name_is_fine(lean: AutoLeanServer) -> None:
    assert [m.data for m in lean.run("def «👩‍🔬» := 1\n#eval «👩‍🔬»").infos] == ["1"]


def test_windows_line_ends_are_line_ends(lean: AutoLeanServer) -> None:
    response = lean.run("def a := 1\r\n#eval a\r\n#check nope\r\n")
    assert [message.data for message in response.infos] == ["1"]
    assert [error.start_pos.line for error in response.errors] == [3]


def test_an_empty_text_has_no_messages(lean: AutoLeanServer) -> None:
    assert lean.run("").messages == ()


def test_white_space_has_no_messages(lean: AutoLeanServer) -> None:
    assert lean.run(" \n\n   \n").messages == ()


def test_a_byte_order_mark_does_not_hide_a_files_content(lean: AutoLeanServer, tmp_path) -> None:
    path = tmp_path / "Marked.lean"
    path.write_bytes(b"\xef\xbb\xbfdef a := 1\n#eval a + 1\ntheorem wrong : a = 2 := rfl\n")
    response = lean.run(FileCommand(path))
    assert not response.ok


def test_a_file_that_is_not_utf_8_is_an_error_of_its_own(lean: AutoLeanServer, tmp_path) -> None:
    path = tmp_path / "Latin.lean"
    path.write_bytes(b"-- \xe9\n#eval 1\n")
    with pytest.raises(LeanError, match="Latin"):
        lean.run(FileCommand(path))


@pytest.mark.slow
def test_a_long_file_is_read_to_its_end(lean: AutoLeanServer, tmp_path) -> None:
    path = tmp_path / "Long.lean"
    path.write_text("-- a line\n" * 99_998 + "#eval 1 + 1\n#check nope\n", encoding="utf-8")
    response = lean.run(FileCommand(path), timeout=300)
    assert [message.data for message in response.infos] == ["2"]
    assert [error.start_pos.line for error in response.errors] == [100_000]


@pytest.mark.slow
def test_many_errors_are_bounded(lean: AutoLeanServer) -> None:
    response = lean.run("#check nope\n" * 1_000, timeout=300)
    assert 0 < len(response.errors) <= 1_000


@pytest.mark.slow
def test_many_messages_all_come(lean: AutoLeanServer) -> None:
    response = lean.run("#eval 1\n" * 1_000, timeout=300)
    assert len(response.infos) == 1_000


def test_a_program_that_a_text_starts_reads_nothing_of_the_servers_pipe(
    lean: AutoLeanServer,
) -> None:
    runs = 'IO.Process.run { cmd := "cat" }'
    response = lean.run(f'#eval {runs}\n#eval {runs} (some "ab")')
    assert [message.data for message in response.infos] == ['""', '"ab"']
    assert lean.run("theorem t : 1 = 1 := rfl").ok
