"""lean.strategy and lean.agrees: hypothesis makes the inputs, Lean and Python answer them."""

from __future__ import annotations

import sys

import pytest
from lengths import length

hypothesis = pytest.importorskip("hypothesis")
given, settings, st = hypothesis.given, hypothesis.settings, hypothesis.strategies

from pytest_lean import LeanRejection  # noqa: E402

PREAMBLE = """
structure Point where
  x : Int
  y : Nat
deriving DecidableEq
structure Even where
  value : Nat
  even : value % 2 = 0
deriving DecidableEq
inductive Color | red | green | blue deriving DecidableEq
inductive Tree (α : Type) | leaf | node (left : Tree α) (value : α) (right : Tree α)
deriving DecidableEq
def insert' (x : Nat) : List Nat → List Nat
  | [] => [x]
  | y :: ys => if x ≤ y then x :: y :: ys else y :: insert' x ys
def sort' : List Nat → List Nat
  | [] => []
  | x :: xs => insert' x (sort' xs)
theorem sort'_nil : sort' [] = [] := rfl
theorem other : 1 = 1 := rfl
def Spec : Prop := sort' [2, 1] = [1, 2]
theorem meets : Spec := rfl
"""


@pytest.fixture(scope="module")
def lean_preamble():
    return PREAMBLE


TYPES = [
    "Nat",
    "Int",
    "Bool",
    "Char",
    "String",
    "Float",
    "UInt8",
    "UInt16",
    "UInt32",
    "UInt64",
    "Int8",
    "Int64",
    "Fin 7",
    "BitVec 9",
    "Unit",
    "List (List String)",
    "Array Int",
    "Vector Nat 3",
    "Option (Option Nat)",
    "Nat × Bool × String",
    "Sum Nat Char",
    "Except String Int",
    "{ n : Nat // n % 2 = 1 }",
    "Point",
    "Even",
    "Color",
    "Tree (Color × Nat)",
    "List (Option Point)",
]


def some_values(strategy, count):
    made = []

    # Lean decides the condition value by value, so hypothesis would complain of slowness.
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    @given(strategy)
    def collect(value):
        made.append(value)

    collect()
    return made


def bits(value):
    """Return a form of a value in which nan equals nan, and -0.0 differs from 0.0."""
    return repr(value)


