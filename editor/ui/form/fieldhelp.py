"""What there is to know about a field, over the window on request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from editor.ui.language import in_language
from editor.ui.look.appearance import current_look
from editor.ui.look.direction import beginning
from editor.ui.widgets.chip import icon_button
from editor.ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QToolButton

    from editor.core.schema.field import Field
    from editor.ui.widgets.fieldrow import FieldRow

_WIDTH = 380
_EDGE, _GAP = 8, 4


class FieldHelp(QFrame):
    """Shows a field's meaning, default, example and releases until the next click or Esc.

    It never takes the keyboard, so that typing goes on.
    """

    def __init__(self, field: Field, window: QWidget) -> None:
        """Tell about a row of the field table, over a window."""
        super().__init__(window)
        self.hide()
        self.setObjectName("fieldHelp")
        self.setProperty("surface", "raised")
        self.setAccessibleName(self.tr("About {0}").format(title_of(field)))
        self.setAccessibleDescription(in_language(field.help))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(label(title_of(field), "section"))
        column.addWidget(label(in_language(field.help), "body", wrap=True))
        facts = QGridLayout()
        facts.setHorizontalSpacing(12)
        facts.setVerticalSpacing(4)
        facts.setColumnStretch(1, 1)
        for row, (name, fact, style) in enumerate(facts_of(field)):
            facts.addWidget(label(name, "small", "text_2"), row, 0, Qt.AlignmentFlag.AlignTop)
            words = label(fact, style, wrap=True)
            words.setAlignment(beginning())
            facts.addWidget(words, row, 1)
        column.addLayout(facts)

    def show_at(self, anchor: QWidget) -> None:
        """Show below a widget, above it where there is more room."""
        window = self.parentWidget()
        assert window is not None
        width = min(current_look().pixels(_WIDTH), window.width() - 2 * _EDGE)
        self.setFixedWidth(width)
        layout = self.layout()
        assert layout is not None
        height = layout.totalHeightForWidth(width)
        for edge in (Qt.Edge.TopEdge, Qt.Edge.BottomEdge, Qt.Edge.TopEdge):
            if self._top_beside(anchor, height) is None:
                _bring_into_view(anchor, edge)
        place = _place_of(anchor)
        y = self._top_beside(anchor, height)
        if y is None:  # it covers as little of the field as it can
            y = max(window.height() - height - _EDGE, _EDGE)
        begin = place.right() + 1 - width if self.isRightToLeft() else place.left()
        x = min(begin, window.width() - width - _EDGE)
        self.setGeometry(max(x, _EDGE), y, width, height)
        self.show()
        self.raise_()
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def _top_beside(self, anchor: QWidget, height: int) -> int | None:
        """Return where it has to begin to stand below or above a widget, None for neither."""
        place = _place_of(anchor)
        if place.bottom() + 2 * _EDGE + height <= anchor.window().height():
            return place.bottom() + _GAP
        above = place.top() - height - _GAP
        return max(above, 0) if above > -_GAP else None

    def hideEvent(self, event: QEvent) -> None:
        """Watch for clicks no longer."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go at the next click, which still does what it does."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            self.hide()
        return False


class About(QObject):
    """Offers a field's help by a button beside its name, and shows it; both made when needed."""

    def __init__(self, row: FieldRow, field: Field) -> None:
        """Serve a row, which owns it."""
        super().__init__(row)
        self._row = row
        self._field = field
        self._help: FieldHelp | None = None
        self._button: QToolButton | None = None

    def is_open(self) -> bool:
        """Say whether the help is on the screen."""
        return self._help is not None and self._help.isVisible()

    def toggle(self) -> None:
        """Show the help, or put it away."""
        if self.close():
            return
        if self._help is None:
            self._help = FieldHelp(self._field, self._row.window())
            self._row.destroyed.connect(self._help.deleteLater)
        _bring_into_view(self._row.editor)
        self._help.show_at(self._row.editor)
        if QAccessible.isActive():
            words = QAccessibleAnnouncementEvent(self._row.editor, in_language(self._field.help))
            QAccessible.updateAccessibility(words)

    def close(self) -> bool:
        """Put the help away; say whether it was there."""
        was_open = self.is_open()
        if self._help is not None:
            self._help.hide()
        return was_open

    def offer(self, offered: bool) -> None:
        """Show the button, or hide it."""
        if self._button is None:
            if not offered:
                return
            title = self.tr("About {0} (F1)").format(title_of(self._field))
            self._button = icon_button("help", title)
            self._button.setParent(self._row)
            self._button.setProperty("explains", True)
            self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._button.clicked.connect(self.toggle)
        self._row.place_beside_title(self._button)
        self._button.setVisible(offered)


def _place_of(editor: QWidget) -> QRect:
    """Return where a field is in its window."""
    return QRect(editor.mapTo(editor.window(), QPoint(0, 0)), editor.size())


def _bring_into_view(editor: QWidget, edge: Qt.Edge | None = None) -> None:
    """Scroll so that the field itself is seen beside its help, if wanted at an edge."""
    area = editor.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is None:
        return
    page, bar, room = area.widget(), area.verticalScrollBar(), area.viewport().height()
    top = editor.mapTo(page, QPoint(0, 0)).y() - _GAP if page is not None else 0
    least = top + editor.height() + 2 * _GAP - room
    value = min(max(bar.value(), least), top)
    wanted = {None: value, Qt.Edge.TopEdge: top, Qt.Edge.BottomEdge: least}
    bar.setValue(wanted[edge])


def title_of(field: Field) -> str:
    """Return what a field is called; a key that LibreChat does not know is called by itself."""
    return field.label if field.label == field.key else in_language(field.label)


def facts_of(field: Field) -> list[tuple[str, str, str]]:
    """Return what a field's row of the table says, each with its name and its type style."""
    facts = [(_tr("Key"), field.key.rsplit(".", 1)[-1], "code")]
    if field.default is not None:
        facts.append((_tr("If not set"), _default(field), "body"))
    elif field.is_inheritable:
        facts.append((_tr("If not set"), _tr("what the group says"), "body"))
    if field.example:
        facts.append((_tr("Example"), field.example, "code"))
    if field.since > "0.7.0":
        facts.append((_tr("Since"), _tr("LibreChat {0}").format(field.since), "body"))
    if field.until is not None:
        facts.append((_tr("Until"), _tr("LibreChat {0}").format(field.until), "body"))
    if field.is_env_resolved:
        facts.append((_tr("Variables"), _tr("filled in; type $ to choose one"), "body"))
    return facts


def _default(field: Field) -> str:
    if isinstance(field.default, bool):
        return _tr("on") if field.default else _tr("off")
    return str(field.default)


def _tr(text: str) -> str:
    return QCoreApplication.translate("FieldHelp", text)
