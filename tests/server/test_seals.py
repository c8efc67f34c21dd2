"""Long chains of commands: their beginnings are sealed, and nothing that is said changes."""

from __future__ import annotations

import dataclasses
import gc
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import psutil
import pytest
from lengths import length
from seal_fuzz import said, seal_early, shown, walk
from waiting import wait_until

from pytest_lean import (
    AutoLeanServer,
    Command,
    LeanConfig,
    LeanCrashError,
    LeanServer,
    LeanServerError,
    Toolchain,
)
from pytest_lean.server import sealing
from pytest_lean.server.document import Document
from pytest_lean.server.environment import Environment, Seal, split_source
from pytest_lean.server.sealing import Worth
from pytest_lean.server.seals import Stretch, kept_of
from pytest_lean.server.trust import Trust
from pytest_lean.toolchain.cache import compile_module

BEGINNING = (
    "def g (x : Nat) : Nat := x + 1",
    "namespace N",
    "def m (x : Nat) : Nat := match x with\n  | 0 => 1\n  | y + 1 => y",
    "theorem gt (a b : Nat) (h : a < b) : a + 1 < b + 1 := by omega",
    "def w : Fin 3 := ⟨1, by decide⟩",
    "end N\nopen N",
    "inductive T\n  | a\n  | b (n : Nat)",
    "#check g",
)
# What is answered behind the seal.
BEHIND = (
    "theorem a (x : Nat) : g x = x + 1 := rfl",
    "theorem a (x : Nat) : g x = x := rfl",
    "def g := 1",
    "def a : Nat := m 3",
    "example : m 3 = 2 := by decide",
    "example (x : T) : x = .a := by\n  cases x",
    "example : g 1 = 2 := by\n  have : g 1 = 1 + 1 := sorry\n  exact this",
    "instance : Add T := ⟨fun x _ => x⟩\n#check instAddT",
    "#eval m 7",
    "#print axioms gt",
    "nope",
)
# What has to be answered behind the texts: each of it is answered otherwise behind a module.
BEHIND_TEXTS = (
    "attribute [reducible] g",
    "attribute [inline] g",
    "/-- What it is. -/\nadd_decl_doc g",
    "example (a b : Nat) (h : a < b) : a + 1 < b + 1 := by exact?",
    "def q (x : Nat) : Nat := match x with\n  | 0 => 1\n  | y + 1 => y\n#check q.match_1",
    "def q (x : Nat) : Nat := match x with\n  | 0 => 1\n  | y + 1 => y\n"
    "theorem e (x : Nat) : q x = m x := by\n  simp only [q, m]\n  rfl",
    "theorem e (x : Nat) : m x = match x with | 0 => 1 | y + 1 => y := by\n  simp only [m]",
    "def v : Fin 3 := ⟨1, by decide⟩\nexample : v = 0 := by\n  unfold v\n  rfl",
    # Lean is asked about these.
    "theorem e : 1 = 2 := lcProof",
    "theorem e : True := trivial\n#print axioms Lean.trustCompiler",
)

Make = Callable[..., LeanServer]


@pytest.fixture
def make(toolchain) -> Iterator[Make]:
    """Makes servers that end with the test."""
    with ExitStack() as servers:

        def make(kind: type[LeanServer] = LeanServer, **changes: object) -> LeanServer:
            config = LeanConfig(**{"toolchain": toolchain, "timeout": 600, **changes})
            server = servers.enter_context(kind(config))
            seal_early(inner(server))
            return server

        yield make


@pytest.fixture(scope="module")
def pair(toolchain) -> Iterator[tuple[LeanServer, int, LeanServer, int]]:
    """A server that has sealed the beginning, one that has not, and the handles of it."""
    config = LeanConfig(toolchain=toolchain, timeout=600)
    plain = LeanConfig(toolchain=toolchain, timeout=600, seal_chains=False)
    with LeanServer(config) as server, LeanServer(plain) as other:
        yield seal_early(server), begun(server), other, begun(other)


def wait(server: LeanServer | AutoLeanServer) -> None:
    inner(server)._answers.sealer.wait(600)


def inner(server: LeanServer | AutoLeanServer) -> LeanServer:
    return server if isinstance(server, LeanServer) else server._server


