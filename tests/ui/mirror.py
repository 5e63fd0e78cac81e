"""Where things stand in a painted row, to hold it against its mirror image."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractItemView, QApplication

from editor.ui.panels.routelist import RoutesList

Run = tuple[int, int]
_GAP = 6
_EDGE = 4
_TOLERANCE = 3
"""By how much the ink of letters may begin further in on one side than on the other."""


@contextmanager
def right_to_left(application: QApplication) -> Iterator[None]:
    """Let people read from right to left meanwhile."""
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        yield
    finally:
        application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def differences(make: Callable[[], QAbstractItemView], application: QApplication) -> list[str]:
    """Return what the first row of a view shows elsewhere than its mirror image does."""
    plain = first_row(make())
    wanted = [_mirrored(run, plain.width()) for run in reversed(inked(plain))]
    with right_to_left(application):
        found = inked(first_row(make()))
    if len(found) != len(wanted) or len(found) < 2:
        return [f"{found} instead of {wanted}"]
    pairs = zip(found, wanted, strict=True)
    return [f"{here} instead of {there}" for here, there in pairs if _distance(here, there)]


def first_row(view: QAbstractItemView) -> QImage:
    """Return a picture of the first row of a view, without the lines around it.

    Of a route only the upper line: an address is code, and no mirror image.
    """
    row = view.visualRect(view.model().index(0, 0))
    if isinstance(view, RoutesList):
        row.setHeight(row.height() // 2)
    whole = QRect(0, row.top(), view.viewport().width(), row.height())
    return view.viewport().grab(whole.adjusted(0, _EDGE, 0, -_EDGE)).toImage()


def inked(picture: QImage) -> list[Run]:
    """Return the first and last column of each thing that stands in a picture."""
    runs: list[Run] = []
    for x in range(picture.width()):
        if len({picture.pixel(x, y) for y in range(picture.height())}) > 1:
            is_same = bool(runs) and x - runs[-1][1] <= _GAP
            runs[-1:] = [(runs[-1][0], x)] if is_same else [*runs[-1:], (x, x)]
    return runs


def _mirrored(run: Run, width: int) -> Run:
    return width - 1 - run[1], width - 1 - run[0]


def _distance(one: Run, two: Run) -> int:
    """Return by how much two runs differ, 0 where it is no more than letters do."""
    most = max(abs(one[0] - two[0]), abs(one[1] - two[1]))
    return most if most > _TOLERANCE else 0
