"""Where people read from right to left, painted rows are mirror images and work as such."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.core.completion.suggestion import Suggestion
from editor.core.document import Document
from editor.ui.addgroup.kinds import KindList
from editor.ui.look.appearance import current_look
from editor.ui.look.direction import isolated
from editor.ui.look.icons import icon
from editor.ui.look.shapes import Shape
from editor.ui.look.stylesheet import stylesheet
from editor.ui.palette.entries import Entry, Kind
from editor.ui.palette.results import Results
from editor.ui.panels.routelist import RoutesList, RoutesModel
from editor.ui.widgets.codepane import CodePane
from editor.ui.widgets.entrycells import entries_of
from editor.ui.widgets.flow import FlowLayout
from editor.ui.widgets.listeditor import ListEditor
from editor.ui.widgets.mappingtable import MappingTable
from editor.ui.widgets.messagepane import MessagePane
from editor.ui.widgets.problemlist import PROBLEM_ROLE, ProblemList, ProblemRow
from editor.ui.widgets.rowtree import ROW_ROLE, RowTree, TreeRow
from editor.ui.widgets.secretfield import SecretField
from editor.ui.widgets.suggestionlist import SuggestionList
from editor.ui.widgets.textfield import TextField
from tests.ui import mirror

CONFIG = """\
version: "1.3.17"
endpoints:
  azureOpenAI:
    groups:
    - group: east
      apiKey: not-a-real-key-0001
      instanceName: contoso
      version: "2024-10-21"
      models:
        gpt-4o: {deploymentName: prod}
