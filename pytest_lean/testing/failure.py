"""LeanRejection: how an assertion about Lean fails, and the check that every proof passes.

Promises: what fails here is a verdict of Lean's, never a broken server; the text of the
failure is cut to what a reader takes in, and whole when pytest runs with ``-vv``.
"""

from __future__ import annotations

from pytest_lean.messages import CommandResponse, Reason
from pytest_lean.public import public
from pytest_lean.testing.render import Failure, Said, said
from pytest_lean.toolchain.wording import missing_module

# An error that is dropped, or a text that is not read, also leaves declarations with a `sorry`.
_FIRST = ("prelude", "kernel", "option", "unread", "dropped", "swallowed", "sorry", "axiom")
_REPORTED = ("error", "imports", "sorry")
_ADVICE = {
    "axiom": "what may be used is told by its full name: the setting lean_allowed_axioms, "
    "@pytest.mark.lean(axioms=[...]), or LeanConfig(allowed_axioms=[...])",
}


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

    @property
    def summary(self) -> str:
        """What is wrong, in one line."""
        return self.failure.summary

    def __str__(self) -> str:
        return self.failure.render(full=self.show_all)


def require_proved(
    response: CommandResponse,
    about: str = "",
    *,
    allow_sorry: bool = False,
    reported_only: bool = False,
) -> None:
    """Fail unless ``response.unproved`` is empty.

    Args:
        response: what Lean said.
        about: what the text is; it stands before the headline.
        allow_sorry: whether a ``sorry`` may stand in it.
        reported_only: whether only what Lean itself reports counts: errors and ``sorry``.

    Raises:
        LeanRejection: with all errors, with the places of all ``sorry``, or with the reasons.
    """
    if response.errors:
        count = "an error" if len(response.errors) == 1 else f"{len(response.errors)} errors"
        told: list[str | Said] = [*said(response, response.errors), *_advice_on_modules(response)]
        failure = Failure(f"{about}Lean reports {count}", tuple(told), is_said=not about)
        raise LeanRejection(failure, response)
    reasons = [
        reason for reason in response.unproved if not (allow_sorry and reason.name == "sorry")
    ]
    if reported_only:
        reasons = [reason for reason in reasons if reason.name in _REPORTED]
    if not reasons:
        return
    first, *others = _in_order(reasons)
    if first.name == "sorry":
        shown = [message for message in response.warnings if "sorry" in message.data]
        goals = [f"goal of the sorry:\n{found.goal}" for found in response.sorries]
        hidden = [reason.sentence for reason in reasons if reason.name == "sorry"]
        places = [*said(response, shown), *goals] or hidden
        rest = [other.sentence for other in others if other.name != "sorry"]
        headline = f"{about}not proved: the text uses `sorry`"
        raise LeanRejection(Failure(headline, (*places, *rest)), response)
    parts = [other.sentence for other in others]
    parts += [_ADVICE[reason.name] for reason in reasons if reason.name in _ADVICE]
    failure = Failure(f"{about}not proved: {first.sentence}", tuple(dict.fromkeys(parts)))
    raise LeanRejection(failure, response)


def _advice_on_modules(response: CommandResponse) -> list[str]:
    """Return what to do about a module that Lean does not find, if that is an error here."""
    advice = (missing_module(message.data) for message in response.errors)
    return [line for line in advice if line is not None][:1]


def _in_order(reasons: list[Reason]) -> list[Reason]:
    """Return ``reasons`` with those that explain others first."""
    return sorted(
        reasons, key=lambda reason: _FIRST.index(reason.name) if reason.name in _FIRST else 99
    )
