"""The application follows the scheme and the font that it is given."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessibilityHints, QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from editor.ui.look.appearance import Appearance, apply_look, current_look
from editor.ui.look.icons import icon
from editor.ui.look.look import Look
from editor.ui.look.stylesheet import stylesheet


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    """Give the keeper of the look, and put everything back afterwards."""
    font = qapp.font()
    keeper = apply_look(qapp)
    yield keeper
    qapp.setFont(font)
    keeper.prefer(Qt.ColorScheme.Unknown)


def at(qapp: QApplication, appearance: Appearance, pixels: int) -> Look:
    """Set the system font to a size and return the look that follows."""
    font = QFont(qapp.font())
    font.setPixelSize(pixels)
    qapp.setFont(font)
    appearance.refresh()
    return current_look()


def test_applying_twice_keeps_one_keeper(qapp: QApplication, appearance: Appearance) -> None:
    assert apply_look(qapp) is appearance


def test_dark_changes_palette_and_style_sheet(
    qapp: QApplication, appearance: Appearance, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(appearance.changed):
        appearance.prefer(Qt.ColorScheme.Dark)

    assert current_look().dark
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == "#191b1f"
    assert "caret-dark.svg" in qapp.styleSheet()


def test_the_look_follows_the_font_without_being_asked(
    qapp: QApplication, appearance: Appearance, qtbot: QtBot
) -> None:
    font = QFont(qapp.font())
    font.setPixelSize(26)
    with qtbot.waitSignal(appearance.changed):
        qapp.setFont(font)

    assert current_look().scale == pytest.approx(2)
    assert current_look().size("field") == 56


def test_a_small_font_does_not_make_targets_small(
    qapp: QApplication, appearance: Appearance
) -> None:
    look = at(qapp, appearance, 10)

    assert look.size("button_small") == 24
    assert look.font("body").pixelSize() == 10


@pytest.mark.parametrize("pixels", [13, 26])
def test_controls_have_the_height_of_the_tokens(
    qapp: QApplication, appearance: Appearance, qtbot: QtBot, pixels: int
) -> None:
    look = at(qapp, appearance, pixels)
    more = QToolButton()
    more.setProperty("role", "more")
    more.setIcon(icon("more"))
    for control in (QLineEdit(), QComboBox(), QPushButton("Test group"), more):
        qtbot.addWidget(control)
        assert abs(control.sizeHint().height() - look.size("field")) <= 1


@pytest.mark.parametrize("pixels", [13, 26])
def test_a_field_keeps_its_size_when_it_gets_the_focus(
    qapp: QApplication, appearance: Appearance, qtbot: QtBot, pixels: int
) -> None:
    at(qapp, appearance, pixels)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    before = field.sizeHint()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)

    assert field.sizeHint() == before


def test_the_style_sheet_is_filled_and_fixes_no_height(appearance: Appearance) -> None:
    sheet = stylesheet(current_look())

    assert not re.search(r"@\w|%[A-Z]|\{[\d.]+[kboqt]\}", sheet)
    fixed = re.findall(r"([^{}]*)\{[^}]*[\s;{]height: [^}]*\}", sheet)
    assert all("::" in selector or "QScrollBar" in selector for selector in fixed), fixed


def test_reduced_motion_takes_the_durations_away(appearance: Appearance) -> None:
    look = current_look()
    still = Look(tokens=look.tokens, scheme=look.scheme, animated=False)

    assert (look.duration("fold_ms"), still.duration("fold_ms")) == (80, 0)


def test_high_contrast_doubles_the_lines(appearance: Appearance) -> None:
    look = current_look()
    strong = Look(tokens=look.tokens, scheme=look.scheme, high_contrast=True)

    assert "border: 2px solid" in stylesheet(strong)


def test_taking_our_palette_off_to_read_the_system_s_puts_it_back(
    qapp: QApplication, appearance: Appearance, qtbot: QtBot
) -> None:
    ours = qapp.palette()
    system = appearance.system_palette()

    assert qapp.palette() == ours
    assert system.color(QPalette.ColorRole.Highlight) != ours.color(QPalette.ColorRole.Highlight)
    with qtbot.assertNotEmitted(appearance.changed, wait=20):
        qapp.processEvents()


def test_another_accent_of_the_system_is_taken_while_it_runs(
    qapp: QApplication, appearance: Appearance, qtbot: QtBot
) -> None:
    before = current_look().scheme
    system = QPalette(qapp.palette())
    system.setColor(QPalette.ColorRole.Accent, QColor("#8a2be2"))
    with qtbot.waitSignal(appearance.changed):
        qapp.setPalette(system)
    now = current_look().scheme

    assert QColor(now.accent).hue() == pytest.approx(QColor("#8a2be2").hue(), abs=4)
    assert now.accent in qapp.styleSheet()
    assert now.error == before.error


def test_high_contrast_takes_the_systems_colours_while_it_runs(
    qapp: QApplication, appearance: Appearance, monkeypatch: pytest.MonkeyPatch
) -> None:
    high = Qt.ContrastPreference.HighContrast
    with monkeypatch.context() as patch:
        patch.setattr(QAccessibilityHints, "contrastPreference", lambda _: high)
        appearance.refresh()
        look = current_look()
        system = appearance.system_palette()
        assert look.high_contrast
        assert QColor(look.scheme.text) == system.color(QPalette.ColorRole.WindowText)
        assert look.scheme.text_2 == look.scheme.text_3 == look.scheme.text
        assert look.scheme.error_soft == look.scheme.window
        assert "border: 2px solid" in qapp.styleSheet()
    appearance.refresh()
    assert not current_look().high_contrast


@pytest.mark.skipif(
    not hasattr(QAccessibilityHints, "motionPreference"), reason="Qt tells since 6.12"
)
def test_reduced_motion_is_followed(
    appearance: Appearance, monkeypatch: pytest.MonkeyPatch
) -> None:
    reduced = Qt.MotionPreference.ReducedMotion  # pyright: ignore[reportAttributeAccessIssue]
    with monkeypatch.context() as patch:
        patch.setattr(QAccessibilityHints, "motionPreference", lambda _: reduced)
        appearance.refresh()
        assert current_look().duration("fold_ms") == 0
    appearance.refresh()
    assert current_look().duration("fold_ms") == 80
