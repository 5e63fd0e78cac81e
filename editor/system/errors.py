"""How the world refuses: errors that say what happened and what to do.

FileError
├── InvalidText     not UTF-8; carries what could be read
└── ChangedOnDisk   somebody else wrote the file
"""

import errno
from pathlib import Path

_CAUSES: dict[int, tuple[str, str]] = {
    errno.ENOENT: ("{path} does not exist.", "Check the path."),
    errno.ENOTDIR: ("{path} does not exist.", "Check the path."),
    errno.EISDIR: ("{path} is a folder.", "Name a file."),
    errno.EACCES: (
        "{path} may not be {verb}.",
        "Check the permissions of file and folder.",
    ),
    errno.EPERM: ("{path} may not be {verb}.", "Check the permissions of file and folder."),
    errno.EROFS: ("{path} is on a read-only disk.", "Save it somewhere else."),
    errno.ENOSPC: ("The disk of {path} is full.", "Make room and save again."),
    errno.EDQUOT: ("Your quota on the disk of {path} is used up.", "Make room and save again."),
    errno.ENAMETOOLONG: ("The name {path} is too long.", "Choose a shorter one."),
    errno.ELOOP: ("The link {path} leads back to itself.", "Name the file that it should lead to."),
}


class FileError(Exception):
    """A file that could not be read or written: what happened and what to do about it."""

    def __init__(self, path: Path, message: str, remedy: str) -> None:
        super().__init__(f"{message} {remedy}")
        self.path = path
        self.message = message
        self.remedy = remedy


class InvalidText(FileError):
    """A file that is not UTF-8: `offset` in bytes from 0, `line` and `column` in characters from 1.

    `text` has U+FFFD in place of what could not be decoded; show it, do not save it.
    """

    def __init__(self, path: Path, content: bytes, offset: int) -> None:
        before = content[:offset].decode("utf-8", "replace")
        self.offset = offset
        self.line = before.count("\n") + 1
        self.column = len(before) - before.rfind("\n")
        self.text = content.decode("utf-8", "replace")
        place = f"line {self.line}, column {self.column} (byte {offset})"
        super().__init__(
            path, f"{path} is not UTF-8 text: it breaks at {place}.", "Convert it to UTF-8 first."
        )


class ChangedOnDisk(FileError):
    """Files that are no longer what was read: writing them would lose somebody's change.

    `paths` are all of them, `path` is the first.
    """

    def __init__(self, path: Path, *others: Path) -> None:
        self.paths = (path, *others)
        names = " and ".join(map(str, self.paths))
        was, since = ("were", "they were") if others else ("was", "it was")
        super().__init__(
            path,
            f"{names} {was} changed by another program since {since} read.",
            "Reload, or save under another name.",
        )


def refusal(error: OSError, path: Path, verb: str) -> FileError:
    """Return the operating system's refusal in plain words; `verb` is `read` or `written`."""
    message, remedy = _CAUSES.get(
        error.errno or 0,
        ("{path} could not be {verb}: " + (error.strerror or str(error)) + ".", "Try again."),
    )
    return FileError(path, message.format(path=path, verb=verb), remedy)
