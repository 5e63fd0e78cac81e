"""While the window is drawn, the threads beside it wait."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.system.precedence import window_first
from editor.ui.drawnfirst import DrawnFirst


class Witness(QWidget):
    """Notes whether the window goes first while it is drawn."""

    def __init__(self) -> None:
        """Have nothing noted yet."""
        super().__init__()
        self.seen: list[bool] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        """Note it."""
        self.seen.append(window_first.is_taken)


def test_the_window_goes_first_only_while_it_is_drawn(qtbot: QtBot) -> None:
    window, witness = DrawnFirst(), Witness()
    qtbot.addWidget(window)
    window.setCentralWidget(witness)
    with qtbot.waitExposed(window):
        window.show()
    QCoreApplication.processEvents()
    witness.seen.clear()
    witness.update()
    QCoreApplication.processEvents()
    assert witness.seen == [True]
    assert not window_first.is_taken
