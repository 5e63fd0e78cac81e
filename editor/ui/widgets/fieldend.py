"""What stands inside the right end of a field: suffix, chip and action icon."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStyle, QWidget

from editor.ui.look.appearance import current_look
from editor.ui.look.direction import isolated
from editor.ui.look.icons import icon
from editor.ui.widgets.chip import Chip, icon_button
from editor.ui.widgets.labels import label

_GAP = 4
_MOST_PERCENT = 60


class FieldEnd(QWidget):
    """Sits at the right edge of a field and keeps the line's text clear of itself.

    Signals: `chip_clicked()` and `action_clicked()`.
    """

    chip_clicked = Signal()
    action_clicked = Signal()

    def __init__(self, field: QWidget, line: QLineEdit) -> None:
        """Stand in `field`, whose text is in `line` (the same widget, or one inside it)."""
        super().__init__(field)
        self._field = field
        self._line = line
        self._right = 0
        self._chip_text, self._chip_tip = "", ""
        self.origin: object = None
        self._suffix = label("", "small", "text_3")
        self._chip = Chip(parent=self)
        self.action = icon_button("resetToInherited", "", "inside")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for part in (self._suffix, self._chip, self.action):
            row.addWidget(part, alignment=Qt.AlignmentFlag.AlignVCenter)
            part.hide()
        self._chip.clicked.connect(self.chip_clicked)
        self.action.clicked.connect(self.action_clicked)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        field.installEventFilter(self)

    def keep_free(self, reference_width: int) -> None:
        """Leave room at the right for a drop-down, in pixels at the reference font."""
        self._right = reference_width
        self._place()

    def set_suffix(self, text: str) -> None:
        """Show a unit or suffix such as `.openai.azure.com`, or none.

        One with a dot goes on where a name ends, which runs from left to right in every language.
        """
        if text == self._suffix.text():
            return
        if text.startswith("."):
            self._field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        else:
            self._field.unsetLayoutDirection()
        self._suffix.setText(text)
        self._suffix.setVisible(bool(text))
        self._place()

    def set_chip(
        self, text: str, picture: QIcon | None = None, tip: str = "", *, clickable: bool = False
    ) -> None:
        """Show a chip, or none for an empty text."""
        self._chip_text, self._chip_tip = text, tip
        self._chip.show_fact(text, picture, tip, clickable=clickable)
        self._chip.setVisible(bool(text))
        self._place()

    def set_action(self, icon_name: str, title: str) -> None:
        """Show an action icon, or none for an empty name."""
        if icon_name:
            self.action.setIcon(icon(icon_name))
            self.action.setToolTip(title)
            self.action.setAccessibleName(title)
        self.action.setVisible(bool(icon_name))
        self._place()

    def chip_text(self) -> str:
        """Return the text of the chip, empty where there is none."""
        return "" if self._chip.isHidden() else self._chip_text

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the right edge of the field."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.StyleChange, QEvent.Type.Show):
            self._place()
        return False

    def _place(self) -> None:
        """Stand at the right edge and set the text's margin to the width that is taken."""
        look = current_look()
        parts = (self._suffix, self._chip, self.action)
        empty = all(part.isHidden() for part in parts)
        self.setVisible(not empty)
        self._shorten()
        self._row.activate()
        self.resize(self.sizeHint().width(), self._field.height())
        edge = self._field.width() - look.pixels(self._right) - (0 if self._right else 2 * _GAP - 1)
        place = QRect(edge - self.width(), 0, self.width(), self.height())
        direction = self._field.layoutDirection()
        self.move(QStyle.visualRect(direction, self._field.rect(), place).topLeft())
        taken = 0 if empty else self.width() + 2 * _GAP
        is_mirrored = direction is Qt.LayoutDirection.RightToLeft
        self._line.setTextMargins(*((taken, 0, 0, 0) if is_mirrored else (0, 0, taken, 0)))

    def _shorten(self) -> None:
        """Leave the value at least a part of the field's width."""
        if self._chip.isHidden():
            return
        self._chip.setText(self._chip_text)
        others = (part for part in (self._suffix, self.action) if not part.isHidden())
        room = self._field.width() * _MOST_PERCENT // 100
        room -= sum(part.sizeHint().width() + _GAP for part in others)
        missing = self._chip.sizeHint().width() - room
        if missing > 0:
            metrics = self._chip.fontMetrics()
            width = max(0, metrics.horizontalAdvance(self._chip_text) - missing)
            mode = Qt.TextElideMode.ElideRight
            self._chip.setText(isolated(metrics.elidedText(self._chip_text, mode, width)))
        said = (self._chip_text, self._chip_tip) if missing > 0 else (self._chip_tip,)
        self._chip.setToolTip("\n".join(filter(None, said)))
