"""A run of the judge: what order, doubles, failures and the end of a run do to its verdicts."""

from __future__ import annotations

import itertools
import threading
from collections import Counter
from collections.abc import Iterable, Iterator

import pytest
from judge.engines import StubEngine

from pytest_lean import LeanConfig
from pytest_lean.judge import Judgement, Proof, judge
from pytest_lean.judge.line_up import LineUp, Task
from pytest_lean.judge.proof import Misread
from pytest_lean.judge.tally import Tally
from pytest_lean.judge.work import Setup, Work


def judged(
    proofs: Iterable[Proof | Misread], engine: StubEngine | None = None, **more: object
) -> dict[object, Judgement]:
    judgements = list(judge(proofs, engine=engine or StubEngine(), cache=False, **more))
    assert len({one.id for one in judgements}) == len(judgements)
    return {one.id: one for one in judgements}


def test_each_proof_has_one_verdict() -> None:
    texts = ["proved", "rejected", "timeout", "memory", "crash", "lost", "input", "flaky"]
    found = judged(Proof(text, text) for text in texts)
    assert {id: (one.verdict, one.cause) for id, one in found.items()} == {
        "proved": ("proved", None),
        "rejected": ("rejected", None),
        "timeout": ("none", "timeout"),
        "memory": ("none", "memory"),
        "crash": ("none", "crash"),
        "lost": ("none", "crash"),
        "input": ("none", "input"),
        "flaky": ("proved", None),
    }


def test_what_has_no_verdict_is_tried_once_more_on_fresh_processes() -> None:
    engine = StubEngine()
    found = judged([Proof(1, "timeout"), Proof(2, "lost"), Proof(3, "flaky")], engine)
    assert [one.attempts for one in found.values()] == [2, 2, 2]
    tries = Counter((work.text, work.fresh) for work in engine.given)
    assert tries == {(text, fresh): 1 for text in ("timeout", "lost", "flaky") for fresh in (0, 1)}


def test_what_cannot_be_judged_is_not_tried_again() -> None:
    assert judged([Proof(1, "input")])[1].attempts == 1


def test_a_line_that_is_no_proof_is_a_verdict_of_its_own() -> None:
    [found] = judge([Misread(7, "it is not JSON")], engine=StubEngine(), cache=False)
    assert (found.id, found.line, found.verdict, found.cause) == (None, 7, "none", "input")
    assert found.reason == "line 7: it is not JSON"


def test_equal_proofs_are_judged_once() -> None:
    engine, tally = StubEngine(), Tally()
    proofs = [Proof(i, f"proved {i % 3}") for i in range(3000)]
    found = judged(proofs, engine, tally=tally)
    assert {one.verdict for one in found.values()} == {"proved"}
    assert len(engine.given) == 3
    assert Counter(one.cached for one in found.values()) == {False: 3, True: 2997}
    assert tally.duplicates == 2997


@pytest.mark.parametrize(
    "other",
    [
        Proof(2, "proved", theorem="t"),
        Proof(2, "proved", imports=("Init.Prelude",)),
        Proof(2, "proved", trust="elaborated"),
        Proof(2, "proved", timeout=3),
        Proof(2, "proved", theorem="t", statement="True"),
    ],
)
def test_proofs_that_differ_in_what_is_asked_are_judged_each(other: Proof) -> None:
    engine = StubEngine()
    judged([Proof(1, "proved"), other], engine)
    assert len(engine.given) == 2


def test_the_other_attempts_at_a_solved_problem_are_skipped() -> None:
    engine = StubEngine()
    proofs = [Proof(i, f"rejected {i}", problem="a") for i in range(3)]
    proofs += [Proof(i, f"proved {i}", problem="a") for i in range(3, 10)]
    proofs += [Proof(10, "rejected b", problem="b"), Proof(11, "proved without a problem")]
    found = judged(proofs, engine, first_pass_wins=True)
    counts = Counter(one.verdict for one in found.values())
    assert counts["proved"] == 2
    assert counts["skipped"] >= 5
    assert {found[10].verdict, *(found[i].verdict for i in range(3))} <= {"rejected", "skipped"}
    assert found[10].verdict == "rejected"
    assert "a is proved" in next(o.reason for o in found.values() if o.verdict == "skipped")


def test_an_attempt_that_runs_is_cancelled_when_another_one_wins() -> None:
    engine = StubEngine(depth=2)
    found = judged(
        [Proof(1, "proved", problem=1), Proof(2, "rejected", problem=1)],
        engine,
        first_pass_wins=True,
    )
    assert engine.cancelled == [2]
    assert (found[1].verdict, found[2].verdict) == ("proved", "skipped")


