"""Moments of the window that no screenshot shows: what it offers, refuses, warns of and asks."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from editor.core.schema.table import AZURE_PATH, GROUPS_PATH
from editor.core.text import Edit, Patch
from editor.ui.environment.dialogs import MoveDialog, NewVariableDialog
from editor.ui.window import MainWindow
from tests.ui.panels.menus import right_click

_EAST = (*GROUPS_PATH, 0)
ODD = """\
version: 1.2
endpoints:
  azureOpenAI:
    titleModel: gpt-7
    titleMethod: maybe
    streamRate: fast
    assistants: true
    plugins: true
    unknown: 1
    groups:
      - group: anchors
        apiKey: literal-key-0123456789
        instanceName: https://contoso.openai.azure.com/openai/deployments/d/chat/completions
        version: 2023-03-15-preview
        additionalHeaders: &headers
          X-Literal: "${MISSING}"
        models:
          my-own-model: {deploymentName: d, versoin: x}
          gpt-4: false
          gpt-5-pro: true
      - group: anchors
        apiKey: "${EMPTY}"
        serverless: true
        baseURL: http://contoso.services.ai.azure.com/v1/chat/completions
        deploymentName: d
        version: "2024-13-13"
        additionalHeaders: *headers
        addParams: {max_tokens: 1, web_search: "on"}
        dropParams: [max_tokens]
        models:
          gpt-4: {version: "2024-10-21"}
      - 7
surprise: 1
"""
ODD_ENV = """\
EMPTY=
AZURE_API_KEY=not-a-real-key-0009
AZURE_OPENAI_BASEURL=https://gateway.contoso.example/azure
INSTANCE_NAME=contoso
INSTANCE_NAME=contoso-2
DALLE3_BASEURL=https://contoso.openai.azure.com/openai
DALLE3_AZURE_API_VERSION=2024-02-01
DALLE_API_KEY=not-a-real-key-0010
DALLE2_API_KEY=${NOT_FILLED_IN}
QUOTED="a" b
1NAME=x
"""


def odd(window: MainWindow) -> None:
    """Show a file with much that is wrong."""
    document = window.session.document
    config = Patch(0, len(document.text), ODD)
    env = Patch(0, len(document.env_text), ODD_ENV)
    window.session.apply(Edit("Type", (config,), (env,)))
    window.session.select(AZURE_PATH)


def odd_group(window: MainWindow) -> None:
    """Show a group with much that is wrong, with an explanation of each field."""
    odd(window)
    window.session.select(_EAST)
    window.form.crumbs.help.toggle()


def odd_serverless(window: MainWindow) -> None:
    """Show a serverless group with much that is wrong, and where its requests go."""
    odd(window)
    window.session.select((*GROUPS_PATH, 1))
    window.bring(window.side)
    window.side.setCurrentWidget(window.routes)
    view = window.routes.view
    view.setCurrentIndex(view.model().index(2, 0))


def odd_model(window: MainWindow) -> None:
    """Show a model with much that is wrong."""
    odd(window)
    window.session.select((*_EAST, "models", "my-own-model"))


def odd_variables(window: MainWindow) -> None:
    """Show variables with much that is wrong."""
    odd(window)
    window.middle.show_variable("INSTANCE_NAME")


def fixed(window: MainWindow) -> None:
    """Mend what can be mended safely; the menu of what was done says so."""
    odd(window)
    problem = next(one for one in window.session.document.problems if one.fixes)
    window.session.fix(problem.fixes[0])


def shared(window: MainWindow) -> None:
    """Try to change what an anchor shares."""
    odd(window)
    window.session.select((*GROUPS_PATH, 1))
    path = [*GROUPS_PATH, 1, "additionalHeaders", "X-Literal"]
    window.session.operate([{"op": "set", "path": path, "value": "x"}], "Edit")


def left_behind(window: MainWindow) -> None:
    """Delete a model that titles need."""
    title = ["endpoints", "azureOpenAI", "titleModel"]
    model = "gpt-5"
    window.session.operate([{"op": "set", "path": title, "value": model}], "Edit")
    window.session.select((*_EAST, "models", model))
    window.actions_by_name["delete"].trigger()


def completing(window: MainWindow) -> None:
    """Offer API versions."""
    _ask_in(window, "version", "")


def completing_a_variable(window: MainWindow) -> None:
    """Offer variables."""
    _ask_in(window, "apiKey", "${")


def mending(window: MainWindow) -> None:
    """Open the menu of a line in the source."""
    odd(window)
    window.bring(window.side)
    pane = window.yaml.pane
    pane.find("titleModel")
    right_click(pane.viewport(), pane.cursorRect().center())


def moving(window: MainWindow) -> None:
    """Be about to move a secret into the .env file."""
    odd(window)
    MoveDialog(window.session, (*_EAST, "apiKey"), window).open()


def new_variable(window: MainWindow) -> None:
    """Be about to add a variable that is there already."""
    dialog = NewVariableDialog(window.session, window)
    dialog.open()
    dialog.name.setText("EASTUS_KEY")
    dialog.look()


def pasted_nonsense(window: MainWindow) -> None:
    """Paste something else than an address on the first page."""
    window.show_start_page()
    window.start_page.azure.address.setText('[{"properties": 1}]')


def actions(window: MainWindow) -> None:
    """List all actions in the palette."""
    window.palette_box.open()
    window.palette_box.box.setText(">")


def found_problems(window: MainWindow) -> None:
    """List all problems in the palette."""
    odd(window)
    window.palette_box.open()
    window.palette_box.box.setText("!")


MOMENTS: tuple[Callable[[MainWindow], None], ...] = (
    odd,
    odd_group,
    odd_serverless,
    odd_model,
    odd_variables,
    fixed,
    shared,
    left_behind,
    completing,
    completing_a_variable,
    mending,
    moving,
    new_variable,
    pasted_nonsense,
    actions,
    found_problems,
)


def _ask_in(window: MainWindow, key: str, text: str) -> None:
    """Type a text into a field of the first group, and ask what fits."""
    window.session.select(_EAST)
    editor = window.form.findChild(QWidget, f"field:{key}")
    assert editor is not None
    line = editor if isinstance(editor, QLineEdit) else editor.findChild(QLineEdit)
    assert line is not None
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text or "2")
    QTest.keyClick(line, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
