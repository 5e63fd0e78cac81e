"""Folded fields are made when nobody waits, and not while much else is to be drawn."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

from editor.core.document import Document
from editor.system.testing import TestRun
from editor.ui import testrun
from editor.ui.form.form import Form
from editor.ui.session import Session
from editor.ui.tasks import Tasks
from editor.ui.testing import Tests
from tests.ui.form.conftest import CONFIG, ENDPOINT, ENVIRONMENT

_ENOUGH = 200
"""Passes through the event loop, more than there are fields."""


@pytest.fixture
def tests(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tests]:
    """Give tests whose runs wait until the end."""
    end, prepare, tasks = threading.Event(), testrun._prepare, Tasks()

    def wait(*how: Any) -> TestRun:
        assert end.wait(30)
        return prepare(*how)

    monkeypatch.setattr(testrun, "_prepare", wait)
    session = Session(Document(CONFIG, environ=ENVIRONMENT))
    made = Tests(session, tasks, tmp_path)
    yield made
    made.close()
    end.set()
    tasks.wait()


@pytest.fixture
def form(tests: Tests, qtbot: QtBot) -> Form:
    """Give a form on screen."""
    made = Form(tests._session, {}, tests)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def fill(form: Form) -> list[bool]:
    """Let the event loop go round often; return which sections are filled then."""
    for _ in range(_ENOUGH):
        QCoreApplication.processEvents()
    return [section.is_filled for section in form.page().sections]


def test_all_fields_are_made_soon(form: Form) -> None:
    form.show_selection(ENDPOINT)
    assert all(fill(form))


def test_they_are_made_slowly_while_tests_run(form: Form, tests: Tests) -> None:
    tests.test_all()
    tests._session.select(ENDPOINT)
    assert not all(fill(form))


def test_what_is_unfolded_is_made_soon_even_then(form: Form, tests: Tests, qtbot: QtBot) -> None:
    tests.test_all()
    tests._session.select(ENDPOINT)
    unfilled = next(one for one in form.page().sections if not one.is_filled)
    qtbot.mouseClick(unfilled.caret, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: unfilled.is_filled)
    assert tests.is_running
