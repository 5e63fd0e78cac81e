"""Banner, section, empty state, status line, splitter, shape and focus ring."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFocusFrame,
    QPushButton,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from editor.ui.look.shapes import Shape
from editor.ui.widgets.banner import Banner
from editor.ui.widgets.chip import show_words
from editor.ui.widgets.elidedbutton import ElidedButton
from editor.ui.widgets.emptystate import EmptyState
from editor.ui.widgets.flow import FlowLayout
from editor.ui.widgets.focusring import FocusRing
from editor.ui.widgets.labels import ElidedLabel, label
from editor.ui.widgets.searchline import SearchLine
from editor.ui.widgets.section import Section
from editor.ui.widgets.shapeicon import ShapeIcon
from editor.ui.widgets.splitter import Splitter
from editor.ui.widgets.statusline import StatusLine
from editor.ui.widgets.tabcorner import TabCorner


def test_a_banner_says_its_fact_and_offers_what_to_do(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    assert not banner.isVisible()

    banner.show_fact(Shape.WARNING, "5 legacy settings.", "They conflict.", "Migrate…")
    assert banner.accessibleName() == "Warning: 5 legacy settings. They conflict."
    with qtbot.waitSignal(banner.accepted):
        qtbot.mouseClick(banner.button, Qt.MouseButton.LeftButton)
    cross = next(part for part in banner.findChildren(QAbstractButton) if part != banner.button)
    with qtbot.waitSignal(banner.dismissed):
        qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)


def test_a_banner_without_anything_to_do_has_no_button(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_fact(Shape.ERROR, "Read-only.", "", "")

    assert not banner.button.isVisible()


def test_a_section_folds_by_click_and_by_key(qtbot: QtBot) -> None:
    section = Section("Advanced", foldable=True)
    qtbot.addWidget(section)
    section.set_summary("2 set")
    section.add(label("body"))
    section.show()
    with qtbot.waitSignal(section.folded) as told:
        qtbot.mouseClick(section.caret, Qt.MouseButton.LeftButton)
    assert told.args == [True]
    assert section.is_folded()

    with qtbot.waitSignal(section.folded):
        qtbot.keyClick(section.caret, Qt.Key.Key_Space)
    assert not section.is_folded()
    assert section.caret.accessibleName() == "Advanced 2 set"


def test_folding_by_the_program_is_not_told(qtbot: QtBot) -> None:
    section = Section("Advanced", foldable=True)
    qtbot.addWidget(section)
    with qtbot.assertNotEmitted(section.folded):
        section.set_folded(True)

    assert section.is_folded()


def test_an_empty_state_says_what_to_do(qtbot: QtBot) -> None:
    state = EmptyState("model", "No models yet", "LibreChat shows nothing of it.", "Add model")
    qtbot.addWidget(state)
    with qtbot.waitSignal(state.requested):
        qtbot.mouseClick(state.button, Qt.MouseButton.LeftButton)


def test_a_status_line_leaves_empty_facts_out(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.show_status(Shape.OK, "Connected", "", "0.4 s")

    assert line.words() == "Connected  •  0.4 s"


def test_a_label_that_does_not_fit_has_all_of_it_as_tooltip(qtbot: QtBot) -> None:
    shortened = ElidedLabel("a rather long sentence about a model")
    qtbot.addWidget(shortened)
    shortened.resize(80, 20)
    shortened.show()

    assert shortened.text().endswith("…")
    assert shortened.toolTip() == shortened.full_text()
    shortened.resize(600, 20)
    assert shortened.text() == shortened.full_text()


def test_a_label_is_shortened_anew_when_its_font_grows(qtbot: QtBot) -> None:
    words = ElidedLabel("tested 2 min ago")
    qtbot.addWidget(words)
    words.resize(words.sizeHint().width(), 20)
    words.show()
    assert words.text() == words.full_text()
    larger = words.font()
    larger.setPixelSize(3 * words.fontInfo().pixelSize())
    words.setFont(larger)

    assert words.text().endswith("…")


@pytest.fixture
def splitter(qtbot: QtBot) -> Splitter:
    """Give a splitter of two panes on screen."""
    made = Splitter()
    qtbot.addWidget(made)
    for _ in range(2):
        made.addWidget(QWidget())
    made.resize(401, 100)
    made.show()
    made.set_start([100, 300])
    return made


def test_a_splitter_can_be_grabbed_beside_its_line(splitter: Splitter, qtbot: QtBot) -> None:
    handle = splitter.handle(1)

    assert splitter.handleWidth() == 1
    assert handle.width() == 8


def test_a_double_click_brings_the_sizes_back(splitter: Splitter, qtbot: QtBot) -> None:
    splitter.setSizes([250, 150])
    handle = splitter.handle(1)
    qtbot.mouseDClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(4, 50))

    assert splitter.sizes() == [100, 300]


def test_a_shape_is_named_in_words(qtbot: QtBot) -> None:
    icon = ShapeIcon(Shape.OK)
    qtbot.addWidget(icon)
    icon.show_shape(Shape.FAILED)

    assert icon.accessibleName() == "Failed"
    assert icon.shape() is Shape.FAILED


def test_only_what_runs_turns(qtbot: QtBot) -> None:
    icon = ShapeIcon(Shape.RUNNING)
    qtbot.addWidget(icon)
    icon.show()
    still = icon.grab().toImage()
    qtbot.waitUntil(lambda: icon.grab().toImage() != still)

    icon.show_shape(Shape.OK)
    assert not icon.timer.isActive()


def test_a_flow_goes_on_below_where_a_line_is_full(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, spacing=10)
    for _ in range(3):
        part = QWidget()
        part.setFixedSize(QSize(50, 20))
        flow.addWidget(part)

    assert flow.heightForWidth(170) == 20
    assert flow.heightForWidth(169) == 50
    assert flow.heightForWidth(50) == 80


def test_the_ring_goes_where_the_focus_goes(qapp: QApplication, qtbot: QtBot) -> None:
    ring = FocusRing.wear(qapp)
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    buttons = [QPushButton("a"), QPushButton("b")]
    for button in buttons:
        column.addWidget(button)
    window.show()
    for button in buttons:
        button.setFocus()
        qtbot.waitUntil(button.hasFocus)
        assert ring.widget() is button
        (frame,) = window.findChildren(QFocusFrame)
        assert frame.width() == button.width() + 6
    buttons[1].clearFocus()

    assert ring.widget() is None


def test_a_name_in_another_script_begins_where_other_names_do(qtbot: QtBot) -> None:
    label = ElidedLabel("مجموعة")
    qtbot.addWidget(label)
    label.resize(300, 30)
    label.show()
    picture = label.grab().toImage()
    ground = picture.pixelColor(299, 0)
    inked = [
        x
        for x in range(picture.width())
        if any(picture.pixelColor(x, y) != ground for y in range(picture.height()))
    ]
    assert inked
    assert max(inked) < 150


def test_buttons_beside_tabs_stand_in_their_middle(qtbot: QtBot) -> None:
    tabs = QTabWidget()
    tabs.setDocumentMode(True)
    qtbot.addWidget(tabs)
    tabs.addTab(QWidget(), "One")
    button = QWidget()
    button.setFixedSize(10, 10)
    TabCorner(tabs, button)
    tabs.resize(300, 200)
    with qtbot.waitExposed(tabs):
        tabs.show()
    middle = button.mapTo(tabs, button.rect().center()).y()
    bar = tabs.tabBar()
    assert abs(middle - bar.mapTo(tabs, bar.rect().center()).y()) <= 1


def test_the_ring_survives_the_window_it_was_in(qapp: QApplication, qtbot: QtBot) -> None:
    ring = FocusRing.wear(qapp)
    for _ in range(2):
        button = QPushButton("a")
        window = QWidget()
        QVBoxLayout(window).addWidget(button)
        window.show()
        button.setFocus()
        qtbot.waitUntil(button.hasFocus)
        assert ring.widget() is button
        delete(window)
        assert ring.widget() is None


def test_a_button_that_is_too_narrow_has_its_text_as_tooltip(qtbot: QtBot) -> None:
    button = ElidedButton()
    qtbot.addWidget(button)
    button.show_text("LibreChat 0.8 accepts this file")
    button.resize(button.sizeHint())
    button.show()
    whole = button.grab().toImage()
    assert button.toolTip() == ""
    button.resize(button.width() // 2, button.height())
    assert button.toolTip() == button.text()
    button.resize(button.sizeHint())
    assert button.toolTip() == ""
    assert button.grab().toImage() == whole


def test_a_line_to_look_for_something_has_one_button_at_its_end(qtbot: QtBot) -> None:
    line = SearchLine("filter")
    more = line.offer_more("filterOptions", "More (Alt+Down)")
    qtbot.addWidget(line)
    line.resize(200, 28)
    line.show()
    (clear,) = (one for one in line.findChildren(QToolButton) if one is not more)
    assert (more.isVisible(), clear.isVisible()) == (True, False)
    qtbot.keyClicks(line, "east")
    assert (more.isVisible(), clear.isVisible()) == (False, True)
    assert clear.accessibleName() == "Clear"
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert line.text() == ""
    assert more.isVisible()


def test_where_one_reads_from_the_right_the_ends_are_swapped(qtbot: QtBot) -> None:
    line = SearchLine("filter")
    qtbot.addWidget(line)
    line.resize(200, 28)
    line.setText("east")
    line.show()
    (clear,) = line.findChildren(QToolButton)
    assert clear.x() > 100
    line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert clear.x() < 100


def test_words_stand_clear_of_their_icon(qtbot: QtBot) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    button.setText("Test all")
    show_words(button, 16, are_wanted=True)
    assert button.iconSize() == QSize(20, 16)
    show_words(button, 16, are_wanted=False)
    assert button.iconSize() == QSize(16, 16)


def test_a_corner_of_tabs_follows_its_buttons_but_not_at_each_pixel(qtbot: QtBot) -> None:
    tabs, button = QTabWidget(), QPushButton("1")
    qtbot.addWidget(tabs)
    tabs.addTab(QWidget(), "Tests")
    corner = TabCorner(tabs, button)
    tabs.resize(500, 200)
    tabs.show()

    def width_with(text: str) -> int:
        button.setText(text)
        QCoreApplication.processEvents()
        assert button.width() >= button.sizeHint().width()
        assert button.geometry().right() == corner.rect().right()
        return corner.width()

    narrow, wide = width_with("1"), width_with("12 connected, 3 failed")
    assert narrow < wide
    assert width_with("12 connected, 3 faile") == wide
    assert width_with("1") == narrow
