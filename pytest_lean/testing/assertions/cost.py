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
from collections.abc import Callable
from functools import partial

from pytest_lean.checks import check_count
from pytest_lean.language.syntax import words
from pytest_lean.messages import CommandResponse, Message
from pytest_lean.public import public
from pytest_lean.testing.failure import LeanRejection, require_proved
from pytest_lean.testing.render import Failure, said
from pytest_lean.testing.subject import Subject, Text, check_lean, text_of

OPTION = "maxHeartbeats"
_PASSED = re.compile(r"maximum number of heartbeats \((\d+)\) has been reached")
# Lean counts on the thread that elaborates, which is one for all of a text if that is serial. The
# embedded library has the function, and does not declare it.
_COUNT = "#eval _root_.IO.getNumHeartbeats"
_DECLARED = (
    '@[extern "lean_io_get_num_heartbeats"] opaque _root_.IO.getNumHeartbeats : BaseIO Nat\n'
)
# Lean's own default is 200,000; nothing that is worth a test needs more than this.
MOST = 1 << 24
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
    over = passed(response)
    if over:
        cost, unhurried = needed(partial(_run, lean, source), limit)
        require_proved(unhurried)  # it may be wrong at any cost
        headline = f"Lean needs {cost} thousand heartbeats, more than {limit}"
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
    allocated, run = _allocated(lean, source), partial(_run, lean, source)
    if allocated is None:
        require_proved(run(MOST))
        return needed(run, 0)[0]
    # All that is allocated is nearly always more than what Lean compares with the limit.
    cost, _ = _bisected(run, 0, allocated)
    return cost if cost < allocated else needed(run, allocated - 1)[0]


def _allocated(lean: Subject, text: str) -> int | None:
    """Return how many thousand heartbeats all of ``text`` takes, if Lean proves it and tells."""
    declared = _DECLARED if lean.server.toolchain.kind == "embedded" else ""
    counted = f"{declared}{_COUNT}\n{_COUNT}\n{text}\n{_COUNT}"
    response = _run(lean, counted, MOST)
    counts = [int(message.data) for message in response.infos if message.data.isdecimal()]
    if response.errors or response.unproved or len(counts) < _COUNTS:
        return None
    before, begin, end = counts[0], counts[1], counts[-1]
    of_text = end - begin - (begin - before)
    return of_text // 1000 + 1 if of_text > 0 else None


def needed(run: Callable[[int], CommandResponse], refused: int) -> tuple[int, CommandResponse]:
    """Return the smallest limit that a text does not pass, and what Lean says with it.

    Args:
        run: elaborates the text with a limit.
        refused: a limit that it passes; 0 if none is known.
    """
    enough = max(1, 2 * refused)
    while passed(best := run(enough)) and enough < MOST:
        refused, enough = enough, 2 * enough
    found, response = _bisected(run, refused, enough)
    return found, best if response is None else response


def _bisected(
    run: Callable[[int], CommandResponse], refused: int, enough: int
) -> tuple[int, CommandResponse | None]:
    """Return the smallest limit above ``refused`` that a text does not pass, or ``enough``.

    With it goes what Lean says at that limit; None if no limit below ``enough`` is one.
    """
    best = None
    while enough - refused > 1:
        middle = (enough + refused) // 2
        response = run(middle)
        if passed(response):
            refused = middle
        else:
            enough, best = middle, response
    return enough, best


def passed(response: CommandResponse) -> list[Message]:
    """Return the errors that say that a limit of heartbeats was passed."""
    return [message for message in response.errors if _PASSED.search(message.data)]


def passed_limit(error: Message) -> int:
    """Return the limit that was passed, of an error that :func:`passed` has found."""
    found = _PASSED.search(error.data)
    assert found is not None
    return int(found[1])


def _run(lean: Subject, text: str, limit: int) -> CommandResponse:
    return lean.run_on(text, lean.env, options={OPTION: limit}, parallel=False)


def _measurable(given: Text) -> str:
    text = text_of(given)
    if any(word.strip("«»") == OPTION for word, _ in words(text)):
        raise ValueError(f"the text sets {OPTION} itself: then there is nothing to measure")
    return text
