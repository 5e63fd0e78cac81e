"""What completes a line: suggestions while typing, by Ctrl+Space, and by the Down key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from editor.core.completion.suggestion import Completion
from editor.ui.widgets.positions import LineTable
from editor.ui.widgets.suggestionlist import SuggestionList

Source = Callable[[str, int, bool], Completion | None]
"""Returns what fits a text with the cursor at a code point; True: the user asked for it."""

_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
_PLACING = (QEvent.Type.Move, QEvent.Type.Resize)
_CLOSING = (QEvent.Type.FocusOut, QEvent.Type.Hide)


class LineCompletion(QObject):
    """Completes what is typed into a line; what it inserts counts as typed.

    Down and Up choose, Enter and Tab take what is chosen, Esc closes the list, Ctrl+Space and Down
    open it. The list is made when it is needed first.
    """

    def __init__(
        self,
        line: QLineEdit,
        source: Source,
        anchor: QWidget | None = None,
        *,
        opens_at_once: bool = False,
    ) -> None:
        """Serve a line, which owns it; the list stands below `anchor` or the line.

        `opens_at_once`: everything is offered as soon as the line gets the keyboard.
        """
        super().__init__(line)
        self._line = line
        self._source = source
        self._anchor = anchor or line
        self._list: SuggestionList | None = None
        self._shown: Completion | None = None
        self._is_inserting = False
        self._opens_at_once = opens_at_once
        self._watched: list[QWidget] = []
        line.textEdited.connect(self._type)
        line.installEventFilter(self)

    def offered(self) -> list[str]:
        """Return the texts that are on the screen."""
        shown = self._shown
        return [] if shown is None else [one.text for one in shown.suggestions]

    def ask(self) -> bool:
        """Offer all that fits, as the user asks for it; say whether there is anything."""
        return self._offer(is_asked=True, likely=0)

    def close(self) -> None:
        """Take the list away."""
        if self._shown is not None and self._list is not None:
            self._shown = None
            self._list.hide()
            for widget in self._watched:
                widget.removeEventFilter(self)
            self._watched = []
            self._line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that choose; keep the list at its place."""
        kind = event.type()
        if watched is self._line and kind in _KEYS and isinstance(event, QKeyEvent):
            return self._press(event, is_real=kind == QEvent.Type.KeyPress)
        if kind == QEvent.Type.FocusIn and self._opens_at_once and watched is self._line:
            self._opens_at_once = False
            self._offer(is_asked=True)
        if self._shown is not None:
            if kind in _CLOSING and watched is self._line:
                self.close()
            elif kind in _PLACING and self._list is not None:
                self._list.place_at(self._anchor)
        return False

    def _press(self, event: QKeyEvent, *, is_real: bool) -> bool:
        """Act on a key, or claim it before it is a shortcut; say whether it is the list's."""
        action = self._action(event)
        if action is None:
            return False
        event.accept()
        return action() if is_real else True

    def _action(self, event: QKeyEvent) -> Callable[[], bool] | None:
        """Return what a key does to the list, None for nothing."""
        key, held = Qt.Key(event.key()), event.modifiers()
        if self._line.isReadOnly():
            return None
        if key == Qt.Key.Key_Space and held == Qt.KeyboardModifier.ControlModifier:
            return self.ask
        if held & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        if self._shown is None:
            return self.ask if key == Qt.Key.Key_Down and self._has_any() else None
        if key in _MOVES:
            return lambda: self._move(_MOVES[key])
        if key == Qt.Key.Key_Escape:
            return self._leave
        return self._take if key in _TAKE and self._chosen().isValid() else None

    def _has_any(self) -> bool:
        return self._completion(is_asked=True) is not None

    def _chosen(self) -> QModelIndex:
        return QModelIndex() if self._list is None else self._list.currentIndex()

    def _move(self, by: int) -> bool:
        if self._list is not None:
            self._list.move_current(by)
            self._announce()
        return True

    def _leave(self) -> bool:
        self.close()
        return True

    def _take(self) -> bool:
        self._insert(self._chosen())
        return True

    def _type(self, _text: str) -> None:
        if not self._is_inserting:
            self._offer(is_asked=False)

    def _completion(self, *, is_asked: bool) -> Completion | None:
        text = self._line.text()
        position = LineTable.of(text).to_text(self._line.cursorPosition())
        return self._source(text, position, is_asked)

    def _offer(self, *, is_asked: bool, likely: int = -1) -> bool:
        found = self._completion(is_asked=is_asked)
        if found is None:
            self.close()
            return is_asked
        if self._list is None:
            self._list = SuggestionList(self.tr("Suggestions"), self._line.window())
            self._list.clicked.connect(self._insert)
            self._line.destroyed.connect(self._list.deleteLater)
        texts = [one.text for one in found.suggestions]
        typed = self._line.text()
        first = 0 if found.is_certain else likely
        current = texts.index(typed) if typed in texts else first
        if self._shown is None:
            self._watch()
        self._shown = found
        self._list.show_suggestions(found.suggestions, current)
        self._list.place_at(self._anchor)
        self._list.show()
        self._list.raise_()
        self._announce()
        return True

    def _announce(self) -> None:
        """Let a screen reader say what is chosen, since the focus stays in the line."""
        words = self._chosen().data(Qt.ItemDataRole.AccessibleTextRole)
        if words and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._line, words))

    def _watch(self) -> None:
        """Follow the line where it moves, and see its keys before anyone else."""
        self._line.removeEventFilter(self)
        self._line.installEventFilter(self)
        ancestor = self._line.parentWidget()
        while ancestor is not None and not ancestor.isWindow():
            ancestor.installEventFilter(self)
            self._watched.append(ancestor)
            ancestor = ancestor.parentWidget()

    def _insert(self, index: QModelIndex) -> None:
        """Put a suggestion in the place of what was typed of it."""
        shown = self._shown
        if shown is None or not index.isValid():
            return
        text = shown.suggestions[index.row()].text
        self.close()
        places = LineTable.of(self._line.text())
        start, end = places.to_qt(shown.start), places.to_qt(shown.end)
        self._is_inserting = True
        self._line.setSelection(start, end - start)
        self._line.insert(text)
        self._is_inserting = False
