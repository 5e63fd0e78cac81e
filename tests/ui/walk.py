"""Walks over all widgets that are seen and lists what a person could not read, reach or name."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFocusFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QSizeGrip,
    QSplitterHandle,
    QStackedWidget,
    QStyle,
    QTabBar,
    QToolButton,
    QWidget,
)

from editor.ui.form.fieldhelp import FieldHelp
from editor.ui.palette import Palette
from editor.ui.widgets.searchline import SearchLine

_INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
)
_FLOATING = (QFocusFrame, QSizeGrip, QSplitterHandle, Palette, FieldHelp)
_SLACK = 2
_MOST_PANES, _MOST_STOPS = 8, 400


def faults(top: QWidget) -> list[str]:
    """Return what is wrong with what is seen in a window or dialog, each as one line."""
    seen = [top, *seen_below(top)]
    found = [f"unnamed: {told(widget)}" for widget in seen if is_unnamed(widget)]
    found += [f"clipped: {told(widget)} {why}" for widget in seen if (why := clipped(widget))]
    found += [f"outside: {told(widget)} {why}" for widget in seen if (why := outside(widget, top))]
    for parent in seen:
        found += [f"overlapping: {told(one)} and {told(two)}" for one, two in overlaps(parent)]
    reached = stops_of_the_keyboard(top)
    found += [f"unreachable: {told(w)}" for w in seen if is_unreachable(w, reached)]
    return found


def seen_below(parent: QWidget) -> Iterator[QWidget]:
    """Yield the visible widgets inside a widget, without windows of their own."""
    for child in parent.children():
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
            yield child
            yield from seen_below(child)


def told(widget: QWidget) -> str:
    """Return how a widget is called in the list of faults."""
    names: list[str] = []
    at: QWidget | None = widget
    while at is not None and len(names) < 4:
        names.append(at.objectName() or type(at).__name__)
        at = at.parentWidget()
    said = str(getattr(widget, "text", str)())
    return f"{'/'.join(reversed(names))} ({type(widget).__name__} {said[:40]!r})"


def is_unnamed(widget: QWidget) -> bool:
    """Say whether a person who hears the screen is not told what a control is."""
    if not isinstance(widget, _INTERACTIVE) or not _is_its_own(widget):
        return False
    spoken = QAccessible.queryAccessibleInterface(widget)
    return spoken is None or not spoken.text(QAccessible.Text.Name).strip()


def clipped(widget: QWidget) -> str:
    """Return why a text does not fit into its widget, and nothing else has all of it."""
    if widget.toolTip() and not isinstance(widget, QLabel):
        return _too_low(widget)
    match widget:
        case QLabel() if widget.text() and widget.wordWrap():
            needed = widget.heightForWidth(widget.width())
            return _more("lines need", needed, widget.height())
        case QLabel() if widget.text() and not widget.toolTip():
            return _more("text needs", widget.sizeHint().width(), widget.width())
        case QPushButton() | QToolButton() if widget.text():
            wide = isinstance(widget, QToolButton) and (
                widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
            )
            needed = 0 if wide else widget.sizeHint().width()
            return _more("text needs", needed, widget.width()) or _too_low(widget)
        case QComboBox():
            text = widget.fontMetrics().horizontalAdvance(widget.currentText())
            room = 0 if widget.isEditable() else text + widget.height() // 2
            return _more("text needs", room, widget.width()) or _too_low(widget)
        case QTabBar():
            shown = widget.tabRect(widget.count() - 1).right() if widget.count() else 0
            return _more("tabs need", shown, widget.width()) or _too_low(widget)
        case _:
            return _too_low(widget)


def _too_low(widget: QWidget) -> str:
    """Return why a control is lower than what it shows."""
    if not isinstance(widget, _INTERACTIVE) or isinstance(widget, QAbstractScrollArea):
        return ""
    needed = widget.minimumSizeHint().height()
    if isinstance(widget, QToolButton) and not widget.text():
        needed = widget.iconSize().height()
    return _more("height needs", needed, widget.height())


def _more(what: str, needed: int, there: int) -> str:
    return f"{what} {needed} px of {there}" if needed > there + _SLACK else ""


def outside(widget: QWidget, top: QWidget) -> str:
    """Return why part of a widget can never be seen."""
    parent = widget.parentWidget()
    if widget is top or parent is None or isinstance(widget, _FLOATING):
        return ""
    if _is_scrolled(widget) or isinstance(parent, QTabBar | QSplitterHandle):
        return ""
    missing = _beyond(widget.geometry(), parent.rect())
    return f"{missing} px beyond {told(parent)}" if missing > _SLACK else ""


def _beyond(inner: QRect, outer: QRect) -> int:
    """Return by how much a rectangle leaves another."""
    return max(
        outer.left() - inner.left(),
        outer.top() - inner.top(),
        inner.right() - outer.right(),
        inner.bottom() - outer.bottom(),
    )


def _is_scrolled(widget: QWidget) -> bool:
    """Say whether a widget is what a scroll area moves, in directions that have a bar."""
    parent = widget.parentWidget()
    area = parent.parentWidget() if parent is not None else None
    if parent is None or not isinstance(area, QAbstractScrollArea):
        return False
    if area.viewport() is not parent:
        return False
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    too_wide = widget.width() > parent.width() + _SLACK
    return not (too_wide and area.horizontalScrollBarPolicy() == off)


def overlaps(parent: QWidget) -> Iterator[tuple[QWidget, QWidget]]:
    """Yield pairs of a widget's children that cover each other."""
    if isinstance(parent, QStackedWidget | QAbstractItemView | QComboBox | QMainWindow):
        return
    children = [
        child
        for child in parent.children()
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow()
        if not isinstance(child, _FLOATING) and not child.size().isEmpty()
    ]
    for index, one in enumerate(children):
        for two in children[index + 1 :]:
            both = _inked(one).intersected(_inked(two))
            if both.width() > _SLACK and both.height() > _SLACK:
                yield one, two


