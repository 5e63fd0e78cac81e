"""Opens files as the window does, without a window."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from editor.ui.filing import Filing
from editor.ui.session import Session


def opened(filing: Filing, path: Path, qtbot: QtBot) -> Session:
    """Return the session after a file was read and judged."""
    with qtbot.waitSignal(filing.opened):
        filing.open(path)
    return filing._session
