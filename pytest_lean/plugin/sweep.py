"""The sweep of a library: an item for each of its compiled modules and each check.

``--lean-sweep MyLib`` makes ``MyLib.Basic::axioms``, ``::sorry``, ``::statements``, where the build
kept what it printed ``::messages``, and on request ``::costs``. Such an id selects its item on the
command line as a path does. If the sweep stands in the configuration file and the command line
names other tests, there is no sweep. :mod:`pytest_lean.plugin.swept` examines the libraries; this
module makes items of them, and failures of what was found.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pytest_lean.errors import LeanError
from pytest_lean.plugin import xdist
from pytest_lean.plugin.fixtures import skip_if_missing_may_be
from pytest_lean.plugin.frames import rejection
from pytest_lean.plugin.run import run_of

if TYPE_CHECKING:
    from pytest_lean.judge.lock import Difference
    from pytest_lean.judge.sweep import ModuleSweep, Resting
    from pytest_lean.plugin.swept import SweptLibraries

_SORRY = "sorryAx"
# The name of the item that ``--lean-mutate`` adds.
_CHANGES = "changes"
_COSTS = "costs"
_MOST = 100
_PRIVATE = re.compile(r"\A_private\..*?\.\d+\.")
_SELECTED = pytest.StashKey["list[str]"]()


def take_arguments(config: pytest.Config) -> None:
    """Take the ids of swept modules out of the arguments, which pytest would look for as files.

    Raises:
        pytest.UsageError: ``--lean-sweep`` is followed by a second library, which pytest takes for
            a file or folder.
    """
    roots = run_of(config).settings.sweep
    given = config.getoption("lean_sweep")
    if given and config.args_source is pytest.Config.ArgsSource.ARGS:
        _refuse_second_libraries(roots, config)
    selected = [argument for argument in config.args if _names_module(argument, roots, config)]
    config.stash[_SELECTED] = [_id(argument) for argument in selected]
    if selected:
        config.args = [argument for argument in config.args if argument not in selected]


def _refuse_second_libraries(roots: Sequence[str], config: pytest.Config) -> None:
    from pytest_lean.language.syntax import is_module_name

    others = [
        argument
        for argument in config.args
        if is_module_name(argument)
        and not _names_module(argument, roots, config)
        and not (config.invocation_params.dir / argument).exists()
    ]
    if others:
        together = ",".join([*roots, *others])
        raise pytest.UsageError(
            f"--lean-sweep takes one value, and {others[0]} is no file or folder; to sweep several "
            f"libraries write --lean-sweep {together}, or the option once for each"
        )


def collect(session: pytest.Session) -> list[pytest.Collector]:
    """Return the modules to sweep in this run, in the order of their names.

    Raises:
        pytest.UsageError: a library was not found, its lock is missing or cannot be read, or the
            command line has an id that is no item of the sweep.
    """
    config = session.config
    selected = config.stash.get(_SELECTED, [])
    if not (selected or _is_wanted(config)):
        return []
    try:
        return _selected(_modules(session, selected), selected)
    except pytest.UsageError as error:
        if xdist.tell_usage_error(config, error):
            return []
        raise


def _modules(session: pytest.Session, selected: Sequence[str]) -> dict[str, SweptModule]:
    """Return all modules of the libraries, and those in the lock that no longer exist.

    If the libraries cannot be examined, the names given by the user stand for their modules.
    """
    run = run_of(session.config)
    swept, checks = run.swept, run.settings.sweep_checks
    try:
        names = {*swept.modules, *swept.broken}
        swept.require_lock()
        gone = {module: ["statements"] for module in swept.gone}
        if swept.compares_costs:
            swept.costs.require_table()
            for module in swept.costs.gone:
                gone.setdefault(module, []).append(_COSTS)
        lacking = {name: _lacking(swept, name) for name in names}
    except LeanError as error:
        named = [argument.partition("::")[0] for argument in selected] or run.settings.sweep
        return {name: _module(session, name, checks, error) for name in named}
    found = {
        name: _module(session, name, [check for check in checks if check not in lacking[name]])
        for name in names
    }
    if run.settings.mutate:
        for name in (module for module in swept.modules if swept.source(module) is not None):
            found[name].checks = (*found[name].checks, _CHANGES)
    found.update({name: _module(session, name, of_gone) for name, of_gone in gone.items()})
    return {name: found[name] for name in sorted(found) if found[name].checks}


def _lacking(swept: SweptLibraries, module: str) -> set[str]:
    """Return the checks that a module cannot have: of its messages, or of its source."""
    lacking = set[str]()
    if swept.messages(module) is None:
        lacking.add("messages")
    if swept.compares_costs and swept.source(module) is None:
        lacking.add(_COSTS)
    return lacking


def _selected(modules: dict[str, SweptModule], selected: Sequence[str]) -> list[pytest.Collector]:
    """Return the modules that have one of the selected items; all if none was selected."""
    if not selected:
        return list(modules.values())
    chosen: dict[str, SweptModule] = {}
    for argument in selected:
        name, _, check = argument.partition("::")
        module = modules.get(name)
        if module is None or (check and check not in module.checks):
            raise pytest.UsageError(
                f"lean_sweep: there is no {argument} among the items of the sweep"
            )
        if check:
            before = chosen[name].checks if name in chosen else ()
            checks = tuple(two for two in module.checks if two == check or two in before)
            chosen[name] = _module(module.session, name, checks, module.error)
        else:
            chosen[name] = module
    return list(chosen.values())


def finish(config: pytest.Config) -> None:
    """Write the lock and the costs if items of this process ran with ``--lean-update``."""
    run = run_of(config)
    if "swept" in vars(run):
        run.swept.write()


def end_node(node: Any) -> None:
    """In the controller: remove what the xdist workers of this run shared."""
    settings = run_of(node.config).settings
    run_id = getattr(node, "workerinput", {}).get("testrunuid")
    if settings.sweep and run_id:
        from pytest_lean.plugin.swept import remove_shared

        remove_shared(run_id, settings.cache_dir)


class SweptModule(pytest.Collector):
    """A module of a library that is swept.

    Args:
        checks: the names of its items.
        error: why it could not be examined; None if it could.
    """

    def __init__(self, *, checks: Sequence[str], error: LeanError | None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.checks = tuple(checks)
        self.error = error

    def collect(self) -> Iterator[pytest.Item]:
        """Yield an item for each check."""
        for check in self.checks:
            yield SweepItem.from_parent(self, name=check)


class SweepItem(pytest.Item):
    """One check of one module."""

    fixturenames = ("lean_toolchain",)  # so that the header counts it as a test of Lean
    parent: SweptModule

    def runtest(self) -> None:
        """Fail if the check finds anything.

        Raises:
            LeanRejection: the check found something.
            LeanError: the module could not be examined.
        """
        from pytest_lean.errors import ToolchainNotFoundError

        module = self.parent
        if isinstance(module.error, ToolchainNotFoundError):
            skip_if_missing_may_be(self.config, module.error)
        if module.error is not None:
            raise module.error.with_traceback(None)
        run = run_of(self.config)
        swept = run.swept
        if module.name in swept.broken:
            _broken(swept, module.name, self.name)
        if self.name == _CHANGES:
            from pytest_lean.plugin.mutate_library import examine_module

            examine_module(self, swept, module.name)
        elif self.name == _COSTS:
            swept.costs.compare(module.name, lambda: run.servers.get(swept.lean_config))
        else:
            _CHECKS[self.name](swept, module.name)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Return what the check found, and what pytest shows for any other exception."""
        shown = rejection(excinfo, self.reportinfo()[0], None)
        return super().repr_failure(excinfo, style) if shown is None else shown

    def reportinfo(self) -> tuple[Path, None, str]:
        """Return where the item stands: in no file."""
        module = self.parent.name
        return self.config.rootpath / module, None, f"{module}: {self.name}"


