"""The judge: is it proved, for texts that somebody else wrote, one of them or millions.

``judge`` takes proofs and yields verdicts; ``SecondLook`` looks at one compiled text from outside
of the process that made it. What is public here is imported when it is first used, since the
process that looks at compiled files imports from this folder as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pytest_lean.judge.proof import Judgement as Judgement
    from pytest_lean.judge.proof import Proof as Proof
    from pytest_lean.judge.run import judge as judge

_HOMES = {"Judgement": "proof", "Proof": "proof", "judge": "run"}
__all__ = ["Judgement", "Proof", "judge"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
