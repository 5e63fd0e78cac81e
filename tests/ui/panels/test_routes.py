"""The routes: where each model's requests go, computed only when somebody looks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from editor.core.document import Document
from editor.core.yaml.values import Path
from editor.ui.panels.routes import RoutesPanel
from editor.ui.session import Session

KEY = "k3y+with/odd=chars-0123456789abcd"
CONFIG = """\
version: "1.3.17"
endpoints:
  azureOpenAI:
    groups:
    - group: east
      apiKey: ${EAST_KEY}
      instanceName: contoso
      version: "2024-10-21"
      models:
        gpt-4o:
          deploymentName: prod
        gpt-4:
          version: "2024-12-01-preview"
          deploymentName: old
    - group: west
      apiKey: ${NONE}
      instanceName: fabrikam
      version: "2024-10-21"
      models:
        o3: {}
"""
RESPONSES = "      addParams: {useResponsesApi: true}\n      deploymentName: o3\n"
GROUPS: Path = ("endpoints", "azureOpenAI", "groups")
URL = "https://contoso.openai.azure.com/openai/deployments/prod/chat/completions"


def model(group: int, name: str) -> Path:
    return (*GROUPS, group, "models", name)


def panel(qtbot: QtBot, text: str = CONFIG) -> RoutesPanel:
    session = Session(Document(text, f"EAST_KEY={KEY}\n"))
    made = RoutesPanel(session, QAction("Add model", session))
    qtbot.addWidget(made)
    made.resize(460, 700)
    return made


def shown(qtbot: QtBot, text: str = CONFIG) -> RoutesPanel:
    made = panel(qtbot, text)
    with qtbot.waitExposed(made):
        made.show()
    return made


def row_texts(made: RoutesPanel, row: int) -> list[str]:
    rows = made.view.rows
    return [str(rows.data(rows.index(row, column))) for column in range(rows.columnCount())]


def session_of(made: RoutesPanel) -> Session:
    return made._session


def test_each_model_has_a_row_in_librechats_order_also_before_it_is_shown(qtbot: QtBot) -> None:
    made = panel(qtbot)
    assert made.view.rows.rowCount() == 3
    assert row_texts(made, 0) == [
        "gpt-4o",
        "east",
        "prod",
        "2024-10-21",
        f"{URL}?api-version=2024-10-21",
        "128k",
        "images",
        "",
    ]
    assert "no value for NONE" in row_texts(made, 2)[-1]


def test_a_hidden_panel_computes_nothing(qtbot: QtBot) -> None:
    made = panel(qtbot)
    session = session_of(made)
    session.operate([{"op": "set", "path": [*GROUPS, 0, "instanceName"], "value": "x"}], "Set")
    assert "routes" not in vars(session.document)


def test_the_current_model_is_told_in_full(qtbot: QtBot) -> None:
    made = shown(qtbot)
    session_of(made).select(model(0, "gpt-4"))
    assert made.view.currentIndex().row() == 1
    assert ("Deployment", "old", "from model") in made.detail.facts()
    assert ("Resource", "contoso", "from group") in made.detail.facts()
    assert ("API key", "${EAST_KEY}", "") in made.detail.facts()
    assert made.detail.url.text().startswith("POST https://contoso.openai.azure.com/")


def test_what_is_special_about_a_request_is_told(qtbot: QtBot) -> None:
    address = "      baseURL: https://east.models.ai.azure.com/v1/\n      serverless: true\n"
    text = CONFIG.replace("      instanceName: contoso\n", address)
    text = text.replace("${NONE}\n", "${EAST_KEY}\n" + RESPONSES)
    made = shown(qtbot, text)
    session_of(made).select(model(0, "gpt-4"))
    assert ("Flags", "serverless", "") in made.detail.facts()
    session_of(made).select(model(1, "o3"))
    assert ("Flags", "Responses API", "") in made.detail.facts()


def test_choosing_a_row_selects_the_model_everywhere(qtbot: QtBot) -> None:
    made = shown(qtbot)
    made.view.setFocus()
    made.view.setCurrentIndex(made.view.rows.index(0, 0))
    QTest.keyClick(made.view, Qt.Key.Key_Down)
    assert session_of(made).selection == model(0, "gpt-4")


def test_an_edit_shows_another_address(qtbot: QtBot) -> None:
    made = shown(qtbot)
    session = session_of(made)
    session.select(model(0, "gpt-4o"))
    path = [*model(0, "gpt-4o"), "deploymentName"]
    session.operate([{"op": "set", "path": path, "value": "newer"}], "Set")
    qtbot.waitUntil(lambda: "/newer/" in made.detail.url.text())
    assert "/newer/" in row_texts(made, 0)[4]
    assert made.view.currentIndex().row() == 0


def test_what_is_copied_has_no_key_in_it(qtbot: QtBot) -> None:
    made = shown(qtbot)
    session_of(made).select(model(0, "gpt-4o"))
    clipboard = QGuiApplication.clipboard()
    QTest.mouseClick(made.detail.copy_url, Qt.MouseButton.LeftButton)
    assert clipboard.text() == f"{URL}?api-version=2024-10-21"
    QTest.mouseClick(made.detail.copy_curl, Qt.MouseButton.LeftButton)
    assert clipboard.text().startswith("curl ")
    assert '"$EAST_KEY"' in clipboard.text()
    assert KEY not in clipboard.text()


def test_a_secret_in_an_address_is_masked_wherever_it_is_shown(qtbot: QtBot) -> None:
    text = CONFIG.replace(
        "instanceName: contoso\n",
        'instanceName: contoso\n      baseURL: "https://gate.example/${EAST_KEY}"\n',
    )
    made = shown(qtbot, text)
    session_of(made).select(model(0, "gpt-4o"))
    QTest.mouseClick(made.detail.copy_url, Qt.MouseButton.LeftButton)
    index = made.view.rows.index(0, 0)
    tip = str(index.data(Qt.ItemDataRole.ToolTipRole))
    said = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    places = [made.detail.url.text(), QGuiApplication.clipboard().text(), tip, said]
    assert all(KEY not in place for place in (*places, *row_texts(made, 0)))
    assert all("gate.example" in place for place in places)


def test_a_wrong_address_is_mended_by_its_button(qtbot: QtBot) -> None:
    text = CONFIG.replace("instanceName: contoso\n", "instanceName: contoso.openai.azure.com\n")
    made = shown(qtbot, text)
    session_of(made).select(model(0, "gpt-4o"))
    buttons = made.detail.flaws.findChildren(QPushButton)
    assert buttons
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert session_of(made).document.routes[0].url == f"{URL}?api-version=2024-10-21"


@pytest.mark.parametrize("text", ["", "version: 1.3.17\n", CONFIG.partition("groups:")[0]])
def test_without_models_the_panel_says_so_and_offers_to_add_one(qtbot: QtBot, text: str) -> None:
    made = shown(qtbot, text)
    buttons = [part for part in made.findChildren(QPushButton) if part.isVisible()]
    assert [button.text() for button in buttons] == ["Add model"]
