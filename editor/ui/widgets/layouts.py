"""When widgets find their places."""

from PySide6.QtCore import QCoreApplication, QEvent


def lay_out_now() -> None:
    """Give all widgets their places before anything is drawn.

    Qt does so by itself, but draws what it has between one layout and those that follow from it.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
