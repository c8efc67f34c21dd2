"""What of a text an ``import`` of it carries.

A text that is compiled into a module and imported is not the same to what follows it as the text
itself. What only lives to the end of a file is gone; some commands are refused for what is
imported; and what Lean shares inside of a file, such as the functions that it makes of a ``match``,
it does not share with a module. Here it is said of a text by itself whether any of that can show.

Promises: only what is known to be carried is said to be. A command, an attribute, an option or a
modifier that is not named here is not known, and neither is a text that Lean may read otherwise
than :mod:`pytest_lean.language.commands` does.
"""

from __future__ import annotations

import enum
import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from pytest_lean.language.commands import SourceCommand, read_commands
from pytest_lean.language.syntax import NAME, code, is_read_for_sure, read_header, words

TO_THE_END_OF_THE_FILE = frozenset(
    "open variable universe set_option local private scoped include omit namespace section "
    "export exit attribute suppress_compilation".split()
)
"""What lives to the end of its file, or may."""

_DECLARES = frozenset(
    "theorem lemma def abbrev instance inductive structure class opaque example".split()
) | {"class inductive", "mutual"}
_SCOPES = frozenset("namespace section end open variable universe".split()) | {"set_option"}
_ASKS = frozenset("#check #reduce #synth #print #eval #eval!".split())
_RUNS = frozenset(("#eval", "#eval!"))
# They may stand before a declaration.
_MODIFIERS = frozenset("noncomputable protected nonrec".split())
_ATTRIBUTES = frozenset(
    "simp inline always_inline noinline reducible irreducible ext specialize elab_as_elim "
    "match_pattern instance".split()
)
_OPTION = re.compile(r"pp\.[\w.]+|autoImplicit|relaxedAutoImplicit|linter\.[\w.]+")
REFUSED = frozenset(
    # What ends with the file, or is about it.
    "private local scoped public meta export include omit import initialize builtin_initialize "
    "init_quot suppress_compilation unsuppress_compilation "
    # What is refused for a declaration that is imported, or is answered otherwise.
    "attribute add_decl_doc seal unseal termination_by? exact? apply? rw? simp? simp_all? dsimp? "
    "simp_arith? decide? try? grind? hint show_term says solve_by_elim library_search locals "
    "suggestions "
    # What changes how Lean reads, and what it makes of what it reads.
    "syntax declare_syntax_cat macro macro_rules elab elab_rules notation notation3 infix infixl "
    "infixr prefix postfix simproc dsimproc simproc_decl dsimproc_decl unif_hint grind_pattern "
    "binder_predicate register_simp_attr register_option register_builtin_option recall "
    "by_elab set_library_suggestions grind_propagator cbv_simproc "
    # What nobody needs in such a text, and would not be seen to begin a command inside of a line.
    "module prelude export assert_exists assert_not_exists assert_not_imported deprecated_module "
    "deprecated_syntax init_grind_norm recommended_spelling register_tactic_tag "
    "tactic_extension unlock_limits with_weak_namespace library_note proof_wanted "
    "compile_inductive norm_cast_add_elim "
    # What has the name of its file in it, or a line, or depends on more than texts.
    "panic! unreachable! assert! todo! dbg_trace dbg_trace_if_shared dbgTrace dbgTraceVal "
    "decl_name% include_str include_bytes file! sorryAx "
    # What changes the process of Lean, which another one does not know.
    "setRandSeed setCurrentDir setStdin setStdout setStderr "
    # What trusts more than the kernel, or has no kernel.
    "unsafe partial native_decide bv_decide "
    "maxHeartbeats maxRecDepth maxErrors".split()
)
"""Words that keep a text from being a module, or from standing behind one, wherever they stand."""

