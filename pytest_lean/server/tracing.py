"""What Lean's trace shows of a text: which options its macros set, and what they declare.

A macro can set an option, or declare something, under a name that no text has in it. Lean's trace
shows each command and each step of its elaboration, whichever macro wrote it.

Promises: only what stands behind the text's first rule for syntax is traced, since nothing before
it can come from a macro of the text's own; where that place is not sure, all of the text is. What
switches the trace off, or changes how it is printed, shows in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pytest_lean.language.positions import offset_of
from pytest_lean.language.syntax import tokens
from pytest_lean.server.document import Document
from pytest_lean.server.hints import RULE, is_for_developers
from pytest_lean.server.transport import Json
from pytest_lean.server.written import masked

_CLASSES = ("trace.Elab.command", "trace.Elab.step")
# Results show no syntax, and printing them is what a trace costs the most.
TRACING = " ".join(
    [
        *(f"set_option {name} true" for name in _CLASSES),
        "set_option trace.Elab.step.result false set_option pp.rawOnError true",
        "set_option pp.maxSteps 50 set_option maxTraceChildren 1000000000",
    ]
)
# With these a text could have the trace printed so that an option does not show in it.
_PRINTING = ("pp.raw", "pp.rawOnError", "pp.raw.maxDepth", "maxTraceChildren")
_HEAD = re.compile(r"^[ \t]*\[Elab\.(?P<what>command|step)\][ \t]*\S*[ \t]*", re.MULTILINE)
_FALLBACK = re.compile(r"\[Error pretty printing syntax:.*?raw printer\.\]\s*", re.DOTALL)
_KINDS = r"(?:theorem|lemma|example|instance)"
_MODIFIERS = (
    r"(?:@\[[^\]]*\]\s*|(?:private|protected|public|noncomputable|unsafe|nonrec|local|scoped)\s+)*"
)
_WRITTEN = rf"\s*(?:/--.*?-/\s*)?{_MODIFIERS}"
_NODE = r"\s*\(Command\.declaration\b.*?\(Command\."
_MADE = re.compile(rf"(?:{_WRITTEN}|{_NODE}){_KINDS}\b", re.DOTALL)
_AXIOM = re.compile(rf"(?:{_WRITTEN}|{_NODE})axiom\b", re.DOTALL)
_MUTUAL = re.compile(r"\s*(?:mutual\b|\(Command\.mutual\b)")
_GUARD = re.compile(r"\s*(?:/--.*?-/\s*)?(?:#guard_msgs\b|\([\w.«»]*guardMsgs)", re.DOTALL)
# Lean prints an option as it is written, or, of syntax that it cannot print so, node by node:
# `(Term.set_option "set_option" `pp.all [] "true" "in" ...)`. What the words in it are does not
# matter to Lean there: the node's kind decides.
_AS_TEXT = re.compile(r"\bset_option\s+(?P<name>[^\s\[\]()\"`]+)\s*(?P<value>\w+)?")
_AS_NODES = re.compile(
    r"\([^\s()\"]*set_option\s+(?:\"(?:[^\"\\]|\\.)*\"|\S+)\s+`(?P<name>[^\s)]+)"
    r"(?:\s+\[\]\s+\"?(?P<value>\w+))?"
)
_SCOPES = re.compile(r"\._@.*|[✝⁰¹²³⁴⁵⁶⁷⁸⁹]+$|[«»]")


@dataclass(frozen=True)
class Shown:
    """What a trace shows.

    Attributes:
        options: the options for Lean's developers that were set.
        hiding: the options that were set and with which the trace does not show all.
        made: how many declarations, other than definitions, were made.
        axioms: how many axioms were.
        guards: a command was elaborated that keeps messages back.
    """

    options: tuple[str, ...] = ()
    hiding: tuple[str, ...] = ()
    made: int = 0
    axioms: int = 0
    guards: bool = False


def is_trace(diagnostic: Json) -> bool:
    """Return whether a diagnostic is one of those that :data:`TRACING` asks for."""
    return _HEAD.match(diagnostic["message"]) is not None


def read(traces: Iterable[str]) -> Shown:
    """Return what traces show."""
    traces = [_FALLBACK.sub("", trace) for trace in traces]
    commands = [block for trace in traces for what, block in _blocks(trace) if what == "command"]
    options = _options_set(traces)
    return Shown(
        options=_names(options, is_for_developers),
        hiding=_names(options, _hides),
        made=sum(_count(_MADE, command) for command in commands),
        axioms=sum(_count(_AXIOM, command) for command in commands),
        guards=any(_GUARD.match(command) for command in commands),
    )


def behind_first_rule(document: Document, info: Json | None) -> int | None:
    """Return where the command behind the text's first rule for syntax begins in a document.

    Lean tells from where to where the command that gives the rule goes. None if it does not.

    Args:
        document: has been elaborated.
        info: Lean's ``ileanInfoFinal`` for it.
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
    """Yield what a trace shows, each command or step with the word for which it is."""
    heads = list(_HEAD.finditer(trace))
    for head, end in zip(heads, [*(one.start() for one in heads[1:]), len(trace)], strict=True):
        yield head["what"], trace[head.end() : end]


def _count(pattern: re.Pattern[str], command: str) -> int:
    if _MUTUAL.match(command):
        return sum(pattern.match(line) is not None for line in command.split("\n"))
    return int(pattern.match(command) is not None)


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
