"""Fields say whether the variable that they name is set, lead to it, and complete its name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from editor.core.text import Edit, Patch
from editor.ui.widgets.secretfield import SecretField
from editor.ui.widgets.textfield import TextField
from tests.ui.form.conftest import Desk

GROUP = ("endpoints", "azureOpenAI", "groups", 0)


def set_env(desk: Desk, text: str) -> None:
    old = desk.session.document.env_text
    desk.session.apply(Edit("Env", (), (Patch(0, len(old), text),)))


def chip(desk: Desk) -> QPushButton:
    field = desk.part("apiKey", SecretField)
    return next(one for one in field.findChildren(QPushButton) if one.property("role") == "chip")


@pytest.mark.parametrize(
    ("env_text", "words"), [("", "not set"), ("MY_KEY=\n", "empty"), ("MY_KEY=x\n", "set in .env")]
)
def test_the_chip_says_whether_the_variable_is_set(desk: Desk, env_text: str, words: str) -> None:
    desk.session.select(GROUP)
    set_env(desk, env_text)
    desk.type("apiKey", "${MY_KEY}")
    assert desk.part("apiKey", SecretField).tail.chip_text() == words


def test_the_chip_leads_to_the_variable(desk: Desk, qtbot: QtBot) -> None:
    desk.session.select(GROUP)
    desk.type("apiKey", "${MY_KEY}")
    with qtbot.waitSignal(desk.form.variable_requested) as wanted:
        qtbot.mouseClick(chip(desk), Qt.MouseButton.LeftButton)
    assert wanted.args == ["MY_KEY"]


def test_placeholders_and_plain_values_have_no_chip(desk: Desk) -> None:
    desk.session.select(GROUP)
    desk.type("apiKey", "plain")
    assert desk.part("apiKey", SecretField).tail.chip_text() == ""
    desk.type("baseURL", "https://${INSTANCE_NAME}.x/${DEPLOYMENT_NAME}")
    assert chip_text(desk, "baseURL") == ""
    desk.type("baseURL", "https://${INSTANCE_NAME}.x/${MY_HOST}")
    assert chip_text(desk, "baseURL") == "not set"


def chip_text(desk: Desk, key: str) -> str:
    return desk.part(key, TextField).tail.chip_text()


def test_a_dollar_offers_the_names_of_the_env_file(desk: Desk, qtbot: QtBot) -> None:
    desk.session.select(GROUP)
    set_env(desk, "OTHER=1\nMY_KEY=x\n")
    desk.type("apiKey", "$my")
    qtbot.keyClick(desk.line("apiKey"), Qt.Key.Key_Return)
    assert desk.group(0)["apiKey"] == "${MY_KEY}"
