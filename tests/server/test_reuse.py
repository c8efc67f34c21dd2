"""What an earlier text leaves behind in a warm worker: nothing that an answer could tell.

Lean itself keeps parts of the command that changed; each of these texts got another answer from
such a worker than from a fresh one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from pytest_lean import Command, CommandResponse, LeanConfig, LeanServer

MUTUAL = """mutual
def a : Nat := 1
def b : Nat := 2
def c : Nat := a
%send
theorem w : c = 2 := by rfl
"""
EVEN_ODD = """mutual
def even : Nat → Bool
  | 0 => true
  | n + 1 => odd n
def odd : Nat → Bool
  | 0 => false
  | n + 1 => even n
%send
example : even 4 = true := rfl
"""
TACTICS = """theorem t (p q : Prop) (hp : p) (hq : q) : p ∧ q := by
  constructor
  · exact hp
  · %s
"""
WHERE = """def f (n : Nat) : Nat := g n
where
  g : Nat → Nat
    | 0 => %s
    | n + 1 => g n
example : f 3 = 0 := rfl
"""
MATCH = """theorem m (n : Nat) : n = n := by
  cases n with
  | zero => rfl
  %s
"""
IN = """set_option pp.all true in
%sdef d : Nat := 1
#check d
"""
# An earlier text and a later one that begins like it.
PAIRS = {
    "a false theorem about a shorter mutual block": (
        MUTUAL % "def z : Nat := 3\n",
        MUTUAL % "",
    ),
    "a true one": (EVEN_ODD % "def third : Nat := 0\n", EVEN_ODD % ""),
    "a member of a mutual block that another refers to": (
        "mutual\ndef a : Nat := 1\ndef b : Nat := a\nend\n#eval b",
        "mutual\ndef a : Nat := 2\ndef b : Nat := a\nend\n#eval b",
    ),
    "mutual inductive types": (
        "mutual\ninductive A\n| a (b : B)\ninductive B\n| b\nend\n#check A.a",
        "mutual\ninductive A\n| a (b : B)\ninductive B\n| c\nend\n#check A.a",
    ),
    "a tactic step": (TACTICS % "exact hq", TACTICS % "exact hp"),
    "a tactic step that is gone": (TACTICS % "exact hq", TACTICS.replace("  · %s\n", "")),
    "a where clause": (WHERE % "0", WHERE % "1"),
    "a case": (MATCH % "| succ n => rfl", MATCH % "| succ m => exact nope"),
    "the command behind an in": (IN % "", IN % "private "),
    "a syntax error": ("def f : Nat :=\nthen", "def f : Nat :=\ntermination_by 1"),
    "a syntax error at the end": (
        "theorem t : 1 = 1 := by\n  rfl\n  (",
        "theorem t : 1 = 1 := by\n  rfl",
    ),
    "a tab": ("theorem t : 1 = 1 := by\n\trfl", "theorem t : 1 = 1 := by\n  rfl"),
    "an unfinished text": ("theorem", "theorem\n+ 1"),
    "a termination measure": (
        "def f (n : Nat) : Nat := f n\ntermination_by n",
        "def f (n : Nat) : Nat := f n\ntermination_by n + 1",
    ),
}


@pytest.fixture(scope="module")
def shared(toolchain) -> Iterator[LeanServer]:
    """A server for all pairs."""
    with LeanServer(LeanConfig(toolchain=toolchain, timeout=600)) as server:
        yield server


@pytest.fixture
def agrees(shared: LeanServer) -> Callable[..., CommandResponse]:
    """Return the answer to a text after an earlier one, which is a fresh worker's too."""

    def agrees(before: str, after: str, env: int | None = None) -> CommandResponse:
        shared.run(Command(before, env))
        warm = shared.run(Command(after, env))
        shared.restart()
        fresh = shared.run(Command(after, env))
        assert (warm.messages, warm.declarations) == (fresh.messages, fresh.declarations)
        return fresh

    return agrees


@pytest.mark.quick(8)
@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("pair", PAIRS)
def test_the_answer_is_that_of_a_fresh_worker(agrees, pair, turned):
    before, after = reversed(PAIRS[pair]) if turned else PAIRS[pair]
    agrees(before, after)


