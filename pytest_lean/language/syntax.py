"""Reading Lean source without Lean: comments, strings, words, and the header.

Just enough to find the ``import`` lines at the head of a text and to say whether a word
stands in code or in a comment. Whatever needs more than that is asked of Lean.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

# Lean's tokens that may run into what would else begin a comment: in `{x : Int //-1 < x}` is none.
SIGNS = r"//|\\/|<-"
# A word begins with a letter: behind the raised digit of `x⁻¹` may stand a keyword.
_FIRST = r"[^\W\d⁰¹²³⁴-⁹]"
_TOKEN = re.compile(
    rf"""
      (?P<sign>{SIGNS})
    | (?P<comment>--[^\n]* | /-)
    | (?P<string>r(?P<hashes>\#*)" | "(?:\\.|[^"\\])*(?:"|\Z) | '(?:\\.[^'\n]*|[^'\\])')
    | (?P<word>«[^»]*(?:»|\Z) | {_FIRST}[\w'!?]*)
    | (?P<other>\d+|\S)
    """,
    re.VERBOSE | re.DOTALL,
)
_WORD = re.compile(rf"«[^»]*(?:»|\Z)|{_FIRST}[\w'!?]*")
# Without any of these there is neither a comment nor a string in a text; a quoted name may have
# what looks like one in it.
_NO_CODE = re.compile(r"--|/-|[\"'«]")
# A sign, and right behind it what may begin a comment or a string.
_BEHIND_A_SIGN = re.compile(r"[^\s\w()\[\]{}⟨⟩,;«»](?:/-|r?\#*\"|')|[^\s\w()\[\]{}⟨⟩,;«»/-]--")
_BLOCK_EDGE = re.compile(r"/-|-/")
_NAME = r"(?:«[^»\n]*»|[^\W\d][\w'!?]*)(?:\.(?:«[^»\n]*»|[^\W\d][\w'!?]*))*"
NAME = re.compile(_NAME)
# Lean takes letter-like signs such as ℘, which are no letters to Python.
_PART = r"(?:«[^»\n]+»|(?!\d)[\w\u2100-\u214f][\w\u2100-\u214f'!?]*)"
_FULL_NAME = re.compile(rf"{_PART}(?:\.(?:{_PART}|\d+))*")
# The words that Lean 4.35 reserves where nothing is imported, so that none of them is the name of a
# module; `theorem.Basic` is one. Each was asked of Lean, in `export WORD (a)` or in a header.
_RESERVED = frozenset(
    "abbrev add_decl_doc all assert! assert_not_exists assert_not_imported attribute axiom "
    "binder_predicate break builtin_initialize by catch class coinductive coinductive_fixpoint "
    "continue dbg_trace debug_assert! declare_syntax_cat decreasing_by def deprecated_module "
    "deprecated_syntax deriving do docs_to_verso elab elab_rules else end example export "
    "extends finally for forall from fun grind_pattern have haveI hiding idbg if import in "
    "include inductive inductive_fixpoint infix infixl infixr init_grind_norm init_quot "
    "initialize instance leading_parser let letI let_delayed let_expr let_fun let_tmp local "
    "macro macro_rules match match_expr meta module monotonicity_by mut mutual namespace no_index "
    "nofun nomatch noncomputable nonrec notation omit opaque open panic! partial "
    "partial_fixpoint postfix prefix prelude private protected public recall recall? "
    "recommended_spelling register_tactic_tag renaming repeat return scoped section set_option "
    "show show_term_elab sorry structure suffices syntax tactic_alt tactic_extension "
    "tactic_name tactic_tag termination_by termination_by? then theorem trailing_parser try "
    "universe unless unlock_limits unreachable! unsafe until variable where while with "
    "with_weak_namespace".split()
)
_SPACE = r"(?:[ \n]|\r\n|--[^\n]*\n|/-(?![-!])[^/]*?-/)"  # a tab is an error to Lean
_HEADER_LINE = re.compile(
    rf"(?:module|prelude)\b(?![.'\w])"
    rf"|(?:(?:public|private|meta){_SPACE}+)*import{_SPACE}+(?:(?:all|runtime){_SPACE}+)*(?P<name>{_NAME})"
)
# The header lines that may precede these two; behind any other, the word is no part of the header.
_BEFORE: dict[str, list[list[str]]] = {"module": [[]], "prelude": [[], ["module"]]}
_BLANK = re.compile(rf"(?:{_SPACE}|--[^\n]*)+")
_IMPORTED = re.compile(rf"\bimport (?:(?:all|runtime) )*({_NAME})\Z")


@dataclass(frozen=True)
class Header:
    """The header of a text: ``module``, ``prelude`` and its imports.

    Attributes:
        lines: each as it will stand in the document, in order.
        starts: where each begins in the text, as an offset.
        end: the offset behind the last.
    """

    lines: tuple[str, ...] = ()
    starts: tuple[int, ...] = ()
    end: int = 0


NO_HEADER = Header()


def read_header(text: str) -> Header:
    """Return the header at the head of ``text``, as Lean's parser would see it."""
    if "import" not in text and "module" not in text and "prelude" not in text:
        return NO_HEADER
    lines: list[str] = []
    starts: list[int] = []
    end = at = 0
    while True:
        at = _skip_blank(text, at)
        match = _HEADER_LINE.match(text, at)
        is_line = match is not None and match["name"] not in _RESERVED
        if match is None or not is_line or lines not in _BEFORE.get(match[0], [lines]):
            return Header(tuple(lines), tuple(starts), end)
        lines.append(" ".join(code(match[0]).split()))
        starts.append(at)
        end = at = match.end()


def is_module_name(text: str) -> bool:
    """Return whether ``text`` can stand behind ``import``."""
    return NAME.fullmatch(text) is not None


def full_name(text: str) -> str | None:
    """Return the full name of a declaration that ``text`` is; None if it can be none."""
    bare = text.removeprefix("_root_.")
    is_name = _FULL_NAME.fullmatch(bare) is not None
    return bare if is_name and bare.partition(".")[0] != "_root_" else None


def leaves_open(text: str) -> bool:
    """Return whether ``text`` ends in a comment, a string or a quoted name that it does not end."""
    behind = f"{text}\n0"
    *_, (_, start, _) = tokens(behind)
    return start != len(behind) - 1


def imported_by(header: Iterable[str]) -> list[str]:
    """Return the modules that the lines of a header import."""
    return [match[1] for line in header if (match := _IMPORTED.search(line))]


@lru_cache(maxsize=32)  # several readers look at each text; a few, since texts may be long
def code(text: str) -> str:
    """Return ``text`` with what stands in comments and strings blanked, its lines kept."""
    if _NO_CODE.search(text) is None:
        return text
    parts, done, at = list[str](), 0, 0
    while found := _NO_CODE.search(text, at):
        # No other token goes over the end of a line, so those of the lines before it are skipped.
        line = text.rfind("\n", at, found.start()) + 1
        for kind, start, end in tokens(text, line or at):
            if kind in ("comment", "string"):
                parts += text[done:start], re.sub(r"[^\n]", " ", text[start:end])
                done = end
            if end > found.start():
                at = end
                break
    return "".join([*parts, text[done:]])


def is_read_for_sure(text: str) -> bool:
    """Return whether all that :func:`code` blanks in a text is no code, whatever library it uses.

    A sign and the beginning of a comment right behind it may be one notation of a library, and the
    braces of an interpolated string have code in them.
    """
    if _BEHIND_A_SIGN.search(text) is None and not ('"' in text and "{" in text):
        return True
    return not any(
        _BEHIND_A_SIGN.match(text, start - 1) is not None
        or (kind == "string" and "{" in text[start:end])
        for kind, start, end in tokens(text)
        if kind in ("comment", "string") and start
    )


def words(text: str) -> Iterator[tuple[str, int]]:
    """Yield each word of ``text`` that is in neither a comment nor a string, and its offset."""
    for word in _WORD.finditer(code(text)):
        yield word[0], word.start()


def tokens(text: str, at: int = 0) -> Iterator[tuple[str, int, int]]:
    """Yield ``(kind, start, end)``; kinds are ``comment``, ``string``, ``word``, ``other``.

    Args:
        text: Lean source.
        at: where in it to begin: between two tokens.
    """
    while match := _TOKEN.search(text, at):
        kind, end = match.lastgroup or "other", match.end()
        if match["comment"] == "/-":
            end = end_of_comment(text, match.start())
        elif kind == "sign":
            kind = "other"
        elif match["hashes"] is not None:
            kind, close = "string", '"' + match["hashes"]
            found = text.find(close, match.end())
            end = len(text) if found < 0 else found + len(close)
        yield kind, match.start(), end
        at = end


def end_of_comment(text: str, start: int) -> int:
    """Return the offset behind the block comment that begins at ``start``, nested ones included.

    The slash of ``/--/`` does not close the documentation comment that begins there.
    """
    return _block_end(text, start + 2 + text.startswith(("-", "!"), start + 2))


def _block_end(text: str, at: int) -> int:
    depth = 1
    for edge in _BLOCK_EDGE.finditer(text, at):
        depth += 1 if edge[0] == "/-" else -1
        if depth == 0:
            return edge.end()
    return len(text)


def _skip_blank(text: str, at: int) -> int:
    """Skip white space and comments, but not doc comments (``/--``, ``/-!``)."""
    while True:
        if match := _BLANK.match(text, at):
            at = match.end()
        if text.startswith("/-", at) and not text.startswith(("/--", "/-!"), at):
            at = _block_end(text, at + 2)
        elif match is None:
            return at
