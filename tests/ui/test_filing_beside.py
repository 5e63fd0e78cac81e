"""What is opened is read and judged beside the window, and nothing is lost meanwhile."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.core.text import Edit, Patch
from editor.system.drafts import Draft
from editor.ui.filing import Filing
from tests.ui.opening import opened

TEXT = "version: 1\nendpoints: {}\n"


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "librechat.yaml"
    path.write_text(TEXT)
    return path


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "other.yaml"
    path.write_text("version: 2")
    return path


def all_workers(filing: Filing) -> Event:
    """Keep all workers busy until the event is set."""
    gate = Event()
    for _ in range(4):
        filing._tasks.run(gate.wait, lambda _: None, lambda _: None, 0)
    return gate


def test_what_is_opened_is_judged_before_it_is_shown(
    filing: Filing, config: Path, qtbot: QtBot
) -> None:
    document = opened(filing, config, qtbot).document
    assert {"reading", "problems", "routes", "legacy", "environment"} <= vars(document).keys()


def test_of_two_files_that_are_opened_at_once_the_last_one_is_shown(
    filing: Filing, config: Path, other: Path
) -> None:
    shown: list[object] = []
    filing.opened.connect(lambda one: shown.append(one.location.config))
    gate = all_workers(filing)
    filing.open(config)
    filing.open(other)
    gate.set()
    filing._tasks.wait()
    QApplication.processEvents()
    assert shown == [other]


def test_what_is_typed_while_a_file_is_read_is_not_lost(
    filing: Filing, config: Path, other: Path, qtbot: QtBot
) -> None:
    session = opened(filing, config, qtbot)
    gate = all_workers(filing)
    filing.open(other)
    session.apply(Edit("Type", (Patch(9, 10, "2"),)))
    with qtbot.waitSignal(filing.overtaken) as signal:
        gate.set()
    assert filing.path == config
    assert not session.is_clean
    assert signal.args is not None
    filing.show_opened(*signal.args[0])
    assert filing.path == other


def test_a_draft_is_judged_before_it_is_brought_back(
    filing: Filing, config: Path, qtbot: QtBot
) -> None:
    session = opened(filing, config, qtbot)
    before = session.document
    filing.restore(Draft(config, TEXT.replace("1", "2"), None, None, None))
    qtbot.waitUntil(lambda: session.document is not before)
    assert {"problems", "routes"} <= vars(session.document).keys()
    session.undo_stack.undo()
    assert session.document is before
