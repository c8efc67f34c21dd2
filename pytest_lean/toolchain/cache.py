"""The cache directory: each result is built there by the first process that needs it.

A result is built in a directory of its own and published by one atomic rename, under a
file lock per result. So a killed build leaves nothing that another process would use, and of any
number of processes that start together one builds. ``builds.log`` gets one line for each build.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import logging
import os
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from filelock import FileLock, Timeout
from platformdirs import user_cache_path

from pytest_lean.errors import CacheDirError, LeanBuildError
from pytest_lean.toolchain.model import Toolchain
from pytest_lean.toolchain.wording import how_to_set

CACHE_VARIABLE = "PYTEST_LEAN_CACHE_DIR"
# Lists the files of a result and their SHA-256, in its directory.
_DIGESTS = "digests.txt"
LOCK_TIMEOUT = 1800.0
_COMPILE_TIMEOUT = 600.0
_LEFT_SECONDS = 86_400.0
# For modules that one process compiled for its own servers, under names that no other process uses.
_OWN_MODULES = "models"
_CACHE_ERRORS = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT, errno.ENOTDIR}
_FULL_SIGNS = ("no space left", "disk quota", "read-only file system", "error code: 28")

_log = logging.getLogger("pytest_lean.build")


def cache_path(cache_dir: str | os.PathLike[str] | None = None) -> Path:
    """Return the cache directory: the argument, ``PYTEST_LEAN_CACHE_DIR`` or the platform's."""
    chosen = cache_dir or os.environ.get(CACHE_VARIABLE)
    return Path(chosen).expanduser().absolute() if chosen else user_cache_path("pytest-lean")


def own_modules(cache_dir: str | os.PathLike[str] | None = None) -> Path:
    """Return the folder in which a process keeps modules for its own workers until it ends."""
    return cache_path(cache_dir) / _OWN_MODULES


def publish(cache: Path, name: str, key: str, build: Callable[[Path], None]) -> tuple[Path, bool]:
    """Return the directory ``name/key`` of the cache, and whether this call built it.

    Args:
        cache: the cache directory.
        name: what kind of result it is.
        key: identifies everything that the result depends on.
        build: fills the empty directory that it is given; what it raises is passed on,
            and nothing is published.

    Raises:
        CacheDirError: if the cache directory cannot be written.
        LeanBuildError: if another process holds the lock for too long.
    """
    final = cache / name / key
    if final.is_dir():
        return final, False
    with writing(cache), locked(cache, f"{name}-{key}"):
        if final.is_dir():
            return final, False
        final.parent.mkdir(parents=True, exist_ok=True)
        unfinished = f".{key}-"
        # The process that made these has died: a live builder would hold the lock.
        for left in final.parent.glob(f"{unfinished}*"):
            shutil.rmtree(left, ignore_errors=True)
        work = Path(tempfile.mkdtemp(prefix=unfinished, dir=final.parent))
        started = time.monotonic()
        try:
            build(work)
            _record_digests(work)
            os.replace(work, final)
        except BaseException:
            shutil.rmtree(work, ignore_errors=True)
            raise
        _record(cache, f"{name}/{key} built in {time.monotonic() - started:.1f} s")
        return final, True


def recorded_digest(path: Path) -> str | None:
    """Return the SHA-256 of a file when it was built; None if it is in no result of the cache."""
    for folder in path.parents:
        listed = folder / _DIGESTS
        if listed.is_file():
            place = path.relative_to(folder).as_posix()
            for line in listed.read_text(encoding="utf-8").splitlines():
                digest, _, name = line.partition("  ")
                if name == place:
                    return digest
            return None
    return None


def _record_digests(directory: Path) -> None:
    """Record the digests of all files of a result, so that a later change is recognised."""
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(directory).as_posix()}"
        for path in sorted(directory.rglob("*"))
        if path.is_file()
    ]
    (directory / _DIGESTS).write_text("\n".join([*lines, ""]), encoding="utf-8")


