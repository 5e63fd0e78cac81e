"""The strip above the form: where the current node is, and the way up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
)

from editor.core.outline import ancestors
from editor.ui.look.appearance import current_look
from editor.ui.look.direction import onward
from editor.ui.tree.nodes import node_name
from editor.ui.widgets.chip import icon_button
from editor.ui.widgets.labels import ElidedLabel, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from editor.core.document import Document
    from editor.core.yaml.values import Path

_DEPTH = 4
_MARGIN = 24
_LINK_PADDING = 9


class Crumbs(QFrame):
    """Shows the nodes above the current one as links, and the switch for the fields' help.

    Signals: `node_requested(path)`, `explanation_toggled(on)`.
    """

    node_requested = Signal(object)
    explanation_toggled = Signal(bool)

    def __init__(self, ways: Sequence[QAction] = ()) -> None:
        """Start without a node; `ways` are the actions that lead to other nodes."""
        super().__init__()
        self.setProperty("edge", "bottom")
        self.setProperty("surface", "base")
        self._paths: tuple[Path, ...] = ()
        self._names: list[str] = []
        self._links = [self._link() for _ in range(_DEPTH - 1)]
        self._arrows = [self._arrow() for _ in range(_DEPTH - 1)]
        self._current = ElidedLabel("", "body")
        self.only_set = self._only_set()
        self.help = self._help()
        QShortcut(QKeySequence("F1"), self, self.help.toggle)
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN - _LINK_PADDING, 0, _MARGIN - _LINK_PADDING, 0)
        row.setSpacing(0)
        self._ways = [_way(action) for action in ways]
        for button in self._ways:
            row.addWidget(button)
        for link, arrow in zip(self._links, self._arrows, strict=True):
            row.addWidget(link)
            row.addWidget(arrow)
        row.addSpacing(_LINK_PADDING)
        row.addWidget(self._current, stretch=1)
        row.addWidget(self.only_set)
        row.addSpacing(_LINK_PADDING)
        row.addWidget(self.help)
        self._dress()

    def show_node(self, document: Document, path: Path) -> None:
        """Show the way to a node."""
        paths = ancestors(path)
        names = [node_name(document.value, node) for node in paths]
        if (paths, names) == (self._paths, self._names):
            return
        self._paths, self._names = paths, names
        for number, (link, arrow) in enumerate(zip(self._links, self._arrows, strict=True)):
            is_used = number < len(self._paths) - 1
            link.setVisible(is_used)
            arrow.setVisible(is_used)
            if is_used:
                link.setText(names[number].replace("&", "&&"))
                link.setAccessibleName(self.tr("Go to {0}").format(names[number]))
        self._current.show_text(names[-1])
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Need no more room than the buttons, whatever the names."""
        width = sum(button.sizeHint().width() for button in (self.help, *self._ways))
        return QSize(width + 3 * _MARGIN, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what does not fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the links that fit beside the current name, those nearest to it first."""
        wanted = self._current.fontMetrics().horizontalAdvance(self._current.full_text())
        is_narrow = self.width() < current_look().pane("labels_above_below")
        self.only_set.setText("" if is_narrow else self.only_set.accessibleName())
        room = self.width() - 3 * _MARGIN - self.help.sizeHint().width()
        room -= self.only_set.sizeHint().width()
        room -= sum(button.sizeHint().width() for button in self._ways)
        room -= min(wanted, room // 2)
        used = list(zip(self._links, self._arrows, strict=True))[: len(self._paths) - 1]
        for link, arrow in reversed(used):
            room -= link.sizeHint().width() + arrow.sizeHint().width()
            link.setVisible(room >= 0)
            arrow.setVisible(room >= 0)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look's scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        self.setFixedHeight(current_look().size("strip"))

    def _link(self) -> QPushButton:
        link = QPushButton()
        link.setProperty("role", "flat")
        link.setProperty("tone", "text_2")
        link.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        link.clicked.connect(self._go)
        return link

    def _arrow(self) -> QLabel:
        arrow = label(onward(), "body", "text_3")
        arrow.setAlignment(Qt.AlignmentFlag.AlignCenter)
        arrow.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        return arrow

    def _only_set(self) -> QCheckBox:
        box = QCheckBox(self.tr("Only what is set"))
        box.setObjectName("onlyWhatIsSet")
        box.setAccessibleName(box.text())
        box.setToolTip(self.tr("Hide the fields that the file says nothing about"))
        return box

    def _help(self) -> QToolButton:
        button = icon_button("help", self.tr("Explain the fields (F1)"))
        button.setCheckable(True)
        button.toggled.connect(self.explanation_toggled)
        return button

    def _go(self) -> None:
        link = self.sender()
        assert isinstance(link, QPushButton)
        self.node_requested.emit(self._paths[self._links.index(link)])


def _way(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setObjectName(f"crumb:{action.objectName().removeprefix('action:')}")
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setAccessibleName(action.iconText())
    button.setProperty("role", "flat")
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