@pytest.mark.quick(5)
@pytest.mark.parametrize("pair", PAIRS)
def test_the_answer_on_a_handle_is_that_of_a_fresh_worker(shared, agrees, pair):
    agrees(*PAIRS[pair], shared.run("def base := 1").env)


def test_a_false_theorem_about_a_shorter_mutual_block_is_refused(agrees):
    assert not agrees(*PAIRS["a false theorem about a shorter mutual block"]).ok


def test_a_true_theorem_about_a_shorter_mutual_block_is_accepted(agrees):
    assert agrees(*PAIRS["a true one"]).ok


def test_a_syntax_error_is_the_texts_own(agrees):
    error = agrees(*PAIRS["a syntax error"]).errors[0]
    assert "termination_by" in error.data


def test_a_handle_keeps_its_meaning(server):
    text = "mutual\ndef f : Nat → Nat\n  | 0 => 0\n  | n + 1 => g n\ndef g : Nat → Nat\n"
    text += "  | 0 => 1\n  | n + 1 => f n + 10\n%send"
    short = server.run(text % "").env
    before = server.run(Command("#eval g 1", short)).messages
    server.run(text % "def h : Nat → Nat\n  | 0 => 5\n  | n + 1 => g n\n")
    server.run(text % "")
    assert server.run(Command("#eval g 1", short)).messages == before


def test_a_file_is_read_again(server, tmp_path):
    file = tmp_path / "x.txt"
    for content in "one", "two":
        file.write_text(content)
        [info] = server.run(f'#eval IO.FS.readFile "{file}"').infos
        assert content in info.data


FORGETS = "set_option internal.cmdlineSnapshots true\n"
NO = "axiom no : ∀ p : Prop, p\ntheorem x : 1 = 2 := no _"
HIDDEN = 'macro "quiet" : command => `(set_option internal.cmdlineSnapshots true)\n'
# Lean then forgets the syntax of commands, and passes over changed text as if it were the same.
FORGETFUL = {
    "an option": FORGETS,
    "an option in quotes": "set_option internal.«cmdlineSnapshots» true\n",
    "a macro": f"{HIDDEN}quiet\n",
    "an option behind a command": f"def a := 1\n{FORGETS}",
    "an option in a section": f"section\n{FORGETS}",
}


@pytest.mark.parametrize("text", FORGETFUL.values(), ids=FORGETFUL)
def test_a_text_that_lets_lean_forget_syntax_leaves_nothing_for_the_next(server, text):
    server.run(text + NO)
    assert not server.run("theorem cheat : 1 = 2 := no _").ok


@pytest.mark.quick(2)
@pytest.mark.parametrize("text", FORGETFUL.values(), ids=FORGETFUL)
def test_texts_on_a_handle_that_lets_lean_forget_syntax_know_nothing_of_each_other(server, text):
    base = server.run(text)
    for _ in range(2):
        server.run(Command(NO, base.env))
        assert not server.run(Command("theorem cheat : 1 = 2 := no _", base.env)).ok
        [info] = server.run(Command("#eval 1 + 1", base.env)).infos
        assert info.data == "2"


@pytest.mark.parametrize("through", ["configuration", "command"])
def test_lean_forgets_no_text_by_an_option_from_outside(toolchain, through):
    options = {"internal.cmdlineSnapshots": True}
    config = LeanConfig(toolchain=toolchain, options=options if through == "configuration" else {})
    with LeanServer(config) as server:
        for _ in range(2):
            server.run(Command(NO, options=options))
            assert not server.run(Command("theorem cheat : 1 = 2 := no _", options=options)).ok


@pytest.mark.parametrize(
    "base", ["def a := 1", "set_option doc.verso true\n/-! *a* -/\ndef a := 1"]
)
def test_an_honest_handle_keeps_its_worker(server, base):
    env = server.run(base).env
    for n in range(3):
        assert server.run(Command(f"/-! {n} -/\nexample : a = 1 := rfl", env)).ok
    assert server.stats.cold == 1


@pytest.mark.parametrize("text", ["axiom b{} : a = 1", "def b{} := a /- open"])
def test_what_continues_a_text_that_lean_was_asked_about_keeps_its_worker(server, text):
    env = server.run("def a := 1").env
    for n in range(3):
        env = server.run(Command(text.format(n), env)).env
        assert server.run(Command("example : a = 1 := rfl", env)).errors == ()
    assert server.stats.cold == 1
