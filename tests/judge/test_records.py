"""Lines of proofs and of verdicts: what is wrong with one, and how a file is gone on with."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from pytest_lean import LeanConfig, Message, Pos
from pytest_lean.judge import Proof
from pytest_lean.judge.answer import Answer, Reached, told_of
from pytest_lean.judge.proof import Misread
from pytest_lean.judge.records import (
    Reading,
    Shard,
    read,
)
from pytest_lean.judge.verdict_file import Done, RecordsError, VerdictFile
from pytest_lean.judge.work import Outcome, Setup, Work

SETUP = Setup(LeanConfig())
GOOD = b'{"id": "a", "text": "theorem t : True := trivial"}'


def read_all(
    data: bytes, done: Done | None = None, shard: Shard | None = None
) -> list[Proof | Misread]:
    return list(read(io.BytesIO(data), SETUP, done or Done(), shard or Shard(), Reading()))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"theorem t : True := trivial", "it is not JSON"),
        (b'{"id": "a", "text": "theor', "it is not JSON"),
        (b"[" * 100_000, "it is not JSON"),
        (b"[1, 2]", "it is no JSON object"),
        (b"null", "it is no JSON object"),
        (b'{"id": "\xff", "text": "x"}', "it is not UTF-8"),
        (b'{"text": "x"}', "it has no id"),
        (b'{"id": null, "text": "x"}', "it has no id"),
        (b'{"id": "a"}', "it has no text"),
        (b'{"id": "a", "text": 5}', "text is a text, not 5"),
        (b'{"id": "a", "text": "\\ud800"}', "lone surrogate"),
        (b'{"id": "\\ud800", "text": "x"}', "lone surrogate"),
        (b'{"id": [], "text": "x"}', "id is a text or a whole number"),
        (b'{"id": "a", "text": "x", "imports": "Init"}', "imports must be a list"),
        (b'{"id": "a", "text": "x", "imports": ["a b"]}', "not the name of a module"),
        (b'{"id": "a", "text": "x", "timeout": "long"}', "timeout must be a number"),
        (b'{"id": "a", "text": "x", "timeout": NaN}', "timeout must be a number"),
        (b'{"id": "a", "text": "x", "timeout": Infinity}', "timeout is at most"),
        (b'{"id": "a", "text": "x", "timeout": 1e300}', "timeout is at most"),
        (b'{"id": 1.0, "text": "x"}', "id is a text or a whole number"),
        (b'{"id": ' + b"9" * 5000 + b', "text": "x"}', "it is not JSON"),
        (b'{"id": "a", "text": "x", "text": "y"}', "it has the field 'text' twice"),
        (b'{"id": "a", "text": "x"}{"id": "b", "text": "y"}', "Extra data (column 25)"),
        (b'{"id": "a", "text": "x\x00"}', "it is not JSON"),
        (b'{"id": "a", "text": "x", "trust": "blind"}', "trust is one of"),
        (b'{"id": "a", "text": "x", "statment": "1 = 2"}', "'statement' may be meant"),
        (b'{"id": "a", "text": "x", "Theorem": "t"}', "'theorem' may be meant"),
    ],
)
def test_a_wrong_line_is_told_with_its_number_and_the_next_is_read(
    line: bytes, reason: str
) -> None:
    wrong, good = read_all(b"\n" + line + b"\n" + GOOD)
    assert isinstance(wrong, Misread)
    assert wrong.line == 2
    assert reason in wrong.reason
    assert good == Proof("a", "theorem t : True := trivial")


def test_a_line_without_end_is_not_held_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pytest_lean.judge.records._LONGEST_LINE", 100)
    monkeypatch.setattr("pytest_lean.judge.records._BLOCK", 10)
    long, good = read_all(b'{"id": "' + b"x" * 1000 + b'"}\n' + GOOD)
    assert isinstance(long, Misread)
    assert "longer than" in long.reason
    assert isinstance(good, Proof)


def test_the_second_line_with_an_id_is_wrong() -> None:
    first, second, third = read_all(GOOD + b"\n" + GOOD + b'\n{"id": 1, "text": "x"}')
    assert isinstance(first, Proof)
    assert second == Misread(2, "the id 'a' stands on line 1 already")
    assert third == Proof(1, "x")


def test_empty_lines_line_ends_and_a_byte_order_mark_are_no_matter() -> None:
    [proof] = read_all(b"\xef\xbb\xbf" + GOOD + b"\r\n\r\n  \n")
    assert isinstance(proof, Proof)


def test_each_field_is_read() -> None:
    record = {
        "id": 7,
        "text": "theorem t : 1 = 1 := rfl",
        "theorem": "t",
        "statement": "1 = 1",
        "imports": ["Init"],
        "problem": "p",
        "timeout": 2.5,
        "trust": "certified",
    }
    [proof] = read_all(json.dumps(record).encode())
    expected = Proof(7, record["text"], "t", "1 = 1", ("Init",), "p", 2.5, "certified")  # type: ignore[arg-type]
    assert proof == expected


def test_other_fields_are_left_alone_and_told() -> None:
    reading = Reading()
    line = b'{"id": "a", "text": "x", "model": "m", "score": 1}'
    [proof] = read(io.BytesIO(line), SETUP, Done(), Shard(), reading)
    assert proof == Proof("a", "x")
    assert reading.unknown == {"model", "score"}


def test_shards_share_the_lines_and_leave_a_problem_whole() -> None:
    lines = [
        json.dumps({"id": i, "text": str(i), "problem": i % 10 if i % 2 else None}).encode()
        for i in range(400)
    ]
    lines += [b"wrong"] * 40
    data = b"\n".join(lines)
    shards = [read_all(data, shard=Shard(k, 4)) for k in range(1, 5)]
    assert sum(map(len, shards)) == 440
    assert min(map(len, shards)) > 40
    homes: dict[object, set[int]] = {}
    ids = set()
    for k, items in enumerate(shards):
        for one in items:
            if isinstance(one, Misread):
                assert (one.line - 1) % 4 == k
            else:
                ids.add(one.id)
                if one.problem is not None:
                    homes.setdefault(one.problem, set()).add(k)
    assert len(ids) == 400
    assert all(len(one) == 1 for one in homes.values())


def reached(id: object, verdict: str = "proved", text: str = "x") -> Reached:
    digest = Work.of(Proof(1, text), SETUP).digest
    told = told_of(verdict, "checked")  # type: ignore[arg-type]
    return Reached(id, verdict, None, told, digest=digest)  # type: ignore[arg-type]


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "verdicts.jsonl"
    file = VerdictFile(path, "run")
    file.write([reached("a"), reached(1)])
    told = told_of("none", "checked", "line 3: wrong", "input")
    file.write([Reached(None, "none", "input", told, line=3)])
    file.close()
    return path


def ids(path: Path) -> list[object]:
    return [json.loads(line)["id"] for line in path.read_bytes().splitlines()]


def test_what_has_a_verdict_is_not_read_again(path: Path) -> None:
    file = VerdictFile(path, "run")
    data = b'{"id": "a", "text": "x"}\n{"id": 1, "text": "x"}\nwrong\n{"id": "1", "text": "x"}\nno'
    left = read_all(data, file.done)
    assert [one.id if isinstance(one, Proof) else one.line for one in left] == ["1", 5]
    file.close()


@pytest.mark.parametrize("cut", [1, 2, 30, 100])
def test_half_a_line_is_mended(path: Path, cut: int) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:-cut])
    file = VerdictFile(path, "run")
    file.write([reached("new")])
    file.close()
    assert ids(path) == (["a", 1, None, "new"] if cut == 1 else ["a", 1, "new"])


def test_every_cut_leaves_whole_lines(path: Path) -> None:
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        VerdictFile(path, "run").close()
        mended = path.read_bytes()
        assert not mended or mended.endswith(b"\n")
        assert ids(path) == ids(path)[:3]


def test_a_verdict_about_another_text_is_not_taken_for_this_one(path: Path) -> None:
    file = VerdictFile(path, "run")
    with pytest.raises(RecordsError, match="line 1: there is a verdict for 'a' already"):
        read_all(b'{"id": "a", "text": "another"}', file.done)
    file.close()


def test_verdicts_of_other_settings_are_not_gone_on_with(path: Path) -> None:
    with pytest.raises(RecordsError, match="line 1 was reached with other settings"):
        VerdictFile(path, "another run")


def test_a_file_of_something_else_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "proofs.jsonl"
    path.write_bytes(GOOD + b"\n" + GOOD + b"\n")
    with pytest.raises(RecordsError, match="line 1 is no verdict"):
        VerdictFile(path, "run")
    assert path.read_bytes() == GOOD + b"\n" + GOOD + b"\n"


@pytest.mark.parametrize(
    "line",
    [
        b'{"id": "b", "verdict": "maybe"}',
        b'{"id": ["b"], "verdict": "none"}',
        b'{"id": null, "verdict": "none"}',
        b'{"id": null, "verdict": "none", "line": "3"}',
        b"",
    ],
)
def test_a_line_in_the_middle_that_is_no_verdict_is_told(path: Path, line: bytes) -> None:
    first, *others = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([first, line, b"\n", *others]))
    with pytest.raises(RecordsError, match="line 2 is no verdict"):
        VerdictFile(path, "run")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_verdicts_can_go_to_a_named_pipe(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        file = VerdictFile(path, "run")
        assert list(file.rows()) == []
        file.write([reached("a")])
        file.close()
        assert json.loads(os.read(reader, 10_000))["id"] == "a"
    finally:
        os.close(reader)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told_by_the_name_of_the_file() -> None:
    file = VerdictFile(Path("/dev/full"), "run")
    with pytest.raises(RecordsError, match="/dev/full: No space left"):
        file.write([reached("a")])
    file.close()


def test_two_runs_do_not_write_to_one_file(path: Path) -> None:
    file = VerdictFile(path, "run")
    with pytest.raises(RecordsError, match="another run writes to it"):
        VerdictFile(path, "run")
    file.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_process_that_has_the_file_as_well_keeps_no_other_run_from_it(path: Path) -> None:
    """As one that is being started has it, until it runs its own program."""
    file = VerdictFile(path, "run")
    wakes, wake = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(wake)
        os.read(wakes, 1)
        os._exit(0)
    try:
        file.close()
        VerdictFile(path, "run").close()
    finally:
        os.close(wake)
        os.close(wakes)
        os.waitpid(child, 0)


def test_what_has_no_verdict_can_be_judged_again(path: Path) -> None:
    file = VerdictFile(path, "run")
    file.write([reached("late", "none")])
    file.close()
    file = VerdictFile(path, "run", retry_none=True)
    assert ids(path) == ["a", 1]
    file.write([reached("late")])
    file.close()
    assert ids(path) == ["a", 1, "late"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(RecordsError, match="No such file"):
        VerdictFile(tmp_path / "no" / "verdicts.jsonl", "run")


def test_a_verdict_goes_into_one_line() -> None:
    message = Message(Pos(1, 2), Pos(3, 4), "∀\nhalf of a character: \ud800", "error")
    outcome = Outcome("rejected", "checked", "no\nnever", messages=(message,))
    answer = Answer.of(outcome)
    one = Reached("a", answer.verdict, answer.cause, answer.told)
    line = one.to_json()
    assert line.count("\n") == 1
    row = json.loads(line.encode("utf-8"))
    assert (row["id"], row["verdict"], row["reason"]) == ("a", "rejected", "no\nnever")
    assert row["messages"] == [
        {
            "severity": "error",
            "line": 1,
            "column": 2,
            "end_line": 3,
            "end_column": 4,
            "data": message.data,
        }
    ]
    found = one.judgement()
    assert (found.id, found.trust, found.messages) == ("a", "checked", (message,))
