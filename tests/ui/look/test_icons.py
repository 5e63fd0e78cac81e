"""Every icon and every shape that the tokens name can be drawn."""

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPainter
from PySide6.QtWidgets import QApplication

from editor.ui.look import tokens
from editor.ui.look.icons import icon, shape_icon
from editor.ui.look.shapes import Shape, paint_shape

_ALPHA = QImage.Format.Format_Alpha8


def inked(image: QImage, ground: QColor) -> int:
    """Count the pixels that are not the ground's."""
    return sum(
        image.pixelColor(x, y) != ground
        for x in range(image.width())
        for y in range(image.height())
    )


@pytest.mark.parametrize("name", sorted(tokens.load().icons))
def test_every_icon_is_in_the_font(qapp: QApplication, name: str) -> None:
    image = icon(name).pixmap(QSize(16, 16)).toImage()

    assert inked(image, QColor(0, 0, 0, 0)) > 10


@pytest.mark.parametrize("shape", Shape)
def test_every_state_has_a_shape_and_words(qapp: QApplication, shape: Shape) -> None:
    ground = QColor("#FFFFFF")
    image = QImage(16, 16, QImage.Format.Format_RGB32)
    image.fill(ground)
    painter = QPainter(image)
    paint_shape(painter, QRectF(0, 0, 16, 16), shape, "#FFFFFF")
    painter.end()

    assert inked(image, ground) > 5
    assert shape.words


def test_shapes_differ_without_their_colours(qapp: QApplication) -> None:
    images = [shape_icon(shape).pixmap(QSize(32, 32)).toImage() for shape in Shape]
    grey = {bytes(image.convertToFormat(_ALPHA).constBits()) for image in images}

    assert len(grey) == len(Shape)


def test_an_icon_in_a_wide_area_stands_at_its_left(qapp: QApplication) -> None:
    image = icon("close").pixmap(QSize(40, 16)).toImage()

    assert inked(image.copy(0, 0, 16, 16), QColor(0, 0, 0, 0)) > 10
    assert inked(image.copy(17, 0, 23, 16), QColor(0, 0, 0, 0)) == 0


def test_a_disabled_icon_has_another_colour(qapp: QApplication) -> None:
    size = QSize(16, 16)
    normal = icon("open").pixmap(size).toImage()
    disabled = icon("open").pixmap(size, QIcon.Mode.Disabled).toImage()

    assert normal != disabled
