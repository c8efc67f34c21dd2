"""Every setting, typed, in one table, and the rule that finds its value.

A setting ``name`` is the option ``--lean-name`` over the environment variable
``PYTEST_LEAN_NAME`` over the ini key ``lean_name`` over its default. The first source that
mentions it decides, whatever it says: 0, ``false`` and an empty list are values.
"""

from __future__ import annotations

import functools
import os
import shlex
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import pytest

from pytest_lean.config import TRUSTS, Trust

if TYPE_CHECKING:
    from pytest_lean.config import LeanConfig

T = TypeVar("T")
_PREFIX = "PYTEST_LEAN_"
# What a sweep of a library looks at in each module.
CHECKS = ("axioms", "sorry", "statements", "messages")
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
        start: its default value, or the field of the configuration that it is for and that
            has the default.
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
        """Its value where it is not given."""
        return getattr(_defaults(), self.start) if isinstance(self.start, Field) else self.start

    @property
    def metavar(self) -> str:
        """What the help shows in place of a value: the choices, if there are some."""
        choices: tuple[str, ...] = getattr(self.parse, "choices", ())
        if self.parse is _bool:
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
        return _PREFIX + self.name.upper()

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

    No dataclass: making one of this size takes a third of the plugin's start-up time.
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

    def __init__(self, values: Mapping[str, Any]) -> None:
        assert values.keys() == Settings.__annotations__.keys()
        vars(self).update(values)

    def lean_config(self) -> dict[str, Any]:
        """Return what they say of the fields of a ``LeanConfig``, but for the project."""
        fields = {one.start: one.name for one in SETTINGS if isinstance(one.start, Field)}
        return {field: getattr(self, name) for field, name in fields.items()}


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("a text that is not empty")
    return value.strip()


def _bool(value: object) -> bool:
    if isinstance(value, bool):
        return value
    words = {"true": True, "yes": True, "on": True, "1": True}
    words |= {"false": False, "no": False, "off": False, "0": False}
    try:
        return words[str(value).strip().lower()]
    except KeyError:
        raise ValueError("true or false") from None


def _number(kind: Callable[[str], T], above: float, what: str) -> Callable[[object], T]:
    def parse(value: object) -> T:
        try:
            number = kind(str(value))
        except ValueError:
            raise ValueError(what) from None
        if isinstance(value, bool) or not float(str(number)) > above:
            raise ValueError(what)
        return number

    return parse


def _optional(parse: Callable[[object], T], what: str) -> Callable[[object], T | None]:
    def parse_optional(value: object) -> T | None:
        if isinstance(value, str) and value.strip().lower() == "none":
            return None
        try:
            return parse(value)
        except ValueError:
            raise ValueError(what) from None

    return parse_optional


def _share(value: object) -> float:
    share = _number(float, 0, "a share above 0 and up to 1")(value)
    if share > 1:
        raise ValueError("a share above 0 and up to 1")
    return share


def _choice(*choices: str) -> Callable[[object], str]:
    def parse(value: object) -> str:
        if value not in choices:
            raise ValueError(" or ".join(choices))
        return str(value)

    parse.choices = choices  # type: ignore[attr-defined]
    return parse


