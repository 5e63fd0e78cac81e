"""A person in front of a window: real keys and clicks, each of them counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFileDialog, QPushButton, QWidget

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from editor.ui.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PATIENCE = 30_000
_NONE = Qt.KeyboardModifier.NoModifier
_Widget = TypeVar("_Widget", bound=QWidget)


class Person:
    """Does one thing after the other, and counts: a click, a key or a filled field is one each.

    Going to a field, by a click or by Tab, counts too. `done` says what was done, for a test that
    fails.
    """

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.done: list[str] = []
        self._qtbot = qtbot

    @property
    def count(self) -> int:
        return len(self.done)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click on what a person sees there; what is covered or pale cannot be clicked."""
        self.done.append(f"click {widget.objectName()}")
        place = widget.rect().center() if at is None else at
        assert widget.isVisible(), widget
        assert widget.isEnabled(), widget
        top = widget.window()
        seen = top.childAt(widget.mapTo(top, place))
        assert seen is not None
        assert seen is widget or widget.isAncestorOf(seen), (widget, seen)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, _NONE, place)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _NONE) -> None:
        """Press a key where the keyboard is."""
        self.done.append(f"press {modifier.name or ''} {key.name}")
        QTest.keyClick(self._focused(), key, modifier)

    def fill(self, text: str) -> None:
        """Type into the field where the keyboard is, over what stands there."""
        self.done.append(f"fill {self._focused().objectName()}")
        QTest.keyClick(self._focused(), Qt.Key.Key_A, CONTROL)
        QTest.keyClicks(self._focused(), text)

    def paste(self, text: str) -> None:
        """Fill the field where the keyboard is from the clipboard."""
        self.done.append(f"paste {self._focused().objectName()}")
        QGuiApplication.clipboard().setText(text)
        QTest.keyClick(self._focused(), Qt.Key.Key_A, CONTROL)
        QTest.keyClick(self._focused(), Qt.Key.Key_V, CONTROL)

    def choose(self, dialog: str, path: Path, *, has_mouse: bool) -> None:
        """Fill in the name in a file dialog, and confirm."""
        shown = self.wait_for(dialog, QFileDialog)
        self.fill(str(path))
        if has_mouse:
            buttons = [one for one in shown.findChildren(QPushButton) if one.isDefault()]
            self.click(buttons[0])
        else:
            self.press(Qt.Key.Key_Return)

    def wait_for(self, name: str, kind: type[_Widget]) -> _Widget:
        """Return a dialog as soon as it has come up."""
        self._qtbot.waitUntil(lambda: self.window.findChild(kind, name) is not None)
        found = self.window.findChild(kind, name)
        assert found is not None
        self._qtbot.waitUntil(found.isActiveWindow)
        return found

    def return_to_window(self) -> None:
        """Do what the system does when a dialog closes, where there is a system."""
        self.window.activateWindow()
        self._qtbot.waitUntil(self.window.isActiveWindow)

    def wait_until_opened(self, path: Path) -> None:
        """Wait for a file to be shown."""
        self._qtbot.waitUntil(lambda: self.window.windowFilePath() == str(path))

    def save(self, *, has_mouse: bool) -> None:
        """Ask for saving, look at the changes, and agree."""
        self.return_to_window()
        if has_mouse:
            self.click(self.part("button:save", QWidget))
            review = self.wait_for("saveDialog", QWidget)
            self.click(part(review, "saveReviewed", QPushButton))
        else:
            self.press(Qt.Key.Key_S, CONTROL)
            self.wait_for("saveDialog", QWidget)
            self.press(Qt.Key.Key_Return)
        self._qtbot.waitUntil(lambda: self.window.session.is_clean)

    def finish_tests(self) -> None:
        """Wait for the answers."""
        self._qtbot.waitUntil(lambda: not self.window.tests.is_running, timeout=PATIENCE)

    def part(self, name: str, kind: type[_Widget]) -> _Widget:
        """Return a part of the window."""
        return part(self.window, name, kind)

    def where(self) -> str:
        """Return the name of the innermost widget with a name that has the keyboard."""
        focus: QWidget | None = self.window.focusWidget()
        while focus is not None and (
            not focus.objectName() or focus.objectName().startswith("qt_")
        ):
            focus = focus.parentWidget()
        return "" if focus is None else focus.objectName()

    def _focused(self) -> QWidget:
        focused = QApplication.focusWidget()
        return self.window if focused is None else focused


def part(parent: QWidget, name: str, kind: type[_Widget]) -> _Widget:
    """Return a part of a window or dialog."""
    found = parent.findChild(kind, name)
    assert found is not None, name
    return found


def link_in(view: QAbstractItemView, row: int) -> QPoint:
    """Return where the link at the right end of a row is."""
    area = view.visualRect(view.model().index(row, 0))
    return QPoint(area.right() - 40, area.center().y())
