"""``has_sorry`` and ``sorries``: what is not proved is not taken for proved."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pytest_lean import Command, LeanConfig, LeanServer, Pos

# A notation and a tactic that hide the word, and an option that hides the warning.
TERM = 'local notation "trust" => sorryAx _ false\n'
TACTIC = 'macro "trust_me" : tactic => `(tactic| sorry)\n'
QUIET = "set_option warn.sorry false\n"


@pytest.fixture(scope="module")
def shared(toolchain) -> Iterator[LeanServer]:
    with LeanServer(LeanConfig(toolchain=toolchain, timeout=600)) as server:
        yield server


DISGUISES = {
    "term": "theorem t : 1 = 2 := sorry",
    "tactic": "theorem t : 1 = 2 := by\n  skip\n  sorry",
    "admit": "theorem t : 1 = 2 := by admit",
    "under a combinator": "theorem t : 1 = 2 := by\n  skip <;> first | rfl | sorry",
    "try": "theorem t : 1 = 2 := by\n  try (exact sorry)",
    "sorryAx": "theorem t : 1 = 2 := sorryAx _ false",
    "explicit sorryAx": "theorem t : 1 = 2 := @sorryAx (1 = 2) true",
    "example": "example : 1 = 2 := sorry",
    "instance": "instance : Inhabited (1 = 2) := ⟨sorry⟩",
    "private": "private theorem t : 1 = 2 := sorry",
    "mutual": "mutual\ntheorem a : 1 = 2 := sorry\ntheorem b : 1 = 1 := rfl\nend",
    "where": "theorem t : 1 = 2 := h where\n  h : 1 = 2 := sorry",
    "data": "noncomputable def n : Nat := sorry",
    "statement": "theorem t : (sorry : Prop) ∨ 1 = 1 := Or.inr rfl",
    "by a notation": TERM + "theorem t : 1 = 2 := trust",
    "by a macro": TACTIC + "theorem t : 1 = 2 := by trust_me",
    "by an option": "set_option debug.byAsSorry true in\ntheorem t : 1 = 1 := by rfl",
    "transitive": "theorem t : 1 = 2 := sorry\ntheorem u : 2 = 1 := t.symm",
    "in a command that only asks": "#check (sorry : Nat)",
    "as an error": "set_option warningAsError true\ntheorem t : 1 = 2 := sorry",
    "guarded": "#guard_msgs (drop all) in\ntheorem t : 1 = 2 := sorry",
    "guarded error": "#guard_msgs (drop all) in\ntheorem t : 1 = 2 := rfl",
    "quiet": QUIET + "theorem t : 1 = 2 := sorry",
    "quiet, in": "set_option warn.sorry false in\ntheorem t : 1 = 2 := sorry",
    "quiet notation": TERM + QUIET + "theorem t : 1 = 2 := trust",
    "quiet tactic": TACTIC + QUIET + "theorem t : 1 = 2 := by trust_me",
    "quiet, spelled otherwise": TERM
    + "set_option «warn».«sorry» false\ntheorem t : 1 = 2 := trust",
    "quiet example": TERM + QUIET + "example : 1 = 2 := trust",
    "quiet example in a namespace": TERM + QUIET + "namespace A\nexample : 1 = 2 := trust\nend A",
    "quiet private": TERM + QUIET + "private theorem t : 1 = 2 := trust",
    "quiet instance": TERM + QUIET + "instance : Inhabited (1 = 2) := ⟨trust⟩",
    "quiet mutual": TACTIC + QUIET + "mutual\ntheorem a : 1 = 2 := by trust_me\n"
    "theorem b : 1 = 1 := rfl\nend",
    "quiet where": TACTIC + QUIET + "theorem t : 1 = 1 := rfl where\n  h : 1 = 2 := by trust_me",
    "quiet quoted name": TERM + QUIET + "theorem «a b».«c.d» : 1 = 2 := trust",
    "quiet keyword for a name": TERM + QUIET + "theorem «theorem» : 1 = 2 := trust",
    "quiet by a macro command": QUIET
    + 'macro "claim" n:declId : command => `(theorem $n : 1 = 2 := sorry)\nclaim t',
    "quiet, without a name": QUIET
    + 'macro "claim" : command => `(theorem t : 1 = 2 := sorry)\nclaim',
    "quiet inside a macro": 'macro "claim" : command =>\n'
    "  `(set_option warn.sorry false in theorem t : 1 = 2 := sorry)\nclaim",
    "guarded, without a name": 'macro "claim" : command => `(theorem t : 1 = 2 := sorry)\n'
    "#guard_msgs (drop warning) in\nclaim",
    "behind a namesake": TERM + QUIET + "theorem t : 1 = 2 := trust\nnamespace A\n"
    "theorem t : 1 = 1 := rfl",
}


@pytest.mark.quick(12)
@pytest.mark.parametrize("text", DISGUISES.values(), ids=DISGUISES)
def test_a_sorry_is_seen_in_any_disguise(shared, text):
    assert shared.run(text).has_sorry


HARMLESS = {
    "comment": "-- sorry\n/- admit /- sorryAx -/ -/\ntheorem t : 1 = 1 := rfl",
    "doc comment": "/-- sorry -/\ntheorem t : 1 = 1 := rfl",
    "string": 'def s := "sorry \\" admit"\ndef r := r#"sorry"#',
    "name": "theorem sorry_not : 1 = 1 := rfl\ntheorem «sorry» : 1 = 1 := rfl",
    "last part of a name": "theorem a.sorry : 1 = 1 := rfl\ntheorem b : 1 = 1 := by exact a.sorry",
    "quoted name": "#check `sorry\n#check ``sorryAx",
    "mention": "#check @sorryAx\n#print sorryAx\n#print axioms sorryAx",
    "tactic in a quotation": TACTIC,
    "term in a quotation": 'macro "trust" : term => `(sorry)',
    "notation": TERM,
    "unused alternative": "theorem t : 1 = 1 := by\n  first | rfl | sorry",
    "unused macro": TACTIC + QUIET + "theorem t : 1 = 1 := by\n  first | rfl | trust_me",
    "quiet": QUIET + "theorem t : 1 = 1 := rfl\nexample : 1 = 1 := by rfl",
    "quiet private": QUIET + "private theorem t : 1 = 1 := rfl\nprivate def d := 1",
    "quiet instance": QUIET + "instance : Inhabited (1 = 1) := ⟨rfl⟩",
    "quiet notation": TERM + QUIET + "example : 1 = 1 := rfl",
    "quiet unsafe": QUIET + "unsafe example : Nat := 1\nnoncomputable example : Nat := 1",
    "quiet quoted name": QUIET + "theorem «a b».«theorem» : 1 = 1 := rfl",
    "quiet deriving": QUIET + "structure P where\n  x : Nat\nderiving Inhabited, Repr",
    "open namespace": QUIET + "namespace A\ntheorem t : 1 = 1 := rfl\nopen A",
    "another axiom": QUIET + "axiom a : 1 = 2\ntheorem t : 1 = 2 := a",
    "many messages": "set_option trace.Elab.async true\ntheorem t : 1 = 1 := by rfl",
    "quiet, without a name": QUIET
    + 'macro "claim" : command => `(theorem t : 1 = 1 := rfl)\nclaim',
    "guarded": "/-- info: 2 -/\n#guard_msgs in\n#eval 1 + 1\n#guard_msgs (info) in\n"
    "theorem t : 1 = 1 := rfl",
    "rejected": "theorem t : 1 = 2 := rfl",
}


@pytest.mark.quick(8)
@pytest.mark.parametrize("text", HARMLESS.values(), ids=HARMLESS)
def test_a_mere_word_is_no_sorry(shared, text):
    response = shared.run(text)
    assert not response.has_sorry
    assert not response.sorries


@pytest.mark.parametrize(
    "use", ["theorem u : 2 = 1 := t.symm", "example : 1 = 2 := t", "private def u := t"]
)
@pytest.mark.parametrize("between", ["", "def harmless := 1"])
def test_a_sorry_of_an_earlier_handle_is_inherited(shared, use, between):
    base = shared.run("theorem t : 1 = 2 := sorry")
    middle = shared.run(Command(between, base.env))
    assert not middle.has_sorry
    assert shared.run(Command(use, middle.env)).has_sorry


def test_what_does_not_use_the_sorry_of_an_earlier_handle_is_proved(shared):
    base = shared.run("theorem t : 1 = 2 := sorry")
    assert not shared.run(Command("theorem u : 1 = 1 := rfl", base.env)).has_sorry


def test_warnings_that_an_earlier_handle_switched_off_stay_off(shared):
    base = shared.run(TERM + QUIET)
    response = shared.run(Command("theorem t : 1 = 2 := trust", base.env))
    assert response.has_sorry
    assert not response.warnings


@pytest.mark.parametrize("option", ["warn.sorry", "debug.byAsSorry"])
def test_a_configured_option_hides_nothing(toolchain, option):
    config = LeanConfig(toolchain=toolchain, options={option: option == "debug.byAsSorry"})
    with LeanServer(config) as server:
        assert server.run(TERM + "theorem t : 1 = 2 := by exact trust").has_sorry


def test_an_option_of_the_command_hides_nothing(shared):
    text = TERM + "theorem t : 1 = 2 := trust"
    response = shared.run(Command(text, options={"warn.sorry": False}))
    assert response.has_sorry
    assert not response.warnings


def test_a_term_has_its_goal_and_place(shared):
    [found] = shared.run("theorem t (n : Nat) : n = 𝒳 ∧ 1 = 2 :=\n  ⟨_, sorry⟩").sorries
    assert found.goal.endswith("⊢ 1 = 2")
    assert (found.start_pos, found.end_pos) == (Pos(2, 6), Pos(2, 11))


def test_a_tactic_has_its_goal_with_hypotheses(shared):
    [found] = shared.run("theorem t (n : Nat) (h : n = 0) : n = 1 := by\n  sorry").sorries
    assert found.goal == "n : Nat\nh : n = 0\n⊢ n = 1"


def test_each_sorry_is_found_in_the_order_of_the_text(shared):
    response = shared.run(
        "theorem t : 1 = 2 := by sorry\n/- sorry -/ theorem u : 2 = 3 := sorry\n"
        "theorem v : 3 = 4 := sorryAx _ false"
    )
    assert [one.goal for one in response.sorries] == ["⊢ 1 = 2", "⊢ 2 = 3", "⊢ 3 = 4"]


def test_a_sorry_keeps_its_place_behind_a_header_and_wide_characters(shared):
    text = 'import Init /- 𝒳 -/ theorem t : "😀" = "" := sorry'
    [found] = shared.run(text).sorries
    assert found.start_pos == Pos(1, text.index("sorry"))
    assert found.end_pos == Pos(1, len(text))


def test_a_sorry_of_an_imported_module_is_inherited(toolchain, library):
    library.compile("Bad", "theorem bad : 1 = 2 := sorry")
    library.compile("Between", "import Bad\ntheorem good : 1 = 1 := rfl")
    config = LeanConfig(toolchain=toolchain, search_path=library.path, imports=("Between",))
    with LeanServer(config) as server:
        assert server.run("theorem t : 1 = 2 := bad").has_sorry
        assert not server.run("theorem t : 1 = 1 := good").has_sorry


def test_a_sorry_of_a_module_that_is_built_again_is_seen_behind_an_earlier_handle(
    toolchain, library
):
    library.compile("Built", "theorem foo : 1 = 1 := rfl")
    config = LeanConfig(toolchain=toolchain, search_path=library.path)
    with LeanServer(config) as server:
        base = server.run("import Built")
        library.compile("Built", "theorem foo : 1 = 2 := sorry")
        assert server.run(Command("theorem t : 1 = 2 := foo", base.env)).has_sorry
        assert not server.run(Command("theorem t : 1 = 1 := rfl", base.env)).has_sorry


def test_what_a_module_imports_and_is_not_known_may_have_a_sorry(toolchain, library):
    library.compile("Low", "set_option warn.sorry false\ntheorem low : 1 = 2 := sorry")
    library.compile("High", "import Low\ntheorem high : 1 = 2 := low")
    (library.folder / "High.ilean").unlink()
    with LeanServer(LeanConfig(toolchain=toolchain, search_path=library.path)) as server:
        assert server.run("import High\ntheorem t : 1 = 2 := high").has_sorry
        assert not server.run("import High\ntheorem t : 1 = 1 := rfl").has_sorry
