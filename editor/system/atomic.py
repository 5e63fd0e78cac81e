"""How bytes reach the disk whole or not at all."""

import errno
import os
import secrets
import shutil
import stat
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from editor.core.wording import worded
from editor.system.errors import FileError, refusal

Replace = Callable[[Path, Path], None]


def write(
    path: Path,
    content: bytes,
    *,
    mode: int = 0o666,
    last_look: Callable[[], None] = lambda: None,
    replace: Replace = os.replace,
) -> None:
    """Write a file so that a crash leaves the old or the new one, never half of each.

    An existing file keeps its mode, owner and attributes; a new one gets `mode` less the umask.
    A link is kept and what it leads to is written. `last_look` may raise to call the writing off.
    A file that cannot be replaced, being mounted by itself into a container or having a second
    name (a hard link), is overwritten in place. Raises FileError, and has then lost nothing.
    """
    target = Path(os.path.realpath(path))
    fresh = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    with plain_refusals(path):
        try:
            status = _status(target)
            _write_beside(fresh, content, target, status, mode)
            last_look()
            if status is not None and status.st_nlink > 1:
                _overwrite(target, content, fresh)
            else:
                _replace(target, content, fresh, replace)
            _compare(target, content)
        finally:
            fresh.unlink(missing_ok=True)


def write_own(path: Path, content: bytes) -> None:
    """Write a file of the program's own, readable for this user only; raises FileError."""
    with plain_refusals(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write(path, content, mode=0o600)


def remove(path: Path) -> None:
    """Delete a file that may be gone already; raises FileError."""
    with plain_refusals(path):
        path.unlink(missing_ok=True)


@contextmanager
def plain_refusals(path: Path) -> Generator[None, None, None]:
    """Turn what the system refuses to do with a file of the program's own into a FileError."""
    try:
        yield
    except OSError as error:
        raise refusal(error, path, "written") from error


def _status(target: Path) -> os.stat_result | None:
    try:
        return target.stat()
    except FileNotFoundError:
        return None


def _write_beside(
    fresh: Path, content: bytes, target: Path, status: os.stat_result | None, mode: int
) -> None:
    """Write the new content under a name of its own, with the permissions that it will have."""
    if status is not None:
        mode = stat.S_IMODE(status.st_mode)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(fresh, flags, mode), "wb") as stream:
        _write_through(stream.fileno(), content)
    if status is not None:
        _take_after(target, status, fresh)


def _take_after(target: Path, status: os.stat_result, fresh: Path) -> None:
    """Give the new file what the old one has; an owner that only root may give is let go."""
    if hasattr(os, "chown"):
        with suppress(PermissionError):
            os.chown(fresh, status.st_uid, status.st_gid)
    with suppress(OSError):  # attributes that this disk or user cannot set
        shutil.copystat(target, fresh)
    os.utime(fresh)
    os.chmod(fresh, stat.S_IMODE(status.st_mode))


def _write_through(descriptor: int, content: bytes) -> None:
    """Write all bytes to an open file and wait until the disk has them."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
    os.fsync(descriptor)


def _replace(target: Path, content: bytes, fresh: Path, replace: Replace) -> None:
    """Put the new file in the old one's place, or overwrite a file that is pinned to its place."""
    try:
        replace(fresh, target)
    except OSError as error:
        if error.errno != errno.EBUSY:
            raise
        _overwrite(target, content, fresh)
    else:
        _sync_folder(target.parent)


def _overwrite(target: Path, content: bytes, fresh: Path) -> None:
    """Write into the existing file; where that fails, put the old content back.

    Meanwhile the whole new content lies in `fresh`, which a crash leaves behind.
    """
    old = target.read_bytes()
    try:
        _write_into(target, content)
    except OSError:
        try:
            _write_into(target, old)
        except OSError as error:
            raise _torn(target, fresh) from error
        raise


def _write_into(target: Path, content: bytes) -> None:
    with target.open("r+b", buffering=0) as stream:
        _write_through(stream.fileno(), content)
        stream.truncate()
        os.fsync(stream.fileno())


def _torn(target: Path, fresh: Path) -> FileError:
    """Keep the new content under a lasting name and say where it is."""
    kept = fresh.rename(target.with_name(f"{target.name}.unsaved"))
    return FileError(
        target,
        worded("{0} was written only in part.", target),
        worded("The whole text is in {0}.", kept),
    )


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with suppress(OSError):  # the file is in place; some disks cannot sync a folder
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _compare(target: Path, content: bytes) -> None:
    if target.read_bytes() != content:
        raise FileError(
            target,
            worded("{0} does not hold what was written to it.", target),
            "Save under another name and check the disk.",
        )
