"""lean.model: a function of Lean as a Python callable."""

from __future__ import annotations

import copy
import dataclasses
import enum
import math
import pickle
import subprocess
import sys

import pytest
from lengths import length

from pytest_lean import LeanCrashError, LeanMemoryError, LeanRejection, LeanTimeoutError, Some

TYPES = """
structure Point where
  x : Int
  y' : Nat
deriving DecidableEq
structure Circle (α : Type) extends Point where
  radius : α
inductive Color | red | green deriving DecidableEq
inductive Tree (α : Type) | leaf | node (left : Tree α) (value : α) (right : Tree α)
structure Even where
  value : Nat
  even : value % 2 = 0
abbrev Table (α : Type) := List (Nat × α)
def Pixel := Table Color
"""


@pytest.fixture(scope="module")
def lean_preamble():
    return TYPES


def same(lean, lean_type):
    return lean.model(f"fun (x : {lean_type}) => x")


@pytest.mark.parametrize(
    ("lean_type", "value"),
    [
        pytest.param("Nat", 10**5000, id="a big Nat"),
        ("Int", -(2**70)),
        ("Char", "😀"),
        ("String", 'a"\\\0\r\n1:2 é😀'),
        ("Float", -0.0),
        ("Float", float("-inf")),
        ("UInt64", 2**64 - 1),
        ("Int8", -128),
        ("BitVec 70", 2**70 - 1),
        ("Fin (2 ^ 3)", 7),
        ("List (List Nat)", [[], [1, 2]]),
        ("Array Bool", [True, False]),
        ("Vector Nat 2", [1, 2]),
        ("Nat × Bool × Char", (1, True, "x")),
        ("(Nat × Bool) × Char", ((1, True), "x")),
        ("Option Nat", None),
        ("Option (Option Unit)", Some(Some(None))),
        ("Option (Option Unit)", Some(None)),
        ("Sum Nat String", ("inr", "a")),
        ("Except String Nat", ("error", "why")),
        ("{ n : Nat // n < 5 }", 4),
        ("Circle Color", ((-3, 4), "green")),
        ("Tree Nat", ("node", ("leaf",), 1, ("node", ("leaf",), 2, ("leaf",)))),
        ("Even", (4,)),
        ("Pixel", [(3, "red")]),
    ],
)
def test_a_value_comes_back_as_it_was_given(lean, lean_type, value):
    back = same(lean, lean_type)(value)
    assert back == value
    assert math.copysign(1, back) == math.copysign(1, value) if isinstance(value, float) else True


def test_a_nan_comes_back(lean):
    assert math.isnan(same(lean, "Float")(float("nan")))


def test_a_structure_is_a_frozen_dataclass_and_may_be_a_mapping(lean):
    model = same(lean, "Circle Nat")
    circle = model({"toPoint": {"x": 1, "y'": 2}, "radius": 3})
    assert (circle.toPoint.x, circle.toPoint.y_, circle.radius) == (1, 2, 3)
    assert repr(circle) == "Circle(toPoint=Point(x=1, y_=2), radius=3)"
    assert model(circle) == circle
    with pytest.raises(dataclasses.FrozenInstanceError):
        circle.radius = 4


def test_values_of_lean_s_types_are_copied_and_pickled(lean):
    lean.define(
        "structure Spot where\n  x : Nat\n  y : Nat\n"
        "inductive Tint where | red | green\n"
        "inductive Shape where\n  | dot (at_ : Spot)\n  | line (a b : Spot) (c : Tint)\n"
        "def shape (s : Shape) : Shape := s"
    )
    value = lean.model("shape")(("line", (1, 2), (3, 4), "green"))
    for other in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
        assert other == value
        assert type(other) is type(value)
        assert other.c is value.c


def test_a_value_can_be_unpickled_in_a_process_that_lacks_its_class(lean):
    lean.define("inductive Hue where | warm | cold\nstructure Ink where\n  hue : Hue\n  ml : Nat")
    lean.define("def ink (i : Ink) : Ink := i")
    pickled = pickle.dumps(lean.model("ink")({"hue": "cold", "ml": 3}))
    code = f"import pickle; print(pickle.loads({pickled!r}))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "Ink(hue=<Hue.cold: 'cold'>, ml=3)"


def test_a_users_own_dataclass_and_enumeration_are_taken(lean):
    @dataclasses.dataclass
    class Place:
        x: int
        y_: int

    class Colour(enum.Enum):
        GREEN = "green"

    assert same(lean, "Point")(Place(1, 2)) == (1, 2)
    assert same(lean, "Color")(Colour.GREEN) == "green"


def test_a_value_of_an_inductive_type_names_its_constructor(lean):
    model = same(lean, "Tree Nat")
    node = model(("node", "leaf", 5, "leaf"))
    assert repr(node) == "Tree.node(left=Tree.leaf(), value=5, right=Tree.leaf())"
    assert isinstance(node, model.types["Tree.node"])
    assert model(node) == node


