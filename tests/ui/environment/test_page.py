"""The page of the variables: states, sources and uses are seen, values are not."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from editor.core.compose.project import File, Project
from editor.core.document import Document
from editor.core.text import Edit, Patch
from editor.ui.environment.page import EnvironmentPage
from editor.ui.environment.row import EnvironmentRow
from editor.ui.environment.table import VariablesTable
from editor.ui.look.shapes import Shape
from editor.ui.session import Session
from editor.ui.widgets.rowtree import ROW_ROLE
from tests.ui.environment.conftest import CONFIG, ENV

GROUPS = ("endpoints", "azureOpenAI", "groups")


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> EnvironmentPage:
    migrate = QAction("Migrate…")
    migrate.setEnabled(False)
    made = EnvironmentPage(session, {"migrate": migrate})
    migrate.setParent(made)
    qtbot.addWidget(made)
    made.resize(560, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def cells(table: VariablesTable) -> list[tuple[str, ...]]:
    return [row.cells for row in table.rows.rows]


def click(table: VariablesTable, row: int, qtbot: QtBot) -> None:
    place = table.visualRect(table.rows.index(row, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def seen(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]


def link(page: EnvironmentPage, words: str) -> QPushButton:
    found = [one for one in page.findChildren(QPushButton) if one.text() == words]
    return next(one for one in found if one.isVisible())


def test_every_variable_shows_its_state_its_source_and_its_uses(page: EnvironmentPage) -> None:
    assert cells(page.table) == [
        ("EAST_KEY", "••••••••east", ".env line 2", "east"),
        ("WEST_KEY", "not set", "", "west"),
        ("WEST_NAME", "••••••••", "process, over .env", "west"),
        ("no variable", "••••••••6789", "YAML line 18", "south"),
    ]
    shapes = [row.shape for row in page.table.rows.rows]
    assert shapes == [Shape.OK, Shape.ERROR, Shape.OK, Shape.WARNING]


def test_what_nothing_uses_stands_below(page: EnvironmentPage) -> None:
    assert [row[0] for row in cells(page.unused_table)] == ["AZURE_OLD"]
    assert [row[0] for row in cells(page.others_table)] == ["PORT"]


def test_a_missing_variable_is_added_where_it_is_shown_as_one_step(
    page: EnvironmentPage, session: Session, qtbot: QtBot
) -> None:
    click(page.table, 1, qtbot)
    assert "WEST_KEY" in seen(page.detail)
    qtbot.keyClicks(page.detail.value, "new key")
    assert session.document.env_text.replace("WEST_KEY='new key'\n", "") == ENV
    assert cells(page.table)[1][1] == "••••••••"
    assert session.undo_stack.count() == 1
    assert session.undo_stack.undoText() == "Set WEST_KEY"
    session.undo_stack.undo()
    assert session.document.env_text == ENV
    assert session.document.text == CONFIG


def test_a_value_is_changed_in_its_line_and_an_emptied_one_stays_there(
    page: EnvironmentPage, session: Session, qtbot: QtBot
) -> None:
    click(page.table, 0, qtbot)
    page.detail.value.selectAll()
    qtbot.keyClicks(page.detail.value, "x")
    assert session.document.env_text == ENV.replace("key-of-the-east", "x")
    qtbot.keyClick(page.detail.value, Qt.Key.Key_Backspace)
    assert session.document.env_text == ENV.replace("key-of-the-east", "")
    assert cells(page.table)[0][1] == "empty"


def test_a_value_that_no_env_file_can_hold_is_refused_in_place(
    page: EnvironmentPage, session: Session, qtbot: QtBot
) -> None:
    click(page.table, 1, qtbot)
    qtbot.keyClicks(page.detail.value, "'\"`")
    before = session.document.env_text
    qtbot.keyClicks(page.detail.value, "#")
    assert session.document.env_text == before
    assert any("WEST_KEY" in words or "cannot" in words for words in seen(page.detail))


def test_a_value_is_seen_only_while_the_eye_is_held(page: EnvironmentPage, qtbot: QtBot) -> None:
    click(page.table, 0, qtbot)
    value = page.detail.value
    assert value.echoMode() == QLineEdit.EchoMode.Password
    eye = value.tail.action
    qtbot.mousePress(eye, Qt.MouseButton.LeftButton)
    assert value.echoMode() == QLineEdit.EchoMode.Normal
    qtbot.mouseRelease(eye, Qt.MouseButton.LeftButton)
    assert value.echoMode() == QLineEdit.EchoMode.Password
    assert all("key-of-the-east" not in text for row in cells(page.table) for text in row)


def test_librechats_words_stand_under_the_value(page: EnvironmentPage, qtbot: QtBot) -> None:
    click(page.table, 1, qtbot)
    words = " ".join(seen(page.detail))
    assert 'Azure configuration environment variable "${WEST_KEY}" was not found.' in words


def test_a_use_leads_to_its_field_and_a_line_to_the_source(
    page: EnvironmentPage, qtbot: QtBot
) -> None:
    click(page.table, 0, qtbot)
    with qtbot.waitSignal(page.field_requested) as wanted:
        qtbot.mouseClick(link(page, "east › API key"), Qt.MouseButton.LeftButton)
    assert wanted.args == [(*GROUPS, 0, "apiKey")]
    with qtbot.waitSignal(page.line_requested) as line:
        qtbot.mouseClick(link(page, "Go to line in .env"), Qt.MouseButton.LeftButton)
    assert line.args == [2]


def test_a_value_that_does_not_count_says_whose_does(page: EnvironmentPage, qtbot: QtBot) -> None:
    click(page.table, 2, qtbot)
    assert any("a value of its own, which counts" in words for words in seen(page.detail))
    assert page.detail.value.text() == "west"


def test_choosing_in_one_table_leaves_the_others(page: EnvironmentPage, qtbot: QtBot) -> None:
    click(page.table, 0, qtbot)
    assert page.show_variable("PORT")
    assert "PORT" in seen(page.detail)
    assert not page.table.selectedIndexes()
    assert not page.show_variable("NONE")


def test_the_page_keeps_the_last_readable_config_and_the_newest_env(
    page: EnvironmentPage, session: Session
) -> None:
    session.apply(Edit("Break", (Patch(0, 0, "[\n"),), (Patch(0, 0, "WEST_KEY=1\n"),)))
    assert cells(page.table)[1] == ("WEST_KEY", "••••••••", ".env line 1", "west")


def test_legacy_settings_are_listed_with_their_effect(
    page: EnvironmentPage, session: Session
) -> None:
    assert not page.legacy.isVisible()
    session.apply(Edit("Type", (), (Patch(0, 0, "AZURE_API_KEY=legacy-0123456789\n"),)))
    assert page.legacy.isVisible()
    page.legacy.set_folded(False)
    words = " ".join(seen(page.legacy))
    assert "AZURE_API_KEY" in words
    assert "experience conflicts and errors" in words
    assert "legacy-0123456789" not in words
    assert not page.legacy.button.isEnabled()


def test_an_env_file_that_cannot_be_edited_says_so(page: EnvironmentPage, session: Session) -> None:
    session.env_read_only_reason = "It is not UTF-8 text."
    page.show_document(session.document)
    page.show_variable("EAST_KEY")
    assert page.detail.value.isReadOnly()
    assert "It is not UTF-8 text." in seen(page)


def test_the_row_counts_what_is_wrong_with_variables(session: Session, qtbot: QtBot) -> None:
    row = EnvironmentRow(session)
    qtbot.addWidget(row)
    row.show()
    shown = row.view.model().index(0, 0).data(ROW_ROLE)
    assert (shown.errors, shown.warnings) == (1, 0)
    session.apply(Edit("Type", (), (Patch(0, 0, "AZURE_API_KEY=x\nWEST_KEY=1\n"),)))
    shown = row.view.model().index(0, 0).data(ROW_ROLE)
    assert (shown.errors, shown.warnings) == (0, 1)
    with qtbot.waitSignal(row.opened):
        qtbot.mouseClick(row.view.viewport(), Qt.MouseButton.LeftButton)


def test_a_headers_value_can_be_written_back_into_the_config(
    page: EnvironmentPage, session: Session, qtbot: QtBot
) -> None:
    at = CONFIG.index("        instanceName: east")
    header = "        additionalHeaders: {X-Key: '${GATE}'}\n"
    session.apply(Edit("Header", (Patch(at, at, header),), (Patch(0, 0, "GATE=of-the-gate\n"),)))
    before = session.document
    page.show_variable("GATE")
    button = link(page, "Write the value into the YAML")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "X-Key: 'of-the-gate'" in session.document.text
    assert session.document.env_text == before.env_text
    session.undo_stack.undo()
    assert session.document.text == before.text


def test_what_a_compose_file_gives_the_container_says_so(qtbot: QtBot) -> None:
    compose = "services:\n  api:\n    image: ghcr.io/danny-avila/librechat:latest\n"
    compose += "    environment:\n      WEST_KEY: given-to-it\n"
    project = Project((File("docker-compose.yml", compose),))
    session = Session(Document(CONFIG, ENV, compose=project))
    migrate = QAction("Migrate…")
    made = EnvironmentPage(session, {"migrate": migrate})
    migrate.setParent(made)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    assert cells(made.table)[1] == ("WEST_KEY", "••••••••", "docker-compose.yml", "west")
    made.show_variable("WEST_KEY")
    assert any("gives LibreChat’s container a value" in words for words in seen(made.detail))


def test_a_secret_of_the_config_offers_to_move(page: EnvironmentPage, qtbot: QtBot) -> None:
    click(page.table, 3, qtbot)
    with qtbot.waitSignal(page.move_requested) as wanted:
        qtbot.mouseClick(page.literal.button, Qt.MouseButton.LeftButton)
    assert wanted.args == [(*GROUPS, 2, "apiKey")]
    assert not page.detail.isVisible()


def test_nothing_on_the_page_is_wider_than_a_narrow_form(
    page: EnvironmentPage, session: Session
) -> None:
    legacy = "AZURE_API_KEY=legacy\n" + "A_VERY_LONG_NAME_" * 6 + "AZURE=1\n"
    session.apply(Edit("Type", (), (Patch(0, 0, legacy),)))
    page.resize(424, 700)
    for section in (page.legacy, page.images, page.unused, page.others):
        section.set_folded(False)
    area = page.findChild(QScrollArea)
    assert area is not None
    for row in range(4):
        page.table.selectRow(row)
        QApplication.processEvents()
        assert area.horizontalScrollBar().maximum() == 0
