"""The ways to begin: an address with a key, a list, a file, a `.env`, the demo."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from editor.ui.start.page import StartPage
from editor.ui.start.starting import Starting
from editor.ui.window import MainWindow
from tests.ui.start.conftest import KEY, URI, Enter, child, choose, click, listed, paste

CONFIG = """\
# ours
version: "1.3.17"
endpoints:
  azureOpenAI:
    groups:
      - group: "contoso-eastus"
        apiKey: "${CONTOSO_EASTUS_API_KEY}"
        instanceName: "contoso-eastus"
        version: "2024-10-21"
        models:
          gpt-4o: {deploymentName: gpt-4o}
"""
ENV = "CONTOSO_EASTUS_API_KEY=another-key-0002 # ours\n"


def seen(page: StartPage) -> str:
    """Return all words of the door that are visible."""
    labels = page.azure.findChildren(QLabel)
    return "\n".join(one.text() for one in labels if one.isVisible())


def test_what_an_address_means_is_said_while_it_is_entered(
    window: MainWindow, enter: Enter
) -> None:
    enter(URI, KEY)
    words = seen(window.start_page)
    assert "Resource contoso-eastus" in words
    assert "gpt-4o-prod, API version 2024-10-21" in words
    assert "Goes to .env as CONTOSO_EASTUS_API_KEY." in words
    assert not window.start_page.azure.deployment.isVisible()


def test_the_keyboard_starts_where_an_address_is_pasted(window: MainWindow) -> None:
    assert window.start_page.azure.address.hasFocus()


def test_an_endpoint_asks_for_the_deployment(
    window: MainWindow, enter: Enter, tmp_path: Path, qtbot: QtBot
) -> None:
    door = window.start_page.azure
    enter("https://contoso-eastus.openai.azure.com/", KEY)
    assert door.deployment.isVisible()
    qtbot.keyClick(door.key, Qt.Key.Key_Return)
    assert door.deployment.hasFocus()
    assert "name of a deployment" in seen(window.start_page)
    qtbot.keyClicks(door.deployment, "gpt-5")
    assert "API version 2025-04-01-preview" in seen(window.start_page)
    qtbot.keyClick(door.deployment, Qt.Key.Key_Return)
    choose(window, "openFolderDialog", tmp_path)
    qtbot.waitUntil(lambda: window.session.document.models == ("gpt-5",))


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("", "Paste an address first"),
        ("hello", "This is no address"),
        ('[\n {"name": "a",\n oops}\n]', r"(line 3)"),
        ("[]", "no deployment yet"),
        ('[{"name": "a", "properties": {"model": {"name": "m"}}}]', "which resource"),
        (listed(("emb", "text-embedding-3-large")), "None of these models"),
    ],
)
def test_what_cannot_be_used_is_said_and_nothing_is_opened(
    window: MainWindow, enter: Enter, qtbot: QtBot, address: str, words: str
) -> None:
    enter(address, KEY)
    click(window, "startCreate", qtbot)
    assert words in seen(window.start_page)
    assert window.start_page.azure.address.hasFocus()
    assert window.findChild(QFileDialog) is None


def test_a_key_is_asked_for(window: MainWindow, enter: Enter, qtbot: QtBot) -> None:
    enter(URI, "")
    click(window, "startCreate", qtbot)
    assert window.start_page.azure.key.hasFocus()
    assert "Enter a key" in seen(window.start_page)


def test_a_group_joins_what_the_folder_has(
    window: MainWindow, enter: Enter, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "librechat.yaml").write_text(CONFIG)
    (tmp_path / ".env").write_text(ENV)
    enter(URI, KEY)
    click(window, "startCreate", qtbot)
    choose(window, "openFolderDialog", tmp_path)
    document = window.session.document
    assert document.valid
    assert document.groups == ("contoso-eastus", "contoso-eastus-2")
    assert document.routes[1].url == URI
    assert document.text.startswith(CONFIG)
    assert KEY not in document.text
    assert document.env_text.startswith(ENV)
    assert f"CONTOSO_EASTUS_2_API_KEY={KEY}\n" in document.env_text
    assert window.session.selection == ("endpoints", "azureOpenAI", "groups", 1)
    assert not window.start_page.isVisible()
    assert window.start_page.azure.key.text() == ""
    window.actions_by_name["undo"].trigger()
    assert window.session.document.text == CONFIG
    assert window.session.document.env_text == ENV


def test_a_folder_whose_config_is_broken_stays_as_it_is(
    window: MainWindow, enter: Enter, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "librechat.yaml").write_text("a: [\n")
    enter(URI, KEY)
    click(window, "startCreate", qtbot)
    choose(window, "openFolderDialog", tmp_path)
    assert window.session.is_clean
    assert window.notice.isVisible()
    assert window.start_page.azure.key.text() == KEY


def test_a_list_of_deployments_becomes_groups(
    window: MainWindow, enter: Enter, tmp_path: Path, qtbot: QtBot
) -> None:
    text = listed(("chat", "gpt-4o"), ("five", "gpt-5"), ("emb", "text-embedding-3-large"))
    enter(text, KEY)
    words = seen(window.start_page)
    assert "gpt-4o, gpt-5" in words
    assert "Not for chats, or double: emb" in words
    click(window, "startCreate", qtbot)
    choose(window, "openFolderDialog", tmp_path)
    assert window.session.document.valid
    assert window.session.document.models == ("gpt-4o", "gpt-5")


def test_only_the_first_of_several_resources_gets_the_key(
    window: MainWindow, enter: Enter, tmp_path: Path, qtbot: QtBot
) -> None:
    first, second = listed(("a", "gpt-4o")), listed(("b", "gpt-5"), resource="contoso-west")
    enter(first[:-2] + "," + second[1:], KEY)
    assert "Key of contoso-eastus" in seen(window.start_page)
    click(window, "startCreate", qtbot)
    choose(window, "openFolderDialog", tmp_path)
    env = window.session.document.env_text
    assert f"CONTOSO_EASTUS_API_KEY={KEY}\n" in env
    assert "CONTOSO_WEST_API_KEY=\n" in env


def test_a_deployment_for_something_else_is_told(window: MainWindow, enter: Enter) -> None:
    enter("https://c.openai.azure.com/openai/deployments/d/embeddings", KEY)
    assert "not for chats: embeddings" in seen(window.start_page)


def test_the_key_is_hidden_and_can_be_looked_at(window: MainWindow, enter: Enter) -> None:
    enter(URI, KEY)
    key = window.start_page.azure.key
    assert key.echoMode() == key.EchoMode.Password
    assert key.tail.action.isVisible()


def test_a_recent_file_opens_again(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "librechat.yaml"
    path.write_text(CONFIG)
    window.start_page.recent.show_paths([path, tmp_path / "gone.yaml"])
    rows = window.start_page.recent.findChildren(QPushButton)
    assert [row.text() for row in rows] == ["librechat.yaml", "gone.yaml"]
    qtbot.mouseClick(rows[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.document.text == CONFIG)


def test_what_was_opened_is_recent(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "librechat.yaml"
    path.write_text(CONFIG)
    window.actions_by_name["open"].trigger()
    choose(window, "openDialog", path)
    qtbot.waitUntil(lambda: window.session.document.text == CONFIG)
    window.actions_by_name["start"].trigger()
    (row,) = window.start_page.recent.findChildren(QPushButton)
    assert row.isVisible()
    assert row.text() == "librechat.yaml"


def test_a_recent_file_opens_from_the_menu_too(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "librechat.yaml"
    path.write_text(CONFIG)
    files = window.start_page.recent.menu
    assert not files.isEnabled()
    window.start_page.recent.show_paths([path])
    menus = child(window, "menuButton", QToolButton).menu().findChildren(QMenu)
    (file_menu,) = [one for one in menus if files.menuAction() in one.actions()]
    assert file_menu.title() == "File"
    (entry,) = files.actions()
    assert entry.text().startswith("librechat.yaml in ")
    entry.trigger()
    qtbot.waitUntil(lambda: window.session.document.text == CONFIG)


def test_a_env_is_opened_with_the_config_beside_it(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / ".env").write_text("AZURE_API_KEY=not-a-real-key-0003\n")
    click(window, "startMigrate", qtbot)
    choose(window, "envDialog", tmp_path / ".env")
    qtbot.waitUntil(lambda: window.findChild(QDialog, "migrationDialog") is not None)
    assert "AZURE_API_KEY" in window.session.document.env_text


def test_the_demo_opens(window: MainWindow, qtbot: QtBot) -> None:
    click(window, "startDemo", qtbot)
    starting = window.findChild(Starting)
    assert starting is not None
    try:
        qtbot.waitUntil(lambda: "SIMULATOR_PORT" in window.session.document.env_text)
        assert window.windowTitle().startswith("librechat.yaml")
    finally:
        starting.end_demo()


def test_the_page_comes_back_and_leads_back(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    path = tmp_path / "librechat.yaml"
    path.write_text(CONFIG)
    window.start_page.recent.show_paths([path])
    qtbot.mouseClick(
        window.start_page.recent.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton
    )
    qtbot.waitUntil(lambda: not window.start_page.isVisible())
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert window.start_page.isVisible()
    back = child(window, "startReturn", QPushButton)
    assert back.text() == "Back to librechat.yaml"
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert not window.start_page.isVisible()


def test_a_group_that_is_added_without_a_file_can_be_saved(window: MainWindow) -> None:
    assert not window.actions_by_name["save"].isEnabled()
    window.actions_by_name["addGroup"].trigger()
    assert not window.start_page.isVisible()
    assert window.actions_by_name["save"].isEnabled()


def test_what_is_open_is_said_at_the_bottom(window: MainWindow) -> None:
    words = [one.text() for one in window.status_bar.findChildren(QLabel) if one.isVisible()]
    assert "No file open" in words


def test_a_pasted_list_keeps_its_lines(window: MainWindow, qtbot: QtBot) -> None:
    text = listed(("chat", "gpt-4o"))
    paste(window.start_page.azure.address, text, qtbot)
    assert "Resource contoso-eastus" in seen(window.start_page)
