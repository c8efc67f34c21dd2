"""The cost of elaborating a text, in Lean's own measure: heartbeats, not seconds.

Lean stops with an error when a declaration passes ``maxHeartbeats`` (in thousands of small
allocations). So the cost of a text is the smallest limit with which Lean still accepts it,
found by bisection below what Lean allocates in all, which one run tells. It does not depend on
the load of the machine; repeated measurements, also on other servers, differ by one thousand at
the most. It does depend on the version of Lean, and on whether elaboration is parallel, so it is
always measured serially.
``docs/assertions.md`` has the evidence.
"""

from __future__ import annotations

import re

from pytest_lean.checks import check_count
from pytest_lean.language.syntax import words
from pytest_lean.messages import CommandResponse, Message
from pytest_lean.public import public
from pytest_lean.testing.failure import LeanRejection, require_proved
from pytest_lean.testing.render import Failure, said
from pytest_lean.testing.subject import Subject, Text, check_lean, text_of

_OPTION = "maxHeartbeats"
_PASSED = re.compile(r"maximum number of heartbeats \(\d+\) has been reached")
# Lean counts on the thread that elaborates, which is one for all of a text if that is serial. The
# embedded library has the function, and does not declare it.
_COUNT = "#eval _root_.IO.getNumHeartbeats"
_DECLARED = (
    '@[extern "lean_io_get_num_heartbeats"] opaque _root_.IO.getNumHeartbeats : BaseIO Nat\n'
)
# Lean's own default is 200,000; nothing that is worth a test needs more than this.
_MOST = 1 << 24
_COUNTS = 3


@public
def assert_max_heartbeats(lean: Subject, text: Text, limit: int) -> CommandResponse:
    """Assert that Lean accepts a text with no more than ``limit`` heartbeats a declaration.

    Args:
        lean: where ``text`` is run.
        text: Lean source, or a file; it sets no limit of its own.
        limit: thousands of small allocations, as in ``set_option maxHeartbeats``.

    Returns:
        Lean's response.

    Raises:
        LeanRejection: it needs more (the failure says how much), or is rejected anyway.
        TypeError, ValueError: for a wrong argument.
    """
    check_lean("assert_max_heartbeats", lean)
    check_count("limit", limit, ": for Lean, 0 means no limit", required=True)
    source = _measurable(text)
    response = _run(lean, source, limit)
    over = _passed(response)
    if over:
        needed, unhurried = _needed(lean, source, limit)
        require_proved(unhurried)  # it may be wrong at any cost
        headline = f"Lean needs {needed} thousand heartbeats, more than {limit}"
        raise LeanRejection(Failure(headline, said(response, over[:1])), response)
    require_proved(response)
    return response


@public
def heartbeats(lean: Subject, text: Text) -> int:
    """Return how many thousand heartbeats the most expensive declaration of a text takes.

    Args:
        lean: the Lean of a test.
        text: Lean source, or a file.

    Raises:
        LeanRejection: Lean does not accept the text.
        TypeError, ValueError: for a wrong argument.
    """
    check_lean("heartbeats", lean)
    source = _measurable(text)
    allocated = _allocated(lean, source)
    if allocated is None:
        require_proved(_run(lean, source, _MOST))
        return _needed(lean, source, 0)[0]
    # All that is allocated is nearly always more than what Lean compares with the limit.
    needed, _ = _bisected(lean, source, 0, allocated)
    return needed if needed < allocated else _needed(lean, source, allocated - 1)[0]


def _allocated(lean: Subject, text: str) -> int | None:
    """Return how many thousand heartbeats all of ``text`` takes, if Lean proves it and tells."""
    declared = _DECLARED if lean.server.toolchain.kind == "embedded" else ""
    counted = f"{declared}{_COUNT}\n{_COUNT}\n{text}\n{_COUNT}"
    response = _run(lean, counted, _MOST)
    counts = [int(message.data) for message in response.infos if message.data.isdecimal()]
    if response.errors or response.unproved or len(counts) < _COUNTS:
        return None
    before, begin, end = counts[0], counts[1], counts[-1]
    of_text = end - begin - (begin - before)
    return of_text // 1000 + 1 if of_text > 0 else None


def _needed(lean: Subject, text: str, refused: int) -> tuple[int, CommandResponse]:
    """Return the smallest limit that ``text`` does not pass, and what Lean says with it.

    It passes ``refused``.
    """
    enough = max(1, 2 * refused)
    while _passed(best := _run(lean, text, enough)) and enough < _MOST:
        refused, enough = enough, 2 * enough
    needed, response = _bisected(lean, text, refused, enough)
    return needed, best if response is None else response


def _bisected(
    lean: Subject, text: str, refused: int, enough: int
) -> tuple[int, CommandResponse | None]:
    """Return the smallest limit above ``refused`` that ``text`` does not pass, or ``enough``.

    With it goes what Lean says at that limit; None if no limit below ``enough`` is one.
    """
    best = None
    while enough - refused > 1:
        middle = (enough + refused) // 2
        response = _run(lean, text, middle)
        if _passed(response):
            refused = middle
        else:
            enough, best = middle, response
    return enough, best


def _passed(response: CommandResponse) -> list[Message]:
    return [message for message in response.errors if _PASSED.search(message.data)]


def _run(lean: Subject, text: str, limit: int) -> CommandResponse:
    return lean.run_on(text, lean.env, options={_OPTION: limit}, parallel=False)


def _measurable(given: Text) -> str:
    text = text_of(given)
    if any(word.strip("«»") == _OPTION for word, _ in words(text)):
        raise ValueError(f"the text sets {_OPTION} itself: then there is nothing to measure")
    return text
