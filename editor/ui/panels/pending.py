"""Panels whose feature this version does not have; each says so, and what to do until then."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget

from editor.ui.widgets.emptystate import EmptyState

_CONTEXT = "PendingPanels"
_MARGIN = 24


def routes_panel() -> QWidget:
    """Return the page of the routes: which model goes to which address."""
    fact = _translated("No routes yet")
    meaning = _translated("Where LibreChat sends each model’s requests comes with a later version.")
    return _page("routesView", _translated("Routes"), EmptyState("route", fact, meaning))


def tests_panel() -> QWidget:
    """Return the page of the test results."""
    fact = _translated("Nothing tested yet")
    meaning = _translated("Connection tests come with a later version.")
    return _page("testsView", _translated("Test results"), EmptyState("testAll", fact, meaning))


def _page(object_name: str, name: str, words: EmptyState) -> QWidget:
    """Return a page with words in place of a table that has no rows."""
    page = QWidget()
    page.setObjectName(object_name)
    page.setAccessibleName(name)
    table = QTableView(page)
    table.setAccessibleName(name)
    table.setModel(QStandardItemModel(table))
    table.hide()
    _fill(page, words)
    return page


def _fill(page: QWidget, words: EmptyState) -> None:
    """Put words at the top of a page."""
    page.setProperty("surface", "base")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(page)
    column.setContentsMargins(_MARGIN, _MARGIN // 2, _MARGIN, _MARGIN)
    column.addWidget(words, alignment=Qt.AlignmentFlag.AlignTop)


def _translated(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
