"""What in a text gives a reason to ask Lean more than whether it has an error.

Promises: a text without a hint costs no further question. A hint is never a verdict: a word in a
comment, a string or a name costs at most one more question, whose answer decides.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from pytest_lean.language.syntax import code, is_read_for_sure, tokens
from pytest_lean.messages import OptionValue

# Where a word begins. Lean wants no space between a number and a keyword: in `1axiom no : 1 = 2` a
# command begins behind the 1, where `\b` sees no word begin.
_START = r"(?<![a-zA-Z_])"
# What keeps the warning about a `sorry` from being shown, wherever it stands.
QUIET = re.compile(r"«?warn»?\.«?sorry\b»?")
# What can keep a message from being shown, or change the environment behind Lean's back.
_HIDING = re.compile(
    rf"_elab\b|{_START}(?:addDecl|(?:modifyEnv|elab|elab_rules|run_cmd|run_elab|run_meta)\b)"
    rf"|{_START}set_option\s*\$|Parser\.\w+\.set_option"  # an option that is not written out
)
# Where programs that can do so are named; as words of prose they are common.
_INTERNALS = re.compile(rf"{_START}(?:Elab|Meta|MetaM|Core|CoreM)\b")
# By these words a proof can rest on an axiom that no text declares: `native_decide` and `bv_decide`
# trust the compiler, and `lcProof` and its kin are axioms of the compiler's own.
_OFFERS = {
    "Lean.trustCompiler": re.compile(
        rf"{_START}(?:trustCompiler\b|bv_)|(?<![a-z])native|ofReduce|reduceBool|reduceNat"
    ),
    "lcProof": re.compile(rf"{_START}lc[A-Z]"),
}
# `decide (config := ⟨false, true, true, false⟩)` trusts the compiler too.
_DECIDES = re.compile(rf"{_START}decide\b(?!\s*:=)")
_AXIOMS = re.compile(rf"{_START}(?:axiom(?:Decl)?\b|unsafe)")
# Options that are for Lean's own developers: they take proofs or the kernel's check away, or
# change what Lean keeps of an earlier text.
_OPTION = re.compile(r"\b(?:debug|internal)»?\s*\.|skipKernelTC|cmdlineSnapshots|AsSorry")
_OPTION_NAME = re.compile(
    r"internal\..*|debug\..*(?:kernel|TC|sorry|proof|check|trust|unsafe).*", re.IGNORECASE
)
# With these a metaprogram declares something that the kernel does not check.
_UNCHECKED = re.compile(
    rf"{_START}(?:addDeclWithoutChecking|addDeclCore|addDeclWithoutKernel\w*)\b"
)
_STOPS = re.compile(rf"#exit\b|{_START}(?:eoi|exit)\b")
_GIVES_RULES = (
    rf"{_START}(?:macro|macro_rules|elab|elab_rules|notation3?|infix[lr]?|prefix|postfix"
    rf"|binder_predicate)\b|_parser\b|ParserDescr|{_START}run_\w+"
)
_SYNTAX = re.compile(rf"{_START}(?:syntax|syntax_abbrev|declare_syntax_cat)\b|{_GIVES_RULES}")
# Rules for syntax that exists already: any later text may use them without naming them.
_RULES = re.compile(
    rf"{_START}(?:macro_rules|elab_rules|run_\w+|initialize)\b|\[\s*(?:\w+_)?(?:macro|elab|parser)\b"
    rf"|`\([^()]{{0,60}}{_START}(?:syntax|macro|macro_rules|elab|notation|infix[lr]?|prefix|postfix)\b"
)
# A program that elaborates commands may take the place of Lean's own, and answer in its stead. An
# attribute or its rules give it a kind of syntax, or it is entered in one of Lean's tables.
_COMMAND_ELABORATOR = re.compile(r"command_elab\s*(?P<kind>[^\]\s,]*)")
_ELABORATORS = re.compile(rf"{_START}elab_rules\b(?P<of>[^|]*)")
_OF_NO_COMMAND = re.compile(r"[^(]*:\s*(?:tactic|term|conv|doElem)\b")
_FOR_KIND = re.compile(r"\(\s*kind\s*:=\s*(?P<kind>[^\s)]+)")
_OWN_KIND = re.compile(r"\(\s*name\s*:=\s*([^\s)]+)\s*\)")
_ARM = re.compile(r"\|\s*`\(\s*(?:command\s*\|)?\s*(?P<head>[^\s)]+)")
_REGISTERS = re.compile(r"ommandElabAttribute|KeyedDecls|addEntry|modifyEnv|builtin_\w*elab")
# How Lean's own commands begin, and what their kinds are called: a text may use these words again.
_OF_LEAN = re.compile(
    r"#(?:print|check|check_failure|eval|reduce|synth|guard\w*|exit|where|version)|/--|/-!|@.*|theorem"
    r"|lemma|def|abbrev|example|instance|axiom|opaque|inductive|structure|class|open|set_option|end"
    r"|namespace|section|noncomputable|private|protected|public|unsafe|mutual|in"
)
_KIND_OF_LEAN = re.compile(
    r"(?:.*\.)?«?(?:print\w*|check\w*|eval\w*|declaration|example|set_option|open|namespace|section|end"
    r"|axiom|theorem|definition|moduleDoc|mutual|in|guard\w*|synth|reduce|exit|eoi)»?"
)
_SORRY = re.compile(r"sorry|admit")
# Where a text may give a rule that says what some syntax, new or existing, stands for.
RULE = re.compile(f"{_GIVES_RULES}|{_RULES.pattern}")
_COMMANDS = re.compile(
    rf"{_START}(?:command|command_parser|Command|ParserDescr|declare_syntax_cat)\b"
)
_PROGRAMS = rf"{_START}(?:macro|macro_rules|elab|elab_rules|binder_predicate|run_\w+)\b"
# A macro that does more than fill a quotation can make names that stand in no text.
_COMPUTES = re.compile(
    rf"\$\(|{_START}(?:do|fun|return|pure|let|mk\w+|Syntax|TSyntax|MacroM?|Name|SourceInfo|quote|elab"
    r"|elab_rules|run_\w+)\b|λ|\.(?:str|ident|node|atom|num)\b"
)


@dataclass(frozen=True, slots=True)
class Syntax:
    """The syntax that a chain of texts declares.

    Attributes:
        tokens: the words and symbols that may begin one of the new notations.
        has_rules: whether there are rules for syntax that exists already, so that any text may
            use them.
        has_commands: whether there are new commands, which may swallow what follows or end the
            text.
        computes: whether macros may make names, such as those of options, that stand in no text.
        names_options: whether a text mentions options that are for Lean's developers.
        names_axioms: whether a text may have a macro that declares or uses an axiom.
        elaborates: whether a program may take the place of Lean's own elaborator of a command.
    """

    tokens: frozenset[str] = frozenset()
    has_rules: bool = False
    has_commands: bool = False
    computes: bool = False
    names_options: bool = False
    names_axioms: bool = False
    elaborates: bool = False

    def then(self, own: Syntax) -> Syntax:
        """Return the syntax behind one more text, which declares ``own``."""
        if own == NO_SYNTAX:
            return self
        return Syntax(
            self.tokens | own.tokens,
            self.has_rules or own.has_rules,
            self.has_commands or own.has_commands,
            self.computes or own.computes,
            self.names_options or own.names_options,
            self.names_axioms or own.names_axioms,
            self.elaborates or own.elaborates,
        )

    def is_used_by(self, source: str) -> bool:
        """Return whether the code of a text can use it."""
        return bool(self.tokens) and (
            self.has_rules or any(token in source for token in self.tokens)
        )


# What a text without new syntax declares.
NO_SYNTAX = Syntax()


@dataclass(frozen=True)
class Hints:
    """The reasons to ask Lean that one text, with its options, gives.

    Attributes:
        syntax: the syntax that it declares.
        hides: whether it may hide a message.
        hides_on: whether it may hide messages of commands that continue it.
        names_axioms: whether it may bring in an axiom, or something unsafe.
        offers: axioms on which a proof may rest by words in it, be it a proof of its own, or of a
            later text that uses its macros and its default proofs: ``(h : p := by native_decide)``.
        names_options: whether it mentions an option that is for Lean's developers.
        may_stop: whether a word in it can end the text.
        is_unsafe: whether the word ``unsafe`` is in it.
        unchecked: the first function in it that declares something without the kernel's check,
            and its offset; None if there is none.
    """

    syntax: Syntax = NO_SYNTAX
    hides: bool = False
    hides_on: bool = False
    names_axioms: bool = False
    offers: frozenset[str] = frozenset()
    names_options: bool = False
    may_stop: bool = False
    is_unsafe: bool = False
    unchecked: tuple[str, int] | None = None


@lru_cache(maxsize=32)  # a text is read again with each question about what it led to
def read(text: str, options: str = "", *, has_notations: bool = False) -> Hints:
    """Return the hints of ``text``.

    Args:
        text: the command's text.
        options: the ``set_option`` lines above it.
        has_notations: whether what it continues declares notations.
    """
    # A notation may take in what else begins a comment or a string: then each of them may be code.
    is_sure = is_read_for_sure(text) and not has_notations and _SYNTAX.search(text) is None
    source = code(text) if is_sure else text
    unchecked = _UNCHECKED.search(source)
    names_options = _OPTION.search(text) is not None
    offers = _offers(text)
    names_axioms = bool(offers) or _AXIOMS.search(text) is not None
    # In these and in what names axioms, comments and strings count: nothing that Lean takes for
    # code, and we for one of them, may bring in an axiom or drop an error unseen.
    hides_on = bool(
        QUIET.search(options + text)
        or _HIDING.search(options + text)
        or _INTERNALS.search(options + source)
    )
    return Hints(
        _syntax(text, source, names_options, names_axioms),
        hides=hides_on or "guard_msgs" in text,
        hides_on=hides_on,
        names_axioms=names_axioms,
        offers=offers,
        names_options=names_options,
        may_stop=_STOPS.search(text) is not None,
        is_unsafe="unsafe" in text,
        unchecked=(unchecked[0], unchecked.start()) if unchecked is not None else None,
    )


def is_plain(text: str, options: str = "") -> bool:
    """Return whether Lean's messages tell all that bears on ``text``, if earlier texts are plain.

    Args:
        text: the command's own.
        options: the ``set_option`` lines above it.
    """
    return read(text, options) == Hints() and _SORRY.search(text) is None


def is_for_developers(option: str, value: OptionValue | str) -> bool:
    """Return whether a Lean option, set to ``value``, takes proofs or their check away."""
    return value not in (False, "false") and _OPTION_NAME.fullmatch(option) is not None


def wrong_option(options: Mapping[str, OptionValue]) -> str | None:
    """Return the name of one of ``options`` that takes proofs or their check away, if any does."""
    return next((name for name, value in options.items() if is_for_developers(name, value)), None)


def _offers(text: str) -> frozenset[str]:
    found = {axiom for axiom, words in _OFFERS.items() if words.search(text)}
    if "config" in text and _DECIDES.search(text):
        found.add("Lean.trustCompiler")
    return frozenset(found)


def _syntax(text: str, source: str, names_options: bool, names_axioms: bool) -> Syntax:
    elaborates = _elaborates(text)
    if _SYNTAX.search(text) is None and not elaborates:
        return NO_SYNTAX
    strings = (text[start:end] for kind, start, end in tokens(text) if kind == "string")
    only_notations = re.search(_PROGRAMS, text) is None
    return Syntax(
        frozenset({"macro_rules", *(string.strip(" \"'") for string in strings)} - {""}),
        has_rules=_RULES.search(text) is not None,
        has_commands=_COMMANDS.search(text) is not None,
        computes=not only_notations and _COMPUTES.search(source) is not None,
        names_options=names_options,
        names_axioms=names_axioms,
        elaborates=elaborates,
    )


def _elaborates(text: str) -> bool:
    """Return whether a program in the text may elaborate commands that are not the text's own."""
    registers = _REGISTERS.search(text) is not None
    if registers or "elab" not in text:
        return registers
    own_kinds = set(_OWN_KIND.findall(text))
    own_words = {
        text[start:end].strip('" ') for kind, start, end in tokens(text) if kind == "string"
    }

    def is_of_lean(head: str) -> bool:
        return head not in own_words or _OF_LEAN.fullmatch(head) is not None

    kinds = [
        match["kind"] for form in (_COMMAND_ELABORATOR, _FOR_KIND) for match in form.finditer(text)
    ]
    if any(kind not in own_kinds or _KIND_OF_LEAN.fullmatch(kind) for kind in kinds):
        return True
    rules = [
        match for match in _ELABORATORS.finditer(text) if not _OF_NO_COMMAND.match(match["of"])
    ]
    heads = [match["head"] for rule in rules for match in _ARM.finditer(text, rule.start())]
    return bool(rules) and (not heads or any(map(is_of_lean, heads)))
