"""The panels at the right: both sources, the routes and what changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget

from editor.ui.look.direction import isolated
from editor.ui.panels.changes import ChangesPanel
from editor.ui.panels.env import EnvPanel
from editor.ui.panels.routes import RoutesPanel
from editor.ui.panels.yaml import YamlPanel
from editor.ui.widgets.tabcorner import TabCorner

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from editor.ui.session import Session


class SidePanel(QTabWidget):
    """Shows the source beside the form; the tabs count routes and changes."""

    def __init__(self, session: Session, add_model: QAction) -> None:
        """Follow a session; `add_model` is offered where there is no model to route."""
        super().__init__()
        self._counts: dict[str, int] = {}
        self.yaml = YamlPanel(session)
        self.env = EnvPanel(session)
        self.routes = RoutesPanel(session, add_model)
        self.changes = ChangesPanel(session)
        self.setObjectName("sideTabs")
        self.setDocumentMode(True)
        self.setAccessibleName(self.tr("Source and results"))
        self.tabBar().setExpanding(False)
        self.tabBar().setDrawBase(False)
        self.addTab(self.yaml, self.tr("YAML"))
        self.addTab(self.env, isolated(self.tr(".env")))
        self.addTab(self.routes, self.tr("Routes"))
        self.addTab(self.changes, self.tr("Changes"))
        TabCorner(self, self.yaml.eye, self.env.reveal)
        self.yaml.eye.hide()
        self.env.reveal.hide()
        self.yaml.secrets_found.connect(self._show_eye)
        self.currentChanged.connect(self._show_eye)
        self.routes.routes_counted.connect(self._count_routes)
        self.yaml.changes_counted.connect(partial(self._count_changes, "config"))
        self.env.changes_counted.connect(partial(self._count_changes, "env"))

    def _show_eye(self, *_: object) -> None:
        """Offer to show the secrets of the text that is seen."""
        tab = self.currentWidget()
        self.env.reveal.setVisible(tab is self.env)
        self.yaml.eye.setVisible(tab is self.yaml and self.yaml.has_secrets)

    def _count_changes(self, file: str, count: int) -> None:
        self._counts[file] = count
        words, total = self.tr("Changes"), sum(self._counts.values())
        self.setTabText(self.indexOf(self.changes), f"{words} {total}" if total else words)

    def _count_routes(self, count: int) -> None:
        words = self.tr("Routes {0}").format(count) if count else self.tr("Routes")
        self.setTabText(self.indexOf(self.routes), words)
