"""How a Lean server is set up, as frozen data.

A :class:`LeanConfig` can be made anywhere, pickled, and used in any process; the
toolchain that it names is found, and built if need be, where it is first used.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from pytest_lean.checks import check_axioms, check_modules, check_positive, check_whole
from pytest_lean.public import public

if TYPE_CHECKING:  # not at run time: the plugin imports this module at every start of pytest
    from pytest_lean.messages import OptionValue
    from pytest_lean.toolchain.model import Toolchain

# How far a verdict is checked, each level with those before it: by Lean's own messages, by all that
# bears on whether a text is proved, by the second look.
Trust: TypeAlias = Literal["elaborated", "checked", "certified"]
TRUSTS: tuple[Trust, ...] = get_args(Trust)
DEFAULT_TIMEOUT = 60.0
DEFAULT_BUILD_TIMEOUT = 1500.0


class LeanOptions(Mapping[str, "OptionValue"]):
    """Lean options that cannot be changed, so that a :class:`LeanConfig` can be hashed.

    They are equal to any mapping of the same names to the same values. To Lean, ``true`` and ``1``
    are different values, so ``True`` and ``1`` differ here as well.

    Args:
        options: the options.
    """

    def __init__(self, options: Mapping[str, OptionValue]) -> None:
        self._options = dict(options)

    def __getitem__(self, name: str) -> OptionValue:
        return self._options[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._options)

    def __len__(self) -> int:
        return len(self._options)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Mapping) or self._options != dict(other):
            return False
        return all(type(value) is type(other[name]) for name, value in self.items())

    def __hash__(self) -> int:
        return hash(frozenset(self._options.items()))

    def __repr__(self) -> str:
        return repr(self._options)


@public
@dataclass(frozen=True)
class LeanConfig:
    """Everything that a server needs to know before it starts.

    Args:
        toolchain: ``auto``, ``embedded``, the path of a sysroot or of a ``lean``, elan's name
            of a toolchain, or a :class:`~pytest_lean.toolchain.model.Toolchain` that was found
            before.
        lean_version: an elan toolchain name, such as ``leanprover/lean4:v4.20.0``.
        project: the folder of a Lake project whose modules can be imported.
        sources: a folder of Lean sources without a lakefile, whose modules are compiled into the
            cache directory and can be imported.
        install: let elan download a toolchain that it does not have.
        build: when the project is built: ``auto`` if something changed, ``always`` once in
            each run, or ``never``.
        targets: what ``lake build`` builds; the project's default targets if empty.
        cache_get: let ``lake exe cache get`` download Mathlib's compiled files first.
        build_timeout: seconds that a build, or a download, may take.
        search_path: folders with further compiled modules, as in ``LEAN_PATH``.
        imports: modules that every command starts from.
        options: Lean options that hold for every command.
        memory_hard_limit_mb: MiB of private memory above which Lean is killed.
        enable_incremental_optimization: reuse what a text has in common with the one before it.
        enable_parallel_elaboration: Lean's own ``Elab.async``, where it has it (4.19 on).
        threads: Lean's worker threads; None leaves it to Lean.
        cache_dir: the cache directory; None for the platform's.
        verbose: log what the server does to stderr.
        timeout: default deadline of a command in seconds; None for no deadline.
        max_warm_headers: how many workers with different imports are kept warm.
        seal_chains: compile the settled beginning of a long chain of commands in the background,
            so that a command on a deep handle costs about what one on a short handle does.
        isolated: elaborate each text in a fresh process, so that no text can see or change
            anything of another.
        sandbox: what confines such a process: ``require`` all of the sandbox, ``auto`` what
            this machine allows, or ``off``.
        allowed_axioms: full names of axioms that a proof may use besides ``propext``,
            ``Quot.sound`` and ``Classical.choice``. ``Lean.trustCompiler`` allows
            ``native_decide``.
        run_id: the run that the server belongs to: in one run a project is built once with
            ``build="always"``, and a build that failed is not tried again. Empty for the run
            of this process, and of all xdist workers of its run.
    """

    toolchain: str | Toolchain = "auto"
    lean_version: str | None = None
    project: str | os.PathLike[str] | None = None
    sources: str | os.PathLike[str] | None = None
    install: bool = False
    build: Literal["auto", "always", "never"] = "auto"
    targets: tuple[str, ...] = ()
    cache_get: bool = False
    build_timeout: float = DEFAULT_BUILD_TIMEOUT
    search_path: tuple[str, ...] = ()
    imports: tuple[str, ...] = ()
    options: Mapping[str, OptionValue] = field(default_factory=dict)
    memory_hard_limit_mb: int | None = None
    enable_incremental_optimization: bool = True
    enable_parallel_elaboration: bool = True
    threads: int | None = None
    cache_dir: str | os.PathLike[str] | None = None
    verbose: bool = False
    timeout: float | None = DEFAULT_TIMEOUT
    max_warm_headers: int = 2
    seal_chains: bool = True
    isolated: bool = False
    sandbox: Literal["require", "auto", "off"] = "auto"
    allowed_axioms: tuple[str, ...] = ()
    run_id: str = field(default="", compare=False, repr=False)

    def __post_init__(self) -> None:
        for name in ("imports", "search_path", "targets", "allowed_axioms"):
            if isinstance(getattr(self, name), str):
                raise TypeError(f"{name} is a sequence, not a str")
            object.__setattr__(self, name, tuple(map(str, getattr(self, name))))
        object.__setattr__(self, "options", LeanOptions(self.options))
        check_modules("imports", self.imports)
        check_axioms("allowed_axioms", self.allowed_axioms)
        check_whole("memory_hard_limit_mb", self.memory_hard_limit_mb)
        check_whole("threads", self.threads)
        check_positive("timeout", self.timeout)
        check_positive("build_timeout", self.build_timeout)
        if self.build not in ("auto", "always", "never"):
            raise ValueError(f"build must be auto, always or never, not {self.build!r}")
        check_whole("max_warm_headers", self.max_warm_headers)
        if self.sandbox not in ("require", "auto", "off"):
            raise ValueError(f"sandbox must be require, auto or off, not {self.sandbox!r}")

    def prepare(self) -> Toolchain:
        """Find the toolchain and build what it lacks; later calls find everything built.

        Raises:
            ToolchainError: there is no usable Lean; the subclass says why.
        """
        from pytest_lean.toolchain.find import find_toolchain

        return find_toolchain(self)


def check_config(config: object) -> None:
    """Raise a TypeError if ``config`` is no :class:`LeanConfig`."""
    if not isinstance(config, LeanConfig):
        raise TypeError(f"config is a LeanConfig, not {type(config).__name__}")


LeanREPLConfig = LeanConfig
"""The name of :class:`LeanConfig` in LeanInteract."""