def _inked(widget: QWidget) -> QRect:
    """Return the part of a widget's parent that it fills: of a label, that of its text."""
    if not isinstance(widget, QLabel) or not widget.text():
        return widget.geometry()
    flags = Qt.TextFlag.TextWordWrap if widget.wordWrap() else Qt.TextFlag.TextSingleLine
    alignment = QStyle.visualAlignment(widget.layoutDirection(), widget.alignment())
    area = widget.contentsRect()
    ink = widget.fontMetrics().boundingRect(area, alignment | flags, widget.text())
    return ink.intersected(area).translated(widget.pos())


def is_unreachable(widget: QWidget, reached: Iterable[QWidget]) -> bool:
    """Say whether a control that can be used is no stop of the keyboard."""
    if not isinstance(widget, _INTERACTIVE) or not widget.isEnabled() or not _is_its_own(widget):
        return False
    stops = [widget.focusProxy() or widget, *_ruled_by_arrows(widget)]
    return not any(stop is one for one in reached for stop in stops)


def _ruled_by_arrows(widget: QWidget) -> list[QAbstractButton]:
    """Return the buttons from which the arrow keys lead to one: those of its exclusive group."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group.buttons() if group is not None and group.exclusive() else []


def _is_its_own(widget: QWidget) -> bool:
    """Say whether a control is more than a part that Qt makes inside another."""
    inside = widget.parentWidget()
    if isinstance(widget, QHeaderView):
        return False
    if isinstance(inside, QComboBox | QAbstractSpinBox | QTabBar):
        return False
    if isinstance(inside, SearchLine):
        # The cross does what Escape or deleting does; what else there is says its key.
        return False
    if widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents):
        return False  # a fact that looks like a button
    if widget.property("explains"):
        return False  # does what F1 does in the field beside it
    return widget.objectName() not in ("qt_spinbox_lineedit", "qt_toolbar_ext_button")


def stops_of_the_keyboard(top: QWidget) -> list[QWidget]:
    """Return where Tab, Shift+Tab and F6 lead, from wherever the keyboard is."""
    reached: list[QWidget] = []
    for _ in range(_MOST_PANES):
        here = QApplication.focusWidget()
        before = len(reached)
        for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            if here is not None:
                here.setFocus()
            _go(reached, key)
        QTest.keyClick(top, Qt.Key.Key_F6)
        if len(reached) == before:
            break
    return reached


def _go(reached: list[QWidget], key: Qt.Key) -> None:
    """Press a key until it leads where the keyboard was, or to a text that takes the key."""
    for count in range(_MOST_STOPS):
        at = QApplication.focusWidget()
        if at is None:
            return
        is_new = not any(at is one for one in reached)
        if is_new:
            reached.append(at)
        if count and not is_new:
            return
        if isinstance(at, QPlainTextEdit) and not at.tabChangesFocus() and not at.isReadOnly():
            return
        QTest.keyClick(at, key)
