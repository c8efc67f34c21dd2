"""Every setting, typed, in one table.

A setting ``name`` is the option ``--lean-name``, the environment variable ``PYTEST_LEAN_NAME`` and
the ini key ``lean_name``. ``setting_values`` reads its text, and ``setting_sources`` decides which
of the three places counts.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pytest_lean.config import TRUSTS, Trust
from pytest_lean.plugin import setting_values as values

if TYPE_CHECKING:
    from pytest_lean.config import LeanConfig

PREFIX = "PYTEST_LEAN_"
Parse = Callable[[object], Any]


class Field(str):
    """The name of the field of :class:`~pytest_lean.LeanConfig` that a setting is for."""

    __slots__ = ()


@dataclass(frozen=True, eq=False, repr=False)
class Setting:
    """One setting: how it is read and what it means.

    Attributes:
        name: its name, from which those of option, variable and ini key are made.
        parse: reads its value; raises ValueError with what it should be.
        start: its default value; or a :class:`Field`, whose default in the configuration holds.
        help: what it means.
        is_list: whether it can be given more than once.
        is_flag: whether the option takes no value.
    """

    name: str
    parse: Parse
    start: object
    help: str
    is_list: bool = False
    is_flag: bool = False

    @property
    def default(self) -> object:
        """Its value if it is not given."""
        return getattr(_defaults(), self.start) if isinstance(self.start, Field) else self.start

    @property
    def metavar(self) -> str:
        """What the help shows in place of a value: the choices, if there are some."""
        choices: tuple[str, ...] = getattr(self.parse, "choices", ())
        if self.parse is values.boolean:
            choices = ("true", "false")
        shown = f"{{{','.join(choices)}}}" if choices else ""
        return shown or self.name.rpartition("_")[2].upper()

    @property
    def option(self) -> str:
        """Its command-line option."""
        return "--lean-" + self.name.replace("_", "-")

    @property
    def variable(self) -> str:
        """Its environment variable."""
        return PREFIX + self.name.upper()

    @property
    def ini(self) -> str:
        """Its key in the configuration file."""
        return "lean_" + self.name


@functools.cache
def _defaults() -> LeanConfig:
    from pytest_lean.config import LeanConfig

    return LeanConfig()


class Settings:
    """The values that hold for a run.

    This is no dataclass, since making one of this size takes a third of the plugin's start-up time.
    """

    toolchain: str
    version: str | None
    project: Path | Literal["auto"] | None
    toolchains: tuple[str, ...]
    install: bool
    build: Literal["auto", "always", "never"]
    targets: tuple[str, ...]
    cache_get: bool
    build_timeout: float
    imports: tuple[str, ...]
    search_path: tuple[str, ...]
    timeout: float | None
    memory: int | None
    max_total_memory: float
    max_process_memory: float
    restart_attempts: int
    parallel: bool
    incremental: bool
    threads: int | None
    isolated: bool
    sandbox: Literal["require", "auto", "off"]
    options: dict[str, bool | int | str]
    cache_dir: Path | None
    cache: bool
    missing: Literal["fail", "skip"]
    auto_workers: Literal["xdist", "memory"]
    worker_memory: int | None
    allowed_axioms: tuple[str, ...]
    files: tuple[str, ...]
    sources: Path | None
    sweep: tuple[str, ...]
    sweep_checks: tuple[str, ...]
    cost_tolerance: float
    proofs: tuple[str, ...]
    files_timeout: tuple[tuple[str, float], ...]
    files_marks: tuple[tuple[str, str], ...]
    trust: Trust
    json: Path | None
    report: Path | None
    mutate: bool
    update: bool
    update_force: bool
    verbose: bool

    def __init__(self, found: Mapping[str, Any]) -> None:
        assert found.keys() == Settings.__annotations__.keys()
        vars(self).update(found)

    def lean_config(self) -> dict[str, Any]:
        """Return the values for the fields of a ``LeanConfig``, without the project."""
        fields = {
            setting.start: setting.name for setting in SETTINGS if isinstance(setting.start, Field)
        }
        return {field: getattr(self, name) for field, name in fields.items()}


SETTINGS = (
    Setting(
        "toolchain",
        values.text,
        Field("toolchain"),
        "auto, embedded, the path of a sysroot or of a lean, or elan's name of a toolchain",
    ),
    Setting(
        "version",
        values.optional(values.text, "a name"),
        Field("lean_version"),
        "elan's name of the toolchain to use",
    ),
    Setting(
        "project",
        values.optional(values.text, "a folder"),
        "auto",
        "folder of the Lake project to test, auto to look for it from rootdir upward, or none",
    ),
    Setting(
        "toolchains",
        values.words,
        (),
        "Leans that every test runs on, one after the other, each as for --lean-toolchain",
        is_list=True,
    ),
    Setting(
        "install",
        values.boolean,
        Field("install"),
        "let elan download a toolchain that it does not have",
    ),
    Setting(
        "build",
        values.choice("auto", "always", "never"),
        Field("build"),
        "build the Lake project: auto if something changed, always once in each run, or never",
    ),
    Setting(
        "targets",
        values.words,
        Field("targets"),
        "what lake build builds, if not its defaults",
        is_list=True,
    ),
    Setting(
        "cache_get",
        values.boolean,
        Field("cache_get"),
        "run lake exe cache get first, if Mathlib is required",
    ),
    Setting(
        "build_timeout",
        values.number(float, 0, "a number of seconds above 0"),
        Field("build_timeout"),
        "seconds that a build or a download may take",
    ),
    Setting(
        "imports",
        values.modules,
        Field("imports"),
        "modules that every test starts from",
        is_list=True,
    ),
    Setting(
        "search_path",
        values.words,
        Field("search_path"),
        "folders with further compiled modules",
        is_list=True,
    ),
    Setting(
        "timeout",
        values.optional(values.number(float, 0, values.SECONDS), values.SECONDS),
        Field("timeout"),
        "seconds that a command may take, or none",
    ),
    Setting(
        "memory",
        values.optional(values.number(int, 0, values.MEBIBYTES), values.MEBIBYTES),
        Field("memory_hard_limit_mb"),
        "MiB of private memory above which Lean is killed, or none",
    ),
    Setting(
        "max_total_memory", values.share, 0.8, "share of all memory above which nothing starts"
    ),
    Setting(
        "max_process_memory", values.share, 0.8, "share of the memory limit that recycles Lean"
    ),
    Setting("restart_attempts", values.whole, 5, "how many starts of Lean may fail in a row"),
    Setting(
        "parallel",
        values.boolean,
        Field("enable_parallel_elaboration"),
        "parallel elaboration, where Lean has it",
    ),
    Setting(
        "incremental",
        values.boolean,
        Field("enable_incremental_optimization"),
        "reuse of what a text shares with the last one",
    ),
    Setting(
        "threads",
        values.optional(values.whole, values.OPTIONAL_COUNT),
        Field("threads"),
        "Lean's threads, or none",
    ),
    Setting("isolated", values.boolean, Field("isolated"), "a fresh process for each text"),
    Setting(
        "sandbox",
        values.choice("require", "auto", "off"),
        Field("sandbox"),
        "what confines a fresh process: require all, auto what the machine allows, or off",
    ),
    Setting(
        "options",
        values.lean_options,
        Field("options"),
        "Lean options for every test: NAME=VALUE",
        is_list=True,
    ),
    Setting(
        "cache_dir",
        values.optional(values.text, "a folder"),
        Field("cache_dir"),
        "the cache directory",
    ),
    Setting(
        "cache",
        values.boolean,
        True,
        "take what is known of .lean files and proofs from the cache",
    ),
    Setting(
        "missing", values.choice("fail", "skip"), "fail", "what a missing Lean means for tests"
    ),
    Setting(
        "auto_workers",
        values.choice("xdist", "memory"),
        "xdist",
        "what -n auto follows: xdist's own count, or also the free memory",
    ),
    Setting(
        "worker_memory",
        values.optional(values.whole, values.OPTIONAL_COUNT),
        None,
        "MiB to expect per xdist worker for auto_workers, or none: as measured before",
    ),
    Setting(
        "allowed_axioms",
        values.axioms,
        Field("allowed_axioms"),
        "full names of axioms that proofs may use besides propext, Quot.sound and Classical.choice",
        is_list=True,
    ),
    Setting("files", values.words, (), "patterns of .lean files that are tests", is_list=True),
    Setting(
        "proofs", values.words, (), "patterns of files of proofs, each line a test", is_list=True
    ),
    Setting(
        "sources",
        values.optional(values.text, "a folder"),
        Field("sources"),
        "folder of Lean sources without a lakefile, which are compiled first",
    ),
    Setting(
        "sweep",
        values.modules,
        (),
        "libraries whose compiled modules are looked at, by the name that their modules begin with",
        is_list=True,
    ),
    Setting(
        "sweep_checks",
        values.checks,
        values.CHECKS,
        "what a sweep checks of each module: axioms, sorry, statements, messages, costs",
        is_list=True,
    ),
    Setting(
        "cost_tolerance",
        values.number(float, 0, "a number above 0, such as 0.2 for 20 per cent"),
        0.2,
        "by which share a declaration may take more heartbeats than its baseline has for it",
    ),
    Setting(
        "files_timeout",
        values.file_timeouts,
        (),
        "seconds that a .lean file may take: SECONDS, or PATTERN=SECONDS, the first match counts",
        is_list=True,
    ),
    Setting(
        "files_marks",
        values.file_marks,
        (),
        "markers of the items of .lean files: PATTERN=MARKER",
        is_list=True,
    ),
    Setting(
        "trust",
        values.choice(*TRUSTS),
        "checked",
        "how far a verdict looks: elaborated (errors and sorry alone), checked, or certified",
    ),
    Setting(
        "json",
        values.optional(values.text, "a file"),
        None,
        "write the summary, and a row for each test, as JSON to this file",
    ),
    Setting(
        "report",
        values.optional(values.text, "a file"),
        None,
        "write a page about the run, as HTML",
    ),
    Setting(
        "mutate",
        values.boolean,
        False,
        "change models of lean.agrees, and swept modules, and report which changes nobody notices",
        is_flag=True,
    ),
    Setting(
        "update", values.boolean, False, "write the baselines instead of comparing", is_flag=True
    ),
    Setting("update_force", values.boolean, False, "write them also where CI is set", is_flag=True),
    Setting("verbose", values.boolean, Field("verbose"), "log what the servers do"),
)


def as_option(name: str, value: str | int) -> str:
    """Return the option, with its value, that sets the field ``name`` of a configuration."""
    name = next((setting.name for setting in SETTINGS if setting.start == name), name)
    text = value if isinstance(value, str) else str(value).lower()
    return f"--lean-{name.replace('_', '-')} {text}"


def toolchain_id(chosen: str) -> str:
    """Return what a test's id shows of one of ``lean_toolchains``: its name, or its last folder."""
    return chosen.rstrip(os.sep).rpartition(os.sep)[2]
