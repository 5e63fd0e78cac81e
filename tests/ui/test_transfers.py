"""Groups and models are copied, pasted and dragged with keys and the mouse."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.core.document import Document
from editor.core.yaml.values import Path
from editor.ui.commands import Commands
from editor.ui.look.appearance import current_look
from editor.ui.session import Session
from editor.ui.transfers import Transfers
from editor.ui.tree import ConfigTree
from tests.ui.tree.seen import index_of, rows

CONFIG = """\
version: "1.3.17"
endpoints:
  azureOpenAI:
    groups:
      - group: east
        apiKey: hunter2hunter2
        instanceName: contoso-east
        version: "2024-10-21"
        models:
          # the small one
          mini: {deploymentName: small}
          big: {deploymentName: large}
      - group: west
        apiKey: "${WEST_KEY}"
        instanceName: contoso-west
        version: "2024-10-21"
        models:
          other: {deploymentName: other}
"""
GROUPS = ("endpoints", "azureOpenAI", "groups")
EAST, WEST = (*GROUPS, 0), (*GROUPS, 1)
MINI, BIG = (*EAST, "models", "mini"), (*EAST, "models", "big")


@pytest.fixture
def session(qapp: QApplication) -> Session:
    return Session(Document(CONFIG))


@pytest.fixture
def tree(qtbot: QtBot, session: Session) -> ConfigTree:
    tree = ConfigTree(session)
    qtbot.addWidget(tree)
    tree.resize(256, 400)
    with qtbot.waitExposed(tree):
        tree.show()
    return tree


@pytest.fixture
def transfers(session: Session, tree: ConfigTree) -> Transfers:
    transfers = Transfers(session, Commands(session, tree.selected_paths))
    tree.take_drops(transfers.text_of, transfers.drop)
    return transfers


def click(tree: ConfigTree, path: Path, *, also: bool = False) -> None:
    """Click on a row, or with Ctrl mark it too."""
    place = tree.view.visualRect(index_of(tree, path)).center()
    keys = Qt.KeyboardModifier.ControlModifier if also else Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(tree.view.viewport(), Qt.MouseButton.LeftButton, keys, place)


def point(tree: ConfigTree, path: Path, offset: int) -> QPoint:
    rect = tree.view.visualRect(index_of(tree, path))
    heights = {-1: rect.top() + 1, 0: rect.center().y(), 1: rect.bottom() - 1}
    return QPoint(rect.center().x(), heights[offset])


def hover(tree: ConfigTree, paths: tuple[Path, ...], to: Path, offset: int) -> QMimeData:
    """Hold rows over a row: at its upper edge (negative), its middle (0) or its lower edge."""
    model = tree.view.model()
    data: QMimeData = model.mimeData([index_of(tree, path) for path in paths])
    place = point(tree, to, offset)
    target, move = tree.view.viewport(), Qt.DropAction.MoveAction
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(target, QDragEnterEvent(place, move, data, button, keys))
    QApplication.sendEvent(target, QDragMoveEvent(place, move, data, button, keys))
    return data


def drag(tree: ConfigTree, paths: tuple[Path, ...], to: Path, offset: int) -> bool:
    """Drop rows where they are held."""
    data = hover(tree, paths, to, offset)
    place = QPointF(point(tree, to, offset))
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(place, Qt.DropAction.MoveAction, data, button, keys)
    QApplication.sendEvent(tree.view.viewport(), drop)
    QApplication.processEvents()  # the move comes once Qt is through with the drop
    return drop.isAccepted()


def test_ctrl_click_marks_several_rows(tree: ConfigTree, session: Session) -> None:
    click(tree, MINI)
    click(tree, BIG, also=True)
    assert set(tree.selected_paths()) == {MINI, BIG}
    assert session.selection == BIG


def test_rows_stay_marked_while_the_text_changes(tree: ConfigTree, session: Session) -> None:
    click(tree, MINI)
    click(tree, BIG, also=True)
    session.operate([{"op": "set", "path": [*WEST, "version"], "value": "v"}], "Set")
    assert set(tree.selected_paths()) == {MINI, BIG}


def test_going_elsewhere_marks_only_that(tree: ConfigTree, session: Session) -> None:
    click(tree, MINI)
    click(tree, BIG, also=True)
    session.select(WEST)
    assert tree.selected_paths() == (WEST,)


def test_a_copy_goes_to_other_programs_as_yaml_and_back(
    tree: ConfigTree, session: Session, transfers: Transfers
) -> None:
    click(tree, MINI)
    transfers.copy()
    copied = QGuiApplication.clipboard().text()
    assert copied == "# the small one\nmini: {deploymentName: small}\n"
    click(tree, WEST)
    transfers.paste()
    assert session.undo_stack.undoText() == "Paste mini"
    assert session.selection == (*WEST, "models", "mini-2")
    assert "          # the small one\n          mini-2: {deploymentName: small}" in (
        session.document.text
    )


def test_a_literal_key_is_not_copied_and_that_is_said(
    qtbot: QtBot, tree: ConfigTree, transfers: Transfers
) -> None:
    click(tree, EAST)
    with qtbot.waitSignal(transfers.remarked):
        transfers.copy()
    assert "hunter2" not in QGuiApplication.clipboard().text()
    assert "apiKey: ${EAST_API_KEY}" in QGuiApplication.clipboard().text()
    assert "hunter2" not in transfers.text_of([EAST])


def test_cutting_takes_the_node_away(
    tree: ConfigTree, session: Session, transfers: Transfers
) -> None:
    click(tree, BIG)
    transfers.cut()
    assert "big" not in session.document.text
    session.undo_stack.undo()
    assert session.document.text == CONFIG


def test_another_text_on_the_clipboard_is_refused(
    qtbot: QtBot, session: Session, transfers: Transfers
) -> None:
    QGuiApplication.clipboard().setText("hello")
    with qtbot.waitSignal(session.refused) as refused:
        transfers.paste()
    assert refused.args == ["This is neither a group nor a model. Copy the whole entry."]
    assert session.is_clean


def test_a_pasted_model_needs_a_group(qtbot: QtBot, session: Session, transfers: Transfers) -> None:
    QGuiApplication.clipboard().setText("gpt-4o: true")
    with qtbot.waitSignal(session.refused) as refused:
        transfers.paste()
    assert refused.args == ["Select the group that is to hold the models."]


def test_a_model_is_dragged_into_another_group(
    tree: ConfigTree, session: Session, transfers: Transfers
) -> None:
    assert drag(tree, (MINI,), (*WEST, "models", "other"), -1)
    assert list(rows(tree)["Azure OpenAI"]["west"]) == ["mini", "other"]
    assert (
        "          # the small one\n          mini: {deploymentName: small}\n          other"
        in (session.document.text)
    )
    assert session.undo_stack.undoText() == "Move mini"
    session.undo_stack.undo()
    assert session.document.text == CONFIG


def test_models_dropped_on_a_group_go_to_its_end(
    tree: ConfigTree, session: Session, transfers: Transfers
) -> None:
    drag(tree, (MINI, BIG), WEST, 0)
    assert list(rows(tree)["Azure OpenAI"]["west"]) == ["other", "mini", "big"]
    assert rows(tree)["Azure OpenAI"]["east"] == {}
    assert session.undo_stack.count() == 1


def test_a_group_is_dragged_below_another(
    tree: ConfigTree, session: Session, transfers: Transfers
) -> None:
    tree.view.collapse(index_of(tree, EAST))
    tree.view.collapse(index_of(tree, WEST))
    drag(tree, (EAST,), WEST, 1)
    assert list(rows(tree)["Azure OpenAI"]) == ["west", "east"]
    assert session.selection == WEST


def test_a_group_cannot_be_dropped_into_a_group(
    tree: ConfigTree, session: Session, transfers: Transfers
) -> None:
    assert not drag(tree, (EAST,), WEST, 0)
    assert session.is_clean


def test_a_name_that_the_group_has_already_is_said(
    qtbot: QtBot, tree: ConfigTree, session: Session, transfers: Transfers
) -> None:
    session.load(Document(CONFIG.replace("other:", "mini:")))
    with qtbot.waitSignal(session.refused) as refused:
        drag(tree, (MINI,), WEST, 0)
    assert refused.args == ["The group has a model “mini” already."]


def test_where_a_drop_would_go_is_marked(tree: ConfigTree, transfers: Transfers) -> None:
    accent = current_look().colour("accent").rgb()
    other = (*WEST, "models", "other")
    before = tree.view.viewport().grab().toImage()
    hover(tree, (MINI,), other, -1)
    row = tree.view.visualRect(index_of(tree, other))
    image = tree.view.viewport().grab().toImage()
    line = [image.pixel(row.center().x(), row.top() + by) for by in (-1, 0)]
    assert accent in line
    QApplication.sendEvent(tree.view.viewport(), QDragLeaveEvent())
    assert tree.view.viewport().grab().toImage() == before