def test_an_except_error_is_a_value(lean):
    model = lean.model('fun (n : Nat) => if n = 0 then Except.error "zero" else .ok n')
    assert model.map([0, 3]) == [("error", "zero"), ("ok", 3)]


@pytest.mark.parametrize(
    ("lean_type", "value", "error", "why"),
    [
        ("Nat", -1, ValueError, "argument x .* type Nat: -1 is no Nat: it is negative"),
        ("Nat", True, TypeError, "True is no Nat"),
        ("Nat", 1.0, TypeError, "takes an int"),
        ("List Nat", [0, 1, -2], ValueError, r"type List Nat, at \[2\]: -2"),
        ("List Char", "abc", TypeError, "takes a list"),
        ("String", "a\ud800", ValueError, r"lone surrogate in it, U\+D800"),
        ("Char", "ab", ValueError, "2 characters"),
        ("UInt8", 256, ValueError, "not in 0 to 255"),
        ("Fin 3", 3, ValueError, "not below 3"),
        ("BitVec 4", 16, ValueError, "4 bits"),
        ("Vector Nat 2", [1], ValueError, "1 elements, not 2"),
        ("Bool", 1, TypeError, "takes a bool"),
        ("Float", 2**53 + 1, ValueError, "rounded"),
        ("Nat × Nat", [1, 2], TypeError, "takes a tuple"),
        ("Point", {"x": 1}, ValueError, "no field y'"),
        ("Color", "blue", ValueError, "one of red, green"),
        ("Tree Nat", ("node", "leaf", "a", "leaf"), TypeError, r"at \[2\]: 'a'"),
        ("Tree Nat", ("branch",), ValueError, "no constructor"),
    ],
)
def test_a_wrong_value_is_refused_before_lean_is_asked(lean, lean_type, value, error, why):
    model = same(lean, lean_type)
    commands = lean.server.stats.commands
    with pytest.raises(error, match=why):
        model(value)
    assert lean.server.stats.commands == commands


@pytest.mark.parametrize(("lean_type", "value"), [("Even", (3,)), ("{ n : Nat // n < 5 }", 5)])
def test_a_condition_inside_a_type_is_decided_by_lean(lean, lean_type, value):
    with pytest.raises(ValueError, match="condition"):
        same(lean, lean_type)(value)


@pytest.mark.parametrize(
    ("function", "why"),
    [
        ("fun (f : Nat → Nat) => f 0", "argument f .* functions"),
        ("fun (n : Nat) => (· + n)", None),
        ("fun (n : Nat) => (pure n : IO Nat)", "action"),
        ("fun (n : Nat) => Nat", "no type of data"),
        ("rfl (a := 1)", "is a proof"),
        ("List.length", 'works for every α: say which, such as .*implicit={"α": "Nat"}'),
    ],
)
def test_the_error_for_an_unsupported_type_names_type_and_argument(lean, function, why):
    if why is None:
        assert lean.model(function)(1, 2) == 3
        return
    with pytest.raises(TypeError, match=why):
        lean.model(function)


def test_a_condition_may_be_a_predicate_of_the_users(lean):
    lean.define(
        "def IsSmall (n bound : Nat) : Prop := n < bound\n"
        "instance (n bound : Nat) : Decidable (IsSmall n bound) :=\n"
        "  inferInstanceAs (Decidable (_ < _))\n"
        "structure Small where\n  bound : Nat\n  value : Nat\n  small : IsSmall value bound\n"
        "def value (s : Small) : Nat := s.value"
    )
    assert lean.model("value")((5, 4)) == 4
    with pytest.raises(ValueError, match="condition"):
        lean.model("value")((5, 5))


def test_quoted_names_are_given_without_quotes(lean):
    lean.define("structure «odd name» where\n  «a field» : Nat\n  of : Nat")
    back = same(lean, "«odd name»")({"a field": 1, "of": 2})
    assert (back.a_field, back.of) == (1, 2)


def test_an_expression_that_lean_rejects_is_shown_with_lean_s_message(lean):
    with pytest.raises(LeanRejection, match="Unknown identifier `nothing`"):
        lean.model("nothing")
    with pytest.raises(LeanRejection, match="noncomputable"):
        lean.model("fun (n : Nat) => Classical.choice ⟨n⟩")


def test_implicit_arguments_and_instances(lean):
    lean.define("def twice [Add α] (a : α) : α := a + a")
    assert lean.model("twice", implicit={"α": "Nat"})(3) == 6
    assert lean.model("@twice Int _")(-3) == -6
    assert lean.model("List.reverse", implicit={"α": "String"})(["a", "b"]) == ["b", "a"]


def test_arguments_on_which_types_depend(lean):
    lean.define("def back {n : Nat} (v : Vector Nat n) (i : Fin n) : Fin n × Nat := (i, v.get i)")
    model = lean.model("back")
    assert model([7, 8, 9], 2) == (2, 9)
    with pytest.raises(ValueError, match="not below 3"):
        model([7, 8, 9], 3)
    with pytest.raises(TypeError, match=r"misses its argument n : Nat; give it by name, n=..."):
        lean.model("fun {n : Nat} (i : Fin n) => i")(0)


