"""The ring around whatever has the focus, for widgets that do not draw one themselves."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFocusFrame,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QTabBar,
    QWidget,
)

from editor.ui.look.appearance import current_look

_RINGED = (QAbstractButton, QTabBar)
_MARGINS = (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin)


class FocusRing(QFocusFrame):
    """Follows the focus of the application from button to button."""

    def __init__(self, application: QApplication) -> None:
        """Follow the focus of an application from now on."""
        super().__init__()
        self._style = _WiderFrame("Fusion")
        self.setStyle(self._style)
        application.focusChanged.connect(self.follow)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring outside the widget, with a gap of one pixel."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = current_look()
        painter.setPen(QPen(look.colour("focus"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def follow(self, old: QWidget | None, now: QWidget | None) -> None:
        """Move to the widget that has the focus now, or away."""
        ringed = isinstance(now, _RINGED) and now.property("role") != "inside"
        # Qt takes None to leave a widget; its types do not say so.
        self.setWidget(now if ringed else None)  # pyright: ignore[reportArgumentType]


class _WiderFrame(QProxyStyle):
    """Leaves three pixels around the widget for gap and ring."""

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        return 3 if metric in _MARGINS else super().pixelMetric(metric, option, widget)
