"""The bar that offers the migration as long as legacy settings are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.core.legacy import BASE_URL, DEPRECATED, LegacyVariable
from editor.core.validation.problem import Severity
from editor.ui.language import counted
from editor.ui.look.shapes import Shape
from editor.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from editor.core.document import Document
    from editor.ui.session import Session


class LegacyBanner(Banner):
    """Counts a session's legacy settings; whoever closes it sees it again when others are found."""

    def __init__(self, session: Session, migrate: QAction) -> None:
        """Follow a session; `migrate` is the window's action."""
        super().__init__()
        self.setObjectName("legacyBanner")
        self._migrate = migrate
        self._session = session
        self._closed: tuple[str, ...] = ()
        self._shown: tuple[LegacyVariable, ...] = ()
        self.accepted.connect(migrate.trigger)
        self.dismissed.connect(self._dismiss)
        migrate.changed.connect(self._follow)
        session.document_changed.connect(self.show_document)
        self.show_document(session.document)

    def show_document(self, document: Document) -> None:
        """Show how many legacy settings there are, or nothing."""
        if not document.is_readable:
            return
        found = tuple(one for one in document.legacy if _counts(one))
        if not found or tuple(one.key for one in found) == self._closed:
            self.hide()
        elif found != self._shown or self.isHidden():
            self.show_fact(*self._words(found), self._migrate.text())
            self._follow()
        self._shown = found

    def _words(self, found: tuple[LegacyVariable, ...]) -> tuple[Shape, str, str]:
        is_in_env = all(one.line is not None for one in found)
        where = ".env" if is_in_env else self.tr("the environment")
        fact = counted(
            len(found),
            "%n legacy Azure setting in {0}.",
            "%n legacy Azure settings in {0}.",
            where,
        )
        if any(one.server_message and one.severity is Severity.WARNING for one in found):
            return Shape.WARNING, fact, self.tr("LibreChat warns that they conflict with groups.")
        if any(one.severity is Severity.WARNING for one in found):
            return Shape.WARNING, fact, self.tr("They reach into groups without a warning.")
        return Shape.INFO, fact, self.tr("A group of librechat.yaml can take their place.")

    def _dismiss(self) -> None:
        self._closed = tuple(one.key for one in self._shown)
        self.hide()

    def _follow(self) -> None:
        self.button.setEnabled(self._migrate.isEnabled())
        self.button.setToolTip(self._migrate.toolTip())


def _counts(found: LegacyVariable) -> bool:
    """Say whether a variable is a setting that groups replace, or does harm beside them."""
    is_setting = found.key in DEPRECATED or found.key == BASE_URL
    return is_setting or found.severity is Severity.WARNING
