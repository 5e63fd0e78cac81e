"""What a keystroke costs the window: from the key to everything judged, shown and painted."""

import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from benchmarks.configs import big_config, environment
from benchmarks.timing import Times, duration, summary
from editor.ui.addgroup.dialog import AddGroupDialog
from editor.ui.app import create_window
from editor.ui.collector import settle
from editor.ui.form.form import Form
from editor.ui.window import MainWindow

GROUP = ("endpoints", "azureOpenAI", "groups", 1)
_ADDRESS = (
    "https://norway.openai.azure.com/openai/deployments/a/chat/completions?api-version=2024-10-21"
)
_WARM_UP = 5
_last_key = [0.0]
_REST = 500
_ORDINARY = big_config(8)
FRAME = 1000 / 60


class KeyCost(NamedTuple):
    """The costs of a key in form, source and the assistant for a group, for one file.

    `new` is how long it takes until the form is painted after a key that makes a problem in a field
    that had none, `form` the same for a key that changes one. `window` is the latter until the
    whole window has followed, as are the other two.
    """

    name: str
    lines: int
    problems: int
    new: Times
    form: Times
    window: Times
    source: Times
    assistant: Times

    @property
    def fits_a_frame(self) -> bool:
        """Say whether what a key in the form does is shown within one frame of 60 Hz."""
        return max(self.new.p95, self.form.p95) <= FRAME


def key_costs(rounds: int) -> Iterator[KeyCost]:
    """Measure an ordinary file, a large one, and one with ten thousand problems."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    yield _cost("ordinary file", _ORDINARY, rounds)
    yield _cost("200 groups, 2,000 models", big_config(200), rounds)
    yield _cost("10,000 problems", _with_problems(200, 50), rounds)


def _with_problems(groups: int, problems_each: int) -> str:
    """Return a config with so many groups, and keys that no release knows in each."""
    odd = "".join(f"        odd{number}: 1\n" for number in range(problems_each))
    return big_config(groups, 2).replace("        models:\n", f"{odd}        models:\n")


def _cost(name: str, text: str, rounds: int) -> KeyCost:
    with shown_window(text) as window:
        problems = len(window.session.document.problems)
        with _painting() as painted:
            new = _spoilt(window, _editor(window), rounds, painted)
            whole = _typed(window, _editor(window), rounds)
        form = summary(painted[-rounds:])
        pane = window.yaml.pane
        window.yaml.reveal_offset(window.session.document.text.index("instanceName") + 20)
        source = _typed(window, pane, rounds)
        assistant = _typed_into_assistant(window, rounds)
        return KeyCost(name, text.count("\n"), problems, new, form, whole, source, assistant)


def _editor(window: MainWindow) -> QWidget:
    """Return the field of a version, in which each key makes another problem."""
    window.session.select(GROUP)
    QCoreApplication.processEvents()
    editor = window.form.page().fields["version"].editor
    line = editor if isinstance(editor, QLineEdit) else editor.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    return line


@contextmanager
def _painting() -> Iterator[list[float]]:
    """Collect how many milliseconds after its key the form was painted each time."""
    painted: list[float] = []
    paint_now = Form.paint_now

    def painting(self: Form) -> None:
        paint_now(self)
        painted.append((time.perf_counter() - _last_key[0]) * 1000)

    Form.paint_now = painting
    try:
        yield painted
    finally:
        Form.paint_now = paint_now


def _typed(window: MainWindow, editor: QWidget, rounds: int) -> Times:
    """Type letters, one a round, and wait for the painting of each."""
    _enter(editor)
    costs = [
        duration(partial(_press, window, editor, Qt.Key.Key_X)) for _ in range(rounds + _WARM_UP)
    ]
    return summary(costs[_WARM_UP:])


def _spoilt(window: MainWindow, editor: QWidget, rounds: int, painted: Sequence[float]) -> Times:
    """Type a letter that spoils a good value, and take it back; only the first is measured."""
    _enter(editor)
    costs: list[float] = []
    for _ in range(rounds + _WARM_UP):
        before = window.session.document.problems
        _press(window, editor, Qt.Key.Key_X)
        costs.append(painted[-1])
        assert window.session.document.problems != before
        _press(window, editor, Qt.Key.Key_Backspace)
    return summary(costs[_WARM_UP:])


def _enter(editor: QWidget) -> None:
    """Go to the end of a field, and let the program come to rest, as it does for a person."""
    editor.setFocus()
    if isinstance(editor, QLineEdit):
        editor.end(False)
    QTest.qWait(_REST)


def _press(window: MainWindow, editor: QWidget, key: Qt.Key) -> None:
    """Press a key, and wait until all of it is judged, shown and painted."""
    before = window.session.document
    _last_key[0] = time.perf_counter()
    QTest.keyClick(editor, key)
    QCoreApplication.processEvents()
    assert window.session.document is not before
    assert window.session.document.problems is not None


def _typed_into_assistant(window: MainWindow, rounds: int) -> Times:
    """Type into the name of a group that is about to be added, on which its variable depends."""
    window.actions_by_name["addGroupFromAzure"].trigger()
    dialog = window.findChild(AddGroupDialog)
    assert dialog is not None
    fields = dialog.fields
    fields.pasted.insert(_ADDRESS)
    fields.key.setText("not-a-real-key")
    fields.name.setFocus()
    QTest.qWait(_REST)

    def key() -> None:
        QTest.keyClick(fields.name, Qt.Key.Key_X)
        QCoreApplication.processEvents()

    costs = [duration(key) for _ in range(rounds + _WARM_UP)]
    dialog.reject()
    return summary(costs[_WARM_UP:])


@contextmanager
def shown_window(text: str) -> Iterator[MainWindow]:
    """Show a window with a file, large enough for all its panes."""
    with tempfile.TemporaryDirectory() as folder, _settings_in(Path(folder)):
        path = Path(folder) / "librechat.yaml"
        path.write_text(text, encoding="utf-8")
        variables = environment(200)
        (Path(folder) / ".env").write_text(
            "".join(f"{name}={value}\n" for name, value in variables.items()), encoding="utf-8"
        )
        window = create_window(path)
        window.resize(1600, 1000)
        window.show()
        window.activateWindow()
        QCoreApplication.processEvents()
        settle()
        try:
            yield window
        finally:
            _close(window)


@contextmanager
def _settings_in(folder: Path) -> Iterator[None]:
    """Keep the settings and drafts of the person who measures out of it."""
    names = ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(dict.fromkeys(names, str(folder)))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _close(window: MainWindow) -> None:
    document = window.session.document
    window.session.mark_saved(document.text, document.env_text)
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
