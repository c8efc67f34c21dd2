"""Answers many inputs in one command, and finds the input on which Lean fails.

Promises: answers come in the order of the inputs. A timeout, a crash or a lack of memory is
reported for an input only if it also happens with that input alone in a command. If only the
inputs together were too much, they are answered in smaller commands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from pytest_lean.errors import LeanCrashError, LeanMemoryError, LeanServerError, LeanTimeoutError
from pytest_lean.messages import CommandResponse
from pytest_lean.testing.failure import LeanRejection
from pytest_lean.testing.model.program import call
from pytest_lean.testing.model.terms import Names
from pytest_lean.testing.render import Failure, all_said

_MOST_INPUTS = 1000
_MOST_CHARACTERS = 400_000
_LOST = (LeanTimeoutError, LeanCrashError, LeanMemoryError)


class Batches:
    """Answers inputs.

    Args:
        run: elaborates a text in the environment of the program.
        names: the names of the program.
        describe: describes an input for a message, from its position.
    """

    def __init__(
        self,
        run: Callable[[str], CommandResponse],
        names: Names,
        describe: Callable[[int], str],
    ) -> None:
        self._run = run
        self._names = names
        self._describe = describe

    def answers(self, inputs: Sequence[str]) -> list[str | None]:
        """Return what Lean writes for each input; None where a condition on it does not hold.

        Raises:
            LeanServerError: there is no answer for an input, which the message names.
            LeanRejection: Lean refuses to evaluate it.
        """
        found: list[str | None] = []
        for start, end in _cuts(inputs):
            found += self._some(inputs, start, end)
        return found

    def _some(self, inputs: Sequence[str], start: int, end: int) -> list[str | None]:
        """Answer the inputs from ``start`` to ``end``, in as few commands as they allow."""
        if start >= end:
            return []
        text = call(self._names, "".join(f"{written};" for written in inputs[start:end]))
        try:
            return self._read(self._run(text), end - start)
        except _LOST as error:
            if end - start == 1:
                raise self._told(error, start) from error
        suspect = self._suspect(inputs, start, end)
        return [
            *self._some(inputs, start, suspect),
            *self._some(inputs, suspect, suspect + 1),
            *self._some(inputs, suspect + 1, end),
        ]

    def _suspect(self, inputs: Sequence[str], start: int, end: int) -> int:
        """Return the input on which Lean seems to fail.

        With one command for each input, Lean's progress says which one it is. If it does not say
        so, or if Lean gets through this time, the input in the middle is returned: the inputs
        before and after it are tried separately in any case.
        """
        text = "\n".join(call(self._names, f"{written};") for written in inputs[start:end])
        try:
            self._run(text)
        except _LOST as error:
            if error.line is not None and 1 <= error.line <= end - start:
                return start + error.line - 1
        return (start + end) // 2

    def _read(self, response: CommandResponse, count: int) -> list[str | None]:
        begin = self._names("begin")
        for message in response.infos:
            if message.data.startswith(begin):
                *written, rest = message.data[len(begin) :].split(";")
                if len(written) == count and not rest:
                    return [None if answer.endswith("!") else answer for answer in written]
        failure = Failure("Lean did not evaluate the function", all_said(response))
        raise LeanRejection(failure, response)

    def _told(self, error: LeanServerError, index: int) -> LeanServerError:
        """Return the error with a message that names its input."""
        first = error.args[0] if error.args else type(error).__name__
        error.args = (f"{self._describe(index)}: {first}", *error.args[1:])
        error.command = None  # it is a generated program, and says less than the input
        return error


def _cuts(inputs: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield start and end of batches, which are limited in number of inputs and in length."""
    start = size = 0
    for index, written in enumerate(inputs):
        full = index - start >= _MOST_INPUTS or size + len(written) > _MOST_CHARACTERS
        if full and index > start:
            yield start, index
            start, size = index, 0
        size += len(written)
    if start < len(inputs):
        yield start, len(inputs)
