"""Opening a LibreChat folder: what is said about what is missing, and where things lead."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.core.text import Edit, Patch
from editor.system import settings
from editor.ui.app import create_window
from editor.ui.window import MainWindow
from tests.webserver import CONFIG as SERVED
from tests.webserver import Answering, serving

TEXT = 'version: "1.3.17"\ncache: true\n'
COMPOSE = """\
services:
  api:
    image: registry.librechat.ai/danny-avila/librechat-dev:latest
    volumes:
      - type: bind
        source: ./.env
        target: /app/.env
"""
LINES = """\
services:
  api:
    volumes:
      - type: bind
        source: ./librechat.yaml
        target: /app/librechat.yaml
"""
Open = Callable[[Path], MainWindow]


@pytest.fixture
def opened(qapp: QApplication, qtbot: QtBot) -> Open:
    def show(path: Path) -> MainWindow:
        window = create_window(path)
        qtbot.addWidget(window, before_close_func=_forget)
        window.resize(1280, 800)
        with qtbot.waitExposed(window):
            window.show()
        return window

    return show


def _forget(window: QWidget) -> None:
    assert isinstance(window, MainWindow)
    document = window.session.document
    window.session.mark_saved(document.text, document.env_text)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "librechat.yaml").write_text(TEXT)
    (tmp_path / ".env").write_text("A=1\n")
    return tmp_path


def text_of(window: MainWindow) -> str:
    pane = window.findChild(QPlainTextEdit, "yamlView")
    assert pane is not None
    return pane.toPlainText()


def codes(window: MainWindow) -> list[str]:
    return [problem.code for problem in window.session.document.problems]


def dialog(window: MainWindow) -> QDialog:
    found = window.findChild(QDialog, "linesDialog")
    assert found is not None
    return found


def click(parent: QWidget, name: str, qtbot: QtBot) -> None:
    button = parent.findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_config_that_compose_does_not_mount_is_said_with_lines_to_copy(
    opened: Open, folder: Path, qtbot: QtBot
) -> None:
    (folder / "docker-compose.yml").write_text(COMPOSE)
    window = opened(folder)
    assert window.notice.isVisible()
    assert window.notice.fact() == "LibreChat may not see this file."
    qtbot.mouseClick(window.notice.button, Qt.MouseButton.LeftButton)
    lines = dialog(window).findChild(QPlainTextEdit, "lines")
    assert lines is not None
    assert lines.toPlainText() == LINES
    assert "docker-compose.override.yml" in dialog(window).windowTitle()
    click(dialog(window), "copyLines", qtbot)
    assert QGuiApplication.clipboard().text() == LINES
    click(dialog(window), "closeLines", qtbot)
    assert sorted(file.name for file in folder.iterdir()) == [
        ".env", "docker-compose.yml", "librechat.yaml",
    ]  # fmt: skip
    assert (folder / "docker-compose.yml").read_text() == COMPOSE
    assert window.session.is_clean


def test_the_list_of_problems_offers_the_same_lines(
    opened: Open, folder: Path, qtbot: QtBot
) -> None:
    (folder / "docker-compose.yml").write_text(COMPOSE)
    window = opened(folder)
    view = window.bottom.problems.view
    row = codes(window).index("not-mounted")
    view.setCurrentIndex(view.model().index(row, 0))
    qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog(window).isVisible()
    assert window.session.undo_stack.count() == 0


def test_a_folder_that_mounts_everything_opens_without_a_word(opened: Open, folder: Path) -> None:
    (folder / "docker-compose.yml").write_text(COMPOSE)
    (folder / "docker-compose.override.yml").write_text(LINES)
    window = opened(folder)
    assert not window.notice.isVisible()
    assert text_of(window) == TEXT


def test_compose_variables_are_there_for_the_config(opened: Open, folder: Path) -> None:
    (folder / "compose.yml").write_text(COMPOSE + "    environment: {KEY: k}\n")
    environment = opened(folder).session.document.environment
    assert environment.value("KEY") == "k"
    assert environment.value("A") == "1"


def test_a_dead_config_path_is_said_and_the_usual_file_can_be_edited(
    opened: Open, folder: Path, qtbot: QtBot
) -> None:
    (folder / ".env").write_text("CONFIG_PATH=gone.yaml\n")
    window = opened(folder)
    assert window.notice.fact() == "CONFIG_PATH leads nowhere."
    qtbot.mouseClick(window.notice.button, Qt.MouseButton.LeftButton)
    box = window.findChild(QMessageBox, "messageDialog")
    assert box is not None
    assert "gone.yaml" in box.informativeText()
    assert text_of(window) == TEXT


@pytest.mark.parametrize("content", [b"A=\0", None])
def test_an_env_that_is_no_text_is_said_and_the_config_is_there(
    opened: Open, folder: Path, content: bytes | None
) -> None:
    (folder / ".env").unlink()
    if content is None:
        (folder / ".env").mkdir()
    else:
        (folder / ".env").write_bytes(content)
    window = opened(folder)
    assert str(folder / ".env") in window.notice.fact()
    assert text_of(window) == TEXT


def test_a_config_that_docker_made_a_folder_says_so(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "librechat.yaml").mkdir()
    window = opened(tmp_path)
    message = window.findChild(QMessageBox, "messageDialog")
    assert message is not None
    assert message.text().endswith("librechat.yaml is a folder.")
    assert "Docker makes one" in message.informativeText()


def test_a_folder_is_remembered_where_config_path_leads_away_from_it(
    opened: Open, folder: Path
) -> None:
    (folder / "etc").mkdir()
    (folder / "etc" / "chat.yaml").write_text("version: '2'\n")
    (folder / ".env").write_text("CONFIG_PATH=etc/chat.yaml\n")
    window = opened(folder)
    assert window._filing.path == folder / "etc" / "chat.yaml"
    assert settings.load(settings.default_folder()).last_file == folder
    window._filing.reload()
    assert window._filing.env == folder / ".env"
    assert text_of(window) == "version: '2'\n"


def test_a_remote_config_is_shown_and_can_only_be_saved_elsewhere(
    opened: Open, folder: Path, qtbot: QtBot
) -> None:
    with serving() as address:
        (folder / ".env").write_text(f"CONFIG_PATH={address}/librechat.yaml?sig=s3cret\n")
        window = opened(folder)
        qtbot.waitUntil(lambda: text_of(window) == SERVED)
    assert "This is a copy of http://127.0.0.1" in window.notice.fact()
    assert "s3cret" not in window.windowTitle() + window.notice.fact()
    assert window.findChild(QPlainTextEdit, "yamlView").isReadOnly()  # pyright: ignore[reportOptionalMemberAccess]
    assert not window.actions_by_name["save"].isEnabled()
    assert window.actions_by_name["saveAs"].isEnabled()
    assert (folder / "librechat.yaml").read_text() == TEXT
    qtbot.mouseClick(window.notice.button, Qt.MouseButton.LeftButton)
    choose(window, "saveAsDialog", folder / "mine.yaml")
    qtbot.waitUntil(lambda: window._filing.path == folder / "mine.yaml")
    assert (folder / "mine.yaml").read_text() == SERVED
    assert window.actions_by_name["save"].isEnabled()
    window.session.apply(Edit("Type", (Patch(0, 0, "# mine\n"),)))
    assert text_of(window).startswith("# mine\n")
    qtbot.waitUntil(lambda: "other-config" in codes(window))


def choose(window: MainWindow, name: str, path: Path) -> None:
    """Type a path into the open file dialog and confirm it."""
    found = window.findChild(QFileDialog, name)
    assert found is not None
    field = found.findChild(QLineEdit, "fileNameEdit")
    assert field is not None
    field.setText(str(path))
    found.accept()


def test_a_remote_config_that_cannot_be_fetched_leaves_the_file(
    opened: Open, folder: Path, qtbot: QtBot
) -> None:
    with serving() as address:
        (folder / ".env").write_text(f"CONFIG_PATH={address}/missing\n")
        window = opened(folder)
        qtbot.waitUntil(lambda: "could not be fetched" in window.notice.fact())
    assert text_of(window) == TEXT
    assert "other-config" in codes(window)
    assert window.actions_by_name["saveAs"].isEnabled()


def test_a_remote_config_never_replaces_what_was_typed_meanwhile(
    opened: Open, folder: Path, qtbot: QtBot
) -> None:
    with serving() as address:
        Answering.may_answer.clear()
        (folder / ".env").write_text(f"CONFIG_PATH={address}/held\n")
        window = opened(folder)
        assert window.notice.fact().startswith("LibreChat fetches its config from http://127")
        window.session.apply(Edit("Type", (Patch(0, 0, "# mine\n"),)))
        Answering.may_answer.set()
        qtbot.waitUntil(lambda: "was fetched" in window.notice.fact())
    assert text_of(window) == "# mine\n" + TEXT
    qtbot.mouseClick(window.notice.button, Qt.MouseButton.LeftButton)
    assert text_of(window) == SERVED


def test_saving_elsewhere_judges_the_new_place(opened: Open, folder: Path, qtbot: QtBot) -> None:
    (folder / "compose.yml").write_text(COMPOSE + LINES.partition("volumes:\n")[2])
    (folder / "draft.yaml").write_text(TEXT)
    window = opened(folder / "draft.yaml")
    assert "other-config" in codes(window)
    window.actions_by_name["saveAs"].trigger()
    (folder / "librechat.yaml").unlink()
    choose(window, "saveAsDialog", folder / "librechat.yaml")
    qtbot.waitUntil(lambda: "other-config" not in codes(window))


def test_a_config_that_moves_to_another_folder_says_where_its_env_stays(
    opened: Open, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (folder / ".env").write_text("KEY=one\n")
    other = tmp_path / "other"
    other.mkdir()
    window = opened(folder)
    window.actions_by_name["saveAs"].trigger()
    choose(window, "saveAsDialog", other / "librechat.yaml")
    qtbot.waitUntil(lambda: "Saved" in window.notice.fact())
    assert window.notice.fact().endswith(f"The .env file is still {folder / '.env'}.")
    assert not (other / ".env").exists()
    window.actions_by_name["save"].trigger()
    qtbot.waitUntil(lambda: window.notice.fact() == "Saved, and read back.")


def test_an_env_that_is_not_on_disk_goes_where_the_config_goes(
    opened: Open, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (folder / ".env").unlink()
    window = opened(folder)
    window.session.apply(Edit("Type", (), (Patch(0, 0, "KEY=one\n"),)))
    window.actions_by_name["saveAs"].trigger()
    choose(window, "saveAsDialog", other / "librechat.yaml")
    qtbot.waitUntil(lambda: window.session.is_clean)
    assert window.notice.fact() == "Saved, and read back."
    assert (other / ".env").read_text() == "KEY=one\n"
    assert not (folder / ".env").exists()


def drop(window: MainWindow, *urls: QUrl) -> bool:
    """Drag addresses onto the window and let go; say whether they were taken."""
    dragged = QMimeData()
    dragged.setUrls(list(urls))
    place = window.rect().center()
    what = (Qt.DropAction.CopyAction, dragged, Qt.MouseButton.LeftButton)
    none = Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(place, *what, none)
    entering.ignore()
    QApplication.sendEvent(window, entering)
    if entering.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(place), *what, none))
    return entering.isAccepted()


def test_a_folder_that_is_dropped_is_opened(
    opened: Open, folder: Path, tmp_path_factory: pytest.TempPathFactory, qtbot: QtBot
) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "librechat.yaml").write_text("version: '3'\n")
    window = opened(folder)
    assert drop(window, QUrl.fromLocalFile(str(other)))
    qtbot.waitUntil(lambda: text_of(window) == "version: '3'\n")
    assert drop(window, QUrl.fromLocalFile(str(folder / "librechat.yaml")))
    qtbot.waitUntil(lambda: text_of(window) == TEXT)


def test_dropping_asks_before_anything_is_lost(opened: Open, folder: Path) -> None:
    window = opened(folder)
    window.session.apply(Edit("Type", (Patch(0, 0, "# mine\n"),)))
    assert drop(window, QUrl.fromLocalFile(str(folder)))
    assert window.findChild(QMessageBox, "questionDialog") is not None
    assert text_of(window) == "# mine\n" + TEXT


def test_what_is_no_single_file_is_not_taken(opened: Open, folder: Path) -> None:
    window = opened(folder)
    file = QUrl.fromLocalFile(str(folder / "librechat.yaml"))
    assert not drop(window, file, file)
    assert not drop(window, QUrl("https://example.com/librechat.yaml"))
    assert not drop(window)


def test_the_source_leaves_files_to_the_window(opened: Open, folder: Path) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(folder))])
    words = QMimeData()
    words.setText("words")
    pane = opened(folder).yaml.pane
    assert not pane.canInsertFromMimeData(files)
    assert pane.canInsertFromMimeData(words)


def test_a_folder_can_be_chosen(
    opened: Open, folder: Path, tmp_path_factory: pytest.TempPathFactory, qtbot: QtBot
) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "librechat.yaml").write_text("version: '3'\n")
    window = opened(folder)
    window.actions_by_name["openFolder"].trigger()
    choose(window, "openFolderDialog", other)
    qtbot.waitUntil(lambda: text_of(window) == "version: '3'\n")
