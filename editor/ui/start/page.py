"""What the window shows while no file is open: three doors, recent files, and the demo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from editor import resources
from editor.ui.look.appearance import current_look
from editor.ui.look.icons import icon
from editor.ui.start.azuredoor import AzureDoor
from editor.ui.start.door import Door, drop_area, sunken
from editor.ui.start.recent import Recent
from editor.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction

_MARGIN = 24
_GAP = 16
_WIDEST = 1024
_BESIDE = 760
"""Width in pixels at the reference font from which the doors stand beside each other."""


class StartPage(QScrollArea):
    """Says what the program is for and how to begin.

    Signals: `env_wanted()` to choose a `.env` to migrate; `demo_wanted()`; `return_wanted()` to
    what was shown before. Those of `azure` and `recent` are theirs.
    """

    env_wanted = Signal()
    demo_wanted = Signal()
    return_wanted = Signal()

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        """Offer the ways to begin."""
        super().__init__()
        self.setObjectName("startPage")
        self.setProperty("surface", "base")
        self.setAccessibleName(self.tr("Start page"))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.azure = AzureDoor()
        self.recent = Recent()
        self._back = QPushButton()
        self._back.setObjectName("startReturn")
        self._back.setProperty("role", "link")
        self._back.setIcon(icon("back"))
        self._back.clicked.connect(self.return_wanted)
        self._back.hide()
        self._doors = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._doors.setSpacing(_GAP)
        for door in (self._open_door(actions), self._migrate_door(actions["migrate"]), self.azure):
            self._doors.addWidget(door, stretch=1)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.setSpacing(_GAP)
        self._aside = self._demo()
        self._below.addWidget(self.recent, stretch=1)
        self._below.addWidget(self._aside)
        self._below.addStretch()
        self.setWidget(self._page())

    def _page(self) -> QWidget:
        page = QWidget()
        page.setProperty("surface", "base")
        self._column = QVBoxLayout(page)
        self._column.setSpacing(0)
        self._column.addWidget(self._back, alignment=Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(self._head())
        self._column.addSpacing(32)
        self._column.addLayout(self._doors)
        self._column.addSpacing(32)
        self._column.addLayout(self._below)
        self._column.addStretch(1)
        return page

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(self.tr("LibreChat Azure editor"), "display", wrap=True))
        purpose = self.tr(
            "Set up Azure OpenAI for LibreChat, and know that it works before you restart."
        )
        words.addWidget(label(purpose, "body", "text_2", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addWidget(_Emblem())
        row.addLayout(words, stretch=1)
        return row

    def _open_door(self, actions: Mapping[str, QAction]) -> Door:
        words = self.tr(
            "A librechat.yaml, or the folder that holds it. Only what you change will change."
        )
        door = Door("open", self.tr("Open a config"), words)
        door.body.addWidget(drop_area(self.tr("Drop a file or folder here")), stretch=1)
        self._open = door.add_action_button("startOpen", self.tr("File…"), actions["open"])
        door.add_action_button("startOpenFolder", self.tr("Folder…"), actions["openFolder"])
        return door

    def _migrate_door(self, migrate: QAction) -> Door:
        words = self.tr(
            "Turns AZURE_OPENAI_… settings into groups. You see both diffs before anything changes."
        )
        door = Door("migrate", self.tr("Migrate a .env"), words)
        old = [
            label(text, "code", "text_2")
            for text in ("AZURE_API_KEY=…", "AZURE_OPENAI_API_VERSION=…")
        ]
        for line in old:
            font = line.font()
            font.setStrikeOut(True)
            line.setFont(font)
        new = [label(text, "code", "text_2") for text in _NEW_LINES]
        example = sunken("sunken_card", *old, label("↓", "code", "text_3"), *new)
        example.setAccessibleName(self.tr("An example: old variables become a group"))
        for line in (*old, *new):
            line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        door.body.addWidget(example, stretch=1)
        door.add_action_button("startMigrate", self.tr("Choose a .env…"), migrate)
        return door

    def _demo(self) -> QWidget:
        part = QWidget()
        link = QPushButton(icon("demo"), self.tr("Open the demo"))
        link.setObjectName("startDemo")
        link.setProperty("role", "link")
        link.clicked.connect(self.demo_wanted)
        words = self.tr("A sample config with a simulated Azure. Nothing leaves this computer.")
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(self.tr("Just looking?"), "section"))
        column.addWidget(link, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(label(words, "small", "text_3", wrap=True))
        column.addStretch(1)
        return part

    def offer_return(self, name: str) -> None:
        """Offer the way back to what is open, called `name`; "" when nothing is."""
        self._back.setText(self.tr("Back to {0}").format(name))
        self._back.setVisible(bool(name))

    def focus_first(self) -> None:
        """Move the keyboard to where a first-time user pastes, unless that is far below."""
        is_wide = self.window().width() >= current_look().pixels(_BESIDE)
        first = self.azure.address if is_wide else self._open
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the doors stand beside each other where there is room, else below each other."""
        super().resizeEvent(event)
        look, width = current_look(), self.viewport().width()
        side = max(_MARGIN, (width - look.pixels(_WIDEST)) // 2)
        top = _MARGIN if self.height() < look.pixels(760) else 2 * _MARGIN
        self._column.setContentsMargins(side, top, side, _MARGIN)
        is_wide = width >= look.pixels(_BESIDE)
        for box in (self._doors, self._below):
            direction = QBoxLayout.Direction
            box.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
        door = (width - 2 * side - 2 * _GAP) // 3
        self._aside.setFixedWidth(door if is_wide else width - 2 * side)


_OLD_LINES = ("AZURE_API_KEY=…", "AZURE_OPENAI_API_VERSION=…")
_NEW_LINES = ("groups:", '- group: "azure-legacy"', '  apiKey: "${AZURE_LEGACY_KEY}"')


class _Emblem(QWidget):
    """The application's icon."""

    _SIDE = 52

    def __init__(self) -> None:
        super().__init__()
        path = resources.folder() / "look" / "app-icon.svg"
        self._drawing = QSvgRenderer(str(path), self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = current_look().pixels(self._SIDE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._drawing.render(QPainter(self), QRectF(self.rect()))
