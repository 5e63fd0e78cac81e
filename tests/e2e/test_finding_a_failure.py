"""From a config that does not work to the field that is wrong, in a few steps; no key gets out."""

import base64
import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.core.standing import State
from editor.system.simulator import Simulator
from editor.system.simulator.scenarios import cast_of
from editor.ui.app import create_window
from editor.ui.form.grouppage import GroupPage
from editor.ui.window import MainWindow
from tests.e2e.conftest import Enter
from tests.e2e.person import CONTROL, Person
from tests.ui.simulated import KEY, RULES, config, env, model

PATIENCE = 30_000
Windows = Callable[..., MainWindow]


@pytest.fixture
def simulator() -> Iterator[Simulator]:
    with Simulator(cast=cast_of(RULES), pace=0) as simulator:
        yield simulator


@pytest.fixture
def file(simulator: Simulator, tmp_path: Path) -> Path:
    """Write a config of which one deployment does not exist."""
    path = tmp_path / "librechat.yaml"
    path.write_text(config("good", "busy", "gone"), encoding="utf-8")
    path.with_name(".env").write_text(env(simulator.port), encoding="utf-8")
    return path


@pytest.fixture
def window(
    file: Path,
    tmp_path: Path,
    qapp: QApplication,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> MainWindow:
    """Show that config; nothing was agreed to yet."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    window = create_window(file)
    qtbot.addWidget(window, before_close_func=forget)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


def forget(window: MainWindow) -> None:
    window.tests.close()
    document = window.session.document
    window.session.mark_saved(document.text, document.env_text)


def question(window: MainWindow) -> QMessageBox:
    box = window.findChild(QMessageBox, "questionDialog")
    assert box is not None
    return box


def finish(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.tests.is_running, timeout=PATIENCE)


def focused_key(window: MainWindow) -> str:
    focus: QObject | None = window.focusWidget()
    while focus is not None and not focus.objectName().startswith("field:"):
        focus = focus.parent()
    return "" if focus is None else focus.objectName()


@pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing)",  # the file dialog's completion, offscreen
)
@pytest.mark.parametrize("has_mouse", [True, False])
def test_three_interactions_lead_from_untested_to_the_field_of_the_first_failure(
    enter: Enter, file: Path, qtbot: QtBot, has_mouse: bool
) -> None:
    person = enter(None)
    person.press(Qt.Key.Key_O, CONTROL)
    person.choose("openDialog", file, has_mouse=has_mouse)
    person.wait_until_opened(file)
    person.return_to_window()
    before = person.count
    go = start_all(person, has_mouse=has_mouse)
    assert go.text() == "Go to Deployment name"
    if has_mouse:
        person.click(go)
    else:
        assert person.window.focusWidget() is person.window.bottom.tests.view
        person.press(Qt.Key.Key_Return)
    assert person.window.session.selection == model("gone")
    assert focused_key(person.window) == "field:deploymentName"
    assert person.count - before <= 3, person.done


def start_all(person: Person, *, has_mouse: bool) -> QPushButton:
    """Test every model, agree to what it costs, and return what leads to the first failure."""
    if has_mouse:
        person.click(person.part("button:testAll", QToolButton))
    else:
        person.press(Qt.Key.Key_T, CONTROL)
    box = person.wait_for("questionDialog", QMessageBox)
    assert "4 small requests" in box.text()
    if has_mouse:
        person.click(box.defaultButton())
    else:
        person.press(Qt.Key.Key_Return)
    person.finish_tests()
    person.return_to_window()
    return person.part("testGoToField", QPushButton)


def test_the_endpoint_and_the_groups_table_sum_it_up(window: MainWindow, qtbot: QtBot) -> None:
    window.session.select(model("gone")[:2])
    window.tests.test_all()
    finish(window, qtbot)
    assert window.form.page().header.status().startswith("1 of 3 failed  •  ")
    window.session.select(model("gone")[:4])
    page = window.form.page()
    assert isinstance(page, GroupPage)
    rows = page.models.table.rows
    said = [rows.data(rows.index(row, 0), Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert said == ["good, Connected", "busy, Limited", "gone, Failed"]


def test_a_person_is_asked_once(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_name["testAll"].trigger()
    question(window).defaultButton().click()
    finish(window, qtbot)
    window.actions_by_name["testAll"].trigger()
    assert window.tests.is_running
    finish(window, qtbot)


def test_who_says_no_is_charged_for_nothing(window: MainWindow) -> None:
    window.actions_by_name["testAll"].trigger()
    QTest.keyClick(question(window), Qt.Key.Key_Escape)
    assert not window.tests.is_running
    assert window.tests.asks_first


def test_tree_form_and_list_say_the_same(window: MainWindow, qtbot: QtBot) -> None:
    window.session.select(model("gone"))
    window.actions_by_name["testModel"].trigger()
    finish(window, qtbot)
    page = window.form.page()
    assert page.header.status().startswith("No deployment “gone” on contoso  •  ")
    said = [line.message for line in page.fields["deploymentName"].problems()]
    assert said == ["Last test: no deployment “gone” on contoso."]
    tree = window.tree.view.model()
    group = tree.index(0, 0, tree.index(0, 0))
    rows = [tree.index(row, 0, group) for row in range(tree.rowCount(group))]
    words = [row.data(Qt.ItemDataRole.AccessibleTextRole) for row in (group, *rows)]
    assert [said.rsplit(", ", 1)[-1] for said in words] == [
        "Failed",
        "Not tested",
        "Not tested",
        "Failed",
    ]
    shown = window.bottom.tests.detail
    assert shown.verdict.text() == "No deployment “gone” on contoso"
    assert shown.request.underlined() == "gone"


def test_mending_the_field_makes_the_result_stale_and_testing_again_clears_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.session.select(model("gone"))
    window.actions_by_name["testModel"].trigger()
    finish(window, qtbot)
    field = window.form.page().fields["deploymentName"].editor
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "good")
    qtbot.waitUntil(lambda: window.tests.state_of(model("gone")) is State.STALE)
    status = window.form.page().header.status()
    assert status.startswith("Last result is stale: the request changed")
    assert not window.form.page().fields["deploymentName"].problems()
    assert window.focusWidget() is field
    again = window.findChild(QPushButton, "testAgain")
    assert again is not None
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    finish(window, qtbot)
    assert window.form.page().header.status().startswith("Connected  •  ")


def test_escape_stops_the_tests_and_the_strip_says_how_far_they_are(
    window: MainWindow, simulator: Simulator, qtbot: QtBot
) -> None:
    steps = [{"op": "insert", "path": list(model("mute")), "value": {"deploymentName": "mute"}}]
    window.session.operate(steps, "Add mute")
    window.session.select(model("mute"))
    window.actions_by_name["testGroup"].trigger()
    qtbot.waitUntil(lambda: window.tests.progress.done == 3, timeout=PATIENCE)
    cancel = window.findChild(QToolButton, "button:cancelTests")
    assert cancel is not None
    assert cancel.isVisible()
    strip = cancel.parentWidget()
    assert strip is not None
    words = strip.findChildren(QLabel)[0]
    qtbot.waitUntil(lambda: words.text().startswith("3 of 4 · "), timeout=PATIENCE)
    QTest.keyClick(window.tree.view, Qt.Key.Key_Escape)
    assert not window.tests.is_running
    assert not cancel.isVisible()
    assert window.tests.state_of(model("mute")) is State.UNTESTED


def test_results_come_up_though_the_model_is_under_way_already(
    window: MainWindow, qtbot: QtBot
) -> None:
    steps = [{"op": "insert", "path": list(model("mute")), "value": {"deploymentName": "mute"}}]
    window.session.operate(steps, "Add mute")
    window.session.select(model("mute"))
    window.tests.test_model(model("mute"))
    qtbot.waitUntil(lambda: window.tests.state_of(model("mute")) is State.RUNNING)
    window.actions_by_name["testModel"].trigger()
    qtbot.waitUntil(window.bottom.tests.isVisible)
    assert window.tests.is_running
    window.tests.cancel()


def test_the_key_is_in_no_text_of_the_window(
    window: MainWindow, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    window.actions_by_name["testAll"].trigger()
    question(window).defaultButton().click()
    finish(window, qtbot)
    found: set[str] = set()
    window.side.setCurrentWidget(window.routes)
    for row in range(window.bottom.tests.view.tests.rowCount()):
        window.bottom.tests.view.setCurrentIndex(window.bottom.tests.view.tests.index(row, 1))
        found |= set(texts_of(window))
        for name in ("testCopyAsCurl", "routeCopyAsCurl", "routeCopyUrl"):
            button = window.findChild(QPushButton, name)
            assert button is not None
            button.click()
            found.add(QGuiApplication.clipboard().text())
    found |= {record.getMessage() for record in caplog.records}
    everything = "\n".join(found)
    assert "***abcd" in everything
    assert '"$EAST_KEY"' in everything
    assert "deployments/gone" in everything
    assert [form for form in forms_of(KEY) if form in everything] == []


def forms_of(secret: str) -> list[str]:
    """Return a secret in the clear, as parts of an address, and in base64."""
    encoded = base64.b64encode(secret.encode()).decode().rstrip("=")
    return [secret, quote(secret), quote(secret, safe=""), encoded]


def texts_of(window: MainWindow) -> Iterator[str]:
    """Yield every text that the window shows, says or keeps ready, but that of the `.env` file.

    The `.env` text is the person's own file, and its pane hides the secrets in it.
    """
    yield window.windowTitle()
    for action in window.findChildren(QAction):
        yield from (action.text(), action.toolTip(), action.statusTip())
    for widget in [window, *window.findChildren(QWidget)]:
        yield from (widget.toolTip(), widget.statusTip(), widget.whatsThis())
        yield from (widget.accessibleName(), widget.accessibleDescription())
        match widget:
            case QLabel() | QPushButton() | QToolButton() | QLineEdit():
                yield widget.text()
            case QPlainTextEdit():
                yield widget.toPlainText()
            case QComboBox():
                yield widget.currentText()
            case QTabWidget():
                yield from (widget.tabText(tab) for tab in range(widget.count()))
            case QAbstractItemView():
                yield from cells_of(widget.model(), QModelIndex())


def cells_of(model: QAbstractItemModel | None, parent: QModelIndex) -> Iterator[str]:
    roles = (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.StatusTipRole,
    )
    if model is None:
        return
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for row in range(model.rowCount(parent)):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield from (str(model.data(index, role)) for role in roles)
        yield from cells_of(model, model.index(row, 0, parent))