def _axioms(swept: SweptLibraries, module: str) -> None:
    found = _findings(swept, module)
    allowed = set(swept.lean_config.allowed_axioms)
    told = [
        resting
        for resting in found.resting
        if resting.axiom != _SORRY and resting.axiom not in allowed
    ]
    parts = _chains(module, told)
    if swept.lock is not None and not swept.is_updating:
        from pytest_lean.judge.lock import NAME, new_axioms

        refused = {finding.name for finding in told}
        for statement in found.statements:
            new = [axiom for axiom in new_axioms(swept.lock, statement) if axiom != _SORRY]
            if new and statement.name not in refused:
                place = _place(statement.line)
                parts.append(
                    f"{statement.name}{place} rests on {', '.join(new)}, which {NAME} lacks"
                )
    not_so = "are not allowed" if told else "were not locked (--lean-update accepts them)"
    _fail_if(parts, f"{module} rests on axioms that {not_so}")


def _sorry(swept: SweptLibraries, module: str) -> None:
    told = [resting for resting in _findings(swept, module).resting if resting.axiom == _SORRY]
    _fail_if(_chains(module, told), f"{module} is not proved: it rests on `sorry`")


def _statements(swept: SweptLibraries, module: str) -> None:
    from pytest_lean.judge.lock import NAME, compare

    if swept.is_updating:
        swept.update(module)
        return
    lock = swept.lock
    assert lock is not None
    modules = swept.found.modules
    own = modules[module].statements if module in modules else ()
    told = compare(lock, module, own, swept.found.definitions, swept.names)
    parts = [_difference(finding) for finding in told]
    if told and lock.lean != swept.version:
        parts.append(f"{NAME} was written with Lean {lock.lean}, and this is Lean {swept.version}")
    _fail_if(parts, f"{module} does not state what {NAME} holds (--lean-update accepts it)")


