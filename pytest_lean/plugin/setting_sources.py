"""Where the value of a setting comes from: command line, environment, configuration file.

The first of these that gives a setting decides, also with 0, ``false`` or an empty list. A path is
relative to the place where it was given, and the error for a wrong value names that place.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import pytest

from pytest_lean.plugin.settings import PREFIX, SETTINGS, Setting, Settings

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


def read_settings(config: pytest.Config) -> Settings:
    """Return the settings of a run.

    Raises:
        pytest.UsageError: for a wrong value; it names the setting and where it was given.
    """
    values = {setting.name: _read(config, setting) for setting in SETTINGS}
    _check_version(config, values)
    return Settings(values)


def warn_of_unknown_variables(config: pytest.Config) -> None:
    """Warn of each environment variable that has our prefix and belongs to no setting."""
    if hasattr(config, "workerinput"):  # the controller of an xdist worker has warned
        return
    known = {setting.variable for setting in SETTINGS}
    for name in sorted(os.environ):
        if name.startswith(PREFIX) and name not in known:
            from pytest_lean.checks import did_you_mean

            told = f"the environment variable {name} is no setting of pytest-lean"
            message = told + did_you_mean(name, known)
            config.issue_config_time_warning(pytest.PytestConfigWarning(message), stacklevel=2)


def refuse_unknown_options(parser: pytest.Parser, args: list[str]) -> None:
    """Refuse an unknown option that begins with ``--lean-``, and propose one that exists.

    Raises:
        pytest.UsageError: there is one; argparse would refuse it without a proposal.
    """
    if not any(argument.startswith("--lean-") for argument in args):
        return
    _, unknown = parser.parse_known_and_unknown_args(args)
    for argument in unknown:
        name = argument.partition("=")[0]
        if name.startswith("--lean-"):
            from pytest_lean.checks import did_you_mean

            known = ["--lean-doctor", *(setting.option for setting in SETTINGS)]
            close = did_you_mean(name, known) or "; pytest --help lists them under Lean 4"
            raise pytest.UsageError(f"{name} is no option of pytest-lean{close}")


def _check_version(config: pytest.Config, values: Mapping[str, Any]) -> None:
    """Raise a usage error if version and toolchain name different Leans."""
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
        return tuple(str(base / Path(path).expanduser()) for path in parsed)
    if setting.name == "toolchain":
        return _resolved(parsed, base)
    if setting.name == "toolchains":
        return tuple(_resolved(path, base) for path in parsed)
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
    overriding = any(
        override.startswith(f"{setting.ini}=") for override in config.option.override_ini or ()
    )
    source = "-o" if overriding else str(config.inipath)
    return value, f"{source}: {setting.ini}", base


def _ini(config: pytest.Config, setting: Setting) -> object:
    try:
        return config.getini(setting.ini)
    except (TypeError, ValueError, pytest.UsageError):
        # [tool.pytest] has TOML's own types, and a number or a bool counts like its text. And
        # for unbalanced quotation marks, pytest 8 does not say in which setting they are.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            raw: object = config.inicfg[setting.ini]
        return raw
