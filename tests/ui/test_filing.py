"""Files and the session: opening, saving, other programs' changes, and work that was not saved."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.core.document import Document
from editor.core.text import Edit, Patch
from editor.system import drafts
from editor.ui.filing import Filing
from editor.ui.session import Session
from editor.ui.tasks import Tasks

TEXT = 'version: "1"\r\n# kept  \r\nendpoints: {}'


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "librechat.yaml"
    path.write_bytes(TEXT.encode())
    return path


@pytest.fixture
def filing(qapp: QApplication, tmp_path: Path) -> Iterator[Filing]:
    tasks = Tasks()
    yield Filing(Session(Document("")), tasks, tmp_path / "drafts")
    tasks.wait()


def opened(filing: Filing, path: Path, qtbot: QtBot) -> Session:
    with qtbot.waitSignal(filing.opened):
        filing.open(path)
    return filing._session


def change(session: Session, text: str = "2") -> None:
    session.apply(Edit("Type", (Patch(10, 11, text),)))


def keep_draft(filing: Filing, folder: Path, qtbot: QtBot) -> None:
    filing.keep_draft()
    path = filing.path
    assert path is not None
    qtbot.waitUntil(lambda: drafts.find(folder / "drafts", path) is not None)


def test_what_is_opened_and_saved_without_an_edit_is_the_same_bytes(
    filing: Filing, config: Path, qtbot: QtBot
) -> None:
    session = opened(filing, config, qtbot)
    assert session.document.text == TEXT
    with qtbot.waitSignal(filing.saved):
        filing.save()
    assert config.read_bytes() == TEXT.encode()


def test_saving_writes_only_the_change_and_leaves_the_session_clean(
    filing: Filing, config: Path, qtbot: QtBot
) -> None:
    session = opened(filing, config, qtbot)
    change(session)
    assert not session.is_clean
    with qtbot.waitSignal(filing.saved):
        filing.save()
    assert config.read_bytes() == TEXT.replace('"1"', '"2"').encode()
    assert session.is_clean


def test_another_programs_change_is_never_overwritten_unasked(
    filing: Filing, config: Path, qtbot: QtBot
) -> None:
    session = opened(filing, config, qtbot)
    change(session)
    config.write_text("other: 1\n")
    with qtbot.waitSignal(filing.conflicted):
        filing.save()
    assert config.read_text() == "other: 1\n"
    with qtbot.waitSignal(filing.saved):
        filing.save(overwrite=True)
    assert '"2"' in config.read_text()


def test_another_programs_change_is_noticed(filing: Filing, config: Path, qtbot: QtBot) -> None:
    opened(filing, config, qtbot)
    with qtbot.waitSignal(filing.changed_outside):
        config.write_text("other: 1\n")


def test_saving_as_makes_the_other_file_the_current_one(
    filing: Filing, config: Path, qtbot: QtBot
) -> None:
    session = opened(filing, config, qtbot)
    change(session)
    other = config.with_name("other.yaml")
    with qtbot.waitSignal(filing.saved):
        filing.save(other)
    assert filing.path == other
    assert config.read_bytes() == TEXT.encode()
    assert session.is_clean


def test_unsaved_work_is_put_aside_and_offered_again(
    filing: Filing, config: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    session = opened(filing, config, qtbot)
    change(session)
    keep_draft(filing, tmp_path, qtbot)
    edited = session.document.text
    with qtbot.waitSignal(filing.opened) as signal:
        filing.open(config)
    assert signal.args is not None
    draft = signal.args[0].draft
    assert session.document.text == TEXT
    filing.restore(draft)
    assert session.document.text == edited
    session.undo_stack.undo()
    assert session.document.text == TEXT


def test_a_draft_is_gone_once_its_text_is_saved(
    filing: Filing, config: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    session = opened(filing, config, qtbot)
    change(session)
    keep_draft(filing, tmp_path, qtbot)
    with qtbot.waitSignal(filing.saved):
        filing.save()
    qtbot.waitUntil(lambda: drafts.find(tmp_path / "drafts", config) is None)


def test_text_that_is_not_utf_8_can_be_looked_at_only(
    filing: Filing, config: Path, qtbot: QtBot
) -> None:
    config.write_bytes(b"version: \xff\n")
    session = opened(filing, config, qtbot)
    assert session.document.text == "version: \ufffd\n"
    change(session)
    assert session.document.text == "version: \ufffd\n"
    assert session.read_only_reason


@pytest.mark.parametrize("content", [b"a\0b", b"x" * (21 * 2**20)], ids=["binary", "huge"])
def test_what_is_no_config_is_refused_and_nothing_changes(
    filing: Filing, config: Path, qtbot: QtBot, content: bytes
) -> None:
    config.write_bytes(content)
    with qtbot.waitSignal(filing.failed) as failed:
        filing.open(config)
    assert failed.args is not None
    assert str(config) in failed.args[0].message
    assert filing.path is None


def test_a_folder_without_a_config_starts_one(filing: Filing, tmp_path: Path, qtbot: QtBot) -> None:
    session = opened(filing, tmp_path, qtbot)
    assert session.document.text == ""
    session.apply(Edit("Type", (Patch(0, 0, "version: '1'\n"),)))
    with qtbot.waitSignal(filing.saved):
        filing.save()
    assert (tmp_path / "librechat.yaml").read_text() == "version: '1'\n"
