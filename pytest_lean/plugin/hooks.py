"""The pytest plugin: a table of contents of its hooks. Work happens elsewhere.

Loading it costs a project without Lean tests next to nothing: the fixtures import the engine when a
test asks for one, and a module that only one setting needs is imported where that setting is given.
"""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from pytest_lean.plugin import (
    baselines,
    distribution,
    explain,
    frames,
    header,
    hookspecs,
    marker,
    outcome,
    overriding,
    setting_sources,
    settings,
    xdist,
)
from pytest_lean.plugin.fixtures import (
    lean,
    lean_config,
    lean_preamble,
    lean_project,
    lean_server,
    lean_servers,
    lean_toolchain,
)
from pytest_lean.plugin.run import run_of
from pytest_lean.toolchain.wording import tell_with

pytest.register_assert_rewrite("pytest_lean.testing.assertions")

__all__ = [
    "lean",
    "lean_config",
    "lean_preamble",
    "lean_project",
    "lean_server",
    "lean_servers",
    "lean_toolchain",
]


def pytest_addoption(parser: pytest.Parser) -> None:
    setting_sources.add_options(parser)
    tell_with(settings.as_option)


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(
    parser: pytest.Parser, args: list[str]
) -> Generator[None, None, None]:
    yield  # a conftest may add options whose names begin like ours
    setting_sources.refuse_unknown_options(parser, args)


def pytest_addhooks(pluginmanager: pytest.PytestPluginManager) -> None:
    pluginmanager.add_hookspecs(hookspecs)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", marker.HELP)
    run = run_of(config)
    setting_sources.warn_of_unknown_variables(config)
    baselines.refuse_in_ci(config)
    xdist.join(config)
    config.pluginmanager.register(frames.OwnFrames())
    if run.settings.report is not None or run.settings.json is not None:
        from pytest_lean.plugin import reporting

        run.activity = reporting.record(config, run.settings)
        if not hasattr(config, "workerinput"):
            run.reporting = reporting.Reporting(config, run.settings, run.summary)
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(outcome.ErrorCount(run.summary))
        if _writes_elsewhere(config):
            from pytest_lean.plugin.neighbours import Neighbours

            config.pluginmanager.register(Neighbours(config, run.summary))
    if config.pluginmanager.hasplugin("syrupy"):
        from pytest_lean.plugin.neighbours import teach_syrupy

        teach_syrupy()
    if run.settings.toolchains:
        run.leans.check_matrix()
    if run.settings.sweep:
        from pytest_lean.plugin import sweep

        sweep.take_arguments(config)


def _writes_elsewhere(config: pytest.Config) -> bool:
    """Return whether a plugin is loaded that has to be told which failures are no verdict."""
    names = {name.partition(".")[0] for name, _ in config.pluginmanager.list_name_plugin()}
    return not names.isdisjoint(("html", "pytest_html", "ctrf"))


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> int | None:
    if not config.getoption("lean_doctor"):
        return None
    from pytest_lean.plugin.doctor import main

    return main(config)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    if file_path.suffix == ".lean":
        from pytest_lean.plugin.lean_files import collection

        if collection.is_test_file(file_path, parent.config):
            return collection.LeanFile.from_parent(parent, path=file_path)
    if run_of(parent.config).settings.proofs:
        from pytest_lean.plugin import proofs

        if proofs.is_file_of_proofs(file_path, parent.config):
            return proofs.ProofsFile.from_parent(parent, path=file_path)
    return None


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    is_whole = isinstance(collector, pytest.Session) and report.passed
    if is_whole and run_of(collector.config).settings.sweep:
        from pytest_lean.plugin import sweep

        assert isinstance(collector, pytest.Session)
        report.result = [*report.result, *sweep.collect(collector)]
    return report


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    run = run_of(metafunc.config)
    if run.settings.toolchains:
        run.leans.parametrize(metafunc)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> Generator[None, None, None]:
    distribution.keep_together(config, items)  # before xdist reads the groups
    yield
    try:  # only now, since other plugins have deselected tests by now
        marker.check_all(items)
    except pytest.UsageError as error:
        items.clear()
        if xdist.tell_usage_error(config, error):
            return
        raise
    xdist.tell_collected(config, header.deciding(items))


def pytest_report_collectionfinish(config: pytest.Config, items: list[pytest.Item]) -> list[str]:
    return header.lines(config, items)


@pytest.hookimpl(wrapper=True, optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> Generator[None, int, int]:
    return distribution.workers_by_memory(config, (yield))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    outcome.begin(item)
    overriding.make_again_for(item)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    explain.show_all(item.config, call)
    result = yield
    if call.excinfo is not None:
        outcome.refuse_xfail(item, call, result)
    if call.excinfo is not None and result.failed:
        frames.tell_in_one_line(call, result)
        outcome.explain(item, call, result)
        explain.add_sections(item.config, call, result)
    return result


def pytest_assertrepr_compare(
    config: pytest.Config, op: str, left: object, right: object
) -> list[str] | None:
    return explain.compare(op, left, right)


@pytest.hookimpl(tryfirst=True)
def pytest_report_teststatus(report: pytest.TestReport) -> tuple[str, str, Any] | None:
    return outcome.status(report)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    outcome.write_summary(terminalreporter, run_of(terminalreporter.config).summary)
    baselines.write_summary(terminalreporter)
    if run_of(terminalreporter.config).settings.mutate:
        from pytest_lean.plugin import mutate

        mutate.write_summary(terminalreporter, run_of(terminalreporter.config).mutants)
    if (reporting := run_of(terminalreporter.config).reporting) is not None:
        reporting.write_summary(terminalreporter)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    run = run_of(session.config)
    run.end_servers()
    if run.settings.sweep:
        from pytest_lean.plugin import sweep

        sweep.finish(session.config)
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        run.summary.send(output)
    elif run.reporting is not None:
        run.reporting.finish(session, exitstatus)
    baselines.finish(session.config)
    if run.settings.mutate:
        from pytest_lean.plugin import mutate

        mutate.finish(session.config, run.mutants)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    xdist.connect(node)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    output = getattr(node, "workeroutput", {})
    run_of(node.config).summary.receive(output)
    baselines.add_worker(node.config, output)
    settings = run_of(node.config).settings
    if settings.mutate:
        from pytest_lean.plugin import mutate

        mutate.add_worker(run_of(node.config).mutants, output)
    if settings.sweep:
        from pytest_lean.plugin import sweep

        sweep.end_node(node)
