"""``pytest-lean judge`` on a real Lean: verdicts, hostile texts, exit codes, being ended."""

from __future__ import annotations

import gzip
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import psutil
import pytest
from lengths import length

from pytest_lean.__main__ import main

ADD = "theorem add (a b : Nat) : a + b = b + a := Nat.add_comm a b"
HOSTILE = Path(__file__).with_name("hostile")
# file: what is asked for beside the text
AIMS = {
    "split_option": ("cheat", "1 = 2"),
    "aim_at_theorem": ("cheat", "1 = 2"),
    "aim_at_print_axioms": ("cheat", "1 = 2"),
    "late": ("cheat", "1 = 2"),
    "prelude": ("boom", "False"),
    "forge": ("cheat", "1 = 2"),
    "halt": ("cheat", "1 = 2"),
    "clash": (None, None),
    "weaker": ("cheat", "1 = 2"),
    "redefined": ("Goal.cheat", "∀ a b : Nat, a = b"),
    "theorem_swallowed": ("cheat", "1 = 2"),
}


def record(id: object, text: str, **more: object) -> dict[str, Any]:
    return {"id": id, "text": text, **{name: one for name, one in more.items() if one is not None}}


def write(path: Path, records: list[Any]) -> Path:
    path.write_text("".join(f"{json.dumps(one)}\n" for one in records), encoding="utf-8")
    return path


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def judge(tmp_path: Path, records: list[Any], *arguments: str) -> tuple[int, dict[Any, Any]]:
    proofs, out = write(tmp_path / "proofs.jsonl", records), tmp_path / "verdicts.jsonl"
    settings = "--toolchain=embedded --workers=2 --no-cache --timeout=300".split()
    code = main(["judge", str(proofs), "--out", str(out), *settings, *arguments])
    found = rows(out) if out.exists() else []
    assert len({one["id"] for one in found}) == len(found)
    return code, {one["id"]: one for one in found}


def test_an_exit_with_nothing_behind_it_takes_nothing_from_a_proof(tmp_path):
    asked = {"theorem": "t", "statement": "1 = 1"}
    code, found = judge(
        tmp_path,
        [
            record("last", "theorem t : 1 = 1 := rfl\n#exit -- done\n", **asked),
            record("not last", "theorem t : 1 = 1 := rfl\n#exit\nblah", **asked),
            record("a lie", "theorem t : 1 = 1 := sorry\n#exit", **asked),
            record("a sign", 'notation "#exit" => rfl\ntheorem t : 1 = 2 := #exit', **asked),
        ],
    )
    verdicts = {id: one["verdict"] for id, one in found.items()}
    refused = dict.fromkeys(("not last", "a lie", "a sign"), "rejected")
    assert (code, verdicts) == (0, {"last": "proved", **refused})


def test_true_and_false_texts_are_told_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    records = [
        record("plain", ADD),
        record("asked", ADD, theorem="add", statement="∀ a b : Nat, a + b = b + a"),
        record("last", "theorem no : 1 = 1 := rfl\n" + ADD, statement="∀ x y : Nat, x + y = y + x"),
        record("another", ADD, theorem="add", statement="∀ a b : Nat, a + b = b"),
        record("missing", ADD, theorem="nothing", statement="1 = 1"),
        record("a definition", "def add : Nat := 1", theorem="add"),
        record("false", "\n\ntheorem t : 1 = 2 := by decide"),
        record("sorry", "\ntheorem t : 1 = 2 := sorry", theorem="t", statement="1 = 2"),
        record("axiom", "axiom no : 1 = 2\ntheorem t : 1 = 2 := no", statement="1 = 2"),
        record("empty", "-- theorem t : 1 = 2"),
        record("example", "example : 1 = 1 := rfl"),
        record("statement", ADD, theorem="add", statement="1 = = 1"),
    ]
    code, found = judge(tmp_path, records)
    assert code == 1
    assert {id: row["verdict"] for id, row in found.items()} == {
        "plain": "proved",
        "asked": "proved",
        "last": "proved",
        "another": "rejected",
        "missing": "rejected",
        "a definition": "rejected",
        "false": "rejected",
        "sorry": "rejected",
        "axiom": "rejected",
        "empty": "rejected",
        "example": "proved",
        "statement": "none",
    }
    assert found["statement"]["cause"] == "input"
    assert found["missing"]["reason"].endswith("its theorems: add")
    assert "declared by `def`" in found["a definition"]["reason"]
    assert found["false"]["messages"][0]["line"] == 3
    assert "does not prove the statement" in found["another"]["reason"]
    assert found["sorry"]["reason"] == "line 2 uses `sorry`"
    assert "`t` depends on an axiom that is not allowed: `no`" in found["axiom"]["reason"]
    assert "pytestLean" not in found["axiom"]["reason"], "the names of ours are no matter"
    assert {row["trust"] for row in found.values()} == {"checked"}
    assert "12 verdicts: 4 proved, 7 rejected, 1 none" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.parametrize("trust", ["checked", pytest.param("certified", marks=pytest.mark.slow)])
