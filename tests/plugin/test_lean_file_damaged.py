"""Files that are cut off, shuffled or long: all items pass only if Lean accepts the text."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lengths import length

from pytest_lean import Command, LeanConfig, LeanServer, Toolchain
from pytest_lean.plugin.lean_files.assignment import Assignment
from pytest_lean.plugin.lean_files.plan import make_plan

EVERY = length("TRUNCATED_EVERY")
ROOT = Path(__file__).parents[2]
LIBRARY = ROOT / "examples" / "library"
FOLDERS = (ROOT / "tests" / "lean", LIBRARY)
SAMPLE = """\
/-! A chapter. theorem in_prose : False -/
namespace A

/-- Adds nothing. -/
@[simp] theorem add_nothing (n : Nat) : n + 0 = n := by
  rfl

inductive Tree (α : Type) where
  | leaf : Tree α
  | node (left : Tree α) (value : α) (right : Tree α) : Tree α

def Tree.size : Tree α → Nat
  | .leaf => 0
  | .node l _ r => l.size + go r
where
  go : Tree α → Nat
    | .leaf => 1
    | .node _ _ _ => 2

mutual
def even : Nat → Bool
  | 0 => true
  | n + 1 => odd n
def odd : Nat → Bool
  | 0 => false
  | n + 1 => even n
end

instance : Inhabited (Tree Nat) := ⟨.leaf⟩

open Nat in
example (a b : Nat) (h : a ≤ b) : a ≤ b := by
  first
  | exact h
  | exact Nat.le_trans h (Nat.le_refl ..)

#guard even 4

/-- info: "a string -- no comment" -/
#guard_msgs in
#eval "a string -- no comment"

end A
"""


def wrong_items(server, text: str, env: int | None = None) -> tuple[set[str], bool]:
    """Return the names of the items that do not pass, and whether Lean accepts the text."""
    plan = make_plan(text)
    spans = tuple((one.command.at, one.command.end) for one in plan.nameless)
    response = server.run(Command(text, env, spans=spans))
    assignment = Assignment(plan, response)
    wrong = {
        "file" if target is None else target.name
        for target in (None, *plan.targets)
        if assignment.wrong(target)
    }
    return wrong, not response.unproved


def test_the_sample_is_accepted(server):
    assert wrong_items(server, SAMPLE) == (set(), True)


@pytest.mark.slow
def test_a_file_that_is_cut_off_is_never_all_green(server):
    whole = SAMPLE.encode()
    for end in range(50, len(whole), 50):
        text = whole[:end].decode("utf-8", "ignore")
        wrong, accepted = wrong_items(server, text)
        assert bool(wrong) != accepted, text


@pytest.fixture(scope="module")
def reader(toolchain: Toolchain) -> Iterator[LeanServer]:
    """A server that can import the modules of the example library."""
    config = LeanConfig(toolchain="embedded", sources=LIBRARY / "src", timeout=600)
    with LeanServer(config) as server:
        yield server


def truncations() -> Iterator[tuple[Path, list[int]]]:
    """Yield each sample with the offsets where it is cut, EVERY bytes apart over all samples."""
    before = EVERY // 2
    for path in (one for folder in FOLDERS for one in sorted(folder.rglob("*.lean"))):
        size = path.stat().st_size
        yield path, list(range(-before % EVERY, size, EVERY))
        before += size


def beginnings(text: str) -> list[int]:
    """Return 0 and the offsets of the commands that are in no ``mutual`` block."""
    found, is_in_mutual = [0], False
    for one in make_plan(text).commands:
        if not is_in_mutual and one.keyword != "end":
            found.append(one.start)
        if one.keyword in ("mutual", "end"):
            is_in_mutual = one.keyword == "mutual"
    return found


@pytest.mark.slow
def test_a_sample_that_is_cut_off_is_never_all_green(reader):
    """The text above the command that is cut is elaborated once, for all cuts in that command.

    If Lean does not accept that text by itself, the whole text is elaborated for each cut.
    """
    for path, ends in truncations():
        whole = path.read_bytes()
        starts = beginnings(whole.decode())
        above: int = 0
        env: int | None = None
        is_accepted = True
        for end in ends:
            text = whole[:end].decode("utf-8", "replace")
            make_plan(text)
            start = max(one for one in starts if one <= len(text))
            if start != above and is_accepted:
                response = reader.run(Command(text[above:start], env))
                above, env, is_accepted = start, response.env, not response.unproved
            if is_accepted:
                wrong, accepted = wrong_items(reader, text[start:], env)
            else:
                wrong, accepted = wrong_items(reader, text)
            assert bool(wrong) != accepted, (path, end, wrong)


PIECES = (
    *("theorem a", "theorem b", ": 1 = 1", ": 1 = 2", ":= rfl", ":= by", "rfl", "sorry", "exact"),
    *("example : 2 = 2 := rfl", "def f := 1", "#guard true", "#guard false", "#guard_msgs in"),
    *("/-- info: 1 -/", "#eval 1", "namespace A", "end A", "end", "mutual", "where", "@[simp]"),
    *("instance : Inhabited Nat := ⟨1⟩", "axiom x : 1 = 2", "private", "open Nat in", "variable"),
    *("/-", "-/", "/-!", "/--", "--", '"', "«", "»", "'", "(", ")", "..", "|>.", "1.", "#exit"),
    *("import", "import Init", "module", "prelude", "set_option maxRecDepth 20 in", "\t", "\r"),
)


@pytest.mark.slow
@settings(max_examples=length("SHUFFLED"), suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(" \n")), max_size=12))
def test_shuffled_pieces_that_lean_itself_refuses_are_never_all_green(
    toolchain, reader, tmp_path_factory, pieces
):
    text = "".join(piece + space for piece, space in pieces)
    file = tmp_path_factory.getbasetemp() / "Shuffled.lean"
    file.write_bytes(text.encode())
    lean = subprocess.run(
        [*toolchain.command, str(file)],
        env=toolchain.environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    wrong, accepted = wrong_items(reader, text)
    assert bool(wrong) != accepted
    if lean.returncode or "sorry" in lean.stdout:
        assert wrong


@pytest.mark.slow
def test_without_one_of_its_lines_a_text_fails_only_if_lean_rejects_it(server):
    lines = SAMPLE.splitlines(keepends=True)
    for number in range(0, len(lines), 2):
        text = "".join(lines[:number] + lines[number + 1 :])
        wrong, accepted = wrong_items(server, text)
        assert bool(wrong) != accepted, text


@pytest.mark.slow
def test_a_long_file_is_elaborated_in_a_process_of_its_own(pytester):
    pytester.makeini("[pytest]\nlean_toolchain = embedded\n")
    theorems = [f"theorem t{n} : {n} = {n} := rfl" for n in range(420)]
    theorems[300] = "theorem wrong : 1 = 2 := rfl"
    theorems[400] = "example : 1 = 1 := by decide\n#guard true"
    (pytester.path / "Long.lean").write_text("\n".join(theorems))
    result = pytester.runpytest("Long.lean", "-p", "no:xdist")
    result.assert_outcomes(passed=421, failed=1)
    result.stdout.fnmatch_lines(["*Long.lean:301:*error*", "1 command, *"])