# Of letters that all names have, so that no other letter or digit hides where a word begins.
_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_']*[!?%]?")
_NAMED = re.compile(r"[^\W\d][\w'!?]*")
_ATTRIBUTE_LIST = re.compile(r"@\[([^\]]*)\]")
_SET_OPTION = re.compile(r"(?<![A-Za-z_])set_option\s+(\S+)")
# A tab is an error to Lean. What Lean makes of a proof inside of a definition, and of a pattern,
# has a name that may be another one.
_REFUSED_SIGNS = re.compile(
    r"verso|\t|\bderiving\s+instance\b|\._\w|\b_proof_\d|\bmatch_\d|\b_?sparseCasesOn"
)
# What begins a command wherever it stands: Lean does not ask for a line of its own.
_BEGINS = re.compile(
    r"(?<![A-Za-z_'])(?:open|set_option|namespace|section|end|variable|universe|mutual|theorem|def"
    r"|lemma|abbrev|structure|class|inductive|coinductive|axiom|opaque|instance|example|alias"
    r"|irreducible_def|run_cmd|run_elab|run_meta)(?![\w'!?])"
    r"|#[A-Za-z]\w*\b(?!\[)"
)
# Two of them stand in terms and tactics as well.
_INSIDE = re.compile(
    r"open(?:\s+(?!(?:open|in)\b)[\w.]+)+\s+in\b|set_option\s+[\w.]+\s+[\w.]+\s+in\b"
)
_PRINT_AXIOMS = re.compile(r"#print\s+axioms\s+[\w.'«»]+\s*\Z")
# A line that begins so belongs to the command above it.
_GOES_ON = re.compile(r"\||where\b|deriving\b|termination_by\b|decreasing_by\b|end\b|[)\]}⟩]")
# A function that Lean makes of a pattern, outside of a proof: there its name, and whether it is the
# one of an earlier text, can show.
# The words of a binder are taken whole, so that the search is linear.
_BINDERS = r"(?:[\w']+(?![\w'])|\([\w' ]+:[^()]*\)|\{[\w' ]+(?::[^{}]*)?\}|\[[^][]*\]|⦃[^⦃⦄]*⦄|\s)+"
_PATTERN = re.compile(
    r"\bmatch\b|\bnomatch\b|\bnofun\b|\bdo\b|\bmatches\b|\bderiving\b|\bintros?\b|\bif\s+let\b"
    rf"|(?:\bfun\b|λ)(?!{_BINDERS}(?:=>|↦|:[^|=⟨]*(?:=>|↦)))"
    r"|\b(?:let|have)\b(?!\s+(?:mut\s+|rec\s+)?[\w']+\s*(?::(?!:)|←|\([\w' ]+:|\{[\w' ]+[:}]|\[))"
    r"|\b(?:letI|haveI)\b(?!\s*(?:[\w']+\s*)?:)"
    r"|\bfor\b(?!\s+(?:[\w']+\s*:\s*)?[\w']+\s+in\b)"
    r"|[∀∃Σ]\s*(?:⟨|\([^:()]*,)"
)
# What stands behind a bar there are constructors.
_LISTS_CASES = frozenset(("inductive", "class inductive"))
_CASE = re.compile(r"(?<!\|)\|(?!\|)")
_CONSTRUCTOR = re.compile(r"\|\s*«?([^\W\d][\w'!?]*)")
_PROOF = re.compile(r":=|\bby\b")
# In a proof, what takes a hypothesis apart does not show, unless data is made there; what may be
# part of a statement does.
_IN_A_PROOF = re.compile(
    r"\bmatch\b|\bmatches\b|\bdo\b"
    rf"|(?:\bfun\b|λ)(?!{_BINDERS}(?:=>|↦|:[^|=⟨]*(?:=>|↦)))"
)
_MAKES_DATA = re.compile(
    r"\b(?:let|letI|where|set)\b|(?:[⟨(,$]|<\||=>|↦|\(\s*[\w']+\s*:=)\s*(?:by|have)\b"
)
# What is about names that Lean makes, about files, or about limits.
_TELLS = re.compile(
    r"_stdin|\bmatch_\d|\._|\b_\w+\._|_proof_\d|\beq_\d|deterministic|maximum recursion|heartbeat"
    r"|\bmodule\b|\bimport|\bPANIC\b|this file"
)


