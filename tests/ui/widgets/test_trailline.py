"""The trail says how far a request got, also to who cannot see the shapes."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor.ui.look.shapes import Shape
from editor.ui.widgets.shapeicon import ShapeIcon
from editor.ui.widgets.trailline import TrailLine


def test_each_step_has_its_shape_and_words(qtbot: QtBot) -> None:
    line = TrailLine(["Address", "Key", "Reply"])
    qtbot.addWidget(line)
    line.show_steps([(Shape.OK, "passed"), (Shape.FAILED, "failed"), (Shape.SKIPPED, "not known")])
    assert [icon.shape() for icon in line.findChildren(ShapeIcon)] == [
        Shape.OK,
        Shape.FAILED,
        Shape.SKIPPED,
    ]
    assert [part.text() for part in line.findChildren(QLabel)] == [
        "Address",
        "›",
        "Key",
        "›",
        "Reply",
    ]
    assert line.accessibleName() == "Address passed, Key failed, Reply not known"
