"""A server whose texts are isolated gives the answers of a warm one, and nothing passes over."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import lane_texts as texts
import pytest
from lengths import some_of

from pytest_lean import (
    AutoLeanServer,
    Command,
    CommandResponse,
    LeanConfig,
    LeanCrashError,
    LeanMemoryError,
    LeanServer,
    LeanTimeoutError,
    Pos,
    Toolchain,
)
from pytest_lean.judge.examiner import Examiner
from pytest_lean.judge.work import Setup, Work

CHAPTERS = sorted((Path(__file__).parents[1] / "lean").rglob("*.lean"))


@pytest.fixture(scope="module")
def warm(toolchain: Toolchain) -> Iterator[LeanServer]:
    with LeanServer(LeanConfig(toolchain=toolchain, timeout=600)) as server:
        yield server


@pytest.fixture(scope="module")
def isolated(toolchain: Toolchain) -> Iterator[LeanServer]:
    with LeanServer(LeanConfig(toolchain=toolchain, isolated=True)) as server:
        yield server


def comparable(response: CommandResponse) -> CommandResponse:
    """Without the number of its handle and its time, and with messages in one order."""
    messages = tuple(sorted(response.messages, key=lambda one: (one.start_pos, one.data)))
    return dataclasses.replace(response, env=0, elapsed=0.0, messages=messages)


TEXTS = {
    "accepted": texts.HONEST,
    "false": texts.FALSE,
    "unknown name": "theorem t : nothing = nothing := rfl\n",
    "syntax error": "theorem t : 1 = 1 :=\n\ndef x := 1 +\n",
    "sorry": "theorem t : 1 = 2 := by\n  sorry\nexample : 3 = 4 := sorry\n",
    "hidden sorry": "set_option warn.sorry false\ntheorem t : 1 = 2 := sorry\n",
    "astral": "def «𝔸» := 1 -- 𝔸𝔸\n#check «𝔸» + 𝔸x\n#eval «𝔸»\n",
    "several lines": '#eval "a\\nb"\n#check (fun x : Nat =>\n  x +\n  y)\n',
    "private": "private def a := 1\nprivate theorem b : a = 1 := rfl\n",
    "structure": "structure P where\n  x : Nat\n  y : Nat := 1\nderiving Repr\n",
    "mutual": "mutual\ninductive A | a (b : B)\ninductive B | b\nend\n",
    "unused": "theorem t (a b : Nat) (h : a = b) : a = a := rfl\n",
    "exit": "def a := 1\n#exit\ndef b := 2\n",
    "unread comment": "def a := 1 /- without an end\n",
    "stops reading": "theorem t : 1 = 1 := rfl\n#exit\ntheorem u : 1 = 2 := rfl\n",
    "missing import": "import Nowhere\ndef a := 1\n",
    "options": "set_option pp.all true\n#check 1 + 1\n",
    "trace": "set_option trace.Meta.synthInstance true in\n#check (1 : Nat) + 1\n",
    "panic": "#eval #[1, 2][5]!\n",
    "nothing": "",
    "crlf": "def a := 1\r\n#check a\r\n",
    "tab": "def a :=\t1\n",
}


@pytest.mark.quick(8)
@pytest.mark.parametrize("name", TEXTS)
def test_an_isolated_answer_is_a_warm_one(
    warm: LeanServer, isolated: LeanServer, name: str
) -> None:
    text = TEXTS[name]
    assert comparable(isolated.run(text)) == comparable(warm.run(text))


@pytest.mark.slow
@pytest.mark.parametrize("path", some_of(CHAPTERS, "CHAPTERS_EVERY"), ids=lambda path: path.stem)
def test_an_isolated_chapter_is_a_warm_one(
    warm: LeanServer, isolated: LeanServer, path: Path
) -> None:
    text = path.read_text(encoding="utf-8")
    answers = [server.run(text, timeout=600) for server in (isolated, warm)]
    assert comparable(answers[0]) == comparable(answers[1])


def test_a_chain_is_one_text(isolated: LeanServer) -> None:
    one = isolated.run('def a := 1\nmacro "one" : term => `(a)')
    two = isolated.run(Command("theorem t : one = 1 := rfl", one.env))
    assert two.ok
    assert [declared.name for declared in two.declarations] == ["t"]
    assert not isolated.run("#check a").ok


def test_options_and_imports_of_a_command_hold(isolated: LeanServer) -> None:
    response = isolated.run(Command("#check 1 + 1", options={"pp.all": True}))
    assert "HAdd.hAdd" in response.infos[0].data


@pytest.mark.slow
def test_what_fails_leaves_the_server_as_warm_as_before(toolchain: Toolchain) -> None:
    config = LeanConfig(toolchain=toolchain, isolated=True, memory_hard_limit_mb=200)
    with LeanServer(config) as server:
        server.run(texts.HONEST)
        pid = server.pid
        with pytest.raises(LeanTimeoutError) as late:
            server.run(texts.ENDLESS, timeout=1.0)
        assert late.value.server_stayed_warm
        with pytest.raises(LeanMemoryError):
            server.run(texts.HUNGRY)
        with pytest.raises(LeanCrashError) as crash:
            server.run("#eval (IO.Process.exit 3 : IO Unit)")
        assert (crash.value.exit_code, crash.value.cause) == (3, "exited")
        assert crash.value.command == "#eval (IO.Process.exit 3 : IO Unit)"
        assert server.run(texts.HONEST).ok
        assert server.pid == pid


@pytest.mark.slow
def test_a_server_that_restarts_keeps_its_handles(toolchain: Toolchain) -> None:
    with AutoLeanServer(LeanConfig(toolchain=toolchain, isolated=True)) as server:
        env = server.run("def a := 1").env
        server.restart()
        assert server.run(Command("example : a = 1 := rfl", env)).ok
        server.kill()
        assert server.run(Command("example : a = 1 := rfl", env)).ok


@pytest.mark.slow
def test_two_headers_share_one_warm_process(isolated: LeanServer) -> None:
    isolated.run("module x")  # its declarations are asked of a process that stays for questions
    pid = isolated.pid
    assert isolated.run("#eval 1").infos[0].data == "1"
    assert isolated.pid == pid


class TestDetails:
    """Of a text with an error no more is found out than is asked for."""

    @pytest.fixture
    def no_questions(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: object) -> None:
            raise AssertionError("a process is asked about the text")

        monkeypatch.setattr("pytest_lean.server.lane.fresh.Dialogue", refuse)

    @pytest.mark.usefixtures("no_questions")
    def test_without_details_an_error_takes_one_elaboration(self, isolated: LeanServer) -> None:
        text = "theorem t : 1 = 2 := by decide\ntheorem u : 1 = 2 := sorry\n"
        response = isolated.run(Command(text, details=False))
        assert [one.severity for one in response.messages] == ["error", "warning"]
        assert {one.name for one in response.unproved} == {"error", "sorry"}
        assert (response.declarations, response.sorries) == ((), ())

    def test_without_details_a_text_without_an_error_is_told_in_full(
        self, isolated: LeanServer
    ) -> None:
        text = "theorem t : 1 = 2 := by\n  have := Nat.add_comm 1 2\n  sorry\n"
        brief, full = (isolated.run(Command(text, details=one)) for one in (False, True))
        assert comparable(brief) == comparable(full)
        assert brief.sorries

    @pytest.mark.usefixtures("no_questions")
    def test_without_details_a_declaration_that_refers_to_nothing_has_its_name_and_kind(
        self, isolated: LeanServer
    ) -> None:
        text = "  theorem t (p : Prop) (h : p) : p := h\n"
        [declared] = isolated.run(Command(text, details=False)).declarations
        assert (declared.name, declared.kind) == ("t", "theorem")
        assert declared.start_pos == Pos(1, 2)

    def test_a_warm_worker_tells_them_anyhow(self, warm: LeanServer) -> None:
        brief, full = (warm.run(Command(texts.FALSE, details=one)) for one in (False, True))
        assert comparable(brief) == comparable(full)
        assert [one.name for one in brief.declarations] == ["t"]

    @pytest.mark.usefixtures("no_questions")
    def test_the_judge_asks_for_none(self, toolchain: Toolchain) -> None:
        config = LeanConfig(toolchain=toolchain)
        examiner = Examiner(Setup(config))
        work = Work(texts.FALSE, "t", None, (), "checked", 600.0)
        outcome = examiner.examine(work)
        examiner.close()
        assert (outcome.verdict, outcome.cause) == ("rejected", None)
