"""A field for a key: hidden but for its last four characters, shown while the eye is held."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QWidget

from editor.core.secret import Secret
from editor.ui.look.appearance import current_look
from editor.ui.widgets.textfield import Inherited, Note, TextField

_BULLET = "\u2022"
_REFERENCE = re.compile(r"\$(\{[^}]*\}?)?")
_LONG_ENOUGH = 12


def masked(value: str) -> str:
    """Return 8 bullets and the last 4 characters, bullets only under 12; `${NAME}` stays."""
    if not value or _REFERENCE.fullmatch(value):
        return value
    return _BULLET * 8 + (value[-4:] if len(value) >= _LONG_ENOUGH else "")


class SecretField(TextField):
    """Edits a key. While hidden it cannot be copied; `${NAME}` is no secret and shows as it is.

    With the focus every character is a bullet, so that the cursor can be placed; without it the
    field shows `masked`. The eye shows the key while it is held by the pointer or by Space.
    """

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        """Start empty and hidden; `name` is the accessible name."""
        super().__init__(name, placeholder, parent)
        self.set_code(True)
        self.tail.action.pressed.connect(self._reveal)
        self.tail.action.released.connect(self._hide)
        self.textChanged.connect(self._hide)

    def show_value(
        self,
        value: str | Secret | None,
        inherited: Inherited | None = None,
        note: Note | None = None,
    ) -> None:
        """Show a key hidden, or what is inherited in its place."""
        text = value.reveal() if isinstance(value, Secret) else value
        if inherited:
            inherited = Inherited(masked(inherited.text), inherited.source, inherited.level)
        super().show_value(text, inherited, note)
        self._hide()

    def is_reference(self) -> bool:
        """Say whether the field holds `${NAME}` or the beginning of it, and no secret."""
        return bool(_REFERENCE.fullmatch(self.text()))

    def is_hiding(self) -> bool:
        """Say whether the field holds a secret, for which it has an eye."""
        return bool(self.text()) and not self.is_reference()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take no hidden key away with Ctrl+X, since none would get to the clipboard."""
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        if not (hidden and event.matches(QKeySequence.StandardKey.Cut)):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the key again."""
        super().focusOutEvent(event)
        self._hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mask instead of the text while hidden and without the focus."""
        if self.hasFocus() or not self.text() or self.echoMode() == QLineEdit.EchoMode.Normal:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        style = self.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        area = style.subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        area = area.marginsRemoved(self.textMargins()).adjusted(2, 0, -2, 0)
        role = "text" if self.isEnabled() else "text_disabled"
        painter.setPen(current_look().colour(role))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextForceLeftToRight
        painter.drawText(area, flags, masked(self.text()))

    def _reveal(self) -> None:
        """Show the key."""
        self.setEchoMode(QLineEdit.EchoMode.Normal)

    def _hide(self) -> None:
        """Hide what is a secret."""
        wanted = QLineEdit.EchoMode.Password if self.is_hiding() else QLineEdit.EchoMode.Normal
        if self.echoMode() != wanted:
            self.setEchoMode(wanted)

    def _act(self) -> None:
        """Return to the inherited value, unless the icon is the eye."""
        if self.is_reference():
            super()._act()
