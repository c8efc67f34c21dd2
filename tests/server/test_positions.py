"""The words of a message are those that ``lean`` says of the text by itself.

Lean quotes positions and module names inside its messages. They must be the text's own wherever
it stands in the worker's document: on its lines, behind options, behind an environment.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator

import pytest

from pytest_lean import Command, LeanConfig, LeanServer
from pytest_lean.language.guard_msgs import expectations
from pytest_lean.language.quoted import move_places

TERMINATION = "def f (n m : Nat) : Nat := if n = 0 then m else f (m + 1) (n + m)"
OVERLOADED = """def A.x (n : Nat) := n
def B.x (n _m : Nat) := n
open A B
#check x true"""
TEXTS = {
    "the table of a termination proof": TERMINATION,
    "a recursive call of two lines": """def f (n m : Nat) : Nat :=
  if n = 0 then f n m else f (m
   + 1) (n + f 2
 3)""",
    "calls between functions": """mutual
def f (n m : Nat) : Nat := if n = 0 then m else g (m + 1) (n + m)
def g (n m : Nat) : Nat :=
  if n = 0 then m else f (m
   + 1) (n + m)
end""",
    "errors of an overloaded name": OVERLOADED,
    "the source of a sorry": """set_option pp.sorrySource true
theorem a : 1 = 2 := sorry
def b (n : Nat) : n = 1 := by
  sorry
#print b""",
    "the name of a sorry": """set_option pp.explicit true
theorem a : 1 = 2 := sorry
example (h : (sorry : Nat) = 3) : False := by
  skip""",
    "the name of a sorry in full": """set_option pp.all true
theorem a : 1 = 2 := sorry""",
    "a panic": """def f (n : Nat) : Nat := Id.run do
  assert! n = 1
  return unreachable!
#print f
#eval f 2
set_option pp.all true
#print f""",
    "a dump of what was elaborated": "set_option trace.Elab.info true\ndef b :=\n  1\n",
    "a private name": "private def x := 1\nset_option pp.privateNames true\n#print x",
    "module comments of Verso": """set_option doc.verso true
/-! A *title* -/
theorem x : 1 = 1 := rfl
/-! More -/
#check x""",
    "many errors": "".join(f"#check a{n}\n" for n in range(102)) + "#eval 1",
    "as many errors as are reported": "".join(f"#check a{n}\n" for n in range(100)) + "#eval 1",
}
# How a text may begin: where its code begins on the first line, it cannot keep its lines.
BEGINNINGS = {
    "code": "",
    "a line end": "\n",
    "a comment": "/- A\ncomment -/ -- and another\n",
    "imports": "-- c\nimport Init -- d\n\n",
    "code behind an import": "import Init ",
}


def guarded(line: int) -> str:
    """Return a text whose #guard_msgs expects ``line`` in the message; 23 would be right."""
    why = "failed to eliminate recursive application\n    _root_.f (m + 1) (n + m)"
    return f"""/--
error: fail to show termination for
  f
with errors
failed to infer structural recursion:
Cannot use parameter n:
  {why}
Cannot use parameter m:
  {why}


Could not find a decreasing measure.
The basic measures relate at each recursive call as follows:
(<, ≤, =: relation proved, ? all proofs failed, _: no proof attempted)
{" " * len(str(line))}          n m
1) {line}:48-65 ? ?
Please use `termination_by` to specify a decreasing measure.
-/
#guard_msgs in
-- The call is quoted with its line.
{TERMINATION}
"""


@pytest.fixture(scope="module")
def shared(toolchain) -> Iterator[LeanServer]:
    with LeanServer(LeanConfig(toolchain=toolchain, timeout=600)) as server:
        yield server


@pytest.fixture(scope="module")
def command_line(toolchain, tmp_path_factory) -> Callable[..., list[tuple]]:
    """What ``lean --json`` says of a text, for comparison; each text is run once."""
    folder = tmp_path_factory.mktemp("cli")
    known: dict[tuple[str, ...], list[tuple]] = {}

    def run(text: str, *arguments: str) -> list[tuple]:
        key = (text, *arguments)
        if key not in known:
            file = folder / "Whole.lean"
            file.write_text(text, encoding="utf-8")
            argv = [*toolchain.command, "--json", *arguments, str(file)]
            environment = toolchain.environment() | {"LEAN_BACKTRACE": "0"}
            done = subprocess.run(
                argv, env=environment, capture_output=True, check=False, timeout=120
            )
            found = [json.loads(line) for line in done.stdout.splitlines()]
            known[key] = sorted(_said(one) for one in found)
        return known[key]

    return run


def _said(entry) -> tuple:
    end = entry["endPos"] or entry["pos"]
    severity = {"information": "info"}.get(entry["severity"], entry["severity"])
    place = entry["pos"]["line"], entry["pos"]["column"], end["line"], end["column"]
    return (*place, severity, entry["data"])


def said(response) -> list[tuple]:
    """Return what a server said, in the same form."""
    return sorted(
        (
            one.start_pos.line,
            one.start_pos.column,
            one.end_pos.line,
            one.end_pos.column,
            one.severity,
            one.data,
        )
        for one in response.messages
    )


@pytest.mark.quick(4)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_words_are_lean_s(shared, command_line, text):
    assert said(shared.run(text)) == command_line(text)