def test_without_first_pass_wins_each_attempt_is_judged() -> None:
    found = judged([Proof(i, f"proved {i}", problem=1) for i in range(5)])
    assert {one.verdict for one in found.values()} == {"proved"}


def test_proofs_are_not_read_far_ahead() -> None:
    taken = itertools.count()
    endless = (Proof(i, f"proved {i}") for i in taken)
    judgements = judge(endless, engine=StubEngine(), cache=False)
    assert [next(judgements).verdict for _ in range(10)] == ["proved"] * 10
    judgements.close()  # type: ignore[attr-defined]
    assert next(taken) < 2000


def test_a_verdict_does_not_wait_for_the_next_proof() -> None:
    is_out = threading.Event()

    def slow() -> Iterator[Proof]:
        yield Proof(1, "proved")
        assert is_out.wait(60)
        yield Proof(2, "rejected")

    judgements = judge(slow(), engine=StubEngine(), cache=False)
    assert next(judgements).id == 1
    is_out.set()
    assert next(judgements).id == 2


def test_what_reading_the_proofs_raises_is_raised() -> None:
    def broken() -> Iterator[Proof]:
        yield Proof(1, "proved")
        raise OSError("the disk is gone")

    engine = StubEngine()
    with pytest.raises(OSError, match="the disk is gone"):
        list(judge(broken(), engine=engine, cache=False))
    assert engine.is_closed


def test_workers_end_when_nobody_asks_for_more() -> None:
    engine = StubEngine()
    judgements = judge((Proof(i, f"proved {i}") for i in range(100)), engine=engine, cache=False)
    next(judgements)
    del judgements
    assert engine.is_closed


def test_what_is_no_proof_is_an_error() -> None:
    with pytest.raises(TypeError, match="of the class Proof"):
        list(judge(["theorem t : True := trivial"], engine=StubEngine()))  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"id": ""}, "id is empty"),
        ({"id": 1.5}, "id is a text or a whole number"),
        ({"id": True}, "id is a text or a whole number"),
        ({"text": 5}, "text is a text"),
        ({"text": "\ud800"}, "lone surrogate"),
        ({"statement": " "}, "statement is empty"),
        ({"statement": "1 = 1 /- a /- comment -/"}, "does not end"),
        ({"statement": '"a" = "a'}, "does not end"),
        ({"theorem": "t\naxiom"}, "full name of a theorem"),
        ({"theorem": "t u"}, "full name of a theorem"),
        ({"theorem": "_root_._root_.t"}, "full name of a theorem"),
        ({"imports": ("not a module",)}, "not the name of a module"),
        ({"timeout": 0}, "timeout must be above 0"),
        ({"trust": "blind"}, "trust is one of"),
    ],
)
def test_a_proof_that_makes_no_sense_is_refused(arguments: dict[str, object], error: str) -> None:
    with pytest.raises((TypeError, ValueError), match=error):
        Proof(**{"id": "a", "text": "x", **arguments})  # type: ignore[arg-type]


def test_a_theorem_may_be_given_from_the_root() -> None:
    assert Proof(1, "x", theorem="_root_.A.«b c».d'").theorem == "A.«b c».d'"


@pytest.mark.parametrize("wrong", [{"trust": "blind"}, {"isolation": "none"}, {"engine": "cloud"}])
def test_a_wrong_argument_is_told_by_the_call(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"is (one of|local)"):
        judge([], **wrong)  # type: ignore[arg-type]


def test_work_goes_where_its_imports_are_loaded() -> None:
    setup, line = Setup(LeanConfig()), LineUp()
    for i in range(6):
        proof = Proof(i, "proved", imports=("A",) if i % 2 else ("B",))
        work = Work.of(proof, setup)
        line.add(Task(i, b"", "", work, work.header, [proof]))
    order = [line.next([("A",)], ()).number for _ in range(6)]
    assert order == [1, 3, 5, 0, 2, 4]
    assert not line


def test_attempts_at_a_problem_that_somebody_is_at_come_later() -> None:
    setup, line = Setup(LeanConfig()), LineUp()
    for i, problem in enumerate("aab"):
        proof = Proof(i, "proved", problem=problem)
        work = Work.of(proof, setup)
        line.add(Task(i, b"", "", work, work.header, [proof]))
    assert [line.next((), {"a"}).number for _ in range(3)] == [2, 0, 1]
