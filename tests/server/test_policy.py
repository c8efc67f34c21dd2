"""What a RestartPolicy does with the outcomes of a server, told without a server."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from pytest_lean import (
    Command,
    CommandResponse,
    LeanCrashError,
    LeanError,
    LeanMemoryError,
    LeanServerError,
    LeanTimeoutError,
)
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.policy import OneAttempt, RestartPolicy
from pytest_lean.server.request import Asked
from pytest_lean.server.stats import ServerStats

ASKED = Asked(Command("#eval 1", 7))


def crash(cause: str = "killed") -> LeanCrashError:
    return LeanCrashError("it died", cause=cause, command=ASKED.command.cmd)


def late(*, warm: bool) -> LeanTimeoutError:
    return LeanTimeoutError("too late", server_stayed_warm=warm)


class Told:
    """A server that does what it is told: each attempt takes the next outcome."""

    def __init__(self, *outcomes: CommandResponse | LeanError) -> None:
        self.stats = ServerStats()
        self.outcomes = list(outcomes)
        self.attempts: list[Asked] = []
        self.alive = True
        self.resting = False
        self.ended: str | None = None
        self.warm_ups: list[list[int]] = []

    def is_alive(self) -> bool:
        return self.alive

    def is_at_rest(self) -> bool:
        return self.resting

    def why_ended(self) -> str | None:
        return self.ended

    def attempt(self, asked: Asked, deadline: Deadline) -> CommandResponse:
        self.attempts.append(asked)
        outcome = self.outcomes.pop(0)
        if isinstance(outcome, LeanError):
            self.alive = isinstance(outcome, LeanTimeoutError) and bool(outcome.server_stayed_warm)
            raise outcome
        return outcome

    def revive(self, warm_up: Iterable[int]) -> None:
        self.warm_ups.append(list(warm_up))
        self.alive = self.ended is None

    def rest(self) -> None:
        self.alive = False

    def forget(self, env: int) -> None:
        pass


ANSWER = CommandResponse(env=0)


def run(server: Told, policy: RestartPolicy | OneAttempt, seconds: float | None = 30) -> object:
    return policy.answer(server, ASKED, Deadline(seconds))


def test_an_answer_is_passed_on():
    server = Told(ANSWER)
    assert run(server, RestartPolicy()) is ANSWER
    assert server.stats.restarts == {}


def test_a_command_that_ended_a_worker_is_asked_once_more():
    server = Told(crash(), ANSWER)
    assert run(server, RestartPolicy()) is ANSWER
    assert server.stats.restarts == {"crash": 1}


def test_a_command_that_ended_two_workers_is_named():
    server = Told(crash(), crash(), ANSWER)
    with pytest.raises(LeanCrashError, match="the command ended two workers") as caught:
        run(server, RestartPolicy())
    assert caught.value.command == "#eval 1"
    assert server.attempts == [ASKED, ASKED, Asked(Command("", 7))]


def test_an_environment_that_ends_workers_by_itself_is_named():
    server = Told(crash(), crash(), crash())
    told = "environment 7 cannot be elaborated again"
    with pytest.raises(LeanCrashError, match=told) as caught:
        run(server, RestartPolicy())
    assert caught.value.command is None
    assert server.stats.restarts == {"crash": 3}


@pytest.mark.parametrize(
    ("error", "restarts"),
    [
        (late(warm=True), {}),
        (late(warm=False), {"timeout": 1}),
        (LeanMemoryError("too much"), {"memory": 1}),
        (LeanServerError("no verdict"), {}),
    ],
)
def test_what_is_no_crash_is_not_asked_again(error, restarts):
    server = Told(error)
    with pytest.raises(LeanServerError) as caught:
        run(server, RestartPolicy())
    assert caught.value is error
    assert server.stats.restarts == restarts


def test_a_start_that_fails_is_tried_again_and_is_not_the_command_s_fault():
    server = Told(crash("start"), crash("start"))
    with pytest.raises(LeanCrashError, match="2 starts in a row failed") as caught:
        run(server, RestartPolicy(2))
    assert caught.value.command is None
    assert server.stats.restarts == {"start": 1}


def test_a_lean_that_does_not_start_is_tried_once_by_each_later_command():
    policy = RestartPolicy(2)
    server = Told(crash("start"), crash("start"), crash("start"))
    for _ in range(2):
        with pytest.raises(LeanCrashError, match="2 starts in a row failed"):
            run(server, policy)
    assert len(server.attempts) == 3


def test_an_answer_ends_the_count_of_failed_starts():
    policy = RestartPolicy(2)
    server = Told(crash("start"), ANSWER, crash("start"), ANSWER)
    assert run(server, policy) is ANSWER
    assert run(server, policy) is ANSWER


def test_no_start_is_waited_for_past_the_deadline():
    server = Told(crash("start"), ANSWER)
    with pytest.raises(LeanCrashError, match="it died"):
        run(server, RestartPolicy(), seconds=0.01)
    assert server.outcomes == [ANSWER]


def test_a_dead_server_is_started_first_with_the_session():
    policy = RestartPolicy()
    policy.warm_up = [3, 4]
    server = Told(ANSWER)
    server.alive = False
    assert run(server, policy) is ANSWER
    assert server.warm_ups == [[3, 4]]
    assert server.stats.restarts == {"crash": 1}


def test_a_server_that_was_ended_on_purpose_counts_as_asked():
    server = Told(ANSWER)
    server.alive, server.resting = False, True
    assert run(server, RestartPolicy()) is ANSWER
    assert server.stats.restarts == {"asked": 1}


def test_a_command_that_is_killed_is_not_asked_again():
    class Killed(Told):
        def attempt(self, asked, deadline):
            self.ended = "the server was killed"
            return super().attempt(asked, deadline)

    server = Killed(crash(), ANSWER)
    with pytest.raises(LeanServerError, match="the server was killed"):
        run(server, RestartPolicy())
    assert server.stats.restarts == {}
    assert server.warm_ups == []


def test_an_observer_sees_restarts_and_outcomes():
    seen: list[object] = []

    class Observer:
        def command(self, request, outcome):
            seen.append(outcome)

        def restart(self, cause):
            seen.append(cause)

    policy = RestartPolicy(observer=Observer())
    policy.seen("#eval 1", run(Told(crash(), ANSWER), policy))
    assert seen == ["crash", ANSWER]
    assert [line.partition(" ")[2] for line in policy.log] == ["restart: crash"]


def test_without_a_policy_a_command_is_tried_once():
    server = Told(crash(), ANSWER)
    with pytest.raises(LeanCrashError):
        run(server, OneAttempt())
    assert server.warm_ups == []
