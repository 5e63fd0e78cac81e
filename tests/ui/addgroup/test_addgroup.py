"""The assistant for a group: presets, a pasted address, the request while typing, one step."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.core.new_groups import NewGroup
from editor.core.trial import Trial, Trials
from editor.ui.addgroup.dialog import AddGroupDialog
from editor.ui.app import create_window
from editor.ui.widgets.textfield import TextField
from editor.ui.window import MainWindow

CONFIG = """\
version: "1.3.17" # ours
endpoints:
  azureOpenAI:
    groups:
      - group: "eastus"
        apiKey: "${EASTUS_KEY}"
        instanceName: "contoso-eastus"
        version: "2024-10-21"
        models:
          gpt-4o: {deploymentName: gpt-4o} # best
"""
ENV = "EASTUS_KEY=another-key-0002\n"
KEY = "not-a-real-key-9d41"
NEW = ("endpoints", "azureOpenAI", "groups", 1)
CLOUDFLARE = "https://gateway.ai.cloudflare.com/v1/acc/gw/azure-openai/contoso"


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    (tmp_path / "librechat.yaml").write_text(CONFIG)
    (tmp_path / ".env").write_text(ENV)
    window = create_window(tmp_path)
    qtbot.addWidget(window, before_close_func=_forget)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    return window


def _forget(window: MainWindow) -> None:
    document = window.session.document
    window.session.mark_saved(document.text, document.env_text)


@pytest.fixture
def dialog(window: MainWindow) -> AddGroupDialog:
    window.actions_by_name["addGroupFromAzure"].trigger()
    found = window.findChild(AddGroupDialog, "addGroupDialog")
    assert found is not None
    return found


def field(dialog: QWidget, name: str) -> TextField:
    found = dialog.findChild(TextField, name)
    assert found is not None, name
    return found


def fill(dialog: QWidget, qtbot: QtBot, **texts: str) -> None:
    """Type into fields, told by their names behind `newGroup`, or a first model's."""
    names = {"model": "newModel:0", "deployment": "newDeployment:0"}
    for key, text in texts.items():
        target = field(dialog, names.get(key, f"newGroup{key}"))
        qtbot.mouseClick(target, Qt.MouseButton.LeftButton)
        qtbot.keyClick(target, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClicks(target, text)
    QApplication.processEvents()


def shown(dialog: AddGroupDialog) -> str:
    """Return the request that is seen once the window came to drawing."""
    QApplication.processEvents()
    return dialog.preview.address.text().replace("\u200b", "")


def choose_kind(dialog: AddGroupDialog, row: int, qtbot: QtBot) -> None:
    kinds = dialog.findChild(QListWidget, "groupKinds")
    assert kinds is not None
    place = kinds.visualItemRect(kinds.item(row)).center()
    qtbot.mouseClick(kinds.viewport(), Qt.MouseButton.LeftButton, pos=place)


def accept(dialog: AddGroupDialog, qtbot: QtBot) -> None:
    button = dialog.findChild(QPushButton, "addGroup")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_resource_becomes_a_group_with_one_step_over_both_files(
    window: MainWindow, dialog: AddGroupDialog, qtbot: QtBot
) -> None:
    fill(dialog, qtbot, AddressField="contoso-eastus2", Key=KEY, model="my-chat", deployment="prod")
    address = (
        "https://contoso-eastus2.openai.azure.com/openai/deployments/prod/chat/completions"
        "?api-version=2024-10-21"
    )
    assert shown(dialog) == f"POST {address}"
    accept(dialog, qtbot)
    document = window.session.document
    assert document.text.startswith(CONFIG)
    assert document.routes[1].url == address
    assert KEY not in document.text
    assert document.env_text.startswith(ENV)
    assert f"CONTOSO_EASTUS2_API_KEY={KEY}\n" in document.env_text
    assert window.session.selection == NEW
    assert window.session.undo_stack.undoText() == "Add contoso-eastus2"
    window.session.undo_stack.undo()
    assert (window.session.document.text, window.session.document.env_text) == (CONFIG, ENV)


def test_the_address_follows_what_is_typed(dialog: AddGroupDialog, qtbot: QtBot) -> None:
    assert "Enter the address" in shown(dialog)
    fill(dialog, qtbot, AddressField="a", model="m-one")
    assert "https://a.openai.azure.com/openai/deployments/m-one/" in shown(dialog)
    fill(dialog, qtbot, Version="2025-04-01-preview")
    assert shown(dialog).endswith("api-version=2025-04-01-preview")


@pytest.mark.parametrize(
    ("row", "typed", "address"),
    [
        (1, "contoso", "https://contoso.services.ai.azure.com/openai/v1/chat/completions"),
        (
            2,
            "https://contoso.azure-api.net/ai",
            "https://contoso.azure-api.net/ai/openai/deployments/m-one/chat/completions"
            "?api-version=2024-10-21",
        ),
        (3, CLOUDFLARE, f"{CLOUDFLARE}/m-one/chat/completions?api-version=2024-10-21"),
        (
            4,
            "https://ai.example.com",
            "https://ai.example.com/openai/deployments/m-one/chat/completions"
            "?api-version=2024-10-21",
        ),
    ],
)
def test_each_kind_of_connection_leads_where_it_should(  # noqa: PLR0913 - three of a case
    window: MainWindow, dialog: AddGroupDialog, qtbot: QtBot, row: int, typed: str, address: str
) -> None:
    choose_kind(dialog, row, qtbot)
    fill(dialog, qtbot, AddressField=typed, Key=KEY, model="m-one")
    assert shown(dialog) == f"POST {address}"
    accept(dialog, qtbot)
    assert window.session.document.valid
    assert window.session.document.routes[1].url == address


def test_a_pasted_address_chooses_the_kind_and_fills_the_fields(
    window: MainWindow, dialog: AddGroupDialog, qtbot: QtBot
) -> None:
    address = f"{CLOUDFLARE}/gpt-5/chat/completions?api-version=2024-10-21"
    fill(dialog, qtbot, Pasted=address)
    kinds = dialog.findChild(QListWidget, "groupKinds")
    assert kinds is not None
    assert kinds.currentRow() == 3
    assert field(dialog, "newGroupName").text() == "contoso"
    assert shown(dialog) == f"POST {address}"
    fill(dialog, qtbot, Key=KEY)
    accept(dialog, qtbot)
    assert window.session.document.routes[1].url == address


def test_a_text_that_is_no_address_is_told(dialog: AddGroupDialog, qtbot: QtBot) -> None:
    fill(dialog, qtbot, Pasted="hello")
    words = [line.text() for line in dialog.findChildren(QLabel)]
    assert "This is no address of Azure's or of a gateway." in words
    fill(dialog, qtbot, AddressField="a b")
    assert "no address" in shown(dialog)


def test_what_is_missing_gets_the_keyboard(
    window: MainWindow, dialog: AddGroupDialog, qtbot: QtBot
) -> None:
    accept(dialog, qtbot)
    assert field(dialog, "newGroupAddressField").hasFocus()
    fill(dialog, qtbot, AddressField="contoso")
    accept(dialog, qtbot)
    assert field(dialog, "newGroupKey").hasFocus()
    fill(dialog, qtbot, Key=KEY)
    accept(dialog, qtbot)
    assert field(dialog, "newModel:0").hasFocus()
    assert window.session.is_clean


def test_a_group_gets_several_models_and_may_lose_one(
    window: MainWindow, dialog: AddGroupDialog, qtbot: QtBot
) -> None:
    fill(dialog, qtbot, AddressField="contoso", Key=KEY, model="m-one")
    for number, name in ((1, "m-two"), (2, "m-three")):
        qtbot.keyClicks(field(dialog, f"newModel:{number}"), name)
    rows = dialog.fields.models
    assert [model.name for model in rows.models()] == ["m-one", "m-two", "m-three"]
    cross = field(dialog, "newModel:1").parentWidget()
    assert cross is not None
    qtbot.mouseClick(cross.findChildren(QWidget)[-1], Qt.MouseButton.LeftButton)
    assert [model.name for model in rows.models()] == ["m-one", "m-three"]
    accept(dialog, qtbot)
    assert window.session.document.models == ("gpt-4o", "m-one", "m-three")


def test_what_librechat_refuses_is_said_before_it_is_added(
    dialog: AddGroupDialog, qtbot: QtBot
) -> None:
    fill(dialog, qtbot, AddressField="contoso", Key=KEY, model="gpt-4o")
    assert "gpt-4o" in dialog.verdict()
    fill(dialog, qtbot, model="m-one")
    assert dialog.verdict() == "LibreChat 0.8 accepts the result"


def test_keys_that_come_together_are_looked_at_once(
    dialog: AddGroupDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(dialog, qtbot, AddressField="contoso", Key=KEY, model="m-one")
    tried: list[str] = []
    of_before = Trials.tried

    def listening(self: Trials, group: NewGroup) -> Trial:
        tried.append(group.models[0].name)
        return of_before(self, group)

    monkeypatch.setattr(Trials, "tried", listening)
    qtbot.keyClicks(field(dialog, "newModel:0"), "-and-more")
    assert tried == []
    QApplication.processEvents()
    assert tried == ["m-one-and-more"]


def test_the_action_that_adds_at_once_still_does(window: MainWindow) -> None:
    window.actions_by_name["addGroup"].trigger()
    assert window.session.selection == NEW
    assert window.findChild(AddGroupDialog) is None
