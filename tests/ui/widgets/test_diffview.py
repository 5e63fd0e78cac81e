"""The diff view shows what differs in both forms."""

import pytest
from pytestqt.qtbot import QtBot

from editor.ui.widgets.diffview import DiffPane, DiffView

OLD = "a: 1\nversoin: x\nc: 3\n"
NEW = "a: 1\nversion: x\nc: 3\nd: 4\n"


@pytest.fixture
def view(qtbot: QtBot) -> DiffView:
    """Give a view on screen."""
    made = DiffView("Changes")
    qtbot.addWidget(made)
    made.resize(700, 200)
    made.show()
    made.show_texts(OLD, NEW)
    return made


def shown(view: DiffView) -> list[list[str]]:
    """Return the lines of each visible pane."""
    panes = [pane for pane in view.findChildren(DiffPane) if pane.isVisible()]
    panes.sort(key=lambda pane: pane.accessibleName().endswith("after"))
    return [pane.toPlainText().split("\n") for pane in panes]


def test_the_unified_form_has_the_old_line_above_the_new_one(view: DiffView) -> None:
    assert shown(view) == [["a: 1", "versoin: x", "version: x", "c: 3", "d: 4"]]


def test_side_by_side_the_lines_stand_beside_each_other(view: DiffView) -> None:
    view.set_side_by_side(True)

    assert shown(view) == [
        ["a: 1", "versoin: x", "c: 3", ""],
        ["a: 1", "version: x", "c: 3", "d: 4"],
    ]


def test_a_fold_says_how_many_lines_it_hides(view: DiffView) -> None:
    same = "x: 1\n" * 30
    view.show_texts(same + OLD, same + NEW)

    assert shown(view)[0][0].strip() == "28 unchanged lines"


def test_tints_are_drawn(view: DiffView) -> None:
    changed = view.grab().toImage()
    view.show_texts(NEW, NEW)

    assert view.grab().toImage() != changed


def test_both_sides_scroll_together(view: DiffView) -> None:
    view.set_side_by_side(True)
    view.show_texts("a\n" * 50, "b\n" * 50)
    old, new = (pane for pane in view.findChildren(DiffPane) if pane.isVisible())
    old.verticalScrollBar().setValue(20)

    assert new.verticalScrollBar().value() == 20


def test_one_change_leads_to_the_next(view: DiffView) -> None:
    far = "".join(f"{number}\n" for number in range(60))
    view.show_texts("x\n" + far + "y: 1\n" + far, "z\n" + far + "y: 2\n" + far + "end\n")
    bar = next(p for p in view.findChildren(DiffPane) if p.isVisible()).verticalScrollBar()
    assert view.count_changes() == 3
    view.show_change(1)
    second = bar.value()
    view.show_change(0)

    assert second > 0
    assert bar.value() == 0


def test_a_text_with_odd_characters_keeps_its_lines(view: DiffView) -> None:
    view.show_texts("a\u2028b\nc\n", "a\u2028b\nd\n")

    assert len(shown(view)[0]) == 3


def test_a_pane_cannot_be_edited(view: DiffView) -> None:
    assert all(pane.isReadOnly() for pane in view.findChildren(DiffPane))
