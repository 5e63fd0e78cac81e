"""The block that says what a model resolves to, and where each part comes from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from editor.core.inheritance import Fact, Resolution, Source
from editor.ui.look.appearance import current_look
from editor.ui.look.shapes import Shape
from editor.ui.widgets.labels import ElidedLabel, label, mark
from editor.ui.widgets.section import Section
from editor.ui.widgets.shapeicon import ShapeIcon

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QResizeEvent

_NARROW = 84
_REFERENCE = re.compile(r"\$\{([^}]+)\}")


class ResolutionBlock(Section):
    """Shows resource, deployment, API version and key of a model."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__(QCoreApplication.translate("ResolutionBlock", "Resolves to"))
        self._resource = _Line(self.tr("Resource"))
        self._deployment = _Line(self.tr("Deployment"))
        self._version = _Line(self.tr("API version"))
        self._key = _Line(self.tr("API key"))
        self.rows.setSpacing(0)
        for line in (self._resource, self._deployment, self._version, self._key):
            self.add(line)

    def show_resolution(self, resolution: Resolution) -> None:
        """Show what a model resolves to."""
        needed = resolution.needs_deployment
        self._resource.show_fact(resolution.resource, is_needed=True)
        self._deployment.show_fact(resolution.deployment, is_needed=needed)
        self._version.show_fact(resolution.version, is_needed=needed)
        key = resolution.api_key
        reference = _REFERENCE.fullmatch(key.text)
        shown = Fact(reference[1], key.source) if reference else key
        self._key.show_fact(shown, is_needed=True)


class _Line(QFrame):
    """A name, a value, and where it comes from."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("edge", "bottom")
        self.setProperty("surface", "base")
        self._title = title
        self._name = label(title, "body", "text_2")
        self._shape = ShapeIcon(Shape.ERROR)
        self._value = ElidedLabel("", "body")
        self._source = label("", "body", "text_2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._name)
        row.addWidget(self._shape)
        row.addWidget(self._value, stretch=1)
        row.addWidget(self._source, alignment=Qt.AlignmentFlag.AlignRight)
        self._dress()

    def show_fact(self, fact: Fact, *, is_needed: bool) -> None:
        """Show a value, or that it is missing."""
        is_missing = is_needed and not fact.text
        sources = {
            Source.MODEL: self.tr("from model"),
            Source.GROUP: self.tr("from group"),
            Source.NAME: self.tr("the model’s name"),
            Source.NOWHERE: "",
        }
        absent = self.tr("missing") if is_needed else self.tr("none")
        self._shape.setVisible(is_missing)
        self._value.show_text(fact.text or absent)
        mark(self._value, "tone", "error" if is_missing else "text" if fact.text else "text_3")
        self._source.setText(sources[fact.source])
        self.setAccessibleName(f"{self._title}: {fact.text or absent} {sources[fact.source]}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Bring the value nearer to its name where there is little room."""
        super().resizeEvent(event)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look's scale."""
        super().changeEvent(event)
        if event.type() == event.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        look = current_look()
        is_narrow = self.width() < look.pane("labels_above_below")
        self._name.setFixedWidth(look.pixels(_NARROW) if is_narrow else look.size("label_column"))
        self.setMinimumHeight(look.size("table_row"))
