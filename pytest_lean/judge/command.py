"""``pytest-lean judge``: a file of proofs in, a file of verdicts out.

Promises: what is wrong with the command or its settings is told before anything is judged, with
exit code 2. The exit code is 0 if every proof got a verdict and 1 if some have none, or if the run
was ended. However it ends, the same command goes on where it was.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, NoReturn

from pytest_lean.config import DEFAULT_TIMEOUT, LeanConfig
from pytest_lean.errors import LeanError, LeanSettingsError
from pytest_lean.judge.progress import Progress
from pytest_lean.judge.proof import LONGEST_TIMEOUT, RUNGS
from pytest_lean.judge.records import Reading, Shard, check_content, read
from pytest_lean.judge.reported import Reported
from pytest_lean.judge.run import Run, prepare
from pytest_lean.judge.tally import Tally
from pytest_lean.judge.verdict_file import RecordsError, VerdictFile
from pytest_lean.judge.work import ISOLATIONS, Setup
from pytest_lean.language.values import option_value
from pytest_lean.report.output import OutputError

OK, SOME_NONE, USAGE, INTERRUPTED = 0, 1, 2, 130
_MOST_WORKERS = 10_000
_DESCRIPTION = """\
Judge proofs. Each line of PROOFS is a JSON object with `id` and `text`, and, if wanted,
`theorem`, `statement`, `imports`, `problem`, `timeout`, `trust`; each line of the output is the
verdict on one of them: `proved`, `rejected`, `none` (with a cause) or `skipped`. If the output is
there already the run goes on with what is missing."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell what the command takes."""
    parser.description = _DESCRIPTION
    parser.add_argument("proofs", metavar="PROOFS", help="file of proofs, - for standard input")
    add = parser.add_argument
    add("--out", default="-", metavar="FILE", help="file of verdicts (default: standard output)")
    add("--workers", type=_workers, default=None, metavar="N|auto",
        help="how many proofs are judged at once (default: auto, by cores and memory)")  # fmt: skip
    add("--trust", choices=RUNGS, default="checked", help="how far to check (default: checked)")
    add("--isolation", choices=ISOLATIONS, default="fresh",
        help="a fresh process for each text, or a shared warm worker for texts of your own "
        "(default: fresh)")  # fmt: skip
    add("--timeout", type=_seconds, default=DEFAULT_TIMEOUT, metavar="SECONDS",
        help=f"for one attempt at one proof, or none (default: {DEFAULT_TIMEOUT:g})")  # fmt: skip
    add("--memory", type=_mebibytes, default=None, metavar="MIB",
        help="private memory that Lean may use for one text (default: no limit)")  # fmt: skip
    add("--imports", action="extend", type=_words, default=[], metavar="MODULES",
        help="modules that every proof starts from; can be given more than once")  # fmt: skip
    add("--option", action="append", type=_option, default=[], metavar="NAME=VALUE",
        help="a Lean option; can be given more than once")  # fmt: skip
    add("--allowed-axioms", action="extend", type=_words, default=[], metavar="NAMES",
        help="axioms that are allowed besides Lean's own three")  # fmt: skip
    add("--toolchain", default="auto", metavar="LEAN",
        help="auto, embedded, the path of a sysroot or of a lean, or elan's name of a toolchain "
        "(default: auto)")  # fmt: skip
    add("--project", default=None, metavar="FOLDER", help="Lake project that can be imported")
    add("--search-path", action="extend", type=_folders, default=[], metavar="FOLDERS",
        help="folders with further compiled modules")  # fmt: skip
    add("--sandbox", choices=("require", "auto", "off"), default="auto",
        help="what confines a text (default: auto, what the machine allows)")  # fmt: skip
    add("--first-pass-wins", action="store_true",
        help="skip the other attempts at a `problem` once one is proved")  # fmt: skip
    add("--shard", type=_shard, default=Shard(), metavar="K/N",
        help="judge the K-th of N parts; attempts at a problem are in one part")  # fmt: skip
    add("--retry-none", action="store_true",
        help="judge again what has no verdict in the output of an earlier run")  # fmt: skip
    add("--no-cache", action="store_true", help="use and keep no verdicts of other runs")
    add("--cache-dir", default=None, metavar="FOLDER", help="the cache directory")
    add("--engine", choices=("local", "ray"), default="local",
        help="processes here, or actors on a Ray cluster (default: local)")  # fmt: skip
    add("--address", default=None, metavar="ADDRESS",
        help="of the Ray cluster, or auto (default: start one here)")  # fmt: skip
    add("--report", type=Path, default=None, metavar="FILE",
        help="write a page about the run, as HTML (pip install 'pytest-lean[report]')")  # fmt: skip
    add("--quiet", action="store_true", help="no progress and no summary")


def main(options: argparse.Namespace) -> int:
    """Run the command; return its exit code."""
    try:
        with _sigterm_as_interrupt(), _little_garbage():
            return _judge(options)
    except LeanSettingsError as error:
        return _fail(f"the settings are wrong: {error}")
    except LeanError as error:
        return _fail(f"nothing can be judged: {error}")
    except (OutputError, RecordsError, TypeError, ValueError) as error:
        return _fail(str(error))
    except BrokenPipeError:  # whoever read the verdicts has had enough
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        code = SOME_NONE
    except OSError as error:  # a file cannot be read any more, or the temporary folder is full
        return _fail(str(error))
    except KeyboardInterrupt:
        told = "" if options.out == "-" else "; the same command goes on where it was"
        sys.stderr.write(f"\npytest-lean judge: interrupted{told}\n")
        code = INTERRUPTED
    return code


