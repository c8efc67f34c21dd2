"""LeanServer: commands, environments and messages."""

from __future__ import annotations

import pytest

from pytest_lean import (
    Command,
    LeanConfig,
    LeanServer,
    LeanServerError,
    LeanSettingsError,
    Pos,
    UnknownEnvError,
)
from pytest_lean.server.worker import WarmWorker


def data(response):
    return [message.data for message in response.messages]


def test_a_message_has_the_place_in_the_commands_own_text(server):
    base = server.run("def 𝒳 : Nat := 1\n\n")
    response = server.run(Command("-- 𝒳𝒳\n  #check 𝒳 + nope", base.env))
    [error] = response.errors
    assert error.severity == "error"
    assert error.start_pos == Pos(line=2, column=13)
    assert error.end_pos == Pos(line=2, column=17)
    assert error.code == "lean.unknownIdentifier"


def test_a_command_continues_its_environment(server):
    base = server.run("def a := 1")
    assert data(server.run(Command("#eval a + 1", base.env))) == ["2"]
    assert not server.run("#eval a").ok


def test_two_branches_do_not_see_each_other(server):
    base = server.run("def a := 1")
    left = server.run(Command("def b := a + 1", base.env))
    right = server.run(Command("def b := a + 10", base.env))
    assert data(server.run(Command("#eval b", left.env))) == ["2"]
    assert data(server.run(Command("#eval b", right.env))) == ["11"]
    assert not server.run(Command("#eval b", base.env)).ok


def test_namespaces_and_variables_persist_in_a_handle(server):
    base = server.run("namespace Foo\nvariable (n : Nat)\ndef a := n")
    response = server.run(Command("def b := a n\nend Foo\n#check Foo.b", base.env))
    assert data(response) == ["Foo.b (n : Nat) : Nat"]


@pytest.mark.quick(3)
@pytest.mark.parametrize(
    "broken",
    [
        "/- never closed",
        "/-- a doc comment without an end",
        'def s := "no end',
        "mutual\ndef f : Nat := 1",
        "def half :",
        "theorem half : 1 = 1",
        "example : 1 = 1 := by",
        "open",
        "@[simp]",
        "#exit",
        "def «abc : Nat := 1",
    ],
)
def test_an_unfinished_command_changes_nothing_for_others(server, broken):
    base = server.run("def a := 1")
    unfinished = server.run(Command(broken, base.env))
    assert not unfinished.ok or broken == "#exit"
    after = server.run(Command("#eval a\ntheorem wrong : a = 2 := rfl", unfinished.env))
    assert after.messages[0].data == "1"
    assert {error.start_pos.line for error in after.errors} == {2}


@pytest.mark.parametrize("fragment", ["+ 1", "where x := 1", "| 0 => 1", "<;> rfl"])
def test_a_fragment_is_an_error_of_its_own(server, fragment):
    base = server.run("def a := 1")
    assert not server.run(Command(fragment, base.env)).ok
    assert data(server.run(Command("#eval a", base.env))) == ["1"]


def test_text_behind_exit_is_reported_as_unread(server):
    response = server.run("def a := 1\n#exit\ntheorem bad : 1 = 2 := rfl")
    assert not response.ok
    assert response.errors[0].start_pos == Pos(2, 0)
    assert server.run("def a := 1\n#exit\n").ok


@pytest.mark.parametrize("env", [-1, 0, 10**9, "0", 1.5])
def test_an_unknown_handle_is_refused(server, env):
    with pytest.raises(UnknownEnvError, match=f"{env!r} is no environment"):
        server.run(Command("#check Nat", env))


def test_handles_survive_a_restart(server):
    base = server.run("def a := 1")
    child = server.run(Command("def b := a + 1", base.env))
    server.restart()
    assert server.run("def a := 100").env not in {base.env, child.env}
    assert data(server.run(Command("#eval b", child.env))) == ["2"]
    assert data(server.run(Command("#eval a", base.env))) == ["1"]


def test_a_killed_server_says_so(server):
    server.kill()
    assert not server.is_alive()
    with pytest.raises(LeanServerError, match="not running"):
        server.run("#check Nat")
    server.restart()
    assert server.run("#check Nat").ok


def test_declarations_have_names_kinds_and_places(server):
    response = server.run(
        "namespace A\nstructure P where\n  x : Nat\ntheorem t : 1 = 1 := rfl\n"
        "private def p := 1\ninductive I | a | b\ninstance : Inhabited P := ⟨⟨1⟩⟩\nend A"
    )
    assert response.ok
    found = {one.name: (one.kind, one.start_pos.line) for one in response.declarations}
    assert found["A.P"] == ("structure", 2)
    assert found["A.t"] == ("theorem", 4)
    assert found["A.p"] == ("def", 5)
    assert found["A.I"] == ("inductive", 6)
    assert found["A.instInhabitedP"] == ("instance", 7)


def test_options_apply_and_an_unknown_one_is_named(toolchain):
    typed = LeanConfig(toolchain=toolchain, options={"pp.funBinderTypes": True})
    text = "#check fun x : Nat => x"
    with LeanServer(typed) as server:
        assert data(server.run(text)) == ["fun (x : Nat) => x : Nat → Nat"]
        plain = Command(text, options={"pp.funBinderTypes": False})
        assert data(server.run(plain)) == ["fun x => x : Nat → Nat"]
        assert data(server.run(text)) == ["fun (x : Nat) => x : Nat → Nat"]
    wrong = LeanConfig(toolchain=toolchain, options={"no.such": 1})
    with (
        LeanServer(wrong) as server,
        pytest.raises(LeanSettingsError, match=r"refuses no\.such=1"),
    ):
        server.run("#check Nat")


def test_a_server_is_not_pickled(server):
    import pickle

    with pytest.raises(TypeError, match="pickle its LeanConfig"):
        pickle.dumps(server)


def test_an_answer_for_an_earlier_text_ends_no_later_one(server, monkeypatch):
    """It can come in after the text was changed, and before the new one is waited for."""
    real = WarmWorker._change

    def change(self, text, shared):
        message = real(self, text, shared)
        self._mailbox.deliver({"id": self._mailbox.first_barrier, "result": {}})
        return message

    monkeypatch.setattr(WarmWorker, "_change", change)
    server.restart()
    assert not server.run("theorem t : 1 = 2 := rfl").ok
