"""Models that are called often: their programs move into a compiled module."""

from __future__ import annotations

import gc
import math
import os
import time

import pytest

from pytest_lean import AutoLeanServer, Command, LeanConfig
from pytest_lean.testing.lean import Lean
from pytest_lean.toolchain.cache import own_modules


def program_of(model):
    return model._compiled.program


def called_often(model):
    """Pretend that calls of ``model`` have taken longer than compiling a module takes."""
    program_of(model).took(math.inf)
    return model


def test_models_that_are_called_often_share_one_module(lean):
    lean.define(
        'notation "List" => Option\nnamespace Mine\ninductive Nat | zero\ndef String.append := 3\n'
        "def flip (p : _root_.Nat × String) : String × _root_.Nat := (p.2, p.1)\n"
        "private def hidden (n : _root_.Nat) : Bool := n < 3"
    )
    flip, hidden = (called_often(lean.model(one)) for one in ("flip", "hidden"))
    env = lean.env
    assert [flip((3, "a;\\")), hidden(2), hidden(3), flip((4, "b"))] == [
        ("a;\\", 3),
        True,
        False,
        ("b", 4),
    ]
    assert lean.env == env
    module = program_of(flip).module
    assert module is not None
    assert program_of(hidden).module == module
    assert flip.map([(1, ""), (2, "")]) == [("", 1), ("", 2)]


@pytest.mark.slow
def test_a_model_that_cannot_be_compiled_stays_in_the_document(server):
    lean = Lean(server)
    lean.env = server.run("def five : Nat := 5\ntheorem wrong : five = 6 := rfl").env
    model = called_often(lean.model("fun n => n + five"))
    assert [model(1), model(2)] == [6, 7]
    assert not model.is_compiled


@pytest.mark.slow
@pytest.mark.parametrize("change", [{"isolated": True}, {"max_warm_headers": 1}])
def test_a_model_stays_in_the_document_if_the_server_has_no_second_worker(toolchain, change):
    with AutoLeanServer(LeanConfig(toolchain=toolchain, timeout=600, **change)) as server:
        model = called_often(Lean(server).model("Nat.succ"))
        assert [model(1), model(2)] == [2, 3]
        assert not model.is_compiled


@pytest.mark.slow
def test_a_module_is_left_when_something_that_it_imports_has_changed(toolchain, library):
    library.compile("Limits", "def limit : Nat := 1")
    config = LeanConfig(toolchain=toolchain, search_path=library.path, imports=("Limits",))
    with AutoLeanServer(config) as server:
        model = called_often(Lean(server).model("fun n => n + limit"))
        assert [model(1), model(2)] == [2, 3]
        assert model.is_compiled
        library.compile("Limits", "def limit : Nat := 10")
        assert [model(1), model(2)] == [11, 12]
        assert not model.is_compiled


@pytest.mark.slow
def test_a_module_is_removed_with_its_server_and_old_leftovers_are_removed(toolchain, tmp_path):
    folder = own_modules(tmp_path)
    for name, age in (("Mold", 100_000), ("Mnew", 1_000)):
        (folder / name).mkdir(parents=True)
        os.utime(folder / name, (time.time() - age,) * 2)
    config = LeanConfig(toolchain=toolchain, cache_dir=tmp_path, timeout=600)
    with AutoLeanServer(config) as server:
        model = called_often(Lean(server).model("Nat.succ"))
        assert model(1) == 2
        [made, new] = sorted(one.name for one in folder.iterdir())
        assert new == "Mnew"
        assert model.is_compiled
    del server, model
    gc.collect()
    assert [one.name for one in folder.iterdir()] == ["Mnew"], made


def test_the_text_of_a_handle_can_be_elaborated_in_its_place(server):
    env = server.run("def two := 2").env
    env = server.run(Command("def four := two + two", env)).env
    whole = server.text_of(env)
    assert server.run(f"{whole}\n#eval four").infos[0].data == "4"
    assert server.seconds_of(env) > 0
