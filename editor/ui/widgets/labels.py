"""Labels in the type styles and tones of the look."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from editor.ui.look.direction import beginning

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
"""Where code begins in every language."""


def label(text: str = "", style: str = "body", tone: str = "text", *, wrap: bool = False) -> QLabel:
    """Return a plain-text label in a type style (`title`, `small` …) and a colour role."""
    result = QLabel(text)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setProperty("type", style)
    result.setProperty("tone", tone)
    result.setWordWrap(wrap)
    result.setAlignment(_LEFT if style == "code" else beginning())
    if wrap:
        let_wrap(result, QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
    return result


def let_wrap(part: QLabel, horizontal: QSizePolicy.Policy, vertical: QSizePolicy.Policy) -> None:
    """Set how a label takes room, and that it needs more height where it is narrow.

    Word wrap sets the latter, but setting a size policy takes it away again, and cuts lines off.
    """
    policy = QSizePolicy(horizontal, vertical)
    policy.setHeightForWidth(True)
    part.setSizePolicy(policy)


def key_cap(keys: str) -> QLabel:
    """Return a label that shows a key, or several, as on a keyboard."""
    cap = label(keys, "key_cap", "text_2")
    cap.setProperty("cap", "true")
    return cap


def mark(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and draw the widget anew if it changed."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


class ElidedLabel(QLabel):
    """One line of plain text, cut off with “…” where it does not fit; the tooltip has all."""

    def __init__(self, text: str = "", style: str = "body", tone: str = "text") -> None:
        """Start with a text in a type style and a colour role."""
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", style)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAlignment(beginning())
        self._full = ""
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show another text."""
        if text == self._full:
            return
        self._full = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._elide()

    def full_text(self) -> str:
        """Return the whole text, however little of it fits."""
        return self._full

    def sizeHint(self) -> QSize:
        """Return the room for the whole text, for a policy that asks."""
        metrics, hint = self.fontMetrics(), super().sizeHint()
        more = metrics.horizontalAdvance(self._full) - metrics.horizontalAdvance(self.text())
        return QSize(hint.width() + max(0, more), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Need no room at all: the tooltip has the text."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: object) -> None:
        """Shorten the text to the new width."""
        self._elide()

    def changeEvent(self, event: QEvent) -> None:
        """Shorten the text anew in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._elide()

    def _elide(self) -> None:
        """Show as much of the text as fits."""
        mode = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self._full, mode, max(0, self.width()))
        self.setText(shown)
        self.setToolTip("" if shown == self._full else self._full)