def begun(server: LeanServer, texts: tuple[str, ...] = BEGINNING) -> int:
    """Run texts, one after the other, and return the handle of the last, which is sealed.

    None of them is run behind a seal, however slow the machine is.
    """
    sealer, env = inner(server)._answers.sealer, None
    worth, sealer.worth = sealer.worth, Worth(after=len(texts))
    for text in texts:
        response = server.run(Command(text, env))
        assert response.ok, response
        env = response.env
    sealer.worth = worth
    server.run(Command("#check Nat", env))
    wait(server)
    assert env is not None
    return env


def modules(server: LeanServer | AutoLeanServer) -> list[Path]:
    folder = inner(server)._launcher.seals
    return [] if folder is None else sorted(folder.rglob("*.olean"))


def pid_of_compiler() -> int | None:
    for child in psutil.Process().children(recursive=True):
        try:
            if "-o" in child.cmdline() and "guard.py" not in " ".join(child.cmdline()[:5]):
                return child.pid
        except psutil.Error:
            continue
    return None


@pytest.mark.parametrize("text", BEHIND)
def test_behind_a_seal_lean_says_what_it_says_behind_the_texts(pair, text):
    server, env, other, other_env = pair
    sealed = server.stats.sealed
    response = server.run(Command(text, env))
    assert said(response) == said(other.run(Command(text, other_env)))
    assert server.stats.sealed == sealed + (text != "nope")


@pytest.mark.parametrize("text", BEHIND_TEXTS)
def test_what_would_be_answered_otherwise_is_answered_behind_the_texts(pair, text):
    server, env, other, other_env = pair
    sealed = server.stats.sealed
    response = server.run(Command(text, env))
    assert said(response) == said(other.run(Command(text, other_env)))
    assert server.stats.sealed == sealed


def test_what_continues_such_a_text_is_answered_behind_the_texts_too(pair):
    server, env, other, other_env = pair
    text = "def q (x : Nat) : Nat := match x with\n  | 0 => 1\n  | y + 1 => y"
    claim = "theorem e (x : Nat) : q x = m x := by\n  simp only [q, m]\n  rfl"
    here = server.run(Command(claim, server.run(Command(text, env)).env))
    there = other.run(Command(claim, other.run(Command(text, other_env)).env))
    assert said(here) == said(there)
    assert not here.ok  # `simp only` closes the goal: Lean has made one function of both texts


def test_a_short_chain_is_not_sealed(toolchain):
    with LeanServer(LeanConfig(toolchain=toolchain)) as server:
        begun(server)
        assert not modules(server)


@pytest.mark.slow
@pytest.mark.parametrize(
    "text", ["private def p := 1", "local instance : Add T := ⟨fun x _ => x⟩", 'infix:65 "⊹" => g']
)
def test_a_chain_with_what_no_module_carries_stays_text(make, text):
    server = make()
    env = begun(server, (BEGINNING[0], BEGINNING[6], text, *BEGINNING[3:5]))
    server.run(Command("#check g", env))
    assert not modules(server)
    assert server.stats.sealed == 0


@pytest.mark.slow
def test_options_of_a_command_hold_for_what_continues_it(make):
    server = make()
    env = server.run(Command(BEGINNING[0], options={"pp.all": True})).env
    for text in BEGINNING[1:5]:
        env = server.run(Command(text, env)).env
        wait(server)
    assert "@OfNat.ofNat" in server.run(Command("#check (2 : Nat)", env)).infos[0].data
    assert not modules(server)


@pytest.mark.slow
def test_options_of_a_command_behind_a_seal_hold_for_what_continues_it(make):
    server = make()
    env = begun(server)
    for text, options in (("#check (2 : Nat)", {"pp.all": True}), ("#check (2 : Nat)", None)):
        response = server.run(Command(text, env, options=options))
        assert "@OfNat.ofNat" in response.infos[0].data
        env = response.env
    assert server.stats.sealed == 0


@pytest.mark.slow
def test_a_chain_with_an_error_or_a_sorry_stays_text(make):
    server = make()
    for wrong in ("theorem e : 1 = 2 := rfl", "theorem e : 1 = 2 := sorry"):
        env = server.run(wrong).env
        for text in BEGINNING[:4]:
            env = server.run(Command(text, env)).env
        wait(server)
    assert not modules(server)


