"""What the source pane draws anew: no more than what changed, and never less."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.ui.widgets.codepane import CodePane

CONFIG = "".join(f"group{number}: 'name' # {number}\n" for number in range(40))


@pytest.fixture
def pane(qtbot: QtBot, qapp: QApplication) -> Iterator[CodePane]:
    """Give a pane on screen, whose cursor does not blink."""
    pause = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    made = CodePane("Source")
    qtbot.addWidget(made)
    made.resize(300, 260)
    made.show()
    yield made
    qapp.setCursorFlashTime(pause)


def on_screen(pane: CodePane) -> QImage:
    """Return what a person sees; drawing everything for the picture would hide what was missed."""
    QCoreApplication.processEvents()
    return pane.screen().grabWindow(pane.winId()).toImage()


def drawn_anew(pane: CodePane) -> QImage:
    """Return what a person has to see."""
    return pane.grab().toImage()


def test_a_change_in_a_coloured_line_draws_that_line_alone(pane: CodePane) -> None:
    pane.show_text(CONFIG)
    QCoreApplication.processEvents()
    areas: list[QRect] = []
    pane.updateRequest.connect(lambda area, _dy: areas.append(area))
    at = CONFIG.index("group3")
    pane.show_text(CONFIG[: at + 4] + "x" + CONFIG[at + 4 :])

    third = next(line for line in pane.visible_lines() if line.block.blockNumber() == 3)
    assert areas
    assert all(abs(area.top() - third.top) < third.height for area in areas)
    assert all(area.height() < 2 * third.height for area in areas)


LINES = st.lists(
    st.sampled_from(["", "a: 1", "b: 'x'", "# c", "  d: |", "    block", "e: \U0001f600", "- f"]),
    max_size=8,
).map("\n".join)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts=st.lists(LINES, min_size=2, max_size=4), at=st.integers(0, 40), more=LINES)
@example(texts=["", "x\n\nab"], at=2, more="aabb\n")
@example(texts=["a: |\n  b: 1", "a: \n  b: 1"], at=4, more="")
def test_what_is_on_screen_is_what_the_text_looks_like(
    pane: CodePane, texts: list[str], at: int, more: str
) -> None:
    for text in texts:
        pane.show_text(text)
        assert on_screen(pane) == drawn_anew(pane)
    text = pane.text()
    start, end = min(at, len(text)), min(at + 3, len(text))
    pane.replace(start, end, more)
    assert on_screen(pane) == drawn_anew(pane)
