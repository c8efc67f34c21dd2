"""What `check` accepts and what not: chains of texts that Lean itself has no error for.

Each was found by somebody who looked for ways around the verdict.
"""

from __future__ import annotations

import pytest

from pytest_lean import Command, LeanRejection, LeanServerError
from pytest_lean.testing.failure import require_proved

CHEATS = {
    "an option named by a macro": [
        (
            "open Lean in\n"
            'macro "hush" : command => `(set_option $(mkIdent (.str `debug "skipKernelTC")) true)\n'
            "hush\n"
            "theorem cheat : 1 = 2 := by decide +kernel"
        )
    ],
    "an option behind a quoted quote": [
        (
            "def quotes := ['\\'','\"']\n"
            "set_option debug.skipKernelTC true in\n"
            "theorem cheat : 1 = 2 := by decide +kernel\n"
            '-- "'
        )
    ],
    "an option of what it continues": [
        "set_option debug.skipKernelTC true",
        "theorem cheat : 1 = 2 := by decide +kernel",
    ],
    "a string that goes on": ['def s := "abc', 'theorem bad : 1 = 2 := rfl\n-- "'],
    "a raw string that goes on": ['def s := r#"abc', 'theorem bad : 1 = 2 := rfl\n-- "#'],
    "a name that goes on": ["def «abc", "theorem bad : 1 = 2 := rfl\n-- » := 5"],
    "a command that swallows commands": [
        (
            'syntax "suite" str command* : command\n'
            "macro_rules | `(suite $s $cs*) => `(open Nat)\n"
            'suite "a"'
        ),
        "theorem bad : 1 = 2 := rfl",
    ],
    "a swallowing command, declared before": [
        'syntax "suite" str command* : command\nmacro_rules | `(suite $s $cs*) => `(open Nat)',
        'suite "a"',
        "theorem bad : 1 = 2 := rfl",
    ],
    "a command that swallows barriers": [
        (
            'syntax "grab" ("/-!" "-/" command)? : command\n'
            "macro_rules | `(grab $[/-! -/ $c]?) => `(open Nat)"
        ),
        "grab",
        "theorem bad : 1 = 2 := rfl",
    ],
    "a command that is taken for the end": [
        (
            "namespace Lean.Parser.Command\n"
            'syntax (name := eoi) "stopit" : command\n'
            "end Lean.Parser.Command\n"
            "stopit\n"
            "theorem bad : 1 = 2 := rfl"
        )
    ],
    "an end that was declared before": [
        (
            "namespace Lean.Parser.Command\n"
            'syntax (name := eoi) "stopit" : command\n'
            "end Lean.Parser.Command"
        ),
        "stopit\ntheorem bad : 1 = 2 := rfl",
    ],
    "a command that is taken for #exit": [
        (
            "namespace Lean.Parser.Command\n"
            'syntax (name := exit) "stopit" : command\n'
            "end Lean.Parser.Command\n"
            "stopit\n"
            "theorem bad : 1 = 2 := rfl"
        )
    ],
    "#exit behind a quoted quote": [
        "def q := ['\\'','\"']\n#exit\ntheorem bad : 1 = 2 := rfl\n-- \""
    ],
    "#exit behind a string in a string": [
        'def q := s!"{\'"\'}"\n#exit\ntheorem bad : 1 = 2 := rfl\n-- "'
    ],
    "#exit behind a doc comment that seems to end": [
        '/--/ " -/\ndef q := 1\n#exit\ntheorem bad : 1 = 2 := rfl\n-- "'
    ],
    "a silence named by a macro": [
        (
            "open Lean in\n"
            'macro "hush" : command => `(set_option $(mkIdent (.str `warn "sorry")) false)\n'
            'macro "trust" : term => `(sorry)\n'
            "hush\n"
            "theorem cheat : 1 = 2 := trust"
        )
    ],
    "an example without the word, of a sorry before": [
        (
            "theorem bad : 1 = 2 := sorry\n"
            'macro "ex" t:term " by " p:term : command => `(example : $t := $p)'
        ),
        "ex 1 = 2 by bad",
    ],
    "an instance of a sorry before": [
        (
            "theorem bad : 1 = 2 := sorry\n"
            'macro "ex" : command => `(instance : Inhabited (1 = 2) := ⟨bad⟩)'
        ),
        "ex",
    ],
    "a macro that counts letters": [
        (
            "set_option warn.sorry false\n"
            'macro "claim" : command => if "warn.sorry".length == 10\n'
            "then `(theorem t : 1 = 2 := sorry) else `(theorem t : 1 = 1 := rfl)\n"
            "claim"
        )
    ],
    "a comment in guard_msgs": [
        (
            'macro "claim" : command => `(theorem t : 1 = 2 := rfl)\n'
            "#guard_msgs (drop /- -/ error) in\n"
            "claim"
        )
    ],
    "an error on the first line": [
        (
            "open Lean in\n"
            'macro "boo" : term => do\n'
            "  let s := SourceInfo.synthetic ⟨0⟩ ⟨3⟩ false\n"
            '  return ⟨Syntax.ident s "nope".toRawSubstring `nope []⟩\n'
            "theorem cheat : 1 = 2 := boo"
        )
    ],
}

