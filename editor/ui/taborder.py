"""Where Tab leads in a window: from stop to stop as they are read, whenever they were made.

Qt goes by when widgets came into the window, but fields of the form are made when they are needed.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator


def next_stop(top: QWidget, here: QWidget | None, step: int) -> QWidget | None:
    """Return the stop after a widget inside `top`, with -1 the one before; None without any."""
    stops = [*_stops(top, here)]
    if not stops:
        return None
    at = stops.index(here) if here in stops else (-1 if step > 0 else 0)
    return stops[(at + step) % len(stops)]


def _stops(top: QWidget, here: QWidget | None) -> Iterator[QWidget]:
    """Yield what Tab stops at, and what has the keyboard now."""
    for widget in _read(top):
        if widget is here or _takes_tab(widget):
            yield widget


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    is_stop = bool(policy) and widget.isEnabled() and widget.focusProxy() is None
    return is_stop and not _is_left_to_arrows(widget)


def _is_left_to_arrows(widget: QWidget) -> bool:
    """Say whether a button is one of several of which Tab stops at the chosen one."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and group.checkedButton() not in (None, widget)


def _read(parent: QWidget) -> Iterator[QWidget]:
    """Yield the visible widgets inside one, in the order in which they are read."""
    for child in _children(parent):
        if child.isVisible() and not child.isWindow():
            yield child
            yield from _read(child)


def _children(parent: QWidget) -> list[QWidget]:
    """Return a widget's children: those of a layout in its order, the others by their place."""
    children = [child for child in parent.children() if isinstance(child, QWidget)]
    layout = parent.layout()
    arranged = [] if layout is None else [*_laid_out(layout, children)]
    others = [child for child in children if child not in arranged]
    is_mirrored = parent.isRightToLeft()
    others.sort(key=lambda child: (child.y(), -child.x() if is_mirrored else child.x()))
    return [*arranged, *others]


def _laid_out(layout: QLayout, widgets: list[QWidget]) -> Iterator[QWidget]:
    """Yield those of some widgets that a layout holds, and the layouts in it, in its order.

    WORKAROUND: `QLayout.itemAt` would be shorter, but makes an object of each spacer, which PySide
    takes for whatever lies in its place once it is gone, such as another layout.
    """
    inner = [one for one in layout.children() if isinstance(one, QLayout)]
    held = [(layout.indexOf(part), part) for part in (*widgets, *inner)]
    found = [(index, part) for index, part in held if index >= 0]
    if isinstance(layout, QGridLayout):
        found.sort(key=lambda one: _row_and_column(layout, one[0]))
    else:
        found.sort(key=itemgetter(0))
    for _, part in found:
        if isinstance(part, QLayout):
            yield from _laid_out(part, widgets)
        else:
            yield part


def _row_and_column(grid: QGridLayout, index: int) -> tuple[int, int]:
    # Four numbers; Qt's types do not say so.
    row, column, *_ = cast("tuple[int, int, int, int]", grid.getItemPosition(index))
    return row, column