def test_a_proof_that_a_function_takes_is_decided_by_lean(lean):
    model = lean.model("fun (xs : List Nat) (h : xs ≠ []) => xs.head h")
    assert model([4, 5]) == 4
    with pytest.raises(ValueError, match=r"do not satisfy h : xs ≠ \[\]"):
        model([])


def test_a_predicate_is_decided(lean):
    assert lean.model("fun (n : Nat) => n < 3").map([2, 3]) == [True, False]


def test_a_constant_and_several_arguments(lean):
    assert lean.model("(3 : Nat)")() == 3
    model = lean.model("fun (a b : Nat) (_ : Bool) => a - b")
    assert model.map([(5, 2, True), (2, 5, False)]) == [3, 0]
    assert model(5, b=1, **{"#3": True}) == 4
    with pytest.raises(TypeError, match="takes 3 arguments"):
        model(1, 2, True, 4)
    with pytest.raises(TypeError, match="input 1 is a tuple"):
        model.map([(1, 2, True), 3])


def test_no_notation_option_or_instance_of_a_user_changes_a_value(lean):
    lean.define(
        "set_option pp.all true\nset_option pp.maxSteps 1\n"
        'instance : Repr Nat := ⟨fun _ _ => "?"⟩\n'
        'instance (priority := high) : ToString Nat := ⟨fun _ => "?"⟩\n'
        'notation "List" => Option\nnotation "c" => 5\n'
        "namespace Mine\ninductive Nat | zero\ndef String.append := 3\n"
        "def flip (p : _root_.Nat × String) : String × _root_.Nat := (p.2, p.1)"
    )
    assert lean.model("flip")((3, "a")) == ("a", 3)


def test_a_model_stays_what_it_was_when_it_was_made(lean):
    lean.define("def limit : Nat := 1\ndef below (n : Nat) : Bool := n < limit")
    model = lean.model("below")
    lean.define("namespace Later\ndef below (n : Nat) : Bool := true")
    assert model(5) is False
    assert lean.model("below")(5) is True


def test_map_keeps_the_order_of_many_inputs_over_several_commands(lean):
    model = lean.model("fun (n : Nat) => n * n")
    assert model.map(range(2500)) == [n * n for n in range(2500)]
    assert model.map([]) == []


def test_map_names_the_wrong_input(lean):
    model = lean.model("fun (n : Nat) => n")
    with pytest.raises(ValueError, match=r"input 1: the argument n .*: -1 is no Nat"):
        model.map([0, -1])


@pytest.mark.slow
@pytest.mark.lean(timeout=3)
def test_a_timeout_is_reported_for_the_one_input_that_caused_it(lean):
    lean.define("partial def spin (n : Nat) : Nat := if n = 3 then spin n else n")
    model = lean.model("spin")
    with pytest.raises(LeanTimeoutError, match=r"input 2: spin\(3\)"):
        model.map([1, 2, 3, 4, 5])
    assert model.map([1, 2, 4]) == [1, 2, 4]


@pytest.mark.slow
def test_a_crash_is_reported_for_the_one_input_that_caused_it(lean):
    lean.define("partial def deep (n : Nat) : Nat := if n = 3 then Nat.succ (deep n) else n")
    model = lean.model("deep")
    with pytest.raises(LeanCrashError, match=r"input 2: deep\(3\)"):
        model.map([1, 2, 3, 4, 5])
    assert model.map([1, 2, 4]) == [1, 2, 4]


@pytest.mark.slow
@pytest.mark.lean(memory=250)
def test_lack_of_memory_is_reported_for_the_one_input_that_caused_it(lean):
    lean.define(
        "partial def hoard (n : Nat) (xs : List Nat) : Nat := hoard (n + 1) (n :: xs)\n"
        "def greedy (n : Nat) : Nat := if n = 3 then hoard 0 [] else n"
    )
    model = lean.model("greedy")
    with pytest.raises(LeanMemoryError, match=r"input 2: greedy\(3\)"):
        model.map([1, 2, 3, 4, 5])
    assert model.map([1, 2, 4]) == [1, 2, 4]


@pytest.mark.parametrize(
    "size", [3_000, pytest.param(length("MODEL_DEPTH"), marks=pytest.mark.slow)]
)
def test_a_value_of_any_length_and_depth(lean, size):
    assert same(lean, "List Nat")(list(range(size))) == list(range(size))
    deep = ("leaf",)
    for value in range(size):
        deep = ("node", deep, value, ("leaf",))
    model = lean.model("fun (t : Tree Nat) => (Tree.node t 7 .leaf : Tree Nat)")
    node, count = model(deep), 0
    while hasattr(node, "left"):
        node, count = node.left, count + 1
    assert count == size + 1
