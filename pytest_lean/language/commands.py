"""The commands of a Lean text, as far as they can be found without running Lean.

A command reaches from its first sign (a documentation comment, an attribute, a modifier, an
``open ... in`` before it) to the beginning of the next. A command begins only at a word that is
listed here; text that begins with an unknown word counts as part of the command before it.

Promises: reading takes time linear in the length of any text. Nothing here is a verdict: what Lean
itself read, and what it declared, decides (:mod:`pytest_lean.plugin.lean_files`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from pytest_lean.language.syntax import NAME, SIGNS, end_of_comment, read_header

# Words that Lean reserves, so that they begin a declaration wherever they stand.
_DECLARES = frozenset(
    "theorem def abbrev structure class inductive axiom opaque instance example".split()
)
# Words that only some libraries, or newer Leans, reserve: they count at the beginning of a line.
_DECLARES_TOO = frozenset("lemma coinductive irreducible_def alias".split())
UNNAMED = frozenset(("example", "instance"))
# Commands that check something.
_RUN = frozenset("run_cmd run_elab run_meta".split())
_GUARDS = frozenset(("#guard_msgs", "#guard_panic"))
_CHECKS = _RUN | _GUARDS | frozenset("#guard #guard_expr #eval #eval! #check_failure #test".split())
# These may stand before another command, with an `in` between.
_BEFORE_IN = frozenset("open set_option omit include variable attribute universe".split())
_MODIFIERS = frozenset(
    "private protected public noncomputable unsafe partial nonrec scoped local meta".split()
)
# These begin a command in the first column only, since some occur in terms as well.
_OTHERS = frozenset(
    "namespace section end export macro macro_rules elab elab_rules syntax declare_syntax_cat "
    "notation notation3 infix infixl infixr prefix postfix initialize builtin_initialize mutual "
    "import simproc dsimproc simproc_decl dsimproc_decl unif_hint add_decl_doc grind_pattern "
    "library_note proof_wanted assert_not_exists assert_exists deprecated_module seal unseal "
    "register_simp_attr register_option register_builtin_option binder_predicate recall "
    "suppress_compilation unsuppress_compilation compile_inductive deriving deriving_instance "
    "declare_aesop_rule_sets add_aesop_rules erase_aesop_rules init_quot".split()
)
_WORDS = _DECLARES | _DECLARES_TOO | _RUN | _BEFORE_IN | _MODIFIERS | _OTHERS | {"in"}
# The lookahead lists the characters that can begin a token, so that the search skips all others.
_TOKEN = re.compile(
    rf"(?=[-/\\<\"'«@`\#r{''.join(sorted({word[0] for word in _WORDS}))}])(?:"
    rf"(?P<sign>{SIGNS})"
    r"|(?P<comment>--[^\n]*|/-)"
    r'|(?P<string>"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?\Z)'
    r"|'(?<![\w'!?]')(?:\\[^'\n]{0,12}'?|[^'\\])'"
    r"|«[^»]*(?:»|\Z))"
    r'|(?P<raw>r(?<!\w\w)\#*")'
    r"|(?P<bracket>@\[|`\()"
    r"|(?P<hash>\#(?<!\S\#)[A-Za-z]\w*!?)"
    rf"|(?P<word>\b(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})(?![\w'!?])))",
    re.DOTALL,
)
_INSIDE = re.compile(r'--[^\n]*|/-|"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?\Z)|[][()]', re.DOTALL)
_SPACES = re.compile(r"\s*")
_PRIORITY = re.compile(r"\s*\(\s*priority\s*:=[^()]*\)")
_SECOND = re.compile(r"\s+(?:inductive|abbrev|structure)\b(?![\w'!?.])")
_INSTANCE = re.compile(r"\s+instance\b")
_FIRST_NAMES = re.compile(r"\s*⟨\s*(?:_\s*,\s*)*")
_ATTRIBUTES = re.compile(r"\s*\[")
# In ``h'def``, ``x.class``, ``$e:example``, ``http://example.com`` there is no keyword.
_BEFORE_A_KEYWORD = (")", "]", "}", "⟩", "»", '"', ";", "..", "-/")
# Verso reads all text behind a `#doc` as one document, so no command is looked for there.
_VERSO = re.compile(r"#doc\b[^\n]*\([^\n]*=>")
# A comment that lacks the colon is found as well, so that the mistake can be reported.
_DIRECTIVE = re.compile(r"--+[ \t]*pytest[ \t]*(?=:|(?:xfail|skip|timeout|error)\b)", re.IGNORECASE)


@dataclass(frozen=True)
class Comment:
    """A comment that is meant for us: ``-- pytest: ...``.

    Attributes:
        start: its offset.
        text: what stands behind ``pytest``, from the colon on.
    """

    start: int
    text: str


class SourceCommand(NamedTuple):
    """A command as it is written.

    Attributes:
        keyword: ``theorem``, ``#guard``, ``open`` ...
        name: what it declares, as it is written; "" if that has no name.
        start: the offset of its first sign.
        body: the offset behind the last ``... in`` before it; a ``#guard_msgs in`` does not count.
        at: the offset of its keyword.
        end: the offset of the next command, or of the text's end.
        is_guarded: it stands under a ``#guard_msgs``, which states the messages that Lean should
            give for it.
        comments: the comments before it that are meant for us.
    """

    keyword: str
    name: str
    start: int
    body: int
    at: int
    end: int = -1
    is_guarded: bool = False
    comments: tuple[Comment, ...] = ()

    @property
    def declares(self) -> bool:
        """Whether it is a declaration, with or without a name."""
        return self.keyword in _DECLARES or self.keyword in _DECLARES_TOO

    @property
    def checks(self) -> bool:
        """Whether it is a command that checks something."""
        return self.keyword in _CHECKS


@dataclass(frozen=True)
class Commands:
    """The commands of a text.

    Attributes:
        found: all of them, in order.
        stray: comments that are meant for us and stand before no command.
    """

    found: tuple[SourceCommand, ...]
    stray: tuple[Comment, ...]


def read_commands(text: str) -> Commands:
    """Return the commands of ``text``."""
    reader = _Reader(text)
    header = read_header(text).end
    reader.read(header)
    above = (match for match in _DIRECTIVE.finditer(text, 0, header) if _is_line(text, match))
    reader.stray[:0] = [
        Comment(comment.start(), _line_from(text, comment.end())) for comment in above
    ]
    ends = [*(command.start for command in reader.found[1:]), len(text)]
    closed = (command._replace(end=end) for command, end in zip(reader.found, ends, strict=False))
    return Commands(tuple(closed), tuple(reader.stray))


@dataclass(frozen=True)
class _Opened:
    """A prefix such as ``open ...``, which is part of the next command if an ``in`` follows it."""

    start: int
    comments: tuple[Comment, ...]
    is_guard: bool
    is_guarded: bool
    is_held: bool = False  # no command was given its comments: they are stray if no `in` follows


class _Reader:
    """Reads a text once.

    What may belong to the next command is kept in ``_from`` (where that begins) and ``_to`` (where
    it ends); it does belong to it if only white space and comments stand between.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self.found: list[SourceCommand] = []
        self.stray: list[Comment] = []
        self._from = self._to = self._body = -1
        self._line = self._searched = 0
        self._comments: list[Comment] = []
        self._is_guarded = False
        self._opened: _Opened | None = None

    def read(self, at: int) -> None:
        """Read from an offset to the end."""
        text = self._text
        while match := _TOKEN.search(text, at):
            start, at = match.span()
            kind = match.lastgroup
            if kind == "comment":
                at = self._comment(start, at)
            elif kind == "raw":
                close = text.find('"' + match[0][1:-1], at)
                at = len(text) if close < 0 else close + len(match[0]) - 1
            elif kind == "bracket":
                at = _closing(text, at)
                if match[0] == "@[":
                    self._belongs_to_next(start, at)
            elif kind == "hash":
                at = self._hash(match[0], start, at)
            elif kind == "word" and not self._is_part_of_a_name(start):
                at = self._word(match[0], start, at)
        self._drop()
        self._close()

    def _comment(self, start: int, end: int) -> int:
        text = self._text
        if text.startswith("--", start):
            if match := _DIRECTIVE.match(text, start):
                self._belongs_to_next(start, end)
                self._comments.append(Comment(start, text[match.end() : end].strip()))
            elif self._is_adjacent(start):
                self._to = end
            return end
        end = end_of_comment(text, start)
        if text.startswith("/--", start) and not text.startswith("/--/", start):
            self._belongs_to_next(start, end)
        elif text.startswith("/-!", start):
            self._begin("/-!", "", start)
        elif self._is_adjacent(start):
            self._to = end
        return end

    def _hash(self, word: str, start: int, end: int) -> int:
        if word in _CHECKS and self._is_first(start):
            opened = self._open(start, is_guard=True) if word in _GUARDS else None
            self._begin(word, "", start)
            self._opened = opened
        elif self._column(start) == 0 or self._is_adjacent(start):
            self._begin(word, "", start)
            if _VERSO.match(self._text, start):
                return len(self._text)
        return end

    def _word(self, word: str, start: int, end: int) -> int:
        if word == "in":
            self._close_prefix(end)
        elif word in _DECLARES or (word in _DECLARES_TOO and self._is_first(start)):
            return self._declaration(word, start, end)
        elif word in _MODIFIERS:
            self._belongs_to_next(start, end)
        elif word in _RUN and self._is_first(start):
            self._begin(word, "", start)
        elif word in _BEFORE_IN:
            return self._before_in(word, start, end)
        elif word in _OTHERS and self._column(self._first_sign(start)) == 0:
            if word != "deriving":
                self._begin(word, "", start)
            elif match := _INSTANCE.match(self._text, end):
                self._begin(word, "", start)
                return match.end()
        return end

    def _before_in(self, word: str, start: int, end: int) -> int:
        if not self._is_first(start):
            return end
        first = self._first_sign(start)
        opened = self._open(start)
        if self._column(first) == 0:
            self._begin(word, "", start)
        else:  # it may stand in a term: its comments are kept only in case an `in` follows
            self._comments.clear()
            opened = replace(opened, is_held=True)
        self._close()
        self._opened = opened
        if word == "attribute" and (match := _ATTRIBUTES.match(self._text, end)):
            return _closing(self._text, match.end())
        return end

    def _open(self, start: int, *, is_guard: bool = False) -> _Opened:
        """Return the prefix at ``start``; if an ``in`` follows, it is part of the next command."""
        is_own = self._is_adjacent(start)
        comments = tuple(self._comments) if is_own else ()
        is_guarded = is_guard or (is_own and self._is_guarded)
        return _Opened(self._first_sign(start), comments, is_guard, is_guarded)

    def _declaration(self, keyword: str, start: int, end: int) -> int:
        text, at = self._text, end
        if keyword == "class" and (match := _SECOND.match(text, end)):
            end = at = match.end()
        if keyword == "instance" and (match := _PRIORITY.match(text, end)):
            at = match.end()
        if keyword == "alias" and (match := _FIRST_NAMES.match(text, end)):
            at = match.end()
        name = "" if keyword == "example" else self._name(at)
        if not name and keyword not in UNNAMED:
            if self._is_first(start) and keyword in _DECLARES:
                self._begin("", "", start)  # a declaration that lacks its name
            return end
        self._begin(keyword, name, start)
        return end

    def _name(self, at: int) -> str:
        text = self._text
        while at < len(text) and (text[at].isspace() or text.startswith(("--", "/-"), at)):
            if text[at].isspace():
                at += 1
            elif text.startswith("/-", at):
                at = end_of_comment(text, at)
            else:
                at = (text.find("\n", at) + 1) or len(text)
        match = NAME.match(text, at)
        return match[0] if match and match[0] not in _DECLARES else ""

    def _begin(self, keyword: str, name: str, start: int) -> None:
        """Record the command whose keyword stands at ``start``, with all that belongs to it."""
        first = self._first_sign(start)
        is_own = first < start
        guarded = is_own and self._is_guarded
        body = self._body if is_own and self._body > first else first
        comments = tuple(self._comments) if is_own else ()
        command = SourceCommand(keyword, name, first, body, start, -1, guarded, comments)
        if guarded and not command.declares:
            self._comments.clear()
            self._drop()  # the guard was recorded already, and stands for both commands
            return
        while self.found and self.found[-1].start >= first:
            self.found.pop()
        self.found.append(command)
        if is_own:
            self._comments.clear()
        self._drop()
        self._close()

    def _close(self) -> None:
        """Forget what was opened, since no ``in`` has followed."""
        if self._opened is not None and self._opened.is_held:
            self.stray += self._opened.comments
        self._opened = None

    def _close_prefix(self, end: int) -> None:
        """Make what was opened before an ``in`` part of the command that follows at once."""
        opened, self._opened = self._opened, None
        if opened is None:
            return
        self._drop()
        self._comments = list(opened.comments)
        self._from, self._to = opened.start, end
        self._is_guarded = opened.is_guarded
        if not opened.is_guard:
            self._body = end

    def _belongs_to_next(self, start: int, end: int) -> None:
        if not self._is_adjacent(start):
            self._drop()
            self._from = start
        self._to = end

    def _drop(self) -> None:
        """Forget what would have belonged to a command that does not follow."""
        self.stray += self._comments
        self._comments.clear()
        self._from = self._to = -1
        self._is_guarded = False

    def _is_adjacent(self, start: int) -> bool:
        return self._to >= 0 and self._space_end(self._to) >= start

    def _first_sign(self, start: int) -> int:
        return self._from if self._is_adjacent(start) else start

    def _is_first(self, start: int) -> bool:
        """Return whether only white space, or a part of its command, precedes it on its line."""
        return self._is_adjacent(start) or self._space_end(self._line_of(start)) >= start

    def _column(self, start: int) -> int:
        return start - self._line_of(start)

    def _line_of(self, start: int) -> int:
        """Return where the line of an offset begins; each line is searched once."""
        if start < self._searched:
            return self._text.rfind("\n", 0, start) + 1
        self._line = max(self._line, self._text.rfind("\n", self._searched, start) + 1)
        self._searched = start
        return self._line

    def _space_end(self, at: int) -> int:
        match = _SPACES.match(self._text, at)
        return at if match is None else match.end()

    def _is_part_of_a_name(self, start: int) -> bool:
        """Return whether a word is no keyword because of what stands right before it."""
        before = self._text[max(0, start - 2) : start]
        return not (before[-1:].isspace() or before.endswith(_BEFORE_A_KEYWORD) or not before)


def _is_line(text: str, match: re.Match[str]) -> bool:
    """Return whether a comment stands alone on its line."""
    return not text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip()


def _line_from(text: str, at: int) -> str:
    return text[at:].partition("\n")[0].strip()


def _closing(text: str, at: int) -> int:
    """Return the offset behind the bracket that closes the one that ends at ``at``."""
    depth = 1
    while match := _INSIDE.search(text, at):
        at = match.end()
        if match[0] == "/-":
            at = end_of_comment(text, match.start())
        elif match[0] in "[(":
            depth += 1
        elif match[0] in "])":
            depth -= 1
            if depth == 0:
                return at
    return len(text)