def _judge(options: argparse.Namespace) -> int:
    setup = Setup(_config(options), options.trust, options.isolation, not options.no_cache)
    out = None if options.out == "-" else Path(options.out)
    reading, tally = Reading(), Tally()
    if options.address is not None and options.engine != "ray":
        raise RecordsError("--address is that of a Ray cluster: give --engine ray as well")
    reported = None if options.report is None else Reported(options.report, options.proofs)
    with _open(options.proofs, out) as (file, size):
        engine, setup = prepare(setup, options.workers, options.engine, options.address)
        toolchain = setup.config.prepare()
        verdicts = VerdictFile(
            out, setup.identity(toolchain.version_text), retry_none=options.retry_none
        )
        run = Run(
            read(file, setup, verdicts.done, options.shard, reading),
            setup,
            engine,
            first_pass_wins=options.first_pass_wins,
            solved=verdicts.done.solved,
            tally=tally,
            is_quick=size is not None,
        )
        if reported is not None:
            reported.begin(verdicts, tally, toolchain.label)
        progress = Progress(tally, reading, size, quiet=options.quiet)
        if not options.quiet:
            sys.stderr.write(f"{toolchain.label}, {engine.stats.workers} workers\n")
        try:
            with contextlib.closing(run.batches()) as batches:
                for batch in batches:
                    verdicts.write(batch)
                    if reported is not None:
                        reported.add(batch)
                    progress.tick()
        finally:
            progress.end()
            verdicts.close()
            if reported is not None:
                reported.write()
    if not options.quiet:
        others = verdicts.done.count - reading.done if options.shard.count == 1 else 0
        _tell(tally, reading, engine.stats.workers, others)
    missing = tally.verdicts["none"] + verdicts.done.missing
    return SOME_NONE if missing else OK


def _tell(tally: Tally, reading: Reading, workers: int, others: int) -> None:
    lines = tally.lines(workers)
    if reading.done:
        lines.append(f"{reading.done} had a verdict from an earlier run")
    if others > 0:
        lines.append(f"{others} verdicts in the output are about proofs that were not among these")
    if reading.unknown:
        names = ", ".join(sorted(reading.unknown)[:10])
        lines.append(f"fields that mean nothing here, and were left alone: {names}")
    sys.stderr.write("".join(f"{line}\n" for line in lines))


def _config(options: argparse.Namespace) -> LeanConfig:
    return LeanConfig(
        toolchain=options.toolchain,
        project=options.project,
        search_path=tuple(options.search_path),
        imports=tuple(options.imports),
        options=dict(options.option),
        memory_hard_limit_mb=options.memory,
        timeout=options.timeout,
        cache_dir=options.cache_dir,
        sandbox=options.sandbox,
        allowed_axioms=tuple(options.allowed_axioms),
    )


@contextlib.contextmanager
def _open(name: str, out: Path | None) -> Iterator[tuple[IO[bytes], int | None]]:
    """Yield the file of proofs, and its size if that is known."""
    if name == "-":
        if sys.stdin is None:  # it was closed
            raise RecordsError("standard input is closed")
        yield sys.stdin.buffer, None
        return
    path = Path(name)
    try:
        if out is not None and out.exists() and path.samefile(out):
            raise RecordsError(f"{out} is the file of the proofs: give another --out")
        is_file = path.is_file()  # and no pipe, say
        if is_file:
            check_content(path)
        file = open(path, "rb", buffering=1 << 20)  # noqa: SIM115 (closed below)
    except OSError as error:
        raise RecordsError(f"{path}: {error.strerror or error}") from error
    with file:
        yield file, path.stat().st_size if is_file else None


@contextlib.contextmanager
def _sigterm_as_interrupt() -> Iterator[None]:
    """End as by Ctrl-C when asked to: a queueing system says so shortly before it kills."""

    def interrupt(*_: Any) -> NoReturn:
        raise KeyboardInterrupt

    try:
        before = signal.signal(signal.SIGTERM, interrupt)
    except ValueError:  # not in the main thread
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextlib.contextmanager
def _little_garbage() -> Iterator[None]:
    """Have the collector of cyclic garbage look seldom: a run makes none, but holds much."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _fail(message: str) -> int:
    sys.stderr.write(f"pytest-lean judge: {message}\n")
    return USAGE


def _workers(text: str) -> int | None:
    if text == "auto":
        return None
    if _whole(text) > _MOST_WORKERS:
        raise argparse.ArgumentTypeError(
            f"{text} is more than {_MOST_WORKERS}, the most there can be"
        )
    return int(text)


def _mebibytes(text: str) -> int | None:
    return None if text == "none" else _whole(text)


def _whole(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of at least 1")
    return int(text)


def _seconds(text: str) -> float | None:
    if text == "none":
        return None
    with contextlib.suppress(ValueError):
        if 0 < float(text) <= LONGEST_TIMEOUT:
            return float(text)
    raise argparse.ArgumentTypeError(
        f"{text!r} is neither none nor a number of seconds above 0, at most {LONGEST_TIMEOUT}"
    )


def _words(text: str) -> list[str]:
    return [word for word in re.split(r"[\s,]+", text) if word]


def _folders(text: str) -> list[str]:
    return [str(Path(folder).absolute()) for folder in text.split(os.pathsep) if folder]


def _option(text: str) -> tuple[str, bool | int | str]:
    name, equals, value = text.partition("=")
    if not name or not equals:
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=VALUE")
    return name, option_value(value)


def _shard(text: str) -> Shard:
    match = re.fullmatch(r"(\d+)/(\d+)", text)
    if match is None or not 1 <= int(match[1]) <= int(match[2]):
        raise argparse.ArgumentTypeError(f"{text!r} is not K/N with K from 1 to N")
    return Shard(int(match[1]), int(match[2]))