@contextlib.contextmanager
def locked(cache: Path, name: str, timeout: float = LOCK_TIMEOUT) -> Iterator[None]:
    """Hold the file lock ``name`` of the cache; the system frees it if the process is killed.

    Args:
        cache: the cache directory.
        name: what is locked.
        timeout: seconds to wait for another process that holds it.

    Raises:
        CacheDirError: if the cache directory cannot be written.
        LeanBuildError: if another process holds the lock for too long.
    """
    path = cache / "locks" / f"{name}.lock"
    lock = FileLock(path, timeout=timeout)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        raise LeanBuildError(
            f"another process has held {path} for {timeout:.0f} s; "
            f"end it, or move the cache directory with {how_to_set('cache_dir', 'DIR')}"
        ) from error
    except OSError as error:
        raise _cannot_write(cache, str(error)) from error
    try:
        yield
    finally:
        lock.release()


@contextlib.contextmanager
def writing(cache: Path) -> Iterator[None]:
    """Turn an error of the file system below ``cache`` into :class:`CacheDirError`."""
    try:
        yield
    except OSError as error:
        if error.errno not in _CACHE_ERRORS and not isinstance(error, FileExistsError):
            raise
        raise _cannot_write(cache, str(error)) from error


def write_whole(path: Path, text: str) -> None:
    """Write a file so that other processes read the old text or the new one, never a part.

    Args:
        path: the file; its folder is made if it is missing.
        text: its whole new text; line ends are written as they are.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}-{threading.get_ident()}")
    try:
        unfinished.write_text(text, encoding="utf-8", newline="")
        os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)


def remove_left(folder: Path) -> None:
    """Remove the entries of a folder that are over a day old: their processes were killed.

    Args:
        folder: a folder in which each process removes its own entries when it ends.
    """
    left = list(folder.iterdir()) if folder.is_dir() else []
    for path in left:
        with contextlib.suppress(OSError):  # another process may remove it at the same time
            if time.time() - path.stat().st_mtime > _LEFT_SECONDS:
                if path.is_dir():
                    shutil.rmtree(path, ignore_errors=True)
                else:
                    path.unlink()


def compile_module(
    toolchain: Toolchain,
    root: Path,
    source: Path,
    output: Path,
    *,
    cache: Path,
    search_path: Iterable[str] = (),
    options: Iterable[str] = (),
    timeout: float = _COMPILE_TIMEOUT,
) -> None:
    """Compile one Lean module to ``output`` (an ``.olean``; its ``.ilean`` stands beside it).

    Args:
        toolchain: the Lean; with ``search_path``, it must find what the module imports.
        root: the folder that the module's name is counted from.
        source: the ``.lean`` file.
        output: where the ``.olean`` goes.
        cache: the cache directory, for the error that names it.
        search_path: further folders with compiled modules.
        options: further arguments of Lean's.
        timeout: seconds after which Lean is ended.

    Raises:
        LeanBuildError: if Lean rejects the module; with what Lean printed.
        CacheDirError: if the output could not be written.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    command = [*toolchain.command, *options, "-R", str(root), "-o", str(output)]
    command += ["-i", str(output.with_suffix(".ilean")), str(source)]
    try:
        done = subprocess.run(
            command,
            check=False,
            env=toolchain.environment(search_path),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=timeout,
        )
    except OSError as error:
        raise LeanBuildError(f"{command[0]} cannot be run: {error}") from error
    except subprocess.TimeoutExpired as error:
        raise LeanBuildError(f"Lean did not finish {source} in {timeout:.0f} s") from error
    if done.returncode == 0 and output.is_file():
        return
    printed = (done.stdout + done.stderr).strip()
    # Lean gives no reason when it cannot write its output.
    signs = (*_FULL_SIGNS, f"failed to write '{output}'".lower())
    if any(sign in printed.lower() for sign in signs):
        free = shutil.disk_usage(output.parent).free / 2**20
        raise _cannot_write(cache, f"{printed}\n{free:.0f} MiB are free there.")
    raise LeanBuildError(
        f"Lean could not compile {source} (exit code {done.returncode}):\n{printed[-4000:]}\n"
        f"command: {' '.join(command)}"
    )


def _cannot_write(cache: Path, why: str) -> CacheDirError:
    return CacheDirError(
        f"the cache directory {cache} cannot be written: {why}\n"
        f"Move it with {how_to_set('cache_dir', 'DIR')}, or with {CACHE_VARIABLE}=DIR."
    )


def _record(cache: Path, line: str) -> None:
    _log.info("%s", line)
    stamp = time.strftime("%Y-%m-%dT%H:%M:%S%z")
    with (cache / "builds.log").open("a", encoding="utf-8") as log:
        log.write(f"{stamp} pid {os.getpid()}: {line}\n")
