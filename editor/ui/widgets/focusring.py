"""The ring around whatever has the focus, for widgets that do not draw one themselves."""

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFocusFrame,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)
from shiboken6 import isValid

from editor.ui.look.appearance import current_look

_RINGED = (QAbstractButton,)
_RINGED_INSIDE = ("inside", "status")
"""Roles of buttons around which there is no room for a ring: the style sheet draws their focus."""
_MARGINS = (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin)


class FocusRing(QObject):
    """Follows the focus of the application from button to button, through all its windows."""

    @staticmethod
    def wear(application: QApplication) -> "FocusRing":
        """Return the ring of an application, which has one from now on."""
        return application.findChild(FocusRing) or FocusRing(application)

    def __init__(self, application: QApplication) -> None:
        """Follow the focus of an application from now on, as long as it lives."""
        super().__init__(application)
        self._style = _WiderFrame("Fusion")
        self._frame: _Frame | None = None
        application.focusChanged.connect(self.follow)

    def widget(self) -> QWidget | None:
        """Return the widget that has the ring."""
        frame = self._frame
        return frame.widget() if frame is not None and isValid(frame) else None

    def follow(self, old: QWidget | None, now: QWidget | None) -> None:
        """Move to the widget that has the focus now, or away."""
        ringed = isinstance(now, _RINGED) and now.property("role") not in _RINGED_INSIDE
        if self._frame is None or not isValid(self._frame):
            if not ringed:
                return
            # Qt gives the frame to the window of the widget, and it goes with that window.
            self._frame = _Frame()
            self._frame.setStyle(self._style)
        # Qt takes None to leave a widget; its types do not say so.
        self._frame.setWidget(now if ringed else None)  # pyright: ignore[reportArgumentType]


class _Frame(QFocusFrame):
    """Draws the ring outside the widget, with a gap of one pixel."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = current_look()
        painter.setPen(QPen(look.colour("focus"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)


class _WiderFrame(QProxyStyle):
    """Leaves three pixels around the widget for gap and ring, above what stands there."""

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        return 3 if metric in _MARGINS else super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803
    ) -> int:
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, returnData)