def round_trip(lean, lean_type, count):
    conditioned = lean_type in ("Even", "{ n : Nat // n % 2 = 1 }")
    values = some_values(lean.strategy(lean_type), count // 20 if conditioned else count)
    back = lean.model(f"fun (x : {lean_type}) => x").map(values)
    if "Float" in lean_type:
        assert list(map(bits, back)) == list(map(bits, values))
        return
    assert back == values
    equal = lean.model(f"fun (x y : {lean_type}) => x == y")
    assert all(equal.map(list(zip(values, back, strict=True))))


@pytest.mark.parametrize("lean_type", ["Except String Float"])
def test_random_values_come_back_and_lean_calls_them_equal(lean, lean_type):
    round_trip(lean, lean_type, 40)


@pytest.mark.slow
@pytest.mark.parametrize("lean_type", TYPES)
def test_many_random_values_come_back_and_lean_calls_them_equal(lean, lean_type):
    round_trip(lean, lean_type, length("MODEL_VALUES"))


def test_a_strategy_keeps_its_bounds(lean):
    values = some_values(lean.strategy("List Int", max_size=3, max_value=5), 100)
    assert all(len(one) <= 3 and all(-5 <= part <= 5 for part in one) for one in values)
    assert max(map(len, values)) == 3


def test_a_predicate_in_lean_is_met(lean):
    strategy = lean.strategy("List Nat", max_size=4, where="fun xs => xs.length > 2")
    assert {len(one) for one in some_values(strategy, 5)} <= {3, 4}
    with pytest.raises(LeanRejection, match="Unknown identifier `nothing`"):
        lean.strategy("Nat", where="fun n => nothing")


def test_an_argument_that_makes_no_sense_is_refused(lean):
    with pytest.raises(ValueError, match="max_size must be above 0"):
        lean.strategy("Nat", max_size=0)
    with pytest.raises(ValueError, match="examples is at least 1"):
        lean.agrees(sorted, "sort'", examples=0)
    with pytest.raises(TypeError, match="takes 1 arguments, and 2 strategies"):
        lean.agrees(sorted, "sort'", st.nothing(), st.nothing())


def test_without_hypothesis_the_extra_is_named(lean, monkeypatch):
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    with pytest.raises(ImportError, match=r"pip install 'pytest-lean\[hypothesis\]'"):
        lean.strategy("Nat")


def test_code_that_agrees_passes_on_the_number_of_examples(lean):
    found = lean.agrees(sorted, "sort'", examples=200, assuming=["sort'_nil", "meets"])
    assert 150 <= found.examples <= 200
    assert found.theorems == ("sort'_nil", "meets")
    assert lean.agreements == [found]


def without_duplicates(numbers):
    return sorted(set(numbers))


def test_a_failure_distinguishes_a_function_and_a_model_of_one_name(lean):
    lean.define("def without_duplicates (xs : List Nat) : List Nat := xs")
    with pytest.raises(LeanRejection) as caught:
        lean.agrees(without_duplicates, "without_duplicates")
    assert ("  without_duplicates in Python  [0]\n  without_duplicates in Lean    [0, 0]\n") in str(
        caught.value
    )


def test_the_smallest_disagreement_is_shown_with_a_line_to_paste(lean):
    with pytest.raises(LeanRejection) as caught:
        lean.agrees(without_duplicates, "sort'")
    assert str(caught.value) == (
        "without_duplicates does not agree with its model sort'\n\n"
        "smallest input:  [0, 0]\n"
        "  without_duplicates  [0]\n"
        "  sort'               [0, 0]\n\n"
        "a line for a regression test:\n"
        '  assert without_duplicates([0, 0]) == lean.model("sort\'")([0, 0])'
    )


def test_a_disagreement_is_tried_first_in_the_next_run(lean):
    database = hypothesis.database.InMemoryExampleDatabase()
    settings.register_profile("kept", database=database)
    settings.load_profile("kept")
    try:
        with pytest.raises(LeanRejection):
            lean.agrees(without_duplicates, "sort'", st.lists(st.integers(0, 3)))
        tried = []

        def without_duplicates_again(numbers):
            tried.append(numbers)
            return without_duplicates(numbers)

        without_duplicates_again.__qualname__ = without_duplicates.__qualname__
        with pytest.raises(LeanRejection):
            lean.agrees(without_duplicates_again, "sort'", st.lists(st.integers(0, 3)))
        assert tried[0] == [0, 0]
    finally:
        settings.load_profile("default")


def raising(numbers):
    if len(numbers) > 2:
        raise KeyError("three")
    return sorted(numbers)


def test_an_exception_and_a_value_of_another_type_are_disagreements(lean):
    with pytest.raises(LeanRejection, match=r"\[0, 0, 0\]\n  raising  raises KeyError: 'three'"):
        lean.agrees(raising, "sort'")
    with pytest.raises(LeanRejection, match="None is no List Nat"):
        lean.agrees(lambda numbers: None, "sort'")


def test_inputs_meet_predicates_and_the_conditions_of_the_function(lean):
    model = lean.model("fun (xs : List Nat) (h : xs ≠ []) => xs.head h")
    seen = []

    def first(numbers):
        seen.append(len(numbers))
        return numbers[0]

    strategy = lean.strategy("List Nat", where="fun xs => xs.length ≠ 1")
    lean.agrees(first, model, strategy, examples=50)
    assert not {0, 1} & set(seen)
    never = lean.strategy("Nat", where="fun _ => false")
    with pytest.raises(ValueError, match=r"none of \d+ inputs meets the conditions"):
        lean.agrees(lambda n: n, "fun (n : Nat) => n", never, examples=10)


@pytest.mark.lean(trust="elaborated")
def test_an_assumed_theorem_has_to_be_a_theorem_about_the_model(lean):
    with pytest.raises(LeanRejection, match="other says nothing about sort'"):
        lean.agrees(sorted, "sort'", assuming="other")
    with pytest.raises(LeanRejection, match="sort' is no theorem"):
        lean.agrees(sorted, "sort'", assuming="sort'")
    lean.define("axiom bad : sort' [1] = []\ntheorem wrong : sort' [1] = [] := bad")
    with pytest.raises(LeanRejection, match="bad"):
        lean.agrees(sorted, "sort'", assuming="wrong")
    with pytest.raises(LeanRejection, match="missing"):
        lean.agrees(sorted, "sort'", assuming="missing")
