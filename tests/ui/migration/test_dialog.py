"""The migration dialog asks what must be decided, shows both diffs, and keeps secrets hidden."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeAlias

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.core.document import Document
from editor.core.migration import Migration
from editor.ui.migration.dialog import MigrationDialog

TODAY = date(2026, 3, 1)
KEY = "sk-very-secret-0123456789"
SHARED = f"""\
AZURE_API_KEY={KEY}
AZURE_OPENAI_API_INSTANCE_NAME=contoso
AZURE_OPENAI_API_VERSION=2024-10-21
"""
NAMED = SHARED + "AZURE_USE_MODEL_AS_DEPLOYMENT_NAME=true\n"
GROUP = """\
version: "1.3.14"
endpoints:
  azureOpenAI:
    groups:
      - group: east
        apiKey: ${EAST_KEY}
        instanceName: other
        version: "2024-10-21"
        models:
          gpt-4o:
            deploymentName: gpt-4o
"""

Show: TypeAlias = Callable[..., MigrationDialog]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    window = QWidget()
    window.resize(1280, 800)
    qtbot.addWidget(window)
    window.show()

    def shown(text: str, env_text: str) -> MigrationDialog:
        document = Document(text, env_text)
        dialog = MigrationDialog(window, "librechat.yaml" if text else "", ".env")

        def work_out(choices: Mapping[str, object]) -> None:
            dialog.show_migration(document.migrate(choices, TODAY))

        dialog.wanted.connect(work_out)
        work_out({})
        with qtbot.waitExposed(dialog):
            dialog.open()
        return dialog

    return shown


def words(dialog: QObject) -> str:
    labels = [one for one in dialog.findChildren(QLabel) if one.isVisible()]
    return "\n".join(one.text() for one in labels)


def lines(dialog: MigrationDialog) -> str:
    panes = [pane for pane in dialog.findChildren(QPlainTextEdit) if pane.isVisible()]
    return "\n".join(pane.toPlainText() for pane in panes)


def button(dialog: MigrationDialog) -> QPushButton:
    found = dialog.findChild(QPushButton, "migrate")
    assert found is not None
    return found


def field(dialog: MigrationDialog, name: str) -> QLineEdit:
    found = dialog.findChild(QLineEdit, f"choice:{name}")
    assert found is not None
    return found


def chosen(dialog: MigrationDialog) -> list[Migration]:
    made: list[Migration] = []
    dialog.chosen.connect(made.append)
    return made


def test_what_was_found_and_what_changes_is_shown_without_the_key(show: Show) -> None:
    dialog = show("", NAMED + "AZURE_OPENAI_MODELS=gpt-4o,gpt-3.5-turbo\n")
    said = words(dialog)
    assert "Move 5 legacy settings into one group" in said
    assert "AZURE_API_KEY (line 1)" in said.replace("\u200b", "")
    assert "LibreChat 0.8 accepts the result" in said
    assert "new file" in said
    assert '- group: "azure-legacy"' in lines(dialog)
    assert "AZURE_MAIN_API_KEY=***6789" in lines(dialog)
    assert KEY not in lines(dialog) + said
    assert dialog.focusWidget() is button(dialog)


def test_a_missing_model_list_is_asked_for_first(show: Show, qtbot: QtBot) -> None:
    dialog = show("", NAMED)
    assert dialog.focusWidget() is field(dialog, "models")
    assert not button(dialog).isEnabled()
    assert "Answer the open question first" in words(dialog)
    qtbot.keyClicks(field(dialog, "models"), "gpt-4o, gpt-3.5-turbo")
    assert "gpt-35-turbo" in lines(dialog)
    made = chosen(dialog)
    qtbot.keyClick(field(dialog, "models"), Qt.Key.Key_Return)
    assert list(made[0].document.models) == ["gpt-4o", "gpt-3.5-turbo"]


def test_a_good_guess_stands_in_the_field_and_can_be_changed(show: Show, qtbot: QtBot) -> None:
    dialog = show("", SHARED + "AZURE_OPENAI_API_DEPLOYMENT_NAME=gpt-35-turbo\n")
    assert field(dialog, "models").text() == "gpt-3.5-turbo"
    assert "Say which model that is" in words(dialog)
    assert button(dialog).isEnabled()
    field(dialog, "models").selectAll()
    qtbot.keyClicks(field(dialog, "models"), "gpt-4")
    assert "gpt-4: true" in lines(dialog)


def test_names_can_be_chosen_and_a_bad_one_is_said_at_its_field(show: Show, qtbot: QtBot) -> None:
    dialog = show(GROUP, NAMED + "AZURE_OPENAI_MODELS=gpt-5\n")
    group, key = field(dialog, "group"), field(dialog, "key_variable")
    assert (group.text(), key.text()) == ("azure-legacy", "AZURE_MAIN_API_KEY")
    group.setFocus()
    group.selectAll()
    qtbot.keyClicks(group, "east")
    assert "“east” is the name of another group" in words(dialog)
    assert not button(dialog).isEnabled()
    qtbot.keyClicks(group, "-old")
    key.selectAll()
    qtbot.keyClicks(key, "OLD_KEY")
    assert '- group: "east-old"' in lines(dialog)
    assert "OLD_KEY=***6789" in lines(dialog)
    assert button(dialog).isEnabled()


def test_models_that_others_have_are_asked_about_or_no_group_is_made(
    show: Show, qtbot: QtBot
) -> None:
    dialog = show(GROUP, NAMED + "AZURE_OPENAI_MODELS=gpt-4o\n")
    assert "Other groups have “gpt-4o” (in group “east”)" in words(dialog)
    assert not button(dialog).isEnabled()
    without = dialog.findChild(QCheckBox, "choice:none")
    assert without is not None
    without.setFocus()
    qtbot.keyClick(without, Qt.Key.Key_Space)
    assert "Take 5 legacy settings out, without a new group" in words(dialog)
    assert button(dialog).isEnabled()
    assert "azure-legacy" not in lines(dialog)


def test_an_address_without_deployments_can_be_called_as_it_stands(
    show: Show, qtbot: QtBot
) -> None:
    env = NAMED + "AZURE_OPENAI_MODELS=gpt-5\nAZURE_OPENAI_BASEURL=https://gateway.example/v1\n"
    dialog = show("", env)
    choice = dialog.findChild(QComboBox, "choice:serverless")
    assert choice is not None
    assert choice.isVisible()
    assert "serverless: true" not in lines(dialog)
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert "serverless: true" in lines(dialog)


def test_accepting_waits_for_the_answer_that_is_under_way(show: Show, qtbot: QtBot) -> None:
    dialog = show("", NAMED + "AZURE_OPENAI_MODELS=gpt-5\n")
    dialog.wanted.disconnect()
    made = chosen(dialog)
    qtbot.keyClicks(field(dialog, "group"), "x")
    qtbot.keyClick(field(dialog, "group"), Qt.Key.Key_Return)
    assert made == []
    answers = dialog.questions.answers()
    dialog.show_migration(Document("", NAMED).migrate({**answers, "models": "gpt-5"}, TODAY))
    assert [one.group_name for one in made] == ["xazure-legacy"]


def test_a_config_that_cannot_be_read_is_said_with_its_place(show: Show) -> None:
    dialog = show("version: [\n", NAMED)
    assert "The config cannot be read (line" in words(dialog)
    assert not button(dialog).isEnabled()


@pytest.mark.parametrize("width", [600, 1120])
def test_both_diffs_stand_beside_each_other_where_there_is_room(
    show: Show, qtbot: QtBot, width: int
) -> None:
    dialog = show("", NAMED + "AZURE_OPENAI_MODELS=gpt-5\n")
    dialog.resize(width, 700)
    config, env = dialog.config, dialog.env
    if width > 1000:
        qtbot.waitUntil(lambda: config.geometry().right() < env.geometry().left())
    else:
        qtbot.waitUntil(lambda: config.geometry().bottom() < env.geometry().top())
