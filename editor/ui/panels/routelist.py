"""The list of the routes: each model with its group, and below them where its requests go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from editor.core.routing.route import Route
from editor.core.routing.shown import masked
from editor.ui.language import in_language
from editor.ui.look.appearance import current_look
from editor.ui.look.shapes import Shape, paint_shape
from editor.ui.widgets.rowpainting import (
    GAP,
    Line,
    RowState,
    Strip,
    paint_ground,
    paint_line,
    paint_text,
    square,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from editor.core.yaml.values import Path

ROUTE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_PADDING = 8
_SHAPE = 14
_NONE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


def words(text: str) -> str:
    """Return a text of the routes in the user's language."""
    return QCoreApplication.translate("Routes", text)


def tokens_in_short(count: int) -> str:
    """Return a number of tokens as people say it: 128k."""
    return f"{count / 1000:.0f}k" if count >= 1000 else str(count)


def shape_of_route(route: Route) -> Shape | None:
    """Return what to show behind a route: whether it cannot be sent, or is doubtful."""
    if route.error is not None or route.unresolved:
        return Shape.ERROR
    return Shape.WARNING if route.warnings else None


def flaws_of(route: Route) -> list[str]:
    """Return everything that is wrong with a masked route."""
    error = [] if route.error is None else [words("LibreChat: “{0}”").format(route.error)]
    missing = [words("no value for {0}").format(name) for name in route.unresolved]
    return [*error, *missing, *map(in_language, route.warnings)]


