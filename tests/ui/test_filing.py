"""Files and the session: opening, saving, other programs' changes, and work that was not saved."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QFileSystemWatcher, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.core.document import Document
from editor.core.text import Edit, Patch
from editor.system import drafts
from editor.ui.filing import Filing
from editor.ui.session import Session
from editor.ui.tasks import Tasks
from tests.ui.opening import opened

TEXT = 'version: "1"\r\n# kept  \r\nendpoints: {}'
ENV = "# keys\r\nEAST=old  # kept\r\n"


class Polling(QFileSystemWatcher):
    """Watches as Qt does when the system watches as many files as it allows."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("_qt_autotest_force_engine_poller")


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "librechat.yaml"
    path.write_bytes(TEXT.encode())
    return path


@pytest.fixture
def env(config: Path) -> Path:
    path = config.with_name(".env")
    path.write_bytes(ENV.encode())
    return path


def change(session: Session, text: str = "2") -> None:
    session.apply(Edit("Type", (Patch(10, 11, text),)))


def change_env(session: Session, text: str = "new") -> None:
    session.apply(Edit("Type", (), (Patch(13, 16, text),)))


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


def test_both_files_change_where_the_system_cannot_watch_them(
    config: Path, env: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Qt then looks at each of them every second, and must not lose its list meanwhile."""
    monkeypatch.setattr("editor.ui.filing.QFileSystemWatcher", Polling)
    tasks = Tasks()
    filing = Filing(Session(Document("")), tasks, tmp_path / "drafts")
    opened(filing, config, qtbot)
    changed: list[Path] = []
    filing.changed_outside.connect(changed.append)
    for text in ("a: 1\n", "a: 22\n"):
        config.write_text(text)
        env.write_text(text)
        qtbot.waitUntil(lambda: {config, env} <= set(changed))
        changed.clear()
    tasks.wait()


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


def test_one_save_writes_both_texts_and_undo_goes_through_both(
    filing: Filing, config: Path, env: Path, qtbot: QtBot
) -> None:
    session = opened(filing, config, qtbot)
    assert session.document.env_text == ENV
    session.apply(Edit("Both", (Patch(10, 11, "2"),), (Patch(13, 16, "new"),)))
    with qtbot.waitSignal(filing.saved):
        filing.save()
    assert config.read_bytes() == TEXT.replace('"1"', '"2"').encode()
    assert env.read_bytes() == ENV.replace("old", "new").encode()
    assert session.is_clean
    session.undo_stack.undo()
    assert (session.document.text, session.document.env_text) == (TEXT, ENV)
    assert not session.is_clean


def test_a_file_whose_text_is_unchanged_is_not_written(
    filing: Filing, config: Path, env: Path, qtbot: QtBot
) -> None:
    session = opened(filing, config, qtbot)
    change_env(session)
    config.write_text("theirs: 1\n")
    with qtbot.waitSignal(filing.saved):
        filing.save()
    assert config.read_text() == "theirs: 1\n"
    assert "EAST=new" in env.read_text()


def test_a_missing_env_file_is_created_once_it_has_a_text(
    filing: Filing, config: Path, qtbot: QtBot
) -> None:
    session = opened(filing, config, qtbot)
    change(session)
    with qtbot.waitSignal(filing.saved):
        filing.save()
    env = config.with_name(".env")
    assert not env.exists()
    session.apply(Edit("Type", (), (Patch(0, 0, "A=1\n"),)))
    with qtbot.waitSignal(filing.saved):
        filing.save()
    assert env.read_text() == "A=1\n"
    assert filing.env == env


def test_an_env_file_that_appeared_meanwhile_is_not_overwritten(
    filing: Filing, config: Path, qtbot: QtBot
) -> None:
    session = opened(filing, config, qtbot)
    session.apply(Edit("Type", (), (Patch(0, 0, "A=1\n"),)))
    env = config.with_name(".env")
    env.write_text("THEIRS=1\n")
    with qtbot.waitSignal(filing.conflicted) as conflict:
        filing.save()
    assert conflict.args is not None
    assert conflict.args[0].paths == (env,)
    assert env.read_text() == "THEIRS=1\n"


def test_a_change_of_either_file_by_another_program_stops_the_saving_of_both(
    filing: Filing, config: Path, env: Path, qtbot: QtBot
) -> None:
    session = opened(filing, config, qtbot)
    change(session)
    change_env(session)
    env.write_text("THEIRS=1\n")
    with qtbot.waitSignal(filing.conflicted) as conflict:
        filing.save()
    assert conflict.args is not None
    assert conflict.args[0].paths == (env,)
    assert config.read_bytes() == TEXT.encode()
    config.write_text("theirs: 1\n")
    with qtbot.waitSignal(filing.conflicted) as conflict:
        filing.save()
    assert conflict.args is not None
    assert conflict.args[0].paths == (env, config)
    with qtbot.waitSignal(filing.saved):
        filing.save(overwrite=True)
    assert ("EAST=new" in env.read_text(), '"2"' in config.read_text()) == (True, True)


def test_another_programs_change_of_the_env_file_is_noticed(
    filing: Filing, config: Path, env: Path, qtbot: QtBot
) -> None:
    opened(filing, config, qtbot)
    with qtbot.waitSignal(filing.changed_outside) as changed:
        env.write_text("THEIRS=1\n")
    assert changed.args == [env]


def test_an_env_file_that_cannot_be_written_stops_the_saving_of_both(
    filing: Filing, config: Path, env: Path, qtbot: QtBot
) -> None:
    session = opened(filing, config, qtbot)
    change(session)
    change_env(session)
    env.unlink()
    env.mkdir()
    with qtbot.waitSignal(filing.failed) as failed:
        filing.save()
    assert failed.args is not None
    assert failed.args[0].path == env
    assert config.read_bytes() == TEXT.encode()
    assert not session.is_clean


def test_an_env_file_that_is_not_utf_8_is_not_edited_and_the_config_still_is(
    filing: Filing, config: Path, env: Path, qtbot: QtBot
) -> None:
    env.write_bytes(b"EAST=\xff\n")
    session = opened(filing, config, qtbot)
    with qtbot.waitSignal(session.refused) as refused:
        session.apply(Edit("Type", (), (Patch(0, 0, "A=1\n"),)))
    assert refused.args is not None
    assert "UTF-8" in refused.args[0]
    change(session)
    with qtbot.waitSignal(filing.saved):
        filing.save()
    assert env.read_bytes() == b"EAST=\xff\n"


def test_a_draft_brings_both_texts_back_as_one_step(
    filing: Filing, config: Path, env: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    session = opened(filing, config, qtbot)
    change(session)
    change_env(session)
    keep_draft(filing, tmp_path, qtbot)
    edited = session.document
    with qtbot.waitSignal(filing.opened) as signal:
        filing.open(config)
    assert signal.args is not None
    assert session.document.env_text == ENV
    filing.restore(signal.args[0].draft)
    assert (session.document.text, session.document.env_text) == (edited.text, edited.env_text)
    session.undo_stack.undo()
    assert (session.document.text, session.document.env_text) == (TEXT, ENV)


def test_a_draft_holds_no_env_text_that_is_on_disk_anyway(
    filing: Filing, config: Path, env: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    session = opened(filing, config, qtbot)
    change(session)
    keep_draft(filing, tmp_path, qtbot)
    (file,) = (tmp_path / "drafts").iterdir()
    assert "EAST" not in file.read_text()


def test_saving_under_another_name_leaves_no_draft_of_the_first(
    filing: Filing, config: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    session = opened(filing, config, qtbot)
    change(session)
    keep_draft(filing, tmp_path, qtbot)
    with qtbot.waitSignal(filing.saved):
        filing.save(config.with_name("other.yaml"))
    qtbot.waitUntil(lambda: drafts.find(tmp_path / "drafts", config) is None)


def test_an_opening_that_is_given_up_leaves_what_is_shown(
    filing: Filing, config: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    session = opened(filing, config, qtbot)
    other = tmp_path / "other.yaml"
    other.write_text("version: 2")
    gate = Event()
    tasks = filing._tasks
    for _ in range(4):
        tasks.run(gate.wait, lambda _: None, lambda _: None, 0)
    filing.open(other)
    qtbot.waitUntil(lambda: tasks.long_work is not None)
    assert tasks.long_work is not None
    assert tasks.long_work.title == "Opening other.yaml"
    tasks.cancel()
    gate.set()
    tasks.wait()
    QApplication.processEvents()
    assert filing.path == config
    assert session.document.text == TEXT
