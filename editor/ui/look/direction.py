"""From which side people read, and what follows for alignment, margins and single texts.

It is that of the application, which is set once, with the language, before there is a window.
"""

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QGuiApplication

_FIRST_STRONG, _POP = "\u2068", "\u2069"


def is_mirrored() -> bool:
    """Say whether people read from right to left."""
    return QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft


def beginning() -> Qt.AlignmentFlag:
    """Return the alignment of a line at the side from which people read, whatever its letters.

    Left to itself, Qt would go by the letters and move a name that is written the other way.
    """
    side = Qt.AlignmentFlag.AlignRight if is_mirrored() else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def margins(before: int, top: int, behind: int, bottom: int) -> QMargins:
    """Return the margins of contents, in pixels, before and behind being said as people read."""
    if is_mirrored():
        return QMargins(behind, top, before, bottom)
    return QMargins(before, top, behind, bottom)


def onward() -> str:
    """Return the character that leads from one step to the next."""
    return "‹" if is_mirrored() else "›"


def isolated(text: str) -> str:
    """Return a text that runs as its own letters do, also where its widget runs the other way.

    Without it a name such as `.env` would end in its dot. (Unicode: UAX #9, FSI and PDI.)
    """
    return f"{_FIRST_STRONG}{text}{_POP}" if text and is_mirrored() else text
