"""What a response holds: messages, positions and declarations."""

from __future__ import annotations

import dataclasses
import pickle
from collections.abc import Iterator

import pytest

from pytest_lean import (
    AutoLeanServer,
    Command,
    CommandResponse,
    FileCommand,
    LeanConfig,
    LeanServer,
    Pos,
)


@pytest.fixture(scope="module")
def shared(toolchain) -> Iterator[LeanServer]:
    with LeanServer(LeanConfig(toolchain=toolchain, timeout=600)) as server:
        yield server


def test_messages_come_in_the_order_of_the_text(shared):
    text = "\n".join(f"theorem t{n} : {n} = 0 := by decide\n#check t{n}" for n in range(10))
    starts = [one.start_pos for one in shared.run(text).messages]
    assert len(starts) == 19
    assert starts == sorted(starts)


def test_columns_count_codepoints_not_utf_16_nor_bytes(shared):
    [error] = shared.run('#check ("é😀𝒳", nope)').errors
    assert error.data.startswith("Unknown identifier")
    assert (error.start_pos, error.end_pos) == (Pos(1, 15), Pos(1, 19))


def test_a_message_over_several_lines_has_its_true_end(shared):
    [error] = shared.run("theorem t :\n    1 = 2 := by\n  skip\n  skip -- 😀\n").errors
    assert error.data == "unsolved goals\n⊢ 1 = 2"
    assert (error.start_pos, error.end_pos) == (Pos(2, 13), Pos(4, 6))


def test_lines_of_crlf_count_once(shared):
    response = shared.run("def a := 1\r\n\r\n  #check a\r\n  #check nope\r\n")
    assert [one.start_pos for one in response.messages] == [Pos(3, 2), Pos(4, 9)]


def test_a_message_at_the_end_of_the_text_stays_inside(shared):
    text = "def f :=\n  -- 😀"
    [error] = shared.run(text).errors
    assert error.start_pos == error.end_pos == Pos(2, 6)


def test_an_error_has_its_code_where_lean_has_one(shared):
    codes = [one.code for one in shared.run("#check nope\ntheorem t : 1 = 2 := by skip").errors]
    assert codes == ["lean.unknownIdentifier", None]


def test_silent_entries_are_dropped(shared):
    assert shared.run("theorem t : 1 = 1 := by rfl").messages == ()


def test_severities_are_told_apart(shared):
    response = shared.run("theorem t : 1 = 2 := sorry\n#check t\n#check nope")
    assert [len(kind) for kind in (response.errors, response.warnings, response.infos)] == [1, 1, 1]
    assert not response.ok


def test_a_warning_is_no_error(shared):
    response = shared.run("theorem t : 1 = 2 := sorry")
    assert response.ok
    assert response.has_sorry


@pytest.mark.parametrize("text", ["", " ", "\n", "-- c", "/- c -/", "/-! c -/"])
def test_nothing_is_no_error(shared, text):
    response = shared.run(text)
    assert response.ok
    assert response.messages == response.declarations == response.sorries == ()


def test_what_no_text_can_hold_is_refused_with_its_place(shared):
    with pytest.raises(ValueError, match=r"1:9: .* is a lone surrogate"):
        shared.run("def a := \ud800")
    assert shared.run('def a := "\0"').ok
    assert shared.run("#check Nat").ok


DECLARATIONS = [
    ("theorem t : 1 = 1 := rfl", "theorem t"),
    ("private theorem t : 1 = 1 := rfl", "theorem t"),
    ("protected def A.f := 1", "def A.f"),
    ("namespace A.B\nabbrev x := 1\nend A.B", "abbrev A.B.x"),
    ("namespace A\ntheorem _root_.t : 1 = 1 := rfl", "theorem t"),
    ("opaque o : Nat\naxiom a : 1 = 2", "opaque o, axiom a"),
    ("inductive I | a | b", "inductive I, constructor I.a, constructor I.b"),
    ("class inductive K | k", "inductive K, constructor K.k"),
    ("structure S where\n  x : Nat", "structure S, field S.x"),
    ("structure S where\n  new ::\n  x : Nat", "structure S, constructor S.new, field S.x"),
    ("class C where\n  x : Nat", "class C, field C.x"),
    ("class C where\ninstance inst : C := ⟨⟩", "class C, instance inst"),
    ("theorem t : 1 = 1 := h where\n  h : 1 = 1 := rfl", "theorem t, theorem t.h"),
    ("def f (n : Nat) : Nat := let rec go (m : Nat) : Nat := m; go n", "def f, def f.go"),
    (
        "mutual\ndef a : Nat → Nat\n | 0 => 0\n | n + 1 => b n\n"
        "def b : Nat → Nat\n | 0 => 0\n | n + 1 => a n\nend",
        "def a, def b",
    ),
    ("/-- theorem -/\n@[simp] -- def\ntheorem «a b» : 1 = 1 := rfl", "theorem «a b»"),
    ("noncomputable def a := 1\nunsafe def b := 1", "def a, def b"),
    ("partial def c (n : Nat) : Nat := c n", "def c"),
    ("example : 1 = 1 := rfl\n#check 1\nopen Nat\nvariable (n : Nat)", ""),
    ('notation "foo" => 1\nmacro "bar" : term => `(1)', ""),
    ("theorem wrong : 1 = 2 := rfl", "theorem wrong"),
]


