"""Where Tab leads in a window: from stop to stop as they are read, whenever they were made.

Qt goes by when widgets came into the window, but fields of the form are made when they are needed.
"""

from __future__ import annotations

from functools import partial
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
    arranged: list[QWidget] = [] if layout is None else [*_laid_out(layout)]
    others = [child for child in children if child not in arranged]
    is_mirrored = parent.isRightToLeft()
    others.sort(key=lambda child: (child.y(), -child.x() if is_mirrored else child.x()))
    return [*arranged, *others]


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    indices = [*range(layout.count())]
    if isinstance(layout, QGridLayout):
        indices.sort(key=partial(_row_and_column, layout))
    for index in indices:
        item = layout.itemAt(index)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def _row_and_column(grid: QGridLayout, index: int) -> tuple[int, int]:
    # Four numbers; Qt's types do not say so.
    row, column, *_ = cast("tuple[int, int, int, int]", grid.getItemPosition(index))
    return row, column