def test_an_open_that_would_mean_something_else_keeps_a_chain_text(make):
    server = make()
    texts = ("def A.x := 1", "open A", "theorem t : x = 1 := rfl", "def B.A.x := 2", BEGINNING[0])
    begun(server, texts)
    assert not modules(server)


def test_scopes_that_are_closed_are_not_repeated():
    texts = "def a := 1|namespace N|open Nat|section|end|variable (n : Nat)|end N|section A|open N"
    source = [split_source(text, "", continues=True) for text in texts.split("|")]
    chain = [
        Environment(n, None, text, (), True, True, Trust(), 0.0) for n, text in enumerate(source)
    ]
    stretch = Stretch(chain[-1], None, tuple(chain))
    assert [one.source.text for one in kept_of(stretch)] == ["section A", "open N"]
    stretch = Stretch(chain[-1], None, tuple(chain[:6]))
    kept = [one.source.text for one in kept_of(stretch)]
    assert kept == ["namespace N", "open Nat", "variable (n : Nat)"]


@pytest.mark.slow
@pytest.mark.parametrize("changes", [{"seal_chains": False}, {"options": {"maxRecDepth": 700}}])
def test_a_configuration_may_keep_chains_from_being_sealed(make, changes):
    server = make(**changes)
    begun(server)
    assert not modules(server)


@pytest.mark.slow
def test_a_chain_is_sealed_again_when_it_has_grown(make):
    server = make()
    env = begun(server, BEGINNING[:2] + BEGINNING[3:5])
    texts = tuple(f"theorem t{n} : g {n} = {n} + 1 := rfl" for n in range(5))
    for text in texts:
        env = server.run(Command(text, env)).env
        wait(server)
    assert len(modules(server)) == 2
    sealed = server.stats.sealed
    assert server.run(Command("theorem last : g 4 = 5 ∧ N.t3 = N.t3 := ⟨t4, rfl⟩", env)).ok
    assert server.stats.sealed == sealed + 1


@pytest.mark.slow
def test_a_chain_is_compiled_anew_as_one_text_for_what_it_may_share(make):
    server = make()
    env = begun(server)
    for text in ("def q (x : Nat) : Nat := match x with\n  | 0 => 1\n  | y + 1 => y", "#check q"):
        env = server.run(Command(text, env)).env
        wait(server)
    server.run(Command("#check q", env))
    wait(server)
    sealed = server.stats.sealed
    claim = "theorem e (x : Nat) : q x = m x := by\n  simp only [q, m]"
    assert server.run(Command(claim, env)).ok
    assert not server.run(Command(f"{claim}\n  rfl", env)).ok
    assert server.stats.sealed == sealed + 2


def test_an_earlier_handle_is_what_it_was(pair):
    server, env, _, _ = pair
    assert server.run(Command("#check g", env)).ok
    first = server.run("def g := 2").env
    assert server.run(Command("example : g = 2 := rfl", first)).ok
    assert not server.run("#check g").ok


@pytest.mark.slow
def test_a_worker_that_is_killed_behind_a_seal_is_replaced(make):
    server = make(AutoLeanServer)
    env = begun(server)
    assert server.run(Command("example : g 1 = 2 := rfl", env)).ok
    worker = inner(server)._workers._pool.workers()[-1]
    psutil.Process(worker.pid).kill()
    wait_until(lambda: not worker.is_alive())
    assert server.run(Command("example : g 1 = 2 := rfl", env)).ok
    assert not server.run(Command("example : g 1 = 3 := rfl", env)).ok
    assert server.stats.sealed == 3
    assert server.stats.restarts == {}


