"""Reading and saving the user's files: exact text in, exact text out, nobody's change lost."""

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from editor.core.wording import worded
from editor.system import atomic
from editor.system.errors import ChangedOnDisk, FileError, InvalidText, refusal

LARGEST = 20 * 2**20
"""Bytes of the largest file that is read; a config of 1,000 groups has 1 MB."""

_MOUNTED = frozenset({"librechat.yaml", ".env"})
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class FileText:
    """A text as it was read: byte-order mark and line endings included.

    `stamp` is the SHA-256 of the file's bytes; it tells whether the disk still has this version.
    """

    path: Path
    text: str
    stamp: str


def read(path: Path) -> FileText:
    """Return the file's text; raises FileError, or InvalidText when it is not UTF-8."""
    content = _content(path)
    return FileText(path, decoded(content, path), _stamp(content))


def decoded(content: bytes, path: Path) -> str:
    """Return UTF-8 bytes as text, nothing translated; raises FileError or InvalidText."""
    _require_size(path, len(content))
    if content.startswith(_UTF16_MARKS):
        raise FileError(path, worded("{0} is UTF-16 text.", path), "Convert it to UTF-8 first.")
    if b"\0" in content:
        raise FileError(path, worded("{0} is not a text file.", path), "Choose a YAML file.")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InvalidText(path, content, error.start) from error


def stamp_on_disk(path: Path) -> str | None:
    """Return the stamp of what is on disk now, None for no file; raises FileError."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise refusal(error, path, "read") from error


def save(
    path: Path, text: str, expected: str | None, *, replace: atomic.Replace = os.replace
) -> FileText:
    """Write the text and return it as read back.

    `expected` is the stamp of the version that the text was made from, None for a new file.
    Raises ChangedOnDisk when the disk has another version, FileError when it cannot be written.
    """

    def refuse_other_version() -> None:
        if stamp_on_disk(path) != expected:
            raise ChangedOnDisk(path)

    content = _encoded(text, path)
    _require_writable(path)
    refuse_other_version()
    atomic.write(path, content, last_look=refuse_other_version, replace=replace)
    return FileText(path, text, _stamp(content))


def require_savable(path: Path, text: str) -> None:
    """Raise FileError where it can be told beforehand that the text cannot be written."""
    _encoded(text, path)
    _require_writable(path)
    if not path.parent.is_dir():
        raise FileError(
            path, worded("{0} does not exist.", path.parent), "Create the folder first."
        )


def _content(path: Path) -> bytes:
    try:
        status = path.stat()
        _require_regular(path, status)
        _require_size(path, status.st_size)
        with path.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError as error:
        raise refusal(error, path, "read") from error


def _require_regular(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise FileError(path, worded("{0} is a folder.", path), _remedy_for_folder(path))
    if not stat.S_ISREG(status.st_mode):
        raise FileError(
            path, worded("{0} is a device or a pipe.", path), "Copy it to a file first."
        )


def _remedy_for_folder(path: Path) -> str:
    if path.name not in _MOUNTED:
        return "Name a file in it."
    return "Docker makes one where it is to mount a missing file: remove it, and make the file."


def _require_size(path: Path, size: int) -> None:
    if size > LARGEST:
        raise FileError(
            path,
            worded(
                "{0} has more than {1} MiB, too much for a LibreChat config.",
                path,
                LARGEST // 2**20,
            ),
            "Check that it is the right file.",
        )


def _require_writable(path: Path) -> None:
    """Refuse what replacing would get around: a file that its owner made read-only."""
    try:
        _require_regular(path, path.stat())
        path.open("r+b").close()
    except FileNotFoundError:
        return
    except OSError as error:
        raise refusal(error, path, "written") from error


def _encoded(text: str, path: Path) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        raise FileError(
            path,
            worded("Line {0} has half of a character pair, which no UTF-8 file can hold.", line),
            "Delete that character.",
        ) from error


def _stamp(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