@pytest.mark.parametrize(("text", "expected"), DECLARATIONS)
def test_declarations_have_their_full_name_and_kind(shared, text, expected):
    found = shared.run(text).declarations
    assert ", ".join(f"{one.kind} {one.name}" for one in found) == expected


def test_declarations_of_the_parent_are_not_the_command_s(shared):
    base = shared.run("def a := 1\nnamespace A")
    response = shared.run(Command("def b := a", base.env))
    assert [one.name for one in response.declarations] == ["A.b"]


def test_a_declaration_ranges_over_all_of_it(shared):
    text = "-- c\n@[simp] theorem t (𝒳 : Nat) :\n    𝒳 = 𝒳 := by\n  rfl\n\ndef a := 1"
    found = {one.name: one for one in shared.run(text).declarations}
    assert (found["t"].start_pos, found["t"].end_pos) == (Pos(2, 0), Pos(4, 5))
    assert (found["a"].start_pos, found["a"].end_pos) == (Pos(6, 0), Pos(6, 10))


def test_a_response_can_be_pickled_and_is_frozen(shared):
    response = shared.run("theorem t : 1 = 2 := sorry")
    assert pickle.loads(pickle.dumps(response)) == response
    with pytest.raises(dataclasses.FrozenInstanceError):
        response.env = 7


def test_elapsed_is_in_seconds(shared):
    assert 0 < shared.run("#check Nat").elapsed < 60


@pytest.mark.parametrize(
    "kind", [LeanConfig, Command, FileCommand, CommandResponse, LeanServer, AutoLeanServer]
)
def test_an_unknown_keyword_is_a_type_error(kind):
    with pytest.raises(TypeError, match="no_such_keyword"):
        kind(no_such_keyword=1)


@pytest.mark.parametrize("kind", [LeanServer, AutoLeanServer])
@pytest.mark.parametrize("keyword", ["time_out", "env", "verbose", "add_to_sesion_cache"])
def test_an_unknown_keyword_of_run_is_a_type_error(toolchain, warm, kind, keyword):
    with (
        kind(LeanConfig(toolchain=toolchain, timeout=600)) as server,
        pytest.raises(TypeError, match=keyword),
    ):
        server.run("#check Nat", **{keyword: 1})


@pytest.mark.parametrize("request_", [None, 1, b"#check Nat", ["#check Nat"], Command(b"x")])
def test_what_is_no_request_is_a_type_error(shared, request_):
    with pytest.raises(TypeError):
        shared.run(request_)


@pytest.mark.parametrize(
    "settings",
    [{"imports": "A"}, {"search_path": "A"}],
)
def test_a_name_in_place_of_a_list_is_a_type_error(settings):
    with pytest.raises(TypeError, match="is a sequence"):
        LeanConfig(**settings)


@pytest.mark.parametrize("name", ["timeout", "threads", "memory_hard_limit_mb", "max_warm_headers"])
def test_zero_is_no_limit_and_no_count(name):
    with pytest.raises(ValueError, match=f"{name} must be above 0"):
        LeanConfig(**{name: 0})


@pytest.mark.parametrize(
    ("imports", "error"),
    [
        ("Init", TypeError),
        ([3], TypeError),
        (["Init\naxiom bad : False"], ValueError),
        (["A B"], ValueError),
        ([""], ValueError),
    ],
)
def test_what_names_no_module_is_refused(shared, tmp_path, imports, error):
    (tmp_path / "a.lean").write_text("theorem t : False := bad")
    for request in (
        Command("#check 1", imports=imports),
        FileCommand(tmp_path / "a.lean", imports=imports),
    ):
        with pytest.raises(error, match="imports"):
            shared.run(request)
    with pytest.raises((TypeError, ValueError), match="imports"):
        LeanConfig(imports=imports)


def test_imports_for_what_continues_an_environment_are_refused(shared):
    base = shared.run("def a := 1")
    with pytest.raises(ValueError, match="cannot be had with env"):
        shared.run(Command("#eval a", base.env, imports=("Init",)))


@pytest.mark.parametrize("timeout", ["5", float("nan"), True])
def test_what_is_no_number_of_seconds_is_a_type_error(shared, timeout):
    with pytest.raises(TypeError, match="timeout must be a number"):
        shared.run("#check Nat", timeout=timeout)
    with pytest.raises(TypeError, match="timeout must be a number"):
        LeanConfig(timeout=timeout)
    with pytest.raises(TypeError, match="max_total_memory must be a number"):
        AutoLeanServer(shared.config, max_total_memory=timeout)
