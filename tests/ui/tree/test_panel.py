"""The tree shows endpoint, groups and models, and stays as it is while the config changes."""

import pytest
from PySide6.QtCore import QAbstractProxyModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from editor.core.document import Document
from editor.core.schema.table import AZURE_PATH, GROUPS_PATH
from editor.core.text import Edit, Patch
from editor.core.yaml.values import Path
from editor.ui.session import Session
from editor.ui.tree import ConfigTree
from tests.ui.tree.seen import (
    MISTRAL,
    SWEDEN,
    current,
    index_of,
    insert_group,
    row_at,
    rows,
    set_value,
)


def test_it_shows_the_groups_and_their_models_in_the_order_of_the_file(tree: ConfigTree) -> None:
    assert rows(tree) == {
        "Azure OpenAI": {
            "eastus": {"gpt-5": {}, "gpt-5-mini": {}, "gpt-5-nano": {}},
            "sweden": {"gpt-5-chat": {}},
            "foundry": {"DeepSeek-V3.1": {}, "mistral-large": {}},
            "partners": {"gpt-5-partners": {}, "gpt-4.1": {}},
            "uksouth": {"gpt-5.1": {}},
        }
    }


def test_each_row_has_its_path(tree: ConfigTree) -> None:
    endpoint = tree.view.model().index(0, 0)
    assert endpoint.data(Qt.ItemDataRole.UserRole) == AZURE_PATH
    assert isinstance(index_of(tree, MISTRAL).data(Qt.ItemDataRole.UserRole), tuple)
    assert index_of(tree, MISTRAL).data() == "mistral-large"


@pytest.mark.parametrize(
    ("path", "secondary"),
    [
        (AZURE_PATH, "5 groups"),
        ((*GROUPS_PATH, 0), "contoso-eastus"),
        ((*GROUPS_PATH, 2), "serverless"),
        ((*GROUPS_PATH, 0, "models", "gpt-5"), "gpt-5-global"),
        ((*GROUPS_PATH, 1, "models", "gpt-5-chat"), "gpt-5-chat-eu"),
        ((*GROUPS_PATH, 3, "models", "gpt-5-partners"), ""),
        (MISTRAL, ""),
    ],
)
def test_a_row_says_what_stands_behind_the_name(
    tree: ConfigTree, path: Path, secondary: str
) -> None:
    assert row_at(tree, path).secondary == secondary


def test_no_row_claims_anything_about_connection_tests(tree: ConfigTree) -> None:
    assert row_at(tree, SWEDEN).shape is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n",
        "- a\n",
        "endpoints: 3\n",
        "endpoints:\n  azureOpenAI:\n",
        "endpoints:\n  azureOpenAI:\n    groups: {}\n",
        "a: [\n",
    ],
)
def test_the_endpoint_is_there_whatever_the_file_says(qtbot: QtBot, text: str) -> None:
    tree = ConfigTree(Session(Document(text)))
    qtbot.addWidget(tree)
    assert rows(tree) == {"Azure OpenAI": {}}
    assert row_at(tree, AZURE_PATH).secondary == "no groups"


def test_odd_groups_have_a_number_for_a_name(qtbot: QtBot) -> None:
    text = (
        "endpoints:\n  azureOpenAI:\n    groups:\n    - 3\n    - group:\n      models: [a]\n    -\n"
    )
    tree = ConfigTree(Session(Document(text)))
    qtbot.addWidget(tree)
    assert rows(tree) == {"Azure OpenAI": {"Group 1": {}, "Group 2": {}, "Group 3": {}}}


def test_selecting_a_row_selects_the_node(tree: ConfigTree, session: Session) -> None:
    tree.view.setFocus()
    QTest.mouseClick(
        tree.view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=tree.view.visualRect(index_of(tree, SWEDEN)).center(),
    )
    assert session.selection == SWEDEN
    QTest.keyClick(tree.view, Qt.Key.Key_Down)
    assert session.selection == (*SWEDEN, "models", "gpt-5-chat")


def test_a_selection_elsewhere_selects_the_row_and_leaves_the_focus(
    qtbot: QtBot, tree: ConfigTree, session: Session
) -> None:
    other = QLineEdit(tree)
    other.show()
    other.setFocus()
    tree.view.collapse(index_of(tree, SWEDEN))
    session.select((*SWEDEN, "models", "gpt-5-chat"))
    assert current(tree) == (*SWEDEN, "models", "gpt-5-chat")
    assert tree.view.isExpanded(index_of(tree, SWEDEN))
    assert other.hasFocus()


def test_a_field_belongs_to_the_row_of_its_node(tree: ConfigTree, session: Session) -> None:
    session.select((*SWEDEN, "dropParams", 0))
    assert current(tree) == SWEDEN
    session.select(("interface", "modelSelect"))
    assert current(tree) is None


def test_coming_to_the_tree_by_keyboard_changes_nothing(tree: ConfigTree, session: Session) -> None:
    tree.bar.switch.setFocus()
    QTest.keyClick(tree.bar.switch, Qt.Key.Key_Tab)
    assert tree.view.hasFocus()
    assert session.selection == ()


