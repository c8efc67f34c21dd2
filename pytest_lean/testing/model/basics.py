"""Lean functions that the program of every model needs: they read and write numbers and strings."""

from __future__ import annotations

from pytest_lean.testing.model.terms import (
    CHARS,
    NAT,
    STRING,
    Names,
    char,
    cons,
    list_cases,
    nat,
    pair_cases,
    when,
)


def _take(names: Names) -> list[str]:
    """Return a function that takes some values off a stack, in the order of their pushing."""
    r, m, a, t, x = (names(letter) for letter in ("r", "m", "a", "t", "x"))
    items = f"(@_root_.List {r})"
    pair = f"(@_root_.Prod {items} {items})"
    more = f"({names.declared('take')} {r} (@_root_.Nat.sub {m} {nat(1)}) {t} {cons(r, x, a)})"
    body = when(
        f"(@_root_.Nat.beq {m} {nat(0)})",
        f"(@_root_.Option {pair})",
        f"(@_root_.Option.some _ (@_root_.Prod.mk _ _ {a} {t}))",
        list_cases(t, f"(@_root_.Option {pair})", "(@_root_.Option.none _)", (x, t), more),
    )
    return [
        f"partial def _root_.{names('take')} ({r} : Type) ({m} : {NAT}) ({t} {a} : {items}) : "
        f"@_root_.Option {pair} := {body}"
    ]


def basics(names: Names) -> list[str]:
    """Return the declarations that every program needs, for numbers, strings and conditions."""
    n, num, text = names, names.declared("num"), names.declared("text")
    c, t, a, m = n("c"), n("t"), n("a"), n("m")
    pair = f"(@_root_.Prod {NAT} {CHARS})"
    code = f"(@_root_.Char.toNat {c})"
    base = f"(@_root_.Nat.mul {a} {nat(16)})"
    # A number ends at a space; of its hexadecimal digits, 0 to 9 have codes up to 57.
    step = when(
        f"(@_root_.Nat.ble {code} {nat(32)})",
        pair,
        f"(@_root_.Prod.mk _ _ {a} {t})",
        when(
            f"(@_root_.Nat.ble {code} {nat(57)})",
            pair,
            f"({num} {t} (@_root_.Nat.add {base} (@_root_.Nat.sub {code} {nat(48)})))",
            f"({num} {t} (@_root_.Nat.add {base} (@_root_.Nat.sub {code} {nat(87)})))",
        ),
    )
    empty = "(@_root_.List.nil _)"
    read_num = list_cases(n("s"), pair, f"(@_root_.Prod.mk _ _ {a} {empty})", (c, t), step)
    string_pair = f"(@_root_.Prod {STRING} {CHARS})"
    return [
        f"partial def _root_.{n('num')} ({n('s')} : {CHARS}) ({a} : {NAT}) : {pair} := " + read_num,
        f"def _root_.{n('put')} ({m} : {NAT}) ({a} : {STRING}) : {STRING} := "
        f"@_root_.String.push (@_root_.String.append {a} (@_root_.Nat.repr {m})) {char(32)}",
        f"partial def _root_.{n('codes')} ({t} : {CHARS}) ({a} : {STRING}) : {STRING} := "
        + list_cases(
            t,
            STRING,
            a,
            (c, n("u")),
            f"({names.declared('codes')} {n('u')} ({names.declared('put')} {code} {a}))",
        ),
        f"partial def _root_.{n('text')} ({m} : {NAT}) ({t} : {CHARS}) ({a} : {STRING}) : "
        f"{string_pair} := "
        + when(
            f"(@_root_.Nat.beq {m} {nat(0)})",
            string_pair,
            f"(@_root_.Prod.mk _ _ {a} {t})",
            pair_cases(
                f"({num} {t} {nat(0)})",
                string_pair,
                (n("v"), n("u")),
                f"({text} (@_root_.Nat.sub {m} {nat(1)}) {n('u')} "
                f"(@_root_.String.push {a} (@_root_.Char.ofNat {n('v')})))",
            ),
        ),
        f"partial def _root_.{n('skip')} ({t} : {CHARS}) : {CHARS} := "
        + list_cases(
            t,
            CHARS,
            empty,
            (c, n("u")),
            when(
                f"(@_root_.Nat.beq {code} {nat(ord(';'))})",
                CHARS,
                n("u"),
                f"({names.declared('skip')} {n('u')})",
            ),
        ),
        f"def _root_.{n('given')} {{{n('p')} : Prop}} ({n('r')} : Type) "
        f"[{n('d')} : @_root_.Decidable {n('p')}] ({n('k')} : {n('p')} → {n('r')}) "
        f"({n('e')} : {n('r')}) : {n('r')} := "
        f"@_root_.dite {n('r')} {n('p')} {n('d')} {n('k')} (fun _ => {n('e')})",
        *_take(names),
    ]
