"""What Lean's trace shows of a text: which options its macros set, and what they declare.

A macro can set an option, or declare something, under a name that stands in no text. Lean's trace
shows each command and each step of its elaboration, whichever macro wrote it.

Promises: only the part behind the text's first rule for syntax is traced, since nothing before
it can come from one of the text's macros; where that place is not certain, the whole text is
traced. A command that switches the trace off, or changes how it is printed, is seen in the trace.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pytest_lean.language.positions import offset_of
from pytest_lean.language.syntax import NAME, tokens
from pytest_lean.language.written import masked
from pytest_lean.server.document import Document
from pytest_lean.server.hints import RULE, is_for_developers
from pytest_lean.server.transport import Json

_CLASSES = ("trace.Elab.command", "trace.Elab.step")
# The results of steps show no syntax, and printing them is most of a trace's cost.
TRACING = " ".join(
    [
        *(f"set_option {name} true" for name in _CLASSES),
        "set_option trace.Elab.step.result false set_option pp.rawOnError true",
        "set_option pp.maxSteps 50 set_option maxTraceChildren 1000000000",
    ]
)
# With these Lean also tells the full name of each declaration that it makes, and the names that it
# generates for instances without one.
NAMING = (
    f"{TRACING} set_option trace.Elab.definition true "
    "set_option trace.Elab.instance.mkInstanceName true"
)
# With these a text could change how the trace is printed, so that an option is not seen in it.
_PRINTING = ("pp.raw", "pp.rawOnError", "pp.raw.maxDepth", "maxTraceChildren")
_HEAD = re.compile(r"^[ \t]*\[Elab\.(?P<what>command|step)\][ \t]*\S*[ \t]*", re.MULTILINE)
_DEFINED = re.compile(r"^[ \t]*\[Elab\.definition\] (?!after )(?P<name>.+?) :(?= |$)", re.MULTILINE)
_GENERATED = re.compile(
    r"^[ \t]*\[Elab\.instance\.mkInstanceName\] generated (?P<name>\S+)", re.MULTILINE
)
_FALLBACK = re.compile(r"\[Error pretty printing syntax:.*?raw printer\.\]\s*", re.DOTALL)
_KINDS = r"(?:theorem|lemma|example|instance)"
_MODIFIERS = (
    r"(?:@\[[^\]]*\]\s*|(?:private|protected|public|noncomputable|unsafe|nonrec|local|scoped)\s+)*"
)
_WRITTEN = rf"\s*(?:/--.*?-/\s*)?{_MODIFIERS}"
_NODE = r"\s*\(Command\.declaration\s*\(Command\."
_DECLARATION = re.compile(r"\s*\(Command\.declaration\s*(?=\()")
_EDGE = re.compile(r'"(?:[^"\\]|\\.)*"|«[^»]*»|[()]', re.DOTALL)
_MADE = re.compile(rf"(?:{_WRITTEN}|{_NODE})(?P<kind>{_KINDS})\b(?P<rest>[^\n]*)", re.DOTALL)
_AXIOM = re.compile(rf"(?:{_WRITTEN}|{_NODE})axiom\b", re.DOTALL)
_MUTUAL = re.compile(r"\s*(?:mutual\b|\(Command\.mutual\b)")
_GUARD = re.compile(r"\s*(?:/--.*?-/\s*)?(?:#guard_msgs\b|\([\w.«»]*guardMsgs)", re.DOTALL)
# Lean prints a `set_option` as it is written, or, if it cannot print the syntax so, node by node:
# `(Term.set_option "set_option" `pp.all [] "true" "in" ...)`. Lean goes by the kind of such a node,
# whatever the words in it are.
_AS_TEXT = re.compile(r"\bset_option\s+(?P<name>[^\s\[\]()\"`]+)\s*(?P<value>\w+)?")
_AS_NODES = re.compile(
    r"\([^\s()\"]*set_option\s+(?:\"(?:[^\"\\]|\\.)*\"|\S+)\s+`(?P<name>[^\s)]+)"
    r"(?:\s+\[\]\s+\"?(?P<value>\w+))?"
)
_PRIVATE = re.compile(r"^_private\..*?\.\d+\.")
_SCOPES = re.compile(r"\._@.*|[✝⁰¹²³⁴⁵⁶⁷⁸⁹]+$|[«»]")


@dataclass(frozen=True)
class Shown:
    """What a trace shows.

    Attributes:
        options: the options for Lean's developers that were set.
        hiding: the options that were set and with which the trace does not show everything.
        made: how many declarations other than definitions were made.
        axioms: how many axioms were made.
        guards: whether a command was elaborated that hides messages.
        names: the names of the declarations that were made, as they are written there; "" for an
            instance without a name, None for a declaration that can have none.
        defined: the full names that Lean gave to declarations, if it was asked for them.
        generated: the names that Lean generated for instances without one.
    """

    options: tuple[str, ...] = ()
    hiding: tuple[str, ...] = ()
    made: int = 0
    axioms: int = 0
    guards: bool = False
    names: tuple[str | None, ...] = ()
    defined: tuple[str, ...] = ()
    generated: tuple[str, ...] = ()

    def names_of_all(self, known: Iterable[str]) -> tuple[str, ...] | None:
        """Return the full names of the declarations beside ``known``; None if one has no name.

        Lean tells the full name of each declaration that it adds, so each written name has to be
        the end of one of those. All of them are returned, since Lean is asked about each.
        """
        full = {*self.defined, *known}
        short = [name for name in self.names if name != ""]
        unnamed = len(self.names) - len(short)
        if None in short or unnamed > len(self.generated):
            return None
        for name in (*short, *self.generated):
            if not any(made == name or made.endswith(f".{name}") for made in full):
                return None
        return tuple(sorted(full - {*known}))


def is_trace(diagnostic: Json) -> bool:
    """Return whether a diagnostic is one of those that :data:`TRACING` asks for."""
    forms = (_HEAD, _DEFINED, _GENERATED)
    return any(form.match(diagnostic["message"]) is not None for form in forms)


def count_commands(trace: str) -> int:
    """Return how many commands a trace shows that were elaborated."""
    return sum(what == "command" for what, _ in _blocks(trace))


def read(traces: Iterable[str]) -> Shown:
    """Return what traces show."""
    traces = [_FALLBACK.sub("", trace) for trace in traces]
    commands = [block for trace in traces for what, block in _blocks(trace) if what == "command"]
    options = _options_set(traces)
    return Shown(
        options=_names(options, is_for_developers),
        hiding=_names(options, _hides),
        made=sum(len(_made(command)) for command in commands),
        axioms=sum(_count(_AXIOM, command) for command in commands),
        guards=any(_GUARD.match(command) for command in commands),
        names=tuple(name for command in commands for name in _made(command)),
        defined=tuple(
            dict.fromkeys(_PRIVATE.sub("", full_name) for full_name in _found(_DEFINED, traces))
        ),
        generated=tuple(_found(_GENERATED, traces)),
    )


def behind_first_rule(document: Document, info: Json | None) -> int | None:
    """Return where the command behind the text's first rule for syntax begins in a document.

    Args:
        document: the document that was elaborated.
        info: Lean's ``ileanInfoFinal`` for it, which tells where each command ends.

    Returns:
        The offset; None if Lean does not tell where the command with the rule ends.
    """
    body = len(document.above)
    rule = RULE.search(masked(document.text[body:]))
    if rule is None:
        return None
    at, end = body + rule.start(), 0
    for place in ((info or {}).get("decls") or {}).values():
        if offset_of(document.text, *place[:2]) <= at:
            end = max(end, offset_of(document.text, *place[2:4]))
    if end <= at:
        return None
    rest = document.text[end:]
    for kind, start, _ in tokens(rest):
        if kind != "comment" or rest.startswith(("/--", "/-!"), start):
            return end + start
    return None


def _blocks(trace: str) -> Iterator[tuple[str, str]]:
    """Yield each block of a trace, with the word that says whether it is a command or a step."""
    heads = list(_HEAD.finditer(trace))
    ends = [*(match.start() for match in heads), len(trace)][1:]
    for head, end in zip(heads, ends, strict=True):
        yield head["what"], trace[head.end() : end]


def _found(pattern: re.Pattern[str], traces: Iterable[str]) -> Iterator[str]:
    return (match["name"] for trace in traces for match in pattern.finditer(trace))


def _made(command: str) -> list[str | None]:
    """Return the names of the declarations, other than definitions, that a command makes."""
    return [_name_of(match) for match in _matches(_MADE, command)]


def _name_of(made: re.Match[str]) -> str | None:
    if made["kind"] == "example":
        return None
    name = NAME.match(made["rest"].lstrip())
    if name is not None:
        return _SCOPES.sub("", name[0].removeprefix("_root_."))
    # A declaration that Lean could only print node by node shows no name.
    return "" if made["kind"] == "instance" and made["rest"].lstrip()[:1] in ":[({⦃" else None


def _without_modifiers(command: str) -> str:
    """Return a declaration, if it is printed node by node, without the node of its modifiers.

    Words behind the first node of a declaration's own are no declarations: a macro's rule, for
    instance, has the quotation of a theorem in it.
    """
    match = _DECLARATION.match(command)
    if match is None:
        return command
    depth = 0
    for edge in _EDGE.finditer(command, match.end()):
        depth += (edge[0] == "(") - (edge[0] == ")")
        if depth == 0:
            return match[0] + command[edge.end() :].lstrip()
    return f"{match[0]}(Command.example"  # what cannot be read may be anything


def _count(pattern: re.Pattern[str], command: str) -> int:
    return len(_matches(pattern, command))


def _matches(pattern: re.Pattern[str], command: str) -> list[re.Match[str]]:
    parts = command.split("\n") if _MUTUAL.match(command) else [_without_modifiers(command)]
    return [match for part in parts if (match := pattern.match(part)) is not None]


def _options_set(traces: Iterable[str]) -> list[tuple[str, str]]:
    """Return each option that is set, and to what."""
    found = dict[tuple[str, str], None]()
    for trace in traces:
        for pattern in (_AS_TEXT, _AS_NODES):
            for match in pattern.finditer(trace):
                found[_SCOPES.sub("", match["name"]), match["value"] or ""] = None
    return list(found)


def _hides(name: str, value: str) -> bool:
    return name in _PRINTING or (name in _CLASSES and value == "false")


def _names(
    options: Iterable[tuple[str, str]], is_wanted: Callable[[str, str], bool]
) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name, value in options if is_wanted(name, value)))