def test_expansion_and_selection_stay_while_groups_come_and_go(
    tree: ConfigTree, session: Session
) -> None:
    tree.view.collapse(index_of(tree, SWEDEN))
    session.select(MISTRAL)
    assert insert_group(session, 0, "first")
    tree_paths = [(*GROUPS_PATH, index) for index in range(5)]
    assert [tree.view.isExpanded(index_of(tree, path)) for path in tree_paths] == [
        *(True, True, False, True, True)
    ]
    session.undo_stack.undo()
    assert current(tree) == MISTRAL
    assert not tree.view.isExpanded(index_of(tree, SWEDEN))


def test_moving_a_group_takes_its_expansion_along(tree: ConfigTree, session: Session) -> None:
    tree.view.collapse(index_of(tree, SWEDEN))
    steps = [{"op": "move", "path": list(SWEDEN), "to": 3}]
    assert session.operate(steps, "Move sweden", select=(*GROUPS_PATH, 3))
    groups = list(rows(tree)["Azure OpenAI"])
    assert groups == ["eastus", "foundry", "partners", "sweden", "uksouth"]
    assert not tree.view.isExpanded(index_of(tree, (*GROUPS_PATH, 3)))
    assert tree.view.isExpanded(index_of(tree, (*GROUPS_PATH, 1)))
    assert current(tree) == (*GROUPS_PATH, 3)


def test_the_selection_goes_up_when_the_node_is_gone(tree: ConfigTree, session: Session) -> None:
    session.select(MISTRAL)
    session.operate([{"op": "unset", "path": list(MISTRAL)}], "Delete")
    assert session.selection == (*GROUPS_PATH, 2, "models")
    assert current(tree) == (*GROUPS_PATH, 2)


def test_the_view_does_not_scroll_while_something_above_changes(
    tree: ConfigTree, session: Session
) -> None:
    bar = tree.view.verticalScrollBar()
    bar.setValue(40)
    set_value(session, (*GROUPS_PATH, 0, "instanceName"), "other")
    assert row_at(tree, (*GROUPS_PATH, 0)).secondary == "other"
    assert bar.value() == 40


def test_an_edit_of_a_group_touches_only_its_rows(
    qtbot: QtBot, tree: ConfigTree, session: Session
) -> None:
    changed = []
    proxy = tree.view.model()
    assert isinstance(proxy, QAbstractProxyModel)
    model = proxy.sourceModel()
    model.dataChanged.connect(lambda first, last: changed.append((first.data(), last.data())))
    for signal in (model.rowsInserted, model.rowsRemoved, model.layoutChanged, model.modelReset):
        signal.connect(lambda *_: changed.append("structure"))
    set_value(session, (*SWEDEN, "deploymentName"), "other")
    assert changed == [("gpt-5-chat", "gpt-5-chat")]
    changed.clear()
    set_value(session, (*SWEDEN, "apiKey"), "${SWEDEN_KEY} ")
    assert changed == []


def test_problems_are_counted_at_the_node_and_above(tree: ConfigTree, session: Session) -> None:
    assert row_at(tree, SWEDEN).errors == 1
    session.operate(
        [{"op": "unset", "path": [*GROUPS_PATH, 0, "models", "gpt-5", "deploymentName"]}], "x"
    )
    set_value(session, (*GROUPS_PATH, 0, "models", "gpt-5", "odd"), 1)
    model = row_at(tree, (*GROUPS_PATH, 0, "models", "gpt-5"))
    assert (model.errors, model.warnings) == (1, 1)
    assert row_at(tree, (*GROUPS_PATH, 0)).warnings == 1
    assert row_at(tree, AZURE_PATH).errors == 2


def test_a_text_that_cannot_be_read_leaves_the_tree_and_says_so(
    tree: ConfigTree, session: Session
) -> None:
    before = rows(tree)
    session.apply(Edit("Break", (Patch(0, 0, "[\n"),)))
    texts = [part.text() for part in tree.findChildren(QLabel) if part.isVisible()]
    assert texts == ["The text cannot be read; showing the last readable state."]
    assert rows(tree) == before
    assert not index_of(tree, SWEDEN).flags() & Qt.ItemFlag.ItemIsEditable
    session.undo_stack.undo()
    assert index_of(tree, SWEDEN).flags() & Qt.ItemFlag.ItemIsEditable
    assert not [part for part in tree.findChildren(QLabel) if part.isVisible()]


def test_the_context_menu_has_the_actions_of_the_window(qtbot: QtBot, session: Session) -> None:
    actions = [QAction("Add group"), QAction("Delete")]
    tree = ConfigTree(session, actions)
    qtbot.addWidget(tree)
    assert tree.view.actions() == actions
    assert tree.view.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu


def test_typing_in_the_tree_finds_a_row(tree: ConfigTree) -> None:
    tree.view.setFocus()
    QTest.keyClicks(tree.view, "mis")
    assert current(tree) == MISTRAL


def test_names_are_those_of_the_contract(tree: ConfigTree) -> None:
    assert tree.view.objectName() == "configTree"
    assert tree.filter.objectName() == "treeFilter"
    assert tree.view.accessibleName()
    assert tree.filter.accessibleName()