@pytest.mark.slow
def test_a_worker_that_is_killed_at_work_behind_a_seal_is_replaced_by_the_texts(make):
    server = make(AutoLeanServer)
    env = begun(server)
    answers = []
    text = "#eval (IO.sleep 1000 : IO Unit)\nexample : g 1 = 2 := rfl"
    at_work = threading.Thread(target=lambda: answers.append(server.run(Command(text, env))))
    at_work.start()
    wait_until(lambda: inner(server)._workers._active is not None)
    psutil.Process(inner(server)._workers._active.pid).kill()
    at_work.join()
    assert answers[0].ok
    assert server.stats.restarts == {"crash": 1}
    assert not server.run(Command("example : g 1 = 3 := rfl", env)).ok
    assert server.stats.sealed == 0


@pytest.mark.slow
def test_a_text_that_ends_its_worker_behind_a_seal_ends_it_behind_the_texts(make):
    server = make(AutoLeanServer)
    env = begun(server)
    text = "#eval (IO.Process.exit 3 : IO Unit)"
    with pytest.raises(LeanCrashError, match="ended two workers"):
        server.run(Command(text, env))
    assert server.run(Command("example : g 1 = 2 := rfl", env)).ok


@pytest.mark.slow
def test_a_module_that_changes_on_disk_is_used_no_more(make):
    server = make()
    env = begun(server)
    (path,) = modules(server)
    path.write_bytes(path.read_bytes())
    assert server.run(Command("example : g 1 = 2 := rfl", env)).ok
    assert not server.run(Command("example : g 1 = 3 := rfl", env)).ok
    assert server.stats.sealed == 0


@pytest.fixture
def lean_without_std(toolchain, tmp_path) -> Toolchain:
    """A Lean without a ``Std`` of its own, as older ones: a user's library may have the name."""
    [core] = toolchain.search_path
    folder = tmp_path / "core"
    shutil.copytree(
        core, folder, copy_function=os.symlink, ignore=shutil.ignore_patterns("Std", "Std.*")
    )
    return dataclasses.replace(toolchain, kind="path", search_path=(str(folder),))


@pytest.fixture
def build_extra(lean_without_std, tmp_path) -> Callable[[str], dict[str, object]]:
    """Compiles a text to the module ``Std.Extra``; returns how a server is set up to import it."""
    library = tmp_path / "library"
    source = library / "Std" / "Extra.lean"
    source.parent.mkdir(parents=True)

    def build(text: str) -> dict[str, object]:
        source.write_text(text)
        output = source.with_suffix(".olean")
        compile_module(lean_without_std, library, source, output, cache=tmp_path)
        path, imports = (str(library),), ("Std.Extra",)
        return {"toolchain": lean_without_std, "search_path": path, "imports": imports}

    return build


@pytest.mark.parametrize("when", ["before the command", "while the command is prepared"])
def test_a_chain_whose_imports_are_built_again_is_text_again(make, build_extra, monkeypatch, when):
    server = make(**build_extra("def Std.Extra.x := 1"))
    fact = "theorem fact (n : Nat) (h : n = Std.Extra.x) : n = 1 := h"
    env = begun(server, (fact, *BEGINNING[:2], *BEGINNING[3:5]))
    text = "example : Std.Extra.x = 1 := rfl"
    assert server.run(Command(text, env)).ok
    assert server.stats.sealed == 1
    if when == "before the command":
        build_extra("def Std.Extra.x := 2")
    else:
        sealer = server._answers.sealer
        stretch = sealer.behind(
            server._handles.get(env, text), split_source(text, "", continues=True)
        )
        assert stretch is not None
        monkeypatch.setattr(
            sealer, "behind", lambda *_: stretch if build_extra("def Std.Extra.x := 2") else None
        )
    with pytest.raises(LeanServerError, match=r"environment .* is not any more"):
        server.run(Command("theorem cheat : 2 = 1 := fact 2 rfl", env))


def test_a_chain_that_imports_an_axiom_stays_text(make, build_extra):
    server = make(**build_extra("axiom Std.Extra.wrong : 1 = 2"))
    env = begun(server, BEGINNING[:5])
    assert not modules(server)
    assert server.run(Command("theorem cheat : 1 = 2 := Std.Extra.wrong", env)).unproved


@pytest.mark.slow
def test_a_chain_that_imports_a_library_of_another_name_stays_text(make, library):
    library.compile("Other", "def Other.x := 1")
    server = make(search_path=library.path, imports=("Other",))
    begun(server, BEGINNING[:5])
    assert not modules(server)


