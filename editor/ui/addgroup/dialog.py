"""The dialog that adds a group for a connection to Azure, and shows what LibreChat will call."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor.core.document import EditError
from editor.core.new_groups import adding
from editor.core.presets import PRESETS
from editor.core.secret import Secret
from editor.core.trial import Trials
from editor.core.validation.problem import Severity
from editor.ui.addgroup.fields import GroupFields
from editor.ui.addgroup.kinds import KindList
from editor.ui.addgroup.preview import RoutePreview
from editor.ui.language import in_language
from editor.ui.look.appearance import current_look
from editor.ui.look.direction import margins
from editor.ui.look.shapes import Shape
from editor.ui.widgets.labels import label
from editor.ui.widgets.statusline import StatusLine

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from editor.core.document import Document
    from editor.core.new_groups import Addition, NewGroup
    from editor.core.presets import Preset
    from editor.core.target_uri import TargetUri
    from editor.core.trial import Trial
    from editor.ui.session import Session

_SIZE = (920, 640)
_LIST, _ICONS = 260, 60
_NARROW, _LOW = 680, 420
_STAND_IN = "new"


class AddGroupDialog(QDialog):
    """Asks what a group connects to; adds it with its key's variable as one step."""

    def __init__(self, session: Session, parent: QWidget, address: TargetUri | None = None) -> None:
        """Start for an Azure OpenAI resource, or with the fields filled from an address."""
        super().__init__(parent)
        self.setObjectName("addGroupDialog")
        self.setWindowTitle(self.tr("Add group"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._trials = Trials(session.document)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.look)
        self.fields = GroupFields(session.document)
        self.preview = RoutePreview()
        self._verdict = StatusLine("window")
        self._kinds = KindList()
        self._arrange()
        self.fields.changed.connect(self._soon.start)
        self.fields.preset_found.connect(self._mark_kind)
        self._kinds.currentRowChanged.connect(self._choose_kind)
        session.document_changed.connect(self._start_over)
        self._kinds.setCurrentRow(0)
        if address is not None:
            self.fields.take(address)
        (self.fields.pasted if address is None else self.fields.key).setFocus()
        look, room = current_look(), parent.window().size()
        width, height = (look.pixels(length) for length in _SIZE)
        self.resize(min(width, room.width() - 16), min(height, room.height() - 16))
        self.look()

    def _build_left(self) -> None:
        self._left = QFrame()
        self._left.setProperty("surface", "window")
        column = QVBoxLayout(self._left)
        column.setContentsMargins(4, 16, 4, 8)
        column.setSpacing(8)
        self._heading = label(self.tr("What does it connect to?"), "small", "text_2", wrap=True)
        self._heading.setContentsMargins(margins(12, 0, 0, 0))
        column.addWidget(self._heading)
        column.addWidget(self._kinds, stretch=1)

    def _arrange(self) -> None:
        self._build_left()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        page.setProperty("surface", "base")
        self._scrolled = QVBoxLayout(page)
        self._scrolled.setContentsMargins(0, 0, 0, 0)
        self._scrolled.addWidget(self.fields, stretch=1)
        scroll.setWidget(page)
        self._right = QVBoxLayout()
        self._right.setSpacing(0)
        self._right.addWidget(scroll, stretch=1)
        self._right.addWidget(self.preview)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._left)
        middle.addLayout(self._right, stretch=1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(middle, stretch=1)
        whole.addWidget(self._footer())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the kinds as icons where it is narrow; scroll the request where it is low."""
        super().resizeEvent(event)
        look = current_look()
        is_narrow = self.width() < look.pixels(_NARROW)
        self._left.setFixedWidth(look.pixels(_ICONS if is_narrow else _LIST))
        self._heading.setHidden(is_narrow)
        place = self._scrolled if self.height() < look.pixels(_LOW) else self._right
        if place.indexOf(self.preview) < 0:
            place.addWidget(self.preview)

    def _footer(self) -> QWidget:
        footer = QFrame()
        footer.setProperty("surface", "window")
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self._accept = QPushButton(self.tr("Add group"))
        self._accept.setObjectName("addGroup")
        self._accept.setProperty("role", "primary")
        self._accept.setDefault(True)
        self._accept.clicked.connect(self.accept)
        row = QHBoxLayout(footer)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(8)
        row.addWidget(self._verdict, stretch=1)
        row.addWidget(cancel)
        row.addWidget(self._accept)
        return footer

    def _start_over(self, document: Document) -> None:
        """Try groups in another document from now on."""
        self._trials = Trials(document)
        self._soon.start()

    def look(self) -> None:
        """Show what the fields lead to, in the document as it is now."""
        self._soon.stop()
        group = self.fields.group()
        lacking = self.fields.lacking()
        words = "" if lacking is None else lacking.words
        try:
            found = None if group is None else self._trials.tried(_complete(group))
        except EditError as error:
            refusal = in_language(str(error))
            self.preview.show_routes((), refusal)
            self._verdict.show_status(Shape.ERROR, refusal)
            return
        self.preview.show_routes(() if found is None else found.routes, words)
        if found is None or lacking is not None:
            self._verdict.show_status(Shape.INFO, words)
        else:
            self._verdict.show_status(*self._judged(found))

    def verdict(self) -> str:
        """Return what is said about the result."""
        return self._verdict.words()

    def _judged(self, found: Trial) -> tuple[Shape, str]:
        """Return the gravest that is to say about the new group, else the verdict."""
        for severity, shape in ((Severity.ERROR, Shape.ERROR), (Severity.WARNING, Shape.WARNING)):
            said = next((one.message for one in found.remarks if one.severity is severity), "")
            if said:
                return shape, in_language(said)
        if found.is_valid:
            words = self.tr("LibreChat {0} accepts the result")
            return Shape.OK, words.format(self._session.document.target)
        return Shape.WARNING, self.tr("LibreChat still refuses the file, but not for this group")

    def _adding(self, group: NewGroup) -> Addition:
        label = self.tr("Add {0}").format(group.name)
        return adding(self._session.document, (group,), label)

    def accept(self) -> None:
        """Add the group, or go to the field that lacks something."""
        lacking, group = self.fields.lacking(), self.fields.group()
        if lacking is not None or group is None:
            if lacking is not None:
                self.fields.show_problem(lacking)
            return
        try:
            found = self._adding(group)
        except EditError:
            self.look()
            return
        self._session.apply(found.edit, select=found.path)
        super().accept()

    def _choose_kind(self, row: int) -> None:
        self.fields.show_preset(PRESETS[row])

    def _mark_kind(self, preset: Preset) -> None:
        self._kinds.setCurrentRow(PRESETS.index(preset))


def _complete(group: NewGroup) -> NewGroup:
    """Return a group with what its address does not depend on, so that it can be shown."""
    key = group.key if group.key.reveal().strip() else Secret(_STAND_IN)
    return replace(group, name=group.name or _STAND_IN, key=key)
