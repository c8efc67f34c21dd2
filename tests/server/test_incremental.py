"""Which commands of a text are kept for the next, and what parallel elaboration changes."""

from __future__ import annotations

import psutil
import pytest

from pytest_lean import Command, LeanConfig, LeanServer
from pytest_lean.server.worker import WarmWorker

# Reusing is worth it only where the text took long.
SLOW = (
    "def slow (n : Nat) : Nat := Id.run do\n  let mut s := 0\n  for i in [0:n] do\n    s := s + i\n"
)
SLOW += "  return s\n#eval slow 800000\n"


@pytest.fixture
def counter(tmp_path):
    """A command that counts how often it is elaborated, and the count."""
    file = tmp_path / "count"
    file.write_text("")
    count = f'#eval do\n  IO.FS.writeFile "{file}" ((← IO.FS.readFile "{file}") ++ "x")\n'
    return count, lambda: len(file.read_text())


@pytest.mark.parametrize("more", ["#check 1\n", "theorem t2 : 2 = 2 := rfl\n"])
def test_a_slow_beginning_that_two_texts_share_is_kept(server, counter, more):
    text, count = counter
    text = f"{SLOW}{text}theorem t : 1 = 1 := rfl\n"
    assert server.run(text).ok
    assert server.run(text + more).ok
    assert count() == 1


def test_a_slow_beginning_is_kept_when_the_rest_differs(server, counter):
    text, count = counter
    assert server.run(f"{SLOW}{text}theorem a : 1 = 1 := rfl\n#check a").ok
    assert not server.run(f"{SLOW}{text}theorem b : 1 = 2 := rfl\n#check b").ok
    assert count() == 1


def test_a_slow_text_is_kept_for_more_than_one_other(server, counter):
    text, count = counter
    for n in range(4):
        assert server.run(f"{SLOW}{text}theorem a{n} : {n} = {n} := rfl").ok
    assert count() == 1


def test_texts_that_share_no_whole_line_cost_no_question(server, monkeypatch):
    asked = []
    ask = WarmWorker.ask

    def noting(worker, method, params, deadline):
        asked.append(method)
        return ask(worker, method, params, deadline)

    monkeypatch.setattr(WarmWorker, "ask", noting)
    for milliseconds in (61, 62):  # slow enough to be worth it
        assert server.run(f"#eval IO.sleep {milliseconds}").ok
    assert asked == []


def test_a_fast_beginning_is_elaborated_again(server, counter):
    text, count = counter
    for name in "ab":
        assert server.run(f"{text}theorem {name} : 1 = 1 := rfl").ok
    assert count() == 2


@pytest.mark.quick(1)
@pytest.mark.parametrize(
    "breaking",
    [
        "#check nope\n",  # a text with an error
        'macro "one" : term => `(1)\n',  # one that changes how what follows is read
    ],
)
def test_what_may_change_how_the_rest_is_read_keeps_nothing(server, counter, breaking):
    text, count = counter
    for name in "ab":
        server.run(f"{SLOW}{text}{breaking}theorem {name} : 1 = 1 := rfl")
    # What declares a macro is elaborated once more each time, to be asked about.
    assert count() == (4 if "macro" in breaking else 2)


@pytest.mark.quick(1)
@pytest.mark.parametrize("beginning", ["", SLOW])
def test_an_identical_text_is_elaborated_again(server, counter, beginning):
    text, count = counter
    for _ in range(2):
        assert server.run(beginning + text).ok
    assert count() == 2


def test_the_environment_of_a_handle_is_not_elaborated_again(server, counter):
    text, count = counter
    base = server.run(text)
    for n in range(3):
        assert server.run(Command(f"example : {n} = {n} := rfl", base.env)).ok
    assert count() == 1


@pytest.mark.slow
def test_without_incremental_elaboration_all_of_a_command_is_elaborated_again(toolchain, counter):
    text, count = counter
    config = LeanConfig(toolchain=toolchain, enable_incremental_optimization=False)
    with LeanServer(config) as server:
        for name in "ab":
            assert server.run(f"{SLOW}{text}theorem {name} : 1 = 1 := rfl").ok
    assert count() == 2


def test_without_incremental_elaboration_handles_still_work(toolchain):
    config = LeanConfig(toolchain=toolchain, enable_incremental_optimization=False)
    with LeanServer(config) as server:
        base = server.run("def a := 1")
        for _ in range(2):
            assert server.run(Command("#eval a + 1", base.env)).messages[0].data == "2"


