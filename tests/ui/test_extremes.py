"""The window with what few people have: huge text, long and foreign names, hundreds of groups."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from editor.ui.app import create_window
from editor.ui.look.appearance import apply_look
from editor.ui.window import MainWindow
from tests import screenshots
from tests.ui import walk

HEAD = """\
version: "1.3.17"
endpoints:
  azureOpenAI:
    groups:
"""
GROUP = """\
      - group: "{0}"
        apiKey: "${{KEY}}"
        instanceName: contoso
        version: "2024-10-21"
        models:
          "{1}":
            deploymentName: "{1}"
"""
FIRST = ("endpoints", "azureOpenAI", "groups", 0)
_EVENTS = 20
LONG = "gpt-" + "x" * 296
NAMES = [LONG, "🦜 papagei-🇩🇪", "מודל-ראשון", "نموذج ٣", "名前" * 40]


def opened(folder: Path, qtbot: QtBot, groups: list[tuple[str, str]]) -> MainWindow:
    text = HEAD + "".join(GROUP.format(*names) for names in groups)
    (folder / "librechat.yaml").write_text(text, encoding="utf-8")
    (folder / ".env").write_text("KEY=not-a-real-key-0001\n", encoding="utf-8")
    window = create_window(folder)
    qtbot.addWidget(window, before_close_func=_forget)
    window.resize(1024, 700)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


def faults(window: MainWindow) -> list[str]:
    """Return what the walk finds once the layout has come to rest."""
    for _ in range(_EVENTS):
        QApplication.processEvents()
    return walk.faults(window)


def _forget(window: MainWindow) -> None:
    window.session.load(window.session.document)


@pytest.mark.parametrize("name", NAMES, ids=["long", "emoji", "hebrew", "arabic", "chinese"])
def test_any_name_can_be_shown_and_changed(tmp_path: Path, qtbot: QtBot, name: str) -> None:
    window = opened(tmp_path, qtbot, [(name, f"{name}-1")])
    for path in (FIRST, (*FIRST, "models", f"{name}-1")):
        window.session.select(path)
        assert not faults(window)
    window.session.select(FIRST)
    line = window.form.findChild(QLineEdit, "field:group")
    assert line is not None
    line.setFocus()
    line.end(False)
    QTest.keyClicks(line, "!")
    assert f'group: "{name}!"' in window.session.document.text


def test_five_hundred_groups_open_and_can_be_walked_through(tmp_path: Path, qtbot: QtBot) -> None:
    groups = [(f"group-{number}", f"model-{number}") for number in range(500)]
    window = opened(tmp_path, qtbot, groups)
    tree = window.tree.view
    top = tree.model().index(0, 0, QModelIndex())
    assert tree.model().rowCount(top) == 500
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_End)
    assert window.session.selection[3] == 499
    window.tree.filter.setText("group-321")
    assert tree.model().rowCount(tree.model().index(0, 0, QModelIndex())) == 1
    assert not faults(window)


@pytest.fixture
def points_24(qapp: QApplication) -> Iterator[None]:
    before = qapp.font()
    font = qapp.font()
    font.setPointSize(24)
    qapp.setFont(font)
    apply_look(qapp).refresh()
    yield
    qapp.setFont(before)
    apply_look(qapp).refresh()


@pytest.mark.usefixtures("points_24")
def test_a_system_font_of_24_points_cuts_nothing_off(tmp_path: Path, qtbot: QtBot) -> None:
    window = opened(tmp_path, qtbot, [("east", "gpt-4o")])
    for size in (QSize(1600, 1000), QSize(1024, 700)):
        window.resize(size)
        screenshots.group(window)
        assert not faults(window)


@pytest.fixture
def right_to_left(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.usefixtures("right_to_left")
def test_from_right_to_left_nothing_is_cut_off_and_the_tree_is_at_the_right(
    tmp_path: Path, qtbot: QtBot
) -> None:
    window = opened(tmp_path, qtbot, [("east", "gpt-4o")])
    assert window.tree.mapTo(window, window.tree.rect().center()).x() > window.width() // 2
    for state in (screenshots.group, screenshots.model):
        state(window)
        assert not faults(window)
