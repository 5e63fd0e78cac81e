"""The bar at the top of the window that says one grave fact and offers what to do about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy

from editor.ui.look.direction import margins
from editor.ui.look.shapes import Shape
from editor.ui.widgets.chip import icon_button
from editor.ui.widgets.labels import ElidedLabel, mark
from editor.ui.widgets.shapeicon import ShapeIcon

_SURFACES = {Shape.ERROR: "error", Shape.WARNING: "warning", Shape.OK: "ok", Shape.INFO: "info"}


class Banner(QFrame):
    """Shows a fact in bold, its consequence, one button and a cross.

    Signals: `accepted()` for the button, `dismissed()` for the cross.
    """

    accepted = Signal()
    dismissed = Signal()

    def __init__(self) -> None:
        """Start hidden; `show_fact` brings it up."""
        super().__init__()
        self._shape = ShapeIcon(Shape.INFO, ground="info_soft")
        self._fact = ElidedLabel("", "section")
        self._fact.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._consequence = ElidedLabel("")
        self.button = QPushButton()
        self.button.setProperty("role", "small")
        self._close = icon_button("close", self.tr("Dismiss"))
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(16, 4, 8, 4))
        row.setSpacing(8)
        row.addWidget(self._shape)
        row.addWidget(self._fact)
        row.addWidget(self._consequence, stretch=1)
        row.addWidget(self.button)
        row.addWidget(self._close)
        self.button.clicked.connect(self.accepted)
        self._close.clicked.connect(self.dismissed)
        self.hide()

    def show_fact(self, shape: Shape, fact: str, consequence: str, button: str) -> None:
        """Bring the banner up; an empty button text means that there is nothing to click."""
        kind = _SURFACES.get(shape, "info")
        mark(self, "banner", kind)
        self._shape.show_on(shape, f"{kind}_soft")
        self._fact.show_text(fact)
        self._consequence.show_text(consequence)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setAccessibleName(f"{shape.words}: {fact} {consequence}")
        self.show()

    def fact(self) -> str:
        """Return the fact in bold."""
        return self._fact.full_text()