@pytest.mark.slow
def test_a_module_in_which_an_axiom_is_mentioned_is_not_used(make, monkeypatch):
    monkeypatch.setattr(sealing, "axioms_of", lambda _: frozenset({"wrong"}))
    server = make()
    env = begun(server)
    assert server.run(Command("example : g 1 = 2 := rfl", env)).ok
    assert server.stats.sealed == 0


@pytest.mark.slow
def test_a_module_that_is_no_module_is_used_no_more(make, monkeypatch):
    monkeypatch.setattr(Seal, "is_whole", lambda *_: True)
    server = make()
    env = begun(server)
    server.restart()
    for path in modules(server):
        path.write_bytes(b"nothing")
    assert server.run(Command("example : g 1 = 2 := rfl", env)).ok
    assert server.stats.sealed == 0


@pytest.mark.slow
def test_an_error_above_a_command_leaves_the_answer_to_the_texts(make, monkeypatch):
    server = make()
    env = begun(server)
    monkeypatch.setattr(Document, "stands", lambda *_: False)
    assert server.run(Command("example : g 1 = 2 := rfl", env)).ok
    assert server.stats.sealed == 0


@pytest.mark.slow
def test_a_compiler_that_is_killed_leaves_the_chain_text(make, monkeypatch):
    server = make()
    killed = threading.Event()
    looked_at = sealing._check_runs

    def kill(job):
        looked_at(job)
        if (pid := pid_of_compiler()) is not None:
            psutil.Process(pid).kill()
            killed.set()

    monkeypatch.setattr(sealing, "_check_runs", kill)
    env = begun(server)
    assert killed.is_set()
    assert not modules(server)
    assert server.run(Command("example : g 1 = 2 := rfl", env)).ok
    assert server.stats.sealed == 0


@pytest.mark.slow
def test_a_folder_that_cannot_be_written_leaves_the_chain_text(make, tmp_path, monkeypatch):
    (tmp_path / "seals").write_text("a file")
    monkeypatch.setattr(sealing, "cache_path", lambda *_: tmp_path)
    server = make()
    env = begun(server)
    assert server.run(Command("example : g 1 = 2 := rfl", env)).ok
    assert server.stats.sealed == 0


def test_a_server_that_is_ended_ends_its_compiler(make):
    server = make()
    env = None
    for text in (*BEGINNING, "#check Nat"):
        env = server.run(Command(text, env)).env
    server.kill()
    assert all(thread.name != "pytest-lean-seal" for thread in threading.enumerate())
    assert pid_of_compiler() is None


@pytest.mark.slow
def test_a_restart_keeps_what_is_sealed(make):
    server = make()
    env = begun(server)
    server.restart()
    assert server.run(Command("example : g 1 = 2 := rfl", env)).ok
    assert server.stats.sealed == 1


@pytest.mark.slow
def test_modules_of_forgotten_chains_are_removed(make):
    server = make()
    begun(server)
    assert modules(server)
    for env in filter(server.knows, range(100)):
        server.forget(env)
    server.run(Command("#check Nat", server.run("#check Nat").env))
    gc.collect()
    assert not modules(server)


@pytest.mark.slow
def test_the_folder_is_removed_with_its_server(toolchain):
    server = seal_early(LeanServer(LeanConfig(toolchain=toolchain)))
    begun(server)
    folder = server._launcher.seals
    assert folder is not None
    assert folder.is_dir()
    server.kill()
    del server
    gc.collect()
    assert not folder.exists()


@pytest.mark.slow
@pytest.mark.parametrize("parallel", [True, False])
def test_sealed_chains_get_the_answers_of_chains_of_text(toolchain, parallel):
    def make(**changes: object) -> LeanServer:
        config = LeanConfig(toolchain=toolchain, timeout=600, **changes)
        return LeanServer(config)

    chains = length("SEALED_CHAINS")
    came = walk(
        chains if parallel else max(1, chains // 10),
        length("WALK_SEED"),
        lambda **changes: make(enable_parallel_elaboration=parallel, **changes),
    )
    assert not came.differences, shown(came.differences[0])
    assert came.sealed > came.commands / 4
    assert came.accepted > came.sealed / 4