def test_no_hostile_text_is_proved(tmp_path: Path, trust: str) -> None:
    assert {path.stem for path in HOSTILE.glob("*.lean")} == AIMS.keys()
    records = [
        record(name, (HOSTILE / f"{name}.lean").read_text("utf-8"), theorem=theorem, statement=what)
        for name, (theorem, what) in AIMS.items()
    ]
    _, found = judge(tmp_path, [*records, record("honest", ADD)], f"--trust={trust}")
    assert {id for id, row in found.items() if row["verdict"] == "proved"} == {"honest"}


@pytest.mark.slow
def test_a_text_that_changes_syntax_gets_a_second_look(tmp_path: Path) -> None:
    notation = 'notation "three" => 3\ntheorem t : three = 2 + 1 := rfl'
    bent = 'macro "mine" n:ident : command => `(theorem $n : True := trivial)\nmine t'
    records = [
        record("notation", notation, theorem="t", statement="3 = 2 + 1"),
        record("macro", bent, theorem="t", statement="1 = 2"),
    ]
    _, found = judge(tmp_path, records)
    assert (found["notation"]["verdict"], found["notation"]["trust"]) == ("proved", "certified")
    assert found["notation"]["axioms"] == []
    assert found["macro"]["verdict"] == "rejected"


@pytest.mark.slow
def test_a_text_that_hangs_crashes_or_eats_memory_has_no_verdict_and_a_cause(
    tmp_path: Path,
) -> None:
    hang = "partial def spin (n : Nat) : Nat := spin (n + 1)\n#eval spin 0"
    eat = "def sq : Nat → Nat → Nat | 0, x => x | n + 1, x => sq n (x * x)\n#eval sq 40 3"
    records = [
        record("hang", hang, timeout=0.8),
        record("exit", f"{ADD}\n#eval (IO.Process.exit 0 : IO Unit)"),
        record("eat", eat),
        *(record(i, f"theorem t : {i} = {i} := rfl") for i in range(4)),
    ]
    code, found = judge(tmp_path, records, "--memory=300")
    assert code == 1
    assert {id: row["cause"] for id, row in found.items() if row["cause"]} == {
        "hang": "timeout",
        "exit": "crash",
        "eat": "memory",
    }
    assert all(found[id]["attempts"] == 2 for id in ("hang", "exit", "eat"))
    assert all(found[i]["verdict"] == "proved" for i in range(4))


@pytest.mark.slow
def test_texts_of_ones_own_can_share_a_warm_worker(tmp_path: Path) -> None:
    records = [record(i, f"theorem t : {i} = {i} := rfl") for i in range(6)]
    records += [
        record("asked", ADD, theorem="add", statement="∀ a b : Nat, a + b = b + a"),
        record("false", "theorem t : 1 = 2 := rfl"),
        record("hang", "partial def spin (n : Nat) : Nat := spin (n + 1)\n#eval spin 0", timeout=1),
    ]
    _, found = judge(tmp_path, records, "--isolation=shared")
    assert {id for id, row in found.items() if row["verdict"] == "proved"} == {*range(6), "asked"}
    assert found["false"]["verdict"] == "rejected"
    assert found["hang"]["cause"] == "timeout"


