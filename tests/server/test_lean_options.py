"""Lean's own options: by config and by command, each time, and by name when unknown."""

from __future__ import annotations

import pytest

from pytest_lean import Command, LeanConfig, LeanServer, LeanSettingsError

CHECK = "#check fun (x : Nat) => x"
PLAIN, FULL = "fun x => x : Nat → Nat", "fun (x : Nat) => x : Nat → Nat"
SHOW = {"pp.funBinderTypes": True}


def said(response) -> str:
    [message] = response.messages
    return message.data


@pytest.fixture
def shows(toolchain):
    with LeanServer(LeanConfig(toolchain=toolchain, options=SHOW)) as server:
        yield server


def test_an_option_of_the_config_applies_to_each_command(shows):
    base = shows.run("def a := 1")
    for env in (None, base.env, None):
        assert said(shows.run(Command(CHECK, env))) == FULL


def test_an_option_of_the_config_survives_a_restart(shows):
    shows.restart()
    assert said(shows.run(CHECK)) == FULL


def test_an_option_of_a_command_applies_each_time_and_to_it_alone(server):
    for _ in range(2):
        assert said(server.run(CHECK)) == PLAIN
        assert said(server.run(Command(CHECK, options=SHOW))) == FULL


def test_an_option_of_a_command_is_over_that_of_the_config(shows):
    hide = {"pp.funBinderTypes": False}
    assert said(shows.run(Command(CHECK, options=hide))) == PLAIN
    assert said(shows.run(CHECK)) == FULL


def test_an_option_of_a_command_persists_in_its_handle_as_in_a_file(server):
    base = server.run(Command("def a := 1", options=SHOW))
    assert said(server.run(Command(CHECK, base.env))) == FULL
    assert said(server.run(CHECK)) == PLAIN


@pytest.mark.parametrize("where", ["config", "command"])
def test_an_unknown_option_is_no_verdict_and_is_named(toolchain, where):
    options = {"no.such.option": 1}
    config = LeanConfig(toolchain=toolchain, options=options if where == "config" else {})
    with LeanServer(config) as server:
        command = Command("#check Nat", options=options if where == "command" else None)
        for _ in range(2):
            with pytest.raises(LeanSettingsError, match=r"refuses no\.such\.option=1"):
                server.run(command)


def test_a_value_of_the_wrong_type_is_no_verdict_and_is_named(server):
    with pytest.raises(LeanSettingsError, match="refuses maxRecDepth=true"):
        server.run(Command("#check Nat", options={"maxRecDepth": True}))


def test_a_number_really_limits(server):
    deep = "theorem t : 200 + 200 = 400 := by\n" + "  " + "skip; " * 10 + "rfl"
    assert server.run(deep).ok
    response = server.run(Command(f"#check {'(' * 200}1{')' * 200}", options={"maxRecDepth": 50}))
    assert "maxRecDepth" in response.errors[0].data


def test_what_is_no_option_is_refused_before_lean_sees_it(server):
    injected = {"pp.all true\naxiom bad : 1 = 2": True}
    with pytest.raises(ValueError, match="not the name of a Lean option"):
        server.run(Command("#check Nat", options=injected))
    assert server.run("#check Nat").ok


def test_positions_do_not_count_the_lines_of_options(shows):
    [error] = shows.run(Command("\n  #check nope", options={"pp.all": True})).errors
    assert (error.start_pos.line, error.start_pos.column) == (2, 9)
