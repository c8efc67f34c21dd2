"""LeanRejection: how an assertion about Lean fails, and the check that every proof passes.

Promises: what fails here is a verdict of Lean's, never a broken server; the text of the
failure is cut to what a reader takes in, and whole when pytest runs with ``-vv``.
"""

from __future__ import annotations

from pytest_lean.messages import CommandResponse
from pytest_lean.public import public
from pytest_lean.testing.render import Failure, said


@public
class LeanRejection(AssertionError):
    """What a test asserts about Lean does not hold.

    Attributes:
        response: all that Lean said; None if nothing was asked.
        failure: what is shown.
        show_all: whether long texts are shown whole.
    """

    def __init__(self, failure: Failure | str, response: CommandResponse | None = None) -> None:
        self.failure = Failure(failure) if isinstance(failure, str) else failure
        self.response = response
        self.show_all = False
        super().__init__(self.failure.headline)

    def __str__(self) -> str:
        return self.failure.render(full=self.show_all)


def require_proved(
    response: CommandResponse, about: str = "", *, allow_sorry: bool = False
) -> None:
    """Fail on any error or ``sorry`` in ``response``, and on what could hide one.

    Args:
        response: what Lean said.
        about: what the text is; it stands before the headline.
        allow_sorry: whether a ``sorry`` may stand in it.

    Raises:
        LeanRejection: with all errors, or with the places of all ``sorry``.
    """
    errors = response.errors
    if errors:
        count = "an error" if len(errors) == 1 else f"{len(errors)} errors"
        failure = Failure(f"{about}Lean reports {count}", said(response, errors))
        raise LeanRejection(failure, response)
    if response.has_sorry and not allow_sorry:
        shown = [message for message in response.warnings if "sorry" in message.data]
        goals = [f"goal of the sorry:\n{one.goal}" for one in response.sorries]
        headline = f"{about}not proved: the text uses `sorry`"
        raise LeanRejection(Failure(headline, (*said(response, shown), *goals)), response)
    if response.doubt:
        raise LeanRejection(f"{about}not proved: {response.doubt}", response)