@pytest.mark.slow
def test_imports_of_a_proof_and_of_the_text_are_loaded(tmp_path: Path) -> None:
    records = [
        record("field", ADD, imports=["Init"]),
        record("header", f"import Init\n{ADD}", statement="∀ a b : Nat, a + b = b + a"),
        record("nowhere", f"import Nowhere\n{ADD}"),
        record("nowhere either", ADD, imports=["Nowhere"]),
    ]
    _, found = judge(tmp_path, records)
    assert found["field"]["verdict"] == found["header"]["verdict"] == "proved"
    assert found["nowhere"]["verdict"] in ("rejected", "none")
    assert found["nowhere either"]["cause"] == "toolchain"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--imports=Nowhere"], "unknown module prefix 'Nowhere'"),
        (["--option=no.such=1"], "Lean refuses no.such=1"),
        (["--toolchain=/nowhere"], "/nowhere"),
        (["--imports=a b.."], "not the name of a module"),
        (["--search-path=/nowhere", "--imports=Also.Nowhere"], "prefix 'Also'"),
        (["--out=/dev/null/verdicts.jsonl"], "Not a directory"),
    ],
)
def test_wrong_settings_are_told_once_before_anything_is_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    code, found = judge(tmp_path, [record(i, ADD) for i in range(3)], *arguments)
    assert (code, found) == (2, {})
    error = capsys.readouterr().err
    assert error.startswith("pytest-lean judge: ")
    assert error.count(told) == 1


@pytest.mark.parametrize(
    "argument",
    "--trust=blind --shard=0/3 --shard=4/3 --workers=0 --timeout=-1 --memory=much --option=name "
    "--what=ever --isolation=some --workers=10001 --timeout=1e300".split(),
)
def test_a_wrong_option_is_told(tmp_path: Path, argument: str) -> None:
    with pytest.raises(SystemExit) as caught:
        judge(tmp_path, [], argument)
    assert caught.value.code == 2


def test_proofs_that_are_not_there_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["judge", "nowhere.jsonl", "--toolchain=embedded"]) == 2
    assert "nowhere.jsonl: No such file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (gzip.compress(b"{}"), "it is compressed (gzip)"),
        ('{"id": "a", "text": "x"}\n'.encode("utf-16"), "it is a text in UTF-16"),
    ],
    # The bytes of gzip have the time in them, and xdist needs the same ids from all workers.
    ids=["gzip", "UTF-16"],
)
def test_a_file_that_is_no_text_is_told_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes, told: str
) -> None:
    proofs = tmp_path / "proofs.jsonl"
    proofs.write_bytes(data)
    assert main(["judge", str(proofs), "--toolchain=embedded"]) == 2
    assert f"{proofs}: {told}" in capsys.readouterr().err


def test_the_verdicts_do_not_overwrite_the_proofs(tmp_path: Path) -> None:
    proofs = write(tmp_path / "proofs.jsonl", [record("a", ADD)])
    before = proofs.read_bytes()
    assert main(["judge", str(proofs), "--out", str(proofs), "--toolchain=embedded"]) == 2
    assert proofs.read_bytes() == before