def _messages(swept: SweptLibraries, module: str) -> None:
    found = swept.messages(module)
    assert found is not None
    resting = _findings(swept, module).resting if module in swept.modules else ()
    # The item `sorry` reports each `sorry`, so Lean's warnings of it are left out here.
    has_sorry = any(finding.axiom == _SORRY for finding in resting)
    told = [str(message) for message in found.wrong if not (has_sorry and message.is_of_sorry)]
    _fail_if(told, f"the build of {module} printed warnings or errors")


def _broken(swept: SweptLibraries, module: str, check: str) -> None:
    """Raise for a module that did not compile, but let ``messages`` fail with its own errors."""
    from pytest_lean.errors import LeanBuildError

    messages = swept.messages(module)
    if check != "messages" or messages is None or not messages.wrong:
        raise LeanBuildError(f"{module} was not compiled: {swept.broken[module]}")


_CHECKS: dict[str, Callable[[SweptLibraries, str], None]] = {
    "axioms": _axioms,
    "sorry": _sorry,
    "statements": _statements,
    "messages": _messages,
}


def _findings(swept: SweptLibraries, module: str) -> ModuleSweep:
    return swept.found.modules[module]


def _fail_if(parts: Sequence[str], headline: str) -> None:
    from pytest_lean.testing.failure import LeanRejection
    from pytest_lean.testing.render import Failure

    if parts:
        more = [part.partition("\n")[0] for part in parts[_MOST:]]
        rest = ("also:\n" + "\n".join(more),) if more else ()
        raise LeanRejection(Failure(headline, (*parts[:_MOST], *rest)))


def _chains(module: str, told: Sequence[Resting]) -> list[str]:
    """Return for each declaration the chain of declarations that leads to its axiom."""
    return [
        f"{_plain(finding.name)}{_place(finding.line)} {_why(module, finding)}"
        for finding in sorted(told, key=lambda finding: len(finding.chain) == 1)
    ]


def _why(module: str, finding: Resting) -> str:
    if len(finding.chain) == 1:
        return "is an axiom"
    steps = [
        _plain(name) if where == module or name == _SORRY else f"{_plain(name)} (in {where})"
        for name, where in finding.chain
    ]
    return f"rests on {finding.axiom}:\n    {' → '.join(steps)}"


def _plain(name: str) -> str:
    """Return a name as it was declared, without the module that Lean prefixes to a private one."""
    return _PRIVATE.sub("", name)


def _difference(difference: Difference) -> str:
    place = _place(difference.line)
    if difference.kind == "new":
        return f"new: {difference.name}{place}\n  + {difference.after}"
    if difference.kind == "vanished":
        return f"vanished: {difference.name}\n  - {difference.before}"
    if difference.kind == "changed":
        return f"changed: {difference.name}{place}\n{_texts(difference.before, difference.after)}"
    told = [f"definitions under it were altered: {difference.name}{place}\n    {difference.after}"]
    if not difference.altered:
        told.append("  (which ones is not known: the lock was updated in part)")
    told += [
        f"  {name}\n{_texts(before or '(not used before)', after)}"
        for name, before, after in difference.altered
    ]
    return "\n".join(told)


def _texts(before: str, after: str) -> str:
    """Return both texts; if they are the same, with a line that says how they can still differ."""
    alike = "\n  (they print alike: what differs is implicit, or is cut off)"
    return f"  - {before}\n  + {after}{alike if before == after else ''}"


def _place(line: int) -> str:
    return f" (line {line})" if line else ""


def _module(
    session: pytest.Session, name: str, checks: Sequence[str], error: LeanError | None = None
) -> SweptModule:
    made: SweptModule = SweptModule.from_parent(
        session, name=name, nodeid=name, checks=checks, error=error
    )
    return made


def _names_module(argument: str, roots: Sequence[str], config: pytest.Config) -> bool:
    name = _id(argument).partition("::")[0]
    is_below = any(name == root or name.startswith(f"{root}.") for root in roots)
    path = argument.partition("::")[0]
    return is_below and not (config.invocation_params.dir / path).exists()


def _id(argument: str) -> str:
    """Return an id without the folders that pytest shows before it, from below ``rootdir``."""
    path, colons, check = argument.partition("::")
    return path.replace("\\", "/").rpartition("/")[2] + colons + check


def _is_wanted(config: pytest.Config) -> bool:
    """Return whether this run tests the whole project, or the command line asks for the sweep."""
    if config.getoption("lean_sweep") is not None:
        return True
    here = config.invocation_params.dir
    named = config.args_source is pytest.Config.ArgsSource.ARGS
    places = [here / argument for argument in config.args] if named else [here]
    if config.args_source is pytest.Config.ArgsSource.TESTPATHS:
        return True
    return any(_holds(Path(os.path.abspath(place)), config.rootpath) for place in places)


def _holds(folder: Path, other: Path) -> bool:
    return folder == other or folder in other.parents