class Kind(enum.Enum):
    """What a text is to what follows it."""

    MODULE = "it declares something, which an import of it carries"
    SCOPE = "it opens, closes or names something: an import carries nothing, a repetition all of it"
    NOTHING = "it only asks, and leaves nothing"


@dataclass(frozen=True)
class Carried:
    """What is known of a text that may be compiled, or stand behind what is.

    Attributes:
        kind: what it is.
        shares: Lean may make a function of it that a later text, or an earlier one, shares.
        names: the last parts of all names that it declares, or makes namespaces of.
        opens: the last parts of the namespaces that it opens to the end of the file.
    """

    kind: Kind
    shares: bool = False
    names: frozenset[str] = frozenset()
    opens: frozenset[str] = frozenset()


def is_carried(text: str) -> bool:
    """Return whether importing a text with imports of its own means the same as elaborating it.

    This is for a text that somebody wrote to be imported, as a preamble is: what can be made out
    inside of Lean's declarations does not count.
    """
    header = read_header(text)
    if any(not line.startswith("import ") for line in header.lines):
        return False
    return all(word not in TO_THE_END_OF_THE_FILE for word, _ in words(text))


def carried(text: str) -> Carried | None:
    """Return what a text carries into a module; None if that is not known.

    Args:
        text: a text that continues others, so that it has no header.
    """
    plain = code(text)
    if refusal(text, plain) is not None:
        return None
    commands = [command for command in read_commands(text).found if command.keyword != "/-!"]
    if not (_is_all_of(plain, commands) and all(_is_known(plain, one) for one in commands)):
        return None
    keywords = {command.keyword for command in commands}
    names = frozenset[str]().union(*(_names(plain, command) for command in commands))
    if keywords <= _SCOPES:
        opens = frozenset[str]().union(*(_opened(plain, command) for command in commands))
        return Carried(Kind.SCOPE, _PATTERN.search(plain) is not None, names, opens)
    if not _is_balanced(plain, commands):
        return None
    shares = any(_shares(plain[command.start : command.end], command) for command in commands)
    leaves_nothing = keywords <= _ASKS | {"example"}
    if not leaves_nothing and not _RUNS.isdisjoint(keywords):  # it would be run once more
        return None
    return Carried(Kind.NOTHING if leaves_nothing else Kind.MODULE, shares, names)


def refusal(text: str, plain: str) -> str | None:
    """Return what in a text keeps it from being carried, whatever its commands are.

    Args:
        text: the text.
        plain: the text with what stands in comments and strings blanked.
    """
    if not is_read_for_sure(text):
        return "a sign right before a comment or a string, or a brace in a string"
    known = REFUSED.intersection(_WORD.findall(plain))
    further = _REFUSED_SIGNS.search(text)
    if known or further is not None:
        return min(known) if further is None else further[0]
    for listed in _ATTRIBUTE_LIST.findall(plain):
        for attribute in filter(str.strip, listed.split(",")):
            if attribute.split()[0] not in _ATTRIBUTES:
                return str(attribute)
    return next((one for one in _SET_OPTION.findall(plain) if not knows_options([one])), None)


def tells(message: str) -> bool:
    """Return whether a message of Lean's may be another one where a text was imported."""
    return _TELLS.search(message) is not None


def knows_options(options: Iterable[str]) -> bool:
    """Return whether it is known of options that they are the same behind an import."""
    return all(_OPTION.fullmatch(name) for name in options)