@pytest.mark.slow
def test_standard_streams(tmp_path: Path) -> None:
    text = json.dumps(record("a", ADD)) + "\nnot JSON\n"
    done = subprocess.run(
        [sys.executable, "-m", "pytest_lean", "judge", "-", "--toolchain=embedded", "--workers=1"],
        input=text,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 1
    found = {row["id"]: row for row in map(json.loads, done.stdout.splitlines())}
    assert found["a"]["verdict"] == "proved"
    assert (found[None]["line"], found[None]["cause"]) == (2, "input")


STUB_RUN = """\
import sys
from pytest_lean.judge import command
from pytest_lean.judge.engines.local import LocalEngine
from pytest_lean.__main__ import main
def prepare(setup, workers, *_):
    return LocalEngine(setup, workers, ("judge.engines", "worker")), setup
command.prepare = prepare
sys.exit(main(sys.argv[1:]))
"""


def stub_run(proofs: Path, out: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """Start the command with workers that need no Lean."""
    command = [sys.executable, "-c", STUB_RUN, "judge", str(proofs), "--out", str(out)]
    options = ["--workers=2", "--no-cache", "--toolchain=embedded", *arguments]
    environment = {**os.environ, "PYTHONPATH": ":".join(filter(None, sys.path))}
    return subprocess.Popen([*command, *options], env=environment, stderr=subprocess.PIPE)


def wait_for_lines(path: Path, count: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < end:
        if path.exists() and path.read_bytes().count(b"\n") >= count:
            return
        time.sleep(0.002)


@pytest.mark.slow
def test_a_run_that_is_killed_again_and_again_loses_nothing(tmp_path: Path) -> None:
    kills = length("JUDGE_KILLS")
    count = kills * 40
    words = ("proved", "rejected", "timeout", "sleep 0.001")
    records = [record(i, f"{words[i % 4]} {i}") for i in range(count)]
    proofs, out = write(tmp_path / "proofs.jsonl", records), tmp_path / "verdicts.jsonl"
    luck = random.Random(kills)
    for _ in range(kills):
        have = out.read_bytes().count(b"\n") if out.exists() else 0
        process = stub_run(proofs, out)
        try:
            wait_for_lines(out, have + luck.randrange(20), process)
        finally:
            process.kill()
            process.communicate()
        if luck.random() < 0.5 and out.exists() and out.stat().st_size > 9:
            # What a machine that goes down may leave of the last line.
            with out.open("r+b") as file:
                file.truncate(out.stat().st_size - luck.randrange(1, 9))
    process = stub_run(proofs, out)
    _, told = process.communicate(timeout=300)
    assert process.returncode == 1, told
    found = rows(out)
    assert sorted(one["id"] for one in found) == list(range(count))
    assert {one["verdict"] for one in found if one["id"] % 4 == 1} == {"rejected"}
    assert {one["cause"] for one in found if one["id"] % 4 == 2} == {"timeout"}


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_interrupted_ends_its_workers_and_can_be_gone_on_with(
    tmp_path: Path, number: signal.Signals
) -> None:
    records = [record(i, f"sleep 0.05 {i}") for i in range(40)]
    proofs, out = write(tmp_path / "proofs.jsonl", records), tmp_path / "verdicts.jsonl"
    process = stub_run(proofs, out)
    try:
        wait_for_lines(out, 3, process)
        children = psutil.Process(process.pid).children(recursive=True)
        assert len(children) == 2
        process.send_signal(number)
        _, told = process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode == 130
    assert b"the same command goes on where it was" in told
    _, alive = psutil.wait_procs(children, timeout=60)
    assert not alive
    assert 3 <= len(rows(out)) < 40
    again = stub_run(proofs, out)
    assert again.wait(timeout=120) == 0
    assert sorted(one["id"] for one in rows(out)) == list(range(40))


@pytest.mark.slow
def test_a_verdict_of_an_earlier_run_serves_the_next(
    tmp_path: Path, warm_cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    records = [
        record("true", ADD, theorem="add", statement="∀ a b : Nat, a + b = b + a"),
        record("false", "theorem t : 1 = 2 := by decide"),
        record("certified", ADD, trust="certified", theorem="add"),
        record("runs code", f"{ADD}\n#eval 1 + 1"),
    ]
    proofs = write(tmp_path / "proofs.jsonl", records)
    found = []
    for number in range(2):
        out = tmp_path / f"verdicts{number}.jsonl"
        options = ["--toolchain=embedded", "--workers=1", f"--cache-dir={warm_cache}"]
        assert main(["judge", str(proofs), "--out", str(out), *options]) == 0
        found.append({row["id"]: row for row in rows(out)})
    first, second = found
    told = ("verdict", "trust", "reason", "messages", "axioms")
    for id, row in first.items():
        assert [second[id][one] for one in told] == [row[one] for one in told]
    assert not any(row["cached"] for row in first.values())
    assert {id for id, row in second.items() if row["cached"]} == {"true", "false", "certified"}
    assert second["true"]["attempts"] == 0
    assert "3 from the cache" in capsys.readouterr().err
