"""How the world refuses: errors that say what happened and what to do.

FileError
├── InvalidText     not UTF-8; carries what could be read
└── ChangedOnDisk   somebody else wrote the file
"""

import errno
from pathlib import Path

from editor.core.wording import all_of, counted, sentences, worded

_CAUSES: dict[int, tuple[str, str]] = {
    errno.ENOENT: ("{0} does not exist.", "Check the path."),
    errno.ENOTDIR: ("{0} does not exist.", "Check the path."),
    errno.EISDIR: ("{0} is a folder.", "Name a file."),
    errno.EACCES: (
        "{0} may not be {1}.",
        "Check the permissions of file and folder.",
    ),
    errno.EPERM: ("{0} may not be {1}.", "Check the permissions of file and folder."),
    errno.EROFS: ("{0} is on a read-only disk.", "Save it somewhere else."),
    errno.ENOSPC: ("The disk of {0} is full.", "Make room and save again."),
    errno.EDQUOT: ("Your quota on the disk of {0} is used up.", "Make room and save again."),
    errno.ENAMETOOLONG: ("The name {0} is too long.", "Choose a shorter one."),
    errno.ELOOP: ("The link {0} leads back to itself.", "Name the file that it should lead to."),
}
_VERBS = {"read": worded("read"), "written": worded("written")}


class FileError(Exception):
    """A file that could not be read or written: what happened and what to do about it."""

    def __init__(self, path: Path, message: str, remedy: str) -> None:
        super().__init__(sentences(message, remedy))
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
        place = worded("line {0}, column {1} (byte {2})", self.line, self.column, offset)
        super().__init__(
            path,
            worded("{0} is not UTF-8 text: it breaks at {1}.", path, place),
            "Convert it to UTF-8 first.",
        )


class ChangedOnDisk(FileError):
    """Files that are no longer what was read: writing them would lose somebody's change.

    `paths` are all of them, `path` is the first.
    """

    def __init__(self, path: Path, *others: Path) -> None:
        self.paths = (path, *others)
        super().__init__(
            path,
            counted(
                len(self.paths),
                "{0} was changed by another program since it was read.",
                "{0} were changed by another program since they were read.",
                all_of(list(map(str, self.paths))),
            ),
            "Reload, or save under another name.",
        )


def refusal(error: OSError, path: Path, verb: str) -> FileError:
    """Return the operating system's refusal in plain words; `verb` is `read` or `written`."""
    known = _CAUSES.get(error.errno or 0)
    if known is not None:
        message, remedy = known
        return FileError(path, worded(message, path, _VERBS[verb]), remedy)
    why = error.strerror or str(error)
    message = "{0} could not be read: {1}." if verb == "read" else "{0} could not be written: {1}."
    return FileError(path, worded(message, path, why), "Try again.")
