"""The palette over the window: type a few letters, press Enter, be there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from editor.core import target_uri
from editor.core.search import Wording, ranked
from editor.core.target_uri import TargetUri
from editor.ui.language import counted
from editor.ui.look.appearance import current_look
from editor.ui.palette.entries import Entry, Kind, entries_of, entry_of_address
from editor.ui.palette.results import Heading, Results
from editor.ui.widgets.flow import FlowLayout
from editor.ui.widgets.labels import key_cap, label
from editor.ui.widgets.searchline import SearchLine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from PySide6.QtGui import QAction

    from editor.core.standing import State
    from editor.core.yaml.values import Path
    from editor.ui.session import Session

_WIDTH = 640
_TOP = 52
_SIDE = 16
_ALONE = 100
_PAGE = 8
_KEYS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
}


class Palette(QWidget):
    """Covers its window and finds nodes, fields, variables, problems and actions.

    `chosen(Entry)`: a person wants to go there or run it. `source_wanted(Entry)`: to its place in
    the source instead (Alt+Enter). `address_chosen(TargetUri)`: they put an address in, to add a
    group for it.
    """

    chosen = Signal(object)
    address_chosen = Signal(object)
    source_wanted = Signal(object)

    def __init__(
        self,
        window: QWidget,
        session: Session,
        actions: Mapping[str, QAction],
        state_of: Callable[[Path], State],
    ) -> None:
        """Start hidden over a window; `state_of` says how the test of a node stands."""
        super().__init__(window)
        self.setObjectName("palette")
        self._window = window
        self._session = session
        self._actions = actions
        self._state_of = state_of
        self._entries: tuple[Entry, ...] = ()
        self._before: QWidget | None = None
        self.box = SearchLine("palette")
        self.results = Results(self.tr("Results"))
        self._count = label("", "small", "text_2")
        self._card = self._build_card()
        self.results.setFocusProxy(self.box)
        self.box.textChanged.connect(self._find)
        self.box.installEventFilter(self)
        self.results.clicked.connect(self._take)
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show the palette over everything else, with nothing to look for yet."""
        self._before = self._window.focusWidget()
        self._entries = entries_of(
            self._session.document, self._actions, self._session.selection, self._state_of
        )
        self.setGeometry(self._window.rect())
        self.box.clear()
        self._find("")
        self.show()
        self.raise_()
        self.box.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_palette(self) -> None:
        """Hide the palette; the keyboard returns to where it was."""
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None

    def _build_card(self) -> QFrame:
        card = QFrame(self)
        card.setProperty("surface", "raised")
        self.box.setObjectName("paletteBox")
        self.box.setAccessibleName(self.tr("Go to or run"))
        self.box.setPlaceholderText(self.tr("Go to or run…"))
        self.box.setProperty("bare", "true")
        top = QHBoxLayout()
        top.setContentsMargins(_SIDE - 4, 12, _SIDE, 12)
        top.addWidget(self.box, stretch=1)
        top.addWidget(self._count)
        self._column = column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(_divider())
        column.addWidget(self.results, stretch=1)
        column.addWidget(_divider())
        column.addLayout(self._build_footer())
        return card

    def _build_footer(self) -> FlowLayout:
        """Return the lines that say which keys and letters do what."""
        footer = FlowLayout(spacing=12)
        footer.setContentsMargins(_SIDE, 8, _SIDE, 8)
        for keys, meaning in (
            ("↑ ↓", self.tr("choose")),
            (self.tr("Enter"), self.tr("go")),
            (self.tr("Esc"), self.tr("close")),
            (">", self.tr("actions")),
            ("@", self.tr("models")),
            ("!", self.tr("problems")),
            ("$", self.tr("variables")),
        ):
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            row.addWidget(key_cap(keys))
            row.addWidget(label(meaning, "small", "text_2"))
            footer.addWidget(pair)
        return footer

    def _find(self, text: str) -> None:
        """Show what fits the text; a letter such as `>` in front asks for one kind alone."""
        kind = next((kind for kind in Kind if kind.value and text.startswith(kind.value)), None)
        query = text[1:] if kind else text
        rows: list[Heading | Entry] = []
        count = 0
        for heading, found in self._sections(query.strip(), kind):
            rows += [Heading(heading), *found]
            count += len(found)
        words = counted(count, "%n result", "%n results")
        self._count.setText(words if count else self.tr("Nothing found"))
        self.results.show_rows(rows, query.strip())
        self._place()

    def _sections(self, query: str, kind: Kind | None) -> Iterator[tuple[str, list[Entry]]]:
        """Yield the headings with what was found for each."""
        sections = (
            (self.tr("Go to"), {Kind.NODE, Kind.FIELD, Kind.VARIABLE}, 7),
            (self.tr("Problems"), {Kind.PROBLEM}, 4),
            (self.tr("Actions"), {Kind.ACTION}, 6),
        )
        address = target_uri.read(query)
        if address is not None:
            yield self.tr("Address"), [entry_of_address(address)]
        for heading, kinds, limit in sections:
            wanted = kinds if kind is None else kinds & {kind}
            entries = [entry for entry in self._entries if entry.kind in wanted]
            wordings = [Wording(one.title, f"{one.secondary} {one.aside}") for one in entries]
            found = ranked(query, wordings, _ALONE if kind else limit)
            if found:
                yield heading, [entries[index] for index in found]

    def _place(self) -> None:
        """Put the card at the top, as high as its rows need and the window allows."""
        look = current_look()
        width = min(look.pixels(_WIDTH), self.width() - 2 * _SIDE)
        top = min(look.pixels(_TOP), self.height() // 10)
        card = self._card
        needed = self._column.totalHeightForWidth(width)
        fixed = needed - self.results.sizeHint().height()
        height = min(fixed + self.results.sizeHint().height() + 8, self.height() - 2 * top)
        card.setGeometry(QRect(QPoint((self.width() - width) // 2, top), card.size()))
        card.resize(width, height)

    def _take(self) -> None:
        """Go to the chosen entry."""
        self._leave_for(self.chosen)

    def _take_source(self) -> None:
        self._leave_for(self.source_wanted)

    def _leave_for(self, way: SignalInstance) -> None:
        entry = self.results.chosen()
        if entry is None:
            return
        self.close_palette()
        if isinstance(entry.target, TargetUri):
            self.address_chosen.emit(entry.target)
        else:
            way.emit(entry)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size; let the keys in the box move through the list."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
            self._place()
        if watched is self.box and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                return self._press(event)
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return False

    def _press(self, event: QKeyEvent) -> bool:
        """Do what a key means; say whether it meant anything."""
        key = Qt.Key(event.key())
        step = _KEYS.get(key)
        if step is not None:
            for _ in range(abs(step)):
                self.results.choose(1 if step > 0 else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            (self._take_source if is_alt else self._take)()
        elif key == Qt.Key.Key_Escape:
            self.close_palette()
        else:
            # Tab has nowhere to go: the box is all that takes the keyboard here.
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close on a click beside the card."""
        if not self._card.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what lies below."""
        look = current_look()
        colour = look.colour("scrim")
        colour.setAlphaF(look.scheme.scrim_alpha)
        QPainter(self).fillRect(self.rect(), colour)


def _divider() -> QFrame:
    line = QFrame()
    line.setProperty("surface", "divider")
    line.setFixedHeight(current_look().line_width)
    return line
