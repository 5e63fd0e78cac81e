"""Labels in the type styles and tones of the look."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def label(text: str = "", style: str = "body", tone: str = "text", *, wrap: bool = False) -> QLabel:
    """Return a plain-text label in a type style (`title`, `small` …) and a colour role."""
    result = QLabel(text)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setProperty("type", style)
    result.setProperty("tone", tone)
    result.setWordWrap(wrap)
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
        self._align()
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
        """Begin at the other side where the language does."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        """Begin where the window's texts do; Qt would go by the text, and move Arabic names."""
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        both = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        self.setAlignment(side | both)

    def _elide(self) -> None:
        """Show as much of the text as fits."""
        mode = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self._full, mode, max(0, self.width()))
        self.setText(shown)
        self.setToolTip("" if shown == self._full else self._full)
