"""What is sent to Lean for a command: counts, which say on any machine whether it became dearer."""

from __future__ import annotations

import json

import pytest

from pytest_lean import Command
from pytest_lean.server.transport import Transport
from pytest_lean.testing.lean import Lean

THEOREM = "theorem t{0} (a b : Nat) : a + b = b + a := Nat.add_comm a b"
EDIT = ["textDocument/didChange", "textDocument/waitForDiagnostics"]


@pytest.fixture
def sent(server, monkeypatch):
    """The messages that are sent, and the server, whose worker is warm."""
    messages = []
    send = Transport.send

    def noting(transport, *given):
        messages.extend(given)
        send(transport, *given)

    server.run("#check 1")
    monkeypatch.setattr(Transport, "send", noting)
    return messages, server


def methods(messages) -> list[str]:
    return [one["method"] for one in messages]


@pytest.mark.parametrize(
    ("text", "also"),
    [
        (THEOREM.format(0), []),
        ("example : 1 + 1 = 2 := rfl", []),
        ("#eval 1 + 1", []),
        ("theorem t : 1 = 2 := rfl", []),
        ("theorem t : 1 = 1 := sorry", ["textDocument/documentSymbol", "$/lean/plainTermGoal"]),
    ],
)
def test_a_text_that_gives_no_reason_to_ask_costs_one_edit(sent, text, also):
    messages, server = sent
    server.run(text)
    assert methods(messages) == [*EDIT, *also]


def test_a_text_on_a_deep_handle_costs_one_edit_that_has_nothing_but_the_text_in_it(sent):
    messages, server = sent
    env = None
    for number in range(40):
        env = server.suppose(Command(THEOREM.format(number), env))
    server.run(Command("#check t0", env))  # elaborates the handle
    server.run(Command("#check t1", env))  # asks once how Lean compares what stands behind it
    messages.clear()
    server.run(Command("#check t2", env))
    assert methods(messages) == EDIT
    assert len(json.dumps(messages[0])) < 500


@pytest.mark.parametrize(
    "ask",
    [
        lambda lean: lean.assert_axioms("t0"),
        lambda lean: lean.assert_declares("t0", kind="theorem"),
        lambda lean: lean.assert_type("1 + 1", "Nat"),
        lambda lean: lean.assert_proves("1 + 1 = 2", "rfl"),
        lambda lean: lean.assert_defeq("1 + 1", "2"),
    ],
    ids=["axioms", "declares", "type", "proves", "defeq"],
)
def test_an_assertion_that_holds_costs_one_edit(sent, ask):
    messages, server = sent
    lean = Lean(server)
    lean.define(THEOREM.format(0))
    messages.clear()
    ask(lean)
    of_the_edit = [one for one in methods(messages) if one in EDIT]
    assert of_the_edit == EDIT
    assert len(messages) <= len(EDIT) + 2
