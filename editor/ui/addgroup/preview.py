"""What LibreChat would send with a group that is not there yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout

from editor.core.routing.shown import masked
from editor.ui.look.icons import icon
from editor.ui.widgets.chip import icon_button
from editor.ui.widgets.labels import ElidedLabel, label, let_wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.core.routing.route import Route

_KEY_HEADERS = ("api-key", "authorization")


class RoutePreview(QFrame):
    """Shows the request of one model after the other, with secrets masked."""

    def __init__(self) -> None:
        """Start without a request."""
        super().__init__()
        self.setProperty("surface", "sunken")
        self._routes: tuple[Route, ...] = ()
        self._index = 0
        self._count = ElidedLabel("", "small", "text_2")
        self._back = icon_button("back", self.tr("Model before"))
        self._on = icon_button("forward", self.tr("Next model"))
        self._copy = QPushButton(icon("copy"), self.tr("Copy"))
        self._copy.setAccessibleName(self.tr("Copy the address"))
        self._copy.setProperty("role", "flat")
        self.address = label("", "code", wrap=True)
        self.address.setObjectName("newGroupAddress")
        self.address.setAccessibleName(self.tr("Address that LibreChat will call"))
        let_wrap(self.address, QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._headers = label("", "code", "text_2", wrap=True)
        self._arrange()
        self._back.clicked.connect(self._go_back)
        self._on.clicked.connect(self._go_on)
        self._copy.clicked.connect(self._copy_address)
        self.show_routes((), "")

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(self.tr("LibreChat will send"), "section"))
        head.addWidget(self._count, stretch=1)
        for part in (self._back, self._on):
            head.addWidget(part)
        head.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 24, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.address)
        column.addWidget(self._headers)

    def show_routes(self, routes: Sequence[Route], lacking: str) -> None:
        """Show the requests of a group's models; `lacking` says why there are none."""
        self._routes = tuple(masked(route) for route in routes)
        self._index = min(self._index, max(0, len(self._routes) - 1))
        self._lacking = lacking
        self._look()

    def _look(self) -> None:
        many, count = len(self._routes) > 1, len(self._routes)
        route = self._routes[self._index] if self._routes else None
        for part in (self._back, self._on):
            part.setVisible(many)
        self._back.setEnabled(self._index > 0)
        self._on.setEnabled(self._index + 1 < count)
        words = self.tr("for {0}").format(route.model) if route is not None else ""
        place = self.tr(", {0} of {1}").format(self._index + 1, count) if many else ""
        self._count.show_text(f"{words}{place}")
        url = route.url if route is not None else None
        self._copy.setVisible(url is not None)
        if route is None or url is None:
            self.address.setText((route and route.error) or self._lacking)
            self._headers.setText("")
            return
        self.address.setText(_breakable(f"{route.method} {url}"))
        keys = [f"{name}: {route.headers[name]}" for name in _KEY_HEADERS if name in route.headers]
        self._headers.setText("\n".join(keys))

    def _go_back(self) -> None:
        self._index -= 1
        self._look()

    def _go_on(self) -> None:
        self._index += 1
        self._look()

    def _copy_address(self) -> None:
        QGuiApplication.clipboard().setText(self._routes[self._index].url or "")


def _breakable(url: str) -> str:
    """Return an address with places for line breaks behind its slashes."""
    return url.replace("/", "/\u200b").replace("?", "\u200b?")