GOOD = {
    "a word in a comment": ['/-! # Core -/\nmacro "ex" : command => `(example : 1 = 1 := rfl)\nex'],
    "example as a part of a name": ["/-! # Core lemmas -/\ntheorem foo.example : 1 = 1 := rfl"],
    "an example without the word": [
        "/-- info: 5 -/\n#guard_msgs in #eval 5",
        'macro "ex" : command => `(example : 1 = 1 := rfl)\nex',
    ],
    "a mention of guard_msgs": [
        "-- do not write #guard_msgs (drop error) here\ntheorem t : 1 = 1 := rfl"
    ],
    "a comment in an import": ["import /- c -/ Init\n#eval 5"],
    "a comment and a line end in an import": ["import -- x\n Init\n#eval 5"],
    "nothing behind #exit": ["theorem t : 1 = 1 := rfl\n#exit\n-- bye"],
    "a name like exit": ["def exit := 1\n#eval exit"],
    "a notation that is used later": ['notation "ℕℕ" => Nat', "def a : ℕℕ := 1", "#eval a"],
    "quoted quotes": ["def q := ['\\'', '\"', '\\x41', 'a']\ntheorem t : 1 = 1 := rfl"],
}


def judge(server, texts):
    """Run each text on the one before; judge the last."""
    env = None
    for text in texts:
        response = server.run(Command(text, env))
        env = response.env
    require_proved(response)
    return response


@pytest.mark.quick(7)
@pytest.mark.parametrize("name", CHEATS)
def test_a_false_theorem_is_not_accepted(server, name):
    with pytest.raises(LeanRejection):
        judge(server, CHEATS[name])


@pytest.mark.quick(3)
@pytest.mark.parametrize("name", GOOD)
def test_a_true_one_is(server, name):
    judge(server, GOOD[name])


def test_an_option_that_keeps_the_kernel_away_is_seen_where_it_is_set(server):
    options = {"debug.skipKernelTC": True}
    response = server.run(Command("theorem cheat : 1 = 2 := by decide +kernel", options=options))
    assert response.doubt == (
        "`debug.skipKernelTC` is configured: the kernel does not check what is declared"
    )
    with pytest.raises(LeanRejection):
        require_proved(response)
    response = server.run(Command("theorem t : 1 = 1 := rfl", response.env))
    with pytest.raises(LeanRejection):
        require_proved(response)


def test_what_a_configuration_imports_and_is_not_there_is_no_verdict(server):
    with pytest.raises(LeanServerError, match="unknown module prefix 'Nope'"):
        server.run(Command("theorem bad : 1 = 2 := rfl", imports=("Nope",)))
    response = server.run(Command("import Nope", imports=("Init.Core.WF",)))
    assert "unknown module prefix 'Nope'" in response.errors[0].data
