"""The variables from the time before groups: what each does to this config, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from editor.core.wording import sentences
from editor.ui.environment.table import words
from editor.ui.form.problemtexts import SHAPES
from editor.ui.language import in_language
from editor.ui.look.direction import beginning
from editor.ui.look.shapes import Shape
from editor.ui.widgets.labels import label
from editor.ui.widgets.problemline import ProblemLine, ProblemText
from editor.ui.widgets.section import Section

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from editor.core.legacy import LegacyVariable


class LegacySection(Section):
    """Lists legacy variables; hidden while there are none."""

    def __init__(self, migrate: QAction) -> None:
        """Start empty; `migrate` is the window's action."""
        super().__init__(words("Legacy Azure settings"), foldable=True)
        self._shown: tuple[LegacyVariable, ...] = ()
        self._rows: list[QWidget] = []
        self._migrate = migrate
        self.button = QPushButton(migrate.text())
        self.button.setProperty("role", "small")
        self.button.clicked.connect(migrate.trigger)
        migrate.changed.connect(self._follow)
        self._follow()
        self.add_to_header(self.button)
        self.set_folded(True)
        self.hide()

    def show_variables(self, found: tuple[LegacyVariable, ...]) -> None:
        """Show the variables that are set."""
        self.setVisible(bool(found))
        if found == self._shown:
            return
        self._shown = found
        self.set_summary(str(len(found)))
        for row in self._rows:
            self.rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [_row(one) for one in found]
        for row in self._rows:
            self.add(row)

    def _follow(self) -> None:
        self.button.setEnabled(self._migrate.isEnabled())
        self.button.setToolTip(self._migrate.toolTip())


def _row(found: LegacyVariable) -> QWidget:
    """Return a name with what it does, what to do, and what LibreChat says."""
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 8)
    column.setSpacing(2)
    name = label(found.key, "code")
    name.setAlignment(beginning())
    column.addWidget(name)
    shape = SHAPES.get(found.severity, Shape.INFO)
    text = ProblemText(
        shape, in_language(sentences(found.effect, found.remedy)), found.server_message
    )
    column.addWidget(ProblemLine(text))
    return row
