"""The facts of one route: its address, what it is made of and from where, and what is doubtful."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from editor.core.routing.shown import curl, masked
from editor.ui.form.problemtexts import ProblemStack
from editor.ui.language import in_language
from editor.ui.look.icons import icon
from editor.ui.look.shapes import Shape
from editor.ui.panels.routelist import flaws_of, words
from editor.ui.widgets.flow import FlowLayout
from editor.ui.widgets.labels import label, let_wrap
from editor.ui.widgets.problemline import FixButton, ProblemText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.core.routing.route import Route
    from editor.ui.session import Session

_MOST_FACTS = 8


class RouteDetail(QScrollArea):
    """Shows a route, offers to copy it, and to mend an address that is surely wrong."""

    def __init__(self, session: Session) -> None:
        """Start empty; fixes are applied to a session."""
        super().__init__()
        self._session = session
        self._route: Route | None = None
        self.setObjectName("routeDetail")
        self.setAccessibleName(words("Route of the current model"))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(1)
        self._hint = label(words("Choose a model to see what it resolves to."), "body", "text_2")
        self.url = self._selectable()
        self.copy_url = self._button("duplicate", words("Copy URL"), "routeCopyUrl")
        self.copy_curl = self._button("copyAsCurl", words("Copy as cURL"), "routeCopyAsCurl")
        self.flaws = ProblemStack()
        self.flaws.fix_requested.connect(self._fix)
        self._facts = [self._fact() for _ in range(_MOST_FACTS)]
        self._arrange()
        self.copy_url.clicked.connect(self._copy_url)
        self.copy_curl.clicked.connect(self._copy_curl)

    def show_route(self, route: Route | None) -> None:
        """Show a route, or how to see one."""
        self._hint.setVisible(route is None)
        self._page.setVisible(route is not None)
        if route is None or route is self._route:
            self._route = route
            return
        self._route = route
        shown = masked(route)
        self.url.setText(f"{shown.method} {shown.url}" if shown.url else "")
        for part in (self.url, self.copy_url, self.copy_curl):
            part.setVisible(shown.url is not None)
        self.copy_url.setText(words("Copy URL"))
        self.copy_curl.setText(words("Copy as cURL"))
        self._show_flaws(shown, route)
        facts = list(_facts_of(shown))
        for number, parts in enumerate(self._facts):
            texts = facts[number] if number < len(facts) else ("", "", "")
            for part, text in zip(parts, texts, strict=True):
                part.setText(text)
                part.setVisible(number < len(facts))

    def facts(self) -> list[tuple[str, ...]]:
        """Return what is shown: name, value and source of each fact."""
        return [tuple(part.text() for part in parts) for parts in self._facts if parts[0].text()]

    def _show_flaws(self, shown: Route, route: Route) -> None:
        fixes = tuple(FixButton(fix.id, in_language(fix.title)) for fix in route.fixes)
        is_broken = shown.error is not None or bool(shown.unresolved)
        lines = [
            ProblemText(Shape.ERROR if is_broken and not number else Shape.WARNING, flaw)
            for number, flaw in enumerate(flaws_of(shown))
        ]
        if fixes:
            last = lines.pop() if lines else ProblemText(Shape.WARNING, words("Wrong address"))
            lines.append(ProblemText(last.shape, last.message, None, fixes, route.path))
        self.flaws.show_problems(tuple(lines))

    def _fix(self, _key: object, fix_id: str) -> None:
        """Do what a button says."""
        fixes = () if self._route is None else self._route.fixes
        fix = next((fix for fix in fixes if fix.id == fix_id), None)
        if fix is not None:
            self._session.fix(fix)

    def _copy_url(self) -> None:
        if self._route is not None:
            QGuiApplication.clipboard().setText(masked(self._route).url or "")
            self.copy_url.setText(words("Copied"))

    def _copy_curl(self) -> None:
        """Put the command on the clipboard; it names the key's variable, never the key."""
        if self._route is not None:
            QGuiApplication.clipboard().setText(curl(self._route))
            self.copy_curl.setText(words("Copied"))

    def _arrange(self) -> None:
        page = QWidget()
        page.setProperty("surface", "base")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self._hint)
        self._page = QWidget()
        inside = QVBoxLayout(self._page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        buttons = QWidget()
        row = FlowLayout(buttons, spacing=8)
        for button in (self.copy_url, self.copy_curl):
            row.addWidget(button)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(0)
        for number, (name, value, source) in enumerate(self._facts):
            source.setContentsMargins(0, 0, 0, 6)
            grid.addWidget(name, 2 * number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, 2 * number, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(source, 2 * number + 1, 1, Qt.AlignmentFlag.AlignTop)
        for part in (self.url, buttons, self.flaws):
            inside.addWidget(part)
        inside.addLayout(grid)
        column.addWidget(self._page)
        column.addStretch(1)
        self._page.hide()
        self.setWidget(page)

    def _fact(self) -> tuple[QLabel, QLabel, QLabel]:
        value = label("", "body", wrap=True)
        let_wrap(value, QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.MinimumExpanding)
        value.setMinimumWidth(1)
        return label("", "body", "text_2"), value, label("", "small", "text_2")

    def _selectable(self) -> QLabel:
        part = label("", "code", wrap=True)
        part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return part

    def _button(self, picture: str, text: str, name: str) -> QPushButton:
        button = QPushButton(icon(picture), text)
        button.setObjectName(name)
        button.setProperty("role", "small")
        return button


def _facts_of(route: Route) -> Iterator[tuple[str, str, str]]:
    """Yield name, value and source of what a masked route is made of."""
    sources = route.sources
    names = {
        "instance": words("Resource"),
        "deployment": words("Deployment"),
        "version": words("API version"),
    }
    values = (route.instance, route.deployment, route.version)
    for (key, name), value in zip(names.items(), values, strict=True):
        if value:
            yield name, value, _source(sources.get(key, ""))
    if "apiKey" in sources:
        yield words("API key"), _key_words(sources["apiKey"]), ""
    if route.context_window is not None:
        yield words("Context window"), words("{0} tokens").format(f"{route.context_window:,}"), ""
    by_name = words("accepted, by the name") if route.vision else words("not offered, by the name")
    yield words("Images"), by_name, ""
    flags = [words("serverless")] if route.serverless else []
    if "input" in route.body:
        flags.append(words("Responses API"))
    if flags:
        yield words("Flags"), ", ".join(flags), ""
    if route.assumed:
        yield words("Read"), words("from LibreChat’s source, not observed"), ""


def _source(source: str) -> str:
    if source.startswith("env:"):
        return words("from {0}").format(source.removeprefix("env:"))
    return {
        "model": words("from model"),
        "group": words("from group"),
        "default": words("default"),
    }.get(source, "")


def _key_words(source: str) -> str:
    if source.startswith("env:"):
        return f"${{{source.removeprefix('env:')}}}"
    return words("written in the file") if source == "literal" else source