class RoutesModel(QAbstractTableModel):
    """Serves the routes that a function returns, asked for only when somebody looks.

    The masked `Route` is under `ROUTE_ROLE`, the model's path under `Qt.UserRole`.
    """

    def __init__(self, source: Callable[[], tuple[Route, ...]]) -> None:
        """Serve what `source` returns; it must be quick when nothing changed."""
        super().__init__()
        self._source = source
        self._routes: tuple[Route, ...] = ()
        self._told: tuple[Route, ...] = ()
        self._masked: dict[int, Route] = {}
        self._headings = [
            words("Model"),
            words("Group"),
            words("Deployment"),
            words("API version"),
            words("URL"),
            words("Context"),
            words("Images"),
            words("Remarks"),
        ]

    @property
    def routes(self) -> tuple[Route, ...]:
        """The routes as they are now, in the clear."""
        routes = self._source()
        if routes is not self._routes:
            self._routes = routes
            self._masked = {}
        return routes

    def show_routes(self) -> bool:
        """Tell views what differs; say whether they had to start over."""
        old, new = self._told, self._source()
        if [route.path for route in old] != [route.path for route in new]:
            self.beginResetModel()
            self._told = self.routes
            self.endResetModel()
            return True
        self._told = self.routes
        changed = [row for row, route in enumerate(new) if route is not old[row]]
        if changed:
            last = self.index(changed[-1], len(self._headings) - 1)
            self.dataChanged.emit(self.index(changed[0], 0), last)
        return False

    def row_of(self, path: Path) -> int:
        """Return the number of a model's row, -1 for none."""
        return next((row for row, route in enumerate(self.routes) if route.path == path), -1)

    def shown(self, row: int) -> Route:
        """Return a route with its secrets masked."""
        routes = self.routes
        if row not in self._masked:
            self._masked[row] = masked(routes[row])
        return self._masked[row]

    def rowCount(self, parent: _Index = _NONE) -> int:
        """Return how many routes there are."""
        return 0 if parent.isValid() else len(self.routes)

    def columnCount(self, parent: _Index = _NONE) -> int:
        """Return how many facts a route has."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a fact's name."""
        is_heading = orientation == Qt.Orientation.Horizontal
        if is_heading and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a fact of a route, its path, or the route."""
        if index.row() >= len(self.routes):
            return None
        route = self.shown(index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._facts(route)[index.column()]
            case Qt.ItemDataRole.UserRole:
                return route.path
            case _ if role == ROUTE_ROLE:
                return route
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(filter(None, (route.url or "", *flaws_of(route))))
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(fact for fact in self._facts(route) if fact)
            case _:
                return None

    def _facts(self, route: Route) -> tuple[str, ...]:
        window = route.context_window
        return (
            route.model,
            route.group,
            route.deployment or "",
            route.version or "",
            route.url or "",
            "" if window is None else tokens_in_short(window),
            words("images") if route.vision else "",
            "; ".join(flaws_of(route)),
        )


class RoutesList(QListView):
    """Shows routes on two lines each.

    Signals: `chosen(path)` when a person went to a row, `entered(path)` for Enter or a double
    click.
    """

    chosen = Signal(object)
    entered = Signal(object)

    def __init__(self, name: str, model: RoutesModel) -> None:
        """Show a model; `name` is the accessible name."""
        super().__init__()
        self._is_showing = False
        self.rows = model
        self.setAccessibleName(name)
        self.setModel(model)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_RouteDelegate(self))
        self.selectionModel().currentRowChanged.connect(self._choose)
        self.doubleClicked.connect(self._enter)

    def show_routes(self, current: Path) -> None:
        """Show the routes as they are now, that of a model as the current one."""
        before, self._is_showing = self._is_showing, True
        self.rows.show_routes()
        row = self.rows.row_of(current)
        if row >= 0 and row != self.currentIndex().row():
            self.setCurrentIndex(self.rows.index(row, 0))
        elif row < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        self._is_showing = before

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow a row on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def state_of(self, index: _Index, option: QStyleOptionViewItem) -> RowState:
        """Return how a row stands that is drawn with an option."""
        plain = self.rows.index(index.row(), 0)
        return RowState(
            selected=self.selectionModel().isSelected(plain),
            hovered=QStyle.StateFlag.State_MouseOver in option.state,
            current=plain == self.currentIndex(),
            focused=self.hasFocus(),
        )

    def _choose(self, current: QModelIndex) -> None:
        if not self._is_showing and current.isValid():
            self.chosen.emit(current.data(Qt.ItemDataRole.UserRole))

    def _enter(self, index: QModelIndex) -> None:
        if index.isValid():
            self.entered.emit(index.data(Qt.ItemDataRole.UserRole))


class _RouteDelegate(QStyledItemDelegate):
    """Draws model, group and context window over the address."""

    def __init__(self, view: RoutesList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, current_look().size("route_row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        route = index.data(ROUTE_ROLE)
        if not isinstance(route, Route):
            return
        look, state = current_look(), self._view.state_of(index, option)
        painter.save()
        paint_ground(painter, option.rect, state, "base")
        painter.setPen(QPen(look.colour("divider"), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        area = option.rect.adjusted(2 * GAP, _PADDING // 2, -2 * GAP, -_PADDING // 2)
        half = area.height() // 2
        direction = painter.layoutDirection()
        upper = Strip(QRect(area.topLeft(), QSize(area.width(), half)), direction)
        lower = Strip(QRect(area.left(), area.top() + half, area.width(), half), direction)
        self._end(painter, upper, route, state)
        self._names(painter, upper, route, state)
        self._address(painter, lower, route, state)
        painter.restore()

    def _names(self, painter: QPainter, strip: Strip, route: Route, state: RowState) -> None:
        look = current_look()
        line = Line("text", look.font("section"), Qt.TextElideMode.ElideMiddle)
        strip.first(paint_line(painter, strip.rest(), route.model, line), GAP)
        if strip.width > look.pixels(24):
            paint_text(painter, strip.rest(), route.group, state.quiet_text, look.font("small"))

    def _address(self, painter: QPainter, strip: Strip, route: Route, state: RowState) -> None:
        look = current_look()
        font = look.font("code")
        if route.url is None:
            paint_text(painter, strip.rest(), route.error or "", "error", look.font("small"))
            return
        method, address = f"{route.method} ", route.url.partition("://")[2]
        room = strip.width - _width(method, font)
        address = QFontMetrics(font).elidedText(address, Qt.TextElideMode.ElideRight, room)
        parts = ((method, state.quiet_text), (address, "text_2"))
        is_mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        # The method stands before the address, as in code, from whichever side people read.
        for text, role in reversed(parts) if is_mirrored else parts:
            strip.first(paint_text(painter, strip.rest(), text, role, font))

    def _end(self, painter: QPainter, strip: Strip, route: Route, state: RowState) -> None:
        """Draw shape and context window from the end."""
        look = current_look()
        shape = shape_of_route(route)
        if shape is not None:
            side = look.pixels(_SHAPE)
            place = QRectF(square(strip.last(side, GAP), side))
            paint_shape(painter, place, shape, getattr(look.scheme, state.ground("base")))
        if route.context_window is not None:
            text, font = tokens_in_short(route.context_window), look.font("small")
            paint_text(painter, strip.last(_width(text, font), GAP), text, state.quiet_text, font)


def _width(text: str, font: QFont) -> int:
    return QFontMetrics(font).horizontalAdvance(text)
