"""Questions: controls that come out wrong leave no answer, and what is asked costs one command."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pytest_lean import Command, CommandResponse, LeanRejection, LeanServer, Message, Pos
from pytest_lean.server.request import NotSupposed
from pytest_lean.testing.lean import Lean
from pytest_lean.testing.questions import Controls, Put, Questions
from pytest_lean.testing.script import Script

DEFINED = "theorem t : 1 + 1 = 2 := rfl\ntheorem s : 2 = 2 := rfl"


class Silent:
    """A Lean of a test without texts, which is asked nothing."""

    env = None

    def run_on(self, text: str, env: int | None, *, asks: bool = True) -> CommandResponse:
        raise NotImplementedError

    def suppose(self, text: str, env: int | None) -> int:
        raise NotImplementedError

    def history(self):
        return ()


def error(line: int) -> Message:
    return Message(Pos(line, 0), Pos(line, 1), "refused", "error")


def info(line: int, data: str) -> Message:
    return Message(Pos(line, 0), Pos(line, 1), data, "info")


@pytest.fixture
def put() -> tuple[Questions, Put, list[Message]]:
    """A question that was put, and what an honest Lean says to it."""
    questions, script = Questions(Silent()), Script()
    put = questions.put(script, " : True", "trivial")
    assert put.controls is not None
    said = [error(line) for line in sorted(put.controls.refused)]
    said += [
        info(put.controls.known, f"'x' depends on axioms: [{questions.name('axiom')}]"),
        info(put.axioms, "'q' does not depend on any axioms"),
    ]
    return questions, put, said


def test_an_honest_answer_holds(put):
    questions, asked, said = put
    assert questions.answer(CommandResponse(0, tuple(said)), asked).holds


@pytest.mark.parametrize(
    "bend",
    [
        pytest.param(lambda said: said[1:], id="a false theorem is accepted"),
        pytest.param(lambda said: said[:1] + said[2:], id="the kernel lets one pass"),
        pytest.param(lambda said: said[:2] + said[3:], id="no axioms are told"),
        pytest.param(
            lambda said: [*said[:2], info(said[2].start_pos.line, said[3].data), said[3]],
            id="other axioms are told",
        ),
        pytest.param(lambda said: [*said, error(1)], id="something else is refused"),
    ],
)
def test_a_control_that_comes_out_otherwise_leaves_no_answer(
    put, bend: Callable[[list[Message]], list[Message]]
):
    questions, asked, said = put
    with pytest.raises(LeanRejection, match="no answer can be trusted"):
        questions.answer(CommandResponse(0, tuple(bend(said))), asked)


@pytest.fixture
def controls_written(monkeypatch) -> list[Script]:
    """The scripts that controls were written into."""
    written: list[Script] = []
    controls = Questions.controls

    def write(self: Questions, script: Script) -> Controls:
        written.append(script)
        return controls(self, script)

    monkeypatch.setattr(Questions, "controls", write)
    return written


every_assertion = pytest.mark.parametrize(
    "ask",
    [
        lambda lean, n: lean.assert_axioms("st"[n]),
        lambda lean, n: lean.assert_declares("st"[n]),
        lambda lean, n: lean.assert_type(f"{n} + 1", "Nat"),
        lambda lean, n: lean.assert_proves(f"{n} + 2 = {n + 2}", "rfl"),
        lambda lean, n: lean.assert_defeq(f"{n} + 2", f"{n + 2}"),
    ],
    ids=["axioms", "declares", "type", "proves", "defeq"],
)


@every_assertion
def test_an_assertion_that_holds_takes_one_command(server, ask):
    lean = Lean(server)
    lean.define(DEFINED)
    for index in range(2):
        before = server.stats.commands
        ask(lean, index)
        assert server.stats.commands == before + 1


@every_assertion
def test_the_first_question_in_an_environment_has_controls_beside_it(server, controls_written, ask):
    lean = Lean(server)
    for expected in (1, 2):
        lean.define(DEFINED if expected == 1 else "def later := 1")
        ask(lean, 0)
        assert len(controls_written) == expected


def test_a_proof_in_a_test_without_texts_takes_one_command(server):
    lean = Lean(server)
    before = server.stats.commands
    assert lean.assert_proves("1 + 2 = 3", "rfl") == frozenset()
    assert server.stats.commands == before + 1


def test_controls_that_came_out_right_are_not_asked_again_in_their_environment(
    server, controls_written
):
    lean = Lean(server)
    for expected in (1, 2):
        lean.define(DEFINED.replace(" t ", f" t{expected} ").replace(" s ", f" s{expected} "))
        for name in (f"t{expected}", f"s{expected}"):
            assert lean.assert_axioms(name) == frozenset()
        assert len(controls_written) == expected


def test_a_text_with_a_macro_in_it_has_controls_beside_each_question(server, controls_written):
    lean = Lean(server)
    lean.define(f'{DEFINED}\nmacro "two" : term => `(2)')
    for count in (1, 2):
        lean.assert_axioms("t")
        assert len(controls_written) == count


def test_what_is_supposed_is_elaborated_with_the_first_command_on_it(server: LeanServer):
    first = server.suppose(Command("def a := 1"))
    second = server.suppose(Command("def b := a", first))
    commands = server.stats.commands
    response = server.run(Command("example : b = 1 := rfl", second))
    assert response.ok
    assert not response.unproved
    assert server.stats.commands == commands + 1
    assert not server.run(Command("example : a = 2 := rfl", first)).ok


@pytest.mark.parametrize("text", ["def a : Nat := true", "def a := 1\ntheorem x : a = 2 := rfl"])
def test_what_was_wrongly_supposed_is_told_by_each_command_on_it(server: LeanServer, text):
    env = server.suppose(Command("def b := 1", server.suppose(Command(text))))
    for _ in range(2):
        with pytest.raises(NotSupposed):
            server.run(Command("#check b", env))
    assert server.run("#check 1").ok


@pytest.mark.parametrize(
    "text",
    [
        "axiom a : False",
        "theorem t : 1 = 1 := sorry",
        'notation "X" => 1',
        "#exit",
        "set_option warn.sorry false",
        "theorem t : 2 = 2 := by native_decide",
        "unsafe def f := 1",
    ],
)
def test_what_messages_alone_do_not_judge_is_not_supposed(server: LeanServer, text):
    server.run("#check 1")  # what the imports bring along is known from here on
    with pytest.raises(NotSupposed):
        server.suppose(Command(text))


@pytest.mark.parametrize("text", ["axiom a : False", 'notation "X" => 1', "def f : Nat := sorry"])
def test_nothing_is_supposed_behind_what_messages_alone_do_not_judge(server: LeanServer, text):
    env = server.run(text).env
    with pytest.raises(NotSupposed):
        server.suppose(Command("def b := 1", env))