def _is_all_of(plain: str, commands: list[SourceCommand]) -> bool:
    """Return whether all of a text is in commands that are known to begin where they do."""
    if not commands or plain[: commands[0].start].strip():
        return False
    edges = {command.start for command in commands} | {command.at for command in commands}
    edges |= {command.body for command in commands}
    at, first = 0, commands[0].start
    for line in plain.split("\n"):
        begins = line[:1].strip() and at > first and at not in edges
        if begins and not _GOES_ON.match(line) and not _is_inside_head(at, commands):
            return False
        at += len(line) + 1
    return not _has_others(plain, commands)


def _has_others(plain: str, commands: list[SourceCommand]) -> bool:
    """Return whether another command may begin somewhere, inside of a line as well."""
    starts = [command.start for command in commands]
    for match in _BEGINS.finditer(plain):
        at = match.start()
        command = commands[bisect_right(starts, at) - 1]
        is_second = plain[command.at : at].split() == ["class"]  # as in `class inductive`
        if at > command.at and not is_second and _INSIDE.match(plain, at) is None:
            return True
    return False


def _is_inside_head(at: int, commands: list[SourceCommand]) -> bool:
    """Return whether a place stands between the first sign of a command and its keyword."""
    return any(command.start <= at <= command.at for command in commands)


def _is_known(plain: str, command: SourceCommand) -> bool:
    keyword = " ".join(command.keyword.split())
    head = _ATTRIBUTE_LIST.sub(" ", plain[command.body : command.at]).split()
    if keyword in _SCOPES:
        before = [] if keyword != "section" else ["noncomputable"]
        return plain[command.start : command.at].split() in ([], before)
    if keyword == "#print":
        return _PRINT_AXIOMS.match(plain[command.at : command.end]) is not None
    return keyword in _DECLARES | _ASKS and _MODIFIERS.issuperset(head)


def _is_balanced(plain: str, commands: Iterable[SourceCommand]) -> bool:
    """Return whether each scope that a text opens is closed in it, and it closes no other."""
    depth, mutual = 0, 0
    for command in commands:
        if command.keyword in ("namespace", "section"):
            depth += max(1, len(_named(plain, command)))
        elif command.keyword == "mutual":
            mutual += 1
        elif command.keyword == "end" and mutual:
            mutual -= 1
        elif command.keyword == "end":
            depth -= max(1, len(_named(plain, command)))
        elif command.keyword in _SCOPES and not depth:
            return False
        if depth < 0:
            return False
    return depth == 0 and mutual == 0


def _named(plain: str, command: SourceCommand) -> list[str]:
    """Return the parts of the name behind a ``namespace``, ``section`` or ``end``."""
    behind = plain[command.at + len(command.keyword) : command.end].strip()
    match = NAME.match(behind)
    return [] if match is None else match[0].split(".")


def _names(plain: str, command: SourceCommand) -> frozenset[str]:
    if command.keyword == "namespace":
        return frozenset(_NAMED.findall(".".join(_named(plain, command))))
    names = frozenset(_NAMED.findall(command.name))
    if command.keyword == "inductive":
        names |= frozenset(_CONSTRUCTOR.findall(plain[command.at : command.end]))
    return names


def _opened(plain: str, command: SourceCommand) -> frozenset[str]:
    if command.keyword != "open":
        return frozenset()
    return frozenset(_NAMED.findall(plain[command.at : command.end]))


def _shares(plain: str, command: SourceCommand) -> bool:
    if command.keyword in ("namespace", "section", "end", "mutual"):
        return False
    statement, proof = plain, ""
    if command.keyword in ("theorem", "lemma", "example"):
        match = _PROOF.search(plain)
        if match is not None:
            statement, proof = plain[: match.start()], plain[match.start() :]
    if _MAKES_DATA.search(proof) is not None:
        statement = plain
    has_cases = command.keyword not in _LISTS_CASES and _CASE.search(statement) is not None
    if has_cases or _PATTERN.search(statement) is not None:
        return True
    return _IN_A_PROOF.search(proof) is not None