"""


def _items(view: QAbstractItemView, row: object, role: int) -> None:
    model = QStandardItemModel(view)
    item = QStandardItem("row")
    item.setData(row, role)
    model.appendRow(item)
    view.setModel(model)


def tree(_: QWidget | None = None) -> RowTree:
    made = RowTree("Configuration")
    row = TreeRow("eastus", "contoso", Shape.OK, errors=12, warnings=1)
    _items(made, row, ROW_ROLE)
    return made


def problems(_: QWidget | None = None) -> ProblemList:
    made = ProblemList("Problems")
    row = ProblemRow(Shape.ERROR, "No deployment.", "Advice", "eastus", 26, "Mend")
    _items(made, row, PROBLEM_ROLE)
    return made


def palette(_: QWidget) -> Results:
    made = Results("Found")
    row = Entry(
        kind=Kind.ACTION,
        title="Save the file",
        target="save",
        secondary="first",
        aside="later",
        keys="Ctrl+,",
        icon="save",
    )
    made.show_rows([row], "file")
    made.clearSelection()
    made.setCurrentIndex(QModelIndex())
    return made


def routes(_: QWidget) -> RoutesList:
    document = Document(CONFIG)
    return RoutesList("Routes", RoutesModel(lambda: document.routes))


def kinds(_: QWidget) -> KindList:
    return KindList()


def suggestions(window: QWidget) -> SuggestionList:
    made = SuggestionList("Suggestions", window)
    made.column = 120
    made.show_suggestions((Suggestion("2024-10-21", "stable"),), -1)
    return made


def items(_: QWidget | None = None) -> ListEditor:
    made = ListEditor("Dropped", "Add a parameter to drop…")
    made.show_items(["temperature"])
    return made


@pytest.mark.parametrize("make", [tree, problems, palette, routes, items, kinds, suggestions])
def test_a_row_is_the_mirror_image_of_what_it_is_elsewhere(
    qapp: QApplication, qtbot: QtBot, make: Callable[[QWidget], QAbstractItemView]
) -> None:
    def shown() -> QAbstractItemView:
        window = QWidget()
        qtbot.addWidget(window)
        view = make(window)
        view.setParent(window)
        windows.append(window)
        window.resize(1000, 200)
        view.resize(1000, 200)
        window.show()
        view.show()
        return view

    windows: list[QWidget] = []
    assert mirror.differences(shown, qapp) == []


@pytest.fixture
def _right_to_left(qapp: QApplication) -> Iterator[None]:
    with mirror.right_to_left(qapp):
        yield


def test_lines_of_a_flow_begin_at_the_right(qtbot: QtBot) -> None:
    parts: dict[bool, list[QRect]] = {}
    for is_mirrored in (False, True):
        box = QWidget()
        qtbot.addWidget(box)
        direction = (
            Qt.LayoutDirection.RightToLeft if is_mirrored else Qt.LayoutDirection.LeftToRight
        )
        box.setLayoutDirection(direction)
        flow = FlowLayout(box)
        buttons = [QPushButton(text) for text in ("one", "another", "a third one", "four")]
        for button in buttons:
            flow.addWidget(button)
        box.resize(200, 120)
        box.show()
        flow.activate()
        parts[is_mirrored] = [button.geometry() for button in buttons]
    plain, turned = parts[False], parts[True]
    assert turned[0].right() == 199
    assert [area.top() for area in turned] == [area.top() for area in plain]
    assert [199 - area.right() for area in turned] == [area.left() for area in plain]
    assert plain[-1].top() > plain[0].top()


@pytest.mark.usefixtures("_right_to_left")
def test_the_link_of_a_problem_is_where_it_is_drawn(qtbot: QtBot) -> None:
    view = problems()
    qtbot.addWidget(view)
    view.resize(1000, 100)
    view.show()
    row = view.visualRect(view.model().index(0, 0))
    asked: list[int] = []
    view.fix_requested.connect(lambda index: asked.append(index.row()))
    for x in (row.right() - 24, row.left() + 24):
        place = QPoint(x, row.center().y())
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert len(asked) == (x < row.center().x())


@pytest.mark.usefixtures("_right_to_left")
def test_the_cross_of_an_item_is_where_it_is_drawn(qtbot: QtBot) -> None:
    editor = items()
    qtbot.addWidget(editor)
    editor.show()
    row = editor.visualItemRect(editor.item(0))
    removed: list[int] = []
    editor.item_removed.connect(removed.append)
    for x in (row.right() - 12, row.left() + 12):
        place = QPoint(x, row.center().y())
        qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert len(removed) == (x < row.center().x())


@pytest.mark.usefixtures("_right_to_left")
def test_a_branch_opens_by_its_arrow_which_points_to_its_name(qtbot: QtBot) -> None:
    view = tree()
    qtbot.addWidget(view)
    model = view.model()
    assert isinstance(model, QStandardItemModel)
    model.item(0).appendRow(QStandardItem("gpt-4"))
    view.resize(220, 120)
    view.show()
    row = view.visualRect(model.index(0, 0))
    closed = view.viewport().grab(QRect(row.right() - 6, row.top(), 26, row.height())).toImage()
    arrow = QPoint(row.right() + 6, row.center().y())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=arrow)
    assert view.isExpanded(model.index(0, 0))
    assert _points_left(closed)


def _points_left(picture: QImage) -> bool:
    """Say whether the upper end of an angle is at its right."""
    inked = [
        x
        for y in range(picture.height())
        if len({picture.pixel(x, y) for x in range(picture.width())}) > 1
        for x in range(picture.width())
        if picture.pixel(x, y) != picture.pixel(0, y)
    ]
    return inked[0] > sum(inked) / len(inked)


def test_icons_that_point_turn_about(qapp: QApplication) -> None:
    def drawn(name: str) -> QImage:
        return icon(name).pixmap(QSize(32, 32)).toImage()

    plain = {name: drawn(name) for name in ("back", "forward", "save")}
    with mirror.right_to_left(qapp):
        turned = {name: drawn(name) for name in plain}
    assert _points_left(plain["back"])
    assert not _points_left(turned["back"])
    assert _points_left(turned["forward"])
    assert turned["save"] == plain["save"]


def test_the_arrow_of_a_menu_has_its_room_at_the_end_of_its_button(qapp: QApplication) -> None:
    def room() -> str:
        return stylesheet(current_look()).partition('[popupMode="2"] { ')[2].partition(":")[0]

    assert room() == "padding-right"
    with mirror.right_to_left(qapp):
        assert room() == "padding-left"


@pytest.mark.usefixtures("_right_to_left")
@pytest.mark.parametrize("make", [CodePane, MessagePane])
def test_code_stays_from_left_to_right(qtbot: QtBot, make: Callable[[str], QWidget]) -> None:
    pane = make("Text")
    qtbot.addWidget(pane)
    pane.show()
    assert pane.layoutDirection() is Qt.LayoutDirection.LeftToRight


@pytest.mark.usefixtures("_right_to_left")
def test_a_suffix_goes_on_where_the_name_ends(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    field = TextField("Instance name", parent=box)
    field.resize(300, 28)
    box.show()
    assert field.tail.geometry().center().x() < 150
    field.set_suffix(".openai.azure.com")
    assert field.tail.geometry().center().x() > 150


@pytest.mark.usefixtures("_right_to_left")
def test_a_hidden_key_ends_in_its_last_characters(qtbot: QtBot) -> None:
    field = SecretField("API key")
    qtbot.addWidget(field)
    field.show_value("not-a-real-key-WWWW")
    field.resize(300, 28)
    field.show()
    field.tail.hide()
    all_of_it = mirror.inked(field.grab(QRect(4, 6, 292, 16)).toImage())
    above_bullets = mirror.inked(field.grab(QRect(4, 6, 292, 5)).toImage())
    assert above_bullets[0][0] > all_of_it[0][0] + 8
    assert above_bullets[-1][1] == all_of_it[-1][1]


@pytest.mark.usefixtures("_right_to_left")
def test_a_name_in_a_table_does_not_end_in_its_own_dot(qtbot: QtBot) -> None:
    assert isolated(".env") != ".env"
    table = QTableWidget(1, 1)
    qtbot.addWidget(table)
    pictures: list[QImage] = []
    for text in (".env", isolated(".env")):
        table.setItem(0, 0, QTableWidgetItem(text))
        pictures.append(mirror.first_row(table))
    assert pictures[0] != pictures[1]


@pytest.mark.usefixtures("_right_to_left")
def test_what_is_inside_another_value_is_indented_from_the_right(qtbot: QtBot) -> None:
    table = MappingTable("Parameters", "Add a parameter…", typed=True)
    qtbot.addWidget(table)
    table.show_entries(list(entries_of({"ab": {"ab": "x"}}, lambda _, value: str(value))))
    table.resize(500, 300)
    table.show()
    cells = [table.visualRect(table.model().index(row, 0)) for row in (0, 1)]
    inner = [area.adjusted(2, 4, -2, -4) for area in cells]
    names = [mirror.inked(table.viewport().grab(area).toImage())[-1] for area in inner]
    assert names[1][1] < names[0][1] - 8
    assert names[1][0] < names[0][0] - 8


def test_texts_are_left_alone_where_people_read_from_the_left() -> None:
    assert isolated(".env") == ".env"
