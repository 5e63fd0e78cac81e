"""An editor for a list of which each item is one of a few: a box to check for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from editor.ui.form.wishes import EditorSignals, Shown, removed, set_to
from editor.ui.widgets.flow import FlowLayout
from editor.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.core.yaml.values import Value


def _tr(text: str) -> str:
    return QCoreApplication.translate("Form", text)


class ChecksEditor:
    """Edits a list by checking its items; items that are none of the choices stay in it."""

    def __init__(self, choices: Sequence[str]) -> None:
        """Offer choices, none checked, as where the list is not set."""
        self.widget = QWidget()
        self.signals = EditorSignals(self.widget)
        self.boxes = {choice: QCheckBox(choice) for choice in choices}
        self._items: list[Value] = []
        self._state = label(_tr("Not set"), "small", "text_3")
        self.reset = QPushButton(_tr("Remove the list"))
        self.reset.setProperty("role", "small")
        self.reset.hide()
        row = FlowLayout(self.widget, spacing=12)
        for box in self.boxes.values():
            row.addWidget(box)
            box.clicked.connect(self._edit)
        row.addWidget(self._state)
        row.addWidget(self.reset)
        self.reset.clicked.connect(self._remove)
        self.widget.setFocusProxy(next(iter(self.boxes.values())))

    def display(self, shown: Shown) -> None:
        """Check what the list holds."""
        self._items = list(shown.value) if isinstance(shown.value, list) else []
        for choice, box in self.boxes.items():
            box.setChecked(choice in self._items)
        self._state.setVisible(not shown.is_set)
        self.reset.setVisible(shown.is_set)

    def _edit(self) -> None:
        """Ask for the list with what was checked now, or without what no longer is."""
        checked = {choice for choice, box in self.boxes.items() if box.isChecked()}
        kept = [item for item in self._items if item not in self.boxes or item in checked]
        new = [choice for choice in self.boxes if choice in checked and choice not in kept]
        self.signals.wished.emit(set_to([*kept, *new]))

    def _remove(self) -> None:
        self.signals.wished.emit(removed())