def _words(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        try:
            words = shlex.split(value)
        except ValueError:
            raise ValueError("a list of texts: a quotation mark has no partner") from None
        return () if words == ["none"] else tuple(words)
    if isinstance(value, Sequence) and all(isinstance(one, str) for one in value):
        return () if list(value) == ["none"] else tuple(value)
    raise ValueError("a list of texts")


def _names(value: object) -> tuple[str, ...]:
    """Return words that may also be parted by commas, as pytest's users part names."""
    words = (word.split(",") if "«" not in word else [word] for word in _words(value))
    return tuple(name.strip() for parts in words for name in parts if name.strip())


def _modules(value: object) -> tuple[str, ...]:
    from pytest_lean.language.syntax import is_module_name

    names = _names(value)
    if not all(map(is_module_name, names)):
        raise ValueError("a list of module names")
    return names


def _axioms(value: object) -> tuple[str, ...]:
    from pytest_lean.language.syntax import is_module_name

    names = _names(value)
    if not all(map(is_module_name, names)):
        raise ValueError("a list of full names of axioms")
    return names


def _checks(value: object) -> tuple[str, ...]:
    chosen = _names(value)
    if not chosen or not set(chosen) <= set(CHECKS):
        raise ValueError(f"a list of some of {', '.join(CHECKS)}")
    return tuple(one for one in CHECKS if one in chosen)


def _file_timeouts(value: object) -> tuple[tuple[str, float], ...]:
    found = []
    for word in _words(value):
        pattern, _, seconds = word.rpartition("=")
        found.append((pattern or "*", _number(float, 0, _FILE_TIMEOUTS)(seconds)))
    return tuple(found)


def _file_marks(value: object) -> tuple[tuple[str, str], ...]:
    found = []
    for word in _words(value):
        pattern, equals, name = word.rpartition("=")
        if not pattern or not equals or not name.isidentifier():
            raise ValueError("a list of PATTERN=MARKER")
        found.append((pattern, name))
    return tuple(found)


def _lean_options(value: object) -> dict[str, bool | int | str]:
    from pytest_lean.language.values import option_value

    found: dict[str, bool | int | str] = {}
    for word in _words(value):
        name, equals, text = word.partition("=")
        if not name or not equals:
            raise ValueError("a list of NAME=VALUE")
        found[name] = option_value(text)
    return found


_FILE_TIMEOUTS = "a list of SECONDS or PATTERN=SECONDS"
_SECONDS = "a number of seconds above 0, or none"
_MEBIBYTES = "a whole number of MiB above 0, or none"
_COUNT = "a whole number of at least 1"
_OPTIONAL_COUNT = f"{_COUNT}, or none"
_whole = _number(int, 0, _COUNT)

SETTINGS = (
    Setting(
        "toolchain",
        _text,
        Field("toolchain"),
        "auto, embedded, the path of a sysroot or of a lean, or elan's name of a toolchain",
    ),
    Setting(
        "version",
        _optional(_text, "a name"),
        Field("lean_version"),
        "elan's name of the toolchain to use",
    ),
    Setting(
        "project",
        _optional(_text, "a folder"),
        "auto",
        "folder of the Lake project to test, auto to look for it from rootdir upward, or none",
    ),
    Setting(
        "toolchains",
        _words,
        (),
        "Leans that every test runs on, one after the other, each as for --lean-toolchain",
        is_list=True,
    ),
    Setting(
        "install", _bool, Field("install"), "let elan download a toolchain that it does not have"
    ),
    Setting(
        "build",
        _choice("auto", "always", "never"),
        Field("build"),
        "build the Lake project: auto if something changed, always once in each run, or never",
    ),
    Setting(
        "targets",
        _words,
        Field("targets"),
        "what lake build builds, if not its defaults",
        is_list=True,
    ),
    Setting(
        "cache_get",
        _bool,
        Field("cache_get"),
        "run lake exe cache get first, if Mathlib is required",
    ),
    Setting(
        "build_timeout",
        _number(float, 0, "a number of seconds above 0"),
        Field("build_timeout"),
        "seconds that a build or a download may take",
    ),
    Setting(
        "imports", _modules, Field("imports"), "modules that every test starts from", is_list=True
    ),
    Setting(
        "search_path",
        _words,
        Field("search_path"),
        "folders with further compiled modules",
        is_list=True,
    ),
    Setting(
        "timeout",
        _optional(_number(float, 0, _SECONDS), _SECONDS),
        Field("timeout"),
        "seconds that a command may take, or none",
    ),
    Setting(
        "memory",
        _optional(_number(int, 0, _MEBIBYTES), _MEBIBYTES),
        Field("memory_hard_limit_mb"),
        "MiB of private memory above which Lean is killed, or none",
    ),
    Setting("max_total_memory", _share, 0.8, "share of all memory above which nothing starts"),
    Setting("max_process_memory", _share, 0.8, "share of the memory limit that recycles Lean"),
    Setting("restart_attempts", _whole, 5, "how many starts of Lean may fail in a row"),
    Setting(
        "parallel",
        _bool,
        Field("enable_parallel_elaboration"),
        "parallel elaboration, where Lean has it",
    ),
    Setting(
        "incremental",
        _bool,
        Field("enable_incremental_optimization"),
        "reuse of what a text shares with the last one",
    ),
    Setting(
        "threads", _optional(_whole, _OPTIONAL_COUNT), Field("threads"), "Lean's threads, or none"
    ),
    Setting("isolated", _bool, Field("isolated"), "a fresh process for each text"),
    Setting(
        "sandbox",
        _choice("require", "auto", "off"),
        Field("sandbox"),
        "what confines a fresh process: require all, auto what the machine allows, or off",
    ),
    Setting(
        "options",
        _lean_options,
        Field("options"),
        "Lean options for every test: NAME=VALUE",
        is_list=True,
    ),
    Setting("cache_dir", _optional(_text, "a folder"), Field("cache_dir"), "the cache directory"),
    Setting(
        "cache",
        _bool,
        True,
        "take what is known of .lean files and proofs from the cache",
    ),
    Setting("missing", _choice("fail", "skip"), "fail", "what a missing Lean means for tests"),
    Setting(
        "auto_workers",
        _choice("xdist", "memory"),
        "xdist",
        "what -n auto follows: xdist's own count, or also the free memory",
    ),
    Setting(
        "worker_memory",
        _optional(_whole, _OPTIONAL_COUNT),
        None,
        "MiB to expect per xdist worker for auto_workers, or none: as measured before",
    ),
    Setting(
        "allowed_axioms",
        _axioms,
        Field("allowed_axioms"),
        "full names of axioms that proofs may use besides propext, Quot.sound and Classical.choice",
        is_list=True,
    ),
    Setting("files", _words, (), "patterns of .lean files that are tests", is_list=True),
    Setting("proofs", _words, (), "patterns of files of proofs, each line a test", is_list=True),
    Setting(
        "sources",
        _optional(_text, "a folder"),
        Field("sources"),
        "folder of Lean sources without a lakefile, which are compiled first",
    ),
    Setting(
        "sweep",
        _modules,
        (),
        "libraries whose compiled modules are looked at, by the name that their modules begin with",
        is_list=True,
    ),
    Setting(
        "sweep_checks",
        _checks,
        CHECKS,
        "what a sweep checks of each module: axioms, sorry, statements, messages",
        is_list=True,
    ),
    Setting(
        "files_timeout",
        _file_timeouts,
        (),
        "seconds that a .lean file may take: SECONDS, or PATTERN=SECONDS, the first match counts",
        is_list=True,
    ),
    Setting(
        "files_marks",
        _file_marks,
        (),
        "markers of the items of .lean files: PATTERN=MARKER",
        is_list=True,
    ),
    Setting(
        "trust",
        _choice(*TRUSTS),
        "checked",
        "how far a verdict looks: elaborated (errors and sorry alone), checked, or certified",
    ),
    Setting(
        "json",
        _optional(_text, "a file"),
        None,
        "write the summary, and a row for each test, as JSON to this file",
    ),
    Setting("report", _optional(_text, "a file"), None, "write a page about the run, as HTML"),
    Setting(
        "mutate",
        _bool,
        False,
        "change models of lean.agrees, and swept modules, and report which changes nobody notices",
        is_flag=True,
    ),
    Setting("update", _bool, False, "write the baselines instead of comparing", is_flag=True),
    Setting("update_force", _bool, False, "write them also where CI is set", is_flag=True),
    Setting("verbose", _bool, Field("verbose"), "log what the servers do"),
)
_PATHS = ("project", "cache_dir", "json", "report", "sources")


def add_options(parser: pytest.Parser) -> None:
    """Register every setting with pytest, as an option and as an ini key."""
    group = parser.getgroup("lean", "Lean 4")
    group.addoption(
        "--lean-doctor",
        action="store_true",
        help="say which Lean was found, what works and what to do; run no tests",
    )
    for setting in SETTINGS:
        shown = setting.default if setting.default not in ((), {}, None) else "none"
        if isinstance(shown, tuple):
            shown = " ".join(shown)
        text = f"{setting.help} (default: {str(shown).lower()})"
        if setting.is_flag:
            group.addoption(
                setting.option,
                dest=setting.ini,
                default=None,
                action="store_const",
                const="true",
                help=text,
            )
        else:
            group.addoption(
                setting.option,
                dest=setting.ini,
                default=None,
                action="append" if setting.is_list else "store",
                metavar=setting.metavar,
                help=text,
            )
        kind: Literal["args", "string"] = "args" if setting.is_list else "string"
        parser.addini(
            setting.ini,
            f"{setting.help}; see {setting.option}",
            type=kind,
            default=None,
        )


def as_option(name: str, value: str | int) -> str:
    """Return how a message tells to set the field ``name`` of a configuration: as an option."""
    name = next((one.name for one in SETTINGS if one.start == name), name)
    text = value if isinstance(value, str) else str(value).lower()
    return f"--lean-{name.replace('_', '-')} {text}"


def toolchain_id(chosen: str) -> str:
    """Return what a test's id shows of one of ``lean_toolchains``: its name, or its folder's."""
    return chosen.rstrip(os.sep).rpartition(os.sep)[2]


def read_settings(config: pytest.Config) -> Settings:
    """Return the settings of a run.

    Raises:
        pytest.UsageError: for a wrong value; it names the setting and where it was given.
    """
    values = {setting.name: _read(config, setting) for setting in SETTINGS}
    _check_version(config, values)
    return Settings(values)


def warn_of_unknown_variables(config: pytest.Config) -> None:
    """Warn of each environment variable that looks like a setting's and is none's."""
    if hasattr(config, "workerinput"):  # its controller does
        return
    known = {setting.variable for setting in SETTINGS}
    for name in sorted(os.environ):
        if name.startswith(_PREFIX) and name not in known:
            from pytest_lean.checks import did_you_mean

            told = f"the environment variable {name} is no setting of pytest-lean"
            message = told + did_you_mean(name, known)
            config.issue_config_time_warning(pytest.PytestConfigWarning(message), stacklevel=2)


def _check_version(config: pytest.Config, values: Mapping[str, Any]) -> None:
    """Raise a usage error if version and toolchain name two Leans."""
    chosen, version = values["toolchain"], values["version"]
    if chosen == "auto" or version is None:
        return
    from pytest_lean.toolchain.elan_names import full_name, is_name
    from pytest_lean.toolchain.embedded import VERSION

    found = ".".join(map(str, VERSION)) if chosen == "embedded" else chosen
    if is_name(found) and is_name(version) and full_name(found) == full_name(version):
        return
    by_name = {setting.name: setting for setting in SETTINGS}
    given = [_find(config, by_name[name])[1] for name in ("version", "toolchain")]
    it_is = f", which is Lean {found}" if chosen == "embedded" else ""
    raise pytest.UsageError(
        f"{given[0]}: {version!r} contradicts {given[1]}: {chosen!r}{it_is}; leave out one of them"
    )


def _read(config: pytest.Config, setting: Setting) -> Any:
    value, source, base = _find(config, setting)
    if source is None:
        return setting.default
    try:
        parsed = setting.parse(value)
    except ValueError as error:
        raise pytest.UsageError(f"{source}: {value!r} is not {error}") from None
    if setting.name in _PATHS and parsed not in (None, "auto"):
        return base / Path(parsed).expanduser()
    if setting.name == "search_path":
        return tuple(str(base / Path(one).expanduser()) for one in parsed)
    if setting.name == "toolchain":
        return _resolved(parsed, base)
    if setting.name == "toolchains":
        return tuple(_resolved(one, base) for one in parsed)
    return parsed


def _resolved(chosen: str, base: Path) -> str:
    """Return ``chosen``, absolute if it is a path; an elan name may have a slash as well."""
    path = base / Path(chosen).expanduser()
    return str(path) if chosen[0] in "~./\\" or (os.sep in chosen and path.exists()) else chosen


def _find(config: pytest.Config, setting: Setting) -> tuple[object, str | None, Path]:
    """Return the value that counts, where it was given, and what a path in it is relative to."""
    here = config.invocation_params.dir
    given = config.getoption(setting.ini)
    if given is not None:
        return " ".join(given) if setting.is_list else given, setting.option, here
    if setting.variable in os.environ:
        return os.environ[setting.variable], f"environment variable {setting.variable}", here
    value = _ini(config, setting)
    if value is None:
        return None, None, here
    base = config.inipath.parent if config.inipath else config.rootpath
    overriding = any(one.startswith(f"{setting.ini}=") for one in config.option.override_ini or ())
    source = "-o" if overriding else str(config.inipath)
    return value, f"{source}: {setting.ini}", base


def _ini(config: pytest.Config, setting: Setting) -> object:
    try:
        return config.getini(setting.ini)
    except (TypeError, ValueError, pytest.UsageError):
        # [tool.pytest] has TOML's own types: a number or a bool is as good as its text.
        # And pytest 8 does not say which setting it is whose quotation marks don't match.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            raw: object = config.inicfg[setting.ini]
        return raw
