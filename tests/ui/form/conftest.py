"""A form over a small config, and the ways to look at both."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from editor.core.document import Document
from editor.core.outline import value_at
from editor.core.schema.field import Target
from editor.core.yaml.values import Path
from editor.ui.form.form import Form
from editor.ui.session import Session

Part = TypeVar("Part", bound=QWidget)
ENDPOINT: Path = ("endpoints", "azureOpenAI")
GROUPS: Path = (*ENDPOINT, "groups")
EAST: Path = (*GROUPS, 0)
WEST: Path = (*GROUPS, 1)

ENVIRONMENT = {"EAST_KEY": "one", "WEST_KEY": "two", "KEY": "three"}

CONFIG = """version: "1.3.17"  # ours
interface: {}
endpoints:
  azureOpenAI:
    # titles are cheap
    titleModel: small
    streamRate: 25
    groups:
    - group: east   # paid by IT
      apiKey: "${EAST_KEY}"
      instanceName: contoso-east
      deploymentName: shared
      version: "2024-10-21"   # the group's
      addParams:
        maxTokens: 4096
        user: "17"
        strict: true
        metadata: {tags: [a, b]}
      dropParams: [user, stop]
      models:
        big:
          deploymentName: big-prod
        small: true
    - group: west
      apiKey: 0123456789abcdef
      baseURL: https://west.example.com/v1
      serverless: true
      instanceNme: west
      models: {}
"""


class Desk:
    """A form in a window of its own, with its session."""

    def __init__(self, qtbot: QtBot, text: str, target: Target = Target.V0_8) -> None:
        """Show a config."""
        self.qtbot = qtbot
        self.session = Session(Document(text, target=target, environ=ENVIRONMENT))
        self.parent = QObject()
        names = ("testGroup", "testModel", "duplicate", "delete", "addGroup")
        self.actions = {name: QAction(name, self.parent) for name in names}
        self.form = Form(self.session, self.actions)
        self.form.resize(640, 800)
        qtbot.addWidget(self.form)
        self.form.show()
        qtbot.waitExposed(self.form)
        self.form.activateWindow()
        qtbot.waitUntil(self.form.isActiveWindow)

    @property
    def text(self) -> str:
        """Return the config's text."""
        return self.session.document.text

    def field(self, key: str) -> QWidget:
        """Return the one editor of a key, which may be made only when nothing else is to do."""
        self.qtbot.waitUntil(lambda: bool(self.form.findChildren(QWidget, f"field:{key}")))
        found = self.form.findChildren(QWidget, f"field:{key}")
        assert len(found) == 1, (key, found)
        return found[0]

    def part(self, key: str, kind: type[Part]) -> Part:
        """Return the one widget of a kind that a field is, or holds."""
        field = self.field(key)
        part = field if isinstance(field, kind) else field.findChild(kind)
        assert isinstance(part, kind)
        return part

    def group(self, number: int) -> dict[str, Any]:
        """Return a group's values."""
        value = value_at(self.session.document.value, (*GROUPS, number))
        assert isinstance(value, dict)
        return value

    def page(self, kind: type[Part]) -> Part:
        """Return the page that is shown, which is of a kind."""
        page = self.form.page()
        assert isinstance(page, kind)
        return page

    def line(self, key: str) -> QLineEdit:
        """Return the line that a field is, or holds."""
        return self.part(key, QLineEdit)

    def type(self, key: str, text: str) -> None:
        """Replace a field's text by key presses."""
        line = self.line(key)
        line.setFocus()
        line.selectAll()
        self.qtbot.keyClicks(line, text)

    def clear(self, key: str) -> None:
        """Delete a field's text by a key press."""
        line = self.line(key)
        line.setFocus()
        line.selectAll()
        self.qtbot.keyClick(line, Qt.Key.Key_Delete)

    def steps(self) -> list[str]:
        """Return the labels of the steps that can be undone."""
        stack = self.session.undo_stack
        return [stack.text(index) for index in range(stack.index())]

    def changed_lines(self, before: str = CONFIG) -> list[tuple[str, str]]:
        """Return the lines that differ, before and now, where their number is the same."""
        old, new = before.splitlines(), self.text.splitlines()
        assert len(old) == len(new)
        return [(a.strip(), b.strip()) for a, b in zip(old, new, strict=True) if a != b]

    def said(self, key: str) -> list[str]:
        """Return what stands under a field."""
        row = self.form.page().fields.get(key) or self.form.page().unknown.field(key)
        assert row is not None
        return [problem.message for problem in row.problems()]


Desks = Callable[..., Desk]


@pytest.fixture
def desks(qtbot: QtBot) -> Desks:
    """Return what opens a form over a text."""
    return lambda text, target=Target.V0_8: Desk(qtbot, text, target)


@pytest.fixture
def desk(desks: Desks) -> Desk:
    """Return a form over the small config."""
    return desks(CONFIG)
