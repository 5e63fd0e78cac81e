"""The list of variables that comes up when `$` is typed into a line."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QObject, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from editor.ui.look.appearance import current_look

_BEGUN = re.compile(r"\$\{?([A-Za-z0-9_.-]*)$")
_WIDTH = 280


class VariableCompletion(QObject):
    """Completes `$`, `${` and `${NA` in a line to `${NAME}`; what it inserts counts as typed."""

    def __init__(self, line: QLineEdit) -> None:
        """Serve a line, which owns it; there are no names yet."""
        super().__init__(line)
        self._line = line
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._popup = QListView()
        self._popup.setAccessibleName(self.tr("Variables in .env"))
        self._completer.setPopup(self._popup)
        self._completer.setWidget(line)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.activated.connect(self._insert)
        line.textEdited.connect(self._offer)

    def set_names(self, names: Sequence[str]) -> None:
        """Offer these names from now on."""
        if list(names) != self._names.stringList():
            self._names.setStringList(list(names))

    def offered(self) -> list[str]:
        """Return the names that are on the screen."""
        model = self._completer.completionModel()
        if not self._popup.isVisible():
            return []
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def _offer(self, _text: str) -> None:
        begun = self._begun()
        if begun is None:
            self._popup.hide()
            return
        self._completer.setCompletionPrefix(begun[1])
        if not self._completer.completionCount():
            self._popup.hide()
            return
        area = self._line.cursorRect()
        area.setWidth(min(current_look().pixels(_WIDTH), self._line.width()))
        area.moveRight(min(area.right(), self._line.width()))
        self._completer.complete(area)
        self._popup.setCurrentIndex(self._completer.completionModel().index(0, 0))

    def _begun(self) -> re.Match[str] | None:
        """Return the reference that is being typed before the cursor."""
        line = self._line
        return _BEGUN.search(line.text()[: line.cursorPosition()])

    def _insert(self, name: str) -> None:
        """Put the reference in the place of what was typed of it."""
        begun = self._begun()
        if begun is None:
            return
        end = self._line.cursorPosition()
        end += self._line.text()[end : end + 1] == "}"
        self._line.setSelection(begun.start(), end - begun.start())
        self._line.insert(f"${{{name}}}")
