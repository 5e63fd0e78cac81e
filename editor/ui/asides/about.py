"""The dialog that says which program this is, what it is built of, and under which licences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, qVersion
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor import __version__
from editor.ui.look.appearance import current_look
from editor.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.system.versions import Package

_MARGIN = 24
_COLUMNS = 76


class AboutDialog(QDialog):
    """Shows versions and licences.

    `report_wanted()`: a person wants the diagnostic report in the clipboard.
    """

    report_wanted = Signal()

    def __init__(self, packages: Sequence[Package], platform: str, parent: QWidget) -> None:
        """Stand over a window; `platform` names system and Python."""
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setWindowTitle(self.tr("About this program"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 16)
        column.setSpacing(8)
        title = self.tr("LibreChat Azure editor {0}").format(__version__)
        column.addWidget(label(title, "title", wrap=True))
        words = self.tr("Edits the Azure OpenAI part of LibreChat's config. MIT licence.")
        column.addWidget(label(words, "body", "text_2", wrap=True))
        column.addWidget(label(f"{platform}, Qt {qVersion()}", "small", "text_2", wrap=True))
        column.addSpacing(8)
        column.addWidget(label(self.tr("Built with"), "section"))
        column.addWidget(self._list(packages, parent.width()), stretch=1)
        icons = self.tr("Icons: Phosphor, MIT licence, out of QtAwesome.")
        column.addWidget(label(icons, "small", "text_2", wrap=True))
        column.addSpacing(8)
        column.addLayout(self._footer())
        self.resize(
            min(self.sizeHint().width(), max(parent.width() - 2 * _MARGIN, 320)),
            min(self.sizeHint().height(), max(parent.height() - 2 * _MARGIN, 240)),
        )

    def _list(self, packages: Sequence[Package], room: int) -> QPlainTextEdit:
        names = max((len(f"{one.name} {one.version}") for one in packages), default=0)
        lines = [f"{f'{one.name} {one.version}':<{names}}  {one.licence}" for one in packages]
        pane = QPlainTextEdit("\n".join(lines) or self.tr("The packages tell no versions."))
        pane.setObjectName("licences")
        pane.setAccessibleName(self.tr("Packages, versions and licences"))
        pane.setReadOnly(True)
        pane.setProperty("code", "true")
        pane.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        pane.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        pane.setTabChangesFocus(True)
        pane.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        measure = QFontMetrics(current_look().font("code"))
        wanted = measure.horizontalAdvance("0") * _COLUMNS
        pane.setMinimumHeight(measure.lineSpacing())
        pane.setMinimumWidth(min(wanted, max(room - 100, 240)))
        return pane

    def _footer(self) -> QHBoxLayout:
        self._copy = QPushButton(self.tr("Copy diagnostic report"))
        self._copy.setObjectName("copyReport")
        self._copy.setToolTip(self.tr("Versions and counts of problems; no secrets, no names"))
        self._copy.setAutoDefault(False)
        self._copy.clicked.connect(self._take_report)
        close = QPushButton(self.tr("Close"))
        close.setObjectName("closeAbout")
        close.setDefault(True)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._copy)
        row.addStretch(1)
        row.addWidget(close)
        close.setFocus()
        return row

    def _take_report(self) -> None:
        self.report_wanted.emit()
        self._copy.setText(self.tr("Copied"))
