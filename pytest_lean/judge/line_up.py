"""What waits to be judged, and which of it comes next."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from pytest_lean.judge.proof import Id, Proof
from pytest_lean.judge.work import Work

# So many are looked at for one whose problem nobody else is busy with.
_LOOK = 16


@dataclass(eq=False, slots=True)
class Task:
    """A piece of work, and all that wait for what comes of it.

    Attributes:
        number: names it for the engine.
        key: what equal work, with equal time, has in common.
        digest: that of the work.
        work: what is to be done.
        header: what it imports.
        proofs: those that it is for; the first is not a duplicate.
        attempts: how often it was tried.
        seconds: how long all attempts took.
        is_cancelled: whether nobody waits for it any more.
    """

    number: int
    key: bytes
    digest: str
    work: Work
    header: tuple[str, ...]
    proofs: list[Proof]
    attempts: int = 0
    seconds: float = 0.0
    is_cancelled: bool = False

    @property
    def problem(self) -> Id | None:
        """The problem of the first proof."""
        return self.proofs[0].problem


@dataclass
class LineUp:
    """The tasks that wait, those with the same imports together."""

    _groups: OrderedDict[tuple[str, ...], deque[Task]] = field(default_factory=OrderedDict)
    _length: int = 0

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Task]:
        for group in self._groups.values():
            yield from group

    def add(self, task: Task, *, first: bool = False) -> None:
        """Put a task at the end of the line, or at its head."""
        group = self._groups.get(task.header)
        if group is None:
            group = self._groups[task.header] = deque()
        if first:
            group.appendleft(task)
        else:
            group.append(task)
        self._length += 1

    def next(self, loaded: Collection[tuple[str, ...]], busy: Collection[Id | None]) -> Task:
        """Take out the task that should be done now.

        Args:
            loaded: headers that are loaded where it will be done.
            busy: problems that somebody is at; others come first.
        """
        groups = self._groups
        for header in loaded:
            if header in groups:
                break
        else:
            header = next(iter(groups))
        group = groups[header]
        at = 0
        if busy:
            few = range(min(_LOOK, len(group)))
            at = next((i for i in few if group[i].problem not in busy), 0)
        task = group[at]
        del group[at]
        if not group:
            del groups[header]
        self._length -= 1
        return task

    def remove(self, task: Task) -> None:
        """Take out a task that nobody waits for any more."""
        header = task.header
        group = self._groups[header]
        group.remove(task)
        if not group:
            del self._groups[header]
        self._length -= 1