@pytest.mark.quick(2)
@pytest.mark.parametrize("beginning", BEGINNINGS.values(), ids=BEGINNINGS)
@pytest.mark.parametrize("text", [TEXTS["calls between functions"], OVERLOADED, TERMINATION])
def test_the_words_are_lean_s_however_the_text_begins(shared, command_line, text, beginning):
    assert said(shared.run(beginning + text)) == command_line(beginning + text)


@pytest.mark.quick(4)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_words_are_those_of_the_text_alone_behind_an_environment(shared, command_line, text):
    first = shared.run("def preamble := 1\n" + "-- a long one\n" * 96)
    second = shared.run(Command("\ntheorem more : preamble = 1 := rfl", first.env))
    assert said(shared.run(Command(text, second.env))) == command_line(text)


def test_the_words_are_those_of_the_text_alone_behind_options(shared, command_line):
    response = shared.run(Command(TERMINATION, options={"pp.funBinderTypes": True}))
    assert said(response) == command_line(TERMINATION)


def test_a_place_in_what_the_text_continues_is_that_text_s_own(shared, command_line):
    before = "\n\nset_option pp.sorrySource true\ndef b : 1 = 2 := sorry"
    [*_, whole] = command_line(f"{before}\n#print b")
    [info] = shared.run(Command("#print b", shared.run(before).env)).infos
    assert info.data == whole[-1]


@pytest.mark.quick(2)
@pytest.mark.parametrize("lines", [0, 1, 80])
@pytest.mark.parametrize("handle", [False, True])
def test_what_guard_msgs_expects_may_quote_a_line_of_the_text(shared, lines, handle):
    base = shared.run("theorem base : 1 = 1 := by\n" + "\n" * 9 + "  rfl").env if handle else None
    response = shared.run(Command("\n" * lines + guarded(23 + lines), base))
    assert response.ok, response.errors


@pytest.mark.parametrize("handle", [False, True])
def test_a_wrong_line_that_guard_msgs_expects_is_shown_as_written(shared, command_line, handle):
    text = guarded(24)
    base = shared.run("def base := 1\n" + "\n" * 90).env if handle else None
    response = shared.run(Command(text, base))
    assert said(response) == command_line(text)
    assert "- 1) 24:48-65" in response.errors[0].data
    assert "+ 1) 23:48-65" in response.errors[0].data


@pytest.mark.parametrize("through", ["configuration", "command"])
def test_the_error_limit_is_what_lean_is_given(toolchain, command_line, through):
    text, options = "#check a\n#check b\n#eval 1\n#check c", {"maxErrors": 1}
    config = LeanConfig(toolchain=toolchain, options=options if through == "configuration" else {})
    with LeanServer(config) as server:
        given = options if through == "command" else None
        response = server.run(Command(text, options=given))
    assert said(response) == command_line(text, "-DmaxErrors=1")
    assert not response.ok


def test_an_error_limit_that_the_text_sets_is_none(shared, command_line):
    text = "set_option maxErrors 1\n#check a\n#check b"
    assert said(shared.run(text)) == command_line(text)


def test_a_text_that_prints_what_looks_like_a_place_keeps_it(shared):
    base = shared.run("def base := 1").env
    for words in ("4:9 o'clock", "1) 2:3", "⟨1, 2⟩", "at line 1:2-3"):
        [info] = shared.run(Command(f'#eval IO.println "{words}"', base)).infos
        assert info.data.strip() == words


TABLE = """(<)
             n m
1) 9:48-65   ? ?
2) 10:4-11:5 = <
Please"""
MOVED = """(<)
               n m
1) 99:48-65    ? ?
2) 100:4-101:5 = <
Please"""


def test_a_table_whose_lines_move_is_aligned_anew():
    assert move_places(TABLE, lambda line: line + 90) == MOVED
    assert move_places(MOVED, lambda line: line - 90) == TABLE


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ('panicWithPosWithDecl "_stdin" "f" 3 9', 'panicWithPosWithDecl "_stdin" "f" 8 9'),
        ("PANIC at f _stdin:3:9: no", "PANIC at f _stdin:8:9: no"),
        ("sorry `_stdin:3:9", "sorry `_stdin:8:9"),
        ("`_stdin.3.9.4.2.9.2._sorry._@", "`_stdin.8.9.9.2.9.2._sorry._@"),
        ("⟨1, 2⟩†-⟨3, 4⟩", "⟨6, 2⟩†-⟨8, 4⟩"),
        ("Call from f to g at 3:48-65:\n", "Call from f to g at 8:48-65:\n"),
        ("overloaded, errors \n  3:9 no", "overloaded, errors \n  8:9 no"),
        ("  3:9 no", "  3:9 no"),
        ("Other:3:9", "Other:3:9"),
    ],
)
def test_each_form_of_a_place_is_moved(text, moved):
    assert move_places(text, lambda line: line + 5) == moved


def test_a_place_that_is_none_of_the_text_s_stays():
    assert move_places("1) 3:4-5 ?", lambda _: None) == "1) 3:4-5 ?"


def test_only_doc_comments_of_guard_msgs_are_expectations():
    text = "/-- a -/\n#guard_msgs in\n/-- b -/ def x := 1\n"
    text += "/-- c -/ -- d\n#guard_msgs (info) in\n#eval x"
    assert [text[start:end] for start, end in expectations(text)] == ["/-- a -/", "/-- c -/"]
