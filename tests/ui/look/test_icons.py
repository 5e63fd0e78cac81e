"""Every icon and every shape that the tokens name can be drawn."""

import importlib.util
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPainter
from PySide6.QtWidgets import QApplication

from editor.ui.look import icons as drawing
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


@pytest.fixture
def _no_icon_font(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Take the package with the icons away."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    drawing._font.cache_clear()
    yield
    drawing._font.cache_clear()


@pytest.mark.usefixtures("_no_icon_font")
@pytest.mark.parametrize("name", ["menu", "close", "save", "testAll"])
def test_without_the_icon_font_a_plain_character_stands_in(qapp: QApplication, name: str) -> None:
    image = icon(name).pixmap(QSize(16, 16)).toImage()

    assert inked(image, QColor(0, 0, 0, 0)) > 3


def test_an_icon_without_room_draws_nothing(qapp: QApplication) -> None:
    assert icon("open").pixmap(QSize(0, 0)).isNull()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0, 3.0])
def test_icons_and_shapes_are_drawn_in_the_pixels_of_the_screen(
    qapp: QApplication, scale: float
) -> None:
    for picture in (icon("open"), shape_icon(Shape.ERROR), qapp.windowIcon()):
        pixmap = picture.pixmap(QSize(16, 16), scale)
        assert pixmap.size() == QSize(16, 16) * scale
        assert pixmap.devicePixelRatio() == scale


def test_the_program_has_an_icon_of_its_own(qapp: QApplication) -> None:
    image = qapp.windowIcon().pixmap(QSize(64, 64)).toImage()

    assert image.pixelColor(8, 32).name() == "#1d63c4"
