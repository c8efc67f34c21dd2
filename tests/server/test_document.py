"""The document model: our answers are those of the command-line Lean on the whole text."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lengths import length

from pytest_lean import Command, LeanConfig, LeanServer, Message, Pos
from pytest_lean.language.positions import utf16_length
from pytest_lean.language.syntax import read_header, tokens, words
from pytest_lean.server.document import Document
from pytest_lean.server.environment import (
    Environment,
    Source,
    merged_header,
    option_lines,
    split_source,
)

# Few names, so that commands meet each other: redeclarations are errors worth comparing.
NAMES = ["a", "b", "«x y»", "𝒳", "N.a"]
SPACES = ["N", "M", "N.M"]
COMMANDS = [
    "def {a} := 1",
    "def {a} : Nat := {b}",
    "def {a} (n : Nat) : Nat :=\n  match n with\n  | 0 => 1\n  | n + 1 => n",
    '/-- a doc comment: 😀 -/\ndef {a} : String := "😀\\n"',
    "theorem {a} : 1 = 1 := rfl",
    "theorem {a} : 1 = 2 := rfl",
    "theorem {a} (n : Nat) : n + 0 = n := by\n  rfl",
    "theorem {a} : 1 = 2 ∧ 2 = 2 := by\n  constructor\n\n  rfl",
    "theorem {a} (p : Prop) (h : p) : p := by\n  intro q\n  exact h",
    "theorem {a} (n : Nat) : n = n := by\n  skip\n\n  -- nothing here",
    "theorem {a} : 1 = 2 := sorry",
    "example : 1 = 2 := by\n  sorry",
    'example (h : "😀😀" = "") : 1 = {b} := h',
    "inductive {a} | mk (n : Nat)",
    "structure {a} where\n  x : Nat\n  y : 𝔹",
    "namespace {s}",
    "end {s}",
    "section",
    "end",
    "open {s}",
    "variable (n : Nat)",
    "variable {{α : Type}} (x : α)",
    "universe u",
    "#check {a}",
    '#check "😀𝒳" ++ {b}',
    "#eval {a}",
    "#eval {a} + {b}",
    "#print axioms {a}",
    "#check fun (x : Nat) =>\n  x + {a}",
    "set_option pp.all true",
    "set_option autoImplicit false",
    "set_option no.such.option true",
    "attribute [simp] {a}",
    "-- only a comment",
    "/- only /- a nested -/ comment -/",
    "",
]
# What does not begin or end where its text does: nothing may follow it, and to Lean it may
# belong to what stands before it. So the command line gets it behind a barrier, as we do it.
UNFINISHED = [
    "def {a} :=",
    "theorem {a} : 1 = 1 := by",
    "example : 1 = {b} := (1",
    "/- no end 😀",
    'def {a} := "no end 😀\n',
    "/-- a doc comment of nothing -/",
    "@[simp]",
    "mutual\ndef {a} := 1",
    "#check )",
    "nonsense 😀",
    "set_option pp.all true in",
    "#exit",
    "def {a} := 1\t\n",
    "\tdef {a} := {b}",
]


@dataclass(frozen=True)
class Step:
    """One command: its text, what it continues (an index, or None), and a restart before it."""

    text: str
    parent: int | None
    restart: bool
    barrier: str = ""


@st.composite
def pieces(draw: st.DrawFn, templates: list[str]) -> str:
    template = draw(st.sampled_from(templates))
    name = st.sampled_from(NAMES)
    text = template.format(a=draw(name), b=draw(name), s=draw(st.sampled_from(SPACES)))
    before = draw(st.sampled_from(["", "", "\n", "  ", "-- 😀\n", "/- c -/ "]))
    after = draw(st.sampled_from(["", "", "\n", "\n\n", " -- c", "\n/- 😀\n-/ ", "\n  "]))
    text = before + text + after
    return text.replace("\n", "\r\n") if draw(st.integers(0, 4)) == 0 else text


@st.composite
def trees(draw: st.DrawFn) -> list[Step]:
    steps: list[Step] = []
    for index in range(draw(st.integers(1, 6))):
        parent = draw(st.none() | st.integers(0, index - 1)) if index else None
        text = draw(pieces(COMMANDS))
        if parent is None:
            head = draw(st.sampled_from(["", "", "import Init\n", "/- c -/ import Init -- d\n\n"]))
            text = head + text
        # What is indented could go on with a `by` of the command before it.
        barrier = "/-! -/\n" if parent is not None and text.startswith(" ") else ""
        steps.append(Step(text, parent, draw(st.integers(0, 9)) == 0, barrier))
    inner = {step.parent for step in steps}
    for index, step in enumerate(steps):
        if index not in inner and draw(st.integers(0, 2)) == 0:
            unfinished = draw(pieces(UNFINISHED))
            steps.append(Step(unfinished, index, step.restart, "/-! -/\n"))
            break
    return steps


@pytest.fixture(scope="module")
def shared(toolchain) -> Iterator[LeanServer]:
    with LeanServer(LeanConfig(toolchain=toolchain, timeout=600)) as server:
        yield server


@pytest.fixture(scope="module")
def command_line(toolchain, tmp_path_factory):
    """``lean --json`` on a text, as messages."""
    file = tmp_path_factory.mktemp("cli") / "Whole.lean"

    def run(text: str) -> list[Message]:
        file.write_bytes(text.encode())
        done = subprocess.run(
            [*toolchain.command, "--json", str(file)],
            env=toolchain.environment(),
            capture_output=True,
            check=False,
            timeout=300,
        )
        return [_message(json.loads(line)) for line in done.stdout.splitlines()]

    return run


def _message(entry) -> Message:
    start = Pos(entry["pos"]["line"], entry["pos"]["column"])
    end = entry["endPos"]
    return Message(
        start,
        start if end is None else Pos(end["line"], end["column"]),
        entry["data"],
        {"information": "info"}.get(entry["severity"], entry["severity"]),
    )


def comparable(messages) -> list[tuple[Pos, Pos, str, str]]:
    return sorted((one.start_pos, one.end_pos, one.severity, one.data) for one in messages)


def shifted(messages, first: int, count: int) -> list[Message]:
    """Return the messages of ``count`` lines from ``first``, its number being 1."""
    return [
        Message(
            Pos(one.start_pos.line - first + 1, one.start_pos.column),
            Pos(one.end_pos.line - first + 1, one.end_pos.column),
            one.data,
            one.severity,
        )
        for one in messages
        if first <= one.start_pos.line < first + count
    ]


@pytest.mark.slow
@settings(max_examples=5, suppress_health_check=list(HealthCheck))
@given(trees())
def test_a_few_trees_of_commands_say_what_lean_says_of_each_whole_text(shared, command_line, steps):
    expect_what_lean_says_of_each_whole_text(shared, command_line, steps)


@pytest.mark.slow
@settings(max_examples=length("DOCUMENT_TREES"), suppress_health_check=list(HealthCheck))
@given(trees())
def test_a_tree_of_commands_says_what_lean_says_of_each_whole_text(shared, command_line, steps):
    expect_what_lean_says_of_each_whole_text(shared, command_line, steps)


def expect_what_lean_says_of_each_whole_text(
    shared: LeanServer, command_line: Callable[[str], list[Message]], steps: list[Step]
) -> None:
    responses = []
    for step in steps:
        if step.restart:
            shared.restart()
        env = None if step.parent is None else responses[step.parent].env
        responses.append(shared.run(Command(step.text, env)))
    for leaf in set(range(len(steps))) - {step.parent for step in steps}:
        path: list[int] = []
        at: int | None = leaf
        while at is not None:
            path.insert(0, at)
            at = steps[at].parent
        whole = command_line("\n".join(steps[i].barrier + steps[i].text for i in path))
        first = 1
        for index in path:
            count = steps[index].text.count("\n") + 1
            first += steps[index].barrier.count("\n")
            expected = shifted(whole, first, count)
            assert comparable(responses[index].messages) == comparable(expected), steps[index]
            first += count


@settings(max_examples=200)
@given(st.text("a\n𝒳😀é", max_size=30), st.integers(0, 30))
def test_a_place_in_the_text_is_found_again(text, offset):
    offset = min(offset, len(text))
    document = Document((), "", [], Source(text))
    before = text[:offset]
    pos = Pos(before.count("\n") + 1, len(before) - (before.rfind("\n") + 1))
    assert document.position(*document.lsp_place(offset)) == pos
    assert document.offset(pos) == offset


@settings(max_examples=300)
@given(st.lists(st.sampled_from(['"', "\\", "/-", "-/", "--", 'r#"', "#", "\n", "x", "'", "«"])))
def test_tokens_cover_the_text_in_order_and_without_overlap(parts):
    text = "".join(parts)
    at = 0
    for _, start, end in tokens(text):
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


def environment(text: str, parent: Environment | None = None) -> Environment:
    source = split_source(text, "", continues=parent is not None)
    return Environment(0, parent, source, source.header.lines, True, True, False, 0.0)


def place(document: Document, text: str) -> tuple[int, int]:
    """Return the line and the column of ``text`` in a document, as LSP counts them."""
    before = document.text[: document.text.index(text)]
    return before.count("\n"), utf16_length(before[before.rfind("\n") + 1 :])


def test_a_document_is_its_chain_with_barriers_between():
    first = environment("import A\ndef a := 1")
    source = Source("def b := 2")
    document = Document(first.header, "", [first], source)
    texts = re.split(r"/-! \d+\s*-/", document.text)
    assert [text.split() for text in texts if text.strip()] == [
        ["import", "A"],
        ["def", "a", ":=", "1"],
        ["def", "b", ":=", "2"],
    ]
    assert document.text.startswith(document.prefix)
    assert document.text.endswith(source.line_ended_body)


@pytest.mark.parametrize(
    ("text", "severity", "stands"),
    [("def a", 1, False), ("def a", 2, True), ("def b", 1, True)],
    ids=["an error above", "a warning above", "an error in the command"],
)
def test_what_a_command_continues_stands_if_it_has_no_error(text, severity, stands):
    document = Document((), "", [environment("def a := 1")], Source("def b := 2"))
    line, character = place(document, text)
    start = {"line": line, "character": character}
    diagnostic = {"severity": severity, "range": {"start": start, "end": start}}
    assert document.stands([diagnostic]) is stands


def test_the_same_text_has_other_barriers_each_time():
    first = environment("def a := 1")
    one, two = (Document((), "", [first], Source("def b := 2")) for _ in range(2))
    assert one.prefix == two.prefix
    assert one.text != two.text


def test_the_barriers_of_a_text_stay_when_something_continues_it():
    first = environment("def a := 1")
    alone = Document((), "", [], first.source)
    assert Document((), "", [first], Source("def b := 2")).prefix == alone.text


def test_columns_come_in_utf_16_and_leave_in_codepoints():
    document = Document((), "", [], Source("é😀𝒳x"))
    line, _ = place(document, "é😀𝒳x")
    assert [document.position(line, unit).column for unit in (0, 1, 3, 5, 6)] == [0, 1, 2, 3, 4]
    assert utf16_length("é😀𝒳x") == 6


def test_what_stands_in_an_import_line_is_placed_there():
    source = split_source("-- c\n  import A\nimport B\n#check 1", "", continues=False)
    document = Document(merged_header(("Z",), source.header), "", [], source)
    assert document.text.split()[:6] == ["import", "Z", "import", "A", "import", "B"]
    assert document.position(*place(document, "import Z")) == Pos(1, 0)
    assert document.position(*place(document, "import A")) == Pos(2, 2)
    assert document.position(*place(document, "import B")) == Pos(3, 0)
    assert document.position(*place(document, "1\n")) == Pos(4, 7)


def test_what_stands_behind_an_import_on_its_line_keeps_its_column():
    source = split_source("import A #check 1", "", continues=False)
    document = Document(source.header.lines, "", [], source)
    assert document.position(*place(document, "#check")) == Pos(1, 9)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ()),
        ("def a := 1\nimport A", ()),
        ("import A\nimport B.«c d»\ndef a := 1", ("import A", "import B.«c d»")),
        ("import A import B", ("import A", "import B")),
        ("-- c\n/- /- c -/ import C -/\nimport\n  A -- d\n", ("import A",)),
        ("/-! doc -/\nimport A", ()),
        ("/-- doc -/\nimport A", ()),
        ("prelude\nimport A", ("prelude", "import A")),
        ("module\nprelude\npublic import all A", ("module", "prelude", "public import all A")),
        ("public meta import A", ("public meta import A",)),
        ("import A\nprelude", ("import A",)),
        ("prelude\nmodule", ("prelude",)),
        ("module\nmodule", ("module",)),
        ("importA", ()),
        ("prelude_x", ()),
        ("module.x", ()),
        ("import A.\n", ("import A",)),
        ("import", ()),
        ("import\ntheorem t : 1 = 1 := rfl", ()),
        ("import A\nimport\n\ndef a := 1", ("import A",)),
        ("module\nimport all\nexample := 1", ("module",)),
        ("import all.A", ("import all.A",)),
        ("import def.A theorem' try? in", ("import def.A",)),
        ("import «def»", ("import «def»",)),
    ],
)
def test_the_header_is_read_as_leans_parser_reads_it(text, lines):
    header = read_header(text)
    assert header.lines == lines
    assert [text[start:].split()[0] for start in header.starts] == [
        line.split()[0] for line in lines
    ]


def test_configured_imports_come_behind_module_and_prelude_and_once():
    header = read_header("module\nprelude\nimport A\nimport B")
    merged = merged_header(("B", "C"), header)
    assert merged == ("module", "prelude", "import C", "import A", "import B")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sorry", ["sorry"]),
        ("-- sorry\nx", ["x"]),
        ("/- sorry /- sorry -/ sorry -/ x", ["x"]),
        ("/- /-- sorry -/ x", []),
        ('"sorry" x', ["x"]),
        (r'"\"sorry" x', ["x"]),
        ('r"\\" x "sorry"', ["x"]),
        ('r#"sorry " sorry"# x', ["x"]),
        ("'\"' sorry '\"'", ["sorry"]),
        ("f' sorry", ["f'", "sorry"]),
        ("«sorry» «a b»", ["«sorry»", "«a b»"]),
        ("a.sorry", ["a", "sorry"]),
        ("sorry_x xsorry sorry' sorry!", ["sorry_x", "xsorry", "sorry'", "sorry!"]),
        ("`sorry 1sorry", ["sorry", "sorry"]),
        ('s!"{sorry}" x', ["s!", "x"]),
        ("x -/ y", ["x", "y"]),
    ],
)
def test_words_are_what_stands_in_code(text, found):
    assert [word for word, _ in words(text)] == found


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (400_000, "400000"),
        ("", '""'),
        ('a "b" \\ c', r'"a \"b\" \\ c"'),
        ("two\nlines\t", r'"two\x0alines\x09"'),
        ("é😀", '"é😀"'),
        ("\b\x00", r'"\x08\x00"'),
    ],
)
def test_the_value_of_an_option_is_written_as_lean_reads_it(value, written):
    assert option_lines({"a.b": value}) == f"set_option a.b {written}\n"


@pytest.mark.parametrize("value", [-1, 1.5, None, ["x"]])
def test_a_value_that_no_option_can_have_is_refused(value):
    with pytest.raises(ValueError, match=r"pp\.indent"):
        option_lines({"pp.indent": value})


@pytest.mark.parametrize("name", ["", "a b", "a\ntheorem x : 1 = 2 := sorry", "a.", 1, "a--"])
def test_what_is_no_name_of_an_option_is_refused(name):
    with pytest.raises(ValueError, match="not the name of a Lean option"):
        option_lines({name: True})