# With Elab.async Lean traces the tasks that it makes; a proof is one.
TRACED = "set_option trace.Elab.async true\ntheorem t : 1 = 1 := by rfl"
TASK = "elaborating proof of t"


def is_parallel(response) -> bool:
    assert response.ok
    return any(TASK in one.data for one in response.infos)


def test_parallel_elaboration_is_on(server):
    assert is_parallel(server.run(TRACED))


def test_parallel_elaboration_is_off_for_a_command(server):
    assert not is_parallel(server.run(Command(TRACED, parallel=False)))
    assert is_parallel(server.run(TRACED))


def test_parallel_elaboration_is_off_by_config_and_on_for_a_command(toolchain):
    config = LeanConfig(toolchain=toolchain, enable_parallel_elaboration=False)
    with LeanServer(config) as server:
        assert not is_parallel(server.run(TRACED))
        assert is_parallel(server.run(Command(TRACED, parallel=True)))
        assert not is_parallel(server.run(TRACED))


@pytest.mark.parametrize("parallel", [True, False])
def test_what_lean_says_is_the_same_in_parallel(toolchain, parallel):
    text = "\n".join(
        f"theorem t{n} : {n} = {n % 3} := by rfl\n#check t{n}\nexample : 1 = 2 := by sorry"
        for n in range(8)
    )
    config = LeanConfig(toolchain=toolchain, enable_parallel_elaboration=parallel)
    with LeanServer(config) as server:
        response = server.run(text)
    wrong = [n for n in range(8) if n != n % 3]
    assert len({error.start_pos.line for error in response.errors}) == len(wrong)
    assert [one.start_pos for one in response.messages] == sorted(
        one.start_pos for one in response.messages
    )
    assert len(response.sorries) == 8


def test_threads_are_lean_s_own(toolchain):
    with LeanServer(LeanConfig(toolchain=toolchain, threads=1)) as server:
        assert server.run(TRACED).ok
        assert "-j1" in psutil.Process(server.pid).cmdline()


def test_an_older_lean_ignores_the_setting_and_says_so_once(toolchain, caplog):
    import dataclasses

    # The same Lean, said to be 4.18: it is not asked for what that has not.
    old = dataclasses.replace(toolchain, version=(4, 18, 0), kind="explicit")
    config = LeanConfig(toolchain=old, enable_parallel_elaboration=False)
    for _ in range(2):
        with LeanServer(config) as server:
            assert server.run(Command("#eval 1", parallel=False)).ok
    [record] = caplog.records
    assert "no parallel elaboration" in record.message
    assert record.levelname == "WARNING"


@pytest.mark.quick(4)
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\t#eval 1", "#eval 1"),
        ("#eval 1", "\t#eval 1"),
        ("#check 1\n\t#check 2", "#check 1\n#check 2"),
        ("#check 1\n#check 2", "#check 1\n\t#check 2"),
        ("#check 1\n", "#check 1\n\r#check 2"),
        ("#check 1\n/- no end", "#check 1\n#check 2"),
        ("open", "open Nat"),
        ("theorem t : 1 = 1 := by\n\trfl", "theorem t : 1 = 1 := by\n  rfl"),
    ],
)
@pytest.mark.parametrize("base", [None, "def a := 1"])
def test_no_error_of_an_earlier_text_is_kept_or_forgotten(server, base, before, after):
    env = None if base is None else server.run(base).env
    server.run(Command(before, env))
    warm = server.run(Command(after, env))
    server.restart()
    assert warm.messages == server.run(Command(after, env)).messages


def test_the_error_of_an_unfinished_command_is_not_its_successor_s(server):
    unfinished = server.run("def half :")
    for _ in range(2):
        assert server.run(Command("def a := 1", unfinished.env)).ok
        server.restart()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("theorem", "theorem\n+ 1"),
        ("def d := 1\nabbrev\nnamespace N5", "def d := 1\nabbrev"),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_a_syntax_error_of_an_earlier_text_is_forgotten(server, before, after, turned):
    before, after = (after, before) if turned else (before, after)
    server.restart()
    fresh = server.run(after).messages
    server.restart()
    server.run(before)
    assert server.run(after).messages == fresh
